// All rows of all tables as they were at one moment, read beside a server that goes on serving.
import type pg from "pg";
import type { Database } from "../database/database.ts";
import { tables } from "../distribution.ts";
import type { BackupPart, Written } from "./backupFile.ts";

/** How many rows come at a time: some megabytes. */
const FETCH_ROWS = 2_000;

export type Snapshot = {
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** Every table of one part with its rows; one part at a time. */
  read(part: BackupPart): AsyncGenerator<Written>;
};

/** Does `work` while the snapshot is held. Whatever is read in it is of the same moment. */
export async function withSnapshot<T>(db: Database, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = await db.maintenance.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    const { rows: migrations } = await client.query<Snapshot["migrations"][number]>(
      "select name, checksum from schema_migrations order by name",
    );
    return await work({ migrations, read: (part) => readPart(client, part) });
  } finally {
    await client.query("rollback").catch(() => undefined);
    client.release();
  }
}

/** The tables of a part, by name. */
export function tablesOf(part: BackupPart): string[] {
  return Object.entries(tables)
    .filter(([, { backup = "data" }]) => backup === part)
    .map(([name]) => name)
    .sort();
}

async function* readPart(client: pg.ClientBase, part: BackupPart): AsyncGenerator<Written> {
  for (const table of tablesOf(part)) {
    const columns = (await columnsOf(client, table)).map(({ name }) => name);
    yield { table, columns };
    yield* readRows(client, table, columns);
  }
}

/**
 * As arrays of texts, made by the database: what each type writes it reads again exactly, and to_json alone knows how
 * to quote it. (row_to_json would turn the JSON value null into no value at all.)
 */
async function* readRows(client: pg.ClientBase, table: string, columns: readonly string[]): AsyncGenerator<Written> {
  const texts = columns.map((column) => `"${column}"::text`).join(", ");
  await client.query(
    `declare of_backup no scroll cursor for
     select to_json(array[${texts}])::text as line from "${table}" /* scatter: a backup reads everything */`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${FETCH_ROWS} from of_backup`);
    if (rows.length === 0) break;
    yield { rows: rows.map(({ line }) => line) };
  }
  await client.query("close of_backup");
}

export type Column = { readonly name: string; readonly type: string };

/** A table's columns, with their types as SQL writes them. */
export async function columnsOf(client: pg.ClientBase, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, atttypmod) as type
       from pg_attribute
      where attrelid = to_regclass('public.' || quote_ident($1)) and attnum > 0 and not attisdropped
      order by attnum`,
    [table],
  );
  if (rows.length === 0) throw new Error(`the table ${table} is in the manifest but not in the database`);
  return rows;
}
