// All SQL on passkeys and passkey_challenges. Their times are the wall clock's.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type StoredPasskey = Readonly<{
  id: string;
  staffId: string;
  credentialId: Buffer;
  publicKey: Buffer;
  counter: number;
  sealedName: Buffer;
  createdAt: number;
  usedAt: number | null;
}>;

const columns = `p.id, p.staff_id as "staffId", p.credential_id as "credentialId", p.public_key as "publicKey",
  p.counter, p.sealed_name as "sealedName", p.created_at as "createdAt", p.used_at as "usedAt"`;

/** False where the credential is known already. */
export async function insertPasskey(ctx: Ctx, one: StoredPasskey): Promise<boolean> {
  const rows = await ctx.query(
    `insert into passkeys (tenant_id, id, staff_id, credential_id, public_key, counter, sealed_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (tenant_id, credential_id) do nothing returning id`,
    [
      ctx.tenantId,
      one.id,
      one.staffId,
      one.credentialId,
      one.publicKey,
      one.counter,
      one.sealedName,
      iso(one.createdAt),
    ],
  );
  return rows.length === 1;
}

/** Those that work, the latest last. */
export function listPasskeys(ctx: Ctx, staffId: string): Promise<StoredPasskey[]> {
  return ctx.query<StoredPasskey>(
    `select ${columns} from passkeys p
     where p.tenant_id = $1 and p.staff_id = $2 and p.revoked_at is null order by p.created_at, p.id`,
    [ctx.tenantId, staffId],
  );
}

/** One that works, of somebody who works here; locked, because its counter goes on. */
export async function lockPasskey(ctx: Ctx, credentialId: Buffer): Promise<StoredPasskey | undefined> {
  const rows = await ctx.query<StoredPasskey>(
    `select ${columns} from passkeys p join staff w on w.tenant_id = p.tenant_id and w.id = p.staff_id
     where p.tenant_id = $1 and p.credential_id = $2 and p.revoked_at is null and w.removed_at is null
     for update of p`,
    [ctx.tenantId, credentialId],
  );
  return rows[0];
}

export async function savePasskeyUse(ctx: Ctx, used: { id: string; counter: number; nowMs: number }): Promise<void> {
  await ctx.query("update passkeys set counter = $3, used_at = $4 where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    used.id,
    used.counter,
    iso(used.nowMs),
  ]);
}

/** One of somebody's, or all of them. Returns how many. */
export async function revokePasskeys(
  ctx: Ctx,
  whose: { staffId: string; id: string | null; nowMs: number },
): Promise<number> {
  const rows = await ctx.query(
    `update passkeys set revoked_at = $4
     where tenant_id = $1 and staff_id = $2 and ($3::uuid is null or id = $3) and revoked_at is null returning id`,
    [ctx.tenantId, whose.staffId, whose.id, iso(whose.nowMs)],
  );
  return rows.length;
}

/** False where it was used before. What is no longer good by itself is forgotten on the way. */
export async function useChallenge(
  ctx: Ctx,
  challenge: { hash: Buffer; expiresAt: number; nowMs: number },
): Promise<boolean> {
  ctx.later(
    ctx.query("delete from passkey_challenges where tenant_id = $1 and expires_at < $2", [
      ctx.tenantId,
      iso(challenge.nowMs),
    ]),
  );
  const rows = await ctx.query(
    `insert into passkey_challenges (tenant_id, challenge_hash, expires_at) values ($1, $2, $3)
     on conflict do nothing returning challenge_hash`,
    [ctx.tenantId, challenge.hash, iso(challenge.expiresAt)],
  );
  return rows.length === 1;
}
