// Backdating, corrections, time: cases 41 to 43, and 44 as far as there is no second pair of eyes yet.
import { expect, test } from "vitest";
import { bonus, inTier, isA, pointsPerEuro, threeTiers, times } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const doubleForSilver = [pointsPerEuro(1, { name: "base" }), times("2", { when: [inTier("silver", "gold")] })];

test("case 41: a missing receipt earns by the rule of its day", async () => {
  const { buys, changesRule, endsRule, isNow, starts } = await town.shop({
    rules: [pointsPerEuro(5, { name: "base" })],
  });
  isNow("2026-03-10T09:00:00Z");
  await changesRule("base", { ...pointsPerEuro(1, { name: "base" }), validFrom: "2026-03-10T00:00:00Z" });
  const weekend = { validFrom: "2026-03-07T00:00:00Z", validUntil: "2026-03-09T00:00:00Z" };
  await starts([bonus(30, { name: "weekend", when: [isA("purchase")], ...weekend })]);
  isNow("2026-04-10T09:00:00Z");
  await endsRule("base");
  expect((await buys("ana", 10, { at: "2026-03-05T10:00:00Z" })).earned).toBe(50);
  expect((await buys("ana", 10, { at: "2026-03-08T10:00:00Z" })).earned).toBe(80);
  expect((await buys("ana", 10, { at: "2026-03-15T10:00:00Z" })).earned).toBe(10);
  expect((await buys("ana", 10)).earned).toBe(0);
});

test("case 41: a missing receipt earns by the tier of its day", async () => {
  const { enrols, buys, tier, isNow } = await town.shop({ rules: doubleForSilver, tiers: threeTiers() });
  await enrols("ana");
  isNow("2026-03-10T09:00:00Z");
  await buys("ana", 600);
  expect(await tier("ana")).toBe("silver");
  isNow("2026-03-12T09:00:00Z");
  expect((await buys("ana", 10)).earned).toBe(20);
  expect((await buys("ana", 10, { at: "2026-03-08T10:00:00Z" })).earned).toBe(10);
  expect((await buys("ana", 10, { at: "2026-03-11T10:00:00Z" })).earned).toBe(20);
});

test("case 41: a courtesy tier counts for its own days alone", async () => {
  const { enrols, buys, promotes, isNow } = await town.shop({ rules: doubleForSilver, tiers: threeTiers() });
  await enrols("ana");
  await buys("ana", 10);
  isNow("2026-03-10T09:00:00Z");
  await promotes("ana", "gold", "2026-03-20T00:00:00Z");
  isNow("2026-03-12T09:00:00Z");
  expect((await buys("ana", 10, { at: "2026-03-05T10:00:00Z" })).earned).toBe(10);
  expect((await buys("ana", 10)).earned).toBe(20);
  isNow("2026-03-25T09:00:00Z");
  expect((await buys("ana", 10, { at: "2026-03-15T10:00:00Z" })).earned).toBe(20);
  expect((await buys("ana", 10, { at: "2026-03-05T11:00:00Z" })).earned).toBe(10);
  expect((await buys("ana", 10)).earned).toBe(10);
});

test("case 41: the points' time runs from the day of the purchase", async () => {
  const { buys, expiring, wallet, isNow } = await town.shop({
    points: { activation: { kind: "after_days", days: 14 }, expiry: { kind: "after_days", days: 60 } },
  });
  isNow("2026-04-01T09:00:00Z");
  await buys("ana", 100, { at: "2026-03-10T10:00:00Z" });
  expect(await wallet("ana")).toMatchObject({ spendable: 100, pending: 0 });
  expect(await expiring("ana")).toEqual({ "2026-05-09T22:00:00.000Z": 100 });
});

test("case 41, from booking: the points' time runs from the day they are booked", async () => {
  const { buys, expiring, wallet, isNow } = await town.shop({
    points: { activation: { kind: "after_days", days: 14 }, expiry: { kind: "after_days", days: 60 } },
    policies: { backdating: { days: 365, lotsFrom: "booking" } },
  });
  isNow("2026-04-01T09:00:00Z");
  await buys("ana", 100, { at: "2026-03-10T10:00:00Z" });
  expect(await wallet("ana")).toMatchObject({ spendable: 0, pending: 100 });
  expect(await expiring("ana")).toEqual({ "2026-05-31T22:00:00.000Z": 100 });
});

test("case 41: points of a purchase so old that they are over already are booked and gone", async () => {
  const { buys, wallet, isNow } = await town.shop({ points: { expiry: { kind: "after_days", days: 10 } } });
  isNow("2026-04-01T09:00:00Z");
  expect(await buys("ana", 100, { at: "2026-03-10T10:00:00Z" })).toMatchObject({ status: 201, earned: 100 });
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0 });
});

test("case 41: the till's own upload of a receipt that was claimed is a duplicate", async () => {
  const { buys, balance, isNow } = await town.shop();
  isNow("2026-03-20T09:00:00Z");
  const receipt = { receipt: "rome-3/77", at: "2026-03-10T10:00:00Z" };
  expect(await buys("ana", 40, { ...receipt, attributes: { claimed: true } })).toMatchObject({ status: 201 });
  expect(await buys("ana", [{ product: "cup", euros: 40 }], receipt)).toMatchObject({ status: 409 });
  expect(await buys("bob", 40, receipt)).toMatchObject({ status: 409 });
  expect(await balance("ana")).toBe(40);
});

