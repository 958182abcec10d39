import { expect, test } from "vitest";
import {
  conditionDepthMax,
  conditionsMax,
  conditionTextMax,
  listedValuesMax,
  validateConditions,
} from "./conditionParser.ts";

const and = (...rules: unknown[]) => ({ combinator: "and", rules });
const refusal = (input: unknown) => {
  const parsed = validateConditions(input);
  return parsed.ok ? "let in" : `${parsed.path}: ${parsed.message}`;
};

test.each([
  [{ field: "activity.weather", operator: "=", value: "rain" }, 'rules[0]: There is no field "activity.weather".'],
  [{ field: "toString", operator: "=", value: "x" }, 'rules[0]: There is no field "toString".'],
  [
    { field: "member.tier", operator: "<", value: "gold" },
    'rules[0]: The field "member.tier" cannot be compared by "<", only by =, !=, in, notIn, null, notNull.',
  ],
  [
    { field: "activity.amount_minor", operator: ">=", value: 9.99 },
    'rules[0]: The field "activity.amount_minor" is compared with a whole number.',
  ],
  [
    { field: "activity.amount_minor", operator: ">=", value: "999" },
    'rules[0]: The field "activity.amount_minor" is compared with a whole number.',
  ],
  [
    { field: "time.hour", operator: "=", value: 24 },
    'rules[0]: The field "time.hour" is compared with a whole number from 0 to 23.',
  ],
  [
    { field: "member.purchases", operator: ">", value: -1 },
    'rules[0]: The field "member.purchases" is compared with a whole number from 0 up.',
  ],
  [
    { field: "activity.kind", operator: "=", value: "theft" },
    'rules[0]: The field "activity.kind" is compared with one of purchase, return, visit, use, share, ' +
      "referral, review, answer, custom.",
  ],
  [
    { field: "member.is_birthday", operator: "=", value: "yes" },
    'rules[0]: The field "member.is_birthday" is compared with true or false.',
  ],
  [
    { field: "time.date", operator: "=", value: "2026-02-30" },
    'rules[0]: The field "time.date" is compared with a date like "2026-03-09".',
  ],
  [
    { field: "time.of_day", operator: "<", value: "24:00" },
    'rules[0]: The field "time.of_day" is compared with a time of day like "16:30".',
  ],
  [
    { field: "member.tier", operator: "in", value: "gold" },
    'rules[0]: The field "member.tier" needs a list of values for "in".',
  ],
  [
    { field: "member.tier", operator: "in", value: [] },
    'rules[0]: The field "member.tier" needs at least one value for "in".',
  ],
  [
    { field: "member.visits", operator: "between", value: [5, 3] },
    'rules[0]: The field "member.visits" needs the lower value first.',
  ],
  [
    { field: "member.visits", operator: "between", value: [5] },
    'rules[0]: The field "member.visits" needs a lowest and a highest value.',
  ],
  [
    { field: "member.tier", operator: "=", value: "gold", valueSource: "field" },
    "rules[0]: A field is compared with a value, not with a field.",
  ],
  [{ field: "member.tier", operator: "=", value: "gold", weight: 2 }, 'rules[0]: A condition has no "weight".'],
  ["gold", "rules[0]: A condition has a field, an operator and a value."],
  [and(), "rules[0]: A group within a group needs at least one condition."],
])("%j is refused: %s", (condition, message) => {
  expect(refusal(and(condition))).toBe(message);
});

test.each([
  [null, ": Conditions come as a group with a combinator and a list of rules."],
  [[], ": Conditions come as a group with a combinator and a list of rules."],
  [{ combinator: "xor", rules: [] }, ': The combinator of a group is "and" or "or".'],
  [{ combinator: "and", rules: [], not: "yes" }, ': The "not" of a group is true or false.'],
  [{ combinator: "and", rules: [], sql: "1=1" }, ': A group of conditions has no "sql".'],
])("%j is no group: %s", (input, message) => {
  expect(refusal(input)).toBe(message);
});

const gold = { field: "member.tier", operator: "=", value: "gold" };

test("groups may be nested to a depth", () => {
  const nested = (depth: number): unknown => (depth === 1 ? and(gold) : and(nested(depth - 1)));
  expect(refusal(nested(conditionDepthMax))).toBe("let in");
  expect(refusal(nested(conditionDepthMax + 1))).toContain("may stand within each other 8 deep");
});

test("there may be so many conditions, in however many groups", () => {
  const golds = (count: number) => Array.from({ length: count }, () => gold);
  expect(refusal(and(...golds(conditionsMax)))).toBe("let in");
  expect(refusal(and(...golds(conditionsMax), gold))).toBe("rules[100]: There may be 100 conditions at most.");
  expect(refusal(and(and(...golds(conditionsMax)), and(gold)))).toContain("100 conditions at most");
});

test("texts and lists are bounded", () => {
  const product = (operator: string, value: unknown) => refusal(and({ field: "item.product", operator, value }));
  expect(product("=", "x".repeat(conditionTextMax))).toBe("let in");
  expect(product("=", "x".repeat(conditionTextMax + 1))).toContain("a text of 1 to 200 characters");
  expect(product("=", "")).toContain("a text of 1 to 200 characters");
  const many = Array.from({ length: listedValuesMax + 1 }, (_, at) => `p${at}`);
  expect(product("in", many.slice(1))).toBe("let in");
  expect(product("in", many)).toContain("takes at most 500 values");
});

test("what the editor keeps for itself is left out, and a value listed twice counts once", () => {
  const edited = {
    id: "g1",
    combinator: "or",
    not: false,
    rules: [
      { id: "r1", path: [0], field: "member.tier", operator: "in", value: ["gold", "gold"], valueSource: "value" },
    ],
  };
  expect(validateConditions(edited)).toEqual({
    ok: true,
    group: { combinator: "or", rules: [{ field: "member.tier", operator: "in", value: ["gold"] }] },
  });
});

test("a place may allow some fields only", () => {
  expect(validateConditions(and(gold), { scopes: ["item"] })).toMatchObject({ ok: false, reason: "field_not_here" });
  expect(validateConditions(and(gold), { scopes: ["member"] })).toMatchObject({ ok: true });
});
