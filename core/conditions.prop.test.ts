import fc from "fast-check";
import { expect, test } from "vitest";
import { anyFacts, anyGroup } from "../tests/support/conditions.ts";
import { validateConditions } from "./conditionParser.ts";
import { type Condition, type ConditionGroup, compileCondition, firstFailure } from "./conditions.ts";
import { languages, sentence } from "./sentences.ts";

const holds = (group: ConditionGroup, facts: Parameters<ReturnType<typeof compileCondition>>[0]) =>
  compileCondition(group)(facts);

test("a failure is told exactly where the conditions are not met, and it did decide", () => {
  fc.assert(
    fc.property(anyGroup(), anyFacts, (group, facts) => {
      const failure = firstFailure(group, facts);
      expect(failure === null).toBe(holds(group, facts));
      if (failure === null) return;
      expect(holds({ combinator: "and", rules: [failure.condition] }, facts)).toBe(failure.negated);
    }),
  );
});

test("the order of conditions never matters", () => {
  fc.assert(
    fc.property(anyGroup(), anyFacts, (group, facts) => {
      expect(holds(group, facts)).toBe(holds(reversed(group), facts));
    }),
  );
});

test("not not is nothing, and not (a and b) is not a or not b", () => {
  fc.assert(
    fc.property(anyGroup(), anyFacts, (group, facts) => {
      const opposite: ConditionGroup = { combinator: "and", not: true, rules: [group] };
      expect(holds(opposite, facts)).toBe(!holds(group, facts));
      const others: ConditionGroup = {
        combinator: group.combinator === "and" ? "or" : "and",
        not: group.not !== true,
        rules: group.rules.map((rule) => ({ combinator: "and", not: true, rules: [rule] })),
      };
      expect(holds(others, facts)).toBe(holds(group, facts));
    }),
  );
});

test("what is let in comes out as it was, through JSON too", () => {
  fc.assert(
    fc.property(anyGroup(), (group) => {
      expect(validateConditions(JSON.parse(JSON.stringify(group)))).toEqual({ ok: true, group });
    }),
  );
});

test("no value at all breaks the door", () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (field, operator, value) => {
      expect(typeof validateConditions(field).ok).toBe("boolean");
      const parsed = validateConditions({ combinator: "and", rules: [{ field: "member.tier", operator, value }] });
      expect(parsed.ok || parsed.message.endsWith(".")).toBe(true);
    }),
  );
});

test("every condition can be said in every language, without a gap", () => {
  fc.assert(
    fc.property(anyGroup(), fc.constantFrom(...languages), (group, language) => {
      const said = sentence(group, language, { currency: "GBP" });
      expect(said).toMatch(/^\p{Lu}.*\.$/u);
      expect(said).not.toMatch(/undefined|NaN|null| {2}|,,|,\.|,\)/);
    }),
  );
});

function reversed(rule: ConditionGroup): ConditionGroup {
  return { ...rule, rules: rule.rules.map(turned).toReversed() };
}

function turned(rule: Condition | ConditionGroup): Condition | ConditionGroup {
  return "rules" in rule ? reversed(rule) : rule;
}
