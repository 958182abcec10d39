// Idempotency, retry, concurrency: cases 1 to 8.
import { expect, test } from "vitest";
import { bonus, isA, pointsPerPiece, spending } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();

test("case 1: the same sale posted twice earns once, and another sale under its number is refused", async () => {
  const { buys, balance, statement } = await town.shop();
  const first = await buys("ana", 100, { receipt: "till-7" });
  expect(first).toMatchObject({ status: 201, earned: 100 });
  expect(await buys("ana", 100, { receipt: "till-7" })).toMatchObject({ status: 200, earned: 100, id: first.id });

  const another = await buys("ana", 250, { receipt: "till-7" });
  expect(another).toMatchObject({ status: 409, code: "conflict" });
  expect(another.said).toContain("till-7");
  expect(await buys("bob", 100, { receipt: "till-7" })).toMatchObject({ status: 409 });
  expect(await balance("ana")).toBe(100);
  expect(await statement("ana")).toEqual(["+100 issued"]);
  expect(await balance("bob")).toBe(0);
});

test("case 2: whoever heard no answer asks again and hears the first one, whatever was asked", async () => {
  const shop = await town.shop();
  await shop.buys("ana", 500);
  const twice = async (ask: () => Promise<{ status: number; body: object; id: string }>) => {
    const first = await ask();
    expect(first.status).toBe(201);
    const again = await ask();
    expect(again.status).toBe(200);
    expect(again.id).toBe(first.id);
  };
  await twice(() => shop.buys("ana", 10, { receipt: "r-1" }));
  await twice(() => shop.spends("ana", 20, { order: "spend-1" }));
  await twice(() => shop.reserves("ana", 30, { order: "hold-1" }));
  await twice(() => shop.adjusts("ana", 40, { order: "adjustment-1" }));
  await twice(() => shop.transfers("ana", "bob", 50, { order: "transfer-1" }));
  expect(await shop.wallet("ana")).toMatchObject({ total: 500 + 10 - 20 + 40 - 50, held: 30 });

  const hold = await shop.reserves("ana", 30, { order: "hold-1" });
  await twice(() => shop.captures("ana", hold, { order: "capture-1" }));
  const spend = await shop.spends("ana", 20, { order: "spend-1" });
  await twice(() => shop.givesBack("ana", spend, 5, { order: "back-1" }));
  expect(await shop.balance("ana")).toBe(500 + 10 - 20 + 40 - 50 - 30 + 5);
});

test("case 2: a request that was refused leaves no key behind: it may be asked again", async () => {
  const { buys, spends, spendable } = await town.shop();
  await buys("ana", 50);
  expect(await spends("ana", 80, { order: "order-1" })).toMatchObject({ status: 422, code: "insufficient_points" });
  await buys("ana", 50);
  expect(await spends("ana", 80, { order: "order-1" })).toMatchObject({ status: 201 });
  expect(await spends("ana", 70, { order: "order-1" })).toMatchObject({ status: 409 });
  expect(await spendable("ana")).toBe(20);
});

test("case 3: a return that overtakes its sale waits for it, and takes back what the sale gives", async () => {
  const { buys, returns, balance, statement } = await town.shop();
  const waits = await returns("ana", "r-1", null, { receipt: "back-1" });
  expect(waits).toMatchObject({ status: 202, earned: 0, body: { status: "parked" } });
  expect(await balance("ana")).toBe(0);
  // The web hook comes a second time before the sale does.
  expect(await returns("ana", "r-1", null, { receipt: "back-1" })).toMatchObject({ status: 202, id: waits.id });

  await buys("ana", 100, { receipt: "r-1" });
  expect(await balance("ana")).toBe(0);
  expect(await statement("ana")).toEqual(["+100 issued", "-100 issued"]);
  expect(await returns("ana", "r-1", null, { receipt: "back-1" })).toMatchObject({
    status: 200,
    id: waits.id,
    earned: -100,
  });
  expect(await balance("ana")).toBe(0);
});

