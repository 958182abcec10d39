// The door for rules: what an editor, a file or a stored row holds is parsed here, or refused in a sentence.
import { lineKinds } from "./activity.ts";
import { validateConditions } from "./conditionParser.ts";
import type { ConditionGroup } from "./conditions.ts";
import type { FieldScope } from "./fields.ts";
import { faultInLimit, type Limit, limitDaysMax, limitPeriods, limitPointsMax, limitTimesMax } from "./limits.ts";
import { type EarnBase, type Effect, factorPattern } from "./ruleEffects.ts";
import type { Rule } from "./rules.ts";

/** What a rule says, without what the programme gives it: id, version and campaign. */
export type RuleTerms = Omit<Rule, "id" | "version" | "campaignId">;

export type RuleRefusal = { readonly ok: false; readonly path: string; readonly message: string };

/** Points of a single step of a rule: a fixed award, a point price, a piece. */
export const rulePointsMax = 1_000_000;
/** The money or quantity that a step may ask for. */
export const ruleStepMax = 1_000_000_000;
/** What a multiplier may multiply by. */
export const ruleFactorMax = 1_000;
/** Characters of a rule's name. */
export const ruleNameMax = 200;
/** Points types are numbered from 1; the column is a small integer. */
export const pointsTypeMax = 32_767;

/** Conditions of a rule speak of anything, those on its lines of items alone. */
const itemScopes: readonly FieldScope[] = ["item"];

const termKeys = ["name", "pointsType", "validFrom", "validUntil", "when", "items", "effect", "limit"];

export function validateRuleTerms(input: unknown): { readonly ok: true; readonly terms: RuleTerms } | RuleRefusal {
  if (!isRecord(input)) return refused("", "A rule is an object.");
  const stranger = strangerIn(input, termKeys);
  if (stranger !== undefined) return refused(stranger, `A rule has no "${stranger}".`);
  const { name, pointsType, validFrom = null, validUntil = null } = input;
  if (typeof name !== "string" || name.trim() === "" || name.length > ruleNameMax) {
    return refused("name", `A rule has a name of 1 to ${ruleNameMax} characters.`);
  }
  if (!isWhole(pointsType, 1, pointsTypeMax))
    return refused("pointsType", "A rule names the points type that it gives.");
  if (!isMoment(validFrom))
    return refused("validFrom", "A rule is valid from a moment in epoch milliseconds, or from ever.");
  if (!isMoment(validUntil))
    return refused("validUntil", "A rule is valid until a moment in epoch milliseconds, or for ever.");
  if (validFrom !== null && validUntil !== null && validUntil <= validFrom) {
    return refused("validUntil", "A rule ends after it begins.");
  }
  const when = parseConditions("when", input.when, undefined);
  if (!when.ok) return when;
  const items = parseConditions("items", input.items, itemScopes);
  if (!items.ok) return items;
  const effect = validateEffect(input.effect);
  if (!effect.ok) return effect;
  const limit = parseLimit(input.limit);
  if (!limit.ok) return limit;
  return {
    ok: true,
    terms: {
      name,
      pointsType,
      validFrom,
      validUntil,
      ...when.part,
      ...items.part,
      effect: effect.effect,
      ...limit.part,
    },
  };
}

function parseLimit(input: unknown): { readonly ok: true; readonly part: { readonly limit?: Limit } } | RuleRefusal {
  if (input === undefined || input === null) return { ok: true, part: {} };
  if (!isRecord(input)) return refused("limit", "A limit says how much in which period.");
  const stranger = strangerIn(input, ["points", "times", "per", "days"]);
  if (stranger !== undefined) return refused(`limit.${stranger}`, `A limit has no "${stranger}".`);
  const { points, times, days } = input;
  const per = [...limitPeriods, "days" as const].find((period) => period === input.per);
  if (per === undefined) return refused("limit.per", `A limit is per ${limitPeriods.join(", ")} or per so many days.`);
  const isBad = (value: unknown, max: number): boolean => value !== undefined && !isWhole(value, 1, max);
  if (isBad(points, limitPointsMax)) return refused("limit.points", "A limit is a whole number of points from 1.");
  if (isBad(times, limitTimesMax)) return refused("limit.times", `A limit is 1 to ${limitTimesMax} times.`);
  if (isBad(days, limitDaysMax)) return refused("limit.days", `A limit is per 1 to ${limitDaysMax} days.`);
  const limit: Limit = {
    ...(typeof points === "number" ? { points } : {}),
    ...(typeof times === "number" ? { times } : {}),
    per,
    ...(typeof days === "number" ? { days } : {}),
  };
  const fault = faultInLimit(limit);
  return fault === null ? { ok: true, part: { limit } } : refused("limit", fault);
}

