// Brings the schema up to date: numbered .sql files, forward only, each in a transaction of its own.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import type { Database } from "./database/database.ts";
import { errorCode } from "./database/failures.ts";
import { splitStatements } from "./sqlText.ts";

export const migrationsFolder = fileURLToPath(new URL("../migrations", import.meta.url));

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** The files of a folder in the order of their numbers. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

const createVersions = `
  create table schema_migrations (
    name text collate "C" primary key,
    checksum text not null,
    applied_at timestamptz not null
  )`;

const versionsExist = "select to_regclass('public.schema_migrations') is not null as exists";

/** Applies what is missing and returns the names of the files applied. Two at once take turns. */
export async function migrate(db: Database, nowMs: number, migrations = readMigrations()): Promise<string[]> {
  const client = await db.connectOwner();
  try {
    await makeVersions(client);
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await applyOne(client, migration, { nowMs, known: migrations })) applied.push(migration.name);
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** A row of the catalogue, the table, or its row type: which of them the second finds depends on the moment. */
const alreadyThere = new Set(["23505", "42P07", "42710"]);

/** The table of versions, open to be read by those who serve. Who comes second at the very first finds it made. */
async function makeVersions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ exists: boolean }>(versionsExist);
  if (rows[0]?.exists === true) return;
  await client.query("begin");
  try {
    await client.query(createVersions);
    await client.query("grant select on schema_migrations to fedele_app, fedele_maintenance");
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => {});
    if (!alreadyThere.has(errorCode(error) ?? "")) throw error;
  }
}

/** What a serving process does first: migrates where it may, else makes sure that somebody else has. */
export async function bringUpToDate(db: Database, nowMs: number): Promise<string[]> {
  if (db.mayMigrate) return migrate(db, nowMs);
  const migrations = readMigrations();
  const applied = await appliedRows(db);
  const missing = migrations.filter(({ name }) => !applied.some((row) => row.name === name));
  const mistake = mistakeIn(applied, migrations);
  if (mistake !== undefined) throw new Error(mistake);
  if (missing.length === 0) return [];
  throw new Error(
    `The database lacks ${missing.length} of this Fedele's migrations. Run "npm run -s fedele -- migrate" ` +
      "with DATABASE_OWNER_URL set to the address of fedele_owner, then start again.",
  );
}

async function appliedRows(db: Database): Promise<AppliedRow[]> {
  const { rows: tables } = await db.app.query<{ exists: boolean }>(versionsExist);
  if (tables[0]?.exists !== true) return [];
  return (await db.app.query<AppliedRow>("select name, checksum from schema_migrations")).rows;
}

/** The lock on the table of versions lasts until COMMIT, so a second migrator sees what the first has done. */
async function applyOne(
  client: pg.Client,
  migration: Migration,
  context: { nowMs: number; known: readonly Migration[] },
): Promise<boolean> {
  await client.query("begin");
  try {
    await client.query("lock table schema_migrations in share row exclusive mode");
    const { rows } = await client.query<AppliedRow>("select name, checksum from schema_migrations");
    const mistake = mistakeIn(rows, context.known);
    if (mistake !== undefined) throw new Error(mistake);
    const isNew = !rows.some((row) => row.name === migration.name);
    if (isNew) await runStatements(client, migration, context.nowMs);
    await client.query("commit");
    return isNew;
  } catch (error) {
    await client.query("rollback").catch(() => {});
    throw error;
  }
}

type AppliedRow = { name: string; checksum: string };

async function runStatements(client: pg.Client, migration: Migration, nowMs: number): Promise<void> {
  for (const [index, text] of splitStatements(migration.sql).entries()) {
    try {
      await client.query(text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`The migration ${migration.name} failed at its statement ${index + 1}: ${reason}`, {
        cause: error,
      });
    }
  }
  await client.query("insert into schema_migrations (name, checksum, applied_at) values ($1, $2, $3)", [
    migration.name,
    migration.checksum,
    new Date(nowMs).toISOString(),
  ]);
}

/** Why a schema cannot be used by this version of Fedele, in words; undefined when it can. */
export function mistakeIn(applied: readonly AppliedRow[], known: readonly Migration[]): string | undefined {
  for (const row of applied) {
    const file = known.find((migration) => migration.name === row.name);
    if (file === undefined) {
      return (
        `The database was migrated by a newer Fedele (${row.name}), which this one does not know. ` +
        "Start the newer version again; schemas are not taken back."
      );
    }
    if (file.checksum !== row.checksum) {
      return `The migration ${row.name} was changed after it had been applied. Put the file back as it was.`;
    }
  }
  return undefined;
}
