// Budgets of campaigns: what no slice has been cut from yet. A row is locked only when a slice runs out.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type Budget = Readonly<{ campaignId: string; granted: number; free: number; exhaustedAt: number | null }>;

type Row = { campaign_id: string; granted: number; free: number; exhausted_at: number | null };

export async function insertBudget(ctx: Ctx, campaignId: string, granted: number): Promise<void> {
  await ctx.query(
    "insert into campaign_budgets (bucket, tenant_id, campaign_id, granted, free) values ($2, $1, $3, $4, $4)",
    [ctx.tenantId, bucketOf(campaignId), campaignId, granted],
  );
}

export async function lockBudget(ctx: Ctx, campaignId: string): Promise<Budget | null> {
  const [row] = await ctx.query<Row>(
    `select campaign_id, granted, free, exhausted_at from campaign_budgets
     where bucket = $2 and tenant_id = $1 and campaign_id = $3 for update`,
    [ctx.tenantId, bucketOf(campaignId), campaignId],
  );
  return row === undefined ? null : toBudget(row);
}

export async function saveBudget(ctx: Ctx, { campaignId, granted, free, exhaustedAt }: Budget): Promise<void> {
  await ctx.query(
    `update campaign_budgets set granted = $4, free = $5, exhausted_at = $6
     where bucket = $2 and tenant_id = $1 and campaign_id = $3`,
    [ctx.tenantId, bucketOf(campaignId), campaignId, granted, free, exhaustedAt === null ? null : iso(exhaustedAt)],
  );
}

export async function findBudgets(ctx: Ctx, campaignIds: readonly string[]): Promise<Budget[]> {
  const rows = await ctx.query<Row>(
    `select b.campaign_id, b.granted, b.free, b.exhausted_at
     from unnest($2::smallint[], $3::uuid[]) as w (bucket, campaign_id)
     join campaign_budgets b on b.bucket = w.bucket and b.tenant_id = $1 and b.campaign_id = w.campaign_id`,
    [ctx.tenantId, campaignIds.map(bucketOf), campaignIds],
  );
  return rows.map(toBudget);
}

function toBudget({ campaign_id, exhausted_at, ...row }: Row): Budget {
  return { ...row, campaignId: campaign_id, exhaustedAt: exhausted_at };
}
