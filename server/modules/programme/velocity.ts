// Members who buy or earn too fast: noted with the purchase, in the same transaction, and nothing refused. A programme
// that asks for none of it pays for none of it.
import { type Hurry, hurriesOf, type Receipt } from "@fedele/core/velocity.ts";
import type { Batch } from "./batch.ts";
import type { NewActivity } from "./newActivity.ts";
import { AHEAD_MS } from "./policies.ts";
import { findRecent, type RecentRow } from "./store/activityFlags.ts";
import { type PointsMoved, resultFrom } from "./storedActivities.ts";

const MINUTE_MS = 60_000;

/** What the buyers of a batch bought of late: one statement, and only where somebody asks. */
export async function readRecent(batch: Batch, news: readonly NewActivity[]): Promise<void> {
  const { velocity } = batch.programme.policies;
  const buying = news.filter(isJudged);
  if (velocity.kind === "off" || buying.length === 0) return;
  const members = [...new Map(buying.map((it) => [it.memberId, it])).values()];
  // What a till's clock tells ahead of us was recorded that much earlier.
  const since = Math.min(...buying.map(({ activity }) => activity.at)) - velocity.minutes * MINUTE_MS - AHEAD_MS;
  batch.recent.push(...(await findRecent(batch.ctx, members, firstIdAt(since))));
}

/** History that is imported is no news about anybody's haste. */
function isJudged({ activity, imported }: NewActivity): boolean {
  return activity.kind === "purchase" && imported === null;
}

/** Notes what a purchase exceeds; its row carries it as well. */
export function noteHaste(batch: Batch, incoming: NewActivity, points: readonly PointsMoved[]): readonly Hurry[] {
  const { velocity } = batch.programme.policies;
  if (velocity.kind === "off" || !isJudged(incoming)) return [];
  const { key, memberId, bucket, id: activityId, locationId, activity } = incoming;
  const { minutes, receiptsPerTill = null, receipts = null, points: most = null } = velocity;
  const own = { memberId, source: key.source, document: key.document, locationId, eventAt: activity.at };
  const receipt = receiptOf(own, points);
  const others = [...batch.recent, ...batch.rows.filter(({ kind }) => kind === "purchase")];
  const hurries = hurriesOf(
    { minutes, receiptsPerTill, receipts, points: most },
    receipt,
    others.filter((row) => row.memberId === memberId).map((row) => receiptOf(row, resultFrom(row.awards).points)),
  );
  const about = { bucket, memberId, activityId, minutes, locationId, createdAt: batch.ctx.now };
  batch.flags.push(...hurries.map(({ kind, count, max }) => ({ ...about, kind, counted: count, bound: max })));
  return hurries;
}

/** A till is known by who tells and by where it stands. */
function receiptOf(row: Omit<RecentRow, "awards">, points: readonly PointsMoved[]): Receipt {
  return {
    document: `${row.source}\n${row.document}`,
    till: `${row.source}\n${row.locationId ?? ""}`,
    at: row.eventAt,
    points: points.reduce((sum, moved) => sum + moved.points, 0),
  };
}

/** Below every id of that millisecond. */
function firstIdAt(ms: number): string {
  const hex = Math.max(0, ms).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
