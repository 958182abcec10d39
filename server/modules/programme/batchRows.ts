// What a batch leaves behind: one statement a table.
import { emit } from "../../platform/outbox.ts";
import { post } from "../ledger/postings.ts";
import { saveFacts } from "../members/facts.ts";
import { type Batch, keyText } from "./batch.ts";
import { sortedChanges } from "./limits.ts";
import type { NewActivity } from "./newActivity.ts";
import { sortedSlotChanges } from "./slices.ts";
import { insertActivities, releaseActivityKeys } from "./store/activities.ts";
import { insertFlags } from "./store/activityFlags.ts";
import { addHeldOut, spendFromSlots } from "./store/campaignSlots.ts";
import { insertEarned } from "./store/earnedRewards.ts";
import { addCounts } from "./store/limits.ts";
import {
  closeParkedReturns,
  insertOrphans,
  insertParkedReturns,
  saveReturned,
  type WaitingReturn,
} from "./store/returns.ts";
import { insertTierChanges } from "./store/tiers.ts";
import type { BusinessKey } from "./storedActivities.ts";

/** A return that has waited, and what became of it. */
export type Settled = WaitingReturn & { status: "settled" | "orphan" };

/** One statement a table, none waited for: they travel with COMMIT. */
export function writeBatch(
  batch: Batch,
  decided: { refused: readonly NewActivity[]; settled: readonly Settled[] },
): void {
  const { ctx } = batch;
  if (decided.refused.length > 0)
    ctx.later(releaseActivityKeys(ctx, decided.refused.map(({ key }) => key).sort(byKey)));
  if (batch.rows.length > 0) ctx.later(insertActivities(ctx, batch.rows));
  if (batch.parked.length > 0) ctx.later(insertParkedReturns(ctx, batch.parked));
  if (decided.settled.length > 0) ctx.later(closeParkedReturns(ctx, decided.settled));
  if (batch.orphans.length > 0) ctx.later(insertOrphans(ctx, batch.orphans));
  if (batch.earned.length > 0) ctx.later(insertEarned(ctx, batch.earned));
  if (batch.flags.length > 0) ctx.later(insertFlags(ctx, batch.flags));
  const changed = [...batch.changedReturns].flatMap((id) => {
    const purchase = batch.purchases.get(id);
    const returned = batch.returned.get(id);
    return purchase === undefined || returned === undefined ? [] : [{ ...purchase, returned }];
  });
  if (changed.length > 0) ctx.later(saveReturned(ctx, changed));
  const touched = [...batch.touched].flatMap((id) => batch.records.get(id) ?? []);
  if (touched.length > 0) ctx.later(saveFacts(ctx, touched));
  if (batch.tierChanges.length > 0) ctx.later(insertTierChanges(ctx, batch.tierChanges));
  post(ctx, batch.book);
  const counts = sortedChanges(batch.counts);
  if (counts.length > 0) ctx.later(addCounts(ctx, counts));
  const spent = sortedSlotChanges(batch.slices);
  if (spent.length > 0) ctx.later(spendFromSlots(ctx, spent));
  const heldOut = [...batch.heldOut].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
  if (heldOut.length > 0) ctx.later(addHeldOut(ctx, heldOut));
  ctx.later(emit(ctx, batch.events));
}

/** In the order in which keys are locked. */
export function byKey(a: BusinessKey, b: BusinessKey): number {
  if (a.bucket !== b.bucket) return a.bucket - b.bucket;
  return keyText(a) < keyText(b) ? -1 : 1;
}
