// How much of something a member may have in a period, and what is left of it. Periods are those of the calendar in the
// tenant's zone, or so many days around the activity; an activity counts in the period in which it happened.
import { dayMs, isoDate, type LocalTime, localTime } from "./calendar.ts";

export const limitPeriods = ["hour", "day", "week", "month", "year", "ever"] as const;

export type LimitPeriod = (typeof limitPeriods)[number];

/** `points` in all or so many `times`, the smaller where both are named. `days`: in any so many days on end. */
export type Limit = {
  readonly points?: number | undefined;
  readonly times?: number | undefined;
  readonly per: LimitPeriod | "days";
  /** Of `per: "days"` alone. */
  readonly days?: number | undefined;
};

/**
 * What is counted together: a period of the calendar by its first day. An hour is named by its beginning in UTC, so
 * that the hour which comes twice when clocks are set back is two hours.
 */
export type CountedPeriod = {
  readonly per: Exclude<LimitPeriod, "hour"> | `hour ${string}`;
  readonly since: string;
};

/** What a member had in a period. */
export type Count = { readonly points: number; readonly times: number };

export type PeriodCount = CountedPeriod & Count;

/** Ten years. */
export const limitDaysMax = 3_660;
export const limitPointsMax = 1_000_000_000;
export const limitTimesMax = 1_000_000;

const minuteMs = 60_000;
const hourMs = 3_600_000;

/** The day that stands for all time. */
const ever = "0001-01-01";

/** The first thing wrong with a limit, in a sentence; null where nothing is. */
export function faultInLimit({ points, times, per, days }: Limit): string | null {
  if (points === undefined && times === undefined) return "A limit is of points, of times, or of both.";
  if ((per === "days") !== (days !== undefined)) return 'A limit per "days" says how many, and no other does.';
  return null;
}

/** Where an activity of that moment is counted. */
export function periodOf(per: Limit["per"], at: number, zone: string): CountedPeriod {
  const local = localTime(at, zone);
  switch (per) {
    case "hour": {
      const begins = new Date(at - ((local.minute * minuteMs + (at % minuteMs)) % hourMs)).toISOString();
      return { per: `hour ${begins.slice(11, 16)}`, since: begins.slice(0, 10) };
    }
    case "days":
    case "day":
      return { per: "day", since: isoDate(local) };
    case "week":
      return { per, since: plusDays(local, 1 - local.weekday) };
    case "month":
      return { per, since: isoDate({ ...local, day: 1 }) };
    case "year":
      return { per, since: isoDate({ ...local, month: 1, day: 1 }) };
    case "ever":
      return { per, since: ever };
  }
}

/** The first and the last day whose counts bear on what is left at that moment. */
export function reachOf(limit: Limit, at: number, zone: string): { from: string; until: string } {
  const { since } = periodOf(limit.per, at, zone);
  if (limit.per !== "days") return { from: since, until: since };
  const local = localTime(at, zone);
  const reach = (limit.days ?? 1) - 1;
  return { from: plusDays(local, -reach), until: plusDays(local, reach) };
}

/**
 * What is left of a limit at that moment, given what was counted; never below zero. In a limit of so many days the
 * fullest of all stretches of that length around the moment decides, so that something told late takes no more than
 * something told in time.
 */
export function leftOf(limit: Limit, counts: readonly PeriodCount[], at: number, zone: string): Count {
  const had =
    limit.per === "days" ? fullest(limit.days ?? 1, counts, localTime(at, zone)) : countIn(limit, counts, at, zone);
  return {
    points: limit.points === undefined ? Number.POSITIVE_INFINITY : Math.max(0, limit.points - had.points),
    times: limit.times === undefined ? Number.POSITIVE_INFINITY : Math.max(0, limit.times - had.times),
  };
}

function countIn(limit: Limit, counts: readonly PeriodCount[], at: number, zone: string): Count {
  const { per, since } = periodOf(limit.per, at, zone);
  return counts.find((count) => count.per === per && count.since === since) ?? { points: 0, times: 0 };
}

function fullest(days: number, counts: readonly PeriodCount[], local: LocalTime): Count {
  const today = dayNumber(isoDate(local));
  const dated = counts
    .filter(({ per }) => per === "day")
    .map((count) => ({ ...count, day: dayNumber(count.since) }))
    .filter(({ day }) => Math.abs(day - today) < days);
  let most: Count = { points: 0, times: 0 };
  // Every stretch that holds today begins today at the latest; fuller ones begin on a day on which something was had.
  for (const first of [today, ...dated.map(({ day }) => day).filter((day) => day < today)]) {
    const inside = dated.filter(({ day }) => day >= first && day < first + days);
    const points = inside.reduce((sum, count) => sum + count.points, 0);
    const times = inside.reduce((sum, count) => sum + count.times, 0);
    most = { points: Math.max(most.points, points), times: Math.max(most.times, times) };
  }
  return most;
}

function plusDays({ year, month, day }: LocalTime, days: number): string {
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}
