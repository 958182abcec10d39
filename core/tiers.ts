// How far a member has come. A standing rolls forward by the calendar alone, so it is right whenever it is read, with
// or without a job that books it.
import { dateIn, endOfDate, plusDays, plusMonths, startOfDate } from "./time.ts";

export const tierMetrics = ["spend", "points", "purchases", "visits", "referrals", "shares", "advocacy"] as const;
export type TierMetric = (typeof tierMetrics)[number];

/** `threshold` in the metric's unit: minor units of the tenant's currency, points, or a count. */
export type Tier = Readonly<{ code: string; name: string; threshold: number }>;

/** All time; fixed calendar periods of the year; or periods that start on the day of enrolment. */
export type TierPeriod =
  | { kind: "ever" }
  | { kind: "calendar"; months: 1 | 3 | 6 | 12 }
  | { kind: "anniversary"; months: number };

/**
 * Tiers in rising order, the first at 0. `onReturn`: whether a return lowers the tier at once or at the period's end.
 */
export type TierList = Readonly<{
  version: number;
  metric: TierMetric;
  period: TierPeriod;
  tiers: readonly Tier[];
  downgrade: Readonly<{ policy: "never" | "one_down" | "by_balance"; graceDays: number }>;
  onReturn: "keep_until_period_end" | "drop_at_once";
}>;

/**
 * `until` is the end of the tier's validity (null: open), `next` the tier that waits behind a period of grace.
 * A manual tier beats all of it until its own end. periodValue counts since periodStart (null: since ever).
 */
export type Standing = Readonly<{
  tier: string | null;
  since: number | null;
  until: number | null;
  next: string | null;
  manualTier: string | null;
  manualUntil: number | null;
  listVersion: number | null;
  periodStart: number | null;
  periodValue: number;
}>;

/** `carried`: the tier with which the period began, for whoever may fall within it. */
export type TierFacts = Readonly<{ zone: string; enrolledAt: number; nowMs: number; carried?: string | null }>;

/** The list that a member is judged by until the period ends, and the one that holds from then on. */
export type TierLists = Readonly<{ judging: TierList; current: TierList }>;

/** The highest tier whose threshold `value` has reached. */
export function tierFor(list: TierList, value: number): string | null {
  return list.tiers.findLast((tier) => tier.threshold <= value)?.code ?? null;
}

export function rankOf(list: TierList, code: string | null): number {
  return list.tiers.findIndex((tier) => tier.code === code);
}

/** The tier that counts now. */
export function effectiveTier(standing: Standing, nowMs: number): string | null {
  const isManual = standing.manualUntil !== null && nowMs < standing.manualUntil;
  return isManual ? standing.manualTier : standing.tier;
}

/** Where a new member stands. */
export function firstStanding(list: TierList, facts: TierFacts): Standing {
  return {
    tier: tierFor(list, 0),
    since: Math.min(facts.enrolledAt, facts.nowMs),
    until: null,
    next: null,
    manualTier: null,
    manualUntil: null,
    listVersion: list.version,
    periodStart: periodAt(list.period, facts, facts.nowMs)?.startMs ?? null,
    periodValue: 0,
  };
}

/** The standing at `nowMs`: closes every period that ended since, and lets every grace run out that did. */
export function standingAt(standing: Standing, lists: TierLists, facts: TierFacts): Standing {
  if (standing.listVersion === null) return firstStanding(lists.current, facts);
  if (lists.judging.period.kind === "ever") return underList(standing, lists, facts);

  let now = standing;
  let list = lists.judging;
  for (;;) {
    const period = periodAt(list.period, facts, now.periodStart ?? facts.nowMs);
    const graceEnd = now.next === null ? null : now.until;
    if (graceEnd !== null && graceEnd <= facts.nowMs && (period === null || graceEnd <= period.endMs)) {
      now = { ...now, tier: now.next, since: graceEnd, until: period?.endMs ?? null, next: null };
    } else if (period !== null && period.endMs <= facts.nowMs) {
      const reached = now.periodValue;
      now = closed(now, list, period.endMs, facts);
      now = { ...now, tier: tierUnder(lists.current, list, now.tier), next: tierUnder(lists.current, list, now.next) };
      list = lists.current;
      now = { ...now, listVersion: list.version, periodStart: period.endMs, periodValue: 0 };
      // For all time there are no periods: what the last one reached is where the member begins.
      if (list.period.kind === "ever") return { ...now, until: null, periodStart: null, periodValue: reached };
    } else {
      return now;
    }
  }
}

/**
 * The standing after `change` of the metric (below zero for a return). Only ever rises, unless the list drops at
 * once.
 */
