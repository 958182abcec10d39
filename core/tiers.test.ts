import { describe, expect, test } from "vitest";
import {
  effectiveTier,
  firstStanding,
  periodAt,
  progressed,
  type Standing,
  standingAt,
  type TierList,
  type TierPeriod,
} from "./tiers.ts";

const zone = "Europe/Rome";
const at = (text: string): number => Date.parse(text);
const enrolledAt = at("2026-01-31T12:00:00+01:00");
const facts = (text: string) => ({ zone, enrolledAt, nowMs: at(text) });

const yearly: TierList = {
  version: 1,
  metric: "spend",
  period: { kind: "calendar", months: 12 },
  tiers: [
    { code: "bronze", name: "Bronze", threshold: 0 },
    { code: "silver", name: "Silver", threshold: 100 },
    { code: "gold", name: "Gold", threshold: 300 },
  ],
  downgrade: { policy: "one_down", graceDays: 0 },
  onReturn: "keep_until_period_end",
};
const lists = (list: TierList, current: TierList = list) => ({ judging: list, current });

/** Spends on days, one after the other: ["2026-03-01", 120]. */
function after(list: TierList, ...bought: [string, number][]): Standing {
  return bought.reduce(
    (standing, [day, amount]) => {
      const when = facts(`${day}T12:00:00+01:00`);
      return progressed(standingAt(standing, lists(list), when), list, amount, when);
    },
    firstStanding(list, facts("2026-01-31T12:00:00+01:00")),
  );
}

function tierOn(standing: Standing, list: TierList, moment: string, current = list): string | null {
  return effectiveTier(standingAt(standing, lists(list, current), facts(moment)), at(moment));
}

test.each<[string, TierPeriod, string, string, string]>([
  [
    "a month",
    { kind: "calendar", months: 1 },
    "2026-02-28T23:59:59+01:00",
    "2026-02-01T00:00:00+01:00",
    "2026-03-01T00:00:00+01:00",
  ],
  [
    "a quarter, over the change of clocks",
    { kind: "calendar", months: 3 },
    "2026-02-10T12:00:00+01:00",
    "2026-01-01T00:00:00+01:00",
    "2026-04-01T00:00:00+02:00",
  ],
  [
    "half a year",
    { kind: "calendar", months: 6 },
    "2026-07-01T00:00:00+02:00",
    "2026-07-01T00:00:00+02:00",
    "2027-01-01T00:00:00+01:00",
  ],
  [
    "a year in the zone, not in UTC",
    { kind: "calendar", months: 12 },
    "2026-12-31T23:30:00Z",
    "2027-01-01T00:00:00+01:00",
    "2028-01-01T00:00:00+01:00",
  ],
  [
    "a month since the 31st",
    { kind: "anniversary", months: 1 },
    "2026-02-28T00:00:00+01:00",
    "2026-02-28T00:00:00+01:00",
    "2026-03-31T00:00:00+02:00",
  ],
  [
    "a month since the 31st, the day before",
    { kind: "anniversary", months: 1 },
    "2026-02-27T23:59:59+01:00",
    "2026-01-31T00:00:00+01:00",
    "2026-02-28T00:00:00+01:00",
  ],
  [
    "a year of membership",
    { kind: "anniversary", months: 12 },
    "2027-01-30T23:59:59+01:00",
    "2026-01-31T00:00:00+01:00",
    "2027-01-31T00:00:00+01:00",
  ],
])("%s is a period", (_what, ...[period, moment, start, end]) => {
  expect(periodAt(period, { zone, enrolledAt }, at(moment))).toEqual({ startMs: at(start), endMs: at(end) });
});

