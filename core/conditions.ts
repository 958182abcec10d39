// One language for conditions: a group of comparisons over the field catalogue, in the shape that the visual editor
// edits. Here it becomes a closure; conditionSql.ts makes it SQL, sentences.ts words, conditionParser.ts lets it in.
import { type Facts, type Found, isItemField, readItem, readScene, type Scene, sceneOf } from "./facts.ts";
import type { FieldName, Operator } from "./fields.ts";

export type Scalar = string | number | boolean;

export type ConditionValue = Scalar | null | readonly Scalar[];

export type Condition = {
  readonly field: FieldName;
  readonly operator: Operator;
  readonly value: ConditionValue;
};

/** A group without rules always holds, negated or not. */
export type ConditionGroup = {
  readonly combinator: "and" | "or";
  readonly not?: boolean | undefined;
  readonly rules: readonly (Condition | ConditionGroup)[];
};

/** A comparison that decided against the member. `negated`: it held, but stands under a "not". */
export type Failure = { readonly condition: Condition; readonly negated: boolean; readonly found: Found };

export function isGroup(rule: Condition | ConditionGroup): rule is ConditionGroup {
  return "rules" in rule;
}

/** A function that says whether the facts meet the conditions. */
export function compileCondition(group: ConditionGroup): (facts: Facts) => boolean {
  const test = compileTest(group);
  return (facts) => test(sceneOf(facts));
}

/** The first comparison that stood in the way, with what was found, or null where the conditions are met. */
export function firstFailure(group: ConditionGroup, facts: Facts): Failure | null {
  return firstFailureIn(group, sceneOf(facts));
}

export type Test = (scene: Scene) => boolean;

/**
 * The same for a scene that many conditions share: what the rules use. An item field without a line at hand asks
 * whether some line will do, each comparison for itself; which lines count together is what a rule's `items` says.
 */
export function compileTest(rule: Condition | ConditionGroup): Test {
  if (!isGroup(rule)) return compileComparison(rule);
  if (rule.rules.length === 0) return () => true;
  const tests = rule.rules.map(compileTest);
  const joined = rule.combinator === "and" ? allOf(tests) : anyOf(tests);
  return rule.not === true ? (scene) => !joined(scene) : joined;
}

export function firstFailureIn(rule: Condition | ConditionGroup, scene: Scene): Failure | null {
  if (compileTest(rule)(scene)) return null;
  return decisiveComparison(rule, scene);
}

/** Unrolled for the usual sizes: a loop over closures costs twice as much as naming them. */
function allOf(tests: readonly Test[]): Test {
  const [first, second, third] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (third === undefined) return (scene) => first(scene) && second(scene);
  if (tests.length === 3) return (scene) => first(scene) && second(scene) && third(scene);
  return (scene) => {
    for (const test of tests) if (!test(scene)) return false;
    return true;
  };
}

function anyOf(tests: readonly Test[]): Test {
  const [first, second] = tests;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  return (scene) => {
    for (const test of tests) if (test(scene)) return true;
    return false;
  };
}

function compileComparison({ field, operator, value }: Condition): Test {
  const holds = compileOperator(operator, value);
  if (!isItemField(field)) {
    const read = readScene[field];
    return (scene) => holds(read(scene));
  }
  const read = readItem[field];
  return (scene) => {
    if (scene.line !== undefined) return holds(read(scene.line));
    for (const line of scene.lines) if (holds(read(line))) return true;
    return false;
  };
}

/**
 * What is not known meets no comparison but the negative ones: a member without a tier is "not gold", yet neither
 * "gold" nor "below gold". conditionSql.ts keeps to the same.
 */
function compileOperator(operator: Operator, value: ConditionValue): (found: Found) => boolean {
  switch (operator) {
    case "=":
      return isEqualTo(value);
    case "!=":
      return negated(isEqualTo(value));
    case "<":
      return (found) => isBelow(found, value);
    case "<=":
      return (found) => isBelow(found, value) || (found === value && value !== null);
    case ">":
      return (found) => isBelow(value, found);
    case ">=":
      return (found) => isBelow(value, found) || (found === value && value !== null);
    case "between":
      return isBetween(value);
    case "notBetween":
      return negated(isBetween(value));
    case "in":
      return isAmong(value);
    case "notIn":
      return negated(isAmong(value));
    case "contains":
      return isContaining(value);
    case "doesNotContain":
      return negated(isContaining(value));
    case "beginsWith":
      return isBeginningWith(value);
    case "doesNotBeginWith":
      return negated(isBeginningWith(value));
    case "null":
      return (found) => found === null || found === undefined;
    case "notNull":
      return (found) => found !== null && found !== undefined;
  }
}

/** A list equals a value that it holds: an item is "= coffee" when coffee is one of its categories. */
function isEqualTo(value: ConditionValue): (found: Found) => boolean {
  if (value === null || typeof value === "object") return () => false;
  if (typeof value !== "string") return (found) => found === value;
  return (found) => found === value || (typeof found === "object" && found !== null && found.includes(value));
}

function isBelow(low: Found | ConditionValue, high: Found | ConditionValue): boolean {
  if (typeof low === "number" && typeof high === "number") return low < high;
  return typeof low === "string" && typeof high === "string" && low < high;
}

function isBetween(value: ConditionValue): (found: Found) => boolean {
  if (typeof value !== "object" || value === null) return () => false;
  const [low = null, high = null] = value;
  return (found) => isKnown(found) && isKnown(low) && isKnown(high) && !isBelow(found, low) && !isBelow(high, found);
}

function isAmong(value: ConditionValue): (found: Found) => boolean {
  if (typeof value !== "object" || value === null) return () => false;
  const values = new Set<Found>(value);
  return (found) => {
    if (typeof found !== "object" || found === null) return values.has(found);
    for (const one of found) if (values.has(one)) return true;
    return false;
  };
}

function isContaining(value: ConditionValue): (found: Found) => boolean {
  return (found) => typeof found === "string" && typeof value === "string" && found.includes(value);
}

function isBeginningWith(value: ConditionValue): (found: Found) => boolean {
  return (found) => typeof found === "string" && typeof value === "string" && found.startsWith(value);
}

function isKnown(found: Found): boolean {
  return found !== null && found !== undefined;
}

function negated(holds: (found: Found) => boolean): (found: Found) => boolean {
  return (found) => !holds(found);
}

/** Walks to the comparison that made the group come out as it did; under a "not" that is one which held. */
function decisiveComparison(rule: Condition | ConditionGroup, scene: Scene): Failure | null {
  const outcome = compileTest(rule)(scene);
  if (!isGroup(rule)) return { condition: rule, negated: outcome, found: foundFor(rule, scene) };
  const joined = rule.not === true ? !outcome : outcome;
  for (const child of rule.rules) {
    if (compileTest(child)(scene) === joined) return decisiveComparison(child, scene);
  }
  return null;
}

/** For an item field without a line at hand: what the first line has. */
function foundFor({ field }: Condition, scene: Scene): Found {
  if (!isItemField(field)) return readScene[field](scene);
  const line = scene.line ?? scene.lines[0];
  return line === undefined ? undefined : readItem[field](line);
}
