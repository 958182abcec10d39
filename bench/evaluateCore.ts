// What one basket costs when ever more rules are live of which the same 20 match, against a loop over all of them.
import type { Activity } from "../core/activity.ts";
import type { Condition } from "../core/conditions.ts";
import { evaluate } from "../core/evaluation.ts";
import { newcomer, type Who } from "../core/facts.ts";
import type { Effect } from "../core/ruleEffects.ts";
import { type CompiledRules, compileRules, type Rule } from "../core/rules.ts";

export type EvaluateCoreResult = {
  readonly rows: { readonly rules: number; readonly microseconds: number }[];
  /** The loop over all compiled rules, at the largest number of them. */
  readonly naive: { readonly rules: number; readonly microseconds: number };
  /** The largest number against the smallest: how much the rules that cannot match cost. */
  readonly growth: number;
  /** How many times the loop costs what the index costs. */
  readonly speedup: number;
};

const ruleCounts = [100, 1_000, 10_000] as const;
const matching = 20;
const roundMs = 40;

/** Medians of alternated rounds, so that a busy moment of the machine meets all of them alike. */
export function measureEvaluateCore(rounds = 7): EvaluateCoreResult {
  const indexed = ruleCounts.map((count) => ({ rules: count, compiled: compileRules(rulesFor(count)) }));
  const largest = indexed.map(({ compiled }) => compiled).at(-1) ?? compileRules([]);
  const subjects = [...indexed.map(({ compiled }) => compiled), withoutIndex(largest)];
  const samples: number[][] = subjects.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [at, compiled] of subjects.entries()) {
      const microseconds = microsecondsPerBasket(compiled);
      if (round >= 0) samples[at]?.push(microseconds);
    }
  }
  const medians = samples.map(median);
  const rows = ruleCounts.map((rules, at) => ({ rules, microseconds: medians[at] ?? 0 }));
  const naive = { rules: 10_000, microseconds: medians.at(-1) ?? 0 };
  const slowest = rows.at(-1)?.microseconds ?? 0;
  return { rows, naive, growth: slowest / (rows[0]?.microseconds ?? 1), speedup: naive.microseconds / slowest };
}

const who: Who = {
  member: { ...newcomer(Date.UTC(2024, 4, 2)), tier: "silver", country: "GB", purchases: 12, spendMinor: 84_000 },
  timezone: "Europe/London",
  balance: 840,
  segments: ["regulars"],
};

/** A Wednesday afternoon in London. */
const basket: Activity = {
  kind: "purchase",
  channel: "till",
  partner: "bakery",
  location: "london-1",
  country: "GB",
  at: Date.UTC(2026, 2, 11, 15, 30),
  currency: "GBP",
  amountMinor: 1_850,
  lines: [
    { product: "espresso", categories: ["coffee", "drinks"], quantityThousandths: 2_000, amountMinor: 540 },
    { product: "sourdough", categories: ["bread"], quantityThousandths: 1_000, amountMinor: 430 },
    { product: "beans-1kg", categories: ["coffee"], quantityThousandths: 1_000, amountMinor: 880 },
  ],
};

/** The first 20 hold for the basket; the others are as like them as other shops, goods and days make them. */
function rulesFor(count: number): Rule[] {
  return Array.from({ length: count }, (_, at) => ruleAt(at));
}

function ruleAt(at: number): Rule {
  const { when, items } = at < matching ? held(at) : missed(at);
  return {
    id: `rule-${String(at).padStart(5, "0")}`,
    version: 1,
    name: `Rule ${at}`,
    pointsType: 1,
    validFrom: Date.UTC(2026, 0, 1),
    validUntil: null,
    when: { combinator: "and", rules: [{ field: "activity.kind", operator: "=", value: "purchase" }, ...when] },
    ...(items === undefined ? {} : { items: { combinator: "and", rules: [items] } }),
    effect: effectAt(at),
  };
}

type Asked = { readonly when: Condition[]; readonly items?: Condition };

function held(at: number): Asked {
  const kinds: Asked[] = [
    { when: [], items: { field: "item.product", operator: "=", value: "espresso" } },
    { when: [{ field: "member.tier", operator: "in", value: ["silver", "gold"] }] },
    { when: [], items: { field: "item.category", operator: "=", value: "coffee" } },
    { when: [{ field: "activity.location", operator: "=", value: "london-1" }] },
    { when: [{ field: "time.weekday", operator: "=", value: 3 }] },
  ];
  return kinds[at % kinds.length] ?? { when: [] };
}

function missed(at: number): Asked {
  const kinds: Asked[] = [
    { when: [], items: { field: "item.product", operator: "=", value: `product-${at}` } },
    { when: [{ field: "activity.location", operator: "=", value: `shop-${at % 500}` }] },
    { when: [], items: { field: "item.category", operator: "=", value: `category-${at % 300}` } },
    { when: [{ field: "activity.partner", operator: "=", value: `partner-${at % 200}` }] },
    {
      when: [{ field: "time.weekday", operator: "=", value: 3 }],
      items: { field: "item.product", operator: "in", value: [`product-${at}`, `product-${at + 1}`] },
    },
  ];
  return kinds[at % kinds.length] ?? { when: [] };
}

function effectAt(at: number): Effect {
  const kinds: Effect[] = [
    { kind: "points_per_money", points: 1, perMinor: 100 },
    { kind: "fixed", points: 25 },
    { kind: "per_item", points: 5, perThousandths: 1_000 },
    { kind: "multiplier", factor: "1.5" },
  ];
  return kinds[at % kinds.length] ?? { kind: "fixed", points: 1 };
}

function withoutIndex({ rules, segments }: CompiledRules): CompiledRules {
  return { rules, segments, index: { unfiled: [...rules.keys()], branches: [] } };
}

function microsecondsPerBasket(compiled: CompiledRules): number {
  let baskets = 0;
  const start = performance.now();
  let elapsedMs = 0;
  while (elapsedMs < roundMs) {
    for (let again = 0; again < 20; again++) {
      const { awards } = evaluate(compiled, basket, who);
      if (awards.length !== matching) throw new Error(`${awards.length} rules matched, not ${matching}`);
    }
    baskets += 20;
    elapsedMs = performance.now() - start;
  }
  return (elapsedMs * 1_000) / baskets;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
