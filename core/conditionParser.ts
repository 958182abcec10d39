// The door for conditions: what comes from an editor, a file or a stored row is parsed here, or refused in a sentence.
import { isDate } from "./calendar.ts";
import type { Condition, ConditionGroup, ConditionValue, Scalar } from "./conditions.ts";
import { type Field, type FieldName, type FieldScope, fieldNamed, isFieldName, type Operator } from "./fields.ts";

/** Groups within groups. */
export const conditionDepthMax = 8;
/** Comparisons in all groups together; an inner group has at least one. */
export const conditionsMax = 100;
/** Values that one "in" may list. */
export const listedValuesMax = 500;
/** Characters of a text value. */
export const conditionTextMax = 200;

export type ConditionProblem =
  | "not_a_group"
  | "empty_group"
  | "unknown_key"
  | "unknown_field"
  | "field_not_here"
  | "wrong_operator"
  | "wrong_value"
  | "too_deep"
  | "too_many";

/** `path` leads to the part that is refused, as in "rules[1].rules[0]"; empty for the whole. */
export type ConditionRefusal = {
  readonly ok: false;
  readonly reason: ConditionProblem;
  readonly path: string;
  readonly message: string;
};

export type ParsedConditions = { readonly ok: true; readonly group: ConditionGroup } | ConditionRefusal;

export type ConditionPlace = {
  /** What conditions may speak of here; everything where it is not given. */
  readonly scopes?: readonly FieldScope[] | undefined;
};

/** A fresh group of only what we know, or the first thing that is wrong with it. */
export function validateConditions(input: unknown, place: ConditionPlace = {}): ParsedConditions {
  const parsed = parseGroup(input, { path: "", depth: 1, place, counter: { comparisons: 0 } });
  return "reason" in parsed ? parsed : { ok: true, group: parsed };
}

type Position = {
  readonly path: string;
  readonly depth: number;
  readonly place: ConditionPlace;
  readonly counter: { comparisons: number };
};

/** What react-querybuilder adds for itself and we do not keep. */
const editorKeys = ["id", "path"];

function parseGroup(input: unknown, position: Position): ConditionGroup | ConditionRefusal {
  const { path, depth } = position;
  if (depth > conditionDepthMax) {
    return refused("too_deep", path, `Groups of conditions may stand within each other ${conditionDepthMax} deep.`);
  }
  if (!isRecord(input) || !Array.isArray(input.rules)) {
    return refused("not_a_group", path, "Conditions come as a group with a combinator and a list of rules.");
  }
  const stranger = strangerIn(input, ["combinator", "not", "rules"]);
  if (stranger !== undefined) return refused("unknown_key", path, `A group of conditions has no "${stranger}".`);
  const { combinator, not = false } = input;
  if (combinator !== "and" && combinator !== "or") {
    return refused("not_a_group", path, 'The combinator of a group is "and" or "or".');
  }
  if (depth > 1 && input.rules.length === 0) {
    return refused("empty_group", path, "A group within a group needs at least one condition.");
  }
  if (typeof not !== "boolean") return refused("not_a_group", path, 'The "not" of a group is true or false.');

  const rules: (Condition | ConditionGroup)[] = [];
  for (const [at, child] of input.rules.entries()) {
    const below = { ...position, path: `${path}${path === "" ? "" : "."}rules[${at}]`, depth: depth + 1 };
    const parsed = isRecord(child) && "rules" in child ? parseGroup(child, below) : parseComparison(child, below);
    if ("reason" in parsed) return parsed;
    rules.push(parsed);
  }
  return not ? { combinator, not, rules } : { combinator, rules };
}

