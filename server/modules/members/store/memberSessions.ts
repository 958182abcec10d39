// All SQL on member_sessions and portal_links. Their times are the wall clock's, so each comes as a parameter.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type StoredMemberSession = Readonly<{
  id: string;
  memberId: string;
  secretHash: Buffer;
  previousHash: Buffer | undefined;
  previousUntil: number | undefined;
  device: string;
  createdAt: number;
  renewedAt: number;
  expiresAt: number;
}>;

type Row = {
  id: string;
  member_id: string;
  secret_hash: Buffer;
  previous_hash: Buffer | null;
  previous_until: number | null;
  device: string;
  created_at: number;
  renewed_at: number;
  expires_at: number;
};

const columns = `s.id, s.member_id, s.secret_hash, s.previous_hash, s.previous_until, s.device, s.created_at,
  s.renewed_at, s.expires_at`;

export async function insertSession(
  ctx: Ctx,
  session: Readonly<{
    id: string;
    memberId: string;
    secretHash: Buffer;
    device: string;
    createdAt: number;
    expiresAt: number;
  }>,
): Promise<void> {
  await ctx.query(
    `insert into member_sessions (bucket, tenant_id, member_id, id, secret_hash, device, created_at, renewed_at,
       expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7, $8)`,
    [
      bucketOf(session.memberId),
      ctx.tenantId,
      session.memberId,
      session.id,
      session.secretHash,
      session.device,
      iso(session.createdAt),
      iso(session.expiresAt),
    ],
  );
}

/** A session that was not ended, of a member who has not left and is not kept out. */
export async function findSession(ctx: Ctx, id: string, lock = ""): Promise<StoredMemberSession | undefined> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_sessions s
     join members m on m.bucket = s.bucket and m.tenant_id = s.tenant_id and m.id = s.member_id
     where s.bucket = $1 and s.tenant_id = $2 and s.id = $3 and s.ended_at is null and m.status <> 'closed'
       and not exists (
         select from member_blocks b
         where b.bucket = s.bucket and b.tenant_id = s.tenant_id and b.member_id = s.member_id and b.lifted_at is null
       ) ${lock}`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(toSession)[0];
}

export function lockSession(ctx: Ctx, id: string): Promise<StoredMemberSession | undefined> {
  return findSession(ctx, id, "for update of s");
}

/** A new secret, and a life from now on; the old secret is good for the requests that are under way. */
export async function renewSession(
  ctx: Ctx,
  renewed: Readonly<{ id: string; secretHash: Buffer; previousUntil: number; renewedAt: number; expiresAt: number }>,
): Promise<void> {
  await ctx.query(
    `update member_sessions
     set previous_hash = secret_hash, previous_until = $5, secret_hash = $4, renewed_at = $6, expires_at = $7
     where bucket = $1 and tenant_id = $2 and id = $3`,
    [
      bucketOf(renewed.id),
      ctx.tenantId,
      renewed.id,
      renewed.secretHash,
      iso(renewed.previousUntil),
      iso(renewed.renewedAt),
      iso(renewed.expiresAt),
    ],
  );
}

/** The latest first. */
export async function listSessions(
  ctx: Ctx,
  memberId: string,
  asked: Readonly<{ nowMs: number; limit: number }>,
): Promise<StoredMemberSession[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_sessions s
     where s.bucket = $1 and s.tenant_id = $2 and s.member_id = $3 and s.ended_at is null and s.expires_at > $4
     order by s.renewed_at desc, s.id desc limit $5`,
    [bucketOf(memberId), ctx.tenantId, memberId, iso(asked.nowMs), asked.limit],
  );
  return rows.map(toSession);
}

/** Ends one of the member's own; false when there is none. Twice ends it once. */
export async function endSession(ctx: Ctx, memberId: string, id: string, nowMs: number): Promise<boolean> {
  const rows = await ctx.query(
    `update member_sessions set ended_at = coalesce(ended_at, $5)
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4 returning id`,
    [bucketOf(memberId), ctx.tenantId, memberId, id, iso(nowMs)],
  );
  return rows.length === 1;
}

/** Ends the session that shows this secret, whosever it is. */
export async function endShownSession(ctx: Ctx, id: string, secretHash: Buffer, nowMs: number): Promise<void> {
  await ctx.query(
    `update member_sessions set ended_at = $5
     where bucket = $1 and tenant_id = $2 and id = $3 and secret_hash = $4 and ended_at is null`,
    [bucketOf(id), ctx.tenantId, id, secretHash, iso(nowMs)],
  );
}

