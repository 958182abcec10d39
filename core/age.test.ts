import { expect, test } from "vitest";
import { adultFrom, ageLimitFor, isChildAt, UNTIL_TOLD } from "./age.ts";

test.each([
  ["2010-03-02", 18, "Europe/Rome", "2028-03-01T23:00:00.000Z"],
  ["2010-03-02", 16, "Europe/Rome", "2026-03-01T23:00:00.000Z"],
  ["2010-07-02", 16, "Europe/Rome", "2026-07-01T22:00:00.000Z"],
  ["2010-03-02", 16, "America/New_York", "2026-03-02T05:00:00.000Z"],
  ["2008-02-29", 18, "UTC", "2026-03-01T00:00:00.000Z"],
  ["2008-02-29", 20, "UTC", "2028-02-29T00:00:00.000Z"],
  ["2010-03-02", 0, "UTC", "2010-03-02T00:00:00.000Z"],
])("56: born on %s, of age with %i in %s: from %s", (birthDate, years, zone, from) => {
  expect(new Date(adultFrom(birthDate, years, zone)).toISOString()).toBe(from);
});

test("56: the country's limit goes before the usual one", () => {
  const limits = { usual: 18, countries: new Map([["IT", 14]]) };
  expect([ageLimitFor(limits, "IT"), ageLimitFor(limits, "DE"), ageLimitFor(limits, undefined)]).toEqual([14, 18, 18]);
});

test("56: a child is one until the day begins, and one whose birth date nobody told until somebody says so", () => {
  const day = adultFrom("2010-03-02", 16, "UTC");
  expect([isChildAt(day, day - 1), isChildAt(day, day)]).toEqual([true, false]);
  expect(isChildAt(UNTIL_TOLD, day)).toBe(true);
  expect([isChildAt(null, day), isChildAt(undefined, day)]).toEqual([false, false]);
});
