// What was booked in a period, summed over everybody: a report, never on the hot path.
import type { CounterAccount } from "@fedele/core/ledger.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso } from "./wallets.ts";

/** Points on members' wallets that came from one account of one partner; null: the operator's. */
export type AccountSum = Readonly<{
  pointsType: number;
  partnerId: string | null;
  account: CounterAccount;
  opening: number;
  moved: number;
}>;

type Row = {
  points_type: number;
  partner_id: string | null;
  counter_account: CounterAccount;
  opening: number;
  moved: number;
};

/** What was booked before `fromMs`, and from then until before `untilMs`. One statement, so that one snapshot. */
export async function sumAccounts(
  ctx: Ctx,
  period: { fromMs: number; untilMs: number },
  limit: number,
): Promise<AccountSum[]> {
  const rows = await ctx.query<Row>(
    `/* scatter: a report sums every entry of the tenant */
     select points_type, partner_id, counter_account,
       coalesce(sum(points) filter (where created_at < $2), 0)::bigint as opening,
       coalesce(sum(points) filter (where created_at >= $2), 0)::bigint as moved
     from entries where tenant_id = $1 and created_at < $3
     group by points_type, partner_id, counter_account
     order by points_type, partner_id nulls first, counter_account limit $4`,
    [ctx.tenantId, iso(period.fromMs), iso(period.untilMs), limit],
  );
  return rows.map(({ points_type, partner_id, counter_account, opening, moved }) => {
    return { pointsType: points_type, partnerId: partner_id, account: counter_account, opening, moved };
  });
}