test.each([
  ["a job has said so", true],
  ["nobody has said so", false],
])("case 3: a return whose sale comes too late is an orphan and takes nothing from it: %s", async (_what, isSwept) => {
  const { buys, returns, balance, jumps } = await town.shop({
    policies: { unmatchedReturn: { kind: "park", hours: 72 } },
  });
  const waits = await returns("ana", "r-1", null, { receipt: "back-1" });
  expect(waits.status).toBe(202);
  jumps({ days: 3, minutes: 1 });
  if (isSwept) await town.sweeps();
  await buys("ana", 100, { receipt: "r-1" });
  expect(await balance("ana")).toBe(100);
  expect(await returns("ana", "r-1", null, { receipt: "back-1" })).toMatchObject({
    status: 200,
    id: waits.id,
    body: { status: "orphan" },
  });
  // Told under a number of its own it finds the sale.
  expect(await returns("ana", "r-1", null, { receipt: "back-2" })).toMatchObject({ status: 201, earned: -100 });
});

test("case 3, refuse: the return is refused until the sale is known", async () => {
  const { buys, returns, balance } = await town.shop({ policies: { unmatchedReturn: { kind: "refuse" } } });
  expect(await returns("ana", "r-1", null, { receipt: "back-1" })).toMatchObject({ status: 404 });
  await buys("ana", 100, { receipt: "r-1" });
  expect(await returns("ana", "r-1", null, { receipt: "back-1" })).toMatchObject({ status: 201, earned: -100 });
  expect(await balance("ana")).toBe(0);
});

test("case 3, match the latest: it takes from the latest sale, and never earns below zero", async () => {
  const { buys, returns, balance, isNow } = await town.shop({
    policies: { unmatchedReturn: { kind: "match_latest" } },
  });
  expect(await returns("ana", "unknown", { coat: 1 })).toMatchObject({ status: 404 });
  expect(await balance("ana")).toBe(0);
  await buys("ana", [{ product: "coat", euros: 100 }]);
  isNow("2026-03-03T09:00:00Z");
  await buys("ana", [{ product: "coat", euros: 80 }]);
  expect(await returns("ana", "unknown", { coat: 1 })).toMatchObject({ status: 201, earned: -80 });
  expect(await balance("ana")).toBe(100);
});

test("case 4: an order in two parcels: the bonus for the order once, the points for its goods a parcel", async () => {
  const { buys, returns, balance, explains } = await town.shop({
    rules: [bonus(500, { name: "order", when: [isA("purchase")] }), pointsPerPiece(10)],
  });
  const first = await buys("ana", [{ product: "lamp", pieces: 2, euros: 80 }], { receipt: "order-1", part: "1" });
  expect(first.earned).toBe(520);
  const second = await buys("ana", [{ product: "vase", pieces: 1, euros: 30 }], { receipt: "order-1", part: "2" });
  expect(second.earned).toBe(10);
  expect((await explains("ana", second)).whyNot).toMatchObject([{ name: "order", reason: "given_before" }]);
  // Another order has its own bonus, and so has one that comes in one parcel.
  expect((await buys("ana", [{ product: "vase", euros: 30 }], { receipt: "order-2" })).earned).toBe(510);
  expect(await returns("ana", "order-1", null, { partOf: "1" })).toMatchObject({ earned: -520 });
  expect(await balance("ana")).toBe(520);
});

test("case 4: both parcels at the same moment still get one bonus", async () => {
  const { buys, balance } = await town.shop({ rules: [bonus(500, { when: [isA("purchase"), spending(10)] })] });
  const parcels = ["1", "2", "3", "4"];
  await Promise.all(parcels.map((part) => buys("ana", 50, { receipt: "order-1", part })));
  expect(await balance("ana")).toBe(500);
});

