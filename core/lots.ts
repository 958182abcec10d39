// Points that were earned together stay together: a lot becomes active, is spent, expires. Which lot gives first is
// decided here and nowhere else.
import { dateIn, endOfDate, lastDayOfMonth, plusDays, plusMonths, startOfDate } from "./time.ts";

/** `earned` went in, `remaining` is left, `held` of it is set aside. Times in epoch ms; expiresAt null: never. */
export type Lot = Readonly<{
  id: string;
  funderId: string | null;
  earned: number;
  remaining: number;
  held: number;
  activatesAt: number;
  expiresAt: number | null;
}>;

/** A part of a lot that something uses. */
export type Allocation = Readonly<{ lotId: string; points: number }>;

/** When earned points may be used. */
export type Activation = { kind: "immediately" } | { kind: "after_days"; days: number };

/** Until when points are good: always to the end of a day in the programme's zone. */
export type Expiry =
  | { kind: "never" }
  | { kind: "after_days"; days: number }
  | { kind: "after_months"; months: number }
  | { kind: "end_of_month"; months: number }
  | { kind: "end_of_year"; years: number }
  | { kind: "fixed_date"; date: string }
  /** `sinceMs`: when silence began to matter; nobody loses points for having been silent before. */
  | { kind: "inactivity"; days: number; counts: readonly SignOfLife[]; sinceMs?: number | undefined };

/** What can keep points alive that expire by silence. A return never does. */
export const signsOfLife = [
  "purchase",
  "visit",
  "use",
  "share",
  "referral",
  "review",
  "answer",
  "custom",
  "spend",
] as const;

export type SignOfLife = (typeof signsOfLife)[number];

/** Given-back points whose lot is over: they expire at once, or live on for some days of grace. */
export type GiveBack = { kind: "expire" } | { kind: "reissue"; graceDays: number };

/** Whether something that happened keeps points of this kind alive. */
export function isSignOfLife(expiry: Expiry, what: string): boolean {
  return expiry.kind === "inactivity" && expiry.counts.some((counted) => counted === what);
}

/** The moment from which points of `dayMs` are usable: at once, or from the start of a later day. */
export function activatesAt(activation: Activation, zone: string, dayMs: number): number {
  const date = dateIn(zone, dayMs);
  switch (activation.kind) {
    case "immediately":
      return startOfDate(zone, date);
    case "after_days":
      return startOfDate(zone, plusDays(date, activation.days));
  }
}

/** The moment at which points of `dayMs` stop being good; null: never, or only by inactivity. */
export function expiresAt(expiry: Expiry, zone: string, dayMs: number): number | null {
  const date = dateIn(zone, dayMs);
  switch (expiry.kind) {
    case "never":
    case "inactivity":
      return null;
    case "after_days":
      return endOfDate(zone, plusDays(date, expiry.days));
    case "after_months":
      return endOfDate(zone, plusMonths(date, expiry.months));
    case "end_of_month":
      return endOfDate(zone, lastDayOfMonth(plusMonths(date, expiry.months)));
    case "end_of_year":
      return endOfDate(zone, `${String(Number(date.slice(0, 4)) + expiry.years).padStart(4, "0")}-12-31`);
    case "fixed_date":
      return endOfDate(zone, expiry.date);
  }
}

/** The moment at which a wallet that has been silent since `lastActivityMs` loses its points; null: never. */
export function silentUntil(expiry: Expiry, zone: string, lastActivityMs: number | null): number | null {
  if (expiry.kind !== "inactivity") return null;
  const { sinceMs } = expiry;
  if (lastActivityMs === null && sinceMs === undefined) return null;
  const silentSinceMs = Math.max(lastActivityMs ?? 0, sinceMs ?? 0);
  return endOfDate(zone, plusDays(dateIn(zone, silentSinceMs), expiry.days));
}

/**
 * The terms that follow others: where silence begins to matter, or matters sooner, it is counted from now on, so that
 * the first points are lost a whole period later.
 */
export function expiryAfter(before: Expiry, asked: Expiry, nowMs: number): Expiry {
  if (asked.kind !== "inactivity") return asked;
  const isMilder = before.kind === "inactivity" && before.days <= asked.days;
  return { ...asked, sinceMs: isMilder ? before.sinceMs : nowMs };
}

/** The day on which points of a lot were earned, as its activation tells. */
export function earnedOn(activation: Activation, zone: string, activatesAtMs: number): number {
  const date = dateIn(zone, activatesAtMs);
  switch (activation.kind) {
    case "immediately":
      return startOfDate(zone, date);
    case "after_days":
      return startOfDate(zone, plusDays(date, -activation.days));
  }
}

/** The later date for a lot under longer terms; null where its own is as late. Nothing is ever cut short. */
export function extended(expiresAtMs: number, longer: Expiry, zone: string, earnedMs: number): Extension | null {
  if (longer.kind === "inactivity") return null;
  const expiresAtAfterMs = expiresAt(longer, zone, earnedMs);
  if (expiresAtAfterMs !== null && expiresAtAfterMs <= expiresAtMs) return null;
  return { expiresAtMs: expiresAtAfterMs };
}

/** When an extended lot expires; null: never. */
export type Extension = Readonly<{ expiresAtMs: number | null }>;

/** Earliest expiry first, never-expiring last; ties by earn time, then id. The order in which points are spent. */
export function spendOrder(a: Lot, b: Lot): number {
  const expiry = (a.expiresAt ?? Number.MAX_SAFE_INTEGER) - (b.expiresAt ?? Number.MAX_SAFE_INTEGER);
  if (expiry !== 0) return expiry;
  if (a.activatesAt !== b.activatesAt) return a.activatesAt - b.activatesAt;
  return a.id < b.id ? -1 : 1;
}

export function isActive(lot: Lot, nowMs: number): boolean {
  return lot.activatesAt <= nowMs && (lot.expiresAt === null || lot.expiresAt > nowMs);
}

/** What may be taken from a lot now: active, not expired, not set aside. */
export function available(lot: Lot, nowMs: number): number {
  return isActive(lot, nowMs) ? lot.remaining - lot.held : 0;
}

/** Which lots give `points` in spending order, or null when there are not enough. */
export function allocate(lots: readonly Lot[], points: number, nowMs: number): Allocation[] | null {
  const allocations: Allocation[] = [];
  let missing = points;
  for (const lot of [...lots].sort(spendOrder)) {
    if (missing === 0) break;
    const taken = Math.min(missing, available(lot, nowMs));
    if (taken > 0) allocations.push({ lotId: lot.id, points: taken });
    missing -= taken;
  }
  return missing === 0 ? allocations : null;
}

/**
 * Which lots a reversal takes from: the points' own lot first, then what is not active yet, then what expires last,
 * so that the member keeps the points that are the most urgent to use. What is set aside is left alone.
 * `missing` is what no lot could give.
 */
export function allocateReversal(
  lots: readonly Lot[],
  ownLotId: string | null,
  points: number,
  nowMs: number,
): { allocations: Allocation[]; missing: number } {
  const isOwn = (lot: Lot): boolean => lot.id === ownLotId;
  const isPending = (lot: Lot): boolean => lot.activatesAt > nowMs;
  const order = [...lots].sort(
    (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || Number(isPending(b)) - Number(isPending(a)) || spendOrder(b, a),
  );
  const allocations: Allocation[] = [];
  let missing = points;
  for (const lot of order) {
    if (missing === 0) break;
    const taken = Math.min(missing, lot.remaining - lot.held);
    if (taken > 0) allocations.push({ lotId: lot.id, points: taken });
    missing -= taken;
  }
  return { allocations, missing };
}
