// Reconciliation: from the points that members had when a period began to those they had at its end.
import type { CounterAccount } from "@fedele/core/ledger.ts";
import { endOfDate, startOfDate } from "@fedele/core/time.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { codesOf, pointsTypesOf } from "./pointsTypes.ts";
import { type AccountSum, sumAccounts } from "./store/reconciliation.ts";

/** How many sums by points type, partner and account a report may have before it is refused. */
export const ACCOUNT_SUMS_MAX = 10_000;

/** In points, by when they were booked. closing = opening + Σ movements. */
export type Reconciled = Readonly<{
  pointsType: string;
  partnerId: string | null;
  opening: number;
  movements: readonly { account: CounterAccount; points: number }[];
  closing: number;
}>;

/** Both days are in `zone` and belong to the period. What is booked after now is not known yet. */
export type Period = Readonly<{ from: string; to: string; zone: string }>;

export async function reconcile(ctx: Ctx, { from, to, zone }: Period): Promise<Reconciled[]> {
  if (from > to) throw new Refusal("invalid", "The period ends before it begins.");
  const known = (atMs: number): number => Math.min(Math.max(atMs, 0), ctx.now + 1);
  const period = { fromMs: known(startOfDate(zone, from)), untilMs: known(endOfDate(zone, to)) };
  const [types, sums] = await Promise.all([pointsTypesOf(ctx), sumAccounts(ctx, period, ACCOUNT_SUMS_MAX + 1)]);
  if (sums.length > ACCOUNT_SUMS_MAX) {
    throw new Refusal("invalid", `There are more than ${ACCOUNT_SUMS_MAX} sums by points type, partner and account.`);
  }
  const codeOf = codesOf(types);
  const groups = Map.groupBy(sums, ({ pointsType, partnerId }) => `${pointsType}/${partnerId}`);
  return [...groups.values()].flatMap((group) => reconciledOf(group, codeOf));
}

function reconciledOf(sums: readonly AccountSum[], codeOf: (pointsType: number) => string): Reconciled[] {
  const [first] = sums;
  if (first === undefined) return [];
  const opening = sums.reduce((sum, part) => sum + part.opening, 0);
  const closing = sums.reduce((sum, part) => sum + part.moved, opening);
  const movements = sums.filter(({ moved }) => moved !== 0).map(({ account, moved }) => ({ account, points: moved }));
  return [{ pointsType: codeOf(first.pointsType), partnerId: first.partnerId, opening, movements, closing }];
}
