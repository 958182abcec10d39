// How values are put into words: figures and their nouns, money, names, dates, days of the week.
import type { Condition, ConditionValue, Scalar } from "../conditions.ts";
import { type FieldName, fieldNamed, type Operator } from "../fields.ts";
import { formatShortMoney } from "../money.ts";
import type { AmountField, Comparator, Noun, SentenceTable } from "./sentenceTable.ts";

/** What the words alone do not know. */
export type Naming = {
  /** Of amounts. */
  readonly currency: string;
  /** The name that readers know for a code: "Gold" for the tier "gold". */
  readonly nameOf?: ((field: FieldName, value: string) => string | undefined) | undefined;
};

export type Speaker = { readonly table: SentenceTable; readonly naming: Naming };

export const comparators: Readonly<Partial<Record<Operator, Comparator>>> = {
  "=": "exactly",
  "!=": "other_than",
  "<": "less",
  "<=": "at_most",
  ">": "more",
  ">=": "at_least",
  between: "between",
  notBetween: "not_between",
};

/** "at least 3 purchases", "less than £5". */
export function quantityOf(field: AmountField, { operator, value }: Condition, speaker: Speaker): string {
  const { table, naming } = speaker;
  const comparator = comparators[operator] ?? "exactly";
  const [low = 0, high = 0] = valuesOf(value).map(Number);
  const { unit } = fieldNamed(field);
  const noun = nounOf(field, table);
  if (noun === null) {
    const money = (minor: number) => formatShortMoney(minor, naming.currency, table.locale);
    return table.sums[comparator](money(low), money(high));
  }
  const scale = unit === "thousandths" ? 1000 : 1;
  return table.quantities[comparator]({
    low: figure(low / scale, speaker),
    high: figure(high / scale, speaker),
    lowCounted: counted(low / scale, noun, speaker),
    highCounted: counted(high / scale, noun, speaker),
    counted: noun.counted,
  });
}

/** Null for money, which needs none. */
function nounOf(field: AmountField, { nouns }: SentenceTable): Noun | null {
  switch (field) {
    case "activity.items":
      return nouns.lines;
    case "item.quantity_thousandths":
      return nouns.pieces;
    case "member.purchases":
      return nouns.purchases;
    case "member.visits":
      return nouns.visits;
    case "member.referrals":
      return nouns.referrals;
    case "member.shares":
      return nouns.shares;
    case "member.advocacy":
    case "member.qualifying_points":
    case "wallet.balance":
      return nouns.points;
    case "member.days_from_birthday":
    case "member.enrolled_days":
    case "member.days_since_last_purchase":
      return nouns.days;
    case "activity.amount_minor":
    case "item.amount_minor":
    case "item.unit_price_minor":
    case "member.spend_minor":
      return null;
  }
}

/** The figure and its noun in the form that the language wants: "2 body", "5 bodů"; "19 puncte", "20 de puncte". */
export function counted(value: number, noun: Noun, speaker: Speaker): string {
  const { locale } = speaker.table;
  const category = remembered(pluralRules, locale, () => new Intl.PluralRules(locale)).select(value);
  return `${figure(value, speaker)} ${formOf(noun, category)}`;
}

function formOf(noun: Noun, category: Intl.LDMLPluralRule): string {
  if (category === "one") return noun.one;
  if (category === "few") return noun.few ?? noun.other;
  if (category === "many") return noun.many ?? noun.other;
  return noun.other;
}

export function figure(value: number, { table }: Speaker): string {
  return remembered(numberFormats, table.locale, () => new Intl.NumberFormat(table.locale)).format(value);
}

/** The word for a value: a name where one is known, the language's own for kinds, countries, days and months. */
export function named(field: FieldName, value: Scalar, { table, naming }: Speaker): string {
  const text = String(value);
  switch (field) {
    case "activity.kind":
      return Object.entries(table.activityKinds).find(([kind]) => kind === text)?.[1] ?? text;
    case "member.kind":
      return table.memberKinds[text] ?? text;
    case "member.status":
      return table.memberStatuses[text] ?? text;
    case "member.country":
    case "place.country":
      return displayName(table.locale, "region", text);
    case "member.language":
      return displayName(table.locale, "language", text);
    case "time.weekday":
      return dateFormat(table.locale, { weekday: "long" }).format(Date.UTC(2024, 0, Number(value)));
    case "time.month":
    case "member.birth_month":
      return dateFormat(table.locale, { month: "long" }).format(Date.UTC(2024, Number(value) - 1, 1));
    case "time.date":
      return dateFormat(table.locale, { dateStyle: table.dateStyle }).format(Date.parse(text));
    case "time.of_day":
    case "activity.currency":
    case "member.birth_day":
    case "time.day":
      return text;
    default:
      return table.quoted(naming.nameOf?.(field, text) ?? text);
  }
}

export function joined(parts: readonly string[], type: "conjunction" | "disjunction", { table }: Speaker): string {
  const { locale } = table;
  const list = remembered(listFormats, `${locale} ${type}`, () => new Intl.ListFormat(locale, { type }));
  const text = list.format(parts.filter((part) => part !== ""));
  return table.smooths === undefined ? text : table.smooths(text);
}

/** Values of which none is meant: "a, b or c" in English, "a, b ani c" in Czech. */
export function ruledOut(values: readonly string[], { table }: Speaker): string {
  const last = values.at(-1) ?? "";
  return values.length < 2 ? last : `${values.slice(0, -1).join(", ")} ${table.nor} ${last}`;
}

export function valuesOf(value: ConditionValue): readonly Scalar[] {
  if (value === null) return [];
  return typeof value === "object" ? value : [value];
}

export function capitalised(text: string, { table }: Speaker): string {
  return text.charAt(0).toLocaleUpperCase(table.locale) + text.slice(1);
}

/** A code that is none of Intl's is shown as it is. */
function displayName(locale: string, type: "region" | "language", code: string): string {
  const isCode = type === "region" ? /^[A-Z]{2}$/.test(code) : /^[a-z]{2,3}(-[A-Z]{2})?$/.test(code);
  if (!isCode) return code;
  const names = remembered(displayNames, `${locale} ${type}`, () => new Intl.DisplayNames(locale, { type }));
  return names.of(code) ?? code;
}

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  return remembered(dateFormats, key, () => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }));
}

const displayNames = new Map<string, Intl.DisplayNames>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const listFormats = new Map<string, Intl.ListFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

/** Making one of Intl's tools costs a hundred times what using it does. */
function remembered<Tool>(tools: Map<string, Tool>, key: string, make: () => Tool): Tool {
  const known = tools.get(key);
  if (known !== undefined) return known;
  const tool = make();
  tools.set(key, tool);
  return tool;
}
