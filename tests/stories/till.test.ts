// A day at the till.
import { expect, test } from "vitest";
import { pointsPerEuro, threeTiers } from "./support/programme.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

test("the till sends the sale twice, and another one under its number", async () => {
  const { buys, balance } = await town.shop();
  expect((await buys("ana", 12, { receipt: "till-7" })).earned).toBe(12);

  // The till lost its connection and sent the sale again.
  expect((await buys("ana", 12, { receipt: "till-7" })).earned).toBe(12);
  expect(await balance("ana")).toBe(12);

  // A different sale under a used number is a mistake of the till, not a second chance.
  expect(await buys("ana", 99, { receipt: "till-7" })).toMatchObject({ status: 409 });
  expect(await balance("ana")).toBe(12);
});

test("two tills were offline all morning: they send everything at noon, twice and out of order", async () => {
  const { buys, balance, statement, standing } = await town.shop({
    tiers: threeTiers({ silver: 100, gold: 1_000 }),
  });
  const morning = ["06:10", "07:20", "08:30", "08:45", "08:55"];
  const sales = morning.flatMap((time, turn) =>
    ["till-1", "till-2"].map((by) => ({ by, at: `2026-03-02T${time}:00Z`, receipt: `sale-${turn}` })),
  );
  const sent = [...sales, ...sales.toReversed()];
  const answers = await Promise.all(sent.map((sale) => buys("ana", 15, sale)));
  expect(answers.every(({ status }) => status < 202)).toBe(true);
  expect(await balance("ana")).toBe(150);
  expect(await statement("ana")).toHaveLength(10);
  expect(await standing("ana")).toMatchObject({ tier: "silver", progress: 15_000 });
});

test("a guest pays with points at the table: reserved with the bill, used with the payment", async () => {
  const { buys, reserves, captures, releases, wallet, tries } = await town.shop({ rules: [pointsPerEuro(10)] });
  await buys("ana", 50);
  expect(await tries("ana", [{ product: "dinner", euros: 40, pointsEuros: 10 }])).toBe(300);
  const first = await reserves("ana", 200, { reason: "Table 4" });
  expect(await wallet("ana")).toMatchObject({ spendable: 300, held: 200 });
  // They ask for the bill to be split: the first reservation is let go.
  await releases("ana", first);
  const second = await reserves("ana", 100, { reason: "Table 4, half" });
  expect(await captures("ana", second)).toMatchObject({ body: { points: 100, reason: "Table 4, half" } });
  const dinner = await buys("ana", [{ product: "dinner", euros: 20, pointsEuros: 5 }]);
  expect(dinner.earned).toBe(150);
  expect(await wallet("ana")).toMatchObject({ total: 550, spendable: 550, held: 0 });
});

test("a member who was blocked neither earns nor spends; who may only earn does that", async () => {
  const { buys, spends, changesMember, reserves, balance } = await town.shop();
  await buys("ana", 100);
  await changesMember("ana", { status: "earn_only" });
  expect((await buys("ana", 10)).earned).toBe(10);
  expect(await spends("ana", 10)).toMatchObject({ status: 403, code: "forbidden" });
  await changesMember("ana", { status: "blocked" });
  expect(await buys("ana", 10)).toMatchObject({ status: 403 });
  expect(await reserves("ana", 10)).toMatchObject({ status: 403 });
  await changesMember("ana", { status: "active" });
  expect((await spends("ana", 110)).status).toBe(201);
  expect(await balance("ana")).toBe(0);
});
