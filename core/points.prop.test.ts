import fc from "fast-check";
import { expect, test } from "vitest";
import { flooredProduct, shareByLargestRemainder } from "./points.ts";

const total = fc.oneof(fc.nat(1000), fc.maxSafeNat());
const weights = fc.array(fc.oneof(fc.nat(1000), fc.maxSafeNat()), { minLength: 1, maxLength: 60 });

test("shares sum to the total and lie within one point of what is due", () => {
  fc.assert(
    fc.property(total, weights, (points, lines) => {
      const shares = shareByLargestRemainder(points, lines);
      expect(shares.reduce((sum, share) => sum + BigInt(share), 0n)).toBe(BigInt(points));
      const sum = lines.reduce((before, line) => before + BigInt(line), 0n);
      if (sum === 0n) return;
      for (const [at, line] of lines.entries()) {
        const floor = (BigInt(points) * BigInt(line)) / sum;
        expect([floor, floor + 1n]).toContain(BigInt(shares[at] ?? -1));
      }
    }),
  );
});

test("a line never gets more than a later line that weighs more", () => {
  fc.assert(
    fc.property(fc.nat(1000), weights, (points, lines) => {
      const shares = shareByLargestRemainder(points, lines);
      for (const [at, line] of lines.entries()) {
        for (const [later, other] of lines.entries())
          if (line < other) expect(shares[at]).toBeLessThanOrEqual(shares[later] ?? -1);
      }
    }),
  );
});

test("products of any size are floored as whole numbers are", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.nat(1_000_000), fc.integer({ min: 1 }), (a, b, divisor) => {
      const exact = BigInt(a) * BigInt(b);
      const quotient = exact / BigInt(divisor);
      const floor = exact < 0n && exact % BigInt(divisor) !== 0n ? quotient - 1n : quotient;
      expect(flooredProduct(a, b, divisor)).toBe(Number(floor));
    }),
  );
});
