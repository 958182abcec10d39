// Rewards as the API tells them.

import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { CostReport } from "@fedele/sdk/schemas/report.ts";
import type { IssuedReward, Reward } from "@fedele/sdk/schemas/reward.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { CodeOf } from "../ledger/replies.ts";
import type { Cost } from "./cost.ts";
import type { IssuedRow } from "./issuedRewards.ts";
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

function toGroup({ combinator, not, rules }: ConditionGroup): NonNullable<Reward["audience"]> {
  return { combinator, ...(not === undefined ? {} : { not }), rules: rules.map((it) => ({ ...it })) };
}

export function toIssuedReward(issued: IssuedRow, codeOf: CodeOf): IssuedReward {
  return {
    id: toTypeId("isr", issued.id),
    memberId: toTypeId("mem", issued.memberId),
    rewardId: toTypeId("rwd", issued.rewardId),
    status: issued.status,
    cost: { pointsType: codeOf(issued.pointsType), points: issued.points },
    gift: { ...issued.gift },
    spendId: toTypeId("spd", issued.spendId),
    expiresAt: isoOrNull(issued.expiresAt),
    createdAt: iso(issued.createdAt),
    changedAt: iso(issued.changedAt),
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
