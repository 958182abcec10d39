// Tiers: cases 46 to 52.
import { expect, test } from "vitest";
import { bonus, inTier, isA, pointsPerEuro, threeTiers, times } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const doubleForSilver = [pointsPerEuro(), times("2", { when: [inTier("silver", "gold")] })];
const calendarYear = { kind: "calendar", months: 12 };

test("case 46: using points never lowers the progress, taking an earn back does", async () => {
  const { buys, returns, spends, standing } = await town.shop({
    tiers: threeTiers({ metric: "points", silver: 500, gold: 2_000 }),
  });
  await buys("ana", 600, { receipt: "r-1" });
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 600, nextTier: "gold", missing: 1_400 });
  await spends("ana", 600);
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 600 });
  await returns("ana", "r-1", 500);
  expect(await standing("ana")).toMatchObject({ progress: 100, missing: 1_900 });
});

test("case 46: points that only qualify cannot be used, and points that are only used do not qualify", async () => {
  const { buys, spends, standing, balance } = await town.shop({
    points: { code: "points", qualifying: false },
    morePoints: [{ code: "stars", spendable: false, qualifying: true }],
    rules: [pointsPerEuro(), pointsPerEuro(10, { pointsType: "stars" })],
    tiers: threeTiers({ metric: "points", silver: 500, gold: 2_000 }),
  });
  await buys("ana", 60);
  expect(await balance("ana")).toBe(60);
  expect(await balance("ana", "stars")).toBe(600);
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 600 });
  expect(await spends("ana", 10, { of: "stars" })).toMatchObject({ status: 400 });
  expect(await spends("ana", 60)).toMatchObject({ status: 201 });
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 600 });
});

test("case 47: the basket that crosses the threshold is judged by the tier before it", async () => {
  const { buys, tier } = await town.shop({ rules: doubleForSilver, tiers: threeTiers() });
  const crossing = await buys("ana", 700);
  expect(crossing).toMatchObject({ earned: 700, body: { tier: { before: "bronze", after: "silver" } } });
  expect(await tier("ana")).toBe("silver");
  expect((await buys("ana", 10)).earned).toBe(20);
});

test("case 47: of baskets that cross at once one does; each of the others has the tier of its turn", async () => {
  const { enrols, buys, balance, standing } = await town.shop({ rules: doubleForSilver, tiers: threeTiers() });
  await enrols("ana");
  const baskets = await Promise.all(Array.from({ length: 4 }, () => buys("ana", 500)));
  expect(baskets.map(({ earned }) => earned).toSorted()).toEqual([1_000, 1_000, 1_000, 500]);
  expect(baskets.filter(({ body }) => body.tier?.after === "silver")).toHaveLength(1);
  expect(baskets.filter(({ body }) => body.tier?.after === "gold")).toHaveLength(1);
  expect(await balance("ana")).toBe(3_500);
  expect(await standing("ana")).toMatchObject({ tier: "gold", progress: 200_000 });
});

const fallsToBalance = threeTiers({ period: calendarYear, downgrade: { policy: "by_balance", graceDays: 0 } });

test("case 48: a return below the threshold keeps the tier to the period's end", async () => {
  const { enrols, buys, returns, standing, tier, isNow } = await town.shop({ tiers: fallsToBalance });
  await enrols("ana");
  await buys("ana", 600, { receipt: "r-1" });
  expect(await standing("ana")).toMatchObject({ tier: "silver", until: "2027-12-31T23:00:00.000Z" });
  await returns("ana", "r-1", 200);
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 40_000, until: "2026-12-31T23:00:00.000Z" });
  isNow("2026-12-31T22:59:00Z");
  expect(await tier("ana")).toBe("silver");
  isNow("2026-12-31T23:00:00Z");
  expect(await tier("ana")).toBe("bronze");
});

test("case 48: who earns it again before the period ends has it for as long as ever", async () => {
  const { enrols, buys, returns, standing } = await town.shop({ tiers: fallsToBalance });
  await enrols("ana");
  await buys("ana", 600, { receipt: "r-1" });
  await returns("ana", "r-1", 200);
  await buys("ana", 150);
  expect(await standing("ana")).toMatchObject({ tier: "silver", until: "2027-12-31T23:00:00.000Z" });
});

