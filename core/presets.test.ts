import { expect, test } from "vitest";
import { purchaseOf, someone } from "../tests/support/conditions.ts";
import { evaluate } from "./evaluation.ts";
import { presetNamed, presets } from "./presets.ts";
import { compileRules } from "./rules.ts";
import { ruleSentence } from "./sentences.ts";

test("retail points: a point per whole pound of the invoice, shared over its lines, ties in their order", () => {
  const rules = (presetNamed("retail-points")?.rules ?? []).map((rule) => ({ ...rule, id: "a", version: 1 }));
  const compiled = compileRules(rules);
  const invoice = purchaseOf([{ amountMinor: 1550 }, { amountMinor: 1550 }]);
  expect(evaluate(compiled, invoice, someone).awards).toEqual([
    { ruleId: "a", ruleVersion: 1, pointsType: 1, points: 31, perLine: [16, 15] },
  ]);
  expect(evaluate(compiled, { ...invoice, kind: "visit" }, someone).awards).toEqual([]);
  expect(rules.map((rule) => ruleSentence(rule, "en", { currency: "GBP" }))).toEqual([
    "1 point per whole £1 of the amount paid, if the activity is a purchase.",
  ]);
});

test("tiers rise from nothing", () => {
  for (const { tierSet } of presets) {
    const thresholds = tierSet.tiers.map(({ threshold }) => threshold);
    expect(thresholds[0]).toBe(0);
    expect(thresholds).toEqual(thresholds.toSorted((a, b) => a - b));
  }
});

test("every rule gives a points type that the preset has", () => {
  for (const { rules, pointsTypes } of presets) {
    for (const { pointsType } of rules) expect(pointsTypes.map(({ number }) => number)).toContain(pointsType);
  }
});
