// What a member did. Every kind comes in by the same door, so that someone who never buys can earn as well.

export const activityKinds = [
  "purchase",
  "return",
  "visit",
  "use",
  "share",
  "referral",
  "review",
  "answer",
  "custom",
] as const;

export type ActivityKind = (typeof activityKinds)[number];

/** What a line of a receipt is, as far as earning cares. `restricted`: alcohol, tobacco, medicine, as the law says. */
export const lineKinds = ["goods", "shipping", "gift_card", "tip", "restricted"] as const;

export type LineKind = (typeof lineKinds)[number];

/** One line of a purchase. The amount is what was paid for the whole line: tax included, after every discount. */
export type Line = {
  readonly product?: string | undefined;
  readonly categories: readonly string[];
  readonly quantityThousandths: number;
  readonly amountMinor: number;
  /** The tax within the amount. */
  readonly taxMinor?: number | undefined;
  /** What was taken off before the amount was paid. */
  readonly discountMinor?: number | undefined;
  readonly kind?: LineKind | undefined;
  /** The part of the amount that was paid with points. */
  readonly paidWithPointsMinor?: number | undefined;
};

export type Activity = {
  readonly kind: ActivityKind;
  /** The tenant's own word for a custom activity. */
  readonly name?: string | undefined;
  readonly channel: string;
  readonly partner?: string | undefined;
  readonly location?: string | undefined;
  /** Of the place, as an ISO code of two letters. */
  readonly country?: string | undefined;
  /** When it happened in the world, in epoch milliseconds. */
  readonly at: number;
  readonly currency: string;
  readonly amountMinor: number;
  readonly lines: readonly Line[];
  readonly attributes?: Readonly<Record<string, string | number | boolean>> | undefined;
};

/** The lines that can earn. A till that knows only the sum gives one line without a product. */
export function linesOf(activity: Activity): readonly Line[] {
  if (activity.lines.length > 0 || activity.amountMinor <= 0) return activity.lines;
  return [{ categories: [], quantityThousandths: 1000, amountMinor: activity.amountMinor }];
}
