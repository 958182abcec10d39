// Earning rules: when they hold, which lines they count, what they give. A set of rules is compiled once and then met
// by thousands of baskets a second (evaluation.ts).
import { type Condition, type ConditionGroup, compileTest, isGroup, type Test } from "./conditions.ts";
import { isItemField, type Scene } from "./facts.ts";
import type { FieldName } from "./fields.ts";
import { compileEffect, type Effect, type Give } from "./ruleEffects.ts";
import { indexRules, type RuleIndex } from "./ruleIndex.ts";

export type Rule = {
  readonly id: string;
  readonly version: number;
  readonly campaignId?: string | undefined;
  readonly name: string;
  /** The number of the points type that it gives. */
  readonly pointsType: number;
  /** Half open, in epoch milliseconds; null is from or until ever. */
  readonly validFrom: number | null;
  readonly validUntil: number | null;
  /** About the activity, the member, the place and the time; about items it means that some line will do. */
  readonly when?: ConditionGroup | undefined;
  /** About items: the lines that count. Without any such line the rule gives nothing. */
  readonly items?: ConditionGroup | undefined;
  readonly effect: Effect;
};

export type CompiledRule = {
  readonly rule: Rule;
  /** Null where the rule asks for nothing. */
  readonly when: Test | null;
  readonly items: Test | null;
  readonly give: Give;
};

/** Sorted by id and version; `index` finds the positions that a basket can meet. */
export type CompiledRules = { readonly rules: readonly CompiledRule[]; readonly index: RuleIndex };

export function compileRules(rules: readonly Rule[]): CompiledRules {
  const sorted = rules.toSorted(byIdAndVersion);
  return {
    rules: sorted.map((rule) => ({
      rule,
      when: rule.when === undefined ? null : compileTest(rule.when),
      items: rule.items === undefined ? null : compileTest(rule.items),
      give: compileEffect(rule.effect),
    })),
    index: indexRules(sorted.map(({ when, items }) => [when, items].filter((group) => group !== undefined))),
  };
}

/** Whether the moment and the conditions allow the rule; which lines count is asked later. */
export function isMet({ rule, when }: CompiledRule, scene: Scene): boolean {
  return isValidAt(rule, scene.at) && (when === null || when(scene));
}

function isValidAt({ validFrom, validUntil }: Rule, at: number): boolean {
  return (validFrom === null || at >= validFrom) && (validUntil === null || at < validUntil);
}

/** Whether the rule asks for something of the whole basket that a return can take away: its sum, its size, an item. */
export function asksOfBasket({ when }: Rule): boolean {
  const isAsked = (asked: Condition | ConditionGroup): boolean =>
    isGroup(asked) ? asked.rules.some(isAsked) : basketFields.has(asked.field) || isItemField(asked.field);
  return when !== undefined && isAsked(when);
}

const basketFields: ReadonlySet<FieldName> = new Set(["activity.amount_minor", "activity.items"]);

/** Notes in scene.counts which lines count. False where the rule is about lines and none does. */
export function hasCountingLines({ items }: CompiledRule, scene: Scene): boolean {
  const { lines, counts } = scene;
  let any = items === null;
  for (let at = 0; at < lines.length; at++) {
    scene.line = lines[at];
    const does = items === null || items(scene);
    counts[at] = does;
    any ||= does;
  }
  scene.line = undefined;
  return any;
}

/** By code units, which no language setting changes. */
function byIdAndVersion(a: Rule, b: Rule): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.version - b.version;
}
