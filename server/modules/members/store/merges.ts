// All SQL on merges, and on what finds a member who has become another.
import type { MemberFacts } from "@fedele/core/facts.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { bucketOf } from "../../../platform/ids.ts";
import { bucketOfHash, type Lookup } from "./identities.ts";

/** `reversedAt` null: it still holds. */
export type MergeRow = Readonly<{ memberId: string; intoId: string; createdAt: number; reversedAt: number | null }>;

type Row = { member_id: string; into_id: string; created_at: number; reversed_at: number | null };

const columns = "member_id, into_id, created_at, reversed_at";

/** `before`: what the member was, as numbers and hashes. One that was undone makes room. */
export async function insertMerge(
  ctx: Ctx,
  { memberId, intoId, createdAt }: Omit<MergeRow, "reversedAt">,
  before: Readonly<Record<string, unknown>>,
): Promise<void> {
  await ctx.query(
    `insert into merges (bucket, tenant_id, member_id, into_id, before, actor, created_at)
     values ($2, $1, $3, $4, $5, $6, $7)
     on conflict (bucket, tenant_id, member_id) do update set into_id = excluded.into_id, before = excluded.before,
       actor = excluded.actor, created_at = excluded.created_at, reversed_by = null, reversed_at = null
     where merges.reversed_at is not null`,
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
  const rows = await ctx.query<Row>(
    `select ${columns} from merges where bucket = $2 and tenant_id = $1 and member_id = $3`,
    [ctx.tenantId, bucketOf(memberId), memberId],
  );
  return rows.map(toMerge)[0];
}

/** What stood there before, as it was written down; empty where somebody was erased or the merge was undone. */
export async function findJournal<Journal>(ctx: Ctx, memberId: string): Promise<Partial<Journal>> {
  const [row] = await ctx.query<{ before: Partial<Journal> }>(
    `select before from merges where bucket = $2 and tenant_id = $1 and member_id = $3`,
    [ctx.tenantId, bucketOf(memberId), memberId],
  );
  return row?.before ?? {};
}

/** Everybody who was ever merged into this member, the latest first. */
export async function listMergesInto(ctx: Ctx, intoId: string, limit: number): Promise<MergeRow[]> {
  const rows = await ctx.query<Row>(
    `/* scatter: they may live anywhere; asked for by whoever looks at one member */
     select ${columns} from merges where tenant_id = $1 and into_id = $2
     order by created_at desc, member_id limit $3`,
    [ctx.tenantId, intoId, limit],
  );
  return rows.map(toMerge);
}

/** The merge is undone. What stood there before is of no use any more. */
export async function markReversed(ctx: Ctx, memberId: string): Promise<void> {
  await ctx.query(
    `update merges set before = '{}', reversed_by = $4, reversed_at = $5
     where bucket = $2 and tenant_id = $1 and member_id = $3`,
    [ctx.tenantId, bucketOf(memberId), memberId, ctx.actor, new Date(ctx.now).toISOString()],
  );
}

function toMerge({ member_id, into_id, created_at, reversed_at }: Row): MergeRow {
  return { memberId: member_id, intoId: into_id, createdAt: created_at, reversedAt: reversed_at };
}

/** Everybody who was merged into this member. */
export async function findMergedInto(ctx: Ctx, intoId: string): Promise<string[]> {
  const rows = await ctx.query<{ member_id: string }>(
    `/* scatter: they may live anywhere; asked for when a member is erased */
     select member_id from merges where tenant_id = $1 and into_id = $2 and reversed_at is null
     order by bucket, member_id`,
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

/** The membership goes on as it was. */
export async function bringBack(ctx: Ctx, memberId: string, status: MemberFacts["status"]): Promise<void> {
  const values = [ctx.tenantId, bucketOf(memberId), memberId, status];
  await Promise.all([
    ctx.query(`update members set status = $4 where bucket = $2 and tenant_id = $1 and id = $3`, values),
    ctx.query(
      `update member_facts set status = $4, merged_into = null
       where bucket = $2 and tenant_id = $1 and member_id = $3`,
      values,
    ),
  ]);
}

/** A member no longer has these; the look-ups lead elsewhere already. */
export async function removeIdentities(ctx: Ctx, memberId: string, lookups: readonly Lookup[]): Promise<void> {
  await ctx.query(
    `delete from identities i using unnest($4::text[], $5::bytea[]) as gone (kind, value_hash)
     where i.bucket = $2 and i.tenant_id = $1 and i.member_id = $3 and i.kind = gone.kind
       and i.value_hash = gone.value_hash`,
    [
      ctx.tenantId,
      bucketOf(memberId),
      memberId,
      lookups.map(({ kind }) => kind),
      lookups.map(({ valueHash }) => valueHash),
    ],
  );
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
