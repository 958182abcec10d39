import fc from "fast-check";
import { expect, test } from "vitest";
import { anyActivity, anyRules, anyWho, purchaseOf, someone } from "../tests/support/conditions.ts";
import { linesOf } from "./activity.ts";
import { type ConditionGroup, firstFailure } from "./conditions.ts";
import { evaluate } from "./evaluation.ts";
import { sceneFor } from "./facts.ts";
import { candidatesOf, type RuleIndex } from "./ruleIndex.ts";
import { type CompiledRules, compileRules, hasCountingLines, isMet, type Rule } from "./rules.ts";

/** The same rules with every one a candidate: a plain loop. */
function withoutIndex({ rules, segments }: CompiledRules): CompiledRules {
  return { rules, segments, index: { unfiled: [...rules.keys()], branches: [] } };
}

test("the index finds exactly what a loop over all rules finds", () => {
  fc.assert(
    fc.property(anyRules, anyActivity, anyWho, (rules, activity, who) => {
      const compiled = compileRules(rules);
      expect(evaluate(compiled, activity, who)).toEqual(evaluate(withoutIndex(compiled), activity, who));
    }),
    { numRuns: 1000 },
  );
});

test("the index leaves out nothing that matches and tells each rule once", () => {
  fc.assert(
    fc.property(anyRules, anyActivity, anyWho, (rules, activity, who) => {
      const compiled = compileRules(rules);
      const scene = sceneFor(who, activity.at, activity, undefined);
      const candidates = candidatesOf(compiled.index, scene);
      expect(candidates).toEqual([...new Set(candidates)].toSorted((a, b) => a - b));
      for (const [ordinal, rule] of compiled.rules.entries()) {
        if (isMet(rule, scene) && hasCountingLines(rule, scene)) expect(candidates).toContain(ordinal);
      }
    }),
    { numRuns: 1000 },
  );
});

test("the order of the rules does not matter", () => {
  fc.assert(
    fc.property(anyRules, anyActivity, anyWho, (rules, activity, who) => {
      const turned = evaluate(compileRules(rules.toReversed()), activity, who);
      expect(turned).toEqual(evaluate(compileRules(rules), activity, who));
    }),
  );
});

test("awards are whole, above zero, and shared over the lines to the last point", () => {
  fc.assert(
    fc.property(anyRules, anyActivity, anyWho, (rules, activity, who) => {
      const lines = linesOf(activity);
      for (const { points, perLine } of evaluate(compileRules(rules), activity, who).awards) {
        expect(Number.isSafeInteger(points) && points > 0).toBe(true);
        expect(perLine).toHaveLength(lines.length);
        expect(perLine.every((share) => Number.isSafeInteger(share) && share >= 0)).toBe(true);
        if (lines.length > 0) expect(perLine.reduce((sum, share) => sum + share, 0)).toBe(points);
      }
    }),
  );
});

test("every rule either gave something or is told why not", () => {
  fc.assert(
    fc.property(anyRules, anyActivity, anyWho, (rules, activity, who) => {
      const { awards, whyNot } = evaluate(compileRules(rules), activity, who, { explain: {} });
      for (const { ruleId, reason } of whyNot ?? []) {
        const when = rules.find(({ id }) => id === ruleId)?.when ?? { combinator: "and", rules: [] };
        const failure = firstFailure(when, { ...who, activity, at: activity.at });
        if (reason.kind === "condition") expect(reason.failure).toEqual(failure);
        else if (reason.kind === "no_line_counts" || reason.kind === "less_than_one_point") expect(failure).toBe(null);
      }
      const told = [...awards, ...(whyNot ?? [])].map(({ ruleId }) => ruleId).toSorted();
      expect(told).toEqual(rules.map(({ id }) => id).toSorted());
    }),
  );
});

test("a further rule takes nothing away from the others", () => {
  fc.assert(
    fc.property(anyRules, anyActivity, anyWho, ([first, ...others], activity, who) => {
      const fixed: Rule[] = first === undefined ? [] : [{ ...first, effect: { kind: "fixed", points: 3 } }];
      const fewer = evaluate(compileRules(others), activity, who).awards;
      expect(evaluate(compileRules([...fixed, ...others]), activity, who).awards).toEqual(
        expect.arrayContaining([...fewer]),
      );
    }),
  );
});

test("of rules that little tells apart, a basket meets its own alone", () => {
  const rules = Array.from({ length: 10_000 }, (_, at) => alike(at));
  const { index } = compileRules(rules);
  const lines = [{ product: "product-7", categories: ["goods"], quantityThousandths: 1000, amountMinor: 1 }];
  const activity = purchaseOf(lines, { location: "shop-42", partner: "chain", name: "sale", country: "GB" });
  expect(candidatesOf(index, sceneFor(someone, activity.at, activity, undefined))).toHaveLength(1);
  expect(sizeOf(index)).toBe(10_000);
});

/** A hundred shops and a hundred products; all that comes before is the same for all. */
function alike(at: number): Rule {
  const same: ConditionGroup["rules"] = [
    { field: "activity.kind", operator: "=", value: "purchase" },
    { field: "activity.channel", operator: "=", value: "till" },
    { field: "activity.currency", operator: "=", value: "GBP" },
    { field: "activity.partner", operator: "=", value: "chain" },
    { field: "activity.name", operator: "=", value: "sale" },
    { field: "place.country", operator: "=", value: "GB" },
    { field: "item.category", operator: "=", value: "goods" },
  ];
  const shop = { field: "activity.location", operator: "=", value: `shop-${at % 100}` } as const;
  const product = { field: "item.product", operator: "=", value: `product-${Math.floor(at / 100)}` } as const;
  const effect = { kind: "fixed", points: 1 } as const;
  return {
    ...{ id: `rule-${at}`, version: 1, name: "", pointsType: 1, validFrom: null, validUntil: null, effect },
    when: { combinator: "and", rules: [...same, shop] },
    items: { combinator: "and", rules: [product] },
  };
}

function sizeOf({ unfiled, branches }: RuleIndex): number {
  const below = branches.flatMap(({ children }) => [...children.values()].map(sizeOf));
  return below.reduce((sum, size) => sum + size, unfiled.length);
}
