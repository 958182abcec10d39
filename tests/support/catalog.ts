// What Postgres itself says about our schema, as plain rows.
import type { Database } from "../../server/platform/database/database.ts";

export type ColumnRow = {
  table: string;
  column: string;
  type: string;
  isRequired: boolean;
  collation: string | null;
  isMade: boolean;
};
export type KeyRow = {
  table: string;
  name: string;
  kind: "unique" | "index" | "foreign";
  columns: string[];
  to: string | null;
};
export type CheckRow = { table: string; name: string; definition: string };
export type PolicyRow = { table: string; policy: string; roles: string[]; using: string | null; check: string | null };
export type TableRow = { table: string; isSecured: boolean; isForced: boolean; owner: string };

export type Catalog = {
  readonly tables: readonly TableRow[];
  readonly columns: readonly ColumnRow[];
  readonly keys: readonly KeyRow[];
  readonly checks: readonly CheckRow[];
  readonly policies: readonly PolicyRow[];
  /** Sequences, triggers, exclusion constraints, views and functions of ours, by name. */
  readonly oddities: readonly { what: string }[];
};

const ours = "relnamespace = 'public'::regnamespace";
const namesOf = (numbers: string, table: string) => `
  array(select a.attname::text from unnest(${numbers}) with ordinality n (attnum, place)
          join pg_attribute a on a.attrelid = ${table} and a.attnum = n.attnum order by n.place)`;

const queries = {
  tables: `
    select relname as table, relrowsecurity as "isSecured", relforcerowsecurity as "isForced",
           pg_get_userbyid(relowner) as owner
      from pg_class where ${ours} and relkind in ('r', 'p') order by relname`,
  columns: `
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type,
           a.attnotnull as "isRequired", l.collname as collation,
           a.attgenerated <> '' or a.attidentity <> '' as "isMade"
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      left join pg_collation l on l.oid = a.attcollation
     where ${ours} and c.relkind in ('r', 'p') order by c.relname, a.attnum`,
  keys: `
    select c.relname as table, i.indexrelid::regclass::text as name,
           case when i.indisunique then 'unique' else 'index' end as kind,
           ${namesOf("i.indkey::int2[]", "c.oid")} as columns, null as to
      from pg_class c join pg_index i on i.indrelid = c.oid where ${ours}
     union all
    select c.relname, k.conname, 'foreign', ${namesOf("k.conkey", "c.oid")}, k.confrelid::regclass::text
      from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' where ${ours}
     order by 1, 2`,
  checks: `
    select c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
      from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'c' where ${ours} order by 1, 2`,
  policies: `
    select tablename as table, policyname as policy, roles::text[] as roles, qual as using, with_check as check
      from pg_policies where schemaname = 'public' order by 1, 2`,
  oddities: `
    select 'sequence ' || relname as what from pg_class where ${ours} and relkind = 'S'
     union all select 'view ' || relname from pg_class where ${ours} and relkind in ('v', 'm')
     union all select 'trigger ' || tgname from pg_trigger where not tgisinternal
     union all select 'function ' || proname from pg_proc where pronamespace = 'public'::regnamespace
     union all select 'exclusion ' || conname from pg_constraint where contype = 'x'`,
} as const;

export async function readCatalog(db: Database): Promise<Catalog> {
  const client = await db.connectOwner();
  try {
    return {
      tables: (await client.query<TableRow>(queries.tables)).rows,
      columns: (await client.query<ColumnRow>(queries.columns)).rows,
      keys: (await client.query<KeyRow>(queries.keys)).rows,
      checks: (await client.query<CheckRow>(queries.checks)).rows,
      policies: (await client.query<PolicyRow>(queries.policies)).rows,
      oddities: (await client.query<{ what: string }>(queries.oddities)).rows,
    };
  } finally {
    await client.end();
  }
}