const yearly = threeTiers({
  silver: 600,
  gold: 6_000,
  period: { kind: "calendar", months: 12 },
  downgrade: { policy: "by_balance", graceDays: 0 },
});

/** Silver in 2025 by what she bought in 2024, 550 of the 600 euros in 2025, so bronze again from New Year on. */
async function fellShort(policies: Record<string, unknown> = {}) {
  const shop = await town.shop({ opens: "2024-05-01T09:00:00Z", rules: doubleForSilver, tiers: yearly, policies });
  await shop.enrols("ana");
  await shop.buys("ana", 600);
  shop.isNow("2025-06-01T09:00:00Z");
  await shop.buys("ana", 550);
  shop.isNow("2026-01-10T09:00:00Z");
  expect(await shop.tier("ana")).toBe("bronze");
  await shop.buys("ana", [{ product: "cup", pieces: 10, euros: 100 }], { receipt: "january" });
  expect(await shop.balance("ana")).toBe(600 + 1_100 + 100);
  shop.isNow("2026-01-15T09:00:00Z");
  return shop;
}

test("case 42: a late purchase lifts the tier of the year that it belongs to; points stay as they were", async () => {
  const { buys, tier, balance, standing } = await fellShort();
  const late = await buys("ana", 100, { at: "2025-12-20T10:00:00Z" });
  // It is judged by the tier of its own day.
  expect(late).toMatchObject({ status: 201, earned: 200 });
  expect(await tier("ana")).toBe("silver");
  expect(await balance("ana")).toBe(2_000);
  expect(await standing("ana")).toMatchObject({ progress: 10_000, until: "2026-12-31T23:00:00.000Z" });
});

test("case 42, top up: what was earned since at the lower rate is made up for, once", async () => {
  const { buys, tier, balance, statement } = await fellShort({ lateTier: { kind: "top_up" } });
  await buys("ana", 100, { at: "2025-12-20T10:00:00Z" });
  expect(await tier("ana")).toBe("silver");
  expect(await balance("ana")).toBe(1_800 + 200 + 100);
  await buys("ana", 10, { at: "2025-12-21T10:00:00Z" });
  expect(await balance("ana")).toBe(2_100 + 20);
  expect(await statement("ana")).toHaveLength(9);
});

test("case 42, top up: what came back since is not made up for", async () => {
  const { buys, returns, balance } = await fellShort({ lateTier: { kind: "top_up" } });
  await returns("ana", "january", { cup: 5 });
  expect(await balance("ana")).toBe(1_750);
  await buys("ana", 100, { at: "2025-12-20T10:00:00Z" });
  expect(await balance("ana")).toBe(1_750 + 200 + 50);
});

test("case 42: a late purchase that does not reach the threshold changes nothing", async () => {
  const { buys, tier } = await fellShort();
  await buys("ana", 49, { at: "2025-12-20T10:00:00Z" });
  expect(await tier("ana")).toBe("bronze");
});

test("case 42: what came back of that year counts against it", async () => {
  const shop = await town.shop({ opens: "2025-05-01T09:00:00Z", tiers: yearly });
  await shop.buys("ana", [{ product: "cup", pieces: 10, euros: 550 }], { receipt: "r-1" });
  await shop.returns("ana", "r-1", { cup: 2 });
  shop.isNow("2026-01-15T09:00:00Z");
  await shop.buys("ana", 100, { at: "2025-12-20T10:00:00Z" });
  expect(await shop.tier("ana")).toBe("bronze");
});

test("case 43: what has not happened yet, and what happened too long ago, is refused", async () => {
  const { buys, balance } = await town.shop({ policies: { backdating: { days: 30, lotsFrom: "purchase" } } });
  const future = await buys("ana", 10, { at: "2026-03-02T09:06:00Z" });
  expect(future).toMatchObject({ status: 400, said: "This has not happened yet." });
  // A till's clock may be five minutes ahead.
  expect(await buys("ana", 10, { at: "2026-03-02T09:04:00Z" })).toMatchObject({ status: 201 });
  expect(await buys("ana", 10, { at: "2026-01-31T08:59:00Z" })).toMatchObject({ status: 400, code: "invalid" });
  expect(await buys("ana", 10, { at: "2026-01-31T09:01:00Z" })).toMatchObject({ status: 201 });
  expect(await balance("ana")).toBe(20);
});

test("case 44: a wrong adjustment is undone by one that names it, and both say why", async () => {
  const { adjusts, balance, statement, asks, idOf } = await town.shop();
  const wrong = await adjusts("ana", 500, { reason: "Lost luggage." });
  const undo = { reason: "It was another Ana." };
  const path = `/v1/members/${await idOf("ana")}/adjustments/${wrong.id}`;
  const reversed = await asks("POST", `${path}/reversal`, undo);
  expect(reversed).toMatchObject({ status: 201, body: { points: -500, reversesId: wrong.id, reason: undo.reason } });
  expect((await asks("GET", path)).body).toMatchObject({ reason: "Lost luggage.", reversedById: reversed.body.id });
  expect((await asks("POST", `${path}/reversal`, undo)).status).toBe(409);
  expect(
    (await asks("POST", `/v1/members/${await idOf("ana")}/adjustments`, { pointsType: "points", points: 5 })).status,
  ).toBe(400);
  expect(await balance("ana")).toBe(0);
  expect(await statement("ana")).toEqual(["+500 adjusted", "-500 adjusted"]);
});
