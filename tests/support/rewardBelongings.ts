// What a member has of rewards, coupons and benefits, for the samples, and one good request for each of what is done
// with coupons, gifts and benefits.
import { randomBytes } from "node:crypto";
import type { Call, Reply } from "./server.ts";

export const coffee = { name: "A coffee", cost: { pointsType: "points", points: 10 }, gift: { kind: "benefit" } };

const coupons = { gift: { kind: "discount_percent", percent: 10 } };

const lounge = { name: "The lounge", tiers: ["bronze", "gold"], gift: { kind: "benefit" }, period: "month" };

export type RewardBelongings = {
  rewardId: string;
  rewardCode: string;
  issuedRewardId: string;
  usedRewardId: string;
  giftId: string;
  batchId: string;
  couponCode: string;
  redemptionId: string;
  benefitId: string;
  benefitCode: string;
};

type Make = (path: string, body: object) => Promise<Reply["body"]>;

/** There are points to take the rewards for. */
export async function rewardsOf(
  call: Call,
  make: Make,
  member: { own: string; friendId: string; mark: string },
): Promise<RewardBelongings> {
  const { own, friendId, mark } = member;
  const reward = await make("/v1/rewards", { ...coffee, code: mark, stock: 10 });
  const takes = () => make(`${own}/issued-rewards`, { reward: mark });
  const [issued, given, used] = [await takes(), await takes(), await takes()];
  const gift = await make(`${own}/gifts`, { issuedRewardId: given.id, to: { id: friendId } });
  await call("POST", `${own}/issued-rewards/${used.id}/use`);
  const batch = await make("/v1/coupon-batches", { ...coupons, name: mark, count: 2 });
  const redemption = await make("/v1/coupon-redemptions", { code: batch.codes[0].code });
  const benefit = await make("/v1/benefits", { ...lounge, code: mark });
  return {
    rewardId: reward.id,
    rewardCode: reward.code,
    issuedRewardId: issued.id,
    usedRewardId: used.id,
    giftId: gift.id,
    batchId: batch.id,
    couponCode: batch.codes[1].code,
    redemptionId: redemption.id,
    benefitId: benefit.id,
    benefitCode: benefit.code,
  };
}

type Own = RewardBelongings & { memberId: string; friendId: string };

/** By operationId. */
export const favourSamples = {
  reverseRewardUse: ({ memberId, usedRewardId }: Own) => ({
    path: { memberId, issuedRewardId: usedRewardId },
    body: { reason: "mistake" },
  }),
  giveReward: ({ memberId, friendId, issuedRewardId }: Own) => ({
    path: { memberId },
    body: { issuedRewardId, to: { id: friendId } },
  }),
  getGift: ({ memberId, giftId }: Own) => ({ path: { memberId, giftId } }),
  recallGift: ({ memberId, giftId }: Own) => ({ path: { memberId, giftId } }),

  addCouponBatch: ({ rewardCode }: Own) => ({ body: { name: "Spring", reward: rewardCode, count: 1 } }),
  listCouponBatches: () => ({ query: "limit=100" }),
  getCouponBatch: ({ batchId }: Own) => ({ path: { batchId } }),
  endCouponBatch: ({ batchId }: Own) => ({ path: { batchId } }),
  claimCoupon: ({ memberId, couponCode }: Own) => ({ path: { memberId }, body: { code: couponCode } }),
  redeemCoupon: ({ couponCode }: Own) => ({ body: { code: couponCode } }),
  getCouponRedemption: ({ redemptionId }: Own) => ({ path: { redemptionId } }),
  reverseCouponRedemption: ({ redemptionId }: Own) => ({ path: { redemptionId } }),

  addBenefit: () => ({ body: { ...lounge, code: `x${randomBytes(8).toString("hex")}` } }),
  listBenefits: () => ({}),
  endBenefit: ({ benefitId }: Own) => ({ path: { benefitId } }),
  listMemberBenefits: ({ memberId }: Own) => ({ path: { memberId } }),
  useBenefit: ({ memberId, benefitCode }: Own) => ({ path: { memberId }, body: { benefit: benefitCode } }),
};
