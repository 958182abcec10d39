import fc from "fast-check";
import { expect, test } from "vitest";
import { lineKinds } from "./activity.ts";
import { billOf, nothingGivenBack, type Redemption, returnBill, type Split, type TaxedLine } from "./redemption.ts";

const lineOf = fc.record(
  {
    product: fc.constantFrom("mug", "cap"),
    quantityThousandths: fc.integer({ min: 1, max: 20_000 }),
    amountMinor: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 1_000_000_000_000 })),
    taxThousandths: fc.constantFrom(0, 4_000, 8_875, 15_000, 22_000),
    kind: fc.constantFrom(...lineKinds),
  },
  { requiredKeys: ["quantityThousandths", "amountMinor", "taxThousandths"] },
);
const giftOf: fc.Arbitrary<Redemption["gift"]> = fc.oneof(
  fc.record({ kind: fc.constant("discount_amount" as const), amountMinor: fc.integer({ min: 1, max: 3_000 }) }),
  fc.record({ kind: fc.constant("discount_percent" as const), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant("product" as const), sku: fc.constantFrom("mug", "cap") }),
  fc.constant({ kind: "benefit" as const }),
  fc.record({
    kind: fc.constant("points" as const),
    face: fc.record({ points: fc.integer({ min: 1, max: 1_000 }), minor: fc.integer({ min: 1, max: 1_000 }) }),
  }),
);
const redemptionsOf = fc
  .array(fc.record({ gift: giftOf, points: fc.integer({ min: 1, max: 10_000 }) }), { maxLength: 6 })
  .map((all): Redemption[] => all.map((it, at) => ({ id: `r${at}`, ...it })));
const linesOf = fc.array(lineOf, { maxLength: 8 });

const parts = ["grossMinor", "netMinor", "taxMinor"] as const;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function expectSplit({ before, discount, after }: Split): void {
  for (const part of parts) {
    expect(before[part]).toBe(discount[part] + after[part]);
    expect(Math.min(before[part], discount[part], after[part])).toBeGreaterThanOrEqual(0);
  }
  for (const amounts of [before, discount, after]) expect(amounts.grossMinor).toBe(amounts.netMinor + amounts.taxMinor);
}

/** No more points than the money needs, and no more money than they are worth. */
function expectFewest(used: {
  points: number;
  brought: number;
  amountMinor: number;
  perPoints: number;
  minor: number;
}) {
  const worth = (points: number): number => Math.floor((points * used.minor) / used.perPoints);
  expect(used.points).toBeLessThanOrEqual(used.brought);
  expect(worth(used.points)).toBeGreaterThanOrEqual(used.amountMinor);
  expect(worth(used.points - 1)).toBeLessThan(used.amountMinor);
}

test("whatever is redeemed, every line and every rate adds up, and nothing falls below zero", () => {
  fc.assert(
    fc.property(linesOf, redemptionsOf, (lines, redemptions) => {
      const { lines: splits, rates, total, applied, notApplied } = billOf(lines, redemptions);
      for (const split of [...splits, ...rates, total]) expectSplit(split);
      for (const part of parts) {
        for (const side of ["before", "discount", "after"] as const) {
          expect(sum(splits.map((split) => split[side][part]))).toBe(total[side][part]);
          expect(sum(rates.map((rate) => rate[side][part]))).toBe(total[side][part]);
        }
      }
      expect(sum(applied.map(({ amountMinor }) => amountMinor))).toBe(total.discount.grossMinor);
      for (const { points, perLine, perLineMinor, amountMinor } of applied) {
        expect(sum(perLineMinor)).toBe(amountMinor);
        expect(sum(perLine)).toBe(amountMinor === 0 ? 0 : points);
      }
      expect(applied.length + notApplied.length).toBe(redemptions.length);
      for (const { id, gift, points } of redemptions) {
        const used = applied.find((it) => it.id === id);
        if (used === undefined) continue;
        if (gift.kind !== "points") expect(used.points).toBe(points);
        else expectFewest({ ...used, minor: gift.face.minor, perPoints: gift.face.points, brought: points });
      }
    }),
  );
});

test("the order in which rewards are named changes nothing", () => {
  fc.assert(
    fc.property(linesOf, redemptionsOf, (lines, redemptions) => {
      expect(billOf(lines, redemptions.toReversed())).toEqual(billOf(lines, redemptions));
    }),
  );
});

test("everything off leaves nothing to pay, but for what nothing is taken off", () => {
  fc.assert(
    fc.property(linesOf, (lines) => {
      const bill = billOf(lines, [{ id: "all", points: 1, gift: { kind: "discount_percent", percent: 100 } }]);
      lines.forEach(({ kind = "goods", amountMinor }, at) => {
        const isFree = kind === "goods" || kind === "shipping";
        expect(bill.lines[at]?.after.grossMinor).toBe(isFree ? 0 : amountMinor);
      });
    }),
  );
});

const stepsOf = fc.array(fc.tuple(fc.nat(7), fc.double({ min: 0.01, max: 1, noNaN: true })), { maxLength: 12 });

/** A part of what is left of a line, at least a thousandth; null where nothing is left. */
function pieceOf(lines: readonly TaxedLine[], gone: readonly number[], [at, part]: readonly [number, number]) {
  const line = at % Math.max(1, lines.length);
  const left = (lines[line]?.quantityThousandths ?? 0) - (gone[line] ?? 0);
  return left === 0 ? null : { line, quantityThousandths: Math.max(1, Math.floor(left * part)) };
}

test("in however many parts a sale comes back, what was paid goes back: money as money, points as points", () => {
  fc.assert(
    fc.property(linesOf, redemptionsOf, stepsOf, (lines, redemptions, steps) => {
      const sold = { lines, bill: billOf(lines, redemptions) };
      let soFar = nothingGivenBack(sold);
      let money = 0;
      const points = sold.bill.applied.map(() => 0);
      const give = (returned: { line: number; quantityThousandths: number }[]): void => {
        const back = returnBill(sold, soFar, returned);
        if (!back.ok) throw new Error(back.reason);
        for (const { money: paid, worth } of back.lines) {
          for (const part of parts) expect(Math.min(paid[part], worth[part])).toBeGreaterThanOrEqual(0);
        }
        expect(sum(back.lines.map(({ money: paid }) => paid.grossMinor))).toBe(back.moneyMinor);
        expect(Math.min(0, ...back.points)).toBe(0);
        money += back.moneyMinor;
        back.points.forEach((part, at) => {
          points[at] = (points[at] ?? 0) + part;
        });
        soFar = back.after;
      };
      for (const step of steps) {
        const piece = pieceOf(lines, soFar.quantities, step);
        if (piece !== null) give([piece]);
      }
      const rest = lines.flatMap((_, at) => pieceOf(lines, soFar.quantities, [at, 1]) ?? []);
      if (rest.length > 0) give(rest);
      expect(money).toBe(sold.bill.total.after.grossMinor);
      if (lines.length > 0) expect(points).toEqual(sold.bill.applied.map((used) => used.points));
    }),
  );
});
