// Refunds and returns: cases 11 to 17, and 18 as far as the ledger knows it.
import { expect, test } from "vitest";
import { bonus, isA, pointsPerEuro, pointsPerPiece, spending, times } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const pending = { activation: { kind: "after_days", days: 14 } };

test("case 11: a full return takes exactly the points' own lot, whatever else is there", async () => {
  const { buys, returns, entries, wallet, isNow } = await town.shop({
    points: { expiry: { kind: "after_days", days: 365 } },
  });
  await buys("ana", 100, { receipt: "first" });
  isNow("2026-03-05T09:00:00Z");
  await buys("ana", 40, { receipt: "second" });
  isNow("2026-03-08T09:00:00Z");
  await buys("ana", 30, { receipt: "third" });
  const before = await entries("ana");
  expect(await returns("ana", "second")).toMatchObject({ status: 201, earned: -40 });
  const after = await entries("ana");
  expect(after.slice(0, 3)).toEqual(before);
  expect(after[3]).toMatchObject({ points: -40, cause: "return", lotId: before[1].lotId });
  expect((await wallet("ana")).expiring).toMatchObject([{ points: 100 }, { points: 30 }]);
});

test("case 11: points that are not active yet go first, then active ones", async () => {
  const { buys, returns, spends, wallet, jumps } = await town.shop({ points: pending });
  await buys("ana", 100, { receipt: "first" });
  jumps({ days: 15 });
  expect(await spends("ana", 70)).toMatchObject({ status: 201 });
  await buys("ana", 50, { receipt: "second" });
  expect(await wallet("ana")).toMatchObject({ spendable: 30, pending: 50 });

  // Of the first purchase's 100 points 30 are left in their lot; the other 70 come off what is pending, then debt.
  await returns("ana", "first");
  expect(await wallet("ana")).toMatchObject({ total: -20, spendable: 0, pending: 0, debt: 20 });
  await returns("ana", "second");
  expect(await wallet("ana")).toMatchObject({ total: -70, pending: 0, debt: 70 });
});

test("case 11: what is not active yet goes before active points that would last longer", async () => {
  const { buys, returns, spends, adjusts, changesPoints, wallet, jumps } = await town.shop({
    points: { ...pending, expiry: { kind: "after_days", days: 60 } },
  });
  await buys("ana", 100, { receipt: "first" });
  jumps({ days: 15 });
  await spends("ana", 100);
  await buys("ana", 50, { receipt: "second" });
  await changesPoints({ expiry: { kind: "after_days", days: 365 } });
  await adjusts("ana", 60);
  expect(await wallet("ana")).toMatchObject({ spendable: 60, pending: 50 });
  await returns("ana", "first");
  expect(await wallet("ana")).toMatchObject({ spendable: 10, pending: 0, debt: 0 });
});

test("case 11: a return within the waiting time cancels what is pending", async () => {
  const { buys, returns, wallet } = await town.shop({ points: pending });
  await buys("ana", 100, { receipt: "r-1" });
  await buys("ana", 100, { receipt: "r-2" });
  await returns("ana", "r-1");
  expect(await wallet("ana")).toMatchObject({ total: 100, spendable: 0, pending: 100, debt: 0 });
});

test("case 12: points that were spent are owed: two entries, and the next points pay the debt off", async () => {
  const { buys, returns, spends, wallet, statement } = await town.shop();
  await buys("ana", 100, { receipt: "r-1" });
  await spends("ana", 60);
  const back = await returns("ana", "r-1");
  expect(back).toMatchObject({ status: 201, earned: -100 });
  expect(back.body.shortfalls).toEqual([{ pointsType: "points", points: 60, policy: "debt" }]);
  expect(await wallet("ana")).toMatchObject({ total: -60, spendable: 0, debt: 60 });
  expect(await statement("ana")).toEqual(["+100 issued", "-60 spent", "-40 issued", "-60 issued"]);

  expect(await buys("ana", 50)).toMatchObject({ earned: 50 });
  expect(await wallet("ana")).toMatchObject({ total: -10, debt: 10 });
  await buys("ana", 50);
  expect(await wallet("ana")).toMatchObject({ total: 40, spendable: 40, debt: 0 });
  expect((await statement("ana")).slice(4)).toEqual(["+50 issued", "+10 issued", "+40 issued"]);
});

