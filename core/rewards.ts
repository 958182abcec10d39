// What points buy: who may have a reward, and the life of one that was issued. What may become of it is a table, and
// what the date decides is seen when it is read, so that no job is needed.
import { type ConditionGroup, compileCondition } from "./conditions.ts";
import type { MemberFacts } from "./facts.ts";
import { dateIn, endOfDate, plusDays } from "./time.ts";

export const giftKinds = ["discount_amount", "discount_percent", "product", "benefit"] as const;

/** What a reward brings. Money is in minor units of the tenant's currency. */
export type Gift =
  | Readonly<{ kind: "discount_amount"; amountMinor: number }>
  | Readonly<{ kind: "discount_percent"; percent: number }>
  | Readonly<{ kind: "product"; sku: string }>
  | Readonly<{ kind: "benefit" }>;

/** A gift as it is told: one kind, and of the other fields only that kind's own. */
export type ToldGift = Readonly<{
  kind: Gift["kind"];
  amountMinor?: number | undefined;
  percent?: number | undefined;
  sku?: string | undefined;
}>;

/** Null where a field is missing or belongs to another kind. */
export function giftFrom(told: ToldGift): Gift | null {
  const { kind, amountMinor, percent, sku } = told;
  const given = [amountMinor, percent, sku].filter((field) => field !== undefined).length;
  switch (kind) {
    case "discount_amount":
      return amountMinor === undefined || given > 1 ? null : { kind, amountMinor };
    case "discount_percent":
      return percent === undefined || given > 1 ? null : { kind, percent };
    case "product":
      return sku === undefined || given > 1 ? null : { kind, sku };
    case "benefit":
      return given > 0 ? null : { kind };
  }
}

/** Whom a reward is for, and when. `tiers` empty: all. `stock` null: without limit. */
export type RewardTerms = Readonly<{
  status: "live" | "ended";
  validFrom: number | null;
  validUntil: number | null;
  tiers: readonly string[];
  audience: ConditionGroup | null;
  stock: number | null;
}>;

export type WhyNoReward = "ended" | "too_early" | "too_late" | "other_tier" | "other_audience" | "out_of_stock";

/** The first thing that stands in the way, or null. The last piece is still to be taken, by whoever is first. */
export function whyNoReward(
  terms: RewardTerms,
  who: { member: MemberFacts; timezone: string },
  nowMs: number,
): WhyNoReward | null {
  const { validFrom, validUntil, tiers, audience, stock } = terms;
  if (terms.status === "ended") return "ended";
  if (validFrom !== null && nowMs < validFrom) return "too_early";
  if (validUntil !== null && nowMs >= validUntil) return "too_late";
  if (tiers.length > 0 && !tiers.includes(who.member.tier ?? "")) return "other_tier";
  if (audience !== null && !compileCondition(audience)({ ...who, at: nowMs })) return "other_audience";
  return stock === 0 ? "out_of_stock" : null;
}

/** Until when an issued reward is good, exclusive: the end of a day in the tenant's zone. Null: for ever. */
export function issuedUntil(validDays: number | null, zone: string, nowMs: number): number | null {
  return validDays === null ? null : endOfDate(zone, plusDays(dateIn(zone, nowMs), validDays));
}

/**
 * What an issued reward came of: points that were paid, a coupon, another member's gift, a benefit of the tier, or a
 * campaign that gave it for something the member did.
 */
export const issuedSources = ["points", "coupon", "gift", "benefit", "campaign"] as const;
export type IssuedSource = (typeof issuedSources)[number];

export const issuedStatuses = ["issued", "active", "reserved", "used", "given", "cancelled", "expired"] as const;
export type IssuedStatus = (typeof issuedStatuses)[number];

export const issuedActs = [
  "activate",
  "reserve",
  "release",
  "use",
  "undo",
  "annul",
  "give",
  "come_back",
  "cancel",
] as const;
export type IssuedAct = (typeof issuedActs)[number];

/**
 * What may become of an issued reward. Cancelled and expired are the end; used and given are, unless somebody takes the
 * use or the gift back. A use is annulled where there is nothing to have without it: a right of the tier.
 */
const nextStatus: Readonly<Record<IssuedStatus, Readonly<Partial<Record<IssuedAct, IssuedStatus>>>>> = {
  issued: { activate: "active", cancel: "cancelled" },
  active: { reserve: "reserved", use: "used", give: "given", cancel: "cancelled" },
  reserved: { release: "active", use: "used", cancel: "cancelled" },
  used: { undo: "active", annul: "cancelled" },
  given: { come_back: "active" },
  cancelled: {},
  expired: {},
};

/** Why a use was taken back: a closed list, so that nobody writes down a name. */
export const reversalReasons = ["mistake", "changed_mind", "not_delivered", "technical"] as const;
export type ReversalReason = (typeof reversalReasons)[number];

/** What an act makes of an issued reward; null where it cannot be done any more, or not yet. */
export function statusAfter(status: IssuedStatus, act: IssuedAct): IssuedStatus | null {
  return nextStatus[status][act] ?? null;
}

/** A reward whose reservation is over is free again, and whatever its date has made of it meanwhile. */
export function freeAt(status: IssuedStatus, reservedUntil: number | null, nowMs: number): IssuedStatus {
  return status === "reserved" && reservedUntil !== null && reservedUntil <= nowMs ? "active" : status;
}

/** What the date has made of it. What is reserved at a till stays good until the till is done with it. */
export function statusAt(status: IssuedStatus, expiresAt: number | null, nowMs: number): IssuedStatus {
  const mayExpire = status === "issued" || status === "active";
  return mayExpire && expiresAt !== null && expiresAt <= nowMs ? "expired" : status;
}
