import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { contrastOf, readableOn, textOn } from "./contrast.ts";

const colors = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

test("black on white is the most there is, and a colour on itself nothing", () => {
  expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrastOf("#0b7285", "#0b7285")).toBe(1);
});

test.each([
  ["#0b7285", "#ffffff"],
  ["#ffd43b", "#000000"],
  ["#000000", "#ffffff"],
  ["#ffffff", "#000000"],
])("on %s one reads %s", (color, text) => {
  expect(textOn(color)).toBe(text);
});

property.prop([colors])("whatever a shop's colour is, its buttons can be read", (color) => {
  expect(contrastOf(color, textOn(color))).toBeGreaterThanOrEqual(4.5);
});

property.prop([colors, fc.constantFrom("#ffffff", "#1a1b1e")])(
  "and so can words in it, by day and by night",
  (color, ground) => {
    expect(contrastOf(readableOn(color, ground), ground)).toBeGreaterThanOrEqual(4.5);
  },
);
