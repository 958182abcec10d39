// Returns that have waited for their sale long enough.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";

const iso = (ms: number): string => new Date(ms).toISOString();

/** The buckets in which a tenant's returns have waited long enough. */
export async function findDueParkedReturns(db: Database, tenantId: string, nowMs: number): Promise<number[]> {
  const { rows } = await db.maintenance.query<{ bucket: number }>(
    `/* scatter: a sweep */ select distinct bucket from parked_returns
     where tenant_id = $1 and status = 'parked' and due_at <= $2 order by bucket`,
    [tenantId, iso(nowMs)],
  );
  return rows.map((row) => row.bucket);
}

/** They found no sale. Whoever settled one meanwhile was first. Their keys stay: the same return is not told twice. */
export async function orphanParkedReturns(ctx: Ctx, bucket: number): Promise<number> {
  const rows = await ctx.query(
    `update parked_returns set status = 'orphan'
     where bucket = $2 and tenant_id = $1 and status = 'parked' and due_at <= $3 returning bucket`,
    [ctx.tenantId, bucket, iso(ctx.now)],
  );
  return rows.length;
}
