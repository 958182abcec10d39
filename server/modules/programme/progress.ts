// What an activity counts for: its money in the tenant's currency, the member's counters, the metric of the tiers.
import type { Activity, Line } from "@fedele/core/activity.ts";
import { exchanged } from "@fedele/core/exchange.ts";
import type { TierMetric } from "@fedele/core/tiers.ts";
import type { MemberRecord } from "../members/facts.ts";
import type { Batch } from "./batch.ts";
import type { PointsMoved } from "./storedActivities.ts";

export function walletOf(
  member: Readonly<{ bucket: number; memberId: string }>,
  pointsType: number,
): { bucket: number; memberId: string; pointsType: number } {
  return { bucket: member.bucket, memberId: member.memberId, pointsType };
}

/** Points of a kind that counts for tiers. */
export function qualifying(batch: Batch, points: readonly PointsMoved[]): number {
  return points
    .filter(({ pointsType }) => batch.programme.pointsTypes.get(pointsType)?.qualifying === true)
    .reduce((sum, moved) => sum + moved.points, 0);
}

/** Rules and tiers reckon in the tenant's currency, at the rate that came with the activity. */
export function inTenantsCurrency(activity: Activity, rate: string | null, currency: string): Activity {
  if (rate === null || activity.currency === currency) return activity;
  const convert = (minor: number): number => exchanged(minor, rate, activity.currency, currency);
  const lines = activity.lines.map(
    (line): Line => ({
      ...line,
      amountMinor: convert(line.amountMinor),
      taxMinor: line.taxMinor === undefined ? undefined : convert(line.taxMinor),
      discountMinor: line.discountMinor === undefined ? undefined : convert(line.discountMinor),
      paidWithPointsMinor: line.paidWithPointsMinor === undefined ? undefined : convert(line.paidWithPointsMinor),
    }),
  );
  const amountMinor =
    lines.length > 0 ? lines.reduce((sum, line) => sum + line.amountMinor, 0) : convert(activity.amountMinor);
  return { ...activity, lines, amountMinor };
}

/** The member's counters after the activity. */
export function counting(record: MemberRecord, activity: Activity, qualifyingPoints: number): MemberRecord {
  const { facts } = record;
  const isPurchase = activity.kind === "purchase";
  return {
    ...record,
    firstPurchaseAt: isPurchase ? Math.min(record.firstPurchaseAt ?? activity.at, activity.at) : record.firstPurchaseAt,
    lastActivityAt: Math.max(record.lastActivityAt ?? activity.at, activity.at),
    facts: {
      ...facts,
      spendMinor: facts.spendMinor + (isPurchase ? activity.amountMinor : 0),
      purchases: facts.purchases + Number(isPurchase),
      visits: facts.visits + Number(activity.kind === "visit"),
      referrals: facts.referrals + Number(activity.kind === "referral"),
      shares: facts.shares + Number(activity.kind === "share"),
      qualifyingPoints: facts.qualifyingPoints + qualifyingPoints,
      lastPurchaseAt: isPurchase ? Math.max(facts.lastPurchaseAt ?? activity.at, activity.at) : facts.lastPurchaseAt,
    },
  };
}

/** By how much an activity moves each metric. */
export function metricChange(
  metric: TierMetric,
  activity: Pick<Activity, "kind" | "amountMinor">,
  qualifyingPoints: number,
): number {
  switch (metric) {
    case "spend":
      return activity.kind === "purchase" ? activity.amountMinor : 0;
    case "points":
      return qualifyingPoints;
    case "purchases":
      return Number(activity.kind === "purchase");
    case "visits":
      return Number(activity.kind === "visit");
    case "referrals":
      return Number(activity.kind === "referral");
    case "shares":
      return Number(activity.kind === "share");
    case "advocacy":
      return 0;
  }
}
