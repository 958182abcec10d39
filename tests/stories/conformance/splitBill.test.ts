// Case 65: friends eat together and split the bill. Each earns on what they paid, nobody on what somebody else did, and
// what nobody claims is nobody's.
import { expect, test } from "vitest";
import { bonus, pointsPerEuro } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

test("65: a bill that is split earns each of them their own part, however often it is told", async () => {
  const { buys, balance } = await town.shop();
  const bill = { receipt: "table-4" };
  for (let times = 0; times < 2; times += 1) {
    expect((await buys("ana", 40, { ...bill, part: "seat-1" })).earned).toBe(40);
    expect((await buys("bea", 25, { ...bill, part: "seat-2" })).earned).toBe(25);
  }
  // Seat 3 paid 35 and is no member: nobody gets those points.
  expect([await balance("ana"), await balance("bea")]).toEqual([40, 25]);
});

test("65: a part that is somebody's is not somebody else's as well", async () => {
  const { buys, balance } = await town.shop();
  const seat = { receipt: "table-4", part: "seat-1" };
  await buys("ana", 40, seat);
  expect(await buys("bea", 40, seat)).toMatchObject({ status: 409 });
  expect([await balance("ana"), await balance("bea")]).toEqual([40, 0]);
});

test("65: two waiters give the same seat to two friends at once: one of them has it", async () => {
  const { buys, balance } = await town.shop();
  const seat = { receipt: "table-4", part: "seat-1" };
  const told = await Promise.all([buys("ana", 40, seat), buys("bea", 40, seat)]);
  expect(told.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  expect((await balance("ana")) + (await balance("bea"))).toBe(40);
});

test("65: what a rule gives for a whole bill each member has at most once of it", async () => {
  const { buys, balance } = await town.shop({ rules: [pointsPerEuro(), bonus(10)] });
  const bill = { receipt: "table-4" };
  expect((await buys("ana", 20, { ...bill, part: "starter" })).earned).toBe(30);
  expect((await buys("ana", 20, { ...bill, part: "dessert" })).earned).toBe(20);
  expect(await balance("ana")).toBe(50);
});

test("65: a seat that is taken back is taken from whoever had it", async () => {
  const { buys, returns, balance } = await town.shop();
  await buys("ana", 40, { receipt: "table-4", part: "seat-1" });
  await buys("bea", 25, { receipt: "table-4", part: "seat-2" });
  await returns("bea", "table-4", null, { partOf: "seat-2" });
  expect([await balance("ana"), await balance("bea")]).toEqual([40, 0]);
  expect(await returns("bea", "table-4", null, { partOf: "seat-1" })).toMatchObject({ status: 409 });
  expect(await balance("ana")).toBe(40);
});
