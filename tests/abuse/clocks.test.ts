// A clock that is wrong: row 75 of the faults that we promise to survive.
import { expect, test } from "vitest";
import { pointsPerEuro, threeTiers } from "../stories/support/programme.ts";
import { openTown } from "../stories/support/town.ts";

const town = openTown();
const YEARS_10 = 3_652;

test("75: the clock is set back a day: everybody is served, nothing is done twice, nothing is lost", async () => {
  const { buys, spends, reserves, captures, returns, jumps, wallet, statement } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  const sale = await buys("ana", 100, { receipt: "r-1" });
  const hold = await reserves("ana", 10);
  const spend = await spends("ana", 20, { order: "spend-1" });
  jumps({ days: -1 });
  expect(await buys("ana", 100, { receipt: "r-1" })).toMatchObject({ status: 200, id: sale.id });
  expect(await spends("ana", 20, { order: "spend-1" })).toMatchObject({ status: 200, id: spend.id });
  expect(await captures("ana", hold)).toMatchObject({ status: 201 });
  await buys("ana", 40, { receipt: "r-2" });
  // Points of what is tomorrow now can be used tomorrow; today's can be used.
  expect(await wallet("ana")).toMatchObject({ total: 110, spendable: 40, pending: 70 });
  expect(await spends("ana", 41)).toMatchObject({ status: 422 });
  expect(await spends("ana", 30)).toMatchObject({ status: 201 });
  await returns("ana", "r-2");
  expect(await wallet("ana")).toMatchObject({ total: 40, debt: 0 });
  jumps({ days: 1 });
  await buys("ana", 30);
  expect(await wallet("ana")).toMatchObject({ total: 70, spendable: 70, pending: 0 });
  expect(await statement("ana")).toHaveLength(8);
});

test("75: entries of one moment, and of moments that go backwards, keep ids of their own", async () => {
  const { buys, jumps, entries } = await town.shop();
  for (let sale = 0; sale < 20; sale += 1) {
    await buys("ana", 1);
    jumps({ minutes: sale % 2 === 0 ? -1 : 1 });
  }
  const ids = (await entries("ana")).map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(20);
});

test("75: the clock is ten years ahead for a while: what was only looked at is as it was", async () => {
  const { buys, jumps, wallet, standing, spends, reservation, reserves } = await town.shop({
    points: { expiry: { kind: "after_months", months: 12 } },
    rules: [pointsPerEuro()],
    tiers: threeTiers({
      period: { kind: "calendar", months: 12 },
      downgrade: { policy: "by_balance", graceDays: 10 },
    }),
  });
  await buys("ana", 2_500);
  const hold = await reserves("ana", 100);
  const before = [await wallet("ana"), await standing("ana")];
  jumps({ days: YEARS_10 });
  expect(await wallet("ana")).toMatchObject({ total: 0, held: 0 });
  expect(await standing("ana")).toMatchObject({ tier: "bronze", progress: 0 });
  expect(await reservation("ana", hold)).toBe("timed_out");
  expect(await spends("bob", 1)).toMatchObject({ status: 422 });
  jumps({ days: -YEARS_10 });
  expect([await wallet("ana"), await standing("ana")]).toEqual(before);
  expect(await reservation("ana", hold)).toBe("open");
});

test("75: ten years later the same members go on as if they had only been away", async () => {
  const { buys, jumps, spends, wallet, tier, returns } = await town.shop({
    tiers: threeTiers({ period: { kind: "anniversary", months: 12 }, downgrade: { policy: "one_down", graceDays: 0 } }),
  });
  await buys("ana", 2_500, { receipt: "r-1" });
  jumps({ days: YEARS_10 });
  expect(await tier("ana")).toBe("bronze");
  await buys("ana", 600);
  expect(await tier("ana")).toBe("silver");
  expect(await spends("ana", 3_000)).toMatchObject({ status: 201 });
  expect(await returns("ana", "r-1")).toMatchObject({ status: 201 });
  expect(await wallet("ana")).toMatchObject({ total: -2_400, debt: 2_400 });
});

test("75: a leap second is no moment that we know, and is said to be none", async () => {
  const { buys } = await town.shop({ opens: "2017-01-01T09:00:00Z" });
  const leap = await buys("ana", 10, { at: "2016-12-31T23:59:60Z" });
  expect(leap).toMatchObject({ status: 400, code: "invalid" });
  expect(await buys("ana", 10, { at: "2016-12-31T23:59:59.999Z" })).toMatchObject({ status: 201 });
});

test.each([
  ["Europe/Kyiv", "Europe/Kiev"],
  ["Asia/Kolkata", "Asia/Calcutta"],
  ["America/Nuuk", "America/Godthab"],
])("75: a zone that was renamed is the same one under both names: %s, %s", async (zone, before) => {
  const ends: string[] = [];
  for (const name of [zone, before]) {
    const { buys, expiring } = await town.shop({
      zone: name,
      points: { expiry: { kind: "fixed_date", date: "2026-07-31" } },
    });
    await buys("ana", 10);
    ends.push(...Object.keys(await expiring("ana")));
  }
  expect(ends[0]).toBe(ends[1]);
});
