// All SQL on spending_codes and spending_proofs.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type Proof = Readonly<{
  id: string;
  memberId: string;
  actor: string;
  method: "qr" | "code";
  madeAt: number;
  expiresAt: number;
}>;

/** A new code in the place of the last one; false where one was sent a moment ago, or too many within a day. */
export async function replaceCode(
  ctx: Ctx,
  code: {
    memberId: string;
    hmac: Buffer;
    nowMs: number;
    expiresAt: number;
    sentBefore: number;
    dayAgo: number;
    askedMax: number;
  },
): Promise<boolean> {
  const rows = await ctx.query(
    `insert into spending_codes as c (bucket, tenant_id, member_id, code_hmac, asked, counted_from, sent_at, expires_at)
     values ($1, $2, $3, $4, 1, $5, $5, $6)
     on conflict (bucket, tenant_id, member_id) do update
     set code_hmac = excluded.code_hmac, tries = 0, sent_at = excluded.sent_at, expires_at = excluded.expires_at,
         asked = case when c.counted_from > $8 then c.asked + 1 else 1 end,
         counted_from = case when c.counted_from > $8 then c.counted_from else excluded.counted_from end
     where c.sent_at <= $7 and (c.counted_from <= $8 or c.asked < $9)
     returning member_id`,
    [
      bucketOf(code.memberId),
      ctx.tenantId,
      code.memberId,
      code.hmac,
      iso(code.nowMs),
      iso(code.expiresAt),
      iso(code.sentBefore),
      iso(code.dayAgo),
      code.askedMax,
    ],
  );
  return rows.length === 1;
}

