// The schema as Postgres holds it, against the manifest of platform/distribution.ts: what must be true of every table,
// so that it runs on many nodes unchanged and shows nobody another tenant's rows.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../server/platform/database/database.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { hasBucket, type Table, tables } from "../../server/platform/distribution.ts";
import { type Catalog, readCatalog } from "../support/catalog.ts";
import { testDatabase } from "../support/database.ts";

let db: Database;
let catalog: Catalog;
beforeAll(async () => {
  db = await testDatabase();
  catalog = await readCatalog(db);
});
afterAll(() => db.close());

const named = Object.entries(tables);
const ofTenants = named.filter(([, table]) => table.class !== "local");
const withBucket = named.filter(([, table]) => hasBucket(table));
const columnsOf = (name: string) => catalog.columns.filter(({ table }) => table === name);
const keysOf = (name: string) => catalog.keys.filter(({ table }) => table === name);

test("every table stands in the manifest, and nothing else does", () => {
  expect(catalog.tables.map(({ table }) => table)).toEqual(named.map(([name]) => name).sort());
});

describe.each(withBucket)("%s, spread by bucket,", (name, table) => {
  test("has a bucket and a tenant in every row", () => {
    const rows = columnsOf(name).map(({ column, type, isRequired }) => ({ column, type, isRequired }));
    expect(rows).toContainEqual({ column: "bucket", type: "smallint", isRequired: true });
    expect(rows).toContainEqual({ column: "tenant_id", type: "uuid", isRequired: true });
  });

  test("begins every key with the bucket and holds the tenant in it", () => {
    expect(keysOf(name).some(({ kind }) => kind === "unique")).toBe(true);
    const faulty = keysOf(name).filter(({ columns }) => columns[0] !== "bucket" || !columns.includes("tenant_id"));
    expect(faulty).toEqual([]);
  });

  test("points only to tables spread the same way", () => {
    const targets = keysOf(name).flatMap(({ to }) => (to === null ? [] : [to]));
    expect(targets.filter((to) => tables[to] === undefined || !hasBucket(tables[to]))).toEqual([]);
  });

  test("refuses a row in a wrong bucket", () => {
    const definitions = catalog.checks.filter((check) => check.table === name).map(({ definition }) => definition);
    expect(definitions.map(shortened)).toContain(bucketCheck(table, columnsOf(name)));
  });
});

/** Without casts and parentheses, which Postgres writes differently from version to version. */
function shortened(definition: string): string {
  return definition.replace(/^CHECK /, "").replaceAll(/::\w+|[()]/g, "");
}

function bucketCheck(table: Table, columns: readonly { column: string; type: string }[]): string {
  if (!("bucketOf" in table)) return "bucket >= 0 AND bucket <= 16383";
  const { bucketOf } = table;
  const isHash = columns.find(({ column }) => column === bucketOf)?.type === "bytea";
  const [bytes, at] = isHash ? [bucketOf, 30] : [`uuid_send${bucketOf}`, 14];
  return `bucket = get_byte${bytes}, ${at} << 8 | get_byte${bytes}, ${at + 1} & 16383`;
}

describe.each(named.filter(([, table]) => table.class === "reference"))("%s, a tenant's configuration,", (name) => {
  test("holds the tenant in every key and points only to configuration", () => {
    const isSlug = (columns: string[]) => name === "tenants" && columns.join() === "slug";
    const faulty = keysOf(name).filter(({ columns }) => !columns.includes("tenant_id") && !isSlug(columns));
    expect(faulty).toEqual([]);
    const targets = keysOf(name).flatMap(({ to }) => (to === null ? [] : [to]));
    expect(targets.filter((to) => tables[to]?.class !== "reference")).toEqual([]);
  });
});

test("text in keys compares byte by byte, the same on every node", () => {
  const inKeys = new Set(catalog.keys.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)));
  const faulty = catalog.columns.filter(
    ({ table, column, type, collation }) => type === "text" && inKeys.has(`${table}.${column}`) && collation !== "C",
  );
  expect(faulty).toEqual([]);
});

