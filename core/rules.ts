// Earning rules: when they hold, which lines they count, what they give. A set of rules is compiled once and then met
// by thousands of baskets a second (evaluation.ts).
import { type Campaign, isUsual, usualTerms } from "./campaigns.ts";
import { type Condition, type ConditionGroup, compileTest, isGroup, type Test } from "./conditions.ts";
import { isItemField, type Scene } from "./facts.ts";
import type { FieldName } from "./fields.ts";
import type { Limit } from "./limits.ts";
import { compileEffect, type Effect, type Give } from "./ruleEffects.ts";
import { indexRules, type RuleIndex } from "./ruleIndex.ts";
import { conditionOf } from "./schedules.ts";
import { type CompiledSegment, compileSegments, type Segment } from "./segments.ts";

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
  /** How much of it a member may have. */
  readonly limit?: Limit | undefined;
};

export type CompiledRule = {
  readonly rule: Rule;
  readonly campaign: Campaign;
  /** What the rule and its campaign's schedule ask for. */
  readonly conditions: ConditionGroup | undefined;
  /** Null where the rule asks for nothing. */
  readonly when: Test | null;
  readonly items: Test | null;
  readonly give: Give;
  /** Whether it gives whatever others do, as much as it likes, and to everybody. */
  readonly isPlain: boolean;
};

/** Sorted by id and version; `index` finds the positions that a basket can meet. */
export type CompiledRules = {
  readonly rules: readonly CompiledRule[];
  readonly index: RuleIndex;
  /** Those that some rule asks for. */
  readonly segments: readonly CompiledSegment[];
};

/** Rules of campaigns that are not named, or of none, stack. */
export function compileRules(
  rules: readonly Rule[],
  campaigns: readonly Campaign[] = [],
  segments: readonly Segment[] = [],
): CompiledRules {
  const known = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const compiled = rules.toSorted(byIdAndVersion).map((rule): CompiledRule => {
    const { campaignId: id = "" } = rule;
    const campaign = known.get(id) ?? { ...usualTerms, id };
    const conditions = conditionsOf(rule, campaign);
    return {
      rule,
      campaign,
      conditions,
      when: conditions === undefined ? null : compileTest(conditions),
      items: rule.items === undefined ? null : compileTest(rule.items),
      give: compileEffect(rule.effect),
      isPlain: rule.limit === undefined && isUsual(campaign),
    };
  });
  const demands = compiled.map(({ conditions, rule }) =>
    [conditions, rule.items].filter((group) => group !== undefined),
  );
  const asking = compiled.map(({ conditions }) => conditions);
  return { rules: compiled, index: indexRules(demands), segments: compileSegments(segments, asking) };
}

/** What must hold for a rule to give: the hours of its campaign, then what it asks for itself. */
export function conditionsOf(
  { when }: Pick<Rule, "when">,
  { schedule }: Pick<Campaign, "schedule">,
): ConditionGroup | undefined {
  const isOpen = conditionOf(schedule);
  if (isOpen === undefined || when === undefined) return isOpen ?? when;
  return { combinator: "and", rules: [isOpen, when] };
}

/** One version of a rule, found by halving: they are sorted. */
export function ruleNamed({ rules }: CompiledRules, id: string, version: number): CompiledRule | undefined {
  let low = 0;
  let high = rules.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const compiled = rules[middle];
    if (compiled === undefined) return undefined;
    const order = byIdAndVersion(compiled.rule, { id, version });
    if (order === 0) return compiled;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
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

/**
 * Notes in scene.counts which lines count. False where the rule is about lines and none does. `closed`: lines that an
 * exclusive campaign has rewarded; a rule about the whole basket needs one that is left.
 */
export function hasCountingLines({ items }: CompiledRule, scene: Scene, closed?: readonly boolean[]): boolean {
  const { lines, counts } = scene;
  let any = items === null && closed === undefined;
  for (let at = 0; at < lines.length; at++) {
    scene.line = lines[at];
    const does = closed?.[at] !== true && (items === null || items(scene));
    counts[at] = does;
    any ||= does;
  }
  scene.line = undefined;
  return any;
}

/** By code units, which no language setting changes. */
function byIdAndVersion(a: Pick<Rule, "id" | "version">, b: Pick<Rule, "id" | "version">): number {
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  return a.version - b.version;
}
