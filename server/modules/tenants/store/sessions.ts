// All SQL on staff_sessions and sign_in_codes. Their times are the wall clock's, so each comes as a parameter.
import type { Role } from "@fedele/sdk/schemas/role.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";

export type StoredSession = {
  readonly id: string;
  readonly staffId: string;
  readonly role: Role;
  readonly partnerId: string | undefined;
  readonly secretHash: Buffer;
  readonly previousHash: Buffer | undefined;
  readonly previousUntil: number | undefined;
  readonly isPending: boolean;
  readonly createdAt: number;
  readonly expiresAt: number;
};

type SessionRow = {
  id: string;
  staff_id: string;
  role: Role;
  partner_id: string | null;
  secret_hash: Buffer;
  previous_hash: Buffer | null;
  previous_until: number | null;
  is_pending: boolean;
  created_at: number;
  expires_at: number;
};

export async function insertSession(
  ctx: Ctx,
  session: {
    id: string;
    staffId: string;
    secretHash: Buffer;
    isPending: boolean;
    createdAt: number;
    expiresAt: number;
  },
): Promise<void> {
  await ctx.query(
    `insert into staff_sessions (tenant_id, id, staff_id, secret_hash, is_pending, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      ctx.tenantId,
      session.id,
      session.staffId,
      session.secretHash,
      session.isPending,
      at(session.createdAt),
      at(session.expiresAt),
    ],
  );
}

/** A session that was not ended, of a person who still works here; locked, because who reads it changes it. */
export async function lockSession(ctx: Ctx, id: string): Promise<StoredSession | undefined> {
  return findSession(ctx, id, "for update of s");
}

export async function findSession(ctx: Ctx, id: string, lock = ""): Promise<StoredSession | undefined> {
  const rows = await ctx.query<SessionRow>(
    `select s.id, s.staff_id, w.role, w.partner_id, s.secret_hash, s.previous_hash, s.previous_until, s.is_pending,
       s.created_at, s.expires_at
     from staff_sessions s join staff w on w.tenant_id = s.tenant_id and w.id = s.staff_id
     where s.tenant_id = $1 and s.id = $2 and s.ended_at is null and w.removed_at is null ${lock}`,
    [ctx.tenantId, id],
  );
  return rows.map(toSession)[0];
}

/** A new secret, and a life from now on; the old secret is good for the requests that are under way. */
export async function renewSession(
  ctx: Ctx,
  renewed: { id: string; secretHash: Buffer; previousUntil: number; expiresAt: number },
): Promise<void> {
  await ctx.query(
    `update staff_sessions
     set previous_hash = secret_hash, previous_until = $4, secret_hash = $3, expires_at = $5, is_pending = false
     where tenant_id = $1 and id = $2`,
    [ctx.tenantId, renewed.id, renewed.secretHash, at(renewed.previousUntil), at(renewed.expiresAt)],
  );
}

export async function endSession(ctx: Ctx, id: string, nowMs: number): Promise<void> {
  await ctx.query("update staff_sessions set ended_at = coalesce(ended_at, $3) where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    id,
    at(nowMs),
  ]);
}

export async function shortenSession(ctx: Ctx, id: string, untilMs: number): Promise<void> {
  await ctx.query("update staff_sessions set expires_at = least(expires_at, $3) where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    id,
    at(untilMs),
  ]);
}

export async function endSessionsOf(ctx: Ctx, staffId: string, nowMs: number): Promise<void> {
  await ctx.query(
    "update staff_sessions set ended_at = $3 where tenant_id = $1 and staff_id = $2 and ended_at is null",
    [ctx.tenantId, staffId, at(nowMs)],
  );
}

/**
 * Puts a new code in the old one's place. False when the person asked too often since a day ago: the old code then
 * stays as it is.
 */
export async function replaceCode(
  ctx: Ctx,
  code: { staffId: string; hmac: Buffer; expiresAt: number; nowMs: number; dayAgo: number; askedMax: number },
): Promise<boolean> {
  const rows = await ctx.query(
    `insert into sign_in_codes as c (tenant_id, staff_id, code_hmac, expires_at, asked, counted_from)
     values ($1, $2, $3, $4, 1, $5)
     on conflict (tenant_id, staff_id) do update
     set code_hmac = excluded.code_hmac, expires_at = excluded.expires_at, tries = 0,
         asked = case when c.counted_from > $6 then c.asked + 1 else 1 end,
         counted_from = case when c.counted_from > $6 then c.counted_from else excluded.counted_from end
     where c.counted_from <= $6 or c.asked < $7
     returning staff_id`,
    [ctx.tenantId, code.staffId, code.hmac, at(code.expiresAt), at(code.nowMs), at(code.dayAgo), code.askedMax],
  );
  return rows.length === 1;
}

/** Counts a try at the code, then says what it must be; undefined when there is none, it is over or burned. */
export async function takeTry(
  ctx: Ctx,
  asked: { staffId: string; nowMs: number; triesMax: number },
): Promise<Buffer | undefined> {
  const rows = await ctx.query<{ code_hmac: Buffer }>(
    `update sign_in_codes set tries = tries + 1
     where tenant_id = $1 and staff_id = $2 and tries < $3 and expires_at > $4
     returning code_hmac`,
    [ctx.tenantId, asked.staffId, asked.triesMax, at(asked.nowMs)],
  );
  return rows[0]?.code_hmac;
}

/** A code that was used, or must not be any more. How often one was asked for stays known. */
export async function burnCode(ctx: Ctx, staffId: string, nowMs: number): Promise<void> {
  await ctx.query("update sign_in_codes set expires_at = $3 where tenant_id = $1 and staff_id = $2", [
    ctx.tenantId,
    staffId,
    at(nowMs),
  ]);
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}

function toSession(row: SessionRow): StoredSession {
  return {
    id: row.id,
    staffId: row.staff_id,
    role: row.role,
    partnerId: row.partner_id ?? undefined,
    secretHash: row.secret_hash,
    previousHash: row.previous_hash ?? undefined,
    previousUntil: row.previous_until ?? undefined,
    isPending: row.is_pending,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