test("case 12, clamp: the balance stops at zero and what is missing is written off", async () => {
  const { buys, returns, spends, wallet, statement } = await town.shop({ policies: { shortfall: { kind: "clamp" } } });
  await buys("ana", 100, { receipt: "r-1" });
  await spends("ana", 60);
  const back = await returns("ana", "r-1");
  expect(back.body.shortfalls).toEqual([{ pointsType: "points", points: 60, policy: "clamp" }]);
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
  expect(await statement("ana")).toEqual(["+100 issued", "-60 spent", "-40 issued", "-60 issued", "+60 lost"]);
});

test("case 12, charge: what is missing is charged in money, to the cent", async () => {
  const { buys, returns, spends, wallet } = await town.shop({
    policies: { shortfall: { kind: "charge", pointMinor: 3 } },
  });
  await buys("ana", 100, { receipt: "r-1" });
  await spends("ana", 60);
  const back = await returns("ana", "r-1");
  expect(back.body.shortfalls).toEqual([{ pointsType: "points", points: 60, policy: "charge", amountMinor: 180 }]);
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
});

test("case 13: a debt never expires, and no spend, reservation or transfer makes one", async () => {
  const shop = await town.shop({ points: { expiry: { kind: "after_days", days: 30 } } });
  const { buys, returns, spends, wallet, jumps } = shop;
  await buys("ana", 100, { receipt: "r-1" });
  for (const ask of [
    () => spends("ana", 101),
    () => shop.reserves("ana", 101),
    () => shop.transfers("ana", "bob", 101),
  ]) {
    expect(await ask()).toMatchObject({ status: 422, code: "insufficient_points" });
  }
  await spends("ana", 100);
  await returns("ana", "r-1");
  jumps({ days: 4_000 });
  expect(await wallet("ana")).toMatchObject({ total: -100, debt: 100, expiring: [] });
  expect(await spends("ana", 1)).toMatchObject({ status: 422 });
  await buys("ana", 30);
  expect(await wallet("ana")).toMatchObject({ total: -70, debt: 70 });
  // By hand more can be taken than there is.
  await shop.adjusts("ana", -5, { reason: "A card was used twice." });
  expect(await wallet("ana")).toMatchObject({ total: -75, debt: 75 });
});

test("case 13: points that are given back pay a debt off before they can expire beside it", async () => {
  const { buys, returns, spends, givesBack, wallet, jumps } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100, { receipt: "r-1" });
  const spend = await spends("ana", 100);
  await returns("ana", "r-1");
  await givesBack("ana", spend);
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
  jumps({ days: 60 });
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
});

test("case 13: so do points that come back after their time: nobody owes for what was undone", async () => {
  const { buys, returns, spends, givesBack, wallet, jumps } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100, { receipt: "r-1" });
  const spend = await spends("ana", 100);
  jumps({ days: 60 });
  await returns("ana", "r-1", 40);
  await givesBack("ana", spend);
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
});

test("case 13: reserved points that come free pay a debt off before they can expire beside it", async () => {
  const { buys, returns, reserves, releases, wallet, jumps } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100, { receipt: "r-1" });
  const hold = await reserves("ana", 100);
  await returns("ana", "r-1");
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0, held: 100, debt: 100 });
  await releases("ana", hold);
  expect(await wallet("ana")).toMatchObject({ total: 0, held: 0, debt: 0 });
  jumps({ days: 60 });
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
});

