// How an activity is kept: lines, awards and facts as arrays whose places are said here, because an activity of three
// lines should cost hundreds of bytes, not thousands. Reading it back gives everything that it was judged by.
import type { Activity, ActivityKind, Line, LineKind } from "@fedele/core/activity.ts";
import type { Award } from "@fedele/core/evaluation.ts";
import { type MemberFacts, newcomer } from "@fedele/core/facts.ts";
import type { LimitPeriod } from "@fedele/core/limits.ts";
import type { Cut } from "@fedele/core/stacking.ts";
import type { Hurry, VelocityKind } from "@fedele/core/velocity.ts";

/** What names an activity in the world: unique in a tenant for ever. */
export type BusinessKey = Readonly<{ bucket: number; source: string; document: string; part: string }>;

export type KeyRow = BusinessKey & Readonly<{ memberId: string; activityId: string; fingerprint: string }>;

export type ActivityRow = Readonly<{
  bucket: number;
  memberId: string;
  id: string;
  kind: ActivityKind;
  source: string;
  document: string;
  part: string;
  channel: string | null;
  partnerId: string | null;
  locationId: string | null;
  currency: string;
  amountMinor: number;
  rate: string | null;
  rateDate: string | null;
  lines: readonly StoredLine[] | null;
  attributes: Readonly<Record<string, string | number | boolean>> | null;
  awards: StoredAwards | null;
  facts: StoredFacts | null;
  purchaseId: string | null;
  eventAt: number;
  createdAt: number;
}>;

/** product, thousandths, amount, and what only some lines have. */
export type StoredLine = readonly [string | null, number, number, StoredExtras?];

type StoredExtras = {
  readonly c?: readonly string[];
  readonly t?: number;
  readonly d?: number;
  readonly k?: LineKind;
  readonly p?: number;
  /** The row of the imported file. */
  readonly r?: number;
};

/** rule, version, points type, points, points per line, and the reward that was given instead of points. */
type StoredAward = readonly [string, number, number, number, readonly number[], string?];

/** rule, version, points wanted, points given, and what had no more left. */
type StoredCut = readonly [string, number, number, number, Cut["by"]];

/** A points type and the period in which its points were counted. */
export type CountedCap = readonly [number, LimitPeriod];

/** Points type, points, lot, activation, expiry, and the member's total afterwards. */
export type StoredPoints = readonly [number, number, string | null, number | null, number | null, number];

/** A piece of a purchase that came back: purchase, line, thousandths, and the line of the return that it is. */
type StoredMatch = readonly [string, number, number, number];

/** Points type, points that could not be taken back, and what the policy made of them. */
type StoredShortfall = readonly [number, number, "debt" | "clamp" | "charge", number | null];

export type StoredAwards = Readonly<{
  a?: readonly StoredAward[];
  x?: readonly StoredCut[];
  /** Points types and periods of caps under which the points were counted. */
  u?: readonly CountedCap[];
  p?: readonly StoredPoints[];
  m?: readonly StoredMatch[];
  s?: readonly StoredShortfall[];
  /** What came faster than usual: what, how much there was, how much is usual. */
  v?: readonly (readonly [VelocityKind, number, number])[];
  /** Tier before and after, where it changed. */
  t?: readonly [string | null, string | null];
  /** The name of a custom activity, the country of its place, the codes of place and partner. */
  n?: string;
  l?: string;
  o?: string;
  f?: string;
}>;

/** What the member was when it happened, as far as it differs from a newcomer; the balance of the first points type. */
export type StoredFacts = Readonly<Partial<MemberFacts> & { balance?: number }>;

export type PointsMoved = Readonly<{
  pointsType: number;
  points: number;
  lotId: string | null;
  activatesAt: number | null;
  expiresAt: number | null;
  total: number;
}>;

export type Match = Readonly<{ purchaseId: string; line: number; quantityThousandths: number; returnLine: number }>;

export type Shortfall = Readonly<{
  pointsType: number;
  points: number;
  policy: "debt" | "clamp" | "charge";
  amountMinor: number | null;
}>;

/** What came of an activity. */
export type Result = Readonly<{
  awards: readonly Award[];
  /** Awards that limits, caps and budgets made smaller, or nothing. */
  cuts: readonly Cut[];
  counted: readonly CountedCap[];
  points: readonly PointsMoved[];
  matches: readonly Match[];
  shortfalls: readonly Shortfall[];
  /** What came faster than usual. */
  hurries?: readonly Hurry[];
  tier: Readonly<{ before: string | null; after: string | null }> | null;
}>;

export function storedLines(lines: readonly Line[], rows: readonly number[] | null): StoredLine[] | null {
  if (lines.length === 0) return null;
  return lines.map((line, index): StoredLine => {
    const extras: StoredExtras = {
      ...(line.categories.length > 0 ? { c: line.categories } : {}),
      ...(line.taxMinor === undefined ? {} : { t: line.taxMinor }),
      ...(line.discountMinor === undefined ? {} : { d: line.discountMinor }),
      ...(line.kind === undefined ? {} : { k: line.kind }),
      ...(line.paidWithPointsMinor === undefined ? {} : { p: line.paidWithPointsMinor }),
      ...(rows?.[index] === undefined ? {} : { r: rows[index] }),
    };
    const head = [line.product ?? null, line.quantityThousandths, line.amountMinor] as const;
    return Object.keys(extras).length > 0 ? [...head, extras] : head;
  });
}

