// Batches of coupons: what their codes have in common.
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { CouponTerms } from "@fedele/core/coupons.ts";
import type { Gift } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";

/** `coupons`: how many there are. `rewardId` null: what it brings stands in no catalogue. */
export type BatchRow = CouponTerms &
  Readonly<{
    id: string;
    name: string;
    kind: "made" | "imported";
    coupons: number;
    rewardId: string | null;
    gift: Gift;
    createdAt: number;
  }>;

export type BatchColumns = {
  id: string;
  name: string;
  kind: "made" | "imported";
  coupons: number;
  reward_id: string | null;
  gift: Gift;
  uses_max: number | null;
  per_member_max: number | null;
  valid_from: number | null;
  valid_until: number | null;
  tiers: string[];
  audience: ConditionGroup | null;
  valid_days: number | null;
  status: "live" | "ended";
  created_at: number;
};

export const batchColumns = `b.id, b.name, b.kind, b.coupons, b.reward_id, b.gift, b.uses_max, b.per_member_max,
  b.valid_from, b.valid_until, b.tiers, b.audience, b.valid_days, b.status, b.created_at`;

export function toBatch(row: BatchColumns): BatchRow {
  const { id, name, kind, coupons, gift, tiers, audience, status } = row;
  return {
    id,
    name,
    kind,
    coupons,
    rewardId: row.reward_id,
    gift,
    usesMax: row.uses_max,
    perMemberMax: row.per_member_max,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    tiers,
    audience,
    validDays: row.valid_days,
    status,
    createdAt: row.created_at,
  };
}

export async function insertBatch(ctx: Ctx, batch: BatchRow): Promise<void> {
  await ctx.query(
    `insert into coupon_batches (tenant_id, id, name, kind, coupons, reward_id, gift, uses_max, per_member_max,
       valid_from, valid_until, tiers, audience, valid_days, status, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      ctx.tenantId,
      batch.id,
      batch.name,
      batch.kind,
      batch.coupons,
      batch.rewardId,
      JSON.stringify(batch.gift),
      batch.usesMax,
      batch.perMemberMax,
      isoOrNull(batch.validFrom),
      isoOrNull(batch.validUntil),
      batch.tiers,
      batch.audience === null ? null : JSON.stringify(batch.audience),
      batch.validDays,
      batch.status,
      iso(batch.createdAt),
    ],
  );
}

export async function findBatch(ctx: Ctx, id: string): Promise<BatchRow | null> {
  const [row] = await ctx.query<BatchColumns>(
    `select ${batchColumns} from coupon_batches b where b.tenant_id = $1 and b.id = $2`,
    [ctx.tenantId, id],
  );
  return row === undefined ? null : toBatch(row);
}

/** The latest first. */
export async function listBatches(ctx: Ctx, page: { before: string | null; limit: number }): Promise<BatchRow[]> {
  const rows = await ctx.query<BatchColumns>(
    `select ${batchColumns} from coupon_batches b
     where b.tenant_id = $1 and ($2::uuid is null or b.id < $2) order by b.id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
  return rows.map(toBatch);
}

export async function endBatch(ctx: Ctx, id: string): Promise<void> {
  await ctx.query("update coupon_batches set status = 'ended' where tenant_id = $1 and id = $2", [ctx.tenantId, id]);
}
