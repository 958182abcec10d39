// What one rule gives for an activity, and what multipliers work on.
import type { Scene } from "./facts.ts";
import { type CompiledRule, hasCountingLines } from "./rules.ts";

/** What a rule gave. `perLine` sums to the points exactly; it is empty where the activity has no lines. */
export type Award = {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly pointsType: number;
  readonly points: number;
  readonly perLine: readonly number[];
  /** A reward instead of points, which then say what it weighs: it is given and taken back as one piece. */
  readonly rewardId?: string | undefined;
};

/** By points type, what rules gave for the money and the pieces of each line. */
export type Bases = ReadonlyMap<number, readonly number[]>;

/**
 * What a rule gives by itself, or null. `worked`: what a multiplier works on. `closed`: lines that count no more.
 */
export function awardFrom(
  compiled: CompiledRule,
  scene: Scene,
  worked: readonly number[],
  closed?: readonly boolean[],
): Award | null {
  if (!hasCountingLines(compiled, scene, closed)) return null;
  const share = compiled.give(scene.lines, scene.counts, worked);
  if (share === null) return null;
  const { id, version, pointsType, effect } = compiled.rule;
  const award = { ruleId: id, ruleVersion: version, pointsType, points: share.points, perLine: share.perLine };
  return effect.kind === "reward" ? { ...award, rewardId: effect.rewardId } : award;
}

export function addPerLine(sums: Map<number, readonly number[]>, pointsType: number, perLine: readonly number[]): void {
  const before = sums.get(pointsType);
  sums.set(pointsType, before === undefined ? perLine : before.map((sum, at) => sum + (perLine[at] ?? 0)));
}
