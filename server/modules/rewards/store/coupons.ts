// Coupons, found by a keyed hash of their code, and those used at a till by somebody of whom nothing is known.
import type { CouponState } from "@fedele/core/coupons.ts";
import type { Gift } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";
import { type BatchColumns, type BatchRow, batchColumns, toBatch } from "./couponBatches.ts";

/** `id` carries the bucket, which is that of the code. `ordinal`: the how manieth of its batch. */
export type NewCoupon = Readonly<{ id: string; codeHash: Buffer; ordinal: number; memberId: string | null }>;

/** A code and what its batch says of it. */
export type CouponRow = CouponState & Readonly<{ id: string; batch: BatchRow }>;

/** Adds coupons to a batch; gives the ordinals of those whose code nobody had. */
export async function insertCoupons(
  ctx: Ctx,
  { id: batchId, usesMax }: Pick<BatchRow, "id" | "usesMax">,
  coupons: readonly NewCoupon[],
): Promise<number[]> {
  const rows = await ctx.query<{ ordinal: number }>(
    `insert into coupons (bucket, tenant_id, code_hash, id, batch_id, ordinal, member_id, uses_max, uses)
     select n.bucket, $1, n.code_hash, n.id, $2, n.ordinal, n.member_id, $3, 0
     from unnest($4::smallint[], $5::bytea[], $6::uuid[], $7::int[], $8::uuid[])
       as n (bucket, code_hash, id, ordinal, member_id)
     on conflict do nothing returning ordinal`,
    [
      ctx.tenantId,
      batchId,
      usesMax,
      coupons.map(({ id }) => bucketOf(id)),
      coupons.map(({ codeHash }) => codeHash),
      coupons.map(({ id }) => id),
      coupons.map(({ ordinal }) => ordinal),
      coupons.map(({ memberId }) => memberId),
    ],
  );
  return rows.map(({ ordinal }) => ordinal);
}

/** The coupons of a batch in their order, and how often each was used. */
export async function listCoupons(
  ctx: Ctx,
  buckets: readonly number[],
  batchId: string,
): Promise<{ ordinal: number; memberId: string | null; uses: number }[]> {
  const rows = await ctx.query<{ ordinal: number; member_id: string | null; uses: number }>(
    `select ordinal, member_id, uses from coupons
     where bucket = any ($2::smallint[]) and tenant_id = $1 and batch_id = $3 order by ordinal`,
    [ctx.tenantId, buckets, batchId],
  );
  return rows.map(({ ordinal, member_id, uses }) => ({ ordinal, memberId: member_id, uses }));
}

/** How often the coupons of a batch were used, all of them together. */
export async function countUses(ctx: Ctx, buckets: readonly number[], batchId: string): Promise<number> {
  const [row] = await ctx.query<{ uses: number }>(
    `select coalesce(sum(uses), 0)::bigint as uses from coupons
     where bucket = any ($2::smallint[]) and tenant_id = $1 and batch_id = $3`,
    [ctx.tenantId, buckets, batchId],
  );
  return row?.uses ?? 0;
}

/** The coupon with this code, and the lock on it: of two tills that use it at once one waits for the other. */
export async function lockCoupon(ctx: Ctx, bucket: number, codeHash: Buffer): Promise<CouponRow | null> {
  const [row] = await ctx.query<BatchColumns & { coupon_id: string; uses: number; bound_to: string | null }>(
    `select ${batchColumns}, c.id as coupon_id, c.uses, c.member_id as bound_to
     from coupons c join coupon_batches b on b.tenant_id = c.tenant_id and b.id = c.batch_id
     where c.bucket = $2 and c.tenant_id = $1 and c.code_hash = $3
     for no key update of c`,
    [ctx.tenantId, bucket, codeHash],
  );
  if (row === undefined) return null;
  return { id: row.coupon_id, uses: row.uses, boundTo: row.bound_to, batch: toBatch(row) };
}

/** For whoever gives a use back after the member was locked, whom others lock after the coupon. */
export async function lockCouponById(ctx: Ctx, id: string): Promise<void> {
  await ctx.query("select from coupons where bucket = $2 and tenant_id = $1 and id = $3 for no key update", [
    ctx.tenantId,
    bucketOf(id),
    id,
  ]);
}

/** Counts one use more, or one less. */
export async function addUses(ctx: Ctx, id: string, uses: 1 | -1): Promise<void> {
  await ctx.query("update coupons set uses = uses + $4 where bucket = $2 and tenant_id = $1 and id = $3", [
    ctx.tenantId,
    bucketOf(id),
    id,
    uses,
  ]);
}

/** A coupon that was used without a member. */
export type RedemptionRow = Readonly<{
  id: string;
  couponId: string;
  batchId: string;
  rewardId: string | null;
  gift: Gift;
  status: "redeemed" | "reversed";
  createdAt: number;
  changedAt: number;
}>;

export async function insertRedemption(ctx: Ctx, redemption: RedemptionRow): Promise<void> {
  await ctx.query(
    `insert into coupon_redemptions (bucket, tenant_id, id, coupon_id, batch_id, reward_id, gift, status, created_at,
       changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      bucketOf(redemption.id),
      ctx.tenantId,
      redemption.id,
      redemption.couponId,
      redemption.batchId,
      redemption.rewardId,
      JSON.stringify(redemption.gift),
      redemption.status,
      iso(redemption.createdAt),
      iso(redemption.changedAt),
    ],
  );
}

type RedemptionColumns = {
  id: string;
  coupon_id: string;
  batch_id: string;
  reward_id: string | null;
  gift: Gift;
  status: "redeemed" | "reversed";
  created_at: number;
  changed_at: number;
};

export async function findRedemption(ctx: Ctx, id: string): Promise<RedemptionRow | null> {
  const [row] = await ctx.query<RedemptionColumns>(
    `select id, coupon_id, batch_id, reward_id, gift, status, created_at, changed_at from coupon_redemptions
     where bucket = $2 and tenant_id = $1 and id = $3`,
    [ctx.tenantId, bucketOf(id), id],
  );
  if (row === undefined) return null;
  const { gift, status } = row;
  const of = { couponId: row.coupon_id, batchId: row.batch_id, rewardId: row.reward_id };
  return { id: row.id, ...of, gift, status, createdAt: row.created_at, changedAt: row.changed_at };
}

/** False where it had been taken back already. */
export async function markRedemptionReversed(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.query(
    `update coupon_redemptions set status = 'reversed', changed_at = $4
     where bucket = $2 and tenant_id = $1 and id = $3 and status = 'redeemed' returning id`,
    [ctx.tenantId, bucketOf(id), id, iso(ctx.now)],
  );
  return rows.length === 1;
}