export function progressed(standing: Standing, list: TierList, change: number, facts: TierFacts): Standing {
  const periodValue = standing.periodValue + change;
  const reached = tierFor(list, periodValue);
  const next = { ...standing, periodValue };
  const rise = rankOf(list, reached) - rankOf(list, standing.tier);
  if (rise > 0) {
    return { ...next, tier: reached, since: facts.nowMs, until: validUntil(list, facts), next: null };
  }
  if (rise === 0 && change > 0) return { ...next, until: validUntil(list, facts), next: null };
  // A tier that an earlier period earned does not rest on what comes back now.
  const wasEarnedNow = rankOf(list, tierFor(list, standing.periodValue)) >= rankOf(list, standing.tier);
  if (rise >= 0 || change >= 0 || !wasEarnedNow) return next;
  const periodEnd = periodAt(list.period, facts, facts.nowMs)?.endMs ?? null;
  if (list.onReturn === "keep_until_period_end") return { ...next, until: periodEnd };
  const { carried = null } = facts;
  const isCarried = rankOf(list, carried) > rankOf(list, reached);
  const stands = isCarried ? carried : reached;
  if (stands === standing.tier) return { ...next, until: periodEnd };
  return {
    ...next,
    tier: stands,
    since: facts.nowMs,
    until: isCarried ? periodEnd : validUntil(list, facts),
    next: null,
  };
}

/** The tier of the same code in a new list; where there is none, the one that the old threshold reaches. */
function tierUnder(list: TierList, before: TierList, code: string | null): string | null {
  if (code === null || rankOf(list, code) >= 0) return code;
  const threshold = before.tiers[rankOf(before, code)]?.threshold ?? 0;
  return tierFor(list, threshold);
}

/** A tier that was reached now is good to the end of the period that follows this one. */
function validUntil(list: TierList, facts: TierFacts): number | null {
  const period = periodAt(list.period, facts, facts.nowMs);
  return period === null ? null : (periodAt(list.period, facts, period.endMs)?.endMs ?? null);
}

function closed(standing: Standing, list: TierList, endMs: number, facts: TierFacts): Standing {
  const reached = tierFor(list, standing.periodValue);
  const nextEndMs = periodAt(list.period, facts, endMs)?.endMs ?? null;
  if (rankOf(list, reached) >= rankOf(list, standing.tier)) return { ...standing, until: nextEndMs, next: null };
  if (standing.until !== null && standing.until > endMs) return standing;

  const target = downgraded(list, standing.tier, reached);
  if (target === standing.tier) return { ...standing, until: nextEndMs, next: null };
  if (list.downgrade.graceDays > 0) {
    const graceEnd = endOfDate(facts.zone, plusDays(dateIn(facts.zone, endMs - 1), list.downgrade.graceDays));
    return { ...standing, until: graceEnd, next: target };
  }
  return { ...standing, tier: target, since: endMs, until: nextEndMs, next: null };
}

function downgraded(list: TierList, tier: string | null, reached: string | null): string | null {
  switch (list.downgrade.policy) {
    case "never":
      return tier;
    case "one_down":
      return list.tiers[rankOf(list, tier) - 1]?.code ?? reached;
    case "by_balance":
      return reached;
  }
}

/**
 * A list that follows one for all time judges at once, and takes nothing away unless it drops at once. Where it has
 * periods, what was reached so far counts for the first.
 */
function underList(standing: Standing, { judging, current: list }: TierLists, facts: TierFacts): Standing {
  if (standing.listVersion === list.version) return standing;
  const reached = tierFor(list, standing.periodValue);
  const tier = tierUnder(list, judging, standing.tier);
  const keeps = list.onReturn === "keep_until_period_end" && rankOf(list, tier) > rankOf(list, reached);
  const periodStart = periodAt(list.period, facts, facts.nowMs)?.startMs ?? null;
  const next = { ...standing, listVersion: list.version, until: null, next: null, periodStart };
  const stands = keeps ? tier : reached;
  return stands === standing.tier ? next : { ...next, tier: stands, since: facts.nowMs };
}

/** The period that `atMs` lies in, half open; null for all time. */
export function periodAt(
  period: TierPeriod,
  facts: Pick<TierFacts, "zone" | "enrolledAt">,
  atMs: number,
): { startMs: number; endMs: number } | null {
  switch (period.kind) {
    case "ever":
      return null;
    case "calendar": {
      const date = dateIn(facts.zone, atMs);
      const month = Math.floor((Number(date.slice(5, 7)) - 1) / period.months) * period.months + 1;
      const first = `${date.slice(0, 5)}${String(month).padStart(2, "0")}-01`;
      return {
        startMs: startOfDate(facts.zone, first),
        endMs: startOfDate(facts.zone, plusMonths(first, period.months)),
      };
    }
    case "anniversary":
      return anniversaryAt(period.months, facts, atMs);
  }
}

function anniversaryAt(
  months: number,
  facts: Pick<TierFacts, "zone" | "enrolledAt">,
  atMs: number,
): { startMs: number; endMs: number } {
  const first = dateIn(facts.zone, facts.enrolledAt);
  const date = dateIn(facts.zone, atMs);
  const monthsBetween =
    (Number(date.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(date.slice(5, 7)) - Number(first.slice(5, 7));
  let index = Math.floor(monthsBetween / months);
  if (plusMonths(first, index * months) > date) index -= 1;
  return {
    startMs: startOfDate(facts.zone, plusMonths(first, index * months)),
    endMs: startOfDate(facts.zone, plusMonths(first, (index + 1) * months)),
  };
}
