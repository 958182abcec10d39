// What a programme does where fair people differ. One value per question, each with a default.

import { faultInLimit, type Limit } from "@fedele/core/limits.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";

export type Policies = Readonly<{
  /** A return whose sale is not known, or that names none. Parked: for so many hours, then it is an orphan. */
  unmatchedReturn: Readonly<{ kind: "refuse" } | { kind: "park"; hours: number } | { kind: "match_latest" }>;
  /** After how many days nothing can be returned; null: never too late. */
  returnDays: number | null;
  /** Points to take back that were spent: the member owes them, they are lost, or they are charged in money. */
  shortfall: Readonly<{ kind: "debt" } | { kind: "clamp" } | { kind: "charge"; pointMinor: number }>;
  /** A bonus whose threshold the rest of the basket misses: reversed, or kept within some percent of it. */
  threshold: Readonly<{ kind: "reverse" } | { kind: "keep_above"; gracePercent: number }>;
  /** How late an activity may be told, and from which day its points count. */
  backdating: Readonly<{ days: number; lotsFrom: "purchase" | "booking" }>;
  /** Whether a late purchase that lifts the tier of its time tops up what was earned since. */
  lateTier: Readonly<{ kind: "keep_points" } | { kind: "top_up" }>;
  /** What rules give a member at most, in all. */
  caps: readonly Cap[];
  /** Points that a till without a network takes: none, or so many of a member within a day. */
  offlineSpending: Readonly<{ kind: "off" } | { kind: "capped"; points: number }>;
  /** Purchases of a member that follow each other too fast: nobody minds, or they are shown to staff. */
  velocity: Velocity;
}>;

/** What is more than this within so many minutes is flagged; what is not named is never too much. */
export type Velocity = Readonly<
  | { kind: "off" }
  | {
      kind: "flag";
      minutes: number;
      receiptsPerTill?: number | undefined;
      receipts?: number | undefined;
      points?: number | undefined;
    }
>;

/** So many points of a type in a period; `days` where the period is so many days. */
export type Cap = Readonly<{ pointsType: string; points: number; per: Limit["per"]; days?: number | undefined }>;

/** The first thing wrong with the caps, in a sentence; null where nothing is. */
export function faultInCaps(caps: readonly Cap[], types: readonly PointsType[]): string | null {
  for (const { pointsType, points, per, days } of caps) {
    if (types.every(({ code }) => code !== pointsType)) return `The programme has no points type "${pointsType}".`;
    const fault = faultInLimit({ points, per, days });
    if (fault !== null) return fault;
  }
  return null;
}

export const defaultPolicies: Policies = {
  unmatchedReturn: { kind: "park", hours: 72 },
  returnDays: null,
  shortfall: { kind: "debt" },
  threshold: { kind: "reverse" },
  backdating: { days: 365, lotsFrom: "purchase" },
  lateTier: { kind: "keep_points" },
  caps: [],
  offlineSpending: { kind: "off" },
  velocity: { kind: "off" },
};

/** How far a till's clock may be ahead. */
export const AHEAD_MS = 5 * 60_000;
