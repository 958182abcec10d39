// What a basket, a visit or a shared link earns. The outcome never depends on the order of the rules.
import type { Activity } from "./activity.ts";
import { type Award, addPerLine, awardFrom } from "./awards.ts";
import { isHeldOut } from "./campaigns.ts";
import { type Scene, sceneFor, type Who } from "./facts.ts";
import { isMultiplied } from "./ruleEffects.ts";
import { type WhyNot, whyNot } from "./ruleExplanations.ts";
import { candidatesOf } from "./ruleIndex.ts";
import { type CompiledRule, type CompiledRules, hasCountingLines, isMet } from "./rules.ts";
import { segmentsOf } from "./segments.ts";
import { type Combined, type Cut, combine, type Rooms } from "./stacking.ts";

export type { Award } from "./awards.ts";

export type Evaluation = {
  readonly awards: readonly Award[];
  /** Awards that limits and budgets made smaller, or nothing. */
  readonly cuts: readonly Cut[];
  /** By campaign, points that its budget could not pay. */
  readonly short: ReadonlyMap<string, number>;
  /** Campaigns that would have given something to a member whom they are compared with. */
  readonly heldOut: readonly string[];
  readonly whyNot?: WhyNot[];
};

export type EvaluationOptions = {
  /** What limits and budgets leave; without it there are none. */
  readonly rooms?: Rooms | undefined;
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
  const scene = sceneFor(placed(compiled, who, activity.at), activity.at, activity, undefined);
  const candidates = activity.kind === "return" ? [] : candidatesOf(compiled.index, scene);
  const all = metOf(compiled.rules, candidates, scene);
  const { rules, heldOut } = withoutHeldOut(all, scene, who.id);
  const isPlain = (options.rooms?.ofMember ?? null) === null && rules.every((rule) => rule.isPlain);
  const { awards, cuts, shut, short }: Combined = isPlain
    ? { ...alone, awards: awardsOf(rules, scene) }
    : combine(rules, scene, options.rooms);
  if (options.explain === undefined) return { awards, cuts, short, heldOut };
  const { ruleId } = options.explain;
  const told = { cuts, shut, heldOut: new Set(heldOut) };
  return { awards, cuts, short, heldOut, whyNot: whyNot({ compiled, candidates, awards, told, scene, ruleId }) };
}

/** Where campaigns only stack nothing is kept away or cut. */
const alone: Combined = { awards: [], cuts: [], shut: new Map(), short: new Map() };

/** With the segments that the member is in, where some rule asks for any. */
function placed({ segments }: CompiledRules, who: Who, at: number): Who {
  if (segments.length === 0 || who.segments !== undefined) return who;
  return { ...who, segments: segmentsOf(segments, who, at) };
}

function metOf(rules: readonly CompiledRule[], candidates: readonly number[], scene: Scene): CompiledRule[] {
  const met: CompiledRule[] = [];
  for (const ordinal of candidates) {
    const compiled = rules[ordinal];
    if (compiled !== undefined && isMet(compiled, scene)) met.push(compiled);
  }
  return met;
}

/** Without the campaigns that this member is held out of. They keep nobody else away either. */
function withoutHeldOut(
  met: readonly CompiledRule[],
  scene: Scene,
  memberId: string | undefined,
): { rules: readonly CompiledRule[]; heldOut: readonly string[] } {
  const isOut = ({ campaign }: CompiledRule): boolean => memberId !== undefined && isHeldOut(campaign, memberId);
  if (memberId === undefined || met.every(({ campaign }) => campaign.holdout === 0)) return { rules: met, heldOut: [] };
  const missed = met.filter((compiled) => isOut(compiled) && hasCountingLines(compiled, scene));
  return {
    rules: met.filter((compiled) => !isOut(compiled)),
    heldOut: [...new Set(missed.map(({ campaign }) => campaign.id))],
  };
}

/** Multipliers come last, because they work on what the others gave for money and items; the order stays by rule. */
function awardsOf(met: readonly CompiledRule[], scene: Scene): Award[] {
  const awards = new Array<Award | null>(met.length);
  const given = new Map<number, readonly number[]>();
  for (let at = 0; at < met.length; at++) {
    const compiled = met[at];
    if (compiled === undefined || compiled.rule.effect.kind === "multiplier") continue;
    const award = awardFrom(compiled, scene, []);
    awards[at] = award;
    if (award !== null && isMultiplied(compiled.rule.effect)) addPerLine(given, award.pointsType, award.perLine);
  }
  for (let at = 0; at < met.length; at++) {
    const compiled = met[at];
    if (compiled === undefined || compiled.rule.effect.kind !== "multiplier") continue;
    awards[at] = awardFrom(compiled, scene, given.get(compiled.rule.pointsType) ?? []);
  }
  return awards.filter((award) => award !== null);
}
