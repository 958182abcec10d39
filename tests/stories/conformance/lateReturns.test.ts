// Returns at the edges, and points that are given back: cases 19 to 25 and 27.
import { expect, test } from "vitest";
import { pointsPerEuro, threeTiers } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const monthLong = { expiry: { kind: "after_days", days: 30 } };

test("case 19: points given back after their time are restored and expire at once", async () => {
  const { buys, spends, givesBack, jumps, wallet, statement } = await town.shop({ points: monthLong });
  await buys("ana", 100);
  const spend = await spends("ana", 80);
  jumps({ days: 40 });
  expect(await givesBack("ana", spend)).toMatchObject({ status: 201, body: { reversed: 80 } });
  expect(await wallet("ana")).toMatchObject({ total: 0, spendable: 0 });
  expect(await statement("ana")).toEqual(["+100 issued", "-80 spent", "-20 expired", "+80 spent", "-80 expired"]);
});

test("case 19, reissue: they live on for the days of grace, to the end of the day", async () => {
  const { buys, spends, givesBack, isNow, wallet, expiring } = await town.shop({
    points: { ...monthLong, giveBack: { kind: "reissue", graceDays: 7 } },
  });
  await buys("ana", 100);
  const spend = await spends("ana", 80);
  isNow("2026-05-11T12:00:00Z");
  await givesBack("ana", spend);
  expect(await wallet("ana")).toMatchObject({ total: 80, spendable: 80 });
  expect(await expiring("ana")).toEqual({ "2026-05-18T22:00:00.000Z": 80 });
  isNow("2026-05-18T22:00:00Z");
  expect(await wallet("ana")).toMatchObject({ total: 0 });
});

test("case 19: of a spend over several lots only what is over expires", async () => {
  const { buys, spends, givesBack, isNow, balance, expiring } = await town.shop({ points: monthLong });
  await buys("ana", 50);
  isNow("2026-03-20T09:00:00Z");
  await buys("ana", 50);
  const spend = await spends("ana", 70);
  isNow("2026-04-10T09:00:00Z");
  await givesBack("ana", spend);
  expect(await balance("ana")).toBe(50);
  expect(await expiring("ana")).toEqual({ "2026-04-19T22:00:00.000Z": 50 });
});

test.each([["expire" as const], ["reissue" as const]])(
  "case 20, %s: points given back the day before they expire keep their date",
  async (kind) => {
    const giveBack = kind === "expire" ? { kind } : { kind, graceDays: 30 };
    const { buys, spends, givesBack, isNow, expiring, balance } = await town.shop({
      points: { ...monthLong, giveBack },
    });
    await buys("ana", 100);
    const warned = await expiring("ana");
    const spend = await spends("ana", 100);
    isNow("2026-03-31T12:00:00Z");
    await givesBack("ana", spend);
    expect(await expiring("ana")).toEqual(warned);
    isNow("2026-04-01T22:00:00Z");
    expect(await balance("ana")).toBe(0);
  },
);

test("case 20: parts that are given back one by one restore each lot once", async () => {
  const { buys, spends, givesBack, isNow, expiring } = await town.shop({ points: monthLong });
  await buys("ana", 50);
  isNow("2026-03-03T09:00:00Z");
  await buys("ana", 50);
  const warned = await expiring("ana");
  const spend = await spends("ana", 100);
  for (const points of [30, 40, 30]) expect((await givesBack("ana", spend, points)).status).toBe(201);
  expect(await expiring("ana")).toEqual(warned);
  expect(await givesBack("ana", spend, 1)).toMatchObject({ status: 400 });
});

test("case 21: a return works as well after the waiting time is over and the points are gone", async () => {
  const { buys, returns, spends, wallet, jumps } = await town.shop({
    points: { activation: { kind: "after_days", days: 14 } },
  });
  await buys("ana", 100, { receipt: "r-1" });
  expect(await spends("ana", 10)).toMatchObject({ status: 422 });
  jumps({ days: 14 });
  await spends("ana", 100);
  expect(await returns("ana", "r-1")).toMatchObject({ status: 201, earned: -100 });
  expect(await wallet("ana")).toMatchObject({ total: -100, debt: 100 });
});

test("case 22: an exchange nets out, and tier and counters see both legs", async () => {
  const { buys, returns, balance, standing, statement } = await town.shop({
    tiers: threeTiers({ metric: "purchases", silver: 2, gold: 3 }),
  });
  await buys("ana", [{ product: "coat-s", euros: 100 }], { receipt: "r-1" });
  const back = await returns("ana", "r-1", { "coat-s": 1 }, { receipt: "r-2", part: "back" });
  const sale = await buys("ana", [{ product: "coat-m", euros: 110 }], { receipt: "r-2", part: "sale" });
  expect([back.earned, sale.earned]).toEqual([-100, 110]);
  expect(await balance("ana")).toBe(110);
  expect(await statement("ana")).toEqual(["+100 issued", "-100 issued", "+110 issued"]);
  expect(await standing("ana")).toMatchObject({ tier: "bronze", progress: 1 });
});

