// The life of a checkout session: a basket that is priced as often as one likes, held for a while, sold once, and may
// come back in parts. What may become of it is a table, and a step that was done already is done, not refused.
import type { Split, TaxedLine } from "./redemption.ts";

export const sessionStatuses = ["open", "reserved", "committed", "partly_returned", "returned", "cancelled"] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

export const sessionActs = ["change", "reserve", "reopen", "commit", "return", "cancel"] as const;
export type SessionAct = (typeof sessionActs)[number];

/** `do`: it is to be done. `done`: it has been. Null: it cannot be. */
export type SessionStep = "do" | "done" | null;

const steps: Readonly<Record<SessionStatus, Readonly<Record<SessionAct, SessionStep>>>> = {
  open: { change: "do", reserve: "do", reopen: "done", commit: null, return: null, cancel: "do" },
  reserved: { change: "do", reserve: "done", reopen: "do", commit: "do", return: null, cancel: "do" },
  committed: { change: null, reserve: null, reopen: null, commit: "done", return: "do", cancel: "do" },
  partly_returned: { change: null, reserve: null, reopen: null, commit: "done", return: "do", cancel: "do" },
  returned: { change: null, reserve: null, reopen: null, commit: "done", return: null, cancel: null },
  cancelled: { change: null, reserve: null, reopen: null, commit: null, return: null, cancel: "done" },
};

export function stepOf(status: SessionStatus, act: SessionAct): SessionStep {
  return steps[status][act];
}

/** A line of a basket before anything is redeemed. */
export type BasketLine = TaxedLine &
  Readonly<{
    /** Absent: what the catalogue says of the product. */
    categories?: string[];
    /** What the shop took off by itself, before the amount. */
    discountMinor?: number;
  }>;

/** `redeemsAs`: how the law sees what is redeemed; the member pays the same. */
export type Basket = Readonly<{
  channel?: string;
  location?: string;
  partner?: string;
  redeemsAs: "discount" | "tender";
  lines: readonly BasketLine[];
  points: Readonly<{ pointsType: string; points: number }> | null;
}>;

/**
 * A line as a purchase tells it. What was redeemed is no discount there: it was paid with points, and a rule on the
 * money before discounts must not see it.
 */
export function soldLine(line: BasketLine, { before, discount, after }: Split, as: Basket["redeemsAs"]) {
  const { taxThousandths: _, ...same } = line;
  const { grossMinor: amountMinor, taxMinor } = as === "discount" ? after : before;
  const paidWithPointsMinor = as === "discount" ? 0 : discount.grossMinor;
  return { ...same, amountMinor, taxMinor, paidWithPointsMinor };
}

/** What the date has made of it: a reservation whose time is over is none, whether or not a job has said so. */
export function sessionStatusAt(status: SessionStatus, reservedUntil: number | null, nowMs: number): SessionStatus {
  const isOver = status === "reserved" && reservedUntil !== null && reservedUntil <= nowMs;
  return isOver ? "open" : status;
}
