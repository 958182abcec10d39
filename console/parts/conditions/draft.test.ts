import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { expect, test } from "vitest";
import { conditionsIn, draftOf, fitted, noConditions } from "./draft.ts";

const draftWith = (field: string, operator: string, value: unknown) => ({
  combinator: "and",
  rules: [{ id: "r1", field, operator, value, valueSource: "value" as const }],
});

test("what was saved can be edited and comes out as it was", () => {
  const saved: ConditionGroup = {
    combinator: "or",
    not: true,
    rules: [
      { field: "member.purchases", operator: ">=", value: 3 },
      { combinator: "and", rules: [{ field: "member.tier", operator: "in", value: ["gold", "silver"] }] },
    ],
  };
  expect(conditionsIn(draftOf(saved), ["member"])).toEqual({ ok: true, group: saved });
  expect(conditionsIn(draftOf(noConditions), ["member"])).toMatchObject({ ok: true });
});

test.each([
  ["member.purchases", "between", 3, [3, ""]],
  ["member.purchases", "between", ["", 9], ["", 9]],
  ["member.purchases", "=", [3, 9], 3],
  ["member.purchases", "=", "gold", ""],
  ["member.tier", "in", "gold", ["gold"]],
  ["member.tier", "null", "gold", null],
  ["member.tier", "=", 3, ""],
  ["member.is_birthday", "=", true, true],
  ["member.is_birthday", "=", "x", ""],
])("%s %s takes %j as %j", (field, operator, value, expected) => {
  expect(fitted(draftWith(field, operator, value)).rules[0]).toMatchObject({ value: expected });
});

test("what is not finished is not asked; an inner group without conditions is no condition", () => {
  expect(conditionsIn(draftWith("member.purchases", ">=", ""), ["member"]).ok).toBe(false);
  expect(conditionsIn(draftWith("activity.kind", "=", "visit"), ["member"]).ok).toBe(false);
  const open = { combinator: "and", rules: [{ combinator: "and", rules: [] }] };
  expect(conditionsIn(open, ["member"])).toEqual({ ok: true, group: noConditions });
});
