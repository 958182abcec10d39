import { expect, test } from "vitest";
import { hurriesOf, type Receipt, type VelocityTerms } from "./velocity.ts";

const terms: VelocityTerms = { minutes: 60, receiptsPerTill: 2, receipts: 3, points: 100 };
const receipt = (document: string, minute: number, more: Partial<Receipt> = {}): Receipt => ({
  ...{ document, till: "one", at: minute * 60_000, points: 10 },
  ...more,
});

test.each<[string, Receipt[], string[]]>([
  ["nothing before", [], []],
  ["as many as are usual", [receipt("a", 10)], []],
  ["one too many at the till", [receipt("a", 10), receipt("b", 20)], ["receipts_per_till 3 of 2"]],
  ["elsewhere they count for the member alone", [receipt("a", 10, { till: "two" }), receipt("b", 20)], []],
  [
    "one too many in all",
    [receipt("a", 10, { till: "two" }), receipt("b", 20, { till: "two" }), receipt("c", 30, { till: "three" })],
    ["receipts 4 of 3"],
  ],
  ["an hour ago is over", [receipt("a", -1), receipt("b", 0)], []],
  ["what comes later says nothing about now", [receipt("a", 61), receipt("b", 62)], []],
  ["parts are one receipt", [receipt("a", 10), receipt("a", 11), receipt("a", 12)], []],
  ["too many points", [receipt("a", 10, { points: 91 })], ["points 101 of 100"]],
])("%s", (_, others, expected) => {
  const hurries = hurriesOf(terms, receipt("now", 60), others);
  expect(hurries.map(({ kind, count, max }) => `${kind} ${count} of ${max}`)).toEqual(expected);
});

test("what is not bounded is never too much", () => {
  const free = { minutes: 60, receiptsPerTill: null, receipts: null, points: null };
  const many = Array.from({ length: 100 }, (_, at) => receipt(`r${at}`, 30));
  expect(hurriesOf(free, receipt("now", 60), many)).toEqual([]);
});
