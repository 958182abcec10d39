// Puts a backup's rows into the empty tables of a database, whole or not at all.
import type pg from "pg";
import type { Database } from "../database/database.ts";
import type { BackupHeader, Row, RowCounts, TableLine } from "./backupFile.ts";
import { type Column, columnsOf, tablesOf } from "./snapshot.ts";

/** How many rows one statement writes. */
const BATCH_ROWS = 1_000;

type Parts = AsyncIterable<BackupHeader | TableLine | Row>;

/**
 * One transaction of the owner. He has to see all tenants, and rows come before those that they name: so for its
 * duration row-level security does not bind him and foreign keys are away. Both are back before it commits, and adding
 * a foreign key looks at every row.
 */
export async function fillTables(db: Database, files: readonly Parts[]): Promise<RowCounts> {
  const client = await db.connectOwner();
  try {
    await client.query("begin");
    const keys = await foreignKeysOf(client);
    const names = await forcedTables(client);
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint "${name}"`);
    for (const name of names) await client.query(`alter table "${name}" no force row level security`);
    const counts: Record<string, number> = {};
    for (const file of files) await fillFrom(client, file, counts);
    for (const name of names) await client.query(`alter table "${name}" force row level security`);
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${table} add constraint "${name}" ${definition}`);
    }
    await client.query("commit");
    return counts;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

type ForeignKey = { table: string; name: string; definition: string };

async function foreignKeysOf(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  );
  return rows;
}

async function forcedTables(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relforcerowsecurity and relnamespace = 'public'::regnamespace order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function fillFrom(client: pg.ClientBase, file: Parts, counts: Record<string, number>): Promise<void> {
  let insert: Insert | undefined;
  let batch: Row[] = [];
  const flush = async (): Promise<void> => {
    if (insert === undefined || batch.length === 0) return;
    counts[insert.table] = (counts[insert.table] ?? 0) + batch.length;
    await insertRows(client, insert, batch);
    batch = [];
  };
  for await (const part of file) {
    if ("fedele" in part) continue;
    if ("table" in part) {
      await flush();
      insert = await insertInto(client, part);
    } else {
      batch.push(part);
      if (batch.length === BATCH_ROWS) await flush();
    }
  }
  await flush();
}

type Insert = { readonly table: string; readonly text: string; readonly width: number };

async function insertInto(client: pg.ClientBase, { table, columns }: TableLine): Promise<Insert> {
  if (![...tablesOf("data"), ...tablesOf("keys")].includes(table)) {
    throw new Error(`the backup has a table ${table}, which this version does not have`);
  }
  const known = await columnsOf(client, table);
  const own = columns.map((name): Column => {
    const column = known.find((one) => one.name === name);
    if (column === undefined) throw new Error(`the backup has a column ${table}.${name}, which this schema has not`);
    return column;
  });
  const names = own.map(({ name }) => `"${name}"`).join(", ");
  const values = own.map(({ name, type }) => `"${name}"::${type}`).join(", ");
  const texts = own.map((_, index) => `$${index + 1}::text[]`).join(", ");
  const text = `insert into "${table}" (${names}) select ${values} from unnest(${texts}) as row(${names})`;
  return { table, text, width: own.length };
}

async function insertRows(client: pg.ClientBase, insert: Insert, rows: readonly Row[]): Promise<void> {
  const columns = Array.from({ length: insert.width }, (_, index) => rows.map((row) => row[index] ?? null));
  await client.query({ name: insert.table, text: insert.text, values: columns });
}
