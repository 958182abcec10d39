import { describe, expect, test } from "vitest";
import {
  amountsOf,
  type Bill,
  billOf,
  nothingGivenBack,
  type Redemption,
  returnBill,
  type TaxedLine,
} from "./redemption.ts";
import type { Gift } from "./rewards.ts";

const at15 = 15_000;
const line = (amountMinor: number, more: Partial<TaxedLine> = {}): TaxedLine => ({
  quantityThousandths: 1_000,
  taxThousandths: 22_000,
  amountMinor,
  ...more,
});
const off = (gift: Gift, points = 100, id = "a"): Redemption => ({ id, points, gift });
const amount = (amountMinor: number): Gift => ({ kind: "discount_amount", amountMinor });
const percent = (of: number): Gift => ({ kind: "discount_percent", percent: of });
const product = (sku: string): Gift => ({ kind: "product", sku });
/** Half a cent each. */
const points = (brought: number): Redemption => ({
  id: "points",
  points: brought,
  gift: { kind: "points", face: { points: 1_000, minor: 500 } },
});
const left = (bill: Bill): number[] => bill.lines.map(({ after }) => after.grossMinor);

test.each([
  ["1.15 at 15 %", 115, at15, 15],
  ["23.00 at 15 %", 2_300, at15, 300],
  ["0.01 at 22 %", 1, 22_000, 0],
  ["1.00 at 8.875 %", 100, 8_875, 8],
  ["nothing", 0, 22_000, 0],
  ["without tax", 999, 0, 0],
])("the tax within %s", (_what, gross, rate, taxMinor) => {
  expect(amountsOf(gross, rate)).toEqual({ grossMinor: gross, netMinor: gross - taxMinor, taxMinor });
});

test("case 61: two for 11.50 with 15 % tax and everything off end at 0.00", () => {
  const two = [line(2_300, { quantityThousandths: 2_000, taxThousandths: at15 })];
  const nothing = { grossMinor: 0, netMinor: 0, taxMinor: 0 };
  for (const gift of [percent(100), amount(2_300), amount(9_999)]) {
    const bill = billOf(two, [off(gift)]);
    expect(bill.total).toEqual({
      before: { grossMinor: 2_300, netMinor: 2_000, taxMinor: 300 },
      discount: { grossMinor: 2_300, netMinor: 2_000, taxMinor: 300 },
      after: nothing,
    });
    expect(bill.rates).toEqual([{ taxThousandths: at15, ...bill.total }]);
  }
});