test("case 13: the same where nobody released them: they ran out of time", async () => {
  const { buys, returns, reserves, wallet, spends, jumps } = await town.shop({
    points: { expiry: { kind: "after_days", days: 30 } },
  });
  await buys("ana", 100, { receipt: "r-1" });
  await reserves("ana", 100, { minutes: 30 });
  await returns("ana", "r-1");
  jumps({ days: 60 });
  expect(await wallet("ana")).toMatchObject({ total: 0, held: 0, debt: 0 });
  await spends("ana", 1);
  expect(await wallet("ana")).toMatchObject({ total: 0, held: 0, debt: 0 });
});

test("case 14: one of three pieces takes its own points and its part of the bonus; the last the rest", async () => {
  const { buys, returns, balance } = await town.shop({
    rules: [pointsPerPiece(7, { items: [{ field: "item.product", operator: "=", value: "cup" }] }), bonus(100)],
  });
  const order = [
    { product: "cup", pieces: 3, euros: 30 },
    { product: "pot", pieces: 1, euros: 60 },
  ];
  expect(await buys("ana", order, { receipt: "r-1" })).toMatchObject({ earned: 121 });
  // A third of the cups' 21 points and of the 33 that the bonus gave the line: 7 + 11.
  expect((await returns("ana", "r-1", { cup: 1 })).earned).toBe(-18);
  expect((await returns("ana", "r-1", { cup: 1 })).earned).toBe(-18);
  expect((await returns("ana", "r-1", { cup: 1 })).earned).toBe(-18);
  // A pot earned nothing by itself: it takes back its share of the bonus alone.
  expect((await returns("ana", "r-1", { pot: 1 })).earned).toBe(-67);
  expect(await balance("ana")).toBe(0);
});

test("case 14: an item that earned nothing costs nothing", async () => {
  const { buys, returns } = await town.shop({
    rules: [pointsPerEuro(1, { items: [{ field: "item.product", operator: "=", value: "cup" }] })],
  });
  await buys(
    "ana",
    [
      { product: "cup", euros: 35 },
      { product: "book", euros: 35 },
    ],
    { receipt: "r-1" },
  );
  expect((await returns("ana", "r-1", { book: 1 })).earned).toBe(0);
});

test("case 14: however a purchase comes back in parts, the parts sum to what it gave", async () => {
  const { buys, returns, balance } = await town.shop({ rules: [pointsPerEuro(3), times("1.5")] });
  await buys("ana", [{ product: "bead", pieces: 7, euros: 9.99 }], { receipt: "r-1" });
  expect(await balance("ana")).toBe(43);
  let taken = 0;
  for (const pieces of [2, 1, 1, 3]) taken -= (await returns("ana", "r-1", { bead: pieces })).earned;
  expect(taken).toBe(43);
  expect(await balance("ana")).toBe(0);
});

test("case 15: several returns of one order each work, and never take more than it gave", async () => {
  const { buys, returns, balance, wallet } = await town.shop();
  await buys(
    "ana",
    [
      { product: "cup", pieces: 3, euros: 30 },
      { product: "pot", euros: 60 },
    ],
    { receipt: "r-1" },
  );
  expect(await returns("ana", "r-1", { cup: 2 })).toMatchObject({ status: 201, earned: -20 });
  expect(await returns("ana", "r-1", { pot: 1 })).toMatchObject({ status: 201, earned: -60 });
  expect(await returns("ana", "r-1", { cup: 2 })).toMatchObject({ status: 400 });
  expect(await balance("ana")).toBe(10);
  expect(await returns("ana", "r-1")).toMatchObject({ status: 201, earned: -10 });
  expect(await returns("ana", "r-1")).toMatchObject({ status: 400 });
  expect(await wallet("ana")).toMatchObject({ total: 0, debt: 0 });
});

test("case 15: a purchase that was told as a sum comes back in sums", async () => {
  const { buys, returns, balance } = await town.shop();
  await buys("ana", 99.99, { receipt: "r-1" });
  expect((await returns("ana", "r-1", 50)).earned).toBe(-49);
  expect((await returns("ana", "r-1", 50)).status).toBe(400);
  expect((await returns("ana", "r-1", 49.99)).earned).toBe(-50);
  expect(await balance("ana")).toBe(0);
});

