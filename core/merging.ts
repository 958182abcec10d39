// Two members turn out to be one person: what of both counts from then on.
import type { MemberFacts } from "./facts.ts";
import { progressed, rankOf, type Standing, type TierFacts, type TierList } from "./tiers.ts";

/** Everything that was done counts once: what is counted is added, who somebody is stays the survivor's own. */
export function mergedFacts(survivor: MemberFacts, other: MemberFacts): MemberFacts {
  return {
    ...survivor,
    spendMinor: survivor.spendMinor + other.spendMinor,
    purchases: survivor.purchases + other.purchases,
    visits: survivor.visits + other.visits,
    referrals: survivor.referrals + other.referrals,
    shares: survivor.shares + other.shares,
    advocacy: survivor.advocacy + other.advocacy,
    qualifyingPoints: survivor.qualifyingPoints + other.qualifyingPoints,
    enrolledAt: survivor.enrolledAt,
    lastPurchaseAt: later(survivor.lastPurchaseAt, other.lastPurchaseAt),
  };
}

/**
 * The higher of two tiers is kept, and rises where both together reached more. Both standings are those of this moment.
 * What the other reached counts where it was reached in the same period of the same list.
 */
export function mergedStanding(survivor: Standing, other: Standing, list: TierList, facts: TierFacts): Standing {
  const isSamePeriod = survivor.listVersion === other.listVersion && survivor.periodStart === other.periodStart;
  const isHigher = rankOf(list, other.tier) > rankOf(list, survivor.tier);
  const { tier, since, until, next } = isHigher ? other : survivor;
  const kept = { ...survivor, tier, since, until, next, ...courtesyOf(survivor, other, facts.nowMs) };
  const reached = isSamePeriod ? other.periodValue : 0;
  return reached > 0 ? progressed(kept, list, reached, facts) : kept;
}

/** A tier given by hand is kept; of two the one that lasts longer. */
function courtesyOf(survivor: Standing, other: Standing, nowMs: number): Pick<Standing, "manualTier" | "manualUntil"> {
  const ofOther = other.manualUntil ?? 0;
  const { manualTier, manualUntil } = ofOther > Math.max(survivor.manualUntil ?? 0, nowMs) ? other : survivor;
  return { manualTier, manualUntil };
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
