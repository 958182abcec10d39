// All SQL on invitations.
import type { Role } from "@fedele/sdk/schemas/role.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { PageStart } from "../../../platform/http/pages.ts";

export type StoredInvitation = {
  readonly id: string;
  /** Undefined for an owner's link. */
  readonly sealed: Buffer | undefined;
  readonly role: Role;
  readonly partnerId: string | undefined;
  readonly secretHash: Buffer;
  readonly invitedBy: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly acceptedAt: number | undefined;
  readonly revokedAt: number | undefined;
};

type InvitationRow = {
  id: string;
  sealed: Buffer | null;
  role: Role;
  partner_id: string | null;
  secret_hash: Buffer;
  invited_by: string;
  created_at: number;
  expires_at: number;
  accepted_at: number | null;
  revoked_at: number | null;
};

const COLUMNS =
  "id, sealed, role, partner_id, secret_hash, invited_by, created_at, expires_at, accepted_at, revoked_at";

export async function insertInvitation(
  ctx: Ctx,
  invitation: Omit<StoredInvitation, "acceptedAt" | "revokedAt">,
): Promise<void> {
  await ctx.query(
    `insert into invitations (tenant_id, id, sealed, role, partner_id, secret_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ctx.tenantId,
      invitation.id,
      invitation.sealed ?? null,
      invitation.role,
      invitation.partnerId ?? null,
      invitation.secretHash,
      invitation.invitedBy,
      at(invitation.createdAt),
      at(invitation.expiresAt),
    ],
  );
}

export async function findInvitation(ctx: Ctx, id: string, lock = ""): Promise<StoredInvitation | undefined> {
  const rows = await ctx.query<InvitationRow>(
    `select ${COLUMNS} from invitations where tenant_id = $1 and id = $2 ${lock}`,
    [ctx.tenantId, id],
  );
  return rows.map(toInvitation)[0];
}

/** Locked, so that of two who open the same link at once one comes in. */
export function lockInvitation(ctx: Ctx, id: string): Promise<StoredInvitation | undefined> {
  return findInvitation(ctx, id, "for update");
}

/** Those that were sent to somebody; an owner's link is no row that anybody need look after. */
export async function listInvitations(ctx: Ctx, page: PageStart<string>): Promise<StoredInvitation[]> {
  const rows = await ctx.query<InvitationRow>(
    `select ${COLUMNS} from invitations
     where tenant_id = $1 and sealed is not null and ($2::uuid is null or id > $2) order by id limit $3`,
    [ctx.tenantId, page.after ?? null, page.fetch],
  );
  return rows.map(toInvitation);
}

export async function countOpenInvitations(ctx: Ctx, nowMs: number): Promise<number> {
  const rows = await ctx.query<{ count: number }>(
    `select count(*)::int as count from invitations
     where tenant_id = $1 and accepted_at is null and revoked_at is null and expires_at > $2`,
    [ctx.tenantId, at(nowMs)],
  );
  return rows[0]?.count ?? 0;
}

export async function acceptInvitation(ctx: Ctx, id: string, nowMs: number): Promise<void> {
  await ctx.query("update invitations set accepted_at = $3 where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    id,
    at(nowMs),
  ]);
}

/** The first revocation's time stays. */
export async function revokeInvitation(ctx: Ctx, id: string, nowMs: number): Promise<void> {
  await ctx.query("update invitations set revoked_at = coalesce(revoked_at, $3) where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    id,
    at(nowMs),
  ]);
}

/** Of owners' links only the latest is good. */
export async function revokeOwnerLinks(ctx: Ctx, nowMs: number): Promise<void> {
  await ctx.query(
    `update invitations set revoked_at = $2
     where tenant_id = $1 and sealed is null and accepted_at is null and revoked_at is null`,
    [ctx.tenantId, at(nowMs)],
  );
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}

function toInvitation(row: InvitationRow): StoredInvitation {
  return {
    id: row.id,
    sealed: row.sealed ?? undefined,
    role: row.role,
    partnerId: row.partner_id ?? undefined,
    secretHash: row.secret_hash,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  };
}
