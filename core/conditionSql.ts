// Conditions as SQL over member_facts alone, for segments and "who would get this". It answers as the closures of
// conditions.ts do: every comparison is true or false, never null, so that "not" means the same in both.

import { localTime } from "./calendar.ts";
import { type Condition, type ConditionGroup, type ConditionValue, isGroup, type Scalar } from "./conditions.ts";
import { birthdaysAround, birthdaysOn } from "./facts.ts";
import { type FieldName, fieldNamed } from "./fields.ts";

export type SqlCondition =
  | { readonly ok: true; readonly text: string; readonly values: readonly SqlValue[] }
  /** What this field tells does not stand in member_facts. */
  | { readonly ok: false; readonly reason: "not_in_member_facts"; readonly field: FieldName };

export type SqlValue = Scalar | readonly Scalar[];

/** Where the condition stands and when it is asked; the zone decides whose birthday it is. */
export type SqlMoment = { readonly firstParameter: number; readonly at: number; readonly timezone: string };

/** A boolean expression with parameters from $firstParameter on. No value is ever written into the text. */
export function conditionToSql(group: ConditionGroup, moment: SqlMoment): SqlCondition {
  const field = fieldsOf(group).find((name) => !isInMemberFacts(name));
  if (field !== undefined) return { ok: false, reason: "not_in_member_facts", field };
  const values: SqlValue[] = [];
  const add = (value: SqlValue) => {
    values.push(value);
    return `$${moment.firstParameter + values.length - 1}`;
  };
  const text = textOf(group, { ...moment, add });
  return { ok: true, text, values };
}

type Writer = SqlMoment & { readonly add: (value: SqlValue) => string };

const derived: readonly FieldName[] = [
  "member.is_birthday",
  "member.days_from_birthday",
  "member.enrolled_days",
  "member.days_since_last_purchase",
];

function isInMemberFacts(field: FieldName): boolean {
  return fieldNamed(field).column !== undefined || derived.includes(field);
}

function fieldsOf(rule: Condition | ConditionGroup): FieldName[] {
  return isGroup(rule) ? rule.rules.flatMap(fieldsOf) : [rule.field];
}

function textOf(rule: Condition | ConditionGroup, writer: Writer): string {
  if (!isGroup(rule)) return comparison(rule, writer);
  if (rule.rules.length === 0) return "true";
  const joined = `(${rule.rules.map((child) => textOf(child, writer)).join(` ${rule.combinator} `)})`;
  return rule.not === true ? `not ${joined}` : joined;
}

/** "is true" and "is not true" settle what a null would leave open. */
function comparison({ field, operator, value }: Condition, writer: Writer): string {
  const found = expression(field, writer);
  const type = sqlType(field);
  const one = () => `${writer.add(isList(value) ? "" : (value ?? ""))}::${type}`;
  const many = () => `${writer.add(isList(value) ? value : [])}::${type}[]`;
  switch (operator) {
    case "=":
      return `(${found} = ${one()}) is true`;
    case "!=":
      return `(${found} = ${one()}) is not true`;
    case "<":
    case "<=":
    case ">":
    case ">=":
      return `(${found} ${operator} ${one()}) is true`;
    case "between":
      return `(${found} ${range(value, type, writer)}) is true`;
    case "notBetween":
      return `(${found} ${range(value, type, writer)}) is not true`;
    case "in":
      return `(${found} = any(${many()})) is true`;
    case "notIn":
      return `(${found} = any(${many()})) is not true`;
    case "contains":
      return `(strpos(${found}, ${one()}) > 0) is true`;
    case "doesNotContain":
      return `(strpos(${found}, ${one()}) > 0) is not true`;
    case "beginsWith":
      return `starts_with(${found}, ${one()}) is true`;
    case "doesNotBeginWith":
      return `starts_with(${found}, ${one()}) is not true`;
    case "null":
      return `${found} is null`;
    case "notNull":
      return `${found} is not null`;
  }
}

function range(value: ConditionValue, type: string, { add }: Writer): string {
  const [low = "", high = ""] = isList(value) ? value : [];
  return `between ${add(low)}::${type} and ${add(high)}::${type}`;
}

function expression(field: FieldName, writer: Writer): string {
  const { column } = fieldNamed(field);
  if (column !== undefined) return `member_facts.${column}`;
  if (field === "member.is_birthday") return birthday(writer);
  if (field === "member.days_from_birthday") return daysFromBirthday(writer);
  const since = field === "member.enrolled_days" ? "member_facts.enrolled_at" : "member_facts.last_purchase_at";
  const now = `${writer.add(new Date(writer.at).toISOString())}::timestamptz`;
  const days = `floor(extract(epoch from ${now} - ${since}) / 86400)`;
  return `(case when ${since} > ${now} then 0 else ${days} end)`;
}

function birthday({ add, at, timezone }: Writer): string {
  const today = localTime(at, timezone);
  const days = `member_facts.birth_day = any(${add(birthdaysOn(today))}::bigint[])`;
  return `coalesce(member_facts.birth_month = ${add(today.month)}::bigint and ${days}, false)`;
}

/** A year of days is a small table: it is looked up rather than computed, so that both tell leap days alike. */
function daysFromBirthday({ add, at, timezone }: Writer): string {
  const { months, days, away } = birthdaysAround(localTime(at, timezone));
  const list = (numbers: readonly number[]): string => `${add(numbers)}::bigint[]`;
  return `(select t.away from unnest(${list(months)}, ${list(days)}, ${list(away)}) as t (month, day, away)
    where t.month = member_facts.birth_month and t.day = member_facts.birth_day)`;
}

/** Wider than the column, so that a value past its range compares instead of failing. */
function sqlType(field: FieldName): "text" | "bigint" | "boolean" {
  const { type } = fieldNamed(field);
  if (type === "number") return "bigint";
  return type === "boolean" ? "boolean" : "text";
}

function isList(value: ConditionValue): value is readonly Scalar[] {
  return typeof value === "object" && value !== null;
}
