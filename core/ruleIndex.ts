// Which rules a basket can meet at all. Rules are filed by what they compare for equality, so that the cost of an
// evaluation follows the rules that match and not the rules that exist.
import { type Condition, type ConditionGroup, isGroup } from "./conditions.ts";
import { type Found, isItemField, readItem, readScene, type Scene } from "./facts.ts";
import type { FieldName } from "./fields.ts";

/** A rule can only match where the field has the value (or, for a list, holds it). */
type Key = { readonly field: FieldName; readonly value: Found };

/** Keys of which at least one must fit for the rule to match. */
type AccessPath = readonly Key[];

/** The rule's position among all, and the ways left to file it. */
type Filing = { readonly ordinal: number; readonly paths: readonly AccessPath[] };

/** Unfiled rules are candidates wherever the node is reached; the others where a branch has the value found. */
export type RuleIndex = { readonly unfiled: readonly number[]; readonly branches: readonly Branch[] };

type Branch = { readonly field: FieldName; readonly children: ReadonlyMap<Found, RuleIndex> };

/** So few rules are tested sooner than sorted into a further level. */
const leafMax = 4;

/** Levels below each other; each asks one more field. */
const depthMax = 6;

/** Between paths that are equally rare, the field that usually tells more baskets apart. */
const preference: readonly FieldName[] = [
  "item.product",
  "item.category",
  "activity.location",
  "activity.partner",
  "segment.in",
  "activity.name",
  "activity.channel",
  "activity.kind",
];

/** `demands[ordinal]` lists the groups that a rule needs met, all of them. */
export function indexRules(demands: readonly (readonly ConditionGroup[])[]): RuleIndex {
  return filed(
    demands.map((groups, ordinal) => ({ ordinal, paths: groups.flatMap(accessPaths) })),
    0,
  );
}

/** The ordinals of all rules that may match, ascending, each once. */
export function candidatesOf(index: RuleIndex, scene: Scene): number[] {
  const found: number[] = [];
  collect(index, scene, found);
  return ascendingOnce(found);
}

/** Every way in which the conditions can be looked up; none where nothing is compared for equality. */
function accessPaths(rule: Condition | ConditionGroup): readonly AccessPath[] {
  if (!isGroup(rule)) return pathsOfComparison(rule);
  if (rule.not === true || rule.rules.length === 0) return [];
  if (rule.combinator === "and") return rule.rules.flatMap(accessPaths);
  const alternatives: Key[] = [];
  for (const child of rule.rules) {
    const [best] = accessPaths(child).toSorted(byPreference);
    if (best === undefined) return [];
    alternatives.push(...best);
  }
  return [alternatives];
}

function pathsOfComparison({ field, operator, value }: Condition): readonly AccessPath[] {
  if (operator === "=" && value !== null && typeof value !== "object") return [[{ field, value }]];
  if (operator === "in" && value !== null && typeof value === "object") {
    return [value.map((one) => ({ field, value: one }))];
  }
  return [];
}

/** Files each rule under the path that fewest other rules of this node share; what cannot be filed stays here. */
function filed(rules: readonly Filing[], depth: number): RuleIndex {
  if (rules.length <= leafMax || depth === depthMax) {
    return { unfiled: rules.map(({ ordinal }) => ordinal), branches: [] };
  }
  const sharers = countSharers(rules);
  const unfiled: number[] = [];
  const shelves = new Map<FieldName, Map<Found, Filing[]>>();
  for (const rule of rules) {
    const path = rarest(rule.paths, sharers);
    if (path === undefined) {
      unfiled.push(rule.ordinal);
      continue;
    }
    const rest = { ordinal: rule.ordinal, paths: rule.paths.filter((other) => other !== path) };
    for (const { field, value } of path) shelve(shelves, field, value).push(rest);
  }
  const branches = [...shelves].map(([field, shelf]) => ({
    field,
    children: new Map([...shelf].map(([value, inside]) => [value, filed(inside, depth + 1)])),
  }));
  return { unfiled, branches };
}

type Sharers = ReadonlyMap<FieldName, ReadonlyMap<Found, number>>;

/** How many rules of this node could be filed under each key. */
function countSharers(rules: readonly Filing[]): Sharers {
  const sharers = new Map<FieldName, Map<Found, number>>();
  for (const { field, value } of rules.flatMap(({ paths }) => paths.flat())) {
    const counts = sharers.get(field) ?? new Map<Found, number>();
    counts.set(value, (counts.get(value) ?? 0) + 1);
    sharers.set(field, counts);
  }
  return sharers;
}

function rarest(paths: readonly AccessPath[], sharers: Sharers): AccessPath | undefined {
  const costOf = (path: AccessPath) =>
    path.reduce((sum, { field, value }) => sum + (sharers.get(field)?.get(value) ?? 0), 0);
  const [first] = paths
    .map((path) => ({ path, cost: costOf(path) }))
    .toSorted((a, b) => a.cost - b.cost || byPreference(a.path, b.path));
  return first?.path;
}

function byPreference(a: AccessPath, b: AccessPath): number {
  return rankOf(a) - rankOf(b) || a.length - b.length;
}

function rankOf([key]: AccessPath): number {
  const rank = key === undefined ? 0 : preference.indexOf(key.field);
  return rank === -1 ? preference.length : rank;
}

function shelve(shelves: Map<FieldName, Map<Found, Filing[]>>, field: FieldName, value: Found): Filing[] {
  const shelf = shelves.get(field) ?? new Map<Found, Filing[]>();
  const inside = shelf.get(value) ?? [];
  shelf.set(value, inside);
  shelves.set(field, shelf);
  return inside;
}

function collect(index: RuleIndex, scene: Scene, found: number[]): void {
  for (const ordinal of index.unfiled) found.push(ordinal);
  for (const { field, children } of index.branches) {
    if (!isItemField(field)) {
      descend(children, readScene[field](scene), scene, found);
      continue;
    }
    const read = readItem[field];
    for (const line of scene.lines) descend(children, read(line), scene, found);
  }
}

function descend(children: Branch["children"], value: Found, scene: Scene, found: number[]): void {
  if (typeof value === "object" && value !== null) {
    for (const one of value) descend(children, one, scene, found);
    return;
  }
  const child = children.get(value);
  if (child !== undefined) collect(child, scene, found);
}

/** Two lines, or two values of a list, may lead to the same rule. */
function ascendingOnce(ordinals: number[]): number[] {
  if (isAscending(ordinals)) return ordinals;
  ordinals.sort((a, b) => a - b);
  let kept = 1;
  for (let next = 1; next < ordinals.length; next++) {
    const ordinal = ordinals[next];
    if (ordinal !== undefined && ordinal !== ordinals[kept - 1]) ordinals[kept++] = ordinal;
  }
  ordinals.length = kept;
  return ordinals;
}

function isAscending(ordinals: readonly number[]): boolean {
  let last = -1;
  for (const ordinal of ordinals) {
    if (ordinal <= last) return false;
    last = ordinal;
  }
  return true;
}
