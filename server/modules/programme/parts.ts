// A document that comes in parts, such as an order in two parcels: what a rule gives for the whole it gives once.
import type { Award } from "@fedele/core/evaluation.ts";
import { isOnce } from "@fedele/core/ruleEffects.ts";
import type { Batch } from "./batch.ts";
import type { NewActivity } from "./newActivity.ts";
import type { Programme } from "./programmes.ts";
import { findPartsOf } from "./store/activities.ts";
import { type ActivityRow, resultFrom } from "./storedActivities.ts";

/** A fixed award or a reward is for the document as a whole; money and pieces are counted part by part. */
export function isForWhole(programme: Programme, { ruleId, ruleVersion }: Award): boolean {
  return programme.rules.rules.some(
    ({ rule }) => rule.id === ruleId && rule.version === ruleVersion && isOnce(rule.effect),
  );
}

/** Parts of the same documents that were told before, for those few that come in parts. */
export async function readParts(batch: Batch, news: readonly NewActivity[]): Promise<void> {
  const parts = news.filter(({ key, activity }) => key.part !== "" && activity.kind !== "return");
  if (parts.length === 0) return;
  const places = parts.map(({ bucket, memberId, key }) => ({ ...key, bucket, memberId }));
  batch.parts.push(...(await findPartsOf(batch.ctx, places)));
}

/** The awards without those that another part of the document has brought already. */
export function withoutRepeated(batch: Batch, incoming: NewActivity, awards: readonly Award[]): readonly Award[] {
  if (incoming.key.part === "") return awards;
  const others = [...batch.parts, ...batch.rows].filter((row) => isPartOf(row, incoming));
  const given = new Set(others.flatMap((row) => resultFrom(row.awards).awards.map(({ ruleId }) => ruleId)));
  return awards.filter((award) => !given.has(award.ruleId) || !isForWhole(batch.programme, award));
}

function isPartOf(row: ActivityRow, { memberId, key, activity }: NewActivity): boolean {
  const isSame = row.memberId === memberId && row.source === key.source && row.document === key.document;
  return isSame && row.kind === activity.kind && row.part !== key.part;
}
