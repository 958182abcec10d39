// When a campaign is open in the week or the month: "every Tuesday from 17 to 20". An opening becomes a condition on
// the wall clock of the tenant's zone, so that clocks that are moved forward or back need no care of their own, rules
// are indexed by it, and what was missed is explained like any other condition.
import type { Condition, ConditionGroup } from "./conditions.ts";

/** Days of the week (1 is Monday) or of the month, and a stretch of the day; what is not named is always. */
export type Opening = {
  readonly weekdays?: readonly number[] | undefined;
  readonly days?: readonly number[] | undefined;
  /** "17:00", inclusive. */
  readonly from?: string | undefined;
  /** "20:00", exclusive. At or before `from` it is that of the next day. "24:00" is the end of the day. */
  readonly until?: string | undefined;
};

export const openingsMax = 20;

const endOfDay = "24:00";

/** The first thing wrong with the openings, in a sentence; null where nothing is. */
export function faultInSchedule(openings: readonly Opening[]): string | null {
  for (const opening of openings) {
    const { weekdays, days } = opening;
    if (Object.values(opening).every((named) => named === undefined)) return "An opening says when it is.";
    if (weekdays !== undefined && days !== undefined) {
      return "An opening names days of the week or days of the month, not both.";
    }
    const { from, until } = stretchOf(opening);
    if (days !== undefined && until <= from) {
      return "An opening that goes past midnight names days of the week, because months differ in their last day.";
    }
  }
  return null;
}

/** Open at any of them; always where there is none. */
export function conditionOf(openings: readonly Opening[]): ConditionGroup | undefined {
  const [first] = openings;
  if (first === undefined) return undefined;
  if (openings.length === 1) return openingCondition(first);
  return { combinator: "or", rules: openings.map(openingCondition) };
}

/** Midnight at the end is the end of the day, not the beginning. */
function stretchOf({ from = "00:00", until = endOfDay }: Opening): { from: string; until: string } {
  return { from, until: until === "00:00" ? endOfDay : until };
}

function openingCondition(opening: Opening): ConditionGroup {
  const { weekdays, days } = opening;
  const { from, until } = stretchOf(opening);
  const ofMonth: Condition[] = days === undefined ? [] : [{ field: "time.day", operator: "in", value: days }];
  if (until > from) {
    return { combinator: "and", rules: [...onWeekdays(weekdays), ...ofMonth, ...since(from), ...before(until)] };
  }
  // Past midnight the opening still belongs to the day on which it began.
  const evening: ConditionGroup = { combinator: "and", rules: [...onWeekdays(weekdays), ...since(from)] };
  const night: ConditionGroup = {
    combinator: "and",
    rules: [...onWeekdays(weekdays?.map(dayAfter)), ...before(until)],
  };
  return { combinator: "or", rules: [evening, night] };
}

function onWeekdays(weekdays: readonly number[] | undefined): Condition[] {
  return weekdays === undefined ? [] : [{ field: "time.weekday", operator: "in", value: weekdays }];
}

function dayAfter(weekday: number): number {
  return (weekday % 7) + 1;
}

function since(from: string): Condition[] {
  return from === "00:00" ? [] : [{ field: "time.of_day", operator: ">=", value: from }];
}

function before(until: string): Condition[] {
  return until === endOfDay ? [] : [{ field: "time.of_day", operator: "<", value: until }];
}