describe("what is taken off", () => {
  test.each<[string, TaxedLine[], Redemption[], number[]]>([
    ["a sum falls on the lines by what they cost", [line(1_000), line(500)], [off(amount(300))], [800, 400]],
    [
      "what cannot be divided goes to the largest remainder",
      [line(333), line(333), line(334)],
      [off(amount(100))],
      [300, 300, 300],
    ],
    ["percent are rounded once", [line(333), line(332)], [off(percent(10))], [299, 299]],
    ["more than the basket costs is not used", [line(100), line(50)], [off(amount(500))], [0, 0]],
    [
      "a piece is free, not the line",
      [line(199, { product: "mug", quantityThousandths: 2_000 })],
      [off(product("mug"))],
      [100],
    ],
    [
      "two pieces are free for two rewards",
      [line(199, { product: "mug", quantityThousandths: 2_000 })],
      [off(product("mug"), 100, "a"), off(product("mug"), 100, "b")],
      [0],
    ],
    [
      "less than a piece is free as it is",
      [line(80, { product: "ham", quantityThousandths: 250 })],
      [off(product("ham"))],
      [0],
    ],
    [
      "products come first, then percent, then sums",
      [line(1_000, { product: "mug" }), line(1_000)],
      [off(amount(100), 1, "a"), off(percent(50), 1, "b"), off(product("mug"), 1, "c")],
      [0, 400],
    ],
    [
      "gift cards, tips and restricted goods keep their price",
      [
        line(1_000, { kind: "gift_card" }),
        line(100, { kind: "tip" }),
        line(700, { kind: "restricted" }),
        line(300, { kind: "shipping" }),
      ],
      [off(percent(100))],
      [1_000, 100, 700, 0],
    ],
    [
      "points pay what they are worth, after the rewards",
      [line(1_000)],
      [points(100), off(amount(400), 1, "b")],
      [550],
    ],
    ["a right changes no price", [line(100)], [off({ kind: "benefit" })], [100]],
  ])("%s", (_what, lines, redemptions, expected) => {
    expect(left(billOf(lines, redemptions))).toEqual(expected);
  });

  test("each rate of tax keeps its own sums, and they are those of its lines", () => {
    const lines = [line(1_220), line(1_100, { taxThousandths: 10_000 }), line(2_440)];
    const { rates, total } = billOf(lines, [off(amount(476))]);
    expect(
      rates.map(({ taxThousandths, before, after }) => [taxThousandths, before.taxMinor, after.grossMinor]),
    ).toEqual([
      [10_000, 100, 990],
      [22_000, 660, 3_294],
    ]);
    expect(rates.map(({ after }) => after.taxMinor)).toEqual([90, 594]);
    expect(total.discount).toEqual({ grossMinor: 476, netMinor: 400, taxMinor: 76 });
  });

  test.each<[string, TaxedLine[], Gift, string]>([
    ["the product is not there", [line(100, { product: "cap" })], product("mug"), "not_in_basket"],
    ["the product costs nothing", [line(0, { product: "mug" })], product("mug"), "not_in_basket"],
    ["there is nothing to pay", [line(0)], amount(100), "nothing_to_pay"],
    ["there are no lines", [], percent(10), "nothing_to_pay"],
    ["there is only a gift card", [line(100, { kind: "gift_card" })], percent(10), "nothing_to_pay"],
  ])("a reward is not used up where %s", (_what, lines, gift, why) => {
    expect(billOf(lines, [off(gift)])).toMatchObject({ applied: [], notApplied: [{ id: "a", why }] });
  });

  test.each([
    [1, undefined, 0],
    [3, 2, 1],
    [150, 150, 75],
    [5_000, 200, 100],
  ])("of %i points at half a cent each no more are used than a basket of 1.00 needs", (brought, used, minor) => {
    const { applied } = billOf([line(100)], [points(brought)]);
    expect(applied[0]?.points).toBe(used);
    expect(applied[0]?.amountMinor ?? 0).toBe(minor);
  });

  test("its points fall on the lines as the money does", () => {
    const { applied } = billOf([line(200), line(100), line(0)], [off(amount(30), 100)]);
    expect(applied).toEqual([
      { id: "a", points: 100, amountMinor: 30, perLineMinor: [20, 10, 0], perLine: [67, 33, 0] },
    ]);
  });
});

describe("case 18: what comes back", () => {
  const lines = [line(1_000, { quantityThousandths: 3_000 }), line(500, { taxThousandths: 10_000 })];
  const sold = { lines, bill: billOf(lines, [off(amount(300), 100)]) };
  const pieces = (at: number, count: number) => ({ line: at, quantityThousandths: count * 1_000 });

  test("a piece brings its share of the money and of the points, the last one the rest", () => {
    const first = returnBill(sold, nothingGivenBack(sold), [pieces(0, 1)]);
    expect(first).toMatchObject({ ok: true, moneyMinor: 266, points: [22], isComplete: false });
    if (!first.ok) return;
    expect(first.lines[0]).toEqual({
      money: { grossMinor: 266, netMinor: 218, taxMinor: 48 },
      worth: { grossMinor: 332, netMinor: 272, taxMinor: 60 },
    });
    const rest = returnBill(sold, first.after, [pieces(0, 2), pieces(1, 1)]);
    expect(rest).toMatchObject({ ok: true, moneyMinor: 934, points: [78], isComplete: true });
  });

  test.each<[string, { line: number; quantityThousandths: number }, string]>([
    ["more than was sold", pieces(1, 2), "more_than_sold"],
    ["a line that is not there", pieces(2, 1), "unknown_line"],
    ["nothing", pieces(0, 0), "nothing_returned"],
  ])("%s is refused", (_what, returned, reason) => {
    expect(returnBill(sold, nothingGivenBack(sold), [returned])).toMatchObject({ ok: false, reason });
  });

  test("a right comes back with the last piece", () => {
    const right = { lines, bill: billOf(lines, [off({ kind: "benefit" }, 50)]) };
    const first = returnBill(right, nothingGivenBack(right), [pieces(0, 3)]);
    expect(first).toMatchObject({ points: [0] });
    if (first.ok) expect(returnBill(right, first.after, [pieces(1, 1)])).toMatchObject({ points: [50] });
  });
});
