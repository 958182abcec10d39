// What can be asked about the ground that Fedele stands on: the engine, its settings and clock, the schema, the outbox.
import type { Database } from "./database/database.ts";
import { mistakeIn, readMigrations } from "./migrate.ts";

export type Engine = Readonly<{
  version: string;
  versionNumber: number;
  /** As Postgres writes them: fsync, synchronous_commit, full_page_writes, data_checksums. */
  settings: Readonly<Record<string, string>>;
}>;

const askSettings = `
  select name, setting from pg_settings
   where name in ('server_version', 'server_version_num', 'fsync', 'synchronous_commit', 'full_page_writes',
     'data_checksums')`;

export async function engineOf(db: Database): Promise<Engine> {
  const { rows } = await db.maintenance.query<{ name: string; setting: string }>(askSettings);
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  const { server_version = "", server_version_num = "0" } = settings;
  return { version: server_version, versionNumber: Number(server_version_num), settings };
}

/** The engine's time a moment ago: when it took a new connection of ours. */
export async function engineTime(db: Database): Promise<number | null> {
  const client = await db.connectLane();
  try {
    const { rows } = await client.query<{ backend_start: number }>(
      "select backend_start from pg_stat_activity where pid = pg_backend_pid()",
    );
    return rows[0]?.backend_start ?? null;
  } finally {
    await client.end();
  }
}

export type Schema = Readonly<{
  applied: number;
  missing: readonly string[];
  /** Why this version of Fedele cannot use the schema. */
  mistake: string | undefined;
  lastAppliedAt: number | null;
}>;

export async function schemaOf(db: Database): Promise<Schema> {
  const known = readMigrations();
  const { rows: tables } = await db.app.query<{ exists: boolean }>(
    "select to_regclass('public.schema_migrations') is not null as exists",
  );
  if (tables[0]?.exists !== true) {
    return { applied: 0, missing: known.map(({ name }) => name), mistake: undefined, lastAppliedAt: null };
  }
  const { rows } = await db.app.query<{ name: string; checksum: string; applied_at: number }>(
    "select name, checksum, applied_at from schema_migrations",
  );
  return {
    applied: rows.length,
    missing: known.filter(({ name }) => !rows.some((row) => row.name === name)).map(({ name }) => name),
    mistake: mistakeIn(rows, known),
    lastAppliedAt: rows.reduce<number | null>((last, row) => Math.max(last ?? 0, row.applied_at), null),
  };
}

export type Backlog = Readonly<{ rows: number; oldestAt: number | null; waiting: number; dead: number }>;

/** What listeners have not heard yet, over all tenants. */
export async function backlogOf(db: Database): Promise<Backlog> {
  const [{ rows: outbox }, { rows: events }] = await Promise.all([
    db.maintenance.query<{ rows: number; oldest: number | null }>(
      "/* scatter: the whole outbox */ select count(*) as rows, min(created_at) as oldest from outbox",
    ),
    db.maintenance.query<{ waiting: number; dead: number }>(
      `/* scatter: what waits is rare and may wait anywhere */
       select count(*) filter (where not dead) as waiting, count(*) filter (where dead) as dead
       from processed_events where event is not null`,
    ),
  ]);
  return {
    rows: outbox[0]?.rows ?? 0,
    oldestAt: outbox[0]?.oldest ?? null,
    waiting: events[0]?.waiting ?? 0,
    dead: events[0]?.dead ?? 0,
  };
}