test("case 48, drop at once: the tier falls with the return", async () => {
  const { enrols, buys, returns, tier } = await town.shop({
    rules: doubleForSilver,
    tiers: threeTiers({ onReturn: "drop_at_once" }),
  });
  await enrols("ana");
  await buys("ana", 600, { receipt: "r-1" });
  const back = await returns("ana", "r-1", 200);
  expect(back.body.tier).toEqual({ before: "silver", after: "bronze" });
  expect(await tier("ana")).toBe("bronze");
  expect((await buys("ana", 10)).earned).toBe(10);
});

test("case 48, drop at once: a tier of last year does not fall with a small return of this year", async () => {
  const { enrols, buys, returns, tier, isNow } = await town.shop({
    tiers: threeTiers({ period: calendarYear, onReturn: "drop_at_once" }),
  });
  await enrols("ana");
  await buys("ana", 2_500);
  isNow("2027-02-01T09:00:00Z");
  await buys("ana", 20, { receipt: "r-1" });
  await returns("ana", "r-1");
  expect(await tier("ana")).toBe("gold");
});

test("case 48, drop at once: it falls no lower than to what last year's purchases still give", async () => {
  const { enrols, buys, returns, standing, isNow } = await town.shop({
    tiers: { ...fallsToBalance, onReturn: "drop_at_once" },
  });
  await enrols("ana");
  await buys("ana", 600);
  isNow("2027-02-01T09:00:00Z");
  await buys("ana", 2_500, { receipt: "r-1" });
  expect(await standing("ana")).toMatchObject({ tier: "gold", until: "2028-12-31T23:00:00.000Z" });
  await returns("ana", "r-1");
  expect(await standing("ana")).toMatchObject({ tier: "silver", until: "2027-12-31T23:00:00.000Z", progress: 0 });
  isNow("2028-01-01T09:00:00Z");
  expect(await standing("ana")).toMatchObject({ tier: "bronze" });
});

/** Gold by what was bought in 2026; nothing since. */
async function goldOf2026(downgrade: { policy: "never" | "one_down" | "by_balance"; graceDays: number }) {
  const shop = await town.shop({ tiers: threeTiers({ period: calendarYear, downgrade }) });
  await shop.enrols("ana");
  await shop.buys("ana", 2_500);
  expect(await shop.standing("ana")).toMatchObject({ tier: "gold", until: "2027-12-31T23:00:00.000Z" });
  return shop;
}

test("case 49, by balance: the tier falls to what the last period earned", async () => {
  const { tier, isNow } = await goldOf2026({ policy: "by_balance", graceDays: 0 });
  isNow("2027-12-31T22:59:00Z");
  expect(await tier("ana")).toBe("gold");
  isNow("2027-12-31T23:00:00Z");
  expect(await tier("ana")).toBe("bronze");
});

test("case 49, one down: it falls one step a period", async () => {
  const { tier, isNow } = await goldOf2026({ policy: "one_down", graceDays: 0 });
  isNow("2028-01-01T09:00:00Z");
  expect(await tier("ana")).toBe("silver");
  isNow("2028-12-31T22:59:00Z");
  expect(await tier("ana")).toBe("silver");
  isNow("2029-01-01T09:00:00Z");
  expect(await tier("ana")).toBe("bronze");
});

test("case 49, never: it stays", async () => {
  const { tier, isNow } = await goldOf2026({ policy: "never", graceDays: 0 });
  isNow("2031-01-01T09:00:00Z");
  expect(await tier("ana")).toBe("gold");
});

test("case 49: within the days of grace the tier stays, and it is told what waits", async () => {
  const { standing, tier, isNow } = await goldOf2026({ policy: "by_balance", graceDays: 30 });
  isNow("2028-01-15T09:00:00Z");
  expect(await standing("ana")).toMatchObject({ tier: "gold", fallsTo: "bronze", until: "2028-01-30T23:00:00.000Z" });
  isNow("2028-01-30T22:59:00Z");
  expect(await tier("ana")).toBe("gold");
  isNow("2028-01-30T23:00:00Z");
  expect(await standing("ana")).toMatchObject({ tier: "bronze", fallsTo: null });
});

