// All SQL on erasures, and what an erasure leaves of a member's rows.
import type { ErasureReason } from "@fedele/sdk/schemas/erasure.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { bucketOf } from "../../../platform/ids.ts";

/** Who was erased, when and why; nothing that names anybody. `heirId` null: the points were forfeited. */
export type ErasureRow = Readonly<{
  memberId: string;
  reason: ErasureReason;
  heirId: string | null;
  actor: string;
  createdAt: number;
}>;

type Columns = {
  member_id: string;
  reason: ErasureReason;
  heir_id: string | null;
  actor: string;
  created_at: number;
};

function toRow({ member_id, reason, heir_id, actor, created_at }: Columns): ErasureRow {
  return { memberId: member_id, reason, heirId: heir_id, actor, createdAt: created_at };
}

/** One that is written down already stays as it is. */
export async function insertErasure(ctx: Ctx, erasure: ErasureRow): Promise<void> {
  const { memberId, reason, heirId, actor, createdAt } = erasure;
  await ctx.query(
    `insert into erasures (bucket, tenant_id, member_id, reason, heir_id, actor, created_at)
     values ($2, $1, $3, $4, $5, $6, $7) on conflict do nothing`,
    [ctx.tenantId, bucketOf(memberId), memberId, reason, heirId, actor, new Date(createdAt).toISOString()],
  );
}

export async function findErasures(ctx: Ctx, memberIds: readonly string[]): Promise<ErasureRow[]> {
  const rows = await ctx.query<Columns>(
    `select e.member_id, e.reason, e.heir_id, e.actor, e.created_at
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, id)
     join erasures e on e.bucket = m.bucket and e.tenant_id = $1 and e.member_id = m.id`,
    [ctx.tenantId, memberIds.map(bucketOf), memberIds],
  );
  return rows.map(toRow);
}

/** Where a page of erasures goes on: after this one. */
export type ErasurePlace = Readonly<{ createdAt: number; memberId: string }>;

/** A page of the tenant's erasures, latest first. */
export async function listErasures(
  ctx: Ctx,
  page: { readonly before: ErasurePlace | undefined; readonly limit: number },
): Promise<ErasureRow[]> {
  const rows = await ctx.query<Columns>(
    `/* scatter: a list of few, asked for seldom */
     select member_id, reason, heir_id, actor, created_at from erasures
     where tenant_id = $1 and ($2::timestamptz is null or (created_at, member_id) < ($2, $3::uuid))
     order by created_at desc, member_id desc limit $4`,
    [
      ctx.tenantId,
      page.before === undefined ? null : new Date(page.before.createdAt).toISOString(),
      page.before?.memberId ?? null,
      page.limit,
    ],
  );
  return rows.map(toRow);
}

/** Of every tenant, in the order in which they happened, for whoever restores a backup. */
export async function listAllErasures(db: Database): Promise<(ErasureRow & { tenantId: string })[]> {
  const { rows } = await db.maintenance.query<Columns & { tenant_id: string }>(
    `/* scatter: what a restored backup must forget again */
     select tenant_id, member_id, reason, heir_id, actor, created_at from erasures order by created_at, member_id`,
  );
  return rows.map(({ tenant_id, ...row }) => ({ ...toRow(row), tenantId: tenant_id }));
}

/**
 * Empties a member's rows: the key, what it sealed, what finds the member, and the coarse facts. Without the key what
 * it sealed is noise; it goes all the same, so that nobody must trust in that.
 */
export async function forgetMember(ctx: Ctx, memberId: string): Promise<void> {
  const place = [ctx.tenantId, bucketOf(memberId), memberId];
  await Promise.all([
    ctx.query(`delete from member_keys where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(`delete from identities where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(
      `update members set status = 'closed', personal = null where bucket = $2 and tenant_id = $1 and id = $3`,
      place,
    ),
    ctx.query(
      `/* scatter: whom the member looked after may live anywhere */
       delete from member_guardians where tenant_id = $1 and (bucket = $2 and member_id = $3 or guardian_id = $3)`,
      place,
    ),
    ctx.query(
      `update member_blocks set reason = null
       where bucket = $2 and tenant_id = $1 and member_id = $3 and reason is not null`,
      place,
    ),
    ctx.query(
      `update businesses set account_manager = null, details = null
       where bucket = $2 and tenant_id = $1 and member_id = $3`,
      place,
    ),
    ctx.query(
      `/* scatter: a person may act for businesses that live anywhere */
       delete from contacts where tenant_id = $1 and (bucket = $2 and member_id = $3 or person_id = $3)`,
      place,
    ),
    ctx.query(
      `/* scatter: whoever the member was before they were known may live anywhere */
       delete from visitors where tenant_id = $1 and member_id = $2`,
      [ctx.tenantId, memberId],
    ),
    ctx.query(`update merges set before = '{}' where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(`delete from member_values where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(`delete from member_cards where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(`delete from spending_codes where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(`delete from member_notes where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(`delete from member_tasks where bucket = $2 and tenant_id = $1 and member_id = $3`, place),
    ctx.query(
      `update consents set address_hash = null
       where bucket = $2 and tenant_id = $1 and member_id = $3 and address_hash is not null`,
      place,
    ),
    ctx.query(
      `update member_facts set status = 'closed', language = null, country = null, birth_month = null,
         birth_day = null, adult_from = null where bucket = $2 and tenant_id = $1 and member_id = $3`,
      place,
    ),
  ]);
}
