import { describe, expect, test } from "vitest";
import { newcomer } from "./facts.ts";
import { mergedFacts, mergedStanding } from "./merging.ts";
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
