import fc from "fast-check";
import { expect, test } from "vitest";
import { isoDate, isoTimeOfDay, isTimezone, localTime } from "./calendar.ts";

test.each([
  ["2026-03-29T00:59:00Z", "Europe/London", "2026-03-29 00:59", 7],
  ["2026-03-29T01:00:00Z", "Europe/London", "2026-03-29 02:00", 7],
  ["2026-10-25T00:30:00Z", "Europe/London", "2026-10-25 01:30", 7],
  ["2026-10-25T01:30:00Z", "Europe/London", "2026-10-25 01:30", 7],
  ["2026-01-01T00:00:00Z", "America/Los_Angeles", "2025-12-31 16:00", 3],
  ["2026-01-01T00:00:00Z", "Asia/Kathmandu", "2026-01-01 05:45", 4],
  ["2024-02-29T10:00:00Z", "Pacific/Kiritimati", "2024-03-01 00:00", 5],
  ["1969-12-31T23:59:59.999Z", "UTC", "1969-12-31 23:59", 3],
  ["1899-03-01T12:00:00Z", "UTC", "1899-03-01 12:00", 3],
])("%s in %s is %s, day %i of the week", (instant, timezone, wall, weekday) => {
  const local = localTime(Date.parse(instant), timezone);
  expect(`${isoDate(local)} ${isoTimeOfDay(local)}`).toBe(wall);
  expect(local.weekday).toBe(weekday);
});

test("an offset that changed within a quarter of an hour, as in Liberia in 1972", () => {
  const wall = (instant: string) => isoTimeOfDay(localTime(Date.parse(instant), "Africa/Monrovia"));
  expect(["1972-01-07T00:44:00Z", "1972-01-07T00:44:45Z"].map(wall)).toEqual(["23:59", "00:44"]);
});

test("tells zones from other words", () => {
  expect(["Europe/Prague", "UTC"].map(isTimezone)).toEqual([true, true]);
  expect(["Mars/Olympus", ""].map(isTimezone)).toEqual([false, false]);
});

test("the clock on the wall is the one of Intl, before and after any change of it", () => {
  const zones = ["Europe/Rome", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tehran"];
  const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (timezone, at) => {
      const format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "short" });
      const local = localTime(at, timezone);
      expect(`${isoDate(local)} ${isoTimeOfDay(local)}`).toBe(format.format(at));
    }),
    { numRuns: 500 },
  );
});
