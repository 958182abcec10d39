// Conditions and rules in the reader's language. The tables in sentences/ hold the words; here stands what all of the
// languages share: "not" is pushed inward until it meets a word for the opposite, brackets stand only where they must.
import { twoDigits } from "./calendar.ts";
import { type Condition, type ConditionGroup, isGroup } from "./conditions.ts";
import { isItemField } from "./facts.ts";
import type { FieldName, Operator } from "./fields.ts";
import { formatShortMoney } from "./money.ts";
import { type EarnBase, type Effect, earnBaseDefault, isOnce } from "./ruleEffects.ts";
import type { Rule } from "./rules.ts";
import { czech } from "./sentences/cs.ts";
import { german } from "./sentences/de.ts";
import { english } from "./sentences/en.ts";
import { italian } from "./sentences/it.ts";
import { reasonWords, type SpokenReason } from "./sentences/reasons.ts";
import { romanian } from "./sentences/ro.ts";
import type { PresenceWording, SentenceTable, SpanWording, TextWording, Wording } from "./sentences/sentenceTable.ts";
import { type AmountField, amountFields } from "./sentences/sentenceTable.ts";
import {
  capitalised,
  comparators,
  counted,
  figure,
  joined,
  type Naming,
  named,
  quantityOf,
  ruledOut,
  type Speaker,
  valuesOf,
} from "./sentences/wordings.ts";

const tables = { en: english, it: italian, ro: romanian, de: german, cs: czech } as const satisfies Record<
  string,
  SentenceTable
>;

export type Language = keyof typeof tables;

export const languages = ["en", "it", "ro", "de", "cs"] as const satisfies readonly Language[];

/** "Applies if the activity is a purchase and the member’s tier is “Gold”." */
export function sentence(group: ConditionGroup, language: Language, naming: Naming): string {
  const writer = writerFor(language, naming);
  const clause = clauseOf(group, writer);
  return tidied(clause === "" ? writer.table.alwaysApplies : writer.table.applies(clause));
}

/** "1 point per whole £1 of the amount paid, if the activity is a purchase." */
export function ruleSentence(
  rule: Pick<Rule, "when" | "items" | "effect">,
  language: Language,
  naming: Naming,
): string {
  const writer = writerFor(language, naming);
  const { effects, someItem } = writer.table;
  const effect = effectPhrase(rule.effect, writer);
  const items = rule.items === undefined ? "" : clauseOf(rule.items, { ...writer, isAboutItem: true });
  const isFixed = isOnce(rule.effect);
  const what = items === "" || isFixed ? effect : `${effect} ${effects.forItems(items)}`;
  const parts = [
    rule.when === undefined ? "" : clauseOf(rule.when, writer),
    items !== "" && isFixed ? someItem(items) : "",
  ];
  const clause = joined(parts, "conjunction", writer);
  return tidied(`${capitalised(clause === "" ? what : effects.given(what, clause), writer)}.`);
}

/** "Another campaign of its category, “Double Tuesday”, gave more." `campaign`: the other one's name. */
export function reasonSentence(reason: SpokenReason, language: Language, campaign: string): string {
  const words = reasonWords[language][reason];
  return typeof words === "string" ? words : words(tables[language].quoted(campaign));
}

type Writer = Speaker & {
  /** Whether an item is already spoken of, so that its fields stand alone. */
  readonly isAboutItem: boolean;
  /** Whether the opposite is to be said. */
  readonly isNegated: boolean;
};

function writerFor(language: Language, naming: Naming): Writer {
  return { table: tables[language], naming, isAboutItem: false, isNegated: false };
}

type Joiner = "conjunction" | "disjunction";

function clauseOf(group: ConditionGroup, writer: Writer): string {
  const { joiner, parts } = partsOf(group, writer);
  return joined(parts, joiner, writer);
}

/** Groups that are joined alike become one list; others stand in brackets. "Not (a and b)" is "not a or not b". */
function partsOf(group: ConditionGroup, writer: Writer): { joiner: Joiner; parts: string[] } {
  const inside = group.not === true ? { ...writer, isNegated: !writer.isNegated } : writer;
  const joiner = (group.combinator === "and") === inside.isNegated ? "disjunction" : "conjunction";
  const parts = group.rules.flatMap((rule) => {
    if (!isGroup(rule)) return [comparisonClause(rule, inside)];
    const below = partsOf(rule, inside);
    const isOneList = below.parts.length < 2 || below.joiner === joiner;
    return isOneList ? below.parts : [`(${joined(below.parts, below.joiner, writer)})`];
  });
  return { joiner, parts };
}

const opposites: Readonly<Record<Operator, Operator>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
  between: "notBetween",
  notBetween: "between",
  in: "notIn",
  notIn: "in",
  contains: "doesNotContain",
  doesNotContain: "contains",
  beginsWith: "doesNotBeginWith",
  doesNotBeginWith: "beginsWith",
  null: "notNull",
  notNull: "null",
};

function comparisonClause(condition: Condition, writer: Writer): string {
  const { table, isNegated } = writer;
  if (isItemField(condition.field) && !writer.isAboutItem) {
    const predicate = phraseFor(condition, writer);
    return isNegated ? table.noItem(predicate) : table.someItem(predicate);
  }
  if (!isNegated) return phraseFor(condition, writer);
  // Who never bought has no last purchase: "not at least 30 days ago" is more than "less than 30 days ago".
  const mayBeUnknown =
    condition.field === "member.days_since_last_purchase" || condition.field === "member.days_from_birthday";
  if (mayBeUnknown && comparators[condition.operator] !== undefined)
    return table.isNotTrue(phraseFor(condition, writer));
  return phraseFor({ ...condition, operator: opposites[condition.operator] }, writer);
}

