// Arbitrary members, baskets, conditions and rules of a small world, so that they often meet.
import fc from "fast-check";
import type { Activity, Line } from "../../core/activity.ts";
import { activityKinds, lineKinds } from "../../core/activity.ts";
import type { Condition, ConditionGroup } from "../../core/conditions.ts";
import { type Facts, type MemberFacts, newcomer, type Who } from "../../core/facts.ts";
import { type Field, type FieldName, fieldNamed, fieldNames, type Operator } from "../../core/fields.ts";
import type { Effect } from "../../core/ruleEffects.ts";
import type { Rule } from "../../core/rules.ts";

/** 2026-03-11, a Wednesday. */
export const someDay = Date.UTC(2026, 2, 11, 15, 30);

const words: Readonly<Partial<Record<FieldName, readonly string[]>>> = {
  "activity.name": ["yoga", "library"],
  "activity.channel": ["till", "shop", "app"],
  "activity.partner": ["bakery", "hotel"],
  "activity.location": ["london-1", "berlin-1"],
  "activity.currency": ["GBP", "EUR"],
  "item.product": ["tea", "cake", "teapot"],
  "item.category": ["drinks", "food", "gifts"],
  "member.tier": ["bronze", "silver", "gold"],
  "member.language": ["it", "ro"],
  "member.country": ["IT", "RO"],
  "segment.in": ["regulars", "lapsed"],
  "place.country": ["GB", "DE"],
};

const wordFor = (field: FieldName) => fc.constantFrom(...(words[field] ?? ["else"]));
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined });
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const moment = fc.integer({ min: someDay - 400 * 86_400_000, max: someDay + 10 * 86_400_000 });

export const anyMember: fc.Arbitrary<MemberFacts> = fc.record({
  kind: fc.constantFrom("individual", "corporate"),
  status: fc.constantFrom("active", "earn_only", "blocked", "closed"),
  tier: orNull(wordFor("member.tier")),
  spendMinor: fc.nat(10),
  purchases: fc.nat(5),
  visits: fc.nat(5),
  referrals: fc.nat(5),
  shares: fc.nat(5),
  advocacy: fc.nat(5),
  qualifyingPoints: fc.nat(5),
  language: orNull(wordFor("member.language")),
  country: orNull(wordFor("member.country")),
  birthMonth: orNull(fc.constantFrom(2, 3)),
  birthDay: orNull(fc.constantFrom(11, 28, 29)),
  enrolledAt: moment,
  lastPurchaseAt: orNull(moment),
});

export const anyWho: fc.Arbitrary<Who> = fc.record({
  member: anyMember,
  timezone: fc.constantFrom("Europe/London", "America/Los_Angeles", "Pacific/Kiritimati"),
  balance: maybe(fc.nat(5)),
  segments: maybe(fc.uniqueArray(wordFor("segment.in"))),
});

export const anyLine: fc.Arbitrary<Line> = fc.record({
  product: maybe(wordFor("item.product")),
  categories: fc.uniqueArray(wordFor("item.category")),
  quantityThousandths: fc.constantFrom(500, 1000, 2000, 3000),
  amountMinor: fc.nat(900),
  taxMinor: maybe(fc.nat(90)),
  discountMinor: maybe(fc.nat(90)),
  kind: maybe(fc.constantFrom(...lineKinds)),
  paidWithPointsMinor: maybe(fc.nat(200)),
});

export const anyActivity: fc.Arbitrary<Activity> = fc.record({
  kind: fc.constantFrom(...activityKinds),
  name: maybe(wordFor("activity.name")),
  channel: wordFor("activity.channel"),
  partner: maybe(wordFor("activity.partner")),
  location: maybe(wordFor("activity.location")),
  country: maybe(wordFor("place.country")),
  at: fc.constantFrom(someDay, someDay + 43_200_000, Date.UTC(2026, 1, 28, 12), Date.UTC(2024, 1, 28, 12)),
  currency: wordFor("activity.currency"),
  amountMinor: fc.nat(2000),
  lines: fc.array(anyLine, { maxLength: 4 }),
});

export const anyFacts: fc.Arbitrary<Facts> = fc
  .tuple(anyWho, anyActivity, maybe(anyLine))
  .map(([who, activity, line]) => ({ ...who, at: activity.at, activity, line }));

/** A comparison that the parser lets in. */
export function anyComparison(names: readonly FieldName[] = fieldNames): fc.Arbitrary<Condition> {
  return fc
    .constantFrom(...names)
    .chain((field) => fc.tuple(fc.constant(field), fc.constantFrom(...fieldNamed(field).operators)))
    .chain(([field, operator]) => valueFor(field, operator).map((value) => ({ field, operator, value })));
}

