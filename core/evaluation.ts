// What a basket, a visit or a shared link earns. The outcome never depends on the order of the rules.
import type { Activity } from "./activity.ts";
import { type Scene, sceneFor, type Who } from "./facts.ts";
import { type WhyNot, whyNot } from "./ruleExplanations.ts";
import { candidatesOf } from "./ruleIndex.ts";
import { type CompiledRule, type CompiledRules, hasCountingLines, isMet } from "./rules.ts";

/** What a rule gave. `perLine` sums to the points exactly; it is empty where the activity has no lines. */
export type Award = {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly pointsType: number;
  readonly points: number;
  readonly perLine: readonly number[];
};

export type Evaluation = { readonly awards: Award[]; readonly whyNot?: WhyNot[] };

export type EvaluationOptions = {
  /** Says of the rules that gave nothing why; of one rule only, where its id is given. */
  readonly explain?: { readonly ruleId?: string | undefined } | undefined;
};

/**
 * The points that an activity earns, sorted by rule. Nothing is written and nothing is asked but what is given here.
 * A return earns nothing by itself: it takes back what its purchase earned.
 */
export function evaluate(
  compiled: CompiledRules,
  activity: Activity,
  who: Who,
  options: EvaluationOptions = {},
): Evaluation {
  const scene = sceneFor(who, activity.at, activity, undefined);
  const candidates = activity.kind === "return" ? [] : candidatesOf(compiled.index, scene);
  const awards = awardsOf(compiled.rules, candidates, scene);
  if (options.explain === undefined) return { awards };
  const { ruleId } = options.explain;
  return { awards, whyNot: whyNot({ compiled, candidates, awards, scene, ruleId }) };
}

/** Multipliers come last, because they work on what the others gave for money and items; the order stays by rule. */
function awardsOf(rules: readonly CompiledRule[], candidates: readonly number[], scene: Scene): Award[] {
  const met: CompiledRule[] = [];
  for (const ordinal of candidates) {
    const compiled = rules[ordinal];
    if (compiled !== undefined && isMet(compiled, scene)) met.push(compiled);
  }

  const awards = new Array<Award | null>(met.length);
  const given = new Map<number, number[]>();
  for (let at = 0; at < met.length; at++) {
    const compiled = met[at];
    if (compiled === undefined || compiled.rule.effect.kind === "multiplier") continue;
    const award = awardFrom(compiled, scene, []);
    awards[at] = award;
    if (award !== null && compiled.rule.effect.kind !== "fixed") addPerLine(given, award);
  }
  for (let at = 0; at < met.length; at++) {
    const compiled = met[at];
    if (compiled === undefined || compiled.rule.effect.kind !== "multiplier") continue;
    awards[at] = awardFrom(compiled, scene, given.get(compiled.rule.pointsType) ?? []);
  }
  return awards.filter((award) => award !== null);
}

function awardFrom(compiled: CompiledRule, scene: Scene, given: readonly number[]): Award | null {
  if (!hasCountingLines(compiled, scene)) return null;
  const share = compiled.give(scene.lines, scene.counts, given);
  if (share === null) return null;
  const { id, version, pointsType } = compiled.rule;
  return { ruleId: id, ruleVersion: version, pointsType, points: share.points, perLine: share.perLine };
}

/** Sums up, for each points type, what multipliers of that type work on. */
function addPerLine(given: Map<number, number[]>, { pointsType, perLine }: Award): void {
  const sums = given.get(pointsType);
  if (sums === undefined) {
    given.set(pointsType, [...perLine]);
    return;
  }
  for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (perLine[at] ?? 0);
}
