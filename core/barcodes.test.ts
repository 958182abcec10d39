import fc from "fast-check";
import { expect, test } from "vitest";
import { cardNumberFrom, ean13Modules, ean13Svg, isEan13 } from "./barcodes.ts";

test.each([
  ["4006381333931", true],
  ["5901234123457", true],
  ["5901234123456", false],
  ["590123412345", false],
  ["59012341234578", false],
  ["590123412345a", false],
])("%s is an EAN-13: %s", (number, expected) => {
  expect(isEan13(number)).toBe(expected);
  expect(ean13Modules(number) === null).toBe(!expected);
});

// From the example in ISO/IEC 15420: 5901234123457.
test("the bars of a number are those that scanners know", () => {
  const left = "0001011 0100111 0110011 0010011 0111101 0011101".replaceAll(" ", "");
  const right = "1100110 1101100 1000010 1011100 1001110 1000100".replaceAll(" ", "");
  expect(ean13Modules("5901234123457")).toBe(`101${left}01010${right}101`);
});

test("every number that is made is one for a shop's own use, and has its 95 modules", () => {
  fc.assert(
    fc.property(fc.nat(99_999_999_999), (chance) => {
      const number = cardNumberFrom(String(chance).padStart(11, "0"));
      expect(number[0]).toBe("2");
      expect(ean13Modules(number)).toMatch(/^101[01]{42}01010[01]{42}101$/);
      expect(ean13Svg(number)).toContain(number);
    }),
  );
  expect(ean13Svg("1")).toBeNull();
});
