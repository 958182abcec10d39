// Orders and their returns, told twice, in the wrong order, or wrongly: rows 1 to 7 of the faults that we promise to
// survive.
import { expect, test } from "vitest";
import { bonus, isA, pointsPerEuro } from "../stories/support/programme.ts";
import { openTown } from "../stories/support/town.ts";

const town = openTown();

test("1: the same order event twice gives the same answer, and points once", async () => {
  const { buys, statement } = await town.shop({ rules: [pointsPerEuro(), bonus(50, { when: [isA("purchase")] })] });
  const first = await buys("ana", 100, { receipt: "order-1" });
  const again = await buys("ana", 100, { receipt: "order-1" });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body).toEqual(first.body);
  expect(await statement("ana")).toEqual(["+100 issued", "+50 issued"]);
});

test("1: and so does the same body with its fields in another order", async () => {
  const { asks, idOf, balance } = await town.shop();
  const member = { id: await idOf("ana") };
  const order = { source: "shop", document: "order-1", kind: "purchase", member, amountMinor: 10_000 };
  const turned = { amountMinor: 10_000, member, kind: "purchase", document: "order-1", source: "shop" };
  expect((await asks("POST", "/v1/activities", order)).status).toBe(201);
  expect((await asks("POST", "/v1/activities", turned)).status).toBe(200);
  expect(await balance("ana")).toBe(100);
});

test("2: the same key with another amount is a conflict, and nothing is written", async () => {
  const { buys, spends, adjusts, statement, standing } = await town.shop();
  await buys("ana", 100, { receipt: "order-1" });
  await spends("ana", 30, { order: "spend-1" });
  const before = [await statement("ana"), await standing("ana")];
  for (const ask of [
    () => buys("ana", 101, { receipt: "order-1" }),
    () => buys("ana", 100, { receipt: "order-1", attributes: { till: 3 } }),
    () => spends("ana", 31, { order: "spend-1" }),
    () => spends("ana", 30, { order: "spend-1", reason: "Another one." }),
    () => spends("bob", 30, { order: "spend-1" }),
  ]) {
    expect(await ask()).toMatchObject({ status: 409, code: "conflict" });
  }
  // The same key names another thing for another operation.
  expect(await adjusts("ana", 5, { order: "spend-1" })).toMatchObject({ status: 201 });
  expect([(await statement("ana")).slice(0, 2), await standing("ana")]).toEqual(before);
});

test("3: fifty copies of one event at once have one effect and one answer", async () => {
  const { buys, spends, statement } = await town.shop();
  const sales = await Promise.all(Array.from({ length: 50 }, () => buys("ana", 100, { receipt: "order-1" })));
  expect(new Set(sales.map(({ id }) => id)).size).toBe(1);
  expect(sales.every(({ status }) => status === 200 || status === 201)).toBe(true);
  const spent = await Promise.all(Array.from({ length: 50 }, () => spends("ana", 2, { order: "spend-1" })));
  expect(new Set(spent.map(({ id }) => id)).size).toBe(1);
  expect(await statement("ana")).toEqual(["+100 issued", "-2 spent"]);
});

test("3: fifty events under one key with different bodies: one is done, the others are conflicts", async () => {
  const { buys, statement } = await town.shop();
  const sales = await Promise.all(
    Array.from({ length: 50 }, (_, sale) => buys("ana", 1 + sale, { receipt: "order-1" })),
  );
  expect(sales.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(sales.filter(({ status }) => status === 409)).toHaveLength(49);
  expect(await statement("ana")).toHaveLength(1);
});

test("4: the same order under a new request key earns no second time", async () => {
  const { asks, idOf, balance } = await town.shop();
  const order = {
    source: "shop",
    document: "order-1",
    kind: "purchase",
    member: { id: await idOf("ana") },
    amountMinor: 10_000,
  };
  for (const key of ["one", "two", "three"]) {
    expect((await asks("POST", "/v1/activities", order, { "idempotency-key": key })).status).toBeLessThan(202);
  }
  expect(await balance("ana")).toBe(100);
});

test("5: a refund that arrives before its payment waits 72 hours at most, and comes to nothing with it", async () => {
  const { returns, buys, balance, jumps } = await town.shop();
  expect(await returns("ana", "order-1", null, { receipt: "refund-1" })).toMatchObject({ status: 202, earned: 0 });
  jumps({ days: 2, minutes: 23 * 60 + 59 });
  await buys("ana", 100, { receipt: "order-1" });
  expect(await balance("ana")).toBe(0);
});

test("5: two refunds wait for one payment, and more than was paid does not come back", async () => {
  const { returns, buys, wallet } = await town.shop();
  const cups = [{ product: "cup", pieces: 3, euros: 30 }];
  await returns("ana", "order-1", { cup: 2 }, { receipt: "refund-1" });
  await returns("ana", "order-1", { cup: 2 }, { receipt: "refund-2" });
  await buys("ana", cups, { receipt: "order-1" });
  expect(await wallet("ana")).toMatchObject({ total: 10, debt: 0 });
  expect(await returns("ana", "order-1", { cup: 2 }, { receipt: "refund-2" })).toMatchObject({
    body: { status: "orphan" },
  });
});

test("5: a refund of somebody else's payment is never settled with it", async () => {
  const { returns, buys, balance } = await town.shop();
  await buys("bob", 50);
  await returns("bob", "order-1", null, { receipt: "refund-1" });
  await Promise.all([buys("ana", 100, { receipt: "order-1" }), buys("bob", 10)]);
  expect([await balance("ana"), await balance("bob")]).toEqual([100, 60]);
});

test("6: a refund of more than was paid is refused, and a second one takes nothing again", async () => {
  const { returns, buys, balance } = await town.shop();
  await buys("ana", 100, { receipt: "order-1" });
  expect(await returns("ana", "order-1", 100.01)).toMatchObject({ status: 400 });
  expect(await returns("ana", "order-1", null, { receipt: "refund-1" })).toMatchObject({ status: 201, earned: -100 });
  expect(await returns("ana", "order-1", null, { receipt: "refund-1" })).toMatchObject({ status: 200, earned: -100 });
  expect(await returns("ana", "order-1", null, { receipt: "refund-2" })).toMatchObject({
    status: 400,
    said: "Everything of this purchase has been returned already.",
  });
  expect(await balance("ana")).toBe(0);
});

test("7: a refund after the points were used is a debt, whatever happens afterwards", async () => {
  const { returns, buys, spends, wallet, statement, jumps } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100, { receipt: "order-1" });
  await spends("ana", 100);
  jumps({ days: 400 });
  const { status } = await returns("ana", "order-1", null, { receipt: "refund-1", at: "2026-03-10T09:00:00Z" });
  expect(status).toBe(400);
  await returns("ana", "order-1", null, { receipt: "refund-1" });
  expect(await wallet("ana")).toMatchObject({ total: -100, spendable: 0, debt: 100 });
  expect(await statement("ana")).toEqual(["+100 issued", "-100 spent", "-100 issued"]);
});
