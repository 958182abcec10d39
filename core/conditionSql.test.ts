import { expect, test } from "vitest";
import { conditionToSql } from "./conditionSql.ts";
import type { ConditionGroup } from "./conditions.ts";

// Whether these mean in Postgres what the closures mean is tested there: tests/engines/conditions.test.ts.
const moment = { firstParameter: 3, at: Date.UTC(2026, 1, 28, 12), timezone: "Europe/London" };

test.each<{ group: ConditionGroup; text: string; values: unknown[] }>([
  { group: { combinator: "and", rules: [] }, text: "true", values: [] },
  {
    group: {
      combinator: "or",
      not: true,
      rules: [
        { field: "member.tier", operator: "in", value: ["gold", "'); drop table members; --"] },
        { combinator: "and", rules: [{ field: "member.spend_minor", operator: "between", value: [100, 200] }] },
        { field: "member.country", operator: "!=", value: "IT" },
      ],
    },
    text:
      "not ((member_facts.tier = any($3::text[])) is true or " +
      "((member_facts.spend_minor between $4::bigint and $5::bigint) is true) or " +
      "(member_facts.country = $6::text) is not true)",
    values: [["gold", "'); drop table members; --"], 100, 200, "IT"],
  },
  {
    group: { combinator: "and", rules: [{ field: "member.is_birthday", operator: "=", value: true }] },
    text:
      "((coalesce(member_facts.birth_month = $4::bigint and member_facts.birth_day = any($3::bigint[]), false)" +
      " = $5::boolean) is true)",
    values: [[28, 29], 2, true],
  },
])("$group is $text", ({ group, text, values }) => {
  expect(conditionToSql(group, moment)).toEqual({ ok: true, text, values });
});

test.each(["activity.kind", "item.product", "wallet.balance", "segment.in", "time.weekday"] as const)(
  "%s does not stand in member_facts",
  (field) => {
    const group: ConditionGroup = {
      combinator: "and",
      rules: [{ combinator: "or", rules: [{ field, operator: "=", value: 1 }] }],
    };
    expect(conditionToSql(group, moment)).toEqual({ ok: false, reason: "not_in_member_facts", field });
  },
);