function parseComparison(input: unknown, { path, place, counter }: Position): Condition | ConditionRefusal {
  counter.comparisons += 1;
  if (counter.comparisons > conditionsMax) {
    return refused("too_many", path, `There may be ${conditionsMax} conditions at most.`);
  }
  if (!isRecord(input)) return refused("not_a_group", path, "A condition has a field, an operator and a value.");
  const stranger = strangerIn(input, ["field", "operator", "value", "valueSource"]);
  if (stranger !== undefined) return refused("unknown_key", path, `A condition has no "${stranger}".`);
  const { field, operator, value, valueSource = "value" } = input;
  if (typeof field !== "string" || !isFieldName(field)) {
    return refused("unknown_field", path, `There is no field ${quoted(field)}.`);
  }
  if (valueSource !== "value")
    return refused("wrong_value", path, "A field is compared with a value, not with a field.");
  const entry = fieldNamed(field);
  if (place.scopes !== undefined && !place.scopes.includes(entry.scope)) {
    return refused("field_not_here", path, `The field "${field}" cannot be used here.`);
  }
  const known = entry.operators.find((one) => one === operator);
  if (known === undefined) {
    const allowed = entry.operators.join(", ");
    return refused(
      "wrong_operator",
      path,
      `The field "${field}" cannot be compared by ${quoted(operator)}, only by ${allowed}.`,
    );
  }
  const parsed = parseValue({ field, entry, operator: known, value });
  if (!parsed.ok) return refused("wrong_value", path, parsed.message);
  return { field, operator: known, value: parsed.value };
}

type Question = {
  readonly field: FieldName;
  readonly entry: Field;
  readonly operator: Operator;
  readonly value: unknown;
};

type ParsedValue =
  | { readonly ok: true; readonly value: ConditionValue }
  | { readonly ok: false; readonly message: string };

function parseValue({ field, entry, operator, value }: Question): ParsedValue {
  if (operator === "null" || operator === "notNull") return { ok: true, value: null };
  const wish = wishFor(entry);
  const wrong = (more: string): ParsedValue => ({ ok: false, message: `The field "${field}" ${more}.` });
  const isRange = operator === "between" || operator === "notBetween";
  if (!isRange && operator !== "in" && operator !== "notIn") {
    return isScalar(value) && isOf(entry, value) ? { ok: true, value } : wrong(`is compared with ${wish}`);
  }
  if (!Array.isArray(value)) return wrong(`needs a list of values for "${operator}"`);
  const values = value.filter(isScalar).filter((one) => isOf(entry, one));
  if (values.length !== value.length)
    return wrong(`is compared with ${wish}; one of the listed values is something else`);
  if (isRange) {
    const [low, high] = values;
    if (low === undefined || high === undefined || values.length > 2)
      return wrong(`needs a lowest and a highest value`);
    return low <= high ? { ok: true, value: [low, high] } : wrong("needs the lower value first");
  }
  if (values.length === 0) return wrong(`needs at least one value for "${operator}"`);
  if (values.length > listedValuesMax) return wrong(`takes at most ${listedValuesMax} values`);
  return { ok: true, value: [...new Set(values)] };
}

function isOf(entry: Field, value: Scalar): boolean {
  switch (entry.type) {
    case "text":
    case "list":
      return typeof value === "string" && value !== "" && value.length <= conditionTextMax;
    case "choice":
      return typeof value === "string" && (entry.values ?? []).includes(value);
    case "number": {
      const { from = Number.MIN_SAFE_INTEGER, to = Number.MAX_SAFE_INTEGER } = entry;
      return typeof value === "number" && Number.isSafeInteger(value) && value >= from && value <= to;
    }
    case "boolean":
      return typeof value === "boolean";
    case "date":
      return typeof value === "string" && isDate(value);
    case "time_of_day":
      return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  }
}

function wishFor({ type, from, to, values }: Field): string {
  switch (type) {
    case "text":
    case "list":
      return `a text of 1 to ${conditionTextMax} characters`;
    case "choice":
      return `one of ${(values ?? []).join(", ")}`;
    case "number":
      if (from !== undefined && to !== undefined) return `a whole number from ${from} to ${to}`;
      return from === undefined ? "a whole number" : `a whole number from ${from} up`;
    case "boolean":
      return "true or false";
    case "date":
      return 'a date like "2026-03-09"';
    case "time_of_day":
      return 'a time of day like "16:30"';
  }
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function strangerIn(input: Record<string, unknown>, keys: readonly string[]): string | undefined {
  return Object.keys(input).find((key) => !keys.includes(key) && !editorKeys.includes(key));
}

/** A refused name may be anything, also very long. */
function quoted(input: unknown): string {
  return typeof input === "string" ? `"${input.slice(0, 60)}"` : "of that kind";
}

function refused(reason: ConditionProblem, path: string, message: string): ConditionRefusal {
  return { ok: false, reason, path, message };
}
