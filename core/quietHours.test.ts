import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isQuiet, quietUntil } from "./quietHours.ts";

const night = { from: "21:00", until: "08:00" };
const at = (text: string): number => Date.parse(text);
const allowed = (from: string, zone = "Europe/Rome", quiet = night): string =>
  new Date(quietUntil(at(from), zone, quiet)).toISOString();

describe("a letter waits for the morning of whom it is for", () => {
  test.each([
    ["in the evening, until the next morning", "2026-03-02T20:30:00Z", "2026-03-03T07:00:00.000Z"],
    ["at the first quiet minute", "2026-03-02T20:00:00Z", "2026-03-03T07:00:00.000Z"],
    ["after midnight, until the same morning", "2026-03-03T02:00:00Z", "2026-03-03T07:00:00.000Z"],
    ["at the end it waits no longer", "2026-03-03T07:00:00Z", "2026-03-03T07:00:00.000Z"],
    ["by day it does not wait", "2026-03-03T12:34:56Z", "2026-03-03T12:34:56.000Z"],
    ["over the end of a year", "2026-12-31T22:00:00Z", "2027-01-01T07:00:00.000Z"],
    ["the night of spring is an hour shorter", "2026-03-28T20:30:00Z", "2026-03-29T06:00:00.000Z"],
    ["the night of autumn is an hour longer", "2026-10-24T20:30:00Z", "2026-10-25T07:00:00.000Z"],
  ])("%s", (_, from, until) => {
    expect(allowed(from)).toBe(until);
  });

  test("where it is day elsewhere it is night there", () => {
    expect(allowed("2026-03-02T12:00:00Z", "America/Los_Angeles")).toBe("2026-03-02T16:00:00.000Z");
    expect(allowed("2026-03-02T16:00:00Z", "Asia/Kolkata")).toBe("2026-03-03T02:30:00.000Z");
  });
});

describe("11: the clocks are moved in the very minute that ends the quiet", () => {
  const small = { from: "22:00", until: "02:30" };

  test("an end that is skipped has come when the clocks jump over it", () => {
    expect(allowed("2026-03-29T00:10:00Z", "Europe/Rome", small)).toBe("2026-03-29T01:00:00.000Z");
  });

  test("an end that comes twice: before the first one until the first, in the second hour until the second", () => {
    expect(allowed("2026-10-24T23:30:00Z", "Europe/Rome", small)).toBe("2026-10-25T00:30:00.000Z");
    expect(allowed("2026-10-25T01:10:00Z", "Europe/Rome", small)).toBe("2026-10-25T01:30:00.000Z");
  });

  test("a quiet that lies in the skipped hour alone is not there that day", () => {
    const skipped = { from: "02:00", until: "03:00" };
    expect(allowed("2026-03-29T00:59:00Z", "Europe/Rome", skipped)).toBe("2026-03-29T00:59:00.000Z");
    expect(allowed("2026-03-29T01:00:00Z", "Europe/Rome", skipped)).toBe("2026-03-29T01:00:00.000Z");
  });
});

test("no hours at all: it is never quiet", () => {
  expect(allowed("2026-03-02T20:30:00Z", "Europe/Rome", { from: "08:00", until: "08:00" })).toBe(
    "2026-03-02T20:30:00.000Z",
  );
});

test("the moment is the first that is not quiet, in every zone, also while clocks are moved", () => {
  const zones = ["Europe/Rome", "America/St_Johns", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu", "UTC"];
  const minute = fc.integer({ min: 0, max: 95 }).map((quarter) => {
    const [hour, rest] = [Math.floor(quarter / 4), (quarter % 4) * 15];
    return `${String(hour).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
  });
  const quarterMs = 900_000;
  // The days around both changes of 2026, north and south.
  const days = ["2026-03-07", "2026-03-28", "2026-04-04", "2026-09-05", "2026-10-03", "2026-10-24", "2026-10-31"];
  const moment = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: 0, max: 191 }), fc.integer({ min: 0, max: quarterMs - 1 }))
    .map(([day, quarter, rest]) => Date.parse(`${day}T00:00:00Z`) + quarter * quarterMs + rest);
  fc.assert(
    fc.property(fc.constantFrom(...zones), moment, minute, minute, (zone, from, start, end) => {
      fc.pre(start !== end);
      const quiet = { from: start, until: end };
      const until = quietUntil(from, zone, quiet);
      expect(until).toBeGreaterThanOrEqual(from);
      expect(isQuiet(until, zone, quiet)).toBe(false);
      const firstQuarter = Math.ceil((from + 1) / quarterMs) * quarterMs;
      if (until > from) expect(isQuiet(from, zone, quiet)).toBe(true);
      for (let moment = firstQuarter; moment < until; moment += quarterMs) {
        expect(isQuiet(moment, zone, quiet)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});
