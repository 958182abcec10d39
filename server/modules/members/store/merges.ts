// All SQL on merges, and on what finds a member who has become another.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { bucketOf } from "../../../platform/ids.ts";
import { bucketOfHash, type Lookup } from "./identities.ts";

export type MergeRow = Readonly<{ memberId: string; intoId: string; createdAt: number }>;

/** `before`: what the member was, as numbers and hashes. */
export async function insertMerge(
  ctx: Ctx,
  { memberId, intoId, createdAt }: MergeRow,
  before: Readonly<Record<string, unknown>>,
): Promise<void> {
  await ctx.query(
    `insert into merges (bucket, tenant_id, member_id, into_id, before, actor, created_at)
     values ($2, $1, $3, $4, $5, $6, $7)`,
    [
      ctx.tenantId,
      bucketOf(memberId),
      memberId,
      intoId,
      JSON.stringify(before),
      ctx.actor,
      new Date(createdAt).toISOString(),
    ],
  );
}

export async function findMerge(ctx: Ctx, memberId: string): Promise<MergeRow | undefined> {
  const rows = await ctx.query<{ into_id: string; created_at: number }>(
    `select into_id, created_at from merges where bucket = $2 and tenant_id = $1 and member_id = $3`,
    [ctx.tenantId, bucketOf(memberId), memberId],
  );
  return rows.map(({ into_id, created_at }) => ({ memberId, intoId: into_id, createdAt: created_at }))[0];
}

/** Everybody who was merged into this member. */
export async function findMergedInto(ctx: Ctx, intoId: string): Promise<string[]> {
  const rows = await ctx.query<{ member_id: string }>(
    `/* scatter: they may live anywhere; asked for when a member is erased */
     select member_id from merges where tenant_id = $1 and into_id = $2 order by bucket, member_id`,
    [ctx.tenantId, intoId],
  );
  return rows.map((row) => row.member_id);
}

/** The membership ends, and whoever asks for it is sent on. */
export async function sendOn(ctx: Ctx, memberId: string, intoId: string): Promise<void> {
  const place = [ctx.tenantId, bucketOf(memberId), memberId];
  await Promise.all([
    ctx.query(`update members set status = 'closed' where bucket = $2 and tenant_id = $1 and id = $3`, place),
    ctx.query(
      `update member_facts set status = 'closed', merged_into = $4
       where bucket = $2 and tenant_id = $1 and member_id = $3`,
      [...place, intoId],
    ),
    ctx.query(`delete from identities where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
  ]);
}

/** These identities find another member from now on. */
export async function moveLookups(ctx: Ctx, lookups: readonly Lookup[], memberId: string): Promise<void> {
  await ctx.query(
    `update identity_lookups l set member_id = $5
     from unnest($2::smallint[], $3::text[], $4::bytea[]) as moved (bucket, kind, value_hash)
     where l.bucket = moved.bucket and l.tenant_id = $1 and l.kind = moved.kind and l.value_hash = moved.value_hash`,
    [
      ctx.tenantId,
      lookups.map(({ valueHash }) => bucketOfHash(valueHash)),
      lookups.map(({ kind }) => kind),
      lookups.map(({ valueHash }) => valueHash),
      memberId,
    ],
  );
}
