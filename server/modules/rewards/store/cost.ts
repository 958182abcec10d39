// What used rewards took off, summed over everybody: for a report, never on the hot path.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type Discounts = Readonly<{ rewards: number; amountMinor: number }>;

/** Rewards and coupons with an amount of money that were used from `from` on and before `until`, and stay used. */
export async function sumDiscounts(ctx: Ctx, { from, until }: { from: number; until: number }): Promise<Discounts> {
  const [sums] = await ctx.query<Discounts>(
    `/* scatter: a report sums every issued reward of the tenant */
     select count(*) as rewards, coalesce(sum((gift ->> 'amountMinor')::bigint), 0)::bigint as "amountMinor"
     from (select gift, changed_at from issued_rewards where tenant_id = $1 and status = 'used'
       union all
       select gift, changed_at from coupon_redemptions where tenant_id = $1 and status = 'redeemed') as used
     where gift ->> 'kind' = 'discount_amount' and changed_at >= $2 and changed_at < $3`,
    [ctx.tenantId, iso(from), iso(until)],
  );
  return sums ?? { rewards: 0, amountMinor: 0 };
}
