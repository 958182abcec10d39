// Rewards as the API tells them.

import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { Benefit, HeldBenefit as HeldBenefitReply } from "@fedele/sdk/schemas/benefit.ts";
import type { CouponBatch, CouponRedemption, MadeCouponBatch } from "@fedele/sdk/schemas/coupon.ts";
import type { RewardGift, UseReversal } from "@fedele/sdk/schemas/gift.ts";
import type { OwnReward } from "@fedele/sdk/schemas/ownReward.ts";
import type { CostReport } from "@fedele/sdk/schemas/report.ts";
import type { IssuedReward, Reward, UsableReward } from "@fedele/sdk/schemas/reward.ts";
import { type IdPrefix, toTypeId } from "../../platform/ids.ts";
import type { CodeOf } from "../ledger/replies.ts";
import type { BenefitRow, HeldBenefit } from "./benefits.ts";
import type { Cost } from "./cost.ts";
import type { BatchRow, MadeCoupons } from "./couponBatches.ts";
import type { RedemptionRow } from "./coupons.ts";
import type { GiftRow } from "./gifts.ts";
import type { IssuedRow } from "./issuedRewards.ts";
import type { ShownReward, Usable } from "./ownRewards.ts";
import type { ReversalRow } from "./reversals.ts";
import type { RewardRow } from "./rewards.ts";

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function toReward(reward: RewardRow, codeOf: CodeOf): Reward {
  const { code, name, status, gift, stock, tiers, audience, validDays } = reward;
  return {
    id: toTypeId("rwd", reward.id),
    code,
    name,
    status,
    cost: { pointsType: codeOf(reward.pointsType), points: reward.points },
    gift: { ...gift },
    stock,
    validFrom: isoOrNull(reward.validFrom),
    validUntil: isoOrNull(reward.validUntil),
    tiers: [...tiers],
    ...(audience === null ? {} : { audience: toGroup(audience) }),
    validDays,
    createdAt: iso(reward.createdAt),
  };
}

export function toOwnReward({ reward, tiers, missing, why }: ShownReward, codeOf: CodeOf): OwnReward {
  return {
    code: reward.code,
    name: reward.name,
    cost: { pointsType: codeOf(reward.pointsType), points: reward.points },
    gift: { ...reward.gift },
    canHave: missing === 0 && why === null,
    missing,
    ...(why === null ? {} : { why }),
    validFrom: isoOrNull(reward.validFrom),
    validUntil: isoOrNull(reward.validUntil),
    tiers: [...tiers],
  };
}

export function toUsable({ held, buyable }: Usable, codeOf: CodeOf): UsableReward[] {
  const costOf = (pointsType: Parameters<CodeOf>[0], points: number) => ({ pointsType: codeOf(pointsType), points });
  return [
    ...held.map(({ name, issued: { id, gift, origin, expiresAt } }) => ({
      issuedRewardId: toTypeId("isr", id),
      name,
      gift: { ...gift },
      cost: origin.source === "points" ? costOf(origin.pointsType, origin.points) : null,
      expiresAt: isoOrNull(expiresAt),
    })),
    ...buyable.map(({ code, name, gift, pointsType, points }) => ({
      ...{ reward: code, name, gift: { ...gift } },
      cost: costOf(pointsType, points),
      expiresAt: null,
    })),
  ];
}

function toGroup({ combinator, not, rules }: ConditionGroup): NonNullable<Reward["audience"]> {
  return { combinator, ...(not === undefined ? {} : { not }), rules: rules.map((it) => ({ ...it })) };
}

export function toIssuedReward(issued: IssuedRow, codeOf: CodeOf): IssuedReward {
  const { origin } = issued;
  return {
    id: toTypeId("isr", issued.id),
    memberId: toTypeId("mem", issued.memberId),
    rewardId: idOrNull("rwd", issued.rewardId),
    source: origin.source,
    sourceId: sourceIdOf(origin),
    status: issued.status,
    cost: origin.source === "points" ? { pointsType: codeOf(origin.pointsType), points: origin.points } : null,
    gift: { ...issued.gift },
    spendId: origin.source === "points" ? toTypeId("spd", origin.spendId) : null,
    expiresAt: isoOrNull(issued.expiresAt),
    createdAt: iso(issued.createdAt),
    changedAt: iso(issued.changedAt),
  };
}

