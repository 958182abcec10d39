// What campaigns count, bucket by bucket of the members, so that no row is everybody's.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

/** A slice of a campaign's budget, for the members of one bucket. */
export type Slot = Readonly<{ bucket: number; campaignId: string; free: number; asksAgainAt: number | null }>;

type Row = { bucket: number; campaign_id: string; free: number; asks_again_at: number | null };

const toSlot = ({ campaign_id, asks_again_at, ...row }: Row): Slot => ({
  ...row,
  campaignId: campaign_id,
  asksAgainAt: asks_again_at,
});

/** The slices that the members of a batch are given from, locked in one order. */
export async function lockSlots(ctx: Ctx, buckets: readonly number[], campaignIds: readonly string[]): Promise<Slot[]> {
  const rows = await ctx.query<Row>(
    `select bucket, campaign_id, free, asks_again_at from campaign_slots
     where bucket = any($2::smallint[]) and tenant_id = $1 and campaign_id = any($3::uuid[])
     order by bucket, campaign_id for update`,
    [ctx.tenantId, buckets, campaignIds],
  );
  return rows.map(toSlot);
}

/** All slices of a campaign, locked in the same order: what lies in them is gathered. */
export async function lockCampaignSlots(ctx: Ctx, campaignId: string): Promise<Slot[]> {
  const rows = await ctx.query<Row>(
    `/* scatter: the last points of a budget may lie in any bucket */
     select bucket, campaign_id, free, asks_again_at from campaign_slots where tenant_id = $1 and campaign_id = $2
     order by bucket for update`,
    [ctx.tenantId, campaignId],
  );
  return rows.map(toSlot);
}

export async function emptySlots(ctx: Ctx, campaignId: string, buckets: readonly number[]): Promise<void> {
  await ctx.query(
    `/* scatter: the last points of a budget may lie in any bucket */
     update campaign_slots set free = 0 where tenant_id = $1 and campaign_id = $2 and bucket = any($3::smallint[])`,
    [ctx.tenantId, campaignId, buckets],
  );
}

/** There is more to be had: no slice waits any longer before it asks. */
export async function letSlotsAsk(ctx: Ctx, campaignId: string): Promise<void> {
  await ctx.query(
    `/* scatter: every slice hears of it */
     update campaign_slots set asks_again_at = null where tenant_id = $1 and campaign_id = $2`,
    [ctx.tenantId, campaignId],
  );
}

export async function fillSlots(
  ctx: Ctx,
  campaignId: string,
  fills: readonly Readonly<{ bucket: number; points: number; asksAgainAt: number | null }>[],
): Promise<void> {
  await ctx.query(
    `insert into campaign_slots (bucket, tenant_id, campaign_id, free, spent, held_out, asks_again_at)
     select n.bucket, $1, $2, n.points, 0, 0, n.asks_again_at
     from unnest($3::smallint[], $4::bigint[], $5::timestamptz[]) as n (bucket, points, asks_again_at)
     on conflict (bucket, tenant_id, campaign_id) do update
       set free = campaign_slots.free + excluded.free, asks_again_at = excluded.asks_again_at`,
    [
      ctx.tenantId,
      campaignId,
      fills.map((fill) => fill.bucket),
      fills.map((fill) => fill.points),
      fills.map((fill) => (fill.asksAgainAt === null ? null : iso(fill.asksAgainAt))),
    ],
  );
}

/** Points that were given out of a slice; below zero: that came back to it. */
export type SlotChange = Readonly<{ bucket: number; campaignId: string; points: number }>;

/** The changes come sorted. */
export async function spendFromSlots(ctx: Ctx, changes: readonly SlotChange[]): Promise<void> {
  await ctx.query(
    `update campaign_slots s set free = s.free - n.points, spent = s.spent + n.points
     from unnest($2::smallint[], $3::uuid[], $4::bigint[]) as n (bucket, campaign_id, points)
     where s.bucket = n.bucket and s.tenant_id = $1 and s.campaign_id = n.campaign_id`,
    [
      ctx.tenantId,
      changes.map((change) => change.bucket),
      changes.map((change) => change.campaignId),
      changes.map((change) => change.points),
    ],
  );
}

export type HeldOut = Readonly<{ bucket: number; campaignId: string; times: number }>;

/** Adds to how often members were held out. Sorted, so that two batches wait for each other instead of for ever. */
export async function addHeldOut(ctx: Ctx, changes: readonly HeldOut[]): Promise<void> {
  await ctx.query(
    `insert into campaign_slots (bucket, tenant_id, campaign_id, free, spent, held_out)
     select n.bucket, $1, n.campaign_id, 0, 0, n.times
     from unnest($2::smallint[], $3::uuid[], $4::bigint[]) as n (bucket, campaign_id, times)
     on conflict (bucket, tenant_id, campaign_id)
       do update set held_out = campaign_slots.held_out + excluded.held_out`,
    [
      ctx.tenantId,
      changes.map((change) => change.bucket),
      changes.map((change) => change.campaignId),
      changes.map((change) => change.times),
    ],
  );
}

export type SlotSums = Readonly<{ free: number; spent: number; heldOut: number }>;

/** What each campaign has counted in all. */
export async function sumSlots(ctx: Ctx, campaignIds: readonly string[]): Promise<Map<string, SlotSums>> {
  const rows = await ctx.query<{ campaign_id: string; free: number; spent: number; held_out: number }>(
    `/* scatter: a campaign's members live everywhere */
     select campaign_id, sum(free)::bigint as free, sum(spent)::bigint as spent, sum(held_out)::bigint as held_out
     from campaign_slots where tenant_id = $1 and campaign_id = any($2::uuid[]) group by campaign_id`,
    [ctx.tenantId, campaignIds],
  );
  return new Map(rows.map(({ campaign_id, held_out, ...row }) => [campaign_id, { ...row, heldOut: held_out }]));
}
