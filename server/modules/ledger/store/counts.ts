// What a tenant's ledger amounts to.
import type { Ctx } from "../../../platform/database/transaction.ts";

export type PointCounts = Readonly<{
  issued: number;
  reversed: number;
  outstanding: number;
  negativeBalances: number;
}>;

/** Over the points that may be spent. Outstanding is balance minus debt. */
export async function countPoints(ctx: Ctx, buckets: readonly number[]): Promise<PointCounts> {
  const [[moved], [held]] = await Promise.all([
    ctx.query<{ issued: number; reversed: number }>(
      `select coalesce(sum(e.points) filter (where e.points > 0), 0)::bigint as issued,
         coalesce(-sum(e.points) filter (where e.points < 0), 0)::bigint as reversed
       from entries e join points_types t on t.tenant_id = e.tenant_id and t.points_type = e.points_type
       where e.bucket = any($2::smallint[]) and e.tenant_id = $1 and e.counter_account = 'issued' and t.spendable`,
      [ctx.tenantId, buckets],
    ),
    ctx.query<{ outstanding: number; negative: number }>(
      `select coalesce(sum(w.balance - w.debt), 0)::bigint as outstanding,
         count(*) filter (where w.balance < w.debt) as negative
       from wallets w join points_types t on t.tenant_id = w.tenant_id and t.points_type = w.points_type
       where w.bucket = any($2::smallint[]) and w.tenant_id = $1 and t.spendable`,
      [ctx.tenantId, buckets],
    ),
  ]);
  return {
    issued: moved?.issued ?? 0,
    reversed: moved?.reversed ?? 0,
    outstanding: held?.outstanding ?? 0,
    negativeBalances: held?.negative ?? 0,
  };
}
