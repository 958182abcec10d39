import fc from "fast-check";
import { expect, test } from "vitest";
import { anyRule } from "../tests/support/conditions.ts";
import { presets } from "./presets.ts";
import { validateEffect, validateRuleTerms } from "./ruleParser.ts";

const terms = { name: "Tea", pointsType: 1, effect: { kind: "fixed", points: 5 } };
const refusal = (input: unknown) => {
  const parsed = validateRuleTerms(input);
  return parsed.ok ? "let in" : `${parsed.path}: ${parsed.message}`;
};

test.each([
  [{ ...terms, name: " " }, "name: A rule has a name of 1 to 200 characters."],
  [{ ...terms, name: "x".repeat(201) }, "name: A rule has a name of 1 to 200 characters."],
  [{ ...terms, pointsType: 0 }, "pointsType: A rule names the points type that it gives."],
  [{ ...terms, validFrom: "2026" }, "validFrom: A rule is valid from a moment in epoch milliseconds, or from ever."],
  [{ ...terms, validFrom: 5, validUntil: 5 }, "validUntil: A rule ends after it begins."],
  [{ ...terms, colour: "red" }, 'colour: A rule has no "colour".'],
  [{ ...terms, when: { combinator: "and", rules: [{}] } }, "when.rules[0]: There is no field of that kind."],
  [
    { ...terms, items: { combinator: "and", rules: [{ field: "member.tier", operator: "=", value: "gold" }] } },
    'items.rules[0]: The field "member.tier" cannot be used here.',
  ],
  [
    { ...terms, effect: { kind: "gift" } },
    "effect.kind: The effect of a rule is one of points_per_money, fixed, per_item, multiplier, reward.",
  ],
  [
    { ...terms, effect: { kind: "fixed", points: 0 } },
    "effect.points: A rule gives a whole number of points from 1 to 1000000.",
  ],
  [
    { ...terms, effect: { kind: "fixed", points: 1, perMinor: 1 } },
    'effect.perMinor: The effect "fixed" has no "perMinor".',
  ],
  [
    { ...terms, effect: { kind: "points_per_money", points: 1, perMinor: 0.5 } },
    "effect.perMinor: Points per money are given for a whole number of minor units, such as pence.",
  ],
  [
    { ...terms, effect: { kind: "per_item", points: 1 } },
    "effect.perThousandths: Points per item are given for a whole number of thousandths; a piece is 1000.",
  ],
  [terms, "let in"],
  [{ ...terms, when: null, items: null }, "let in"],
])("%j: %s", (input, message) => {
  expect(refusal(input)).toBe(message);
});

test.each([2, "0.5", "1,5", "1e3", "1001", "-2", "1.1234567", ""])("a factor of %o is refused", (factor) => {
  expect(validateEffect({ kind: "multiplier", factor })).toMatchObject({ ok: false, path: "effect.factor" });
});

test.each(["1", "1.5", "2", "1000", "1.000001"])("a factor of %o is let in", (factor) => {
  expect(validateEffect({ kind: "multiplier", factor })).toEqual({ ok: true, effect: { kind: "multiplier", factor } });
});

test.each([
  [{ tax: "some", discount: "after", without: [] }, "effect.base.tax"],
  [{ tax: "included", discount: "half", without: [] }, "effect.base.discount"],
  [{ tax: "included", discount: "after", without: ["dust"] }, "effect.base.without"],
  [{ tax: "included", discount: "after", without: ["tip", "tip"] }, "effect.base.without"],
  [{ tax: "included", discount: "after" }, "effect.base.without"],
  [{ tax: "included", discount: "after", without: [], more: 1 }, "effect.base.more"],
  ["net", "effect.base"],
])("a base of %j is refused at %s", (base, path) => {
  expect(validateEffect({ kind: "points_per_money", points: 1, perMinor: 1, base })).toMatchObject({ ok: false, path });
});

test("what is let in comes out as it was, through JSON too", () => {
  fc.assert(
    fc.property(anyRule, ({ version: _, validFrom, ...rest }) => {
      const rule = { ...rest, validFrom, validUntil: null };
      const parsed = validateRuleTerms(JSON.parse(JSON.stringify(rule)));
      expect(JSON.parse(JSON.stringify(parsed))).toEqual(JSON.parse(JSON.stringify({ ok: true, terms: rule })));
    }),
  );
});

test("the presets keep to the rules", () => {
  for (const { rules } of presets) {
    for (const rule of rules) expect(validateRuleTerms(rule)).toEqual({ ok: true, terms: rule });
  }
});