/** When the last code ends; undefined where none was sent. */
export async function findCodeEnd(ctx: Ctx, memberId: string): Promise<number | undefined> {
  const rows = await ctx.query<{ expires_at: number }>(
    "select expires_at from spending_codes where bucket = $1 and tenant_id = $2 and member_id = $3",
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows[0]?.expires_at;
}

/** Counts a try at the code, then says what it must be; undefined when there is none, it is over or burned. */
export async function takeTry(
  ctx: Ctx,
  asked: { memberId: string; nowMs: number; triesMax: number },
): Promise<Buffer | undefined> {
  const rows = await ctx.query<{ code_hmac: Buffer }>(
    `update spending_codes set tries = tries + 1
     where bucket = $1 and tenant_id = $2 and member_id = $3 and tries < $4 and expires_at > $5
     returning code_hmac`,
    [bucketOf(asked.memberId), ctx.tenantId, asked.memberId, asked.triesMax, iso(asked.nowMs)],
  );
  return rows[0]?.code_hmac;
}

/** A code that was used. How often one was asked for stays known. */
export async function burnCode(ctx: Ctx, memberId: string, nowMs: number): Promise<void> {
  await ctx.query("update spending_codes set expires_at = $4 where bucket = $1 and tenant_id = $2 and member_id = $3", [
    bucketOf(memberId),
    ctx.tenantId,
    memberId,
    iso(nowMs),
  ]);
}

export async function insertProof(ctx: Ctx, proof: Proof): Promise<void> {
  await ctx.query(
    `insert into spending_proofs (bucket, tenant_id, member_id, id, actor, method, made_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      bucketOf(proof.memberId),
      ctx.tenantId,
      proof.memberId,
      proof.id,
      proof.actor,
      proof.method,
      iso(proof.madeAt),
      iso(proof.expiresAt),
    ],
  );
}

/** By its id, whose bucket is its member's. */
export async function findProof(ctx: Ctx, id: string): Promise<Proof | undefined> {
  const rows = await ctx.query<{
    id: string;
    member_id: string;
    actor: string;
    method: Proof["method"];
    made_at: number;
    expires_at: number;
  }>(
    `select id, member_id, actor, method, made_at, expires_at from spending_proofs
     where bucket = $1 and tenant_id = $2 and id = $3`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(({ member_id: memberId, made_at: madeAt, expires_at: expiresAt, ...rest }) => ({
    ...rest,
    memberId,
    madeAt,
    expiresAt,
  }))[0];
}

/** `sessionId`: the checkout that it is used for; null: another use, for which none that serves a checkout is good. */
export type Wanted = Readonly<{ memberId: string; actor: string; sessionId: string | null }>;

/**
 * Uses up one proof of each member that their actor was shown: that of the checkout, else the latest; gives their ids
 * by `wantedName`. Of two transactions that want one the second waits and has none.
 */
export async function takeProofs(
  ctx: Ctx,
  wanted: readonly Wanted[],
  used: { nowMs: number; purpose: string },
): Promise<Map<string, string>> {
  const sorted = wanted.toSorted(
    (a, b) => bucketOf(a.memberId) - bucketOf(b.memberId) || order(a.memberId, b.memberId),
  );
  const rows = await ctx.query<{ id: string; member_id: string; actor: string; for_session: string | null }>(
    `update spending_proofs as p set used_at = $6, used_for = $7
     from unnest($2::smallint[], $3::uuid[], $4::text[], $5::uuid[]) as wanted (bucket, member_id, actor, session_id)
     where p.bucket = wanted.bucket and p.tenant_id = $1 and p.member_id = wanted.member_id and p.id = (
       select q.id from spending_proofs as q
       where q.bucket = wanted.bucket and q.tenant_id = $1 and q.member_id = wanted.member_id
         and q.actor = wanted.actor and q.used_at is null and q.expires_at > $6
         and (q.session_id is null or q.session_id = wanted.session_id)
       order by q.session_id nulls last, q.id desc limit 1 for update)
     returning p.id, p.member_id, p.actor, wanted.session_id as for_session`,
    [
      ctx.tenantId,
      sorted.map(({ memberId }) => bucketOf(memberId)),
      sorted.map(({ memberId }) => memberId),
      sorted.map(({ actor }) => actor),
      sorted.map(({ sessionId }) => sessionId),
      iso(used.nowMs),
      used.purpose,
    ],
  );
  return new Map(
    rows.map(({ id, member_id: memberId, actor, for_session: sessionId }) => [
      wantedName({ memberId, actor, sessionId }),
      id,
    ]),
  );
}

export function wantedName({ memberId, actor, sessionId }: Wanted): string {
  return `${memberId} ${actor} ${sessionId ?? ""}`;
}

/** Nothing came of what these were taken for, in the transaction that took them. */
export async function giveProofsBack(
  ctx: Ctx,
  taken: readonly Readonly<{ memberId: string; id: string }>[],
): Promise<void> {
  await ctx.query(
    `update spending_proofs as p set used_at = null, used_for = null
     from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as taken (bucket, member_id, id)
     where p.bucket = taken.bucket and p.tenant_id = $1 and p.member_id = taken.member_id and p.id = taken.id`,
    [
      ctx.tenantId,
      taken.map(({ memberId }) => bucketOf(memberId)),
      taken.map(({ memberId }) => memberId),
      taken.map(({ id }) => id),
    ],
  );
}

/**
 * Binds a proof to a checkout, or counts one more taking of the one that is bound to it already; false where there is
 * none, or so much was taken by it that it is good for no more.
 */
export async function bindProof(
  ctx: Ctx,
  wanted: Wanted & Readonly<{ sessionId: string }>,
  { nowMs, takesMax }: { nowMs: number; takesMax: number },
): Promise<boolean> {
  const rows = await ctx.query(
    `update spending_proofs set session_id = $5, takes = takes + 1
     where bucket = $1 and tenant_id = $2 and member_id = $3 and takes < $7 and id = (
       select q.id from spending_proofs as q
       where q.bucket = $1 and q.tenant_id = $2 and q.member_id = $3
         and q.actor = $4 and q.used_at is null and q.expires_at > $6
         and (q.session_id is null or q.session_id = $5)
       order by q.session_id nulls last, q.id desc limit 1 for update)
     returning id`,
    [bucketOf(wanted.memberId), ctx.tenantId, wanted.memberId, wanted.actor, wanted.sessionId, iso(nowMs), takesMax],
  );
  return rows.length === 1;
}

function order(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What was proved so long ago that nobody asks any more. */
export async function deleteProofs(db: Database, beforeMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: old proofs of every tenant and member */ delete from spending_proofs where made_at < $1",
    [iso(beforeMs)],
  );
  return rowCount ?? 0;
}
