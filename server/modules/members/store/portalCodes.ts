// All SQL on portal_codes. Their times are the wall clock's, so each comes as a parameter.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOfHash } from "./identities.ts";

export type NewCode = Readonly<{
  aboutHash: Buffer;
  hmac: Buffer;
  expiresAt: number;
  nowMs: number;
  dayAgo: number;
  askedMax: number;
}>;

/**
 * Puts a new code in the old one's place. False when it was asked for too often since a day ago: the old code then
 * stays as it is.
 */
export async function replaceCode(ctx: Ctx, code: NewCode): Promise<boolean> {
  const rows = await ctx.query(
    `insert into portal_codes as c (bucket, tenant_id, about_hash, code_hmac, expires_at, asked, counted_from)
     values ($1, $2, $3, $4, $5, 1, $6)
     on conflict (bucket, tenant_id, about_hash) do update
     set code_hmac = excluded.code_hmac, expires_at = excluded.expires_at, tries = 0,
         asked = case when c.counted_from > $7 then c.asked + 1 else 1 end,
         counted_from = case when c.counted_from > $7 then c.counted_from else excluded.counted_from end
     where c.counted_from <= $7 or c.asked < $8
     returning asked`,
    [
      bucketOfHash(code.aboutHash),
      ctx.tenantId,
      code.aboutHash,
      code.hmac,
      iso(code.expiresAt),
      iso(code.nowMs),
      iso(code.dayAgo),
      code.askedMax,
    ],
  );
  return rows.length === 1;
}

/** Counts a try at the code, then says what it must be; undefined when there is none, it is over or burned. */
export async function takeTry(
  ctx: Ctx,
  asked: Readonly<{ aboutHash: Buffer; nowMs: number; triesMax: number }>,
): Promise<Buffer | undefined> {
  const rows = await ctx.query<{ code_hmac: Buffer }>(
    `update portal_codes set tries = tries + 1
     where bucket = $1 and tenant_id = $2 and about_hash = $3 and tries < $4 and expires_at > $5
     returning code_hmac`,
    [bucketOfHash(asked.aboutHash), ctx.tenantId, asked.aboutHash, asked.triesMax, iso(asked.nowMs)],
  );
  return rows[0]?.code_hmac;
}

/** A code that was used, or must not be any more. How often one was asked for stays known. */
export async function burnCode(ctx: Ctx, aboutHash: Buffer, nowMs: number): Promise<void> {
  await ctx.query("update portal_codes set expires_at = $4 where bucket = $1 and tenant_id = $2 and about_hash = $3", [
    bucketOfHash(aboutHash),
    ctx.tenantId,
    aboutHash,
    iso(nowMs),
  ]);
}

/** Deletes what nobody counts any more; returns how many. */
export async function deleteCodes(db: Database, beforeMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: old codes of every tenant */ delete from portal_codes where expires_at < $1 and counted_from < $1",
    [iso(beforeMs)],
  );
  return rowCount ?? 0;
}

/** How many tenants have asked for as much as a day allows. A count is a code that was never good. */
export async function countSpent(db: Database, since: Readonly<{ fromMs: number; askedMax: number }>): Promise<number> {
  const { rows } = await db.maintenance.query<{ tenants: number }>(
    `/* scatter: asked by the operator's metrics, of all tenants */
     select count(*) as tenants from portal_codes where asked >= $1 and counted_from > $2`,
    [since.askedMax, iso(since.fromMs)],
  );
  return rows[0]?.tenants ?? 0;
}
