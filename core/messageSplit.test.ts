import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocate, SPLIT_OF, splitLikelihood } from "./messageSplit.ts";

const members = Array.from(
  { length: 20_000 },
  (_, index) => `0198f000-0000-7000-8000-${String(index).padStart(12, "0")}`,
);
const groups = (seed: string, holdout: number, weights: number[]) => {
  const counts = new Map<number | "holdout", number>();
  for (const member of members) {
    const group = allocate({ seed, holdout, weights }, member);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
};

test("the shares are as they were asked for, and the split is no accident", () => {
  const counts = groups("spring", 1_000, [2, 1, 1]);
  expect((counts.get("holdout") ?? 0) / members.length).toBeCloseTo(0.1, 2);
  const sent = [0, 1, 2].map((group) => counts.get(group) ?? 0);
  expect(splitLikelihood(sent, [2, 1, 1])).toBeGreaterThan(0.001);
  expect(splitLikelihood(sent, [1, 1, 1])).toBeLessThan(0.001);
});

test("who is left out of one broadcast is not left out of the next for it, and left out of all where all are", () => {
  const both = members.filter((member) =>
    ["spring", "summer"].every((seed) => allocate({ seed, holdout: 1_000, weights: [1] }, member) === "holdout"),
  );
  expect(both.length / members.length).toBeCloseTo(0.01, 2);
  expect(groups("spring", SPLIT_OF, [1]).get("holdout")).toBe(members.length);
});

test("the same member gets the same, whatever the shares of others", () => {
  fc.assert(
    fc.property(
      fc.uuid(),
      fc.integer({ min: 0, max: 5_000 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
      (member, holdout, weights) => {
        const split = { seed: "s", holdout, weights };
        const group = allocate(split, member);
        expect(allocate(split, member)).toBe(group);
        if (group !== "holdout") expect(group).toBeLessThan(weights.length);
      },
    ),
  );
});

describe("χ² as tables have it", () => {
  test.each([
    [[50, 50], [1, 1], 1],
    [[60, 40], [1, 1], 0.0455],
    [[65, 35], [1, 1], 0.0027],
    [[40, 30, 30], [1, 1, 1], 0.3679],
    [[30, 20, 25, 25], [1, 1, 1, 1], 0.5724],
    [[], [], 1],
  ])("%j against %j", (counts, weights, likelihood) => {
    expect(splitLikelihood(counts, weights)).toBeCloseTo(likelihood, 3);
  });
});