test("there is nothing that differs from node to node", () => {
  expect(catalog.oddities).toEqual([]);
  expect(catalog.columns.filter(({ isMade }) => isMade)).toEqual([]);
  expect(
    catalog.columns.filter(({ type }) => /^(timestamp without|time |money|serial|real|double)/.test(type)),
  ).toEqual([]);
});

describe.each(ofTenants)("%s is closed:", (name) => {
  test("row-level security is on for everybody, the owner too", () => {
    const table = catalog.tables.find((row) => row.table === name);
    expect(table).toEqual({ table: name, isSecured: true, isForced: true, owner: "fedele_owner" });
  });

  test("the application sees one tenant, maintenance all, others nothing", () => {
    const policies = catalog.policies.filter(({ table }) => table === name);
    expect(policies.map(({ policy, roles }) => [policy, roles])).toEqual([
      ["of_all", ["fedele_maintenance"]],
      ["of_tenant", ["fedele_app"]],
    ]);
    const using = policies.find(({ policy }) => policy === "of_tenant")?.using?.replaceAll(/\s+|::text/g, "");
    expect(using).toMatch(/tenant_id=\(SELECT\(NULLIF\(current_setting\('app\.tenant_id',true\),''\)\)::uuid/);
  });
});

describe("the roles", () => {
  test("the application owns nothing, is no superuser and does not bypass", async () => {
    const { rows } = await db.app.query(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication
         from pg_roles where rolname = current_user`,
    );
    expect(Object.values(rows[0]).every((may) => may === false)).toBe(true);
    expect(catalog.tables.filter(({ owner }) => owner !== "fedele_owner")).toEqual([]);
    const create = await db.app.query("select has_schema_privilege('public', 'create') as may");
    expect(create.rows).toEqual([{ may: false }]);
  });

  test.each(["fedele_app", "fedele_maintenance"])(
    "%s can add entries at most, never change or remove one",
    async (role) => {
      const { rows } = await db.app.query(
        `select has_table_privilege($1, 'entries', 'delete') or has_table_privilege($1, 'entries', 'truncate')
           or has_any_column_privilege($1, 'entries', 'update') as may`,
        [role],
      );
      expect(rows).toEqual([{ may: false }]);
    },
  );

  test("nobody else may do anything", async () => {
    const { rows } = await db.app.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relacl::text ~ '[{,]='`,
    );
    expect(rows).toEqual([]);
  });
});

describe("a tenant's rows", () => {
  const ana = "01890000-0000-7000-8000-00000000000a";
  const bea = "01890000-0000-7000-8000-00000000000b";
  const who = (tenantId: string) => ({ tenantId, now: 0, actor: "system" });
  const insert = "insert into partners (tenant_id, id, code, name, created_at) values ($1, $2, $3, 'P', 'epoch')";
  beforeAll(async () => {
    for (const [id, slug] of [
      [ana, "ana"],
      [bea, "bea"],
    ]) {
      await db.maintenance.query(
        `insert into tenants (tenant_id, slug, name, currency, timezone, language, bucket_span, wrapped_key, created_at)
         values ($1, $2, 'T', 'EUR', 'Europe/Rome', 'it', 1, '', 'epoch')`,
        [id, slug],
      );
    }
    await inTransaction(db, who(ana), (ctx) => ctx.query(insert, [ana, ana, "p"]));
  });

  test("are seen by their tenant and by nobody else", async () => {
    const codes = (tenantId: string) =>
      inTransaction(db, who(tenantId), (ctx) => ctx.query("select code from partners"));
    expect(await codes(ana)).toEqual([{ code: "p" }]);
    expect(await codes(bea)).toEqual([]);
  });

  test("are hidden when nobody says which tenant is meant, also on a connection that has served one", async () => {
    for (let round = 0; round < 3; round += 1) {
      expect((await db.app.query("select code from partners")).rows).toEqual([]);
      await inTransaction(db, who(ana), (ctx) => ctx.query("select 1"));
    }
  });

  test("cannot be written for another tenant", async () => {
    await expect(inTransaction(db, who(bea), (ctx) => ctx.query(insert, [ana, bea, "q"]))).rejects.toThrow(/row-level/);
    await expect(db.app.query(insert, [ana, bea, "q"])).rejects.toThrow(/row-level/);
  });
});
