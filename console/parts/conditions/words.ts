// The texts of fields and comparisons. A field that is added to the catalogue does not compile until it has one.
import type { FieldName, Operator } from "@fedele/core/fields.ts";
import type { TextKey } from "../../language.ts";

export function fieldText(name: FieldName): TextKey {
  return `field.${name}` satisfies TextKey;
}

const operatorTexts = {
  "=": "operator.is",
  "!=": "operator.isNot",
  "<": "operator.below",
  "<=": "operator.atMost",
  ">": "operator.above",
  ">=": "operator.atLeast",
  between: "operator.between",
  notBetween: "operator.notBetween",
  in: "operator.in",
  notIn: "operator.notIn",
  contains: "operator.contains",
  doesNotContain: "operator.doesNotContain",
  beginsWith: "operator.beginsWith",
  doesNotBeginWith: "operator.doesNotBeginWith",
  null: "operator.null",
  notNull: "operator.notNull",
} as const satisfies Record<Operator, TextKey>;

export function operatorText(operator: Operator): TextKey {
  return operatorTexts[operator];
}
