// What a tenant's programme amounts to. Each member's bucket is asked once; nothing here is on the hot path.
import type { Ctx } from "../../../platform/database/transaction.ts";

export type ActivityCounts = Readonly<{
  purchases: number;
  lines: number;
  /** Lines of returns of which something was matched with a sale. */
  matchedLines: number;
}>;

export async function countActivities(ctx: Ctx, buckets: readonly number[]): Promise<ActivityCounts> {
  const [row] = await ctx.query<{ purchases: number; lines: number; matched: number }>(
    `select count(*) filter (where a.kind = 'purchase') as purchases,
       coalesce(sum(json_array_length(a.lines)) filter (where a.kind = 'purchase'), 0)::bigint as lines,
       coalesce(sum(m.lines), 0)::bigint as matched
     from activities a
     left join lateral (
       select count(distinct (match ->> 3)::int) as lines from json_array_elements(a.awards -> 'm') as match
     ) as m on a.kind = 'return'
     where a.bucket = any($2::smallint[]) and a.tenant_id = $1`,
    [ctx.tenantId, buckets],
  );
  return { purchases: row?.purchases ?? 0, lines: row?.lines ?? 0, matchedLines: row?.matched ?? 0 };
}

export async function countOrphans(
  ctx: Ctx,
  buckets: readonly number[],
): Promise<{ lines: number; quantityThousandths: number }> {
  const [row] = await ctx.query<{ lines: number; thousandths: number }>(
    `select count(*) as lines, coalesce(sum(quantity_thousandths), 0)::bigint as thousandths
     from orphan_returns where bucket = any($2::smallint[]) and tenant_id = $1`,
    [ctx.tenantId, buckets],
  );
  return { lines: row?.lines ?? 0, quantityThousandths: row?.thousandths ?? 0 };
}
