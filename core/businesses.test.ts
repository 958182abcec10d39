import { expect, test } from "vitest";
import { BUSINESS_LEVELS_MAX, type WhyNotUnder, whyNotUnder } from "./businesses.ts";

test.each<[string, string[], number, WhyNotUnder | null]>([
  ["a firm under its group", ["group"], 0, null],
  ["a firm under itself", ["firm"], 0, "itself"],
  ["a firm under its own branch", ["branch", "firm"], 1, "circle"],
  ["a firm under a branch of its branch", ["c", "b", "firm", "group"], 2, "circle"],
  ["the lowest level that there is", ["d", "c", "b", "a"], 0, null],
  ["one level too many", ["e", "d", "c", "b", "a"], 0, "too_deep"],
  ["a firm whose branches would stand too low", ["c", "b", "a"], 2, "too_deep"],
  ["a firm whose branches just fit", ["c", "b", "a"], 1, null],
])("%s", (_words, above, levelsBelow, why) => {
  expect(whyNotUnder("firm", above, levelsBelow)).toBe(why);
});

test("there are five levels", () => {
  expect(BUSINESS_LEVELS_MAX).toBe(5);
});
