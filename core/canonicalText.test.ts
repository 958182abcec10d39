import { expect, test } from "vitest";
import { canonicalText } from "./canonicalText.ts";

test.each([
  ["the order of fields", { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
  ["a field without a value", { a: undefined, b: null }, '{"b":null}'],
  ["capitals before small letters, as code units go", { a: 1, B: 2 }, '{"B":2,"a":1}'],
  ["lists in their own order", [2, { y: 1, x: [] }, "é\n"], '[2,{"x":[],"y":1},"é\\n"]'],
  ["nothing at all", undefined, "null"],
])("%s", (_, value, text) => {
  expect(canonicalText(value)).toBe(text);
});