test("case 15: parallel returns of the same piece: one takes it back", async () => {
  const { buys, returns, balance } = await town.shop();
  await buys("ana", [{ product: "coat", euros: 90 }], { receipt: "r-1" });
  const backs = await Promise.all(Array.from({ length: 6 }, () => returns("ana", "r-1", { coat: 1 })));
  expect(backs.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(backs.filter(({ status }) => status === 400)).toHaveLength(5);
  expect(await balance("ana")).toBe(0);
});

const overHundred = [bonus(500, { when: [isA("purchase"), spending(100)] })];
const shirtAndTie = [
  { product: "shirt", euros: 95 },
  { product: "tie", euros: 10 },
  { product: "belt", euros: 10 },
];

test("case 16: a return that drops the order below the threshold takes the whole bonus", async () => {
  const { buys, returns, balance } = await town.shop({ rules: overHundred });
  await buys("ana", shirtAndTie, { receipt: "r-1" });
  // 105 euros are left: the tie takes only its share of the bonus, 500 × 10 ÷ 115 and the point that was left over.
  expect((await returns("ana", "r-1", { tie: 1 })).earned).toBe(-44);
  expect((await returns("ana", "r-1", { belt: 1 })).earned).toBe(-456);
  expect(await balance("ana")).toBe(0);
  expect((await returns("ana", "r-1", { shirt: 1 })).earned).toBe(0);
});

test("case 16, keep above: within the grace only the returned part's share goes", async () => {
  const { buys, returns, balance } = await town.shop({
    rules: overHundred,
    policies: { threshold: { kind: "keep_above", gracePercent: 10 } },
  });
  await buys("ana", shirtAndTie, { receipt: "r-1" });
  await returns("ana", "r-1", { tie: 1 });
  // 95 euros are left, and 90 would do.
  expect((await returns("ana", "r-1", { belt: 1 })).earned).toBe(-43);
  expect(await balance("ana")).toBe(413);
  expect((await returns("ana", "r-1", { shirt: 1 })).earned).toBe(-413);
});

test("case 16: doubled points of a large basket go back to single ones with the threshold", async () => {
  const { buys, returns, balance } = await town.shop({
    rules: [pointsPerEuro(), times("2", { when: [isA("purchase"), spending(100)] })],
  });
  await buys("ana", shirtAndTie, { receipt: "r-1" });
  expect(await balance("ana")).toBe(230);
  await returns("ana", "r-1", { shirt: 1 });
  expect(await balance("ana")).toBe(20);
});

test("case 17: the rule was changed and ended since: the return takes what was given", async () => {
  const { buys, returns, balance, changesRule, endsRule } = await town.shop({
    rules: [pointsPerEuro(5, { name: "base" })],
  });
  await buys("ana", [{ product: "cup", pieces: 2, euros: 20 }], { receipt: "r-1" });
  await changesRule("base", { ...pointsPerEuro(1, { name: "base" }), validFrom: "2026-03-02T09:30:00Z" });
  expect((await returns("ana", "r-1", { cup: 1 })).earned).toBe(-50);
  await endsRule("base");
  expect((await returns("ana", "r-1", { cup: 1 })).earned).toBe(-50);
  expect(await balance("ana")).toBe(0);
});

test("case 17: a bonus whose rule was ended is taken back by the threshold of its day", async () => {
  const { buys, returns, balance, endsRule, jumps } = await town.shop({
    rules: [bonus(500, { name: "big basket", when: [isA("purchase"), spending(100)] })],
  });
  await buys("ana", shirtAndTie, { receipt: "r-1" });
  jumps({ days: 1 });
  await endsRule("big basket");
  expect((await returns("ana", "r-1", { tie: 1 })).earned).toBe(-44);
  expect((await returns("ana", "r-1", { shirt: 1 })).earned).toBe(-456);
  expect(await balance("ana")).toBe(0);
});
