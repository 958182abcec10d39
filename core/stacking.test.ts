import { describe, expect, test } from "vitest";
import { purchaseOf, someone } from "../tests/support/conditions.ts";
import { type Campaign, usualTerms } from "./campaigns.ts";
import type { ConditionGroup } from "./conditions.ts";
import { evaluate } from "./evaluation.ts";
import type { Effect } from "./ruleEffects.ts";
import { compileRules, type Rule } from "./rules.ts";
import type { Rooms } from "./stacking.ts";

const exclusive = { kind: "exclusive", scope: "basket" } as const;
const onItsLines = { kind: "exclusive", scope: "lines" } as const;
const bestOf = (category: string) => ({ kind: "best_of", category }) as const;

/** A campaign of one rule, both named alike. */
type Named = Partial<Campaign> & {
  gives: Effect;
  items?: ConditionGroup;
  when?: ConditionGroup;
  limit?: Rule["limit"];
};

const fixed = (points: number): Effect => ({ kind: "fixed", points });
const perEuro: Effect = { kind: "points_per_money", points: 1, perMinor: 100 };
const double: Effect = { kind: "multiplier", factor: "2" };
const wine: ConditionGroup = { combinator: "and", rules: [{ field: "item.category", operator: "=", value: "wine" }] };

/** Wine for 60, bread for 40. */
const basket = purchaseOf([
  { amountMinor: 6_000, categories: ["wine"], product: "chianti" },
  { amountMinor: 4_000, categories: ["food"], product: "bread" },
]);

function compiled(named: Record<string, Named>) {
  const rules = Object.entries(named).map(([id, { gives, items, when, limit }]): Rule => {
    const terms = { name: id, pointsType: 1, validFrom: null, validUntil: null, effect: gives };
    return { ...terms, id, version: 1, campaignId: id, items, when, limit };
  });
  const campaigns = Object.entries(named).map(([id, { gives: _, items: __, when: ___, ...terms }]) => ({
    ...usualTerms,
    ...terms,
    limit: null,
    id,
  }));
  return compileRules(rules, campaigns);
}

function earned(named: Record<string, Named>, rooms?: Rooms): Record<string, number> {
  const { awards } = evaluate(compiled(named), basket, someone, { rooms });
  return Object.fromEntries(awards.map(({ ruleId, points }) => [ruleId, points]));
}

const reasons = (named: Record<string, Named>, rooms?: Rooms) =>
  Object.fromEntries(
    (evaluate(compiled(named), basket, someone, { rooms, explain: {} }).whyNot ?? []).map(({ ruleId, reason }) => [
      ruleId,
      reason,
    ]),
  );

describe("campaigns", () => {
  test.each<[string, Record<string, Named>, Record<string, number>]>([
    ["stack where nothing is said", { a: { gives: perEuro }, b: { gives: fixed(50) } }, { a: 100, b: 50 }],
    [
      "that are exclusive keep away those of lower priority",
      { a: { gives: perEuro }, b: { gives: fixed(50), stacking: exclusive, priority: 5 }, c: { gives: fixed(7) } },
      { b: 50 },
    ],
    [
      "of higher priority stay beside an exclusive one",
      { a: { gives: perEuro, priority: 9 }, b: { gives: fixed(50), stacking: exclusive, priority: 5 } },
      { a: 100, b: 50 },
    ],
    [
      "that are exclusive go before others of the same priority",
      { a: { gives: perEuro }, b: { gives: fixed(50), stacking: exclusive } },
      { b: 50 },
    ],
    [
      "that are both exclusive and equal: the older goes first",
      { a: { gives: fixed(20), stacking: exclusive }, b: { gives: fixed(50), stacking: exclusive } },
      { a: 20 },
    ],
    [
      "that are exclusive and give nothing keep nobody away",
      { a: { gives: perEuro }, b: { gives: double, stacking: exclusive, priority: 5 } },
      { a: 100 },
    ],
    [
      "that are exclusive multiply what came before them",
      {
        a: { gives: perEuro, priority: 9 },
        b: { gives: double, stacking: exclusive, priority: 5 },
        c: { gives: fixed(7) },
      },
      { a: 100, b: 100 },
    ],
    [
      "leave the rest of the basket where only their lines are closed",
      { a: { gives: perEuro }, b: { gives: perEuro, items: wine, stacking: onItsLines, priority: 5 } },
      { a: 40, b: 60 },
    ],
    [
      "double only what is left of the basket",
      {
        a: { gives: perEuro, priority: 9 },
        b: { gives: fixed(5), items: wine, stacking: onItsLines, priority: 5 },
        c: { gives: double },
      },
      { a: 100, b: 5, c: 40 },
    ],
    [
      "give nothing once every line is rewarded",
      { a: { gives: fixed(7) }, b: { gives: perEuro, stacking: onItsLines, priority: 5 } },
      { b: 100 },
    ],
    [
      "of one category: the one that gives most counts",
      {
        a: { gives: perEuro },
        b: { gives: fixed(50), stacking: bestOf("spring") },
        c: { gives: fixed(60), stacking: bestOf("spring") },
      },
      { a: 100, c: 60 },
    ],
    [
      "of one category that give the same: the one of higher priority",
      {
        b: { gives: fixed(50), stacking: bestOf("spring") },
        c: { gives: fixed(50), stacking: bestOf("spring"), priority: 1 },
      },
      { c: 50 },
    ],
    [
      "of two categories do not compete",
      { b: { gives: fixed(50), stacking: bestOf("spring") }, c: { gives: fixed(60), stacking: bestOf("new") } },
      { b: 50, c: 60 },
    ],
    [
      "of one category are compared by what they would multiply",
      {
        a: { gives: perEuro },
        b: { gives: double, stacking: bestOf("spring") },
        c: { gives: fixed(99), stacking: bestOf("spring") },
      },
      { a: 100, b: 100 },
    ],
  ])("%s", (_name, named, expected) => {
    expect(earned(named)).toEqual(expected);
    const turned = Object.fromEntries(Object.entries(named).toReversed());
    expect(earned(turned)).toEqual(expected);
  });
});

