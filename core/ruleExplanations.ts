// Why a rule gave nothing: the first thing that stood in its way.
import { type Failure, firstFailureIn } from "./conditions.ts";
import type { Scene } from "./facts.ts";
import { type CompiledRule, type CompiledRules, hasCountingLines } from "./rules.ts";
import type { Cut, CutBy, Shut } from "./stacking.ts";

export type WhyNot = { readonly ruleId: string; readonly ruleVersion: number; readonly reason: Reason };

export type Reason =
  | { readonly kind: "is_return" }
  | { readonly kind: "not_yet_valid"; readonly validFrom: number }
  | { readonly kind: "no_longer_valid"; readonly validUntil: number }
  | { readonly kind: "condition"; readonly failure: Failure }
  /** No line counts: why the first line does not, where there is one. */
  | { readonly kind: "no_line_counts"; readonly failure: Failure | null }
  /** The conditions are met, yet what counts is too little for a point. */
  | { readonly kind: "less_than_one_point" }
  /** The member belongs to those whom the campaign is compared with. */
  | { readonly kind: "held_out" }
  /** A campaign that goes first keeps this one away, or one of the same category gave more. */
  | { readonly kind: Shut["kind"]; readonly campaignId: string }
  /** The member had all that the rule, the campaign or the programme gives in a period, or the budget is used up. */
  | { readonly kind: CutBy };

/** More rules than this are not explained at once: the answer is for a person. */
export const explainedMax = 50;

/** What was found while the awards were made up. `shut` by campaign. */
type Told = {
  readonly cuts: readonly Cut[];
  readonly shut: ReadonlyMap<string, Shut>;
  readonly heldOut: ReadonlySet<string>;
};

type Question = {
  readonly compiled: CompiledRules;
  readonly candidates: readonly number[];
  readonly awards: readonly { readonly ruleId: string; readonly ruleVersion: number }[];
  readonly told: Told;
  readonly scene: Scene;
  /** Only this rule. */
  readonly ruleId: string | undefined;
};

/** Candidates first, since they came closest; each part sorted by rule. */
export function whyNot({ compiled, candidates, awards, told, scene, ruleId }: Question): WhyNot[] {
  const { rules } = compiled;
  const gave = new Set(awards.map((award) => keyOf(award.ruleId, award.ruleVersion)));
  const close = new Set(candidates);
  const order = [...candidates, ...rules.keys().filter((ordinal) => !close.has(ordinal))];
  const explained: WhyNot[] = [];
  for (const ordinal of order) {
    const rule = rules[ordinal];
    if (rule === undefined || explained.length === explainedMax) break;
    if (ruleId !== undefined && rule.rule.id !== ruleId) continue;
    if (gave.has(keyOf(rule.rule.id, rule.rule.version))) continue;
    explained.push({ ruleId: rule.rule.id, ruleVersion: rule.rule.version, reason: reasonOf(rule, scene, told) });
  }
  return explained;
}

function reasonOf(compiled: CompiledRule, scene: Scene, told: Told): Reason {
  const { rule, campaign, conditions } = compiled;
  if (scene.activity?.kind === "return") return { kind: "is_return" };
  const { validFrom, validUntil } = rule;
  if (validFrom !== null && scene.at < validFrom) return { kind: "not_yet_valid", validFrom };
  if (validUntil !== null && scene.at >= validUntil) return { kind: "no_longer_valid", validUntil };
  const failure = conditions === undefined ? null : firstFailureIn(conditions, scene);
  if (failure !== null) return { kind: "condition", failure };
  if (told.heldOut.has(campaign.id)) return { kind: "held_out" };
  const shut = told.shut.get(campaign.id);
  if (shut !== undefined) return { kind: shut.kind, campaignId: shut.by.id };
  const cut = told.cuts.find(({ ruleId, ruleVersion }) => ruleId === rule.id && ruleVersion === rule.version);
  if (cut !== undefined) return { kind: cut.by };
  if (rule.items === undefined || hasCountingLines(compiled, scene)) return { kind: "less_than_one_point" };
  const [line] = scene.lines;
  return {
    kind: "no_line_counts",
    failure: line === undefined ? null : firstFailureIn(rule.items, { ...scene, line }),
  };
}

function keyOf(ruleId: string, version: number): string {
  return `${ruleId} ${version}`;
}
