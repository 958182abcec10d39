import { expect, test } from "vitest";
import { CODE_CHARS_MAX, codeFrom, grouped, isIntact, normalised } from "./couponCodes.ts";

const bytes = (...values: number[]) => Uint8Array.from({ length: 8 }, (_, index) => values[index] ?? 0);

test.each([
  ["nothing", bytes(), "0000000000000"],
  ["the first bit", bytes(0x80), "G00000000000V"],
  ["every bit", bytes(255, 255, 255, 255, 255, 255, 255, 255), "ZZZZZZZZZZZZR"],
])("the code of %s", (_name, from, code) => {
  expect(codeFrom(from)).toBe(code);
  expect(isIntact(code)).toBe(true);
});

test("the last four of the sixty-four bits are not part of it", () => {
  expect(codeFrom(bytes(1, 2, 3, 4, 5, 6, 7, 0x80))).toBe(codeFrom(bytes(1, 2, 3, 4, 5, 6, 7, 0x8f)));
  expect(codeFrom(bytes(1, 2, 3, 4, 5, 6, 7, 0x80))).not.toBe(codeFrom(bytes(1, 2, 3, 4, 5, 6, 7, 0x90)));
});

test.each([
  ["7K3M9QPX2HVDC", "7K3M-9QPX-2HVD-C"],
  ["WE1C0ME10", "WE1C-0ME1-0"],
  ["ABCD", "ABCD"],
])("%s is printed as %s", (code, printed) => {
  expect(grouped(code)).toBe(printed);
  expect(normalised(printed)).toBe(code);
});

test.each([
  ["small letters", "7k3m-9qpx-2hvd-c", "7K3M9QPX2HVDC"],
  ["blanks and other dashes", " 7K3M 9QPX–2HVD—C\t", "7K3M9QPX2HVDC"],
  ["O for 0, I and L for 1", "OoIiLl00", "00111100"],
  ["a word", "Welcome10", "WE1C0ME10"],
  ["wide letters of a Japanese keyboard", "ＡＢＣ１２３", "ABC123"],
])("%s are read", (_name, typed, code) => {
  expect(normalised(typed)).toBe(code);
});

test.each([
  ["nothing", ""],
  ["only dashes", "-----"],
  ["too little", "ABC"],
  ["too much", "A".repeat(CODE_CHARS_MAX + 1)],
  ["letters of other scripts", "КУПОН"],
  ["signs", "ABCD$"],
  ["a formula", "=1+1+1"],
])("%s is no code", (_name, typed) => {
  expect(normalised(typed)).toBeNull();
});

test.each([
  ["a letter too few", "G0000000000V"],
  ["a letter that is not in the alphabet", "U00000000000V"],
  ["small letters, before they are read", "g00000000000v"],
])("%s is not as it was made", (_name, code) => {
  expect(isIntact(code)).toBe(false);
});
