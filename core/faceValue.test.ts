import fc from "fast-check";
import { expect, test } from "vitest";
import { faceMinorMax, facePointsMax, worthOf } from "./faceValue.ts";

test.each([
  [1_000, { points: 1_000, minor: 500 }, 500, "a thousand points are five euros"],
  [250, { points: 1_000, minor: 500 }, 125, "a quarter of them a quarter of that"],
  [1, { points: 1, minor: 1 }, 1, "a point a cent"],
  [1, { points: 1_000, minor: 500 }, 1, "half a cent is a cent"],
  [1, { points: 1_000, minor: 499 }, 0, "less than half is nothing"],
  [-1, { points: 1_000, minor: 500 }, -1, "what is owed mirrors what is had"],
  [-3, { points: 2, minor: 1 }, -2, "away from zero below it too"],
  [7, { points: 3, minor: 1 }, 2, "a third of a cent each"],
  [0, { points: 3, minor: 7 }, 0, "nothing is worth nothing"],
])("%i points at %j are %i: %s", (points, face, minor) => {
  expect(worthOf(points, face)).toBe(minor);
});

const faces = fc.record({
  points: fc.integer({ min: 1, max: facePointsMax }),
  minor: fc.integer({ min: 1, max: faceMinorMax }),
});
const amounts = fc.integer({ min: -1_000_000, max: 1_000_000 });

test("it is the nearest minor unit, the same on both sides of zero, and more points are never worth less", () => {
  fc.assert(
    fc.property(faces, amounts, amounts, (face, points, others) => {
      const worth = worthOf(points, face);
      const missed = BigInt(worth) * BigInt(face.points) - BigInt(points) * BigInt(face.minor);
      expect(2n * (missed < 0n ? -missed : missed) <= BigInt(face.points)).toBe(true);
      expect(worthOf(-points, face) + worth).toBe(0);
      if (others > points) expect(worthOf(others, face)).toBeGreaterThanOrEqual(worth);
    }),
  );
});
