// Takes every row of tenants that were closed for good out of all tables, before anybody is served.
import type pg from "pg";
import type { Database } from "./database/database.ts";

/**
 * One transaction of the owner, who for its duration is not bound by row-level security. Rows go before those that they
 * name. `tenantIds` are those of demos that their owners have cleared away; nothing else is ever removed.
 */
export async function removeTenants(db: Database, tenantIds: readonly string[]): Promise<void> {
  const client = await db.connectOwner();
  try {
    await client.query("begin");
    const tables = await tenantTables(client);
    for (const { name, isForced } of tables) {
      if (isForced) await client.query(`alter table "${name}" no force row level security`);
    }
    for (const name of inOrder(tables)) {
      await client.query(`delete from "${name}" where tenant_id = any($1::uuid[])`, [tenantIds]);
    }
    for (const { name, isForced } of tables) {
      if (isForced) await client.query(`alter table "${name}" force row level security`);
    }
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

type TenantTable = { readonly name: string; readonly isForced: boolean; readonly names: readonly string[] };

/** Every table with a tenant in each row, and the others that its foreign keys name. */
async function tenantTables(client: pg.ClientBase): Promise<TenantTable[]> {
  const { rows } = await client.query<{ name: string; is_forced: boolean; names: string[] }>(
    `select c.relname as name, c.relforcerowsecurity as is_forced,
       array(select f.confrelid::regclass::text from pg_constraint f
              where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as names
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name, is_forced: isForced, names }) => ({ name, isForced, names }));
}

/** Those that name others first. */
function inOrder(tables: readonly TenantTable[]): string[] {
  const ordered: string[] = [];
  let left = [...tables];
  while (left.length > 0) {
    const free = left.filter(({ name }) => left.every(({ names }) => !names.includes(name)));
    if (free.length === 0) throw new Error(`these tables name each other: ${left.map(({ name }) => name).join(", ")}`);
    ordered.push(...free.map(({ name }) => name));
    left = left.filter((table) => !free.includes(table));
  }
  return ordered;
}
