// What a campaign is besides its rules: how it combines with others, when it is open, who is kept out of it to compare
// with, and how much it may give. Terms never change, so that a return is judged by those of the purchase's day.
import { placeAmong } from "./chance.ts";
import type { Limit } from "./limits.ts";
import type { Opening } from "./schedules.ts";

/**
 * - stack: gives beside all others.
 * - exclusive: where it gives something, campaigns that come after it give nothing: for the basket, or for the lines
 *   that it rewarded.
 * - best_of: of the campaigns of one category only the one that gives the most points counts.
 */
export type Stacking =
  | { readonly kind: "stack" }
  | { readonly kind: "exclusive"; readonly scope: "basket" | "lines" }
  | { readonly kind: "best_of"; readonly category: string };

/** A campaign's budget is of points; how many there are can be raised and stands elsewhere. */
export type BudgetTerms = {
  /** What becomes of an award that is larger than what is left. */
  readonly whenShort: "nothing" | "partial";
  /** Of a budget that was named in money: the one points type that its rules give, which has a face value. */
  readonly pointsType?: number | undefined;
};

export type CampaignTerms = {
  /** The higher comes first. */
  readonly priority: number;
  readonly stacking: Stacking;
  readonly schedule: readonly Opening[];
  /** So many of 10,000 members get nothing from it. */
  readonly holdout: number;
  readonly limit: Limit | null;
  /** Null: there is no budget. */
  readonly budget: BudgetTerms | null;
};

export type Campaign = CampaignTerms & { readonly id: string };

export const priorityMax = 1_000;
export const holdoutOf = 10_000;
/** Half of the members: a larger group to compare with is no campaign any more. */
export const holdoutMax = 5_000;

export const usualTerms: CampaignTerms = {
  priority: 0,
  stacking: { kind: "stack" },
  schedule: [],
  holdout: 0,
  limit: null,
  budget: null,
};

/** Whether a campaign does nothing but give what its rules say. */
export function isUsual({ stacking, holdout, limit, budget }: CampaignTerms): boolean {
  return stacking.kind === "stack" && holdout === 0 && limit === null && budget === null;
}

/** The one order: by priority; of equal ones those that are exclusive first, then the older (ids tell the time). */
export function byRank(a: Campaign, b: Campaign): number {
  if (a.priority !== b.priority) return b.priority - a.priority;
  const isExclusive = ({ stacking }: Campaign): number => Number(stacking.kind === "exclusive");
  if (isExclusive(a) !== isExclusive(b)) return isExclusive(b) - isExclusive(a);
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Whether the member belongs to those that the campaign is compared with: always the same, for each campaign anew. */
export function isHeldOut({ id, holdout }: Pick<Campaign, "id" | "holdout">, memberId: string): boolean {
  return holdout > 0 && placeAmong(holdoutOf, `${id} ${memberId}`) < holdout;
}