test("case 5: of fifty spends of the whole balance at once exactly one succeeds", async () => {
  const { buys, spends, wallet, statement } = await town.shop();
  await buys("ana", 100);
  const spent = await Promise.all(Array.from({ length: 50 }, () => spends("ana", 100)));
  expect(spent.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(spent.filter(({ code }) => code === "insufficient_points")).toHaveLength(49);
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0, debt: 0 });
  expect(await statement("ana")).toEqual(["+100 issued", "-100 spent"]);
  // Two wallets with one household: when there are households.
});

test("case 6: a hundred sales of one member at once are all booked, and no till hears of a conflict", async () => {
  const { buys, balance, statement, tier } = await town.shop();
  const sales = await Promise.all(Array.from({ length: 100 }, (_, sale) => buys("ana", 1 + sale)));
  expect(sales.every(({ status }) => status === 201)).toBe(true);
  expect(await balance("ana")).toBe(5_050);
  expect(await statement("ana")).toHaveLength(100);
  expect(await tier("ana")).toBeNull();
});

test("case 6: earning, using, reserving and returning at once lose nothing of each other", async () => {
  const { buys, spends, reserves, returns, wallet } = await town.shop();
  await buys("ana", 1_000);
  await Promise.all(Array.from({ length: 20 }, (_, turn) => buys("ana", 10, { receipt: `early-${turn}` })));
  const all = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => [
      buys("ana", 10, { receipt: `late-${turn}` }),
      spends("ana", 7),
      reserves("ana", 3),
      returns("ana", `early-${turn}`),
    ]).flat(),
  );
  expect(all.every(({ status }) => status === 201)).toBe(true);
  expect(await wallet("ana")).toMatchObject({ total: 1_200 - 140, held: 60, debt: 0 });
});

test("case 6: the first points of a member come from two sides at the same moment", async () => {
  const { enrols, buys, adjusts, balance } = await town.shop();
  await enrols("ana");
  const both = await town.meets(() => Promise.all([buys("ana", 10), adjusts("ana", 5)]));
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(await balance("ana")).toBe(15);
});

test("case 6: a sale and a spend of one member meet in the database: both count", async () => {
  const { buys, spends, wallet } = await town.shop();
  await buys("ana", 100);
  const both = await town.meets(() => Promise.all([buys("ana", 10), spends("ana", 60)]));
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(await wallet("ana")).toMatchObject({ total: 50, spendable: 50 });
});

test("case 7: an order that failed gives its spend back by an entry that names it", async () => {
  const { buys, spends, givesBack, balance, entries, wallet } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100);
  const before = await wallet("ana");
  const spend = await spends("ana", 60, { order: "order-1" });
  await buys("ana", 25);
  expect(await givesBack("ana", spend)).toMatchObject({ status: 201, body: { reversed: 60 } });
  expect(await balance("ana")).toBe(125);
  const [earned, used, , back] = await entries("ana");
  expect(back).toMatchObject({ points: 60, cause: "spend_reversal", reversesId: spend.id, lotId: used.lotId });
  expect(used).toMatchObject({ points: -60, cause: "spend", lotId: earned.lotId });
  expect((await wallet("ana")).expiring[0].at).toBe(before.expiring[0].at);
  expect(await givesBack("ana", spend)).toMatchObject({ status: 400 });
  expect(await balance("ana")).toBe(125);
});

test("case 8: a transfer whose credit is asked for again and again arrives once", async () => {
  const { buys, transfers, balance, statement } = await town.shop();
  await buys("ana", 100);
  await Promise.all(Array.from({ length: 8 }, () => transfers("ana", "bob", 40, { order: "gift-1" })));
  expect(await balance("ana")).toBe(60);
  await Promise.all([town.delivers(), town.delivers()]);
  await town.delivers();
  expect(await balance("bob")).toBe(40);
  expect(await statement("bob")).toEqual(["+40 in_transit"]);
  // The process that is killed between the debit and the message: tests/engines/crash.
});
