// Money, tax, rounding: cases 60 and 61.
import { expect, test } from "vitest";
import type { Line } from "../support/goods.ts";
import { bonus, isA, pointsPerEuro, pointsPerPiece, times } from "../support/programme.ts";
import { openTown } from "../support/town.ts";

const town = openTown();
const shirt: Line = { product: "shirt", euros: 80, taxEuros: 16, discountEuros: 20 };

test.each([
  ["gross, after the discount, by default", undefined, 80],
  ["net of tax", { tax: "excluded", discount: "after", without: [] }, 64],
  ["before the discount", { tax: "included", discount: "before", without: [] }, 100],
  ["net of tax, before the discount", { tax: "excluded", discount: "before", without: [] }, 80],
])("case 60: the money that earns is %s", async (_what, base, points) => {
  const { buys } = await town.shop({ rules: [pointsPerEuro(1, base === undefined ? {} : { base })] });
  expect((await buys("ana", [shirt])).earned).toBe(points);
});

const dinner: readonly Line[] = [
  { product: "fish", euros: 40 },
  { product: "wine", euros: 30, kind: "restricted" },
  { product: "gift", euros: 50, kind: "gift_card" },
  { product: "delivery", euros: 5, kind: "shipping" },
  { product: "thanks", euros: 6, kind: "tip" },
];

test("case 60: shipping, gift cards, tips and what the law forbids earn nothing by default", async () => {
  const { buys } = await town.shop();
  const bought = await buys("ana", dinner);
  expect(bought.earned).toBe(40);
  expect(bought.body.awards[0].perLine).toEqual([40, 0, 0, 0, 0]);
});

test("case 60: which lines earn is each rule's own choice", async () => {
  const base = { tax: "included", discount: "after", without: ["gift_card", "tip"] };
  const { buys } = await town.shop({ rules: [pointsPerEuro(1, { base })] });
  expect((await buys("ana", dinner)).earned).toBe(75);
});

test("case 60: what is paid with points earns nothing", async () => {
  const { buys } = await town.shop({ rules: [pointsPerEuro(), pointsPerPiece(8, { name: "pieces" })] });
  const half = await buys("ana", [{ product: "cup", pieces: 2, euros: 40, pointsEuros: 20 }]);
  expect(half.earned).toBe(20 + 8);
  const all = await buys("ana", [{ product: "cup", pieces: 2, euros: 40, pointsEuros: 40 }]);
  expect(all.earned).toBe(0);
});

test("case 60: a gift card earns when it is used, never when it is bought and never twice", async () => {
  const { buys } = await town.shop();
  expect((await buys("ana", [{ product: "card", euros: 50, kind: "gift_card" }])).earned).toBe(0);
  // To the till a card is a means of payment, as cash is.
  expect((await buys("bob", [{ product: "coat", euros: 50 }], { attributes: { paidBy: "gift_card" } })).earned).toBe(
    50,
  );
});

test("case 60: lines that earn nothing give nothing back", async () => {
  const { buys, returns } = await town.shop();
  await buys("ana", dinner, { receipt: "r-1" });
  expect((await returns("ana", "r-1", { wine: 1, delivery: 1 })).earned).toBe(0);
  expect((await returns("ana", "r-1")).earned).toBe(-40);
});

test("case 61: points are rounded down once a transaction, and the lines sum to it exactly", async () => {
  const { buys } = await town.shop();
  const crumbs = [0.99, 0.99, 0.99].map((euros, line) => ({ product: `p${line}`, euros }));
  const bought = await buys("ana", crumbs);
  expect(bought.earned).toBe(2);
  expect(bought.body.awards[0].perLine).toEqual([1, 1, 0]);
  expect((await buys("ana", 0.99)).earned).toBe(0);
});

test("case 61: amounts that a float gets wrong are right", async () => {
  const { buys, balance } = await town.shop({ rules: [pointsPerEuro(100, { name: "cents" })] });
  expect((await buys("ana", [{ euros: 0.1 }, { euros: 0.2 }])).earned).toBe(30);
  expect((await buys("ana", [{ euros: 1.005 * 100 }])).earned).toBe(10_050);
  expect((await buys("ana", 9_007_199_254.74)).earned).toBe(900_719_925_474);
  expect(await balance("ana")).toBe(30 + 10_050 + 900_719_925_474);
});

test("case 61: a large amount and a large factor meet no float", async () => {
  const { buys } = await town.shop({ rules: [pointsPerEuro(3, { name: "three" }), times("1.333333")] });
  const bought = await buys("ana", 1_234_567.89);
  expect(bought.earned).toBe(3_703_703 + Math.floor((3_703_703 * 333_333) / 1_000_000));
});

test("case 61: two at 11.50 with 15 % tax and 100 % discount end at nothing", async () => {
  const { buys } = await town.shop({
    rules: [pointsPerEuro(1, { base: { tax: "excluded", discount: "after", without: [] } })],
  });
  const free = await buys("ana", [{ product: "cup", pieces: 2, euros: 0, taxEuros: 0, discountEuros: 23 }]);
  expect(free).toMatchObject({ status: 201, earned: 0, body: { amountMinor: 0 } });
});

test("case 61: a bonus falls on the lines by their money, to the last point", async () => {
  const { buys, returns, balance } = await town.shop({ rules: [bonus(100, { when: [isA("purchase")] })] });
  const thirds = ["a", "b", "c"].map((product) => ({ product, euros: 10 }));
  const bought = await buys("ana", thirds, { receipt: "r-1" });
  expect(bought.body.awards[0].perLine).toEqual([34, 33, 33]);
  for (const product of ["c", "a", "b"]) await returns("ana", "r-1", { [product]: 1 });
  expect(await balance("ana")).toBe(0);
});

test("case 61: amounts that do not add up are refused", async () => {
  const { does, balance } = await town.shop();
  const lines = [{ product: "cup", quantityThousandths: 1000, amountMinor: 1_000 }];
  expect(await does("ana", "purchase", { lines, amountMinor: 999 })).toMatchObject({ status: 400 });
  expect(await does("ana", "purchase", { lines: [{ ...lines[0], taxMinor: 1_001 }] })).toMatchObject({ status: 400 });
  expect(await does("ana", "purchase", {})).toMatchObject({ status: 400 });
  expect(await balance("ana")).toBe(0);
});
