// How campaigns combine, when they are open and who is left out to compare with: case 16 with exclusive campaigns, and
// fault 11. The shops speak Italian.
import { describe, expect, test } from "vitest";
import { bonus, isA, pointsPerEuro, spending, times } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

const onWine = [{ field: "item.category", operator: "=", value: "wine" }];
const wineAndBread = [
  { product: "chianti", euros: 60, categories: ["wine"] },
  { product: "bread", euros: 40, categories: ["food"] },
];
const exclusive = { kind: "exclusive" };
const onItsLines = { kind: "exclusive", scope: "lines" };
const spring = { kind: "best_of", category: "spring" };

type Why = { name: string; reason: string; sentence: string };
const whyNot = (told: { whyNot: Why[] }) => told.whyNot.map(({ name, reason, sentence }) => [name, reason, sentence]);

describe("campaigns", () => {
  test("stack where nothing is said", async () => {
    const { starts, buys } = await town.shop();
    await starts([bonus(50)]);
    expect(await buys("ana", 100)).toMatchObject({ earned: 150 });
  });

  test("that are exclusive keep away those that come after, and say so", async () => {
    const { starts, buys, explains, tries } = await town.shop();
    await starts([bonus(50)], { name: "Fifty", stacking: exclusive, priority: 10 });
    expect(await tries("ana", 100)).toBe(50);
    const bought = await buys("ana", 100);
    expect(bought).toMatchObject({ earned: 50 });
    expect(whyNot(await explains("ana", bought))).toEqual([
      ["1 a euro", "shut_out", "La campagna «Fifty» ha la precedenza ed esclude le altre."],
    ]);
  });

  test("that are exclusive for their lines leave the rest of the basket to others", async () => {
    const { starts, buys } = await town.shop();
    await starts([pointsPerEuro(3, { items: onWine })], { stacking: onItsLines, priority: 10 });
    await starts([times("2", { when: [isA("purchase")] })]);
    expect(await buys("ana", wineAndBread)).toMatchObject({ earned: 3 * 60 + 40 + 40 });
  });

  test("of one category: the one that gives most counts, and the other says so", async () => {
    const { starts, buys, explains } = await town.shop();
    await starts([bonus(50)], { name: "Fifty", stacking: spring });
    await starts([times("2", { when: [isA("purchase")] })], { name: "Double", stacking: spring });
    expect(await buys("ana", 20)).toMatchObject({ earned: 20 + 50 });
    const large = await buys("ana", 80);
    expect(large).toMatchObject({ earned: 80 + 80 });
    expect(whyNot(await explains("ana", large))).toEqual([
      ["a bonus of 50", "outdone", "Un’altra campagna della stessa categoria, «Double», ha dato di più."],
    ]);
  });

  test("are judged by the day of the purchase: one that has ended keeps others from what is told late", async () => {
    const { starts, ends, buys, jumps } = await town.shop();
    const first = await starts([bonus(50, { validFrom: null })], { stacking: exclusive, priority: 10 });
    jumps({ days: 3 });
    await ends(first);
    expect(await buys("ana", 100)).toMatchObject({ earned: 100 });
    expect(await buys("ana", 100, { at: "2026-03-03T10:00:00Z" })).toMatchObject({ earned: 50 });
  });
});

describe("case 16 with campaigns that combine", () => {
  test("a bonus of an exclusive campaign goes back whole when the rest misses its threshold", async () => {
    const { starts, buys, returns, balance, statement } = await town.shop();
    await starts([bonus(50, { when: [spending(100)] })], { stacking: exclusive, priority: 10 });
    const bought = await buys("ana", wineAndBread);
    expect(bought).toMatchObject({ earned: 50 });
    expect(await returns("ana", bought.receipt, { bread: 1 })).toMatchObject({ earned: -50 });
    // The campaign that was kept away does not come after all: a return gives nothing.
    expect(await balance("ana")).toBe(0);
    await returns("ana", bought.receipt, { chianti: 1 });
    expect(await statement("ana")).toEqual(["+50 issued", "-50 issued"]);
  });

  test("what was given stays given where an exclusive campaign would fit only what is left", async () => {
    const { starts, buys, returns, balance } = await town.shop();
    const small = { field: "activity.amount_minor", operator: "<", value: 7_000 };
    await starts([bonus(5, { when: [small] })], { stacking: exclusive, priority: 10 });
    const bought = await buys("ana", wineAndBread);
    expect(bought).toMatchObject({ earned: 100 });
    expect(await returns("ana", bought.receipt, { bread: 1 })).toMatchObject({ earned: -40 });
    expect(await balance("ana")).toBe(60);
  });

  test("the best of a category goes back by its own share, and the next best stays out", async () => {
    const { starts, buys, returns, balance } = await town.shop({ rules: [] });
    await starts([bonus(50)], { stacking: spring });
    await starts([pointsPerEuro(2)], { stacking: spring });
    const bought = await buys("ana", wineAndBread);
    expect(bought).toMatchObject({ earned: 200 });
    expect(await returns("ana", bought.receipt, { chianti: 1 })).toMatchObject({ earned: -120 });
    await returns("ana", bought.receipt, { bread: 1 });
    expect(await balance("ana")).toBe(0);
  });
});

