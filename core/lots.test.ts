import { describe, expect, test } from "vitest";
import {
  activatesAt,
  allocate,
  allocateReversal,
  available,
  type Expiry,
  expiresAt,
  type Lot,
  silentUntil,
} from "./lots.ts";

const rome = "Europe/Rome";
const at = (text: string): number => Date.parse(text);

describe("earned points are good to the end of a day in the programme's zone", () => {
  test.each<[string, Expiry, string, string, string | null]>([
    // what, until when, zone, earned at, no longer good from
    ["never", { kind: "never" }, rome, "2026-01-31T12:00:00+01:00", null],
    ["only by silence", { kind: "inactivity", days: 90, counts: [] }, rome, "2026-01-31T12:00:00+01:00", null],
    [
      "one month from 31 January",
      { kind: "after_months", months: 1 },
      rome,
      "2026-01-31T12:00:00+01:00",
      "2026-03-01T00:00:00+01:00",
    ],
    [
      "one month from 31 January of a leap year",
      { kind: "after_months", months: 1 },
      rome,
      "2028-01-31T12:00:00+01:00",
      "2028-03-01T00:00:00+01:00",
    ],
    [
      "one month from 31 March",
      { kind: "after_months", months: 1 },
      rome,
      "2026-03-31T12:00:00+02:00",
      "2026-05-01T00:00:00+02:00",
    ],
    [
      "one year from 29 February",
      { kind: "after_months", months: 12 },
      rome,
      "2028-02-29T12:00:00+01:00",
      "2029-03-01T00:00:00+01:00",
    ],
    [
      "four years from 29 February",
      { kind: "after_months", months: 48 },
      rome,
      "2028-02-29T12:00:00+01:00",
      "2032-03-01T00:00:00+01:00",
    ],
    ["90 days", { kind: "after_days", days: 90 }, rome, "2026-01-01T12:00:00+01:00", "2026-04-02T00:00:00+02:00"],
    ["today only", { kind: "after_days", days: 0 }, rome, "2026-06-10T23:59:59+02:00", "2026-06-11T00:00:00+02:00"],
    [
      "a day of 23 hours",
      { kind: "after_days", days: 0 },
      rome,
      "2026-03-29T00:30:00+01:00",
      "2026-03-30T00:00:00+02:00",
    ],
    [
      "a day of 25 hours",
      { kind: "after_days", days: 0 },
      rome,
      "2026-10-25T00:30:00+02:00",
      "2026-10-26T00:00:00+01:00",
    ],
    [
      "end of this month",
      { kind: "end_of_month", months: 0 },
      rome,
      "2026-02-10T12:00:00+01:00",
      "2026-03-01T00:00:00+01:00",
    ],
    [
      "end of next month, from the 31st",
      { kind: "end_of_month", months: 1 },
      rome,
      "2026-01-31T12:00:00+01:00",
      "2026-03-01T00:00:00+01:00",
    ],
    [
      "end of the third month",
      { kind: "end_of_month", months: 3 },
      rome,
      "2026-10-25T12:00:00+01:00",
      "2027-02-01T00:00:00+01:00",
    ],
    [
      "end of this year",
      { kind: "end_of_year", years: 0 },
      rome,
      "2026-12-31T23:59:59+01:00",
      "2027-01-01T00:00:00+01:00",
    ],
    [
      "end of next year",
      { kind: "end_of_year", years: 1 },
      rome,
      "2026-01-01T00:00:00+01:00",
      "2028-01-01T00:00:00+01:00",
    ],
    [
      "valid until 31 July",
      { kind: "fixed_date", date: "2026-07-31" },
      rome,
      "2026-03-01T12:00:00+01:00",
      "2026-08-01T00:00:00+02:00",
    ],
    [
      "valid until 31 July in New York",
      { kind: "fixed_date", date: "2026-07-31" },
      "America/New_York",
      "2026-03-01T12:00:00-05:00",
      "2026-08-01T00:00:00-04:00",
    ],
    [
      "valid until 31 July in Kiritimati",
      { kind: "fixed_date", date: "2026-07-31" },
      "Pacific/Kiritimati",
      "2026-03-01T12:00:00+14:00",
      "2026-08-01T00:00:00+14:00",
    ],
    [
      "the day is the zone's, not UTC's",
      { kind: "after_days", days: 1 },
      "America/New_York",
      "2026-07-01T03:00:00Z",
      "2026-07-02T00:00:00-04:00",
    ],
    [
      "a midnight that does not exist",
      { kind: "after_days", days: 0 },
      "America/Santiago",
      "2026-09-05T12:00:00-04:00",
      "2026-09-06T01:00:00-03:00",
    ],
  ])("%s", (_what, ...[expiry, zone, earned, until]) => {
    const expires = expiresAt(expiry, zone, at(earned));
    expect(expires === null ? null : new Date(expires).toISOString()).toBe(
      until === null ? null : new Date(at(until)).toISOString(),
    );
  });
});

