// SQL on the people behind the staff: whoever has the same person_id in several tenants is one and the same.
import type { Role } from "@fedele/sdk/schemas/role.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";

export type Working = { readonly tenantId: string; readonly staffId: string; readonly role: Role };

/** Who the person is everywhere; `personId` from now on where nobody had said so yet. */
export async function knownPerson(ctx: Ctx, staffId: string, personId: string): Promise<string | undefined> {
  const rows = await ctx.query<{ person_id: string }>(
    `update staff set person_id = coalesce(person_id, $3)
     where tenant_id = $1 and id = $2 and removed_at is null returning person_id`,
    [ctx.tenantId, staffId, personId],
  );
  return rows[0]?.person_id;
}

export async function savePerson(ctx: Ctx, staffId: string, personId: string): Promise<void> {
  await ctx.query("update staff set person_id = $3 where tenant_id = $1 and id = $2", [
    ctx.tenantId,
    staffId,
    personId,
  ]);
}

export async function findStaffOfPerson(ctx: Ctx, personId: string): Promise<string | undefined> {
  const rows = await ctx.query<{ id: string }>(
    "select id from staff where tenant_id = $1 and person_id = $2 and removed_at is null",
    [ctx.tenantId, personId],
  );
  return rows[0]?.id;
}

/** Where the person works. Under the maintenance role: no tenant may ask about another. */
export async function listWorking(db: Database, personId: string, limit: number): Promise<Working[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string; id: string; role: Role }>(
    `select tenant_id, id, role from staff where person_id = $1 and removed_at is null order by tenant_id limit $2`,
    [personId, limit],
  );
  return rows.map(({ tenant_id: tenantId, id: staffId, role }) => ({ tenantId, staffId, role }));
}
