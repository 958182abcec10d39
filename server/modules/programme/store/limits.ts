import type { CountedPeriod, PeriodCount } from "@fedele/core/limits.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

export type ScopeCount = PeriodCount & Readonly<{ memberId: string; scopeId: string }>;

/** By how much a count rises, or falls. */
export type CountChange = ScopeCount & Readonly<{ bucket: number }>;

/** What the members had of the scopes in that stretch of days, and ever. Their facts are locked: nobody else counts. */
export async function findCounts(
  ctx: Ctx,
  asked: {
    members: readonly MemberKey[];
    scopeIds: readonly string[];
    stretch: { from: string | null; until: string | null };
  },
): Promise<ScopeCount[]> {
  const rows = await ctx.query<{
    member_id: string;
    scope_id: string;
    per: CountedPeriod["per"];
    since: string;
    points: number;
    times: number;
  }>(
    `select c.member_id, c.scope_id, c.per, c.since, c.points, c.times
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join limit_counts c on c.bucket = m.bucket and c.tenant_id = $1 and c.member_id = m.member_id
       and c.scope_id = any($4::uuid[]) and (c.per = 'ever' or c.since between $5::date and $6::date)`,
    [
      ctx.tenantId,
      asked.members.map((member) => member.bucket),
      asked.members.map((member) => member.memberId),
      asked.scopeIds,
      asked.stretch.from,
      asked.stretch.until,
    ],
  );
  return rows.map(({ member_id, scope_id, ...count }) => ({ ...count, memberId: member_id, scopeId: scope_id }));
}

/** Adds to what was counted; the changes come sorted. */
export async function addCounts(ctx: Ctx, changes: readonly CountChange[]): Promise<void> {
  await ctx.query(
    `insert into limit_counts (bucket, tenant_id, member_id, scope_id, per, since, points, times)
     select n.bucket, $1, n.member_id, n.scope_id, n.per, n.since, n.points, n.times
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::bigint[], $8::bigint[])
       as n (bucket, member_id, scope_id, per, since, points, times)
     on conflict (bucket, tenant_id, member_id, scope_id, per, since) do update
       set points = limit_counts.points + excluded.points, times = limit_counts.times + excluded.times`,
    [
      ctx.tenantId,
      changes.map((change) => change.bucket),
      changes.map((change) => change.memberId),
      changes.map((change) => change.scopeId),
      changes.map((change) => change.per),
      changes.map((change) => change.since),
      changes.map((change) => change.points),
      changes.map((change) => change.times),
    ],
  );
}