test("case 23: a return by another member is refused, and takes nothing from either", async () => {
  const { buys, returns, balance } = await town.shop();
  await buys("ana", [{ product: "coat", euros: 100 }], { receipt: "r-1" });
  const back = await returns("bob", "r-1", { coat: 1 });
  expect(back).toMatchObject({ status: 409, code: "conflict" });
  expect(back.said).toContain("another member");
  expect([await balance("ana"), await balance("bob")]).toEqual([100, 0]);
});

test("case 23: a return without a receipt is refused for points", async () => {
  const { buys, returns, balance } = await town.shop();
  await buys("ana", [{ product: "coat", euros: 100 }]);
  const back = await returns("ana", null, { coat: 1 });
  expect(back).toMatchObject({ status: 400, code: "invalid" });
  expect(back.said).toContain("purchase");
  expect(await balance("ana")).toBe(100);
});

test("case 23, refuse: without a receipt there is nothing to return from", async () => {
  const { buys, returns, balance } = await town.shop({ policies: { unmatchedReturn: { kind: "refuse" } } });
  await buys("ana", [{ product: "coat", euros: 100 }]);
  expect(await returns("ana", null, { coat: 1 })).toMatchObject({ status: 404 });
  expect(await balance("ana")).toBe(100);
});

test("case 23, match the latest: the member's own latest purchases give, piece by piece", async () => {
  const { buys, returns, balance, isNow } = await town.shop({
    policies: { unmatchedReturn: { kind: "match_latest" } },
  });
  await buys("ana", [{ product: "cup", pieces: 2, euros: 20 }]);
  isNow("2026-03-04T09:00:00Z");
  await buys("ana", [{ product: "cup", pieces: 2, euros: 30 }]);
  await buys("bob", [{ product: "cup", pieces: 9, euros: 90 }]);
  const back = await returns("ana", null, { cup: 3 });
  expect(back).toMatchObject({ status: 201, earned: -40, body: { amountMinor: 4_000 } });
  const more = await returns("ana", null, { cup: 2 });
  expect(more).toMatchObject({ status: 404 });
  expect(await balance("ana")).toBe(10);
  // What comes back must be named: without a receipt nothing else can be looked for.
  expect(await returns("ana", null)).toMatchObject({ status: 400 });
  expect(await returns("ana", null, 5)).toMatchObject({ status: 400 });
});

test("case 23, match the latest: one of before the purchase or long after it matches nothing", async () => {
  const { buys, returns, balance, jumps } = await town.shop({
    policies: { unmatchedReturn: { kind: "match_latest" }, returnDays: 30 },
  });
  await buys("ana", [{ product: "cup", euros: 20 }]);
  expect(await returns("ana", null, { cup: 1 }, { at: "2026-03-01T12:00:00Z" })).toMatchObject({ status: 404 });
  jumps({ days: 31 });
  expect(await returns("ana", null, { cup: 1 })).toMatchObject({ status: 404 });
  expect(await balance("ana")).toBe(20);
});

test("case 24: more than was sold, what was not, and what comes too late are refused with the reason", async () => {
  const { buys, returns, balance, jumps } = await town.shop({ policies: { returnDays: 30 } });
  await buys("ana", [{ product: "cup", pieces: 2, euros: 20 }], { receipt: "r-1" });
  expect((await returns("ana", "r-1", { cup: 3 })).said).toBe(
    "More would come back than was sold and not returned yet.",
  );
  expect((await returns("ana", "r-1", { pot: 1 })).said).toBe('The purchase has no line with the product "pot".');
  expect((await returns("ana", "r-1", { cup: 1, pot: 1 })).status).toBe(400);
  const late = { at: "2026-04-01T09:30:00Z" };
  jumps({ days: 60 });
  expect((await returns("ana", "r-1", { cup: 1 }, late)).said).toBe(
    "This purchase could be returned within 30 days; they are over.",
  );
  expect(await balance("ana")).toBe(20);
  // It came back in time; the till told it late.
  expect(await returns("ana", "r-1", { cup: 1 }, { at: "2026-03-20T09:00:00Z" })).toMatchObject({ earned: -10 });
  const visit = await returns("ana", "r-1", { cup: 0.0001 });
  expect(visit.status).toBe(400);
});

test("case 24: only a purchase can be returned", async () => {
  const { visits, returns } = await town.shop();
  await visits("ana", { receipt: "r-1" });
  expect(await returns("ana", "r-1")).toMatchObject({ status: 400, said: "Only a purchase can be returned." });
});

test("case 25: money back as store credit or onto a gift card takes the points all the same", async () => {
  const { buys, returns, balance } = await town.shop();
  await buys("ana", [{ product: "coat", pieces: 2, euros: 200 }], { receipt: "r-1" });
  await returns("ana", "r-1", { coat: 1 }, { attributes: { refund: "store_credit" } });
  await returns("ana", "r-1", { coat: 1 }, { attributes: { refund: "gift_card" } });
  expect(await balance("ana")).toBe(0);
});

test("case 27: what is voided before payment never earned anything", async () => {
  const { buys, tries, balance, entries } = await town.shop({ rules: [pointsPerEuro()] });
  const soup = { product: "soup", euros: 8 };
  expect(await tries("ana", [soup, { product: "wine", euros: 30 }])).toBe(38);
  expect(await entries("ana")).toEqual([]);
  await buys("ana", [soup]);
  expect(await balance("ana")).toBe(8);
  expect((await buys("ana", [{ ...soup, euros: 0 }])).earned).toBe(0);
});