function sourceIdOf(origin: IssuedRow["origin"]): string | null {
  switch (origin.source) {
    case "points":
      return null;
    case "coupon":
      return toTypeId("cpb", origin.batchId);
    case "gift":
      return toTypeId("gft", origin.giftId);
    case "benefit":
      return toTypeId("ben", origin.benefitId);
    case "campaign":
      return toTypeId("act", origin.activityId);
  }
}

function idOrNull(prefix: IdPrefix, id: string | null): string | null {
  return id === null ? null : toTypeId(prefix, id);
}

export function toBatch(batch: BatchRow): CouponBatch {
  const { name, kind, status, coupons, gift, usesMax, perMemberMax, tiers, audience, validDays } = batch;
  return {
    id: toTypeId("cpb", batch.id),
    name,
    kind,
    status,
    coupons,
    rewardId: idOrNull("rwd", batch.rewardId),
    gift: { ...gift },
    usesMax,
    perMemberMax,
    validFrom: isoOrNull(batch.validFrom),
    validUntil: isoOrNull(batch.validUntil),
    tiers: [...tiers],
    ...(audience === null ? {} : { audience: toGroup(audience) }),
    validDays,
    createdAt: iso(batch.createdAt),
  };
}

export function toMadeBatch(batch: BatchRow, { codes, rejected }: MadeCoupons): MadeCouponBatch {
  return {
    ...toBatch(batch),
    codes: codes.map(({ code, memberId }) => ({ code, memberId: idOrNull("mem", memberId) })),
    rejected: rejected.map((row) => ({ ...row })),
  };
}

export function toRedemption(redemption: RedemptionRow): CouponRedemption {
  return {
    id: toTypeId("cpr", redemption.id),
    batchId: toTypeId("cpb", redemption.batchId),
    rewardId: idOrNull("rwd", redemption.rewardId),
    gift: { ...redemption.gift },
    status: redemption.status,
    createdAt: iso(redemption.createdAt),
    changedAt: iso(redemption.changedAt),
  };
}

export function toGift(gift: GiftRow): RewardGift {
  return {
    id: toTypeId("gft", gift.id),
    fromMemberId: toTypeId("mem", gift.memberId),
    toMemberId: toTypeId("mem", gift.toMemberId),
    issuedRewardId: toTypeId("isr", gift.issuedRewardId),
    status: gift.status,
    because: gift.because,
    createdAt: iso(gift.createdAt),
    changedAt: iso(gift.changedAt),
  };
}

export function toReversal(reversal: ReversalRow): UseReversal {
  return {
    id: toTypeId("rvs", reversal.id),
    memberId: toTypeId("mem", reversal.memberId),
    issuedRewardId: toTypeId("isr", reversal.issuedRewardId),
    reason: reversal.reason,
    usedAt: iso(reversal.usedAt),
    createdAt: iso(reversal.createdAt),
  };
}

function aboutBenefit({ id, code, name, tiers, gift, period, usesMax }: BenefitRow) {
  return { id: toTypeId("ben", id), code, name, tiers: [...tiers], gift: { ...gift }, period, usesMax };
}

export function toBenefit(benefit: BenefitRow): Benefit {
  return { ...aboutBenefit(benefit), status: benefit.status, createdAt: iso(benefit.createdAt) };
}

export function toHeldBenefit({ benefit, period, used }: HeldBenefit): HeldBenefitReply {
  return {
    ...aboutBenefit(benefit),
    periodStart: iso(period.startMs),
    validUntil: iso(period.endMs),
    used,
    left: benefit.usesMax === null ? null : Math.max(0, benefit.usesMax - used),
  };
}

export function toCost(cost: Cost, { at, currency }: { at: number; currency: string }): CostReport {
  const points = cost.points.map(({ type, outstanding, worthMinor }) => {
    const faceValue = type.faceValue === null ? null : { ...type.faceValue };
    return { pointsType: type.code, outstanding, faceValue, worthMinor };
  });
  const { month, discounts, pointsMinor } = cost;
  return { at: iso(at), currency, points, pointsMinor, discounts: { month, ...discounts } };
}