describe("a campaign that is open every Tuesday from 17 to 20", () => {
  const happyHours = { schedule: [{ weekdays: [2], from: "17:00", until: "20:00" }] };

  test("gives by the clocks of the shop, in winter and in summer", async () => {
    const { starts, buys, isNow } = await town.shop();
    await starts([bonus(50)], happyHours);
    for (const [moment, earned] of [
      ["2026-03-03T15:59:59Z", 10],
      ["2026-03-03T16:00:00Z", 60],
      ["2026-03-03T19:00:00Z", 10],
      ["2026-03-31T15:00:00Z", 60],
      ["2026-04-01T15:30:00Z", 10],
    ] as const) {
      isNow(moment);
      expect([moment, (await buys("ana", 10)).earned]).toEqual([moment, earned]);
    }
  });

  test("says so with its rules, and when it was not open", async () => {
    const { starts, buys, explains, campaign } = await town.shop();
    const started = await starts([bonus(50)], happyHours);
    expect((await campaign(started)).rules[0].sentence).toBe(
      "50 punti, se il giorno è martedì, sono almeno le 17:00 ed è prima delle 20:00.",
    );
    expect(whyNot(await explains("ana", await buys("ana", 10)))).toEqual([
      ["a bonus of 50", "condition", "Vale se il giorno è martedì."],
    ]);
  });

  test("fault 11: opens neither in the hour that the clocks skip nor twice for one purchase", async () => {
    const { starts, buys, isNow } = await town.shop();
    await starts([bonus(50)], { schedule: [{ from: "02:15", until: "02:45" }] });
    isNow("2026-03-29T03:00:00Z");
    // 1:59 before the gap and 3:00 after it: half past two was never on the clock.
    expect(await buys("ana", 10, { at: "2026-03-29T00:59:00Z" })).toMatchObject({ earned: 10 });
    expect(await buys("ana", 10, { at: "2026-03-29T01:30:00Z" })).toMatchObject({ earned: 10 });
    expect(await buys("ana", 10, { at: "2026-03-29T01:15:00+00:00" })).toMatchObject({ earned: 10 });
  });

  test("refuses hours that nobody could mean", async () => {
    const { starts } = await town.shop();
    const past = starts([bonus(50)], { schedule: [{ days: [31], from: "22:00", until: "02:00" }] });
    await expect(past).rejects.toThrow(/400.*months differ/);
    await expect(starts([bonus(50)], { schedule: [{ weekdays: [8] }] })).rejects.toThrow(/400/);
    await expect(starts([bonus(50)], { stacking: { kind: "best_of" } })).rejects.toThrow(/400.*names it/);
  });
});

describe("who is held out of a campaign", () => {
  const half = { name: "Trial", holdout: 5_000, stacking: exclusive, priority: 10 };
  const names = Array.from({ length: 40 }, (_, at) => `member ${at}`);

  test("gets what others give, always; staff hear why, the member does not; and it is counted", async () => {
    const { starts, buys, explains, campaign, asks, idOf } = await town.shop();
    const started = await starts([bonus(50)], half);
    const firsts = await Promise.all(names.map((name) => buys(name, 10)));
    const out = names.filter((_, at) => firsts[at]?.earned === 10);
    expect(firsts.every(({ earned }) => earned === 10 || earned === 50)).toBe(true);
    expect(out.length).toBeGreaterThan(5);
    expect(out.length).toBeLessThan(35);

    const [name = ""] = out;
    const again = await buys(name, 10);
    expect(again).toMatchObject({ earned: 10 });
    expect(whyNot(await explains(name, again))).toEqual([
      ["a bonus of 50", "held_out", expect.stringContaining("Escluso per il confronto")],
    ]);
    expect(whyNot(await explains(name, again, "member"))).toEqual([]);
    const basket = { kind: "purchase", amountMinor: 1_000, explain: true, member: { id: await idOf(name) } };
    expect((await asks("POST", "/v1/evaluations", basket)).body).toMatchObject({
      whyNot: [],
      points: [{ points: 10 }],
    });
    expect(await campaign(started)).toMatchObject({ holdout: 5_000, heldOut: out.length + 1 });
  });

  test("is not counted for what the campaign would not have given", async () => {
    const { starts, buys, campaign } = await town.shop();
    const started = await starts([bonus(50, { when: [spending(100)] })], half);
    await Promise.all(names.map((name) => buys(name, 10)));
    expect(await campaign(started)).toMatchObject({ heldOut: 0 });
  });
});
