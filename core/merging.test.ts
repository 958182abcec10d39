import { describe, expect, test } from "vitest";
import { newcomer } from "./facts.ts";
import type { Lot } from "./lots.ts";
import {
  type Arrived,
  mergedFacts,
  mergedStanding,
  type Part,
  partedCounters,
  partedPoints,
  partedStanding,
} from "./merging.ts";
import type { Standing, TierList } from "./tiers.ts";

const now = Date.UTC(2026, 2, 2);
const facts = { zone: "UTC", enrolledAt: now - 1, nowMs: now };
const list: TierList = {
  version: 1,
  metric: "spend",
  period: { kind: "ever" },
  tiers: [
    { code: "bronze", name: "Bronze", threshold: 0 },
    { code: "silver", name: "Silver", threshold: 500 },
    { code: "gold", name: "Gold", threshold: 2_000 },
  ],
  downgrade: { policy: "never", graceDays: 0 },
  onReturn: "keep_until_period_end",
};

function standing(tier: string, periodValue: number, what: Partial<Standing> = {}): Standing {
  return {
    tier,
    since: now - 9,
    until: null,
    next: null,
    manualTier: null,
    manualUntil: null,
    listVersion: 1,
    periodStart: null,
    periodValue,
    ...what,
  };
}

describe("case 57: the tier of two who are one", () => {
  test.each([
    ["the survivor's, where it is the higher", ["silver", 600], ["bronze", 100], ["silver", 700]],
    ["the other's, where that is the higher", ["bronze", 100], ["gold", 2_100], ["gold", 2_200]],
    ["what both reached together", ["silver", 1_200], ["silver", 900], ["gold", 2_100]],
    ["what one has kept from earlier", ["bronze", 0], ["gold", 10], ["gold", 10]],
  ] as const)("%s", (_what, [mine, reached], [others, theirs], [tier, periodValue]) => {
    const merged = mergedStanding(standing(mine, reached), standing(others, theirs), list, facts);
    expect(merged).toMatchObject({ tier, periodValue });
  });

  test("what was reached in another period is not added", () => {
    const merged = mergedStanding(standing("bronze", 400), standing("bronze", 400, { periodStart: 7 }), list, facts);
    expect(merged).toMatchObject({ tier: "bronze", periodValue: 400 });
  });

  test("a tier given by hand goes along while it lasts, the longer of two", () => {
    const given = standing("bronze", 0, { manualTier: "gold", manualUntil: now + 50 });
    const longer = standing("bronze", 0, { manualTier: "silver", manualUntil: now + 90 });
    const over = standing("bronze", 0, { manualTier: "gold", manualUntil: now - 1 });
    expect(mergedStanding(standing("bronze", 0), given, list, facts).manualTier).toBe("gold");
    expect(mergedStanding(given, longer, list, facts).manualTier).toBe("silver");
    expect(mergedStanding(longer, given, list, facts).manualTier).toBe("silver");
    expect(mergedStanding(standing("bronze", 0), over, list, facts).manualTier).toBeNull();
  });
});

test("case 57: what was done is added, who somebody is stays", () => {
  const survivor = { ...newcomer(5), language: "it", spendMinor: 100, purchases: 2, lastPurchaseAt: 9 };
  const other = { ...newcomer(3), language: "de", spendMinor: 50, purchases: 1, visits: 4, lastPurchaseAt: 12 };
  expect(mergedFacts(survivor, other)).toEqual({
    ...survivor,
    spendMinor: 150,
    purchases: 3,
    visits: 4,
    lastPurchaseAt: 12,
  });
});

describe("case 57: the tier of two who are two again", () => {
  const before = standing("bronze", 450);
  const after = standing("gold", 1_050);
  test.each([
    ["as it was, where nothing happened since", after, before],
    ["raised by what was done since", standing("gold", 1_150), standing("silver", 550, { since: now })],
    ["lowered by what came back since", standing("gold", 1_000), standing("bronze", 400)],
    [
      "with a tier that was given by hand since",
      { ...after, manualTier: "gold", manualUntil: now + 5 },
      { ...before, manualTier: "gold", manualUntil: now + 5 },
    ],
  ])("%s", (_name, since, alone) => {
    expect(partedStanding({ before, after, now: since }, list, facts)).toEqual(alone);
  });

  test("what the other brought goes, and what came back since is not taken twice", () => {
    const counters = { ...nothing, spendMinor: 500, purchases: 1 };
    expect(partedCounters(counters, { ...nothing, spendMinor: 300, purchases: 2 })).toEqual({
      ...nothing,
      spendMinor: 200,
      purchases: 0,
    });
  });
});

const nothing = {
  spendMinor: 0,
  purchases: 0,
  visits: 0,
  referrals: 0,
  shares: 0,
  advocacy: 0,
  qualifyingPoints: 0,
} as const;

describe("case 57: the points of two who are two again", () => {
  const part = (points: number, expiresAt: number | null): Part => {
    return { points, funderId: null, activatesAt: now - 9, expiresAt };
  };
  const lot = (id: string, remaining: number, expiresAt: number | null, held = 0): [string, Lot] => {
    return [id, { id, funderId: null, earned: 99, remaining, held, activatesAt: now - 9, expiresAt }];
  };
  const into = (lotId: string | null, points: number): Arrived => ({ lotId, points });

  test.each([
    [
      "all of them, with their dates",
      { sent: [part(5, null), part(7, now + 9)], arrived: [into("a", 5), into("b", 7)] },
      [[lot("a", 5, null), lot("b", 9, now + 9)], {}] as const,
      {
        ok: true,
        lots: [
          { lotId: "a", points: 5 },
          { lotId: "b", points: 7 },
        ],
        debt: 0,
        parts: [part(5, null), part(7, now + 9)],
      },
    ],
    [
      "out of others with the same dates, where their own are empty",
      { sent: [part(5, null)], arrived: [into("a", 5)] },
      [[lot("c", 4, null), lot("a", 2, null)], {}] as const,
      {
        ok: true,
        lots: [
          { lotId: "a", points: 2 },
          { lotId: "c", points: 3 },
        ],
        debt: 0,
        parts: [part(5, null)],
      },
    ],
    [
      "none, where some were used or are set aside",
      { sent: [part(5, null)], arrived: [into("a", 5)] },
      [[lot("a", 4, null, 2), lot("b", 9, now + 9)], {}] as const,
      { ok: false, missing: 3 },
    ],
    [
      "without those whose time is over",
      { sent: [part(5, now), part(7, null)], arrived: [into("a", 5), into("b", 7)] },
      [[lot("a", 0, now), lot("b", 7, null)], {}] as const,
      { ok: true, lots: [{ lotId: "b", points: 7 }], debt: 0, parts: [part(7, null)] },
    ],
    [
      "without what silence took",
      { sent: [part(5, null)], arrived: [into("a", 5)] },
      [[lot("a", 0, null)], { a: 5 }] as const,
      { ok: true, lots: [], debt: 0, parts: [] },
    ],
    [
      "what paid off a debt is owed again",
      { sent: [part(5, null)], arrived: [into(null, 3), into("a", 2)] },
      [[lot("a", 2, null)], {}] as const,
      { ok: true, lots: [{ lotId: "a", points: 2 }], debt: 3, parts: [part(5, null)] },
    ],
  ])("%s", (_name, moved, [lots, expired], back) => {
    const there = { lots: new Map(lots), expired: new Map(Object.entries(expired)) };
    expect(partedPoints(moved, there, now)).toEqual(back);
  });
});
