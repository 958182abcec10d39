// What used rewards took off, summed over everybody: for a report, never on the hot path.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type Discounts = Readonly<{ rewards: number; amountMinor: number }>;

/** Rewards with an amount of money that were used from `from` on and before `until`. What is used never changes. */
export async function sumDiscounts(ctx: Ctx, { from, until }: { from: number; until: number }): Promise<Discounts> {
  const [sums] = await ctx.query<Discounts>(
    `/* scatter: a report sums every issued reward of the tenant */
     select count(*) as rewards, coalesce(sum((gift ->> 'amountMinor')::bigint), 0)::bigint as "amountMinor"
     from issued_rewards
     where tenant_id = $1 and status = 'used' and gift ->> 'kind' = 'discount_amount'
       and changed_at >= $2 and changed_at < $3`,
    [ctx.tenantId, iso(from), iso(until)],
  );
  return sums ?? { rewards: 0, amountMinor: 0 };
}
