import fc from "fast-check";
import { expect, test } from "vitest";
import {
  currencyExponent,
  formatMoney,
  formatShortMoney,
  isCurrency,
  lineAmountMinor,
  minorOf,
  thousandthsOf,
} from "./money.ts";

test.each([
  { quantity: "6", unitPrice: "2.55", exponent: 2, minor: 1530 },
  { quantity: 3, unitPrice: "0.055", exponent: 2, minor: 17, why: "16.5 pence are 17" },
  { quantity: "1", unitPrice: "0.0049", exponent: 2, minor: 0 },
  { quantity: "0.333", unitPrice: "10", exponent: 2, minor: 333 },
  { quantity: "-3", unitPrice: "0.055", exponent: 2, minor: -17, why: "a return mirrors its sale" },
  { quantity: "1.1", unitPrice: "1.15", exponent: 2, minor: 127, why: "in floats this is 1.2649999999999999" },
  { quantity: "1", unitPrice: "1.005", exponent: 2, minor: 101, why: "in floats this is 1.00499999999999989" },
  { quantity: "2", unitPrice: "150.5", exponent: 0, minor: 301, why: "yen have no decimals" },
  { quantity: "1", unitPrice: "1.2345", exponent: 3, minor: 1235, why: "dinars have three" },
  { quantity: "1", unitPrice: "90071992547409.91", exponent: 2, minor: 9_007_199_254_740_991 },
  { quantity: "1", unitPrice: "90071992547409.92", exponent: 2, minor: null, why: "past exact integers" },
  { quantity: "1", unitPrice: "1,50", exponent: 2, minor: null, why: "a comma may mean two things" },
  { quantity: "1e3", unitPrice: "1", exponent: 2, minor: null },
  { quantity: "", unitPrice: "1", exponent: 2, minor: null },
  { quantity: ".", unitPrice: "1", exponent: 2, minor: null },
  { quantity: "1", unitPrice: "NaN", exponent: 2, minor: null },
])("$quantity × $unitPrice with $exponent decimals is $minor", ({ quantity, unitPrice, exponent, minor }) => {
  expect(lineAmountMinor({ quantity, unitPrice, exponent })).toBe(minor);
});

test("amounts and quantities of one line", () => {
  expect(minorOf("12.345", 2)).toBe(1235);
  expect(minorOf("+.5", 2)).toBe(50);
  expect(thousandthsOf("0.5")).toBe(500);
  expect(thousandthsOf("12")).toBe(12_000);
});

test("whole pence survive the way through text", () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (minor) => {
      const pence = BigInt(Math.abs(minor));
      const text = `${minor < 0 ? "-" : ""}${pence / 100n}.${String(pence % 100n).padStart(2, "0")}`;
      expect(minorOf(text, 2)).toBe(minor);
    }),
  );
});

test.each(["GBP", "EUR", "CZK", "RON", "USD", "JPY", "ZWG"])("%s is a currency", (code) => {
  expect(isCurrency(code)).toBe(true);
});

test.each(["XXX", "XTS", "XAU", "DEM", "gbp", "GB", "", "POUND"])("%o is none", (code) => {
  expect(isCurrency(code)).toBe(false);
});

test("the decimals of ISO 4217, also where shops show fewer", () => {
  expect(["GBP", "JPY", "KWD", "HUF", "IQD", "ISK"].map(currencyExponent)).toEqual([2, 0, 3, 2, 3, 0]);
});

test("money as readers write it", () => {
  const written = ["en-GB", "it-IT", "ro-RO", "de-DE", "cs-CZ"].map((locale) => formatMoney(123_450, "EUR", locale));
  expect(written.map((text) => text.replace(/\s/g, " "))).toEqual([
    "€1,234.50",
    "1234,50 €",
    "1.234,50 EUR",
    "1.234,50 €",
    "1 234,50 €",
  ]);
  expect(formatMoney(1500, "JPY", "en-GB")).toBe("JP¥1,500");
  expect(formatShortMoney(500, "GBP", "en-GB")).toBe("£5");
  expect(formatShortMoney(550, "GBP", "en-GB")).toBe("£5.50");
});
