import { describe, expect, test } from "vitest";
import { decideReturn, matchLatest, nothingReturned, type ReturnedSoFar, shareOf } from "./returns.ts";

/** Three shirts for 29.97 that gave 29 points, and a hat for 10.00 that gave 10; the receipt gave a bonus of 5. */
const sold = {
  lines: [
    { product: "shirt", quantityThousandths: 3000, amountMinor: 2_997 },
    { product: "hat", quantityThousandths: 1000, amountMinor: 1_000 },
  ],
  awards: [
    { points: 39, perLine: [29, 10] },
    { points: 5, perLine: [4, 1] },
  ],
};
const keeps = (): boolean => true;

function goesBack(before: ReturnedSoFar, line: number, pieces: number, keepsAward: (award: number) => boolean = keeps) {
  const decision = decideReturn(sold, before, [{ line, quantityThousandths: pieces * 1000 }], keepsAward);
  if (!decision.ok) throw new Error(decision.reason);
  return decision;
}

test("shirt by shirt the points go back, the last one takes the rest", () => {
  let soFar = nothingReturned(sold.lines, sold.awards);
  const gone = [1, 2, 3].map(() => {
    const decision = goesBack(soFar, 0, 1);
    soFar = decision.after;
    return [decision.amountMinor, ...decision.pointsPerAward];
  });
  expect(gone).toEqual([
    [999, 9, 1],
    [999, 10, 1],
    [999, 10, 2],
  ]);
  const last = goesBack(soFar, 1, 1);
  expect([last.amountMinor, ...last.pointsPerAward, last.isComplete]).toEqual([1_000, 10, 1, true]);
});

test("a bonus that the rest does not deserve goes back whole, once", () => {
  const first = goesBack(nothingReturned(sold.lines, sold.awards), 0, 1, (award) => award !== 1);
  expect(first.pointsPerAward).toEqual([9, 5]);
  const second = goesBack(first.after, 0, 1, (award) => award !== 1);
  expect(second.pointsPerAward).toEqual([10, 0]);
  const third = goesBack(first.after, 0, 1);
  expect(third.pointsPerAward).toEqual([10, 0]);
});

test("part of a piece goes back: cloth by the metre", () => {
  const cloth = { lines: [{ product: "cloth", quantityThousandths: 2_500, amountMinor: 5_000 }], awards: [] };
  const none = nothingReturned(cloth.lines, cloth.awards);
  const decision = decideReturn(cloth, none, [{ line: 0, quantityThousandths: 750 }], keeps);
  expect(decision).toMatchObject({ ok: true, amountMinor: 1_500, isComplete: false });
});

describe("a return is refused", () => {
  test.each([
    ["of a line that is not there", 2, 1000, "unknown_line"],
    ["of nothing", 0, 0, "nothing_returned"],
    ["of less than nothing", 0, -1, "nothing_returned"],
    ["of more than was sold", 1, 1001, "more_than_sold"],
  ])("%s", (_what, line, quantityThousandths, reason) => {
    const none = nothingReturned(sold.lines, sold.awards);
    expect(decideReturn(sold, none, [{ line, quantityThousandths }], keeps)).toEqual({ ok: false, reason, line });
  });

  test("when two of its lines together are more than was sold", () => {
    const twice = [600, 600].map((quantityThousandths) => ({ line: 1, quantityThousandths }));
    const none = nothingReturned(sold.lines, sold.awards);
    expect(decideReturn(sold, none, twice, keeps)).toMatchObject({ reason: "more_than_sold" });
  });
});

test.each([
  [10, 1, 3, 3],
  [10, 3, 3, 10],
  [0, 1, 3, 0],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1],
])("of %i, %i of %i pieces are worth %i", (whole, part, of, share) => {
  expect(shareOf(whole, part, of)).toBe(share);
});

describe("a return without a receipt", () => {
  const lines = [
    { purchase: "monday", line: 0, openThousandths: 2000, atMs: 1, row: 10 },
    { purchase: "tuesday", line: 0, openThousandths: 1000, atMs: 2, row: 20 },
    { purchase: "tuesday", line: 3, openThousandths: 1000, atMs: 2, row: 23 },
    { purchase: "friday", line: 0, openThousandths: 5000, atMs: 5, row: 50 },
  ];
  const told = (quantity: number, atMs: number): string => {
    const { matches, unmatched } = matchLatest(lines, quantity * 1000, atMs);
    const parts = matches.map((it) => `${it.purchase}/${it.line}:${it.quantityThousandths / 1000}`);
    return [...parts, ...(unmatched > 0 ? [`${unmatched / 1000} orphaned`] : [])].join(" ");
  };
  test.each([
    ["takes the latest earlier sale, its last row first", 1, 3, "tuesday/3:1"],
    ["goes back in time for the rest", 3, 3, "tuesday/3:1 tuesday/0:1 monday/0:1"],
    ["does not know later sales", 9, 3, "tuesday/3:1 tuesday/0:1 monday/0:2 5 orphaned"],
    ["knows a sale of the same moment", 1, 5, "friday/0:1"],
    ["before every sale finds none", 1, 0, "1 orphaned"],
  ])("%s", (_what, quantity, atMs, expected) => {
    expect(told(quantity, atMs)).toBe(expected);
  });
});
