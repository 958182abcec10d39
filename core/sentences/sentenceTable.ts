// What a language must be able to say about conditions and rules. The tables beside hold the words, sentences.ts the
// grammar that all of them share: what is joined, negated, counted.
import type { ActivityKind } from "../activity.ts";
import type { FieldName } from "../fields.ts";

/** How a found amount may lie to one that is named. */
export type Comparator =
  | "exactly"
  | "other_than"
  | "less"
  | "at_most"
  | "more"
  | "at_least"
  | "between"
  | "not_between";

/**
 * The forms of a counted noun by the plural categories of Intl ("few" is Czech 2 to 4 and Romanian 2 to 19, "many" a
 * Czech fraction), and the form after "a number of".
 */
export type Noun = {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
  readonly counted: string;
};

/** Bare figures ("3") and figures with their noun ("3 purchases"). */
export type Quantity = {
  readonly low: string;
  readonly high: string;
  readonly lowCounted: string;
  readonly highCounted: string;
  readonly counted: string;
};

type Say = (value: string) => string;

/** A value, or several joined by "or". */
export type Wording = { readonly is: Say; readonly isNot: Say };

export type TextWording = Wording & {
  readonly contains: Say;
  readonly containsNot: Say;
  readonly begins: Say;
  readonly beginsNot: Say;
};

/** For what may not be known. */
export type PresenceWording = { readonly known: string; readonly unknown: string };

export type SpanWording = Record<Comparator, (low: string, high: string) => string>;

/** A clause for every field as it stands after "if"; for those of items as it stands after "an item that". */
export type Phrases = Record<"activity.kind" | "activity.currency" | "member.kind" | "member.status", Wording> &
  Record<"activity.name" | "activity.channel" | "activity.partner", TextWording & PresenceWording> &
  Record<"activity.location" | "item.product", TextWording & PresenceWording> &
  Record<"item.category" | "segment.in" | "member.birth_month" | "member.birth_day", Wording> &
  Record<"member.tier" | "member.language" | "member.country" | "place.country", Wording & PresenceWording> &
  Record<"time.weekday" | "time.month" | "time.day", Wording> &
  Record<"time.date" | "time.of_day", SpanWording> &
  Record<AmountField, Say> & {
    readonly "member.is_birthday": { readonly yes: string; readonly no: string };
    readonly "member.last_purchase": PresenceWording;
  };

/** Fields whose clause is built around a quantity: "the member has made" + "at least 3 purchases". */
export const amountFields = [
  "activity.amount_minor",
  "activity.items",
  "item.quantity_thousandths",
  "item.amount_minor",
  "item.unit_price_minor",
  "member.spend_minor",
  "member.purchases",
  "member.visits",
  "member.referrals",
  "member.shares",
  "member.advocacy",
  "member.qualifying_points",
  "member.days_from_birthday",
  "member.enrolled_days",
  "member.days_since_last_purchase",
  "wallet.balance",
] as const satisfies readonly FieldName[];

export type AmountField = (typeof amountFields)[number];

export type NounName = "points" | "purchases" | "visits" | "referrals" | "shares" | "days" | "lines" | "pieces";

export type SentenceTable = {
  readonly locale: string;
  readonly dateStyle: "long" | "medium";
  readonly quoted: Say;
  /** A whole sentence around a clause, and the one that needs none. */
  readonly applies: Say;
  readonly alwaysApplies: string;
  readonly isNotTrue: Say;
  /** Joins values that are all ruled out: "neither gold nor silver" is "není zlatá ani stříbrná". */
  readonly nor: string;
  /** Makes a list easier to say once its parts stand beside each other: "e è" is "ed è" in Italian. */
  readonly smooths?: (text: string) => string;
  /** "Monday to Friday". */
  readonly span: (low: string, high: string) => string;
  /** Around what is said of an item. */
  readonly someItem: Say;
  readonly noItem: Say;
  readonly activityKinds: Readonly<Record<ActivityKind, string>>;
  readonly memberKinds: Readonly<Record<string, string>>;
  readonly memberStatuses: Readonly<Record<string, string>>;
  readonly nouns: Readonly<Record<NounName, Noun>>;
  readonly quantities: Readonly<Record<Comparator, (quantity: Quantity) => string>>;
  /** The same where there is nothing to count: sums of money. */
  readonly sums: Readonly<Record<Comparator, (low: string, high: string) => string>>;
  readonly phrases: Phrases;
  readonly effects: EffectWording;
};

export type EffectWording = {
  /** "1 point" per "£1" of that money; `of` is one of the four below, perhaps with items. */
  readonly perMoney: (points: string, money: string, of: string) => string;
  readonly paid: string;
  readonly paidWithoutTax: string;
  readonly beforeDiscount: string;
  readonly beforeDiscountWithoutTax: string;
  readonly perPiece: Say;
  readonly perPieces: (points: string, pieces: string) => string;
  readonly times: (factor: string) => string;
  /** The reward of that name, which stands in quotes. */
  readonly reward: Say;
  /** Says which items: "for any item that …". */
  readonly forItems: Say;
  /** The effect and its condition. */
  readonly given: (effect: string, clause: string) => string;
};