describe("climbing", () => {
  test.each<[string, [string, number][], string, string]>([
    ["starts below", [], "2026-02-01T00:00:00Z", "bronze"],
    [
      "counts up to the threshold",
      [
        ["2026-03-01", 60],
        ["2026-04-01", 40],
      ],
      "2026-04-01T12:00:00Z",
      "silver",
    ],
    ["jumps over a step", [["2026-03-01", 999]], "2026-03-01T12:00:00Z", "gold"],
    ["is good to the end of the next period", [["2026-03-01", 300]], "2027-12-31T22:59:59Z", "gold"],
    ["then goes one down", [["2026-03-01", 300]], "2027-12-31T23:00:00Z", "silver"],
    ["and another one a period later", [["2026-03-01", 300]], "2028-12-31T23:00:00Z", "bronze"],
    [
      "is kept by what the next period brings",
      [
        ["2026-03-01", 300],
        ["2027-05-01", 300],
      ],
      "2028-12-31T22:00:00Z",
      "gold",
    ],
    [
      "does not add up over periods",
      [
        ["2026-03-01", 60],
        ["2027-03-01", 60],
      ],
      "2027-03-01T12:00:00Z",
      "bronze",
    ],
  ])("%s", (_what, bought, moment, tier) => {
    expect(tierOn(after(yearly, ...bought), yearly, moment)).toBe(tier);
  });
});

describe("going down", () => {
  const gold: [string, number] = ["2026-03-01", 300];
  const end = "2027-12-31T23:00:00Z";
  test.each<[string, TierList["downgrade"], string, string]>([
    ["never", { policy: "never", graceDays: 0 }, end, "gold"],
    ["one step", { policy: "one_down", graceDays: 0 }, end, "silver"],
    ["to what was reached", { policy: "by_balance", graceDays: 0 }, end, "bronze"],
    ["not yet, within days of grace", { policy: "by_balance", graceDays: 30 }, "2028-01-30T22:59:59Z", "gold"],
    ["when the days of grace are over", { policy: "by_balance", graceDays: 30 }, "2028-01-30T23:00:00Z", "bronze"],
  ])("%s", (_what, downgrade, moment, tier) => {
    const list = { ...yearly, downgrade };
    expect(tierOn(after(list, gold), list, moment)).toBe(tier);
  });
});

describe("a return that falls below the threshold", () => {
  const bought: [string, number][] = [
    ["2026-03-01", 120],
    ["2026-04-01", -50],
  ];
  test("keeps the tier to the end of the period, then no longer", () => {
    const standing = after(yearly, ...bought);
    expect(standing.periodValue).toBe(70);
    expect(tierOn(standing, yearly, "2026-12-31T22:59:59Z")).toBe("silver");
    expect(tierOn(standing, yearly, "2026-12-31T23:00:00Z")).toBe("bronze");
  });

  test("drops the tier at once where the programme says so", () => {
    const strict: TierList = { ...yearly, onReturn: "drop_at_once" };
    expect(after(strict, ...bought).tier).toBe("bronze");
  });

  test("leaves a tier that an earlier period has earned", () => {
    const strict: TierList = { ...yearly, onReturn: "drop_at_once" };
    expect(after(strict, ["2026-03-01", 300], ["2027-02-01", 50], ["2027-02-02", -50]).tier).toBe("gold");
  });
});

describe("a courtesy tier", () => {
  const courtesy = (until: string): Standing => ({
    ...after(yearly, ["2026-03-01", 120]),
    manualTier: "gold",
    manualUntil: at(until),
  });
  test("beats what was earned until its end", () => {
    expect(tierOn(courtesy("2026-06-01T00:00:00Z"), yearly, "2026-05-31T23:59:59Z")).toBe("gold");
    expect(tierOn(courtesy("2026-06-01T00:00:00Z"), yearly, "2026-06-01T00:00:00Z")).toBe("silver");
  });
});

describe("a new list of tiers", () => {
  const easier: TierList = {
    ...yearly,
    version: 2,
    tiers: yearly.tiers.map((tier) => ({ ...tier, threshold: tier.threshold / 10 })),
  };
  const standing = after(yearly, ["2026-03-01", 40]);
  test("judges from the next period on: nobody changes in between", () => {
    expect(tierOn(standing, yearly, "2026-12-01T00:00:00Z", easier)).toBe("bronze");
    expect(standingAt(standing, lists(yearly, easier), facts("2027-02-01T00:00:00Z")).listVersion).toBe(2);
  });

  test("for all time judges at once", () => {
    const [ever, easierEver] = [yearly, easier].map((list): TierList => ({ ...list, period: { kind: "ever" } }));
    if (ever === undefined || easierEver === undefined) throw new Error("two lists");
    const so = after(ever, ["2026-03-01", 40]);
    expect(tierOn(so, ever, "2026-03-02T00:00:00Z", easierEver)).toBe("gold");
  });
});
