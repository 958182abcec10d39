// One language for conditions: the closure and the SQL find the same members.
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { conditionToSql } from "../../core/conditionSql.ts";
import { compileCondition } from "../../core/conditions.ts";
import type { MemberFacts } from "../../core/facts.ts";
import { fieldNames } from "../../core/fields.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { anyGroup, anyMember, someDay } from "../support/conditions.ts";
import { asAdmin, nameOf, testDatabase } from "../support/database.ts";

let db: Database;
beforeAll(async () => {
  db = await testDatabase();
  // The same columns without the tenant's keys and policies: only what conditions read matters here.
  const name = await nameOf(db);
  await asAdmin("create schema plain; create table plain.member_facts (like member_facts including defaults)", name);
  await asAdmin("alter table plain.member_facts add column number int, alter column bucket drop not null", name);
  await asAdmin("alter table plain.member_facts alter column tenant_id drop not null", name);
  await asAdmin("alter table plain.member_facts alter column member_id drop not null", name);
  await asAdmin("grant all on schema plain to fedele_app; grant all on plain.member_facts to fedele_app", name);
});
afterAll(() => db.close());

const names = fieldNames.filter((field) => {
  const always = { combinator: "and", rules: [{ field, operator: "=", value: 1 }] } as const;
  return conditionToSql(always, { firstParameter: 1, at: 0, timezone: "UTC" }).ok;
});

test("any conditions on members find the same members in SQL", async () => {
  const members = fc.sample(anyMember, { numRuns: 300, seed: 20260311 });
  await insert(members);
  const timezone = "Europe/London";
  const found = new Set<number>();
  const moments = fc.constantFrom(someDay, Date.UTC(2026, 1, 28, 23, 30), Date.UTC(2024, 1, 29, 12));
  const asked = fc.sample(fc.tuple(anyGroup(names), moments), { numRuns: 400, seed: 11 });
  for (const [group, at] of asked) {
    const sql = conditionToSql(group, { firstParameter: 2, at, timezone });
    if (!sql.ok) throw new Error(`${sql.field} is not in member_facts`);
    const text = `select number from plain.member_facts where number >= $1 and ${sql.text} order by number`;
    const { rows } = await db.app.query<{ number: number }>(text, [0, ...sql.values]);
    const holds = compileCondition(group);
    const expected = members.flatMap((member, number) => (holds({ member, timezone, at }) ? [number] : []));
    expect({ group, numbers: rows.map(({ number }) => number) }).toEqual({ group, numbers: expected });
    found.add(expected.length);
  }
  // A table that nobody or everybody is found in proves nothing.
  expect(found.size).toBeGreaterThan(50);
}, 60_000);

test("a value past the column's range compares instead of failing", async () => {
  const rules = [{ field: "member.purchases", operator: "<", value: Number.MAX_SAFE_INTEGER }] as const;
  const sql = conditionToSql({ combinator: "and", rules }, { firstParameter: 1, at: someDay, timezone: "UTC" });
  const text = `select count(*)::int as count from plain.member_facts where ${sql.ok ? sql.text : ""}`;
  const { rows } = await db.app.query<{ count: number }>(text, sql.ok ? [...sql.values] : []);
  expect(rows).toEqual([{ count: 300 }]);
});

async function insert(members: readonly MemberFacts[]): Promise<void> {
  const rows = members.map((member, number) => ({
    number,
    kind: member.kind,
    status: member.status,
    tier: member.tier,
    spend_minor: member.spendMinor,
    purchases: member.purchases,
    visits: member.visits,
    referrals: member.referrals,
    shares: member.shares,
    advocacy: member.advocacy,
    qualifying_points: member.qualifyingPoints,
    language: member.language,
    country: member.country,
    birth_month: member.birthMonth,
    birth_day: member.birthDay,
    enrolled_at: new Date(member.enrolledAt).toISOString(),
    last_purchase_at: member.lastPurchaseAt === null ? null : new Date(member.lastPurchaseAt).toISOString(),
  }));
  const columns = Object.keys(rows[0] ?? {}).join(", ");
  await db.app.query(
    `insert into plain.member_facts (${columns})
     select ${columns} from json_populate_recordset(null::plain.member_facts, $1::json)`,
    [JSON.stringify(rows)],
  );
}
