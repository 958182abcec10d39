// What all members together get from a campaign at most: case 10, and what cases 2, 12, 14 and 41 say of budgets.
import { describe, expect, test } from "vitest";
import { bonus, pointsPerEuro } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const named = (count: number): string[] => Array.from({ length: count }, (_, at) => `member ${at}`);
const reasons = ({ whyNot }: { whyNot: { name: string; reason: string }[] }) =>
  whyNot.map(({ name, reason }) => `${name}: ${reason}`);

describe("case 10: a budget", () => {
  test("for a hundred of five hundred who claim at once pays a hundred, to the last point", async () => {
    const { starts, visits, campaign, idOf } = await town.shop({ rules: [] });
    const started = await starts([bonus(10)], { budget: { points: 1_000 } });
    const names = named(500);
    await Promise.all(names.map((name) => idOf(name)));
    const claims = await Promise.all(names.map((name) => visits(name)));
    expect(claims.filter(({ status }) => status !== 201)).toEqual([]);
    expect(claims.filter(({ earned }) => earned === 10)).toHaveLength(100);
    expect(claims.filter(({ earned }) => earned === 0)).toHaveLength(400);
    expect((await campaign(started)).budget).toMatchObject({ points: 1_000, spent: 1_000, left: 0 });
  });

  test("is gathered from wherever it lies: who comes last gets the last points", async () => {
    const { starts, visits, campaign } = await town.shop({ rules: [] });
    const started = await starts([bonus(7)], { budget: { points: 350 } });
    const earned: number[] = [];
    for (const name of named(60)) earned.push((await visits(name)).earned);
    expect(earned.filter((points) => points === 7)).toHaveLength(50);
    expect(earned.slice(50).every((points) => points === 0)).toBe(true);
    expect((await campaign(started)).budget).toMatchObject({ spent: 350, left: 0 });
  });

  test("that is smaller than an award gives nothing of it, and says so", async () => {
    const { starts, buys, explains, tries, campaign } = await town.shop();
    const started = await starts([bonus(60)], { budget: { points: 100 } });
    expect(await tries("ana", 10)).toBe(70);
    expect(await buys("ana", 10)).toMatchObject({ earned: 70 });
    expect(await tries("bob", 10)).toBe(10);
    const second = await buys("bob", 10);
    expect(second).toMatchObject({ earned: 10 });
    expect(reasons(await explains("bob", second))).toEqual(["a bonus of 60: budget"]);
    expect((await explains("bob", second)).whyNot[0].sentence).toBe("Il budget della campagna è esaurito.");
    expect((await campaign(started)).budget).toMatchObject({ spent: 60, left: 40, whenShort: "nothing" });
  });

  test("that lacks a point of an award gives nothing of it, wherever its last points lie", async () => {
    const { starts, buys, campaign } = await town.shop({ rules: [] });
    const started = await starts([bonus(60)], { budget: { points: 119 } });
    expect(await buys("ana", 10)).toMatchObject({ status: 201, earned: 60 });
    expect(await buys("ana", 10)).toMatchObject({ status: 201, earned: 0 });
    expect((await campaign(started)).budget).toMatchObject({ spent: 60, left: 59 });
  });

  test("gives what is left, where the campaign says so", async () => {
    const { starts, buys, explains, campaign } = await town.shop({ rules: [] });
    const started = await starts([bonus(60)], { budget: { points: 100, whenShort: "partial" } });
    await buys("ana", 10);
    const second = await buys("bob", 10);
    expect(second).toMatchObject({ earned: 40 });
    expect((await explains("bob", second)).why).toMatchObject([{ wanted: 60, award: { points: 40 } }]);
    expect((await campaign(started)).budget).toMatchObject({ spent: 100, left: 0 });
  });

  test("gets back what comes back, and gives it again", async () => {
    const { starts, buys, returns, campaign, jumps } = await town.shop({ rules: [] });
    const started = await starts([pointsPerEuro(1)], { budget: { points: 100 } });
    const bought = await buys("ana", [{ product: "shirt", pieces: 2, euros: 100 }]);
    expect(bought).toMatchObject({ earned: 100 });
    expect(await buys("bob", 30)).toMatchObject({ earned: 0 });
    await returns("ana", bought.receipt, { shirt: 1 });
    expect((await campaign(started)).budget).toMatchObject({ spent: 50, left: 50 });
    // Whoever shares the slice has it at once, everybody else after a minute at most.
    expect(await buys("ana", 10)).toMatchObject({ earned: 10 });
    jumps({ minutes: 1 });
    expect(await buys("bob", 40)).toMatchObject({ earned: 40 });
    expect((await campaign(started)).budget).toMatchObject({ spent: 100, left: 0 });
  });

  test("of a campaign that has ended gets back what comes back, and gives nothing to what is told late", async () => {
    const { starts, ends, buys, returns, campaign, jumps } = await town.shop({ rules: [] });
    const started = await starts([bonus(10, { validFrom: null })], { budget: { points: 100 } });
    const bought = await buys("ana", 10);
    jumps({ days: 1 });
    await ends(started);
    expect(await buys("bob", 10, { at: "2026-03-02T10:00:00Z" })).toMatchObject({ earned: 0 });
    expect(await returns("ana", bought.receipt)).toMatchObject({ earned: -10 });
    expect((await campaign(started)).budget).toMatchObject({ spent: 0, left: 100 });
  });

  test("fault 3: fifty copies of one purchase cost it one award", async () => {
    const { starts, buys, campaign } = await town.shop({ rules: [] });
    const started = await starts([bonus(10)], { budget: { points: 100 } });
    const copies = await Promise.all(Array.from({ length: 50 }, () => buys("ana", 10, { receipt: "r-1" })));
    expect(copies.every(({ earned }) => earned === 10)).toBe(true);
    await buys("ana", 10, { receipt: "r-1" });
    expect((await campaign(started)).budget).toMatchObject({ spent: 10, left: 90 });
  });

  test("is cut into at the checkout as at the till, and what is brought back there comes back to it", async () => {
    const { starts, checksOut, bringsBack, session, campaign } = await town.shop({ rules: [] });
    const started = await starts([bonus(10)], { budget: { points: 10 } });
    const sold = await checksOut("ana", [{ euros: 20 }]);
    expect((await session(sold)).earned).toEqual([{ pointsType: "points", points: 10 }]);
    expect((await session(await checksOut("bob", [{ euros: 20 }]))).earned).toEqual([]);
    await bringsBack(sold, null);
    expect((await campaign(started)).budget).toMatchObject({ spent: 0, left: 10 });
  });

  test("of one campaign does not hold up another, and who has no room keeps nobody away", async () => {
    const { starts, buys } = await town.shop();
    await starts([bonus(50)], { stacking: { kind: "exclusive" }, priority: 5, budget: { points: 50 } });
    expect(await buys("ana", 10)).toMatchObject({ earned: 50 });
    expect(await buys("bob", 10)).toMatchObject({ earned: 10 });
  });

  test("lets the best of a category win although its slice is still empty", async () => {
    const { starts, buys } = await town.shop({ rules: [] });
    const spring = { kind: "best_of", category: "spring" };
    await starts([bonus(20)], { stacking: spring });
    await starts([bonus(50)], { stacking: spring, budget: { points: 50 } });
    expect(await buys("ana", 10)).toMatchObject({ earned: 50 });
    expect(await buys("ana", 10)).toMatchObject({ earned: 20 });
  });

  test("tells once that it is used up, and once more after it was raised", async () => {
    const { starts, visits, addsBudget, campaign, asks } = await town.shop({ rules: [] });
    const told = async () => {
      await town.delivers();
      const items: unknown[] = [];
      for (let page = { position: 0, hasMore: true }; page.hasMore; ) {
        const { body } = await asks("GET", `/v1/events?types=campaign.budget_exhausted&after=${page.position}`);
        items.push(...body.items);
        page = body;
      }
      return items;
    };
    const started = await starts([bonus(10)], { budget: { points: 30 } });
    await Promise.all(named(20).map((name) => visits(name)));
    await visits("ana");
    expect(await told()).toMatchObject([{ data: { campaignId: started.id, granted: 30 } }]);
    expect((await campaign(started)).budget.exhaustedAt).not.toBe(null);

    expect(await addsBudget(started, { points: 20 }, "more")).toMatchObject({ status: 201 });
    expect(await addsBudget(started, { points: 20 }, "more")).toMatchObject({ status: 200 });
    expect((await campaign(started)).budget).toMatchObject({ points: 50, spent: 30, left: 20, exhaustedAt: null });
    expect([await visits("ana"), await visits("bob"), await visits("eva")].map(({ earned }) => earned)).toEqual([
      10, 10, 0,
    ]);
    expect(await told()).toHaveLength(2);
  });
});