export function validateEffect(input: unknown): { readonly ok: true; readonly effect: Effect } | RuleRefusal {
  const keys = isRecord(input) && typeof input.kind === "string" ? effectKeys.get(input.kind) : undefined;
  if (!isRecord(input) || keys === undefined) {
    return refused("effect.kind", `The effect of a rule is one of ${[...effectKeys.keys()].join(", ")}.`);
  }
  const stranger = strangerIn(input, ["kind", ...keys]);
  if (stranger !== undefined) return refused(`effect.${stranger}`, `The effect "${input.kind}" has no "${stranger}".`);
  const { kind, points, perMinor, perThousandths } = input;
  if (kind === "multiplier") return multiplierOf(input.factor);
  if (kind === "reward") return rewardOf(input);
  if (!isWhole(points, 1, rulePointsMax)) {
    return refused("effect.points", `A rule gives a whole number of points from 1 to ${rulePointsMax}.`);
  }
  if (kind === "fixed") return { ok: true, effect: { kind, points } };
  if (kind === "per_item") {
    if (isWhole(perThousandths, 1, ruleStepMax)) return { ok: true, effect: { kind, points, perThousandths } };
    return refused(
      "effect.perThousandths",
      "Points per item are given for a whole number of thousandths; a piece is 1000.",
    );
  }
  if (!isWhole(perMinor, 1, ruleStepMax)) {
    return refused("effect.perMinor", "Points per money are given for a whole number of minor units, such as pence.");
  }
  if (input.base === undefined) return { ok: true, effect: { kind: "points_per_money", points, perMinor } };
  const base = parseBase(input.base);
  if ("ok" in base) return base;
  return { ok: true, effect: { kind: "points_per_money", points, perMinor, base } };
}

const effectKeys: ReadonlyMap<string, readonly string[]> = new Map([
  ["points_per_money", ["points", "perMinor", "base"]],
  ["fixed", ["points"]],
  ["per_item", ["points", "perThousandths"]],
  ["multiplier", ["factor"]],
  ["reward", ["rewardId", "code", "name", "points"]],
]);

/** As the catalogue knows it; what an editor names by its code was looked up there before. */
function rewardOf({ rewardId, code, name, points }: Record<string, unknown>) {
  const isKnown = typeof rewardId === "string" && typeof code === "string" && typeof name === "string";
  if (!isKnown || !isWhole(points, 1, limitPointsMax)) {
    return refused("effect.reward", "A rule that gives a reward names one of the catalogue.");
  }
  return { ok: true, effect: { kind: "reward", rewardId, code, name, points } } as const;
}

function multiplierOf(factor: unknown): { readonly ok: true; readonly effect: Effect } | RuleRefusal {
  const isFactor = typeof factor === "string" && factorPattern.test(factor);
  if (isFactor && Number(factor) >= 1 && Number(factor) <= ruleFactorMax) {
    return { ok: true, effect: { kind: "multiplier", factor } };
  }
  return refused("effect.factor", `A multiplier has a factor from "1" to "${ruleFactorMax}" as text, like "1.5".`);
}

function parseBase(input: unknown): EarnBase | RuleRefusal {
  const path = "effect.base";
  if (!isRecord(input)) return refused(path, "The base of a rule says what of the money earns.");
  const stranger = strangerIn(input, ["tax", "discount", "without"]);
  if (stranger !== undefined) return refused(`${path}.${stranger}`, `The base of a rule has no "${stranger}".`);
  const { tax, discount, without } = input;
  if (tax !== "included" && tax !== "excluded") return refused(`${path}.tax`, 'Tax is "included" or "excluded".');
  if (discount !== "after" && discount !== "before") {
    return refused(`${path}.discount`, 'The money counts "after" the discount or "before" it.');
  }
  const listed = Array.isArray(without) ? without : null;
  const kinds = lineKinds.filter((kind) => listed?.includes(kind));
  if (listed === null || kinds.length !== listed.length) {
    return refused(
      `${path}.without`,
      `The lines that earn nothing are listed once each, out of ${lineKinds.join(", ")}.`,
    );
  }
  return { tax, discount, without: kinds };
}

type ConditionsPart = { readonly [key in "when" | "items"]?: ConditionGroup };

function parseConditions(
  key: "when" | "items",
  input: unknown,
  scopes: readonly FieldScope[] | undefined,
): { readonly ok: true; readonly part: ConditionsPart } | RuleRefusal {
  if (input === undefined || input === null) return { ok: true, part: {} };
  const parsed = validateConditions(input, { scopes });
  if (parsed.ok) return { ok: true, part: { [key]: parsed.group } };
  return refused(parsed.path === "" ? key : `${key}.${parsed.path}`, parsed.message);
}

function isMoment(value: unknown): value is number | null {
  return value === null || (typeof value === "number" && Number.isSafeInteger(value));
}

function isWhole(value: unknown, from: number, to: number): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= from && value <= to;
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

function strangerIn(input: Record<string, unknown>, keys: readonly string[]): string | undefined {
  return Object.keys(input).find((key) => !keys.includes(key));
}

function refused(path: string, message: string): RuleRefusal {
  return { ok: false, path, message };
}