test("who gave nothing hears who went first, or gave more", () => {
  const first = { gives: fixed(50), stacking: exclusive, priority: 5 };
  expect(reasons({ a: { gives: perEuro }, b: first })).toEqual({ a: { kind: "shut_out", campaignId: "b" } });
  const spring = bestOf("spring");
  expect(reasons({ a: { gives: fixed(5), stacking: spring }, b: { gives: fixed(6), stacking: spring } })).toEqual({
    a: { kind: "outdone", campaignId: "b" },
  });
});

/** As much room as is named, without end where nothing is. */
function rooms({
  rule = {},
  campaign = {},
  budget = {},
  cap,
}: Record<"rule" | "campaign" | "budget", Record<string, number>> & {
  cap?: number;
}): Rooms {
  const countOf = (points = Number.POSITIVE_INFINITY) => ({ points, times: Number.POSITIVE_INFINITY });
  return {
    ofRule: ({ id }) => countOf(rule[id]),
    ofCampaign: ({ id }) => countOf(campaign[id]),
    ofBudget: ({ id }) => budget[id] ?? Number.POSITIVE_INFINITY,
    ofMember: cap === undefined ? null : () => cap,
  };
}

const none = { rule: {}, campaign: {}, budget: {} };
const limited = { limit: { points: 1_000, per: "day" } } as const;

test.each<[string, Record<string, Named>, Rooms, { gave: Record<string, number>; why: Record<string, string> }]>([
  [
    "a limit cuts an award to what is left",
    { a: { gives: perEuro, ...limited } },
    rooms({ ...none, rule: { a: 30 } }),
    { gave: { a: 30 }, why: {} },
  ],
  [
    "a limit that is used up gives nothing",
    { a: { gives: perEuro, ...limited } },
    rooms({ ...none, rule: { a: 0 } }),
    { gave: {}, why: { a: "rule_limit" } },
  ],
  [
    "what a limit cut is multiplied as it is",
    { a: { gives: perEuro, ...limited }, b: { gives: double } },
    rooms({ ...none, rule: { a: 30 } }),
    { gave: { a: 30, b: 30 }, why: {} },
  ],
  [
    "an exclusive campaign without room keeps nobody away",
    { a: { gives: perEuro }, b: { gives: fixed(50), stacking: exclusive, ...limited } },
    rooms({ ...none, rule: { b: 0 } }),
    { gave: { a: 100 }, why: { b: "rule_limit" } },
  ],
  [
    "a budget gives nothing of an award that it cannot pay",
    { a: { gives: perEuro, budget: { whenShort: "nothing" } } },
    rooms({ ...none, budget: { a: 99 } }),
    { gave: {}, why: { a: "budget" } },
  ],
  [
    "or what is left, where the campaign says so",
    { a: { gives: perEuro, budget: { whenShort: "partial" } } },
    rooms({ ...none, budget: { a: 99 } }),
    { gave: { a: 99 }, why: {} },
  ],
  [
    "the cap of the programme is drawn on in the order of the campaigns",
    { a: { gives: perEuro }, b: { gives: fixed(50), priority: 5 } },
    rooms({ ...none, cap: 70 }),
    { gave: { a: 20, b: 50 }, why: {} },
  ],
  ["a cap that is used up", { a: { gives: perEuro } }, rooms({ ...none, cap: 0 }), { gave: {}, why: { a: "cap" } }],
])("%s", (_name, named, room, { gave, why }) => {
  expect(earned(named, room)).toEqual(gave);
  const kinds = Object.entries(reasons(named, room)).map(([rule, { kind }]) => [rule, kind]);
  expect(Object.fromEntries(kinds)).toEqual(why);
});

test("an award that is cut is shared over its lines as it was", () => {
  const named = { a: { gives: perEuro, ...limited } };
  const { awards, cuts } = evaluate(compiled(named), basket, someone, { rooms: rooms({ ...none, rule: { a: 10 } }) });
  expect(awards.map(({ perLine }) => perLine)).toEqual([[6, 4]]);
  expect(cuts).toEqual([{ ruleId: "a", ruleVersion: 1, wanted: 100, points: 10, by: "rule_limit" }]);
});
