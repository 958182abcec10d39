// All SQL on staff.
import type { Role } from "@fedele/sdk/schemas/role.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { PageStart } from "../../../platform/http/pages.ts";

export type StoredStaff = {
  readonly id: string;
  readonly sealed: Buffer;
  readonly role: Role;
  readonly partnerId: string | undefined;
  readonly totp: StoredTotp | undefined;
  readonly createdAt: number;
};

/** `confirmedAt`: undefined while the app was not tried yet; until then no sign-in asks for it. */
export type StoredTotp = {
  readonly sealed: Buffer;
  readonly confirmedAt: number | undefined;
  readonly step: number;
  readonly failures: number;
  readonly lockedUntil: number | undefined;
};

type StaffRow = {
  id: string;
  sealed: Buffer;
  role: Role;
  partner_id: string | null;
  totp_sealed: Buffer | null;
  totp_confirmed_at: number | null;
  totp_step: number;
  totp_failures: number;
  totp_locked_until: number | null;
  created_at: number;
};

const COLUMNS = `id, sealed, role, partner_id, totp_sealed, totp_confirmed_at, totp_step, totp_failures,
  totp_locked_until, created_at`;

/** False when somebody has the address already. */
export async function insertStaff(
  ctx: Ctx,
  person: {
    id: string;
    sealed: Buffer;
    emailIndex: Buffer;
    role: Role;
    partnerId: string | undefined;
    createdAt: number;
  },
): Promise<boolean> {
  const rows = await ctx.query(
    `insert into staff (tenant_id, id, sealed, email_index, role, partner_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [
      ctx.tenantId,
      person.id,
      person.sealed,
      person.emailIndex,
      person.role,
      person.partnerId ?? null,
      at(person.createdAt),
    ],
  );
  return rows.length === 1;
}

export async function findStaff(ctx: Ctx, id: string, lock = ""): Promise<StoredStaff | undefined> {
  const rows = await ctx.query<StaffRow>(
    `select ${COLUMNS} from staff where tenant_id = $1 and id = $2 and removed_at is null ${lock}`,
    [ctx.tenantId, id],
  );
  return rows.map(toStaff)[0];
}

export function lockStaff(ctx: Ctx, id: string): Promise<StoredStaff | undefined> {
  return findStaff(ctx, id, "for update");
}

export async function findStaffByEmail(ctx: Ctx, emailIndex: Buffer): Promise<StoredStaff | undefined> {
  const rows = await ctx.query<StaffRow>(
    `select ${COLUMNS} from staff where tenant_id = $1 and email_index = $2 and removed_at is null`,
    [ctx.tenantId, emailIndex],
  );
  return rows.map(toStaff)[0];
}

export async function listStaff(ctx: Ctx, page: PageStart<string>): Promise<StoredStaff[]> {
  const rows = await ctx.query<StaffRow>(
    `select ${COLUMNS} from staff
     where tenant_id = $1 and removed_at is null and ($2::uuid is null or id > $2) order by id limit $3`,
    [ctx.tenantId, page.after ?? null, page.fetch],
  );
  return rows.map(toStaff);
}

/** The owners, locked in one order: who takes one away sees whether another is left. */
export async function lockOwners(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(
    "select id from staff where tenant_id = $1 and role = 'owner' and removed_at is null order by id for update",
    [ctx.tenantId],
  );
  return rows.map(({ id }) => id);
}

/** Tenants that nobody can sign in to yet. Under the maintenance role, which sees them all. */
export async function listTenantsWithoutOwner(db: Database, limit: number): Promise<Ownerless[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string; name: string; is_story: boolean }>(
    `select tenant_id, name, demo_story is not null as is_story from tenants t
     where removed_at is null
       and not exists (select from staff w where w.tenant_id = t.tenant_id and role = 'owner' and w.removed_at is null)
     order by created_at, tenant_id limit $1`,
    [limit],
  );
  return rows.map(({ tenant_id, name, is_story }) => ({ id: tenant_id, name, isStory: is_story }));
}

/** `isStory`: whether it is a demo that tells one. */
type Ownerless = { readonly id: string; readonly name: string; readonly isStory: boolean };

/** Demos that tell a story and that nobody has. */
export async function listDemosWithoutOwner(db: Database, limit: number): Promise<string[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string }>(
    `select tenant_id from tenants t
     where demo_story is not null and removed_at is null
       and not exists (select from staff w where w.tenant_id = t.tenant_id and role = 'owner' and w.removed_at is null)
     order by created_at, tenant_id limit $1`,
    [limit],
  );
  return rows.map(({ tenant_id }) => tenant_id);
}

export async function updateRole(ctx: Ctx, id: string, role: Role, partnerId: string | undefined): Promise<void> {
  await ctx.query("update staff set role = $3, partner_id = $4 where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    id,
    role,
    partnerId ?? null,
  ]);
}

/** The address may be invited again; the name stays sealed, so that the log can still say who it was. */
export async function removeStaff(ctx: Ctx, id: string, nowMs: number): Promise<void> {
  await ctx.query(
    `update staff set removed_at = $3, email_index = null, totp_sealed = null, totp_confirmed_at = null
     where tenant_id = $1 and id = $2`,
    [ctx.tenantId, id, at(nowMs)],
  );
}

export async function updateTotp(ctx: Ctx, id: string, totp: StoredTotp | undefined): Promise<void> {
  await ctx.query(
    `update staff set totp_sealed = $3, totp_confirmed_at = $4, totp_step = $5, totp_failures = $6,
       totp_locked_until = $7
     where tenant_id = $1 and id = $2`,
    [
      ctx.tenantId,
      id,
      totp?.sealed ?? null,
      atOrNull(totp?.confirmedAt),
      totp?.step ?? 0,
      totp?.failures ?? 0,
      atOrNull(totp?.lockedUntil),
    ],
  );
}

function at(ms: number): string {
  return new Date(ms).toISOString();
}

function atOrNull(ms: number | undefined): string | null {
  return ms === undefined ? null : at(ms);
}

function toStaff(row: StaffRow): StoredStaff {
  return {
    id: row.id,
    sealed: row.sealed,
    role: row.role,
    partnerId: row.partner_id ?? undefined,
    totp:
      row.totp_sealed === null
        ? undefined
        : {
            sealed: row.totp_sealed,
            confirmedAt: row.totp_confirmed_at ?? undefined,
            step: Number(row.totp_step),
            failures: row.totp_failures,
            lockedUntil: row.totp_locked_until ?? undefined,
          },
    createdAt: row.created_at,
  };
}
