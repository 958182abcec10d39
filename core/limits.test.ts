import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultInLimit, type Limit, leftOf, type PeriodCount, periodOf, reachOf } from "./limits.ts";

const rome = "Europe/Rome";
const at = (moment: string): number => Date.parse(moment);

test.each<[Limit["per"], string, string]>([
  ["day", "2026-03-10T22:59:59Z", "2026-03-10"],
  ["day", "2026-03-10T23:00:00Z", "2026-03-11"],
  ["week", "2026-03-15T12:00:00Z", "2026-03-09"],
  ["week", "2026-03-16T12:00:00Z", "2026-03-16"],
  ["week", "2026-01-01T12:00:00Z", "2025-12-29"],
  ["month", "2026-02-28T23:30:00Z", "2026-03-01"],
  ["year", "2025-12-31T23:30:00Z", "2026-01-01"],
  ["ever", "2026-03-10T22:59:59Z", "0001-01-01"],
  ["days", "2026-03-10T22:59:59Z", "2026-03-10"],
  ["hour", "2026-03-10T23:59:59Z", "2026-03-10"],
])("a %s counts %s as of %s", (per, moment, since) => {
  expect(periodOf(per, at(moment), rome).since).toBe(since);
});

test.each([
  ["Europe/Rome", "2026-03-10T22:59:59.999Z", "hour 22:00"],
  ["Europe/Rome", "2026-10-25T00:30:00Z", "hour 00:00"],
  ["Europe/Rome", "2026-10-25T01:30:00Z", "hour 01:00"],
  ["Asia/Kolkata", "2026-03-10T10:15:00Z", "hour 09:30"],
])("69: in %s %s is in the %s, also where the clock shows the same hour twice", (zone, moment, per) => {
  expect(periodOf("hour", at(moment), zone).per).toBe(per);
});

const day = (since: string, points: number, times = 1): PeriodCount => ({ per: "day", since, points, times });

describe("what is left", () => {
  test.each<[string, Limit, PeriodCount[], { points: number; times: number }]>([
    ["of a fresh limit is all of it", { points: 50, per: "day" }, [], { points: 50, times: Number.POSITIVE_INFINITY }],
    [
      "is less by what was had today",
      { points: 50, times: 3, per: "day" },
      [day("2026-03-10", 20)],
      { points: 30, times: 2 },
    ],
    [
      "has nothing to do with yesterday",
      { points: 50, times: 3, per: "day" },
      [day("2026-03-09", 50)],
      { points: 50, times: 3 },
    ],
    ["is never below zero", { points: 50, times: 1, per: "day" }, [day("2026-03-10", 70, 2)], { points: 0, times: 0 }],
    [
      "of 365 days remembers last summer",
      { times: 1, per: "days", days: 365 },
      [day("2025-07-01", 5)],
      { points: Number.POSITIVE_INFINITY, times: 0 },
    ],
    [
      "of 365 days forgets what is 365 days ago",
      { times: 1, per: "days", days: 365 },
      [day("2025-03-10", 5)],
      { points: Number.POSITIVE_INFINITY, times: 1 },
    ],
    [
      "of 365 days remembers 364 days ago",
      { times: 1, per: "days", days: 365 },
      [day("2025-03-11", 5)],
      { points: Number.POSITIVE_INFINITY, times: 0 },
    ],
    [
      "of 365 days minds what was had later, when told late",
      { times: 1, per: "days", days: 365 },
      [day("2026-12-30", 5)],
      { points: Number.POSITIVE_INFINITY, times: 0 },
    ],
    [
      "of so many days is that of the fullest stretch, not of all around",
      { points: 100, per: "days", days: 10 },
      [day("2026-03-02", 60), day("2026-03-18", 70)],
      { points: 30, times: Number.POSITIVE_INFINITY },
    ],
  ])("%s", (_name, limit, counts, left) => {
    expect(leftOf(limit, counts, at("2026-03-10T12:00:00Z"), rome)).toEqual(left);
  });
});

test("whatever is told in whatever order: no stretch of so many days ever holds more than the limit", () => {
  const days = 7;
  const limit: Limit = { points: 20, per: "days", days };
  const start = at("2026-03-01T12:00:00Z");
  const claims = fc.array(fc.record({ day: fc.nat(30), wanted: fc.integer({ min: 1, max: 15 }) }), { maxLength: 40 });
  fc.assert(
    fc.property(claims, (asked) => {
      const had = new Map<string, PeriodCount>();
      for (const { day: offset, wanted } of asked) {
        const moment = start + offset * 86_400_000;
        const points = Math.min(wanted, leftOf(limit, [...had.values()], moment, rome).points);
        const { since } = periodOf("days", moment, rome);
        if (points > 0) had.set(since, day(since, (had.get(since)?.points ?? 0) + points));
      }
      const byDay = Array.from({ length: 31 }, (_, offset) => {
        const { since } = periodOf("days", start + offset * 86_400_000, rome);
        return had.get(since)?.points ?? 0;
      });
      for (let first = 0; first < byDay.length; first += 1) {
        expect(byDay.slice(first, first + days).reduce((sum, points) => sum + points, 0)).toBeLessThanOrEqual(20);
      }
    }),
  );
});

test("how far counts must be looked up", () => {
  const moment = at("2026-03-10T12:00:00Z");
  expect(reachOf({ times: 1, per: "month" }, moment, rome)).toEqual({ from: "2026-03-01", until: "2026-03-01" });
  expect(reachOf({ times: 1, per: "days", days: 3 }, moment, rome)).toEqual({
    from: "2026-03-08",
    until: "2026-03-12",
  });
});

test("a limit that says nothing is refused in a sentence", () => {
  expect(faultInLimit({ per: "day" })).toContain("points");
  expect(faultInLimit({ times: 1, per: "days" })).toContain("how many");
  expect(faultInLimit({ times: 1, per: "day", days: 3 })).toContain("how many");
  expect(faultInLimit({ times: 1, per: "days", days: 365 })).toBe(null);
});
