// What a tenant's membership amounts to.
import type { Ctx } from "../../../platform/database/transaction.ts";

export type MemberCounts = Readonly<{
  members: number;
  spendMinor: number;
  /** Members by tier; null: who has done nothing yet. */
  tiers: ReadonlyMap<string | null, number>;
}>;

export async function countMembers(ctx: Ctx, buckets: readonly number[]): Promise<MemberCounts> {
  const rows = await ctx.query<{ tier: string | null; members: number; spend: number }>(
    `select tier, count(*) as members, sum(spend_minor)::bigint as spend
     from member_facts where bucket = any($2::smallint[]) and tenant_id = $1 group by tier`,
    [ctx.tenantId, buckets],
  );
  return {
    members: rows.reduce((sum, row) => sum + row.members, 0),
    spendMinor: rows.reduce((sum, row) => sum + row.spend, 0),
    tiers: new Map(rows.map((row) => [row.tier, row.members])),
  };
}