test.each([
  [
    "at once, from the start of its day",
    { kind: "immediately" },
    "2026-03-02T12:00:00+01:00",
    "2026-03-02T00:00:00+01:00",
  ],
  ["14 days later", { kind: "after_days", days: 14 }, "2026-03-20T12:00:00+01:00", "2026-04-03T00:00:00+02:00"],
] as const)("points become usable %s", (_when, activation, earned, from) => {
  expect(activatesAt(activation, rome, at(earned))).toBe(at(from));
});

test.each([
  ["counts from the last sign of life", "2026-01-31T22:00:00+01:00", "2026-03-03T00:00:00+01:00"],
  ["counts in days of the zone", "2026-03-28T23:59:00+01:00", "2026-04-28T00:00:00+02:00"],
])("silence of 30 days %s", (_what, last, until) => {
  const expiry: Expiry = { kind: "inactivity", days: 30, counts: ["purchase"] };
  expect(silentUntil(expiry, rome, at(last))).toBe(at(until));
  expect(silentUntil(expiry, rome, null)).toBeNull();
  expect(silentUntil({ kind: "never" }, rome, at(last))).toBeNull();
});

const now = at("2026-06-01T00:00:00Z");
const day = 86_400_000;

function lot(id: string, remaining: number, what: Partial<Lot> = {}): Lot {
  return {
    id,
    funderId: null,
    earned: remaining,
    remaining,
    held: 0,
    activatesAt: now - day,
    expiresAt: null,
    ...what,
  };
}

describe("spending", () => {
  test.each<[string, Lot[], number, string]>([
    [
      "takes what expires first",
      [lot("b", 10, { expiresAt: now + 9 * day }), lot("a", 10, { expiresAt: now + day })],
      5,
      "a:5",
    ],
    ["takes what never expires last", [lot("a", 10), lot("b", 10, { expiresAt: now + day })], 12, "b:10 a:2"],
    [
      "takes the older of two that expire together",
      [lot("b", 5, { activatesAt: now - day }), lot("a", 5, { activatesAt: now })],
      6,
      "b:5 a:1",
    ],
    ["takes the lesser id where all else is equal", [lot("b", 5), lot("a", 5)], 6, "a:5 b:1"],
    ["leaves what has expired", [lot("a", 5, { expiresAt: now }), lot("b", 5, { expiresAt: now + 1 })], 5, "b:5"],
    ["leaves what is not active yet", [lot("a", 5, { activatesAt: now + 1 }), lot("b", 5)], 5, "b:5"],
    ["leaves what is set aside", [lot("a", 5, { held: 4 }), lot("b", 5)], 3, "a:1 b:2"],
    ["gives nothing when there is not enough", [lot("a", 5)], 6, "nothing"],
    ["of nothing takes nothing", [], 0, ""],
  ])("%s", (_what, lots, points, taken) => {
    expect(told(allocate(lots, points, now))).toBe(taken);
  });
});

describe("taking back what was earned", () => {
  test.each<[string, Lot[], number, string]>([
    ["takes from the points' own lot first", [lot("own", 5, { expiresAt: now + day }), lot("a", 5)], 7, "own:5 a:2"],
    [
      "then from what is not active yet",
      [lot("a", 5), lot("p", 5, { activatesAt: now + day }), lot("own", 1)],
      4,
      "own:1 p:3",
    ],
    [
      "then from what expires last, so that the urgent ones stay",
      [lot("a", 5, { expiresAt: now + day }), lot("b", 5)],
      6,
      "b:5 a:1",
    ],
    ["leaves what is set aside, also in its own lot", [lot("own", 5, { held: 3 })], 5, "own:2 and 3 missing"],
    ["says what is missing", [], 5, " and 5 missing"],
  ])("%s", (_what, lots, points, taken) => {
    const { allocations, missing } = allocateReversal(lots, "own", points, now);
    expect(told(allocations) + (missing > 0 ? ` and ${missing} missing` : "")).toBe(taken);
  });
});

test("what is available of a lot is what is active, not over and not set aside", () => {
  expect(available(lot("a", 10, { held: 4 }), now)).toBe(6);
  expect(available(lot("a", 10, { expiresAt: now }), now)).toBe(0);
  expect(available(lot("a", 10, { activatesAt: now + 1 }), now)).toBe(0);
});

function told(allocations: { lotId: string; points: number }[] | null): string {
  return allocations === null ? "nothing" : allocations.map(({ lotId, points }) => `${lotId}:${points}`).join(" ");
}
