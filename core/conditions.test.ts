import { expect, test } from "vitest";
import { purchaseOf, someDay, someone } from "../tests/support/conditions.ts";
import { type Condition, type ConditionGroup, compileCondition, firstFailure } from "./conditions.ts";
import { type Facts, newcomer } from "./facts.ts";

const basket = purchaseOf([
  { product: "tea", categories: ["drinks"], quantityThousandths: 2000, amountMinor: 500 },
  { product: "cake", categories: ["food", "sweet"], amountMinor: 300 },
]);

const silverBuyer: Facts = {
  ...someone,
  member: { ...someone.member, tier: "silver", purchases: 3, birthMonth: 3, birthDay: 11 },
  balance: 120,
  segments: ["regulars"],
  at: someDay,
  activity: basket,
};

const holds = (condition: Condition, facts: Facts = silverBuyer) =>
  compileCondition({ combinator: "and", rules: [condition] })(facts);

const table: [Condition["field"], Condition["operator"], Condition["value"], boolean][] = [
  ["activity.kind", "=", "purchase", true],
  ["activity.kind", "in", ["visit", "share"], false],
  ["activity.channel", "beginsWith", "ti", true],
  ["activity.channel", "doesNotContain", "ill", false],
  ["activity.amount_minor", ">=", 800, true],
  ["activity.amount_minor", ">", 800, false],
  ["activity.amount_minor", "<=", 800, true],
  ["activity.amount_minor", "<", 800, false],
  ["activity.items", "between", [2, 5], true],
  ["activity.items", "notBetween", [2, 5], false],
  ["member.purchases", "between", [4, 5], false],
  ["member.tier", "in", ["silver", "gold"], true],
  ["member.tier", "!=", "gold", true],
  ["member.is_birthday", "=", true, true],
  ["member.enrolled_days", "=", 1, true],
  ["wallet.balance", ">=", 100, true],
  ["segment.in", "=", "regulars", true],
  ["segment.in", "notIn", ["regulars", "lapsed"], false],
  ["time.weekday", "=", 3, true],
  ["time.hour", "<=", 15, true],
  ["time.of_day", ">=", "15:31", false],
  ["time.date", "between", ["2026-03-01", "2026-03-11"], true],
  ["time.month", "in", [3], true],
  ["time.day", "=", 11, true],
  // Some line will do.
  ["item.product", "=", "cake", true],
  ["item.category", "=", "sweet", true],
  ["item.category", "!=", "sweet", true],
  ["item.category", "in", ["garden", "food"], true],
  ["item.unit_price_minor", "=", 250, true],
  ["item.unit_price_minor", "<", 250, false],
  ["item.quantity_thousandths", ">=", 2000, true],
];

test.each(table)("%s %s %j is %s for a silver member's basket of tea and cake", (field, operator, value, met) => {
  expect(holds({ field, operator, value })).toBe(met);
});

const unknowns: [Condition["field"], Condition["operator"], Condition["value"], boolean][] = [
  ["member.country", "=", "IT", false],
  ["member.country", "!=", "IT", true],
  ["member.country", "in", ["IT"], false],
  ["member.country", "notIn", ["IT"], true],
  ["member.country", "null", null, true],
  ["member.country", "notNull", null, false],
  ["member.days_since_last_purchase", "<", 30, false],
  ["member.days_since_last_purchase", ">=", 30, false],
  ["member.days_since_last_purchase", "between", [0, 30], false],
  ["member.days_since_last_purchase", "notBetween", [0, 30], true],
];

test.each(unknowns)("what is not known: %s %s %j is %s", (field, operator, value, met) => {
  expect(holds({ field, operator, value })).toBe(met);
});

