// The published catalogue: everything a condition may ask, with the operators that make sense and, where the answer
// stands in member_facts, its column. Plain data, so that editors and documentation can be drawn from it.
import { activityKinds } from "./activity.ts";

/** The names are react-querybuilder's, so that its editor reads and writes our conditions as they are. */
export const operators = [
  "=",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "between",
  "notBetween",
  "in",
  "notIn",
  "contains",
  "doesNotContain",
  "beginsWith",
  "doesNotBeginWith",
  "null",
  "notNull",
] as const;

export type Operator = (typeof operators)[number];

export type FieldType = "text" | "choice" | "number" | "boolean" | "list" | "date" | "time_of_day";

/** What the field tells about; a place that edits conditions offers some of these. */
export const fieldScopes = ["activity", "item", "member", "wallet", "segment", "place", "time"] as const;

export type FieldScope = (typeof fieldScopes)[number];

export type FieldUnit = "minor" | "points" | "thousandths" | "days" | "times" | "lines";

export type Field = {
  readonly scope: FieldScope;
  readonly type: FieldType;
  readonly operators: readonly Operator[];
  readonly unit?: FieldUnit;
  /** All that a choice can be. */
  readonly values?: readonly string[];
  /** The bounds of a number. */
  readonly from?: number;
  readonly to?: number;
  /** Its column in member_facts, where one holds it as it is. */
  readonly column?: string;
};

const equality = ["=", "!=", "in", "notIn"] as const;
const known = ["null", "notNull"] as const;
const order = ["=", "!=", "<", "<=", ">", ">=", "between", "notBetween"] as const;

const parts = ["contains", "doesNotContain", "beginsWith", "doesNotBeginWith"] as const;
const text = { type: "text", operators: [...equality, ...parts, ...known] } as const;
const list = { type: "list", operators: equality } as const;
const number = { type: "number", operators: order } as const;
const oneOfMany = { type: "number", operators: equality } as const;
const cycle = { type: "number", operators: [...equality, "between", "notBetween"] } as const;
const counter = { ...number, unit: "times", from: 0 } as const;

export const fields = {
  "activity.kind": { scope: "activity", type: "choice", operators: equality, values: activityKinds },
  "activity.name": { scope: "activity", ...text },
  "activity.channel": { scope: "activity", ...text },
  "activity.partner": { scope: "activity", ...text },
  "activity.location": { scope: "activity", ...text },
  "activity.currency": { scope: "activity", type: "text", operators: equality },
  "activity.amount_minor": { scope: "activity", ...number, unit: "minor" },
  "activity.items": { scope: "activity", ...number, unit: "lines", from: 0 },

  "item.product": { scope: "item", ...text },
  "item.category": { scope: "item", ...list },
  "item.quantity_thousandths": { scope: "item", ...number, unit: "thousandths", from: 0 },
  "item.amount_minor": { scope: "item", ...number, unit: "minor" },
  "item.unit_price_minor": { scope: "item", ...number, unit: "minor" },

  "member.kind": {
    scope: "member",
    type: "choice",
    operators: equality,
    values: ["individual", "corporate"],
    column: "kind",
  },
  "member.status": {
    scope: "member",
    type: "choice",
    operators: equality,
    values: ["active", "earn_only", "blocked", "closed"],
    column: "status",
  },
  "member.tier": { scope: "member", type: "text", operators: [...equality, ...known], column: "tier" },
  "member.spend_minor": { scope: "member", ...number, unit: "minor", column: "spend_minor" },
  "member.purchases": { scope: "member", ...counter, column: "purchases" },
  "member.visits": { scope: "member", ...counter, column: "visits" },
  "member.referrals": { scope: "member", ...counter, column: "referrals" },
  "member.shares": { scope: "member", ...counter, column: "shares" },
  "member.advocacy": { scope: "member", ...number, unit: "points", column: "advocacy" },
  "member.qualifying_points": { scope: "member", ...number, unit: "points", column: "qualifying_points" },
  "member.language": { scope: "member", type: "text", operators: [...equality, ...known], column: "language" },
  "member.country": { scope: "member", type: "text", operators: [...equality, ...known], column: "country" },
  "member.birth_month": { scope: "member", ...oneOfMany, from: 1, to: 12, column: "birth_month" },
  "member.birth_day": { scope: "member", ...oneOfMany, from: 1, to: 31, column: "birth_day" },
  "member.days_from_birthday": {
    scope: "member",
    type: "number",
    operators: order,
    unit: "days",
    from: 0,
    to: 183,
  },
  "member.is_birthday": { scope: "member", type: "boolean", operators: ["="] },
  "member.enrolled_days": { scope: "member", ...number, unit: "days", from: 0 },
  "member.days_since_last_purchase": {
    scope: "member",
    type: "number",
    operators: [...order, ...known],
    unit: "days",
    from: 0,
  },

  "wallet.balance": { scope: "wallet", ...number, unit: "points" },
  "segment.in": { scope: "segment", ...list },
  "place.country": { scope: "place", type: "text", operators: [...equality, ...known] },

  "time.weekday": { scope: "time", ...cycle, from: 1, to: 7 },
  "time.hour": { scope: "time", ...number, from: 0, to: 23 },
  "time.of_day": { scope: "time", type: "time_of_day", operators: order },
  "time.date": { scope: "time", type: "date", operators: order },
  "time.month": { scope: "time", ...cycle, from: 1, to: 12 },
  "time.day": { scope: "time", ...cycle, from: 1, to: 31 },
} as const satisfies Record<string, Field>;

export type FieldName = keyof typeof fields;

export const fieldNames: readonly FieldName[] = Object.keys(fields).filter(isFieldName);

export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(fields, text);
}

/** The entry of a field, widened to the type that all of them share. */
export function fieldNamed(name: FieldName): Field {
  return fields[name];
}
