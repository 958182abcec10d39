// Two members turn out to be one person: what of both counts from then on, and what each has if they are two after all.
import type { MemberFacts } from "./facts.ts";
import type { Allocation, Lot } from "./lots.ts";
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

/** What a member has done so far, by numbers. */
export type Counters = Pick<
  MemberFacts,
  "spendMinor" | "purchases" | "visits" | "referrals" | "shares" | "advocacy" | "qualifyingPoints"
>;

export function countersOf(facts: MemberFacts): Counters {
  const { spendMinor, purchases, visits, referrals, shares, advocacy, qualifyingPoints } = facts;
  return { spendMinor, purchases, visits, referrals, shares, advocacy, qualifyingPoints };
}

/** What is left when the other takes along what they brought; what has come back since is not taken twice. */
export function partedCounters(now: Counters, brought: Counters): Counters {
  const left = (counter: keyof Counters): number => Math.max(0, now[counter] - brought[counter]);
  return {
    spendMinor: left("spendMinor"),
    purchases: left("purchases"),
    visits: left("visits"),
    referrals: left("referrals"),
    shares: left("shares"),
    advocacy: left("advocacy"),
    qualifyingPoints: left("qualifyingPoints"),
  };
}

/**
 * The survivor's standing as it would be without the merge: as it was `before`, and what was reached since on top of
 * that. `after` is what the merge made of it; all three are those of this moment. What was given by hand since stays.
 */
export function partedStanding(
  { before, after, now }: Readonly<{ before: Standing; after: Standing; now: Standing }>,
  list: TierList,
  facts: TierFacts,
): Standing {
  const isSamePeriod = now.listVersion === after.listVersion && now.periodStart === after.periodStart;
  const reached = now.periodValue - (isSamePeriod ? after.periodValue : 0);
  const alone = reached === 0 ? before : progressed(before, list, reached, facts);
  const isByHandSince = now.manualTier !== after.manualTier || now.manualUntil !== after.manualUntil;
  const { manualTier, manualUntil } = isByHandSince ? now : before;
  return { ...alone, manualTier, manualUntil };
}

/** Points of one lot, with the dates and the funder that it had. */
export type Part = Readonly<{ points: number; funderId: string | null; activatesAt: number; expiresAt: number | null }>;

/** Points of a merge as they arrived: in a lot of the survivor's, or in nobody's where they paid off a debt. */
export type Arrived = Readonly<{ points: number; lotId: string | null }>;

export type PartedPoints =
  | Readonly<{ ok: true; lots: readonly Allocation[]; debt: number; parts: readonly Part[] }>
  /** So many of them were used since, or are set aside. */
  | Readonly<{ ok: false; missing: number }>;

/**
 * What of the points that a merge brought goes back, as the lots they were before: out of those they went into, or of
 * others with the same dates, which are as good. What has expired meanwhile, would have there too. What paid off a
 * debt of the survivor's is owed again. `lots` are all that the survivor has, and those that the points went into;
 * `expired` what each of them lost by silence.
 */
export function partedPoints(
  { sent, arrived }: Readonly<{ sent: readonly Part[]; arrived: readonly Arrived[] }>,
  { lots, expired }: Readonly<{ lots: ReadonlyMap<string, Lot>; expired: ReadonlyMap<string, number> }>,
  nowMs: number,
): PartedPoints {
  const { intoLots, wanted } = wantedByTerms(arrived, { lots, expired }, nowMs);
  const own = new Set(arrived.map(({ lotId }) => lotId));
  const first = [...lots.values()].sort((a, b) => Number(own.has(b.id)) - Number(own.has(a.id)));
  const taken: Allocation[] = [];
  let missing = 0;
  for (const [terms, points] of wanted) {
    let left = points;
    for (const lot of first.filter((it) => termsOf(it) === terms)) {
      const part = Math.min(left, lot.remaining - lot.held);
      if (part > 0) taken.push({ lotId: lot.id, points: part });
      left -= Math.max(0, part);
    }
    missing += left;
  }
  if (missing > 0) return { ok: false, missing };

  let debt = 0;
  const parts = [...Map.groupBy(sent, termsOf)].flatMap(([terms, [one, ...others]]) => {
    if (one === undefined || isOver(one, nowMs)) return [];
    const all = [one, ...others].reduce((sum, { points }) => sum + points, 0);
    const paidOff = Math.max(0, all - (intoLots.get(terms) ?? 0));
    debt += paidOff;
    const points = (wanted.get(terms) ?? 0) + paidOff;
    return points === 0 ? [] : [{ ...one, points }];
  });
  return { ok: true, lots: taken, debt, parts };
}

/** By the terms of the lots: what went into them, and how much of it time has left. */
function wantedByTerms(
  arrived: readonly Arrived[],
  { lots, expired }: Readonly<{ lots: ReadonlyMap<string, Lot>; expired: ReadonlyMap<string, number> }>,
  nowMs: number,
): Readonly<{ intoLots: ReadonlyMap<string, number>; wanted: ReadonlyMap<string, number> }> {
  const [intoLots, wanted] = [new Map<string, number>(), new Map<string, number>()];
  for (const [lotId, points] of sumByLot(arrived)) {
    const lot = lots.get(lotId);
    if (lot === undefined) throw new Error(`lot ${lotId} was not loaded`);
    add(intoLots, termsOf(lot), points);
    if (isOver(lot, nowMs)) continue;
    add(wanted, termsOf(lot), points - Math.min(points, expired.get(lotId) ?? 0));
  }
  return { intoLots, wanted };
}

type Terms = Readonly<{ funderId: string | null; activatesAt: number; expiresAt: number | null }>;

function termsOf({ funderId, activatesAt, expiresAt }: Terms): string {
  return `${funderId}/${activatesAt}/${expiresAt}`;
}

function isOver({ expiresAt }: Pick<Terms, "expiresAt">, nowMs: number): boolean {
  return expiresAt !== null && expiresAt <= nowMs;
}

function sumByLot(arrived: readonly Arrived[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { lotId, points } of arrived) if (lotId !== null) add(sums, lotId, points);
  return sums;
}

function add(sums: Map<string, number>, key: string, points: number): void {
  sums.set(key, (sums.get(key) ?? 0) + points);
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