describe("a budget in money", () => {
  const worth = { points: 100, minor: 50 };

  test("buys points at their face value, rounded down; the smaller counts where points are named too", async () => {
    const { starts, changesPoints, campaign, addsBudget } = await town.shop({ rules: [] });
    await changesPoints({ faceValue: worth });
    const started = await starts([bonus(10)], { budget: { minor: 1_001 } });
    expect((await campaign(started)).budget).toMatchObject({ points: 2_002 });
    expect(await addsBudget(started, { minor: 100 })).toMatchObject({ status: 201 });
    expect((await campaign(started)).budget).toMatchObject({ points: 2_202 });
    const both = await starts([bonus(10)], { budget: { minor: 1_000, points: 5 } });
    expect((await campaign(both)).budget).toMatchObject({ points: 5 });
  });

  test("is refused where nobody knows what the points are worth, or rules give points of several types", async () => {
    const { starts, changesPoints, addsBudget } = await town.shop({ rules: [], morePoints: [{ code: "stars" }] });
    const money = { budget: { minor: 1_000 } };
    await expect(starts([bonus(10)], money)).rejects.toThrow(/400.*face value/);
    await changesPoints({ faceValue: worth });
    await expect(starts([bonus(10), bonus(1, { pointsType: "stars" })], money)).rejects.toThrow(
      /400.*same points type/,
    );
    await expect(starts([bonus(10)], { budget: { whenShort: "partial" } })).rejects.toThrow(/400/);
    const without = await starts([bonus(10)]);
    expect(await addsBudget(without, { points: 5 })).toMatchObject({ status: 409 });
  });
});
