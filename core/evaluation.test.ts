import { expect, test } from "vitest";
import { purchaseOf, someDay, someone } from "../tests/support/conditions.ts";
import type { Activity, Line } from "./activity.ts";
import type { ConditionGroup } from "./conditions.ts";
import { evaluate } from "./evaluation.ts";
import type { Who } from "./facts.ts";
import { awardPointsMax } from "./points.ts";
import type { Effect } from "./ruleEffects.ts";
import { explainedMax } from "./ruleExplanations.ts";
import { compileRules, type Rule } from "./rules.ts";

const onePerPound: Effect = { kind: "points_per_money", points: 1, perMinor: 100 };
const only = (field: "item.category" | "item.product", value: string): ConditionGroup => ({
  combinator: "and",
  rules: [{ field, operator: "=", value }],
});

function rule(effect: Effect, more: Partial<Rule> = {}): Rule {
  return { id: "rule", version: 1, name: "A rule", pointsType: 1, validFrom: null, validUntil: null, effect, ...more };
}

function earned(rules: Rule[], activity: Activity, who: Who = someone) {
  return evaluate(compileRules(rules), activity, who).awards.map(({ points, perLine }) => ({ points, perLine }));
}

type Row = { gives: string; effect: Effect; items?: ConditionGroup; lines: Partial<Line>[]; perLine: number[] | null };

test.each<Row>([
  {
    gives: "a point per whole pound of the whole purchase, not of each line",
    effect: onePerPound,
    lines: [{ amountMinor: 190 }, { amountMinor: 180 }],
    perLine: [2, 1],
  },
  { gives: "nothing under a pound", effect: onePerPound, lines: [{ amountMinor: 99 }], perLine: null },
  {
    gives: "3 points per 2 pounds: £3.99 are 5, rounded down once",
    effect: { kind: "points_per_money", points: 3, perMinor: 200 },
    lines: [{ amountMinor: 399 }],
    perLine: [5],
  },
  {
    gives: "points for drinks alone",
    effect: onePerPound,
    items: only("item.category", "drinks"),
    lines: [{ amountMinor: 500 }, { amountMinor: 250, categories: ["drinks"] }],
    perLine: [0, 2],
  },
  {
    gives: "nothing where no line is a drink",
    effect: { kind: "fixed", points: 50 },
    items: only("item.category", "drinks"),
    lines: [{ amountMinor: 500 }],
    perLine: null,
  },
  {
    gives: "100 points once, shared by amount",
    effect: { kind: "fixed", points: 100 },
    lines: [{ amountMinor: 100 }, { amountMinor: 200 }],
    perLine: [33, 67],
  },
  {
    gives: "100 points for the drinks, shared over them",
    effect: { kind: "fixed", points: 100 },
    items: only("item.category", "drinks"),
    lines: [{ amountMinor: 900 }, { amountMinor: 1, categories: ["drinks"] }],
    perLine: [0, 100],
  },
  {
    gives: "them evenly where all drinks were free",
    effect: { kind: "fixed", points: 100 },
    items: only("item.category", "drinks"),
    lines: [{ amountMinor: 0 }, { amountMinor: 0, categories: ["drinks"] }],
    perLine: [0, 100],
  },
  {
    gives: "5 points a piece",
    effect: { kind: "per_item", points: 5, perThousandths: 1000 },
    lines: [{ quantityThousandths: 3000 }, { quantityThousandths: 1000 }],
    perLine: [15, 5],
  },
  {
    gives: "5 points for every 2 pieces, wherever they stand",
    effect: { kind: "per_item", points: 5, perThousandths: 2000 },
    lines: [{ quantityThousandths: 1000 }, { quantityThousandths: 1000 }, { quantityThousandths: 1000 }],
    perLine: [2, 2, 1],
  },
  {
    gives: "points for whole kilograms alone",
    effect: { kind: "per_item", points: 5, perThousandths: 1000 },
    lines: [{ quantityThousandths: 999 }],
    perLine: null,
  },
])("$gives", ({ effect, items, lines, perLine }) => {
  const points = perLine?.reduce((sum, line) => sum + line, 0);
  expect(earned([rule(effect, { items })], purchaseOf(lines))).toEqual(perLine === null ? [] : [{ points, perLine }]);
});

test("a till that knows only the sum earns for it", () => {
  expect(earned([rule(onePerPound)], purchaseOf([], { amountMinor: 1250 }))).toEqual([{ points: 12, perLine: [12] }]);
});

test("every kind of activity earns by the same door", () => {
  const share: Activity = { ...purchaseOf([]), kind: "share" };
  expect(earned([rule({ kind: "fixed", points: 20 })], share)).toEqual([{ points: 20, perLine: [] }]);
});

test("a return earns nothing, whatever the rules say", () => {
  expect(earned([rule({ kind: "fixed", points: 20 })], purchaseOf([{ amountMinor: 900 }], { kind: "return" }))).toEqual(
    [],
  );
});

