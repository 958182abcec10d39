// Conditions while somebody edits them: what react-querybuilder holds, and what of it can be asked already.
import { type ParsedConditions, validateConditions } from "@fedele/core/conditionParser.ts";
import { type ConditionGroup, isGroup, type Scalar } from "@fedele/core/conditions.ts";
import { type FieldScope, fieldNamed, isFieldName } from "@fedele/core/fields.ts";
import type { RuleGroupType, RuleType } from "react-querybuilder";

/** A group as the editor has it; a value may still be missing. */
export type Draft = RuleGroupType;

export const noConditions: ConditionGroup = { combinator: "and", rules: [] };

/** As the API sends and takes groups: what their rules are the language's own parser knows, not the schema. */
type WireGroup = { combinator: "and" | "or"; not?: boolean; rules: Record<string, unknown>[] };

export function groupOf(wire: { combinator: "and" | "or"; not?: boolean; rules: object[] }): ConditionGroup {
  const parsed = validateConditions(wire);
  return parsed.ok ? parsed.group : noConditions;
}

export function wireOf({ combinator, not = false, rules }: ConditionGroup): WireGroup {
  return { combinator, not, rules: rules.map((rule) => (isGroup(rule) ? wireOf(rule) : { ...rule })) };
}

export function draftOf({ combinator, not = false, rules }: ConditionGroup): Draft {
  return { combinator, not, rules: rules.map((rule) => (isGroup(rule) ? draftOf(rule) : { ...rule })) };
}

/** The conditions, or why there are none to ask yet. An inner group without conditions counts as not there. */
export function conditionsIn(draft: Draft, scopes: readonly FieldScope[]): ParsedConditions {
  return validateConditions(plain(draft), { scopes });
}

function plain({ combinator, not = false, rules }: Draft): object {
  const kept = rules.filter((rule) => !("rules" in rule) || rule.rules.length > 0);
  return { combinator, not, rules: kept.map((rule) => ("rules" in rule ? plain(rule) : comparison(rule))) };
}

function comparison({ field, operator, value }: RuleType): object {
  return { field, operator, value };
}

/** The same with every value in the form that its comparison takes: one, a range of two, a list, or none. */
export function fitted(draft: Draft): Draft {
  return { ...draft, rules: draft.rules.map((rule) => ("rules" in rule ? fitted(rule) : fittedRule(rule))) };
}

function fittedRule(rule: RuleType): RuleType {
  const values = valuesIn(rule.value).filter((value) => isOfField(rule.field, value));
  switch (rule.operator) {
    case "null":
    case "notNull":
      return { ...rule, value: null };
    case "in":
    case "notIn":
      return { ...rule, value: values };
    case "between":
    case "notBetween":
      // Kept by place: whoever has typed the upper bound first shall not see it jump into the lower one.
      return { ...rule, value: Array.isArray(rule.value) ? rule.value.slice(0, 2) : [values[0] ?? "", ""] };
    default:
      return { ...rule, value: values[0] ?? "" };
  }
}

/** What is there of a value, empty places left out. */
export function valuesIn(value: unknown): Scalar[] {
  return (Array.isArray(value) ? value : [value]).filter(isScalar).filter((one) => one !== "");
}

/** A number stays no answer when the field is changed to one that wants a text. */
function isOfField(name: string, value: Scalar): boolean {
  if (!isFieldName(name)) return false;
  const { type } = fieldNamed(name);
  if (type === "number") return typeof value === "number";
  return type === "boolean" ? typeof value === "boolean" : typeof value === "string";
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