function phraseFor(condition: Condition, writer: Writer): string {
  const { field, operator, value } = condition;
  const { phrases } = writer.table;
  if (isAmountField(field)) return amountClause(field, condition, writer);
  switch (field) {
    case "member.is_birthday":
      return (operator === "=") === value ? phrases[field].yes : phrases[field].no;
    case "time.date":
    case "time.of_day":
      return momentClause(phrases[field], condition, writer);
    case "time.hour":
      return momentClause(phrases["time.of_day"], hourAsTime(condition), writer);
    case "activity.name":
    case "activity.channel":
    case "activity.partner":
    case "activity.location":
    case "item.product":
      return textClause(phrases[field], condition, writer);
    case "member.tier":
    case "member.language":
    case "member.country":
    case "place.country":
      if (operator === "null") return phrases[field].unknown;
      if (operator === "notNull") return phrases[field].known;
      return worded(phrases[field], condition, writer);
    case "activity.kind":
    case "activity.currency":
    case "item.category":
    case "member.kind":
    case "member.status":
    case "member.birth_month":
    case "member.birth_day":
    case "segment.in":
    case "time.weekday":
    case "time.month":
    case "time.day":
      return worded(phrases[field], condition, writer);
  }
}

function textClause(wording: TextWording & PresenceWording, condition: Condition, writer: Writer): string {
  const value = () => writer.table.quoted(String(condition.value));
  switch (condition.operator) {
    case "contains":
      return wording.contains(value());
    case "doesNotContain":
      return wording.containsNot(value());
    case "beginsWith":
      return wording.begins(value());
    case "doesNotBeginWith":
      return wording.beginsNot(value());
    case "null":
      return wording.unknown;
    case "notNull":
      return wording.known;
    default:
      return worded(wording, condition, writer);
  }
}

function worded(wording: Wording, condition: Condition, writer: Writer): string {
  const values = valuesOf(condition.value).map((value) => named(condition.field, value, writer));
  const [low = "", high = ""] = values;
  switch (condition.operator) {
    case "between":
      return wording.is(writer.table.span(low, high));
    case "notBetween":
      return wording.isNot(writer.table.span(low, high));
    case "!=":
    case "notIn":
      return wording.isNot(ruledOut(values, writer));
    default:
      return wording.is(joined(values, "disjunction", writer));
  }
}

function amountClause(field: AmountField, condition: Condition, writer: Writer): string {
  const { phrases } = writer.table;
  if (condition.operator === "null") return phrases["member.last_purchase"].unknown;
  if (condition.operator === "notNull") return phrases["member.last_purchase"].known;
  return phrases[field](quantityOf(field, condition, writer));
}

function momentClause(wording: SpanWording, { field, operator, value }: Condition, writer: Writer): string {
  const [low = "", high = ""] = valuesOf(value).map((one) => named(field, one, writer));
  return wording[comparators[operator] ?? "exactly"](low, high);
}

/** The hour 9 lasts from 09:00 to 09:59, and "until the hour 17" ends before 18:00. */
function hourAsTime({ operator, value }: Condition): Condition {
  const [low = 0, high = low] = valuesOf(value).map(Number);
  const field = "time.of_day";
  switch (operator) {
    case ">":
      return { field, operator: ">=", value: `${twoDigits(low + 1)}:00` };
    case "<=":
      return { field, operator: "<", value: `${twoDigits(low + 1)}:00` };
    case "<":
    case ">=":
      return { field, operator, value: `${twoDigits(low)}:00` };
    case "!=":
    case "notBetween":
      return { field, operator: "notBetween", value: [`${twoDigits(low)}:00`, `${twoDigits(high)}:59`] };
    default:
      return { field, operator: "between", value: [`${twoDigits(low)}:00`, `${twoDigits(high)}:59`] };
  }
}

function isAmountField(field: FieldName): field is AmountField {
  return amountFields.some((one) => one === field);
}

function effectPhrase(effect: Effect, writer: Writer): string {
  const { effects, nouns } = writer.table;
  switch (effect.kind) {
    case "points_per_money": {
      const money = formatShortMoney(effect.perMinor, writer.naming.currency, writer.table.locale);
      return effects.perMoney(counted(effect.points, nouns.points, writer), money, moneyPhrase(effect.base, writer));
    }
    case "fixed":
      return counted(effect.points, nouns.points, writer);
    case "per_item": {
      const points = counted(effect.points, nouns.points, writer);
      if (effect.perThousandths === 1000) return effects.perPiece(points);
      return effects.perPieces(points, counted(effect.perThousandths / 1000, nouns.pieces, writer));
    }
    case "multiplier":
      return effects.times(figure(Number(effect.factor), writer));
    case "reward":
      return effects.reward(writer.table.quoted(effect.name));
  }
}

function moneyPhrase(base: EarnBase = earnBaseDefault, { table: { effects } }: Writer): string {
  if (base.discount === "after") return base.tax === "included" ? effects.paid : effects.paidWithoutTax;
  return base.tax === "included" ? effects.beforeDiscount : effects.beforeDiscountWithoutTax;
}

/** Where brackets or the end of a sentence follow, the comma that closes a subordinate clause is not written. */
function tidied(text: string): string {
  return text.replace(/,(?=[,.)])/g, "");
}
