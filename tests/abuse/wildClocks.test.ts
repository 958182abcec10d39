// Row 75: the clock of the machine is set back by a day, or on by ten years. What is booked stays booked, in one order.
import { expect, test } from "vitest";
import { expectClean, openTown } from "../stories/support/town.ts";

const town = openTown();

test("75: a clock that is set back by a day loses nothing and orders nothing anew", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 30, { receipt: "before" });
  shop.isNow("2026-03-01T09:00:00Z");
  expect(await shop.buys("ana", 20, { receipt: "after" })).toMatchObject({ status: 201, earned: 20 });
  expect((await shop.buys("ana", 30, { receipt: "before" })).earned).toBe(30);
  expect(await shop.balance("ana")).toBe(50);
  // What was earned tomorrow is there tomorrow.
  expect(await shop.spends("ana", 50)).toMatchObject({ status: 422 });
  expect((await shop.spends("ana", 20)).status).toBe(201);
  shop.isNow("2026-03-02T09:00:00Z");
  expect((await shop.spends("ana", 30)).status).toBe(201);
  await town.delivers();
  const { body } = await shop.asks("GET", "/v1/events?limit=100");
  const places = body.items.map(({ position }: { position: number }) => position);
  expect(places).toEqual(places.toSorted((a: number, b: number) => a - b));
  expect(new Set(places).size).toBe(places.length);
  await town.sweeps();
  await expectClean(town.server());
});

test("75: a clock that is ten years ahead for a moment expires by the date, and once", async () => {
  const shop = await town.shop({ points: { expiry: { kind: "after_days", days: 30 } } });
  await shop.buys("ana", 30);
  shop.isNow("2036-03-02T09:00:00Z");
  expect(await shop.spendable("ana")).toBe(0);
  expect(await shop.spends("ana", 1)).toMatchObject({ status: 422 });
  await town.sweeps();
  await town.sweeps();
  expect(await shop.statement("ana")).toEqual(["+30 issued", "-30 expired"]);
  shop.isNow("2026-03-03T09:00:00Z");
  expect(await shop.buys("ana", 5)).toMatchObject({ earned: 5 });
  expect(await shop.spendable("ana")).toBe(5);
  await town.sweeps();
  await expectClean(town.server());
});

test("75: on the day of a leap second, and around it, a day has its hours", async () => {
  const shop = await town.shop({ opens: "2016-12-31T23:59:59Z" });
  expect((await shop.buys("ana", 1, { at: "2016-12-31T23:59:59.999Z" })).status).toBe(201);
  const leap = await shop.asks("POST", "/v1/activities", {
    source: "till",
    document: "leap",
    kind: "visit",
    member: { id: await shop.idOf("ana") },
    occurredAt: "2016-12-31T23:59:60Z",
  });
  // No clock of a computer shows it; whoever writes it down is told so, and not a second later.
  expect(leap).toMatchObject({ status: 400, body: { field: "occurredAt" } });
  shop.isNow("2017-01-01T00:00:00Z");
  expect((await shop.buys("ana", 1)).status).toBe(201);
});