test("case 49: who earns the tier again within the grace keeps it", async () => {
  const { buys, standing, tier, isNow } = await goldOf2026({ policy: "by_balance", graceDays: 30 });
  isNow("2028-01-15T09:00:00Z");
  await buys("ana", 2_100);
  expect(await standing("ana")).toMatchObject({ tier: "gold", fallsTo: null });
  isNow("2028-06-15T09:00:00Z");
  expect(await tier("ana")).toBe("gold");
});

test("case 49: whether or not anybody looked in between, the tier is the same", async () => {
  const { buys, tier, isNow } = await goldOf2026({ policy: "one_down", graceDays: 10 });
  isNow("2029-06-01T09:00:00Z");
  const unseen = await tier("ana");
  await town.sweeps();
  await town.sweeps();
  expect(await tier("ana")).toBe(unseen);
  await buys("ana", 1);
  expect(await tier("ana")).toBe(unseen);
});

test("case 49: the tier is the same whether the job ran every month, once, or never", async () => {
  const tiers: (string | null)[][] = [];
  for (const everyMonths of [1, 40, 100]) {
    const { tier, isNow } = await goldOf2026({ policy: "one_down", graceDays: 40 });
    const seen: (string | null)[] = [];
    for (let month = 1; month <= 40; month += 1) {
      isNow(new Date(Date.UTC(2027, month, 15)).toISOString());
      if (month % everyMonths === 0) await town.sweeps();
      seen.push(await tier("ana"));
    }
    tiers.push(seen);
  }
  expect(tiers[1]).toEqual(tiers[0]);
  expect(tiers[2]).toEqual(tiers[0]);
  expect(new Set(tiers[0])).toEqual(new Set(["gold", "silver", "bronze"]));
});

test("case 50: a courtesy tier beats what was earned until its end, then all is as before", async () => {
  const { enrols, buys, promotes, standing, tier, isNow } = await town.shop({
    rules: doubleForSilver,
    tiers: threeTiers(),
  });
  await enrols("ana");
  await buys("ana", 10);
  expect(await promotes("ana", "gold", "2026-06-30T22:00:00Z")).toMatchObject({ status: 200 });
  expect(await standing("ana")).toMatchObject({ tier: "gold", isManual: true });
  expect((await buys("ana", 100)).earned).toBe(200);
  // What she earns meanwhile counts for her own tier.
  await buys("ana", 450);
  isNow("2026-06-30T22:00:00Z");
  expect(await standing("ana")).toMatchObject({ tier: "silver", isManual: false, progress: 56_000 });
  isNow("2026-07-02T09:00:00Z");
  expect(await tier("ana")).toBe("silver");
});

test("case 50: it can be taken away again, and does not outlive a period's end that it overlaps", async () => {
  const { enrols, promotes, demotes, standing, tier, isNow } = await town.shop({
    tiers: threeTiers({ period: calendarYear, downgrade: { policy: "by_balance", graceDays: 0 } }),
  });
  await enrols("ana");
  await promotes("ana", "gold", "2027-02-01T00:00:00Z");
  isNow("2027-01-15T09:00:00Z");
  expect(await tier("ana")).toBe("gold");
  await demotes("ana");
  expect(await standing("ana")).toMatchObject({ tier: "bronze", isManual: false });
});

test("case 50: a tier that is not there, or that is over already, is refused", async () => {
  const { promotes } = await town.shop({ tiers: threeTiers() });
  await expect(promotes("ana", "platinum", "2026-06-30T22:00:00Z")).rejects.toThrow("400");
  await expect(promotes("ana", "gold", "2026-03-01T22:00:00Z")).rejects.toThrow("400");
});

