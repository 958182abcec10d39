import { expect, test } from "vitest";
import { type BenefitPeriod, benefitPeriodAt, hasRight, type TierSpan } from "./benefits.ts";

const rome = "Europe/Rome";
const at = (text: string) => Date.parse(text);

test.each<[string, BenefitPeriod, string, [start: string, end: string]]>([
  ["a day", "day", "2026-03-02T22:59:59Z", ["2026-03-01T23:00:00Z", "2026-03-02T23:00:00Z"]],
  ["the day that has 23 hours", "day", "2026-03-29T10:00:00Z", ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"]],
  ["a week, on its Monday", "week", "2026-03-02T09:00:00Z", ["2026-03-01T23:00:00Z", "2026-03-08T23:00:00Z"]],
  ["a week, on its Sunday", "week", "2026-03-08T22:59:59Z", ["2026-03-01T23:00:00Z", "2026-03-08T23:00:00Z"]],
  ["a week of long ago", "week", "1969-12-31T12:00:00Z", ["1969-12-28T23:00:00Z", "1970-01-04T23:00:00Z"]],
  ["a month", "month", "2026-03-31T21:59:59Z", ["2026-02-28T23:00:00Z", "2026-03-31T22:00:00Z"]],
  ["a quarter", "quarter", "2026-05-05T12:00:00Z", ["2026-03-31T22:00:00Z", "2026-06-30T22:00:00Z"]],
  ["a year", "year", "2026-12-31T22:59:59Z", ["2025-12-31T23:00:00Z", "2026-12-31T23:00:00Z"]],
])("%s begins and ends by the calendar of the shop", (_name, period, now, [start, end]) => {
  expect(benefitPeriodAt(period, rome, at(now))).toEqual({ startMs: at(start), endMs: at(end) });
});

const march = { startMs: at("2026-03-01T00:00:00Z"), endMs: at("2026-04-01T00:00:00Z") };
const span = (tier: string | null, from: string, until: string | null): TierSpan => ({
  tier,
  fromMs: at(from),
  untilMs: until === null ? null : at(until),
  wasTakenBack: false,
});
const takenBack = (tier: string, from: string, until: string): TierSpan => ({
  ...span(tier, from, until),
  wasTakenBack: true,
});

test.each<[string, TierSpan[], boolean]>([
  ["is gold", [span("gold", "2026-01-01T00:00:00Z", null)], true],
  ["is silver", [span("silver", "2026-01-01T00:00:00Z", null)], false],
  ["has no tier", [span(null, "2026-01-01T00:00:00Z", null)], false],
  ["became gold this month", [span("gold", "2026-03-20T00:00:00Z", null)], true],
  [
    "was gold until the 10th",
    [span("gold", "2026-01-01T00:00:00Z", "2026-03-10T00:00:00Z"), span("silver", "2026-03-10T00:00:00Z", null)],
    true,
  ],
  [
    "was gold until the month began",
    [span("gold", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"), span("silver", "2026-03-01T00:00:00Z", null)],
    false,
  ],
  [
    "was gold until it was taken back",
    [takenBack("gold", "2026-03-02T00:00:00Z", "2026-03-10T00:00:00Z"), span("silver", "2026-03-10T00:00:00Z", null)],
    false,
  ],
  [
    "was gold, lost it with a return and has it again",
    [takenBack("gold", "2026-03-02T00:00:00Z", "2026-03-10T00:00:00Z"), span("gold", "2026-03-12T00:00:00Z", null)],
    true,
  ],
])("a benefit of gold, in March, for whoever %s", (_who, spans, has) => {
  expect(hasRight(["gold"], spans, march)).toBe(has);
});
