import { expect, test } from "vitest";
import { flooredProduct, shareByLargestRemainder } from "./points.ts";

test.each([
  { total: 10, weights: [1, 1], shares: [5, 5], why: "even weights share evenly" },
  { total: 3, weights: [190, 180], shares: [2, 1], why: "what is left goes to the largest remainder" },
  { total: 1, weights: [5, 5, 5], shares: [1, 0, 0], why: "the first line wins a tie" },
  { total: 2, weights: [1, 1, 1], shares: [1, 1, 0], why: "and the second line the next" },
  { total: 7, weights: [0, 350], shares: [0, 7], why: "a line without weight gets nothing" },
  { total: 7, weights: [-350, 350], shares: [0, 7], why: "nor does a line that takes money off" },
  { total: 5, weights: [0, 0], shares: [3, 2], why: "where nothing weighs, all weigh alike" },
  { total: 5, weights: [9], shares: [5], why: "one line gets everything" },
  { total: 0, weights: [1, 2], shares: [0, 0], why: "nothing is shared as nothing" },
  { total: 5, weights: [], shares: [], why: "without lines there are no shares" },
])("$total over $weights is $shares: $why", ({ total, weights, shares }) => {
  expect(shareByLargestRemainder(total, weights)).toEqual(shares);
});

test.each([
  [7, 1, 2, 3],
  [-7, 1, 2, -4],
  [9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991, 9_007_199_254_740_991],
  [9_007_199_254_740_990, 3, 6, 4_503_599_627_370_495],
  [-9_007_198_146_336_781, 1, 1_119_765_135, -8_043_829],
])("floor(%i × %i ÷ %i) is %i", (a, b, divisor, floored) => {
  expect(flooredProduct(a, b, divisor)).toBe(floored);
});
