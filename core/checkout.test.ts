import { describe, expect, test } from "vitest";
import {
  type SessionAct,
  type SessionStatus,
  type SessionStep,
  sessionActs,
  sessionStatusAt,
  soldLine,
  stepOf,
} from "./checkout.ts";
import { billOf } from "./redemption.ts";

describe("what may become of a checkout session", () => {
  // change, reserve, reopen, commit, return, cancel
  const rows: [SessionStatus, SessionStep[]][] = [
    ["open", ["do", "do", "done", null, null, "do"]],
    ["reserved", ["do", "done", "do", "do", null, "do"]],
    ["committed", [null, null, null, "done", "do", "do"]],
    ["partly_returned", [null, null, null, "done", "do", "do"]],
    ["returned", [null, null, null, "done", null, null]],
    ["cancelled", [null, null, null, null, null, "done"]],
  ];
  test.each(rows)("%s", (status, steps) => {
    expect(sessionActs.map((act: SessionAct) => stepOf(status, act))).toEqual(steps);
  });
});

test.each<[string, SessionStatus, number | null, SessionStatus]>([
  ["its last moment has not come", "reserved", 1_001, "reserved"],
  ["its time is over", "reserved", 1_000, "open"],
  ["it was sold in time", "committed", 900, "committed"],
  ["it holds nothing", "open", null, "open"],
])("by date: %s", (_what, status, until, expected) => {
  expect(sessionStatusAt(status, until, 1_000)).toBe(expected);
});

describe("a line of 12.20 of which 2.20 were redeemed", () => {
  const line = { quantityThousandths: 1_000, amountMinor: 1_220, taxThousandths: 22_000, discountMinor: 80 };
  const [split] = billOf([line], [{ id: "a", points: 1, gift: { kind: "discount_amount", amountMinor: 220 } }]).lines;

  test.each([
    ["discount", { amountMinor: 1_000, taxMinor: 180, paidWithPointsMinor: 0 }],
    ["tender", { amountMinor: 1_220, taxMinor: 220, paidWithPointsMinor: 220 }],
  ] as const)("as a %s", (as, expected) => {
    expect(split && soldLine(line, split, as)).toMatchObject({ ...expected, discountMinor: 80 });
  });
});
