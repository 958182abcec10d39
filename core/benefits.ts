// Rights that come with a tier: so many times a period. What a tier has given stays usable to the end of its period,
// whatever becomes of the tier, unless the tier itself was taken back with the purchase that it rested on.
import { periodAt } from "./tiers.ts";
import { dateIn, endOfDate, plusDays, startOfDate } from "./time.ts";

export const benefitPeriods = ["day", "week", "month", "quarter", "year"] as const;
export type BenefitPeriod = (typeof benefitPeriods)[number];

/** A stretch of time in which one tier counted; `untilMs` null: it still does. */
export type TierSpan = Readonly<{
  tier: string | null;
  fromMs: number;
  untilMs: number | null;
  /** It ended because what it rested on was returned. */
  wasTakenBack: boolean;
}>;

export type Stretch = Readonly<{ startMs: number; endMs: number }>;

const months = { month: 1, quarter: 3, year: 12 } as const;
/** ISO 8601: the week begins on Monday. 1970-01-05 was one. */
const A_MONDAY = "1970-01-05";
const DAY_MS = 86_400_000;

/** The period that `nowMs` lies in, half open, by the calendar of the zone. */
export function benefitPeriodAt(period: BenefitPeriod, zone: string, nowMs: number): Stretch {
  const today = dateIn(zone, nowMs);
  switch (period) {
    case "day":
      return { startMs: startOfDate(zone, today), endMs: endOfDate(zone, today) };
    case "week": {
      const days = Math.round((Date.parse(today) - Date.parse(A_MONDAY)) / DAY_MS);
      const monday = plusDays(today, -(((days % 7) + 7) % 7));
      return { startMs: startOfDate(zone, monday), endMs: startOfDate(zone, plusDays(monday, 7)) };
    }
    case "month":
    case "quarter":
    case "year": {
      const stretch = periodAt({ kind: "calendar", months: months[period] }, { zone, enrolledAt: 0 }, nowMs);
      if (stretch === null) throw new Error("a calendar has periods");
      return stretch;
    }
  }
}

/** Whether one of the tiers counted at some time in the period, and was not taken back. */
export function hasRight(tiers: readonly string[], spans: readonly TierSpan[], { startMs, endMs }: Stretch): boolean {
  return spans.some(({ tier, fromMs, untilMs, wasTakenBack }) => {
    const isWithin = fromMs < endMs && (untilMs === null || untilMs > startMs);
    return isWithin && !wasTakenBack && tier !== null && tiers.includes(tier);
  });
}