test.each([
  { born: [2, 29], on: Date.UTC(2026, 1, 28, 12), celebrates: true },
  { born: [2, 29], on: Date.UTC(2028, 1, 28, 12), celebrates: false },
  { born: [2, 29], on: Date.UTC(2028, 1, 29, 12), celebrates: true },
  { born: [2, 28], on: Date.UTC(2026, 1, 28, 12), celebrates: true },
  { born: [3, 28], on: Date.UTC(2026, 1, 28, 12), celebrates: false },
])(
  "who was born on $born celebrates on $on: $celebrates",
  ({ born: [birthMonth = 0, birthDay = 0], on, celebrates }) => {
    const facts = { ...silverBuyer, at: on, member: { ...silverBuyer.member, birthMonth, birthDay } };
    expect(holds({ field: "member.is_birthday", operator: "=", value: true }, facts)).toBe(celebrates);
  },
);

test.each([
  [someDay - 47 * 3_600_000, 1],
  [someDay - 48 * 3_600_000, 2],
  [someDay + 1, 0],
])("days since are full days: bought at %i, %i days ago", (lastPurchaseAt, days) => {
  const facts = { ...silverBuyer, member: { ...silverBuyer.member, lastPurchaseAt } };
  expect(holds({ field: "member.days_since_last_purchase", operator: "=", value: days }, facts)).toBe(true);
});

test("it is the tenant's clock that tells the day", () => {
  const lateInLondon = { ...silverBuyer, at: Date.UTC(2026, 2, 11, 23, 30) };
  expect(holds({ field: "time.weekday", operator: "=", value: 3 }, lateInLondon)).toBe(true);
  expect(holds({ field: "time.weekday", operator: "=", value: 4 }, { ...lateInLondon, timezone: "Europe/Rome" })).toBe(
    true,
  );
});

test("a condition on a line at hand speaks of that line alone", () => {
  const [tea] = basket.lines;
  expect(holds({ field: "item.product", operator: "=", value: "cake" }, { ...silverBuyer, line: tea })).toBe(false);
});

test("a group without conditions always holds", () => {
  expect(compileCondition({ combinator: "or", rules: [] })(silverBuyer)).toBe(true);
  expect(compileCondition({ combinator: "and", not: true, rules: [] })(silverBuyer)).toBe(true);
});

const isGold: Condition = { field: "member.tier", operator: "=", value: "gold" };
const isPurchase: Condition = { field: "activity.kind", operator: "=", value: "purchase" };
const isVisit: Condition = { field: "activity.kind", operator: "=", value: "visit" };

test.each<{ group: ConditionGroup; failure: ReturnType<typeof firstFailure> }>([
  { group: { combinator: "and", rules: [isPurchase] }, failure: null },
  {
    group: { combinator: "and", rules: [isPurchase, isGold, isVisit] },
    failure: { condition: isGold, negated: false, found: "silver" },
  },
  {
    group: { combinator: "or", rules: [isGold, isVisit] },
    failure: { condition: isGold, negated: false, found: "silver" },
  },
  {
    group: { combinator: "and", rules: [{ combinator: "or", not: true, rules: [isGold, isPurchase] }] },
    failure: { condition: isPurchase, negated: true, found: "purchase" },
  },
])("the first failure of $group is $failure", ({ group, failure }) => {
  expect(firstFailure(group, silverBuyer)).toEqual(failure);
});

test.each([
  ["2026-03-11", 3, 11, 0],
  ["2026-03-11", 3, 8, 3],
  ["2026-12-31", 1, 2, 2],
  ["2027-01-02", 12, 31, 2],
  ["2026-02-28", 2, 29, 0],
  ["2028-02-28", 2, 29, 1],
])("on %s a birthday on the %d/%d is %d days away", (date, birthMonth, birthDay, days) => {
  const member = { ...newcomer(0), birthMonth, birthDay };
  const facts = { member, timezone: "Europe/Rome", at: Date.parse(`${date}T12:00:00Z`) };
  const isAway = (value: number) =>
    compileCondition({ combinator: "and", rules: [{ field: "member.days_from_birthday", operator: "=", value }] })(
      facts,
    );
  expect([isAway(days), isAway(days + 1)]).toEqual([true, false]);
});
