// Whether a message may go out now, in one fixed order, so that "why did she not get it" has one answer.
import { type QuietHours, quietUntil } from "./quietHours.ts";

/** Why a message was not sent, from the first gate to the last. */
export const skipReasons = [
  "no_member",
  "erased",
  "closed",
  "blocked",
  "no_address",
  "no_consent",
  "opted_out",
  "paused",
  "suppressed",
  "muted",
  "too_frequent",
  "held_out",
  "over_budget",
  "cancelled",
  "left_audience",
  "not_rendered",
] as const;
export type SkipReason = (typeof skipReasons)[number];

export function isSkipReason(text: string): text is SkipReason {
  return skipReasons.some((reason) => reason === text);
}

export const messagePurposes = ["transactional", "promotional"] as const;
/** Transactional: what the member is owed whatever they like to read, as a receipt is. */
export type MessagePurpose = (typeof messagePurposes)[number];

/** In how many days promotional messages are counted, and how many there are at most where nothing else is said. */
export const FREQUENCY_DAYS = 7;
export const WEEKLY_MAX_DEFAULT = 3;

export type DeliveryFacts = Readonly<{
  nowMs: number;
  purpose: MessagePurpose;
  /** Undefined: there is no such member. */
  status: "active" | "earn_only" | "blocked" | "closed" | undefined;
  isErased: boolean;
  /** Whether there is anything to write to on this channel. */
  hasAddress: boolean;
  /** Whether the member agreed to be written to on this channel. */
  hasConsent: boolean;
  /** Whether the member does not want this topic on this channel. */
  isOptedOut: boolean;
  pausedUntilMs: number | null;
  /** Whether nothing may be written to this address any more: it does not exist, or its owner complained. */
  isSuppressed: boolean;
  /** Whether somebody is making good a bad experience of this member's, and advertising would only hurt. */
  isMuted: boolean;
  /** Promotional messages of the last days, and how many the tenant and the member allow. */
  recent: number;
  weeklyMax: number;
  /** Undefined: never. */
  quiet: QuietHours | undefined;
  /** The member's own zone, else the tenant's. */
  zone: string;
  isHeldOut: boolean;
  isOverBudget: boolean;
  /** What asked for it has taken it back. */
  isCancelled: boolean;
  /** Whoever it was meant for when it was planned is not among them any more. */
  hasLeftAudience: boolean;
}>;

export type DeliveryDecision =
  | Readonly<{ kind: "send" }>
  | Readonly<{ kind: "skip"; reason: SkipReason }>
  | Readonly<{ kind: "wait"; untilMs: number }>;

/** Rendering comes after this, and its failure is the last reason. */
export function decideDelivery(facts: DeliveryFacts): DeliveryDecision {
  const reason = reasonOf(facts);
  if (reason !== undefined) return { kind: "skip", reason };
  const { nowMs, purpose, quiet, zone } = facts;
  if (purpose === "promotional") {
    const untilMs = quiet === undefined ? nowMs : quietUntil(nowMs, zone, quiet);
    if (untilMs > nowMs) return { kind: "wait", untilMs };
    if (facts.isHeldOut) return { kind: "skip", reason: "held_out" };
  }
  if (facts.isOverBudget) return { kind: "skip", reason: "over_budget" };
  return { kind: "send" };
}

/** The first gate before the hour matters that does not open; undefined: all of them do. */
function reasonOf(facts: DeliveryFacts): SkipReason | undefined {
  if (facts.status === undefined) return "no_member";
  if (facts.isErased) return "erased";
  if (facts.status === "closed") return "closed";
  if (facts.status === "blocked") return "blocked";
  if (facts.isCancelled) return "cancelled";
  if (facts.hasLeftAudience) return "left_audience";
  if (!facts.hasAddress) return "no_address";
  const isPromotional = facts.purpose === "promotional";
  if (isPromotional && !facts.hasConsent) return "no_consent";
  if (isPromotional && facts.isOptedOut) return "opted_out";
  if (isPromotional && facts.pausedUntilMs !== null && facts.pausedUntilMs > facts.nowMs) return "paused";
  if (facts.isSuppressed) return "suppressed";
  if (isPromotional && facts.isMuted) return "muted";
  if (isPromotional && facts.recent >= facts.weeklyMax) return "too_frequent";
  return undefined;
}
