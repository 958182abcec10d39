// The end of a programme: case 70.
import { expect, test } from "vitest";
import { openTown } from "../support/town.ts";

const town = openTown();

/** The shop tells in March that it gives until the end of June, and that points are good to the end of September. */
const closure = { earningEndsAt: "2026-06-30T22:00:00Z", pointsEndAt: "2026-09-30T22:00:00Z" };
const closes = { method: "PUT", path: "/v1/programme/closure" } as const;

type Shop = Awaited<ReturnType<typeof town.shop>>;

const ends = (shop: Shop, days: object = closure) => shop.asks(closes.method, closes.path, days);

async function owed(shop: Shop): Promise<number[]> {
  const { body } = await shop.asks("GET", "/v1/reports/liability");
  return body.items.map(({ outstanding }: { outstanding: number }) => outstanding);
}

test("case 70: until its last day it gives, then points are only used, then nothing is owed to anybody", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 100);
  await shop.buys("bea", 50);
  await shop.buys("cleo", 70);
  expect(await ends(shop)).toMatchObject({ status: 200, body: { earningEndsAt: "2026-06-30T22:00:00.000Z" } });
  expect((await shop.asks("GET", "/v1/programme")).body.closure).toEqual({
    earningEndsAt: "2026-06-30T22:00:00.000Z",
    pointsEndAt: "2026-09-30T22:00:00.000Z",
  });

  shop.isNow("2026-06-30T21:59:00Z");
  expect((await shop.buys("ana", 10)).earned).toBe(10);
  expect((await shop.buys("bea", 20)).earned).toBe(20);
  shop.isNow("2026-06-30T22:00:00Z");
  expect((await shop.buys("ana", 10)).earned).toBe(0);
  expect(await shop.spends("ana", 30)).toMatchObject({ status: 201 });

  shop.isNow("2026-09-30T21:59:00Z");
  expect(await shop.balance("ana")).toBe(80);
  expect(await owed(shop)).toEqual([220]);
  expect(await shop.spends("ana", 80)).toMatchObject({ status: 201 });
  // No job has run: the date alone decides.
  shop.isNow("2026-09-30T22:00:00Z");
  for (const name of ["bea", "cleo"]) expect(await shop.balance(name)).toBe(0);
  expect(await owed(shop)).toEqual([0]);
  expect(await shop.spends("cleo", 1)).toMatchObject({ status: 422 });
});

test("case 70: what happened in time is earned in time, also where it is told late", async () => {
  const shop = await town.shop();
  await ends(shop);
  shop.isNow("2026-07-03T09:00:00Z");
  expect((await shop.buys("ana", 40, { at: "2026-06-29T09:00:00Z" })).earned).toBe(40);
  expect(await shop.balance("ana")).toBe(40);
});

test("case 70: points that come back after the decision, into whatever lot, end with the others", async () => {
  const giveBack = { kind: "reissue", graceDays: 60 };
  const shop = await town.shop({ points: { expiry: { kind: "after_days", days: 100 }, giveBack } });
  const forEver = await town.shop();
  for (const { buys } of [shop, forEver]) await buys("ana", 100);
  const [spent, other] = [await shop.spends("ana", 100), await forEver.spends("ana", 100)];
  for (const one of [shop, forEver]) await ends(one);
  shop.isNow("2026-09-20T09:00:00Z");
  expect(await shop.givesBack("ana", spent)).toMatchObject({ status: 201 });
  expect(await forEver.givesBack("ana", other)).toMatchObject({ status: 201 });
  for (const { balance } of [shop, forEver]) expect(await balance("ana")).toBe(100);
  shop.isNow("2026-09-30T22:00:00Z");
  for (const { balance } of [shop, forEver]) expect(await balance("ana")).toBe(0);
});

test("case 70: the end can be moved and taken back while it is ahead; points get their own dates again", async () => {
  const shop = await town.shop({ points: { expiry: { kind: "after_days", days: 365 } } });
  await shop.buys("ana", 100);
  await ends(shop);
  const later = { ...closure, pointsEndAt: "2026-12-31T23:00:00Z" };
  expect(await ends(shop, later)).toMatchObject({ status: 200 });
  shop.isNow("2026-10-15T09:00:00Z");
  expect(await shop.balance("ana")).toBe(100);
  expect(await shop.asks("DELETE", closes.path)).toMatchObject({ status: 204 });
  expect((await shop.asks("GET", "/v1/programme")).body.closure).toBeUndefined();
  shop.isNow("2027-01-15T09:00:00Z");
  expect((await shop.buys("bea", 5)).earned).toBe(5);
  expect(await shop.balance("ana")).toBe(100);
  shop.isNow("2027-03-03T00:00:00Z");
  expect(await shop.balance("ana")).toBe(0);
});

test.each([
  ["an end of earning that is over", { ...closure, earningEndsAt: "2026-03-01T00:00:00Z" }, "must lie ahead"],
  ["a run-down of less than 30 days", { ...closure, pointsEndAt: "2026-07-15T00:00:00Z" }, "at least 30 days"],
])("case 70: %s is refused", async (_name, days, words) => {
  const refused = await ends(await town.shop(), days);
  expect(refused).toMatchObject({ status: 400 });
  expect(refused.body.detail).toContain(words);
});

test("case 70: what has ended is neither moved nor taken back", async () => {
  const shop = await town.shop();
  await ends(shop);
  shop.isNow("2026-10-01T09:00:00Z");
  expect(await ends(shop, { ...closure, pointsEndAt: "2027-09-30T22:00:00Z" })).toMatchObject({ status: 409 });
  expect(await shop.asks("DELETE", closes.path)).toMatchObject({ status: 409 });
});