/** Ends all of a member's, but for one. */
export async function endSessionsOf(
  ctx: Ctx,
  memberId: string,
  asked: Readonly<{ butId: string | null; nowMs: number }>,
): Promise<void> {
  await ctx.query(
    `update member_sessions set ended_at = $5
     where bucket = $1 and tenant_id = $2 and member_id = $3 and ended_at is null and ($4::uuid is null or id <> $4)`,
    [bucketOf(memberId), ctx.tenantId, memberId, asked.butId, iso(asked.nowMs)],
  );
}

/** Ends those that were not used for longest, so that at most `keep` are left. */
export async function endOldest(
  ctx: Ctx,
  memberId: string,
  asked: Readonly<{ keep: number; nowMs: number }>,
): Promise<void> {
  await ctx.query(
    `update member_sessions s set ended_at = $4
     from (
       select id from member_sessions
       where bucket = $1 and tenant_id = $2 and member_id = $3 and ended_at is null
       order by renewed_at desc, id desc offset $5
     ) old
     where s.bucket = $1 and s.tenant_id = $2 and s.member_id = $3 and s.id = old.id`,
    [bucketOf(memberId), ctx.tenantId, memberId, iso(asked.nowMs), asked.keep],
  );
}

/** Whether the member ever signed in, as far as is still known. */
export async function hasSignedIn(ctx: Ctx, memberId: string): Promise<boolean> {
  const rows = await ctx.query(
    "select from member_sessions where bucket = $1 and tenant_id = $2 and member_id = $3 limit 1",
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows.length > 0;
}

/** Deletes sessions and links that ended long ago; returns how many. */
export async function deleteEnded(db: Database, beforeMs: number): Promise<number> {
  const sessions = await db.maintenance.query(
    `/* scatter: ended sessions of every tenant */
     delete from member_sessions where coalesce(ended_at, expires_at) < $1`,
    [iso(beforeMs)],
  );
  const links = await db.maintenance.query(
    "/* scatter: old links of every tenant */ delete from portal_links where expires_at < $1",
    [iso(beforeMs)],
  );
  return (sessions.rowCount ?? 0) + (links.rowCount ?? 0);
}

export type StoredLink = Readonly<{ id: string; memberId: string; expiresAt: number }>;

export async function insertLink(
  ctx: Ctx,
  link: StoredLink & Readonly<{ secretHash: Buffer; createdAt: number }>,
): Promise<void> {
  await ctx.query(
    `insert into portal_links (bucket, tenant_id, member_id, id, secret_hash, made_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      bucketOf(link.memberId),
      ctx.tenantId,
      link.memberId,
      link.id,
      link.secretHash,
      ctx.actor,
      iso(link.createdAt),
      iso(link.expiresAt),
    ],
  );
}

export async function findLink(ctx: Ctx, id: string): Promise<StoredLink | undefined> {
  const rows = await ctx.query<{ id: string; member_id: string; expires_at: number }>(
    "select id, member_id, expires_at from portal_links where bucket = $1 and tenant_id = $2 and id = $3",
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map((row) => ({ id: row.id, memberId: row.member_id, expiresAt: row.expires_at }))[0];
}

/** Uses a link up; whose it was, or undefined where it is none, is over or was used. */
export async function useLink(ctx: Ctx, id: string, secretHash: Buffer, nowMs: number): Promise<string | undefined> {
  const rows = await ctx.query<{ member_id: string }>(
    `update portal_links set used_at = $5
     where bucket = $1 and tenant_id = $2 and id = $3 and secret_hash = $4 and used_at is null and expires_at > $5
     returning member_id`,
    [bucketOf(id), ctx.tenantId, id, secretHash, iso(nowMs)],
  );
  return rows[0]?.member_id;
}

function toSession(row: Row): StoredMemberSession {
  return {
    id: row.id,
    memberId: row.member_id,
    secretHash: row.secret_hash,
    previousHash: row.previous_hash ?? undefined,
    previousUntil: row.previous_until ?? undefined,
    device: row.device,
    createdAt: row.created_at,
    renewedAt: row.renewed_at,
    expiresAt: row.expires_at,
  };
}

export type SignInStanding = Readonly<{ language: string | null; isKeptOut: boolean }>;

/** Whether a member is let in, and the language to write in; undefined where there is no such member. */
export async function findStanding(ctx: Ctx, memberId: string): Promise<SignInStanding | undefined> {
  const rows = await ctx.query<{ language: string | null; is_kept_out: boolean }>(
    `select f.language, m.status = 'closed' or b.id is not null as is_kept_out
     from members m
     join member_facts f on f.bucket = m.bucket and f.tenant_id = m.tenant_id and f.member_id = m.id
     left join member_blocks b
       on b.bucket = m.bucket and b.tenant_id = m.tenant_id and b.member_id = m.id and b.lifted_at is null
     where m.bucket = $1 and m.tenant_id = $2 and m.id = $3`,
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows.map((row) => ({ language: row.language, isKeptOut: row.is_kept_out }))[0];
}
