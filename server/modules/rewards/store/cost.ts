// What used rewards took off, summed over everybody: for a report, never on the hot path.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type Discounts = Readonly<{ rewards: number; amountMinor: number }>;

/**
 * Rewards and coupons that were used from `from` on and before `until`, and stay used: what a basket was really cheaper
 * by, whatever the kind of gift; where none was at hand, the money that the gift names.
 */
export async function sumDiscounts(ctx: Ctx, { from, until }: { from: number; until: number }): Promise<Discounts> {
  const [sums] = await ctx.query<Discounts>(
    `/* scatter: a report sums every issued reward of the tenant */
     select count(*) as rewards, coalesce(sum(minor), 0)::bigint as "amountMinor"
     from (select coalesce(t.minor, (i.gift ->> 'amountMinor')::bigint) as minor
       from issued_rewards i
       left join checkout_sessions s on s.bucket = i.bucket and s.tenant_id = i.tenant_id and s.id = i.session_id
       left join lateral (select (a ->> 'amountMinor')::bigint as minor from json_array_elements(s.applied) as e (a)
         where a ->> 'id' = i.id::text) as t on true
       where i.tenant_id = $1 and i.status = 'used' and i.changed_at >= $2 and i.changed_at < $3
       union all
       select (gift ->> 'amountMinor')::bigint from coupon_redemptions
       where tenant_id = $1 and status = 'redeemed' and changed_at >= $2 and changed_at < $3) as used
     where minor is not null`,
    [ctx.tenantId, iso(from), iso(until)],
  );
  return sums ?? { rewards: 0, amountMinor: 0 };
}
