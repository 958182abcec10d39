import fc from "fast-check";
import { expect, test } from "vitest";
import { shareByLargestRemainder } from "./points.ts";
import { decideReturn, matchLatest, nothingReturned, type ReturnedSoFar, shareOf } from "./returns.ts";

const line = fc.record({
  product: fc.constantFrom("a", "b"),
  quantityThousandths: fc.integer({ min: 1, max: 9_000 }),
  amountMinor: fc.nat(100_000),
});
const purchase = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 6 }), awards: fc.array(fc.nat(5_000), { maxLength: 3 }) })
  .map(({ lines, awards }) => ({
    lines,
    awards: awards.map((points) => {
      return {
        points,
        perLine: shareByLargestRemainder(
          points,
          lines.map(({ amountMinor }) => amountMinor),
        ),
      };
    }),
  }));
/** In how many goes, and in which pieces, a purchase comes back. */
const goes = fc.array(fc.array(fc.nat(9_000), { minLength: 6, maxLength: 6 }), { maxLength: 6 });

type Purchase = typeof purchase extends fc.Arbitrary<infer Value> ? Value : never;

const keepsAll = (): boolean => true;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Takes back at most what each go asks for, and in the end whatever is left. */
function takeAllBack(sold: Purchase, pieces: readonly number[][]) {
  let soFar: ReturnedSoFar = nothingReturned(sold.lines, sold.awards);
  const taken = { amount: 0, awards: sold.awards.map(() => 0), completes: 0 };
  for (const go of [...pieces, sold.lines.map(() => Number.MAX_SAFE_INTEGER)]) {
    const returned = sold.lines.flatMap(({ quantityThousandths }, at) => {
      const quantity = Math.min(go[at] ?? 0, quantityThousandths - (soFar.quantities[at] ?? 0));
      return quantity > 0 ? [{ line: at, quantityThousandths: quantity }] : [];
    });
    if (returned.length === 0) continue;
    const decision = decideReturn(sold, soFar, returned, keepsAll);
    if (!decision.ok) throw new Error(decision.reason);
    expect(decision.amountMinor).toBe(sum(decision.lineAmounts));
    expect(Math.min(0, decision.amountMinor, ...decision.lineAmounts, ...decision.pointsPerAward)).toBe(0);
    taken.amount += decision.amountMinor;
    for (const [at, points] of decision.pointsPerAward.entries()) taken.awards[at] = (taken.awards[at] ?? 0) + points;
    taken.completes += Number(decision.isComplete);
    soFar = decision.after;
  }
  return { taken, soFar };
}

test("all returns of a purchase together take exactly what it gave, in whatever pieces they come", () => {
  fc.assert(
    fc.property(purchase, goes, (sold, pieces) => {
      const { taken, soFar } = takeAllBack(sold, pieces);
      expect(taken.amount).toBe(sum(sold.lines.map(({ amountMinor }) => amountMinor)));
      expect(taken.awards).toEqual(sold.awards.map(({ points }) => points));
      expect(soFar.quantities).toEqual(sold.lines.map(({ quantityThousandths }) => quantityThousandths));
      expect(taken.completes).toBe(1);
    }),
  );
});

test("at no time was more taken than the pieces that came back were worth, rounded up", () => {
  fc.assert(
    fc.property(purchase, fc.nat(5), fc.integer({ min: 1, max: 9_000 }), (sold, which, wanted) => {
      const at = which % sold.lines.length;
      const whole = sold.lines[at]?.quantityThousandths ?? 1;
      const quantityThousandths = Math.min(wanted, whole);
      const none = nothingReturned(sold.lines, sold.awards);
      const decision = decideReturn(sold, none, [{ line: at, quantityThousandths }], keepsAll);
      if (!decision.ok || decision.isComplete) return;
      for (const [award, points] of decision.pointsPerAward.entries()) {
        const worth = ((sold.awards[award]?.perLine[at] ?? 0) * quantityThousandths) / whole;
        expect(points).toBe(Math.floor(worth));
      }
    }),
  );
});

test("more than was sold never comes back", () => {
  fc.assert(
    fc.property(purchase, goes, fc.nat(5), (sold, pieces, which) => {
      const { soFar } = takeAllBack(sold, pieces);
      const returned = [{ line: which % sold.lines.length, quantityThousandths: 1 }];
      expect(decideReturn(sold, soFar, returned, keepsAll)).toMatchObject({ ok: false, reason: "more_than_sold" });
    }),
  );
});

test("a share of large numbers is exact", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.maxSafeNat(), fc.maxSafeNat(), (whole, a, b) => {
      const [part, of] = [Math.min(a, b), Math.max(a, b, 1)];
      expect(BigInt(shareOf(whole, part, of))).toBe((BigInt(whole) * BigInt(part)) / BigInt(of));
    }),
  );
});

const open = fc.record({
  purchase: fc.constantFrom("p1", "p2", "p3", "p4"),
  line: fc.nat(3),
  openThousandths: fc.nat(5_000),
  atMs: fc.nat(5),
  row: fc.nat(100),
});

test("a return without a receipt takes the latest earlier lines whole before older ones, and loses no piece", () => {
  fc.assert(
    fc.property(fc.array(open, { maxLength: 10 }), fc.integer({ min: 1, max: 20_000 }), (lines, quantity) => {
      const { matches, unmatched } = matchLatest(lines, quantity, 3);
      expect(sum(matches.map(({ quantityThousandths }) => quantityThousandths)) + unmatched).toBe(quantity);
      const earlier = lines.filter(({ atMs }) => atMs <= 3);
      if (unmatched > 0) {
        expect(quantity - unmatched).toBe(sum(earlier.map(({ openThousandths }) => openThousandths)));
      }
      const times = matches.map((match) => {
        return earlier.find((it) => it.purchase === match.purchase && it.line === match.line)?.atMs ?? -1;
      });
      expect(times.every((time) => time >= 0)).toBe(true);
    }),
  );
});
