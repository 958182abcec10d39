// A batch that finds a slice of a budget empty is undone, the slice filled in a transaction of its own, and the batch
// done again: the row of the budget is never held while members are.

import { againAfter, type Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";
import { lockBudget, saveBudget } from "./store/budgets.ts";
import { emptySlots, fillSlots, lockCampaignSlots } from "./store/campaignSlots.ts";

/** A slice is what is needed now and this part of the budget besides. */
export const SLICES = 100;
/**
 * How long a slice that could not be filled waits before it asks again. What is given back elsewhere meanwhile is out
 * of its reach for so long at most.
 */
export const ASKS_AGAIN_MS = 60_000;

/** Points that a slice lacks, and a member who was to have some of them. */
export type Shortage = Readonly<{ campaignId: string; bucket: number; points: number; memberId: string }>;

/** To be thrown: undoes the batch, which is done again with its slices filled; with none, where it learnt too late. */
export function onceFilled(shortages: readonly Shortage[]): Error {
  return againAfter((ctx) => fillSlices(ctx, shortages));
}

/** Fills slices campaign by campaign, in the order of their ids. */
async function fillSlices(ctx: Ctx, shortages: readonly Shortage[]): Promise<void> {
  const byCampaign = [...Map.groupBy(shortages, ({ campaignId }) => campaignId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [campaignId, lacking] of byCampaign) await fillOf(ctx, campaignId, lacking);
}

/**
 * Cuts slices from what is left of the budget. Where that is not enough, what lies in the other slices is gathered
 * first: the last points are given to whoever asks for them.
 */
async function fillOf(ctx: Ctx, campaignId: string, lacking: readonly Shortage[]): Promise<void> {
  const budget = await lockBudget(ctx, campaignId);
  if (budget === null) throw new Error(`campaign ${campaignId} has no budget`);
  const wanted = lacking.reduce((sum, { points }) => sum + points, 0);
  const slice = Math.ceil(budget.granted / SLICES);
  const isShort = budget.free < wanted;
  const asking = lacking.map(({ bucket }) => bucket);
  let free = budget.free + (isShort ? await gather(ctx, campaignId, asking) : 0);

  const fills = lacking
    .toSorted((a, b) => a.bucket - b.bucket)
    .map(({ bucket, points, memberId }) => {
      // Once slices are gathered nobody gets more than they need: the rest is for the next who asks.
      const given = Math.min(free, isShort ? points : points + slice);
      free -= given;
      return { bucket, memberId, points: given, isFull: given >= points };
    });
  const unmet = fills.find(({ isFull }) => !isFull);
  const isFirst = unmet !== undefined && budget.exhaustedAt === null;

  const asksAgainAt = ctx.now + ASKS_AGAIN_MS;
  await fillSlots(
    ctx,
    campaignId,
    fills.map(({ bucket, points, isFull }) => ({ bucket, points, asksAgainAt: isFull ? null : asksAgainAt })),
  );
  await saveBudget(ctx, { ...budget, free, exhaustedAt: isFirst ? ctx.now : budget.exhaustedAt });
  if (!isFirst) return;
  const { bucket, memberId } = unmet;
  const data = { campaignId, granted: budget.granted };
  const event = { id: newId(ctx.now, bucket), type: "campaign.budget_exhausted", bucket, memberId, at: ctx.now, data };
  await emit(ctx, [event]);
}

/**
 * Takes everything out of a campaign's slices but those that ask: they have reckoned with what lies in them, and would
 * lack it again. All are locked one after the other, as batches lock them.
 */
async function gather(ctx: Ctx, campaignId: string, asking: readonly number[]): Promise<number> {
  const others = (await lockCampaignSlots(ctx, campaignId)).filter(({ bucket }) => !asking.includes(bucket));
  await emptySlots(
    ctx,
    campaignId,
    others.map(({ bucket }) => bucket),
  );
  return others.reduce((sum, { free }) => sum + free, 0);
}
