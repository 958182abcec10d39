// Campaigns out of presets: points for money, a stamp card, cashback, a birthday, a welcome. The shops speak Italian.
import { expect, test } from "vitest";
import { openTown } from "../support/town.ts";

const town = openTown();

const coffee = (pieces: number) => [{ product: "espresso", pieces, euros: 1.5 * pieces, categories: ["coffee"] }];

test("say what they are called and what they ask", async () => {
  const { asks } = await town.shop({ rules: [] });
  const { body } = await asks("GET", "/v1/presets");
  expect(body.items.map(({ code, name }: { code: string; name: string }) => [code, name])).toEqual([
    ["points-per-money", "Punti per ogni acquisto"],
    ["stamp-card", "Tessera a timbri"],
    ["cashback", "Cashback"],
    ["birthday", "Premio di compleanno"],
    ["welcome", "Premio di benvenuto"],
  ]);
  expect(body.items[1].asks).toEqual({ pointsType: "stamps", product: null, category: null, stamps: 10 });
});

test("a stamp card: ten coffees, one for free, and a coffee that is brought back takes its stamp along", async () => {
  const { startsPreset, asks, buys, returns, takes, balance } = await town.shop({ rules: [] });
  const card = await startsPreset("stamp-card", { product: "espresso" });
  expect(card).toMatchObject({ status: 201, body: { pointsType: "stamps", campaign: { name: "Tessera a timbri" } } });
  expect(card.body.reward).toEqual({
    ...{ code: "stamps", name: "Tessera piena: uno in omaggio", cost: { pointsType: "stamps", points: 10 } },
    gift: { kind: "product", sku: "espresso" },
  });
  expect(await asks("POST", "/v1/rewards", card.body.reward)).toMatchObject({ status: 201 });
  const nine = await buys("ana", coffee(9));
  expect(await balance("ana", "stamps")).toBe(9);
  expect(await takes("ana", "stamps")).toMatchObject({ status: 422 });
  await buys("ana", [...coffee(2), { product: "cake", euros: 4 }]);
  await returns("ana", nine.receipt, { espresso: 1 });
  expect(await balance("ana", "stamps")).toBe(10);
  expect(await takes("ana", "stamps")).toMatchObject({ status: 201 });
  expect(await balance("ana", "stamps")).toBe(0);
});

test("cashback: five percent of what was paid, in points that are worth a cent each", async () => {
  const { startsPreset, buys, balance, asks } = await town.shop({ rules: [] });
  await startsPreset("cashback");
  const types = (await asks("GET", "/v1/points-types")).body.items;
  expect(types.at(-1)).toMatchObject({ code: "cashback", spendable: true, faceValue: { points: 1, minor: 1 } });
  await buys("ana", 12.34);
  expect(await balance("ana", "cashback")).toBe(61);
});

test("cashback takes no points type whose points are worth something else", async () => {
  const { startsPreset } = await town.shop({ rules: [] });
  expect(await startsPreset("cashback", { pointsType: "points" })).toMatchObject({ status: 400 });
});

test("a birthday is kept three days around it, once in 365 days", async () => {
  const { startsPreset, enrols, visits, isNow } = await town.shop({ rules: [], opens: "2026-03-02T09:00:00Z" });
  await startsPreset("birthday", { withinDays: 3, points: 50 });
  await enrols("ana", { birthDate: "1990-03-05" });
  await enrols("leap", { birthDate: "1992-02-29" });
  await enrols("late", { birthDate: "1990-03-06" });
  expect(await visits("ana")).toMatchObject({ earned: 50 });
  expect(await visits("leap")).toMatchObject({ earned: 50 });
  expect(await visits("late")).toMatchObject({ earned: 0 });
  isNow("2026-03-08T09:00:00Z");
  expect(await visits("ana")).toMatchObject({ earned: 0 });
  isNow("2027-03-08T09:00:00Z");
  expect(await visits("ana")).toMatchObject({ earned: 50 });
});

test("a welcome: for whoever has done nothing yet, once for ever", async () => {
  const { startsPreset, buys, visits, enrols } = await town.shop({ rules: [] });
  await buys("old", 10);
  await startsPreset("welcome", { points: 20 });
  await enrols("new");
  expect(await buys("old", 10)).toMatchObject({ earned: 0 });
  expect(await visits("new")).toMatchObject({ earned: 20 });
  expect(await buys("new", 10)).toMatchObject({ earned: 0 });
});

test("points for every purchase, by the points type that the shop has", async () => {
  const { startsPreset, buys } = await town.shop({ rules: [] });
  await startsPreset("points-per-money", { points: 3, perMinor: 200 });
  expect(await buys("ana", 10)).toMatchObject({ earned: 15 });
});

test("the same request twice starts one campaign", async () => {
  const { startsPreset, asks } = await town.shop({ rules: [] });
  const [first, second] = [await startsPreset("welcome", {}, "w-1"), await startsPreset("welcome", {}, "w-1")];
  expect([first.status, second.status]).toEqual([201, 200]);
  expect(second.body.campaign.id).toBe(first.body.campaign.id);
  expect((await asks("GET", "/v1/campaigns")).body.items).toHaveLength(1);
});

test("what makes no sense is refused in a sentence", async () => {
  const { startsPreset } = await town.shop({ rules: [] });
  expect(await startsPreset("stamp-card")).toMatchObject({ status: 400, said: expect.stringContaining("product") });
  expect(await startsPreset("welcome", { stamps: 10 })).toMatchObject({ status: 400 });
  expect(await startsPreset("free-money")).toMatchObject({ status: 404 });
});
