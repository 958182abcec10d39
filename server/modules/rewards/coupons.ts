// Using a coupon: a member claims it and has an issued reward, or somebody shows it at a till. Whatever stands in the
// way, unknown, used, expired, somebody else's, the answer and the work are the same. Locks are taken in the order:
// key, coupon, stock, the member's facts, counts of misses.
import { couponIssuedUntil, type Holder, whyNoCoupon } from "@fedele/core/coupons.ts";
import { whyMayNot } from "@fedele/core/rights.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getFacts, lockFacts, rightsOf } from "../members/facts.ts";
import { memberStanding } from "../programme/tiers.ts";
import { placeOfCode } from "./couponBatches.ts";
import { countMiss, refuseGuessers, subjectsOf } from "./couponGuesses.ts";
import { getReward } from "./rewards.ts";
import {
  addUses,
  type CouponRow,
  findRedemption,
  insertRedemption,
  lockCoupon,
  lockCouponById,
  markRedemptionReversed,
  type RedemptionRow,
} from "./store/coupons.ts";
import { countClaimed, type IssuedKey, type IssuedRow, insertIssued, unheld } from "./store/issuedRewards.ts";
import { lockStock, putPieceBack, takePiece } from "./store/rewards.ts";

export type { RedemptionRow } from "./store/coupons.ts";

/** `origin`: where the code was typed, as the caller tells it apart. */
export type CouponRequest = Readonly<{ tenant: Tenant; keys: TenantKeys; code: string; origin: string | null }>;

/** The one answer to every code that cannot be used. */
function unusable(): Refusal {
  return new Refusal("not_found", "This code cannot be used.", { field: "code" });
}

/**
 * Makes a coupon the member's own: an issued reward that cost no points. A refusal that is returned, not thrown, has
 * been counted as a miss in this transaction: commit it, without the request's key.
 */
export async function claimCoupon(ctx: Ctx, key: IssuedKey, asked: CouponRequest): Promise<IssuedRow | Refusal> {
  const { tenant, keys, origin } = asked;
  const subjects = subjectsOf(ctx, keys, { tenant, memberId: key.memberId, origin });
  await refuseGuessers(ctx, subjects);
  const coupon = await findCoupon(ctx, asked);
  const batchId = coupon?.batch.id ?? null;
  const [record, { tier }, used] = await Promise.all([
    getFacts(ctx, key),
    memberStanding(ctx, key, tenant),
    countClaimed(ctx, key, batchId),
  ]);
  if (whyMayNot(rightsOf(record, ctx.now), "claim") !== null) {
    throw new Refusal("forbidden", "This member may not use coupons at present.");
  }
  const holder = { memberId: key.memberId, member: { ...record.facts, tier }, used };
  if (coupon === null || whyNot(ctx, coupon, holder, tenant) !== null) {
    await countMiss(ctx, tenant, subjects);
    return unusable();
  }

  await takeOne(ctx, coupon);
  await lockFacts(ctx, [key]);
  // Two coupons of one batch at once: who had to wait for the member looks again.
  const again = { ...holder, used: await countClaimed(ctx, key, batchId) };
  if (whyNot(ctx, coupon, again, tenant) !== null) throw unusable();

  const issued = issuedOf(ctx, key, coupon, tenant);
  ctx.later(insertIssued(ctx, issued));
  ctx.later(emit(ctx, [claimed(ctx, issued, coupon)]));
  return issued;
}

/** Uses a coupon for somebody of whom nothing is known. Refusals as above. */
export async function redeemCoupon(ctx: Ctx, id: string, asked: CouponRequest): Promise<RedemptionRow | Refusal> {
  const { tenant, keys, origin } = asked;
  const subjects = subjectsOf(ctx, keys, { tenant, memberId: null, origin });
  await refuseGuessers(ctx, subjects);
  const coupon = await findCoupon(ctx, asked);
  if (coupon === null || whyNot(ctx, coupon, null, tenant) !== null) {
    await countMiss(ctx, tenant, subjects);
    return unusable();
  }

  await takeOne(ctx, coupon);
  const { id: batchId, rewardId, gift } = coupon.batch;
  const of = { couponId: coupon.id, batchId, rewardId, gift };
  const redemption = { id, ...of, status: "redeemed" as const, createdAt: ctx.now, changedAt: ctx.now };
  ctx.later(insertRedemption(ctx, redemption));
  return redemption;
}

/** An id for a redemption that is about to be made: it lies with its coupon, which lies where its code says. */
export function newRedemptionId(ctx: Ctx, asked: Pick<CouponRequest, "tenant" | "keys" | "code">): string {
  return newId(ctx.now, placeOfCode(asked, asked.code).bucket);
}

export async function getRedemption(ctx: Ctx, id: string): Promise<RedemptionRow> {
  const redemption = await findRedemption(ctx, id);
  if (redemption === null) throw new Refusal("not_found", "There is no such redemption of a coupon.");
  return redemption;
}

/** The coupon can be used again, as often as before, and the piece is back in stock. */
export async function reverseRedemption(ctx: Ctx, id: string): Promise<RedemptionRow> {
  const redemption = await getRedemption(ctx, id);
  await lockCouponById(ctx, redemption.couponId);
  if (redemption.rewardId !== null) await lockStock(ctx, redemption.rewardId);
  if (!(await markRedemptionReversed(ctx, id))) {
    throw new Refusal("conflict", "This redemption has been taken back already.");
  }
  await giveUseBack(ctx, redemption);
  return { ...redemption, status: "reversed", changedAt: ctx.now };
}

/** For whoever holds the locks on the coupon and the stock. */
export async function giveUseBack(
  ctx: Ctx,
  { couponId, rewardId }: { couponId: string; rewardId: string | null },
): Promise<void> {
  await Promise.all([addUses(ctx, couponId, -1), rewardId === null ? undefined : putPieceBack(ctx, rewardId)]);
}

function findCoupon(ctx: Ctx, asked: CouponRequest): Promise<CouponRow | null> {
  const { bucket, codeHash } = placeOfCode(asked, asked.code);
  return lockCoupon(ctx, bucket, codeHash);
}

function whyNot(ctx: Ctx, { batch, uses, boundTo }: CouponRow, holder: Holder | null, { timezone }: Tenant) {
  return whyNoCoupon({ ...batch, uses, boundTo }, { holder, timezone }, ctx.now);
}

/** One use of the coupon, and one piece of its reward where that is limited. */
async function takeOne(ctx: Ctx, { id, batch: { rewardId } }: CouponRow): Promise<void> {
  await addUses(ctx, id, 1);
  if (rewardId === null || (await getReward(ctx, rewardId)).stock === null) return;
  if (!(await takePiece(ctx, rewardId))) {
    throw new Refusal("conflict", "What this coupon brings is out of stock; the coupon was not used.");
  }
}

function issuedOf(ctx: Ctx, key: IssuedKey, { id, batch }: CouponRow, { timezone }: Tenant): IssuedRow {
  const expiresAt = couponIssuedUntil(batch, timezone, ctx.now);
  return {
    ...key,
    origin: { source: "coupon", batchId: batch.id, couponId: id },
    rewardId: batch.rewardId,
    gift: batch.gift,
    status: "active",
    ...unheld,
    expiresAt,
    createdAt: ctx.now,
    changedAt: ctx.now,
  };
}

function claimed(ctx: Ctx, { bucket, memberId, id }: IssuedRow, { batch }: CouponRow) {
  const data = { issuedRewardId: id, batchId: batch.id };
  return { id: newId(ctx.now, bucket), type: "coupon.claimed", bucket, memberId, at: ctx.now, data };
}
