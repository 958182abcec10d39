import type { Ctx } from "../../../platform/database/transaction.ts";

export type TierChange = Readonly<{
  bucket: number;
  memberId: string;
  id: string;
  from: string | null;
  to: string | null;
  reason: string;
  effectiveAt: number;
  /** Of a tier given by hand: until when. */
  endsAt?: number | null;
  createdAt: number;
}>;

/** Steps of a courtesy tier; what the member earned goes its own way beneath. */
export function isByHand({ reason }: Pick<TierChange, "reason">): boolean {
  return reason === "manual" || reason === "manual_end";
}

export async function insertTierChanges(ctx: Ctx, changes: readonly TierChange[]): Promise<void> {
  await ctx.query(
    `insert into tier_changes (bucket, tenant_id, member_id, id, from_tier, to_tier, reason, effective_at, ends_at,
       created_at)
     select n.bucket, $1, n.member_id, n.id, n.from_tier, n.to_tier, n.reason, n.effective_at, n.ends_at, n.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::timestamptz[],
       $9::timestamptz[], $10::timestamptz[])
       as n (bucket, member_id, id, from_tier, to_tier, reason, effective_at, ends_at, created_at)`,
    [
      ctx.tenantId,
      changes.map((change) => change.bucket),
      changes.map((change) => change.memberId),
      changes.map((change) => change.id),
      changes.map((change) => change.from),
      changes.map((change) => change.to),
      changes.map((change) => change.reason),
      changes.map((change) => new Date(change.effectiveAt).toISOString()),
      changes.map(({ endsAt = null }) => (endsAt === null ? null : new Date(endsAt).toISOString())),
      changes.map((change) => new Date(change.createdAt).toISOString()),
    ],
  );
}

type Row = {
  bucket: number;
  member_id: string;
  id: string;
  from_tier: string | null;
  to_tier: string | null;
  reason: string;
  effective_at: number;
  ends_at: number | null;
  created_at: number;
};

/** Every step of the members, oldest first. */
export async function findTierChanges(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
): Promise<TierChange[]> {
  const rows = await ctx.query<Row>(
    `select t.bucket, t.member_id, t.id, t.from_tier, t.to_tier, t.reason, t.effective_at, t.ends_at, t.created_at
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join tier_changes t on t.bucket = m.bucket and t.tenant_id = $1 and t.member_id = m.member_id
     order by t.member_id, t.effective_at, t.id`,
    [ctx.tenantId, members.map((member) => member.bucket), members.map((member) => member.memberId)],
  );
  return rows.map(toTierChange);
}

/** A page of a member's steps, in the order in which they were written down, the latest first. */
export async function listTierChanges(
  ctx: Ctx,
  member: Readonly<{ bucket: number; memberId: string }>,
  page: { before: string | null; limit: number },
): Promise<TierChange[]> {
  const rows = await ctx.query<Row>(
    `select bucket, member_id, id, from_tier, to_tier, reason, effective_at, ends_at, created_at from tier_changes
     where bucket = $2 and tenant_id = $1 and member_id = $3 and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [ctx.tenantId, member.bucket, member.memberId, page.before, page.limit],
  );
  return rows.map(toTierChange);
}

function toTierChange(row: Row): TierChange {
  return {
    bucket: row.bucket,
    memberId: row.member_id,
    id: row.id,
    from: row.from_tier,
    to: row.to_tier,
    reason: row.reason,
    effectiveAt: row.effective_at,
    endsAt: row.ends_at,
    createdAt: row.created_at,
  };
}