test("case 51: whoever is within a period finishes it under the thresholds that it began with", async () => {
  const list = threeTiers({ period: calendarYear, downgrade: { policy: "by_balance", graceDays: 0 } });
  const { enrols, buys, changesTiers, standing, tier, isNow } = await town.shop({ tiers: list });
  await enrols("ana");
  await buys("ana", 400);
  await changesTiers({
    ...threeTiers({ silver: 1_000, gold: 5_000 }),
    period: calendarYear,
    downgrade: list.downgrade,
  });
  expect(await standing("ana")).toMatchObject({ tier: "bronze", missing: 10_000 });
  await buys("ana", 200);
  expect(await tier("ana")).toBe("silver");
  // Bob joins under the new list.
  await enrols("bob");
  await buys("bob", 600);
  expect(await standing("bob")).toMatchObject({ tier: "bronze", missing: 40_000 });

  isNow("2027-02-01T09:00:00Z");
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 0, nextTier: "gold", missing: 500_000 });
  isNow("2028-01-01T09:00:00Z");
  expect(await tier("ana")).toBe("bronze");
});

test("case 51: a tier that the new list no longer has becomes the one that its threshold reaches there", async () => {
  const list = threeTiers({ period: calendarYear, downgrade: { policy: "by_balance", graceDays: 0 } });
  const { enrols, buys, changesTiers, tier, isNow } = await town.shop({ tiers: list });
  await enrols("ana");
  await buys("ana", 2_100);
  const tiers = [
    { code: "blue", name: "Blue", threshold: 0 },
    { code: "red", name: "Red", threshold: 150_000 },
    { code: "black", name: "Black", threshold: 900_000 },
  ];
  await changesTiers({ ...list, tiers });
  expect(await tier("ana")).toBe("gold");
  isNow("2027-02-01T09:00:00Z");
  expect(await tier("ana")).toBe("red");
});

test("case 51: tiers of all time turn into yearly ones: nobody falls before the first year is over", async () => {
  const downgrade = { policy: "by_balance" as const, graceDays: 0 };
  const { enrols, buys, changesTiers, standing, tier, isNow } = await town.shop({ tiers: threeTiers() });
  await enrols("ana");
  await buys("ana", 600);
  await changesTiers(threeTiers({ period: calendarYear, downgrade }));
  expect(await tier("ana")).toBe("silver");
  isNow("2026-12-31T22:59:00Z");
  await buys("ana", 1);
  expect(await tier("ana")).toBe("silver");
  isNow("2027-06-01T09:00:00Z");
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 0 });
  isNow("2028-06-01T09:00:00Z");
  expect(await tier("ana")).toBe("bronze");
});

test("case 51: tiers of all time with other thresholds take nothing away", async () => {
  const { enrols, buys, changesTiers, standing } = await town.shop({ tiers: threeTiers() });
  await enrols("ana");
  await buys("ana", 600);
  await changesTiers(threeTiers({ silver: 1_000, gold: 3_000 }));
  expect(await standing("ana")).toMatchObject({ tier: "silver", nextTier: "gold", missing: 240_000 });
});

test("case 52: points that qualify and can be used count for the tier and exist once", async () => {
  const { enrols, buys, spends, standing, wallet } = await town.shop({
    tiers: threeTiers({ metric: "points", silver: 500, gold: 2_000 }),
  });
  await enrols("ana");
  await buys("ana", 800);
  await spends("ana", 800);
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 800 });
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0 });
  expect(await spends("ana", 1)).toMatchObject({ status: 422 });
  // The parent's or the household's tier by the same points: when there are households.
});

test("case 52: points given by hand or by a friend do not qualify", async () => {
  const { enrols, adjusts, standing, transfers, balance } = await town.shop({
    rules: [bonus(100, { when: [isA("purchase")] })],
    tiers: threeTiers({ metric: "points", silver: 500, gold: 2_000 }),
  });
  await enrols("ana");
  await adjusts("ana", 900);
  expect(await balance("ana")).toBe(900);
  expect(await standing("ana")).toMatchObject({ tier: "bronze", progress: 0 });
  await transfers("ana", "bob", 900);
  expect(await standing("bob")).toMatchObject({ tier: "bronze", progress: 0 });
});
