// All SQL on staff_sessions. Their times are the wall clock's, so each comes as a parameter.
import type { Role } from "@fedele/sdk/schemas/role.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";

type StoredSession = {
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

export async function findSession(ctx: Ctx, id: string): Promise<StoredSession | undefined> {
  const rows = await ctx.query<SessionRow>(
    `select s.id, s.staff_id, w.role, w.partner_id, s.secret_hash, s.previous_hash, s.previous_until, s.is_pending,
       s.created_at, s.expires_at
     from staff_sessions s join staff w on w.tenant_id = s.tenant_id and w.id = s.staff_id
     where s.tenant_id = $1 and s.id = $2 and s.ended_at is null and w.removed_at is null`,
    [ctx.tenantId, id],
  );
  return rows.map(toSession)[0];
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
