// Segments as rules ask for them: each is its conditions about the member, met or not by the facts at hand. Nobody
// looks anything up, and of the segments that no rule asks for nobody takes notice.
import { type Condition, type ConditionGroup, compileTest, isGroup, type Test } from "./conditions.ts";
import { sceneFor, type Who } from "./facts.ts";

export type Segment = Readonly<{ code: string; conditions: ConditionGroup }>;
export type CompiledSegment = Readonly<{ code: string; test: Test }>;

/** The segments that are asked for by any of the conditions. */
export function compileSegments(
  segments: readonly Segment[],
  asking: readonly (ConditionGroup | undefined)[],
): CompiledSegment[] {
  const asked = new Set(asking.flatMap((group) => (group === undefined ? [] : codesIn(group))));
  return segments
    .filter(({ code }) => asked.has(code))
    .map(({ code, conditions }) => ({ code, test: compileTest(conditions) }));
}

function codesIn(asked: Condition | ConditionGroup): string[] {
  if (isGroup(asked)) return asked.rules.flatMap(codesIn);
  if (asked.field !== "segment.in") return [];
  const { value } = asked;
  return (Array.isArray(value) ? value : [value]).map(String);
}

/** The codes of those that the member is in at that moment. Who has left is in none. */
export function segmentsOf(compiled: readonly CompiledSegment[], who: Who, at: number): readonly string[] {
  if (who.member.status === "closed") return [];
  const scene = sceneFor(who, at, undefined, undefined);
  return compiled.filter(({ test }) => test(scene)).map(({ code }) => code);
}