// Case 4: the bonus of an order that came in two parts is the caller's to give once; what each part earns is its own.
test("4: each part of an order earns for its own items", () => {
  const perPiece = rule({ kind: "per_item", points: 7, perThousandths: 1000 });
  const parts = [purchaseOf([{ quantityThousandths: 2000 }]), purchaseOf([{ quantityThousandths: 1000 }])];
  expect(parts.map((part) => earned([perPiece], part)[0]?.points)).toEqual([14, 7]);
});

test("41: a backdated purchase meets the rules of its own day", () => {
  const rules = [
    rule({ kind: "fixed", points: 10 }, { version: 1, validUntil: someDay }),
    rule({ kind: "fixed", points: 20 }, { version: 2, validFrom: someDay }),
  ];
  const at = (day: number) => earned(rules, purchaseOf([{ amountMinor: 1 }], { at: day })).map(({ points }) => points);
  expect([someDay - 1, someDay, someDay + 1].map(at)).toEqual([[10], [20], [20]]);
});

test("47: a basket uses the tier that the member had before it", () => {
  const forGold = rule(
    { kind: "fixed", points: 5 },
    {
      when: { combinator: "and", rules: [{ field: "member.tier", operator: "=", value: "gold" }] },
    },
  );
  const bigBasket = purchaseOf([{ amountMinor: 1_000_000 }]);
  const withTier = (tier: string) => earned([forGold], bigBasket, { ...someone, member: { ...someone.member, tier } });
  expect([withTier("silver"), withTier("gold")]).toEqual([[], [{ points: 5, perLine: [5] }]]);
});

type Sale = {
  what: string;
  base?: Extract<Effect, { kind: "points_per_money" }>["base"];
  line: Partial<Line>;
  points: number;
};

const paid = { tax: "included", discount: "after", without: [] } as const;

test.each<Sale>([
  { what: "the amount paid, tax included", line: { amountMinor: 1200, taxMinor: 200, discountMinor: 300 }, points: 12 },
  { what: "net of tax", base: { ...paid, tax: "excluded" }, line: { amountMinor: 1200, taxMinor: 200 }, points: 10 },
  {
    what: "before the discount",
    base: { ...paid, discount: "before" },
    line: { amountMinor: 1200, discountMinor: 300 },
    points: 15,
  },
  {
    what: "before the discount and net of tax",
    base: { tax: "excluded", discount: "before", without: [] },
    line: { amountMinor: 1200, taxMinor: 200, discountMinor: 600 },
    points: 15,
  },
  { what: "no shipping", line: { amountMinor: 900, kind: "shipping" }, points: 0 },
  { what: "no gift card, which earns when it is used", line: { amountMinor: 900, kind: "gift_card" }, points: 0 },
  { what: "no tip", line: { amountMinor: 900, kind: "tip" }, points: 0 },
  { what: "no alcohol, tobacco or medicine", line: { amountMinor: 900, kind: "restricted" }, points: 0 },
  { what: "tips, where the rule lets them", base: paid, line: { amountMinor: 900, kind: "tip" }, points: 9 },
  { what: "never the part paid with points", line: { amountMinor: 900, paidWithPointsMinor: 500 }, points: 4 },
  {
    what: "never that part, net of its tax either",
    base: { ...paid, tax: "excluded" },
    line: { amountMinor: 1200, taxMinor: 200, paidWithPointsMinor: 600 },
    points: 5,
  },
  { what: "nothing for what was given away", line: { amountMinor: 0, discountMinor: 900 }, points: 0 },
  {
    what: "the full price of what was given away, where the rule says so",
    base: { ...paid, discount: "before" },
    line: { amountMinor: 0, discountMinor: 900 },
    points: 9,
  },
])("60: $what", ({ base, line, points }) => {
  const [award] = earned([rule({ ...onePerPound, base })], purchaseOf([line]));
  expect(award?.points ?? 0).toBe(points);
});

test("60: a piece paid with points earns nothing, one half paid earns its half", () => {
  const perPiece = rule({ kind: "per_item", points: 5, perThousandths: 1000 });
  const line = { quantityThousandths: 4000, amountMinor: 800 };
  const paidWith = (paidWithPointsMinor: number) => earned([perPiece], purchaseOf([{ ...line, paidWithPointsMinor }]));
  expect([paidWith(800), paidWith(400)]).toEqual([[], [{ points: 10, perLine: [10] }]]);
});

test("61: 11.50 × 2 with a discount of all of it earns nothing, and no fraction of a point", () => {
  const free = { quantityThousandths: 2000, amountMinor: 0, taxMinor: 0, discountMinor: 2300 };
  expect(earned([rule(onePerPound)], purchaseOf([free]))).toEqual([]);
});

