// What campaigns count, bucket by bucket of the members, so that no row is everybody's.
import type { Ctx } from "../../../platform/database/transaction.ts";

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

/** What each campaign has counted in all. */
export async function sumSlots(ctx: Ctx, campaignIds: readonly string[]): Promise<Map<string, { heldOut: number }>> {
  const rows = await ctx.query<{ campaign_id: string; held_out: number }>(
    `/* scatter: a campaign's members live everywhere */
     select campaign_id, sum(held_out)::bigint as held_out from campaign_slots
     where tenant_id = $1 and campaign_id = any($2::uuid[]) group by campaign_id`,
    [ctx.tenantId, campaignIds],
  );
  return new Map(rows.map((row) => [row.campaign_id, { heldOut: row.held_out }]));
}
