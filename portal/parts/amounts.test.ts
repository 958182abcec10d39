import { expect, test } from "vitest";
import { parseAmount } from "./amounts.ts";

test.each([
  ["12,50", "EUR", 1_250],
  ["12.50", "EUR", 1_250],
  ["12,5", "EUR", 1_250],
  ["12", "EUR", 1_200],
  ["1.250,00", "EUR", 125_000],
  ["1,250.00", "EUR", 125_000],
  ["1 250", "EUR", 125_000],
  ["1’250.05", "CHF", 125_005],
  ["1.250", "EUR", 125_000],
  ["1250", "JPY", 1_250],
])("%s %s is %i of the smallest unit", (text, currency, minor) => {
  expect(parseAmount(text, currency)).toBe(minor);
});

test.each([
  ["", "EUR"],
  ["abc", "EUR"],
  ["-5", "EUR"],
  ["0", "EUR"],
  ["12,50", "JPY"],
  ["1e5", "EUR"],
  ["99999999999999999", "EUR"],
])("%j %s is no amount", (text, currency) => {
  expect(parseAmount(text, currency)).toBeUndefined();
});