test("61: amounts whose products floats cannot hold are exact", () => {
  const lines = [{ amountMinor: 3_617_735_199_728_760 }, { amountMinor: 3_617_735_199_728_747 }];
  const rate: Effect = { kind: "points_per_money", points: 107, perMinor: 100_000_001 };
  // The exact quotient is just below 7,741,953,250, which is what floats make of it.
  expect(earned([rule(rate)], purchaseOf(lines))).toEqual([
    { points: 7_741_953_249, perLine: [3_870_976_625, 3_870_976_624] },
  ]);
});

test("no single award passes its bound", () => {
  const everyPenny = rule({ kind: "points_per_money", points: 1_000_000, perMinor: 1 });
  const [award] = earned([everyPenny], purchaseOf([{ amountMinor: Number.MAX_SAFE_INTEGER }]));
  expect(award).toEqual({ points: awardPointsMax, perLine: [awardPointsMax] });
});

test("multipliers add to what money and items gave, each for itself, and leave fixed points alone", () => {
  const rules = [
    rule(onePerPound, { id: "a" }),
    rule({ kind: "per_item", points: 3, perThousandths: 1000 }, { id: "b" }),
    rule({ kind: "fixed", points: 1000 }, { id: "c" }),
    rule({ kind: "multiplier", factor: "2" }, { id: "d" }),
    rule({ kind: "multiplier", factor: "1.5" }, { id: "e", items: only("item.category", "drinks") }),
    rule({ kind: "multiplier", factor: "1" }, { id: "f" }),
    rule({ kind: "multiplier", factor: "3" }, { id: "g", pointsType: 2 }),
  ];
  const lines = [{ amountMinor: 1000 }, { amountMinor: 500, categories: ["drinks"] }];
  const { awards } = evaluate(compileRules(rules), purchaseOf(lines), someone);
  expect(awards.map(({ ruleId, points, perLine }) => [ruleId, points, perLine])).toEqual([
    ["a", 15, [10, 5]],
    ["b", 6, [3, 3]],
    ["c", 1000, [667, 333]],
    ["d", 21, [13, 8]],
    ["e", 4, [0, 4]],
  ]);
});

const isPurchase: ConditionGroup = {
  combinator: "and",
  rules: [{ field: "activity.kind", operator: "=", value: "purchase" }],
};
const isGold: ConditionGroup = { combinator: "and", rules: [{ field: "member.tier", operator: "=", value: "gold" }] };

test("a rule that gave nothing says why", () => {
  const rules = [
    rule(onePerPound, { id: "given", when: isPurchase }),
    rule(onePerPound, { id: "of drinks", items: only("item.category", "drinks") }),
    rule(onePerPound, { id: "of gold", when: isGold }),
    rule(onePerPound, { id: "of tomorrow", validFrom: someDay + 1 }),
    rule(onePerPound, { id: "of yesterday", validUntil: someDay }),
    rule({ kind: "points_per_money", points: 1, perMinor: 10_000 }, { id: "per hundred" }),
  ];
  const { awards, whyNot } = evaluate(compileRules(rules), purchaseOf([{ amountMinor: 900 }]), someone, {
    explain: {},
  });
  expect(awards.map(({ ruleId }) => ruleId)).toEqual(["given"]);
  expect(Object.fromEntries((whyNot ?? []).map(({ ruleId, reason }) => [ruleId, reason]))).toEqual({
    "of drinks": {
      kind: "no_line_counts",
      failure: { condition: only("item.category", "drinks").rules[0], negated: false, found: [] },
    },
    "of gold": { kind: "condition", failure: { condition: isGold.rules[0], negated: false, found: null } },
    "of tomorrow": { kind: "not_yet_valid", validFrom: someDay + 1 },
    "of yesterday": { kind: "no_longer_valid", validUntil: someDay },
    "per hundred": { kind: "less_than_one_point" },
  });
});

test("one rule can be asked for, however many there are; without a name the closest are told, to a bound", () => {
  const rules = Array.from({ length: 200 }, (_, at) => rule(onePerPound, { id: `rule-${at + 100}`, when: isGold }));
  const close = rule(onePerPound, { id: "zero", when: isPurchase });
  const compiled = compileRules([...rules, close]);
  const told = (explain: { ruleId?: string }) =>
    evaluate(compiled, purchaseOf([{ amountMinor: 50 }]), someone, { explain }).whyNot?.map(({ ruleId }) => ruleId) ??
    [];
  expect(told({ ruleId: "rule-299" })).toEqual(["rule-299"]);
  expect(told({ ruleId: "none" })).toEqual([]);
  expect(told({})).toHaveLength(explainedMax);
  expect(told({})[0]).toBe("zero");
});

test("a return is told that it earns nothing by itself", () => {
  const asked = evaluate(compileRules([rule(onePerPound)]), purchaseOf([], { kind: "return" }), someone, {
    explain: {},
  });
  expect(asked.whyNot).toEqual([{ ruleId: "rule", ruleVersion: 1, reason: { kind: "is_return" } }]);
});