export function anyGroup(names: readonly FieldName[] = fieldNames): fc.Arbitrary<ConditionGroup> {
  const { group } = fc.letrec<{ group: ConditionGroup; child: Condition | ConditionGroup }>((tie) => ({
    group: fc.record(
      {
        combinator: fc.constantFrom("and", "or"),
        not: fc.constant(true),
        rules: fc.array(tie("child"), { minLength: 1, maxLength: 4 }),
      },
      { requiredKeys: ["combinator", "rules"] },
    ),
    child: fc.oneof({ maxDepth: 3, depthSize: "small" }, anyComparison(names), tie("group")),
  }));
  return group;
}

function valueFor(field: FieldName, operator: Operator): fc.Arbitrary<Condition["value"]> {
  const one = scalarFor(field, fieldNamed(field));
  if (operator === "null" || operator === "notNull") return fc.constant(null);
  if (operator === "in" || operator === "notIn") return fc.uniqueArray(one, { minLength: 1, maxLength: 3 });
  if (operator !== "between" && operator !== "notBetween") return one;
  return fc.tuple(one, one).map(([a, b]) => (a <= b ? [a, b] : [b, a]));
}

function scalarFor(
  field: FieldName,
  { type, values, from = 0, to = 9 }: Field,
): fc.Arbitrary<string | number | boolean> {
  switch (type) {
    case "choice":
      return fc.constantFrom(...(values ?? []));
    case "number":
      return numberFor(field, from, to);
    case "boolean":
      return fc.boolean();
    case "date":
      return fc.constantFrom("2024-02-28", "2026-03-11", "2026-03-12");
    case "time_of_day":
      return fc.constantFrom("03:30", "07:30", "15:30");
    case "text":
    case "list":
      return wordFor(field);
  }
}

function numberFor(field: FieldName, from: number, to: number): fc.Arbitrary<number> {
  if (field === "member.enrolled_days" || field === "member.days_since_last_purchase") return fc.nat(400);
  if (field === "item.quantity_thousandths") return fc.constantFrom(1000, 2000);
  if (field.endsWith("amount_minor") || field.endsWith("price_minor")) return fc.nat(900);
  return fc.integer({ min: from, max: Math.min(to, from + 30) });
}

export const anyEffect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({
    kind: fc.constant("points_per_money" as const),
    points: fc.integer({ min: 1, max: 9 }),
    perMinor: step(),
  }),
  fc.record({ kind: fc.constant("fixed" as const), points: fc.integer({ min: 1, max: 500 }) }),
  fc.record({ kind: fc.constant("per_item" as const), points: fc.integer({ min: 1, max: 9 }), perThousandths: step() }),
  fc.record({ kind: fc.constant("multiplier" as const), factor: fc.constantFrom("1", "1.5", "2", "3.25") }),
);

function step(): fc.Arbitrary<number> {
  return fc.constantFrom(1, 100, 350, 1000);
}

const itemFields = fieldNames.filter((name) => name.startsWith("item."));

export const anyRule: fc.Arbitrary<Omit<Rule, "id">> = fc.record({
  version: fc.integer({ min: 1, max: 3 }),
  name: fc.constant("A rule"),
  pointsType: fc.constantFrom(1, 2),
  validFrom: orNull(fc.constantFrom(someDay, someDay + 1)),
  validUntil: orNull(fc.constantFrom(someDay, someDay + 1, someDay + 50_000_000)),
  when: maybe(anyGroup()),
  items: maybe(anyGroup(itemFields)),
  effect: anyEffect,
});

/** Rules with ids of their own, in any order. */
export const anyRules: fc.Arbitrary<Rule[]> = fc
  .array(anyRule, { minLength: 1, maxLength: 40 })
  .map((rules) => rules.map((rule, at) => ({ ...rule, id: `rule-${(at * 7) % 41}` })));

/** A member on the first day, in London. */
export const someone: Who = { member: newcomer(someDay - 86_400_000), timezone: "Europe/London" };

export function purchaseOf(lines: readonly Partial<Line>[], more: Partial<Activity> = {}): Activity {
  const full = lines.map((line) => ({ categories: [], quantityThousandths: 1000, amountMinor: 0, ...line }));
  const amountMinor = full.reduce((sum, line) => sum + line.amountMinor, 0);
  return { kind: "purchase", channel: "till", at: someDay, currency: "GBP", amountMinor, lines: full, ...more };
}
