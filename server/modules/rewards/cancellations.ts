// An issued reward is given up: what it came of comes back, points, coupon or gift, and the piece is in stock
// again. Locks in the order of taking one: key, coupon, stock, the member's facts, wallets.
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { giveUseBack } from "./coupons.ts";
import { declineGift } from "./giftArrivals.ts";
import {
  type Asking,
  after,
  getIssuedReward,
  type IssuedRow,
  lockIssued,
  movePoints,
  refuseHeld,
  tellOf,
} from "./issuedRewards.ts";
import { lockCouponById } from "./store/coupons.ts";
import { type IssuedKey, saveStatus } from "./store/issuedRewards.ts";
import { lockStock, putPieceBack } from "./store/rewards.ts";

/** Gives back what it came of, and the piece to the stock. */
export async function cancelIssuedReward(ctx: Ctx, key: IssuedKey, asked: Asking): Promise<IssuedRow> {
  const { origin, rewardId } = await getIssuedReward(ctx, key);
  if (origin.source === "coupon") await lockCouponById(ctx, origin.couponId);
  if (rewardId !== null) await lockStock(ctx, rewardId);
  const { issued } = await lockIssued(ctx, key);
  refuseHeld(issued);
  const status = after(issued.status, "cancel");

  await giveBack(ctx, issued, asked);
  ctx.later(saveStatus(ctx, { ...key, status }));
  ctx.later(tellOf(ctx, key, "reward.given_back"));
  return { ...issued, status, changedAt: ctx.now };
}

async function giveBack(ctx: Ctx, issued: IssuedRow, asked: Asking): Promise<void> {
  const { origin, rewardId, ...key } = issued;
  switch (origin.source) {
    case "points": {
      const reversal = { ...key, id: newId(ctx.now, key.bucket) };
      const { spendId } = origin;
      await movePoints(ctx, reversal, asked, { kind: "spend_reversal", spendId, points: null, paidFor: key.id });
      if (rewardId !== null) ctx.later(putPieceBack(ctx, rewardId));
      return;
    }
    case "coupon":
      return giveUseBack(ctx, { couponId: origin.couponId, rewardId });
    case "gift":
      // The piece is with the giver's own reward, which comes back to life.
      return declineGift(ctx, key, origin.giftId);
    case "campaign":
      if (rewardId !== null) ctx.later(putPieceBack(ctx, rewardId));
      return;
    case "benefit":
      throw new Error("a benefit is used as soon as it is there: there is nothing to cancel");
  }
}
