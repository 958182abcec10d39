// All SQL on name_beginnings: what finds a member by name. The hashes are keyed; a name stands nowhere in it.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type NameHashes = Readonly<{ memberId: string; hashes: readonly number[] }>;

export async function insertBeginnings(ctx: Ctx, named: readonly NameHashes[]): Promise<void> {
  const rows = named.flatMap(({ memberId, hashes }) => hashes.map((hash) => ({ memberId, hash })));
  await ctx.query(
    `insert into name_beginnings (bucket, tenant_id, beginning, member_id)
     select bucket, $1, beginning, member_id from unnest($2::smallint[], $3::integer[], $4::uuid[])
       as new (bucket, beginning, member_id)
     on conflict do nothing`,
    [
      ctx.tenantId,
      rows.map(({ memberId }) => bucketOf(memberId)),
      rows.map(({ hash }) => hash),
      rows.map(({ memberId }) => memberId),
    ],
  );
}

/**
 * Whatever finds the member by name. It looks through its bucket rather than by an index of its own: that is done for
 * few, and the index would be as large as the table.
 */
export async function deleteBeginnings(ctx: Ctx, memberId: string): Promise<void> {
  await ctx.query(`delete from name_beginnings where bucket = $2 and tenant_id = $1 and member_id = $3`, [
    ctx.tenantId,
    bucketOf(memberId),
    memberId,
  ]);
}