export function linesFrom(stored: readonly StoredLine[] | null): Line[] {
  return (stored ?? []).map(([product, quantityThousandths, amountMinor, extras]) => ({
    product: product ?? undefined,
    categories: extras?.c ?? [],
    quantityThousandths,
    amountMinor,
    taxMinor: extras?.t,
    discountMinor: extras?.d,
    kind: extras?.k,
    paidWithPointsMinor: extras?.p,
  }));
}

/** The row of the imported file that each line came from. */
export function rowsFrom(stored: readonly StoredLine[] | null): (number | null)[] {
  return (stored ?? []).map(([, , , extras]) => extras?.r ?? null);
}

export function storedResult(result: Result, activity: Activity): StoredAwards | null {
  const { hurries = [] } = result;
  const stored: StoredAwards = {
    ...(result.awards.length === 0
      ? {}
      : {
          a: result.awards.map((it): StoredAward => {
            const points = [it.ruleId, it.ruleVersion, it.pointsType, it.points, it.perLine] as const;
            return it.rewardId === undefined ? points : [...points, it.rewardId];
          }),
        }),
    ...(result.cuts.length === 0
      ? {}
      : { x: result.cuts.map((it): StoredCut => [it.ruleId, it.ruleVersion, it.wanted, it.points, it.by]) }),
    ...(result.counted.length === 0 ? {} : { u: result.counted }),
    ...(result.points.length === 0
      ? {}
      : {
          p: result.points.map(
            (it): StoredPoints => [it.pointsType, it.points, it.lotId, it.activatesAt, it.expiresAt, it.total],
          ),
        }),
    ...(result.matches.length === 0
      ? {}
      : {
          m: result.matches.map((it): StoredMatch => [it.purchaseId, it.line, it.quantityThousandths, it.returnLine]),
        }),
    ...(result.shortfalls.length === 0
      ? {}
      : { s: result.shortfalls.map((it): StoredShortfall => [it.pointsType, it.points, it.policy, it.amountMinor]) }),
    ...(hurries.length === 0 ? {} : { v: hurries.map(({ kind, count, max }) => [kind, count, max] as const) }),
    ...(result.tier === null ? {} : { t: [result.tier.before, result.tier.after] as const }),
    ...(activity.name === undefined ? {} : { n: activity.name }),
    ...(activity.country === undefined ? {} : { l: activity.country }),
    ...(activity.location === undefined ? {} : { o: activity.location }),
    ...(activity.partner === undefined ? {} : { f: activity.partner }),
  };
  return Object.keys(stored).length === 0 ? null : stored;
}

export function resultFrom(stored: StoredAwards | null): Result {
  return {
    awards: (stored?.a ?? []).map(([ruleId, ruleVersion, pointsType, points, perLine, rewardId]) => {
      const award = { ruleId, ruleVersion, pointsType, points, perLine };
      return rewardId === undefined ? award : { ...award, rewardId };
    }),
    cuts: (stored?.x ?? []).map(([ruleId, ruleVersion, wanted, points, by]) => ({
      ruleId,
      ruleVersion,
      wanted,
      points,
      by,
    })),
    counted: stored?.u ?? [],
    points: (stored?.p ?? []).map(([pointsType, points, lotId, activatesAt, expiresAt, total]) => ({
      pointsType,
      points,
      lotId,
      activatesAt,
      expiresAt,
      total,
    })),
    matches: (stored?.m ?? []).map(([purchaseId, line, quantityThousandths, returnLine]) => ({
      purchaseId,
      line,
      quantityThousandths,
      returnLine,
    })),
    shortfalls: (stored?.s ?? []).map(([pointsType, points, policy, amountMinor]) => ({
      pointsType,
      points,
      policy,
      amountMinor,
    })),
    hurries: (stored?.v ?? []).map(([kind, count, max]) => ({ kind, count, max })),
    tier: stored?.t === undefined ? null : { before: stored.t[0], after: stored.t[1] },
  };
}

/** Only what a rule can have asked for and what is not as on a member's first day. */
export function storedFacts(facts: MemberFacts, balance: number): StoredFacts | null {
  const first = newcomer(facts.enrolledAt);
  const differing: Partial<MemberFacts> = Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => !Object.is(value, Reflect.get(first, name))),
  );
  const stored = balance === 0 ? differing : { ...differing, balance };
  return Object.keys(stored).length === 0 ? null : stored;
}

/** What the member was then; the day of enrolment is the one thing that never changes. */
export function factsFrom(stored: StoredFacts | null, enrolledAt: number): { facts: MemberFacts; balance: number } {
  const { balance = 0, ...differing } = stored ?? {};
  return { facts: { ...newcomer(enrolledAt), ...differing }, balance };
}

/** The activity as it was judged. */
export function activityFrom(row: ActivityRow): Activity {
  return {
    kind: row.kind,
    name: row.awards?.n,
    channel: row.channel ?? "",
    partner: row.awards?.f,
    location: row.awards?.o,
    country: row.awards?.l,
    at: row.eventAt,
    currency: row.currency,
    amountMinor: row.amountMinor,
    lines: linesFrom(row.lines),
    attributes: row.attributes ?? undefined,
  };
}
