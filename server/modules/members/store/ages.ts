// All SQL on age_limits and member_guardians.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type AgeLimit = { readonly country: string; readonly years: number };
export type Guardian = { readonly guardianId: string; readonly addedAt: number };

export async function listAgeLimits(ctx: Ctx): Promise<AgeLimit[]> {
  return ctx.query<AgeLimit>("select country, years from age_limits where tenant_id = $1 order by country", [
    ctx.tenantId,
  ]);
}

export async function replaceAgeLimits(ctx: Ctx, limits: readonly AgeLimit[]): Promise<void> {
  await ctx.query("delete from age_limits where tenant_id = $1", [ctx.tenantId]);
  await ctx.query(
    `insert into age_limits (tenant_id, country, years)
     select $1, country, years from unnest($2::text[], $3::smallint[]) as new (country, years)`,
    [ctx.tenantId, limits.map(({ country }) => country), limits.map(({ years }) => years)],
  );
}

/** In the order in which they were added. */
export async function listGuardians(ctx: Ctx, memberId: string): Promise<Guardian[]> {
  const rows = await ctx.query<{ guardian_id: string; added_at: number }>(
    `select guardian_id, added_at from member_guardians
     where bucket = $1 and tenant_id = $2 and member_id = $3 order by added_at, guardian_id`,
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows.map((row) => ({ guardianId: row.guardian_id, addedAt: row.added_at }));
}

export async function insertGuardian(ctx: Ctx, memberId: string, guardianId: string): Promise<void> {
  await ctx.query(
    `insert into member_guardians (bucket, tenant_id, member_id, guardian_id, added_at) values ($1, $2, $3, $4, $5)`,
    [bucketOf(memberId), ctx.tenantId, memberId, guardianId, iso(ctx.now)],
  );
}

/** False when there is no such guardian. */
export async function deleteGuardian(ctx: Ctx, memberId: string, guardianId: string): Promise<boolean> {
  const rows = await ctx.query(
    `delete from member_guardians
     where bucket = $1 and tenant_id = $2 and member_id = $3 and guardian_id = $4 returning guardian_id`,
    [bucketOf(memberId), ctx.tenantId, memberId, guardianId],
  );
  return rows.length === 1;
}
