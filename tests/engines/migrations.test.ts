// Migrations: forward only, whole or not at all, one migrator at a time, and in words when a schema does not fit.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Database, databaseAt } from "../../server/platform/database/database.ts";
import { bringUpToDate, migrate, readMigrations } from "../../server/platform/migrate.ts";
import { addressOf, emptyDatabase, nameOf } from "../support/database.ts";

let db: Database;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fedele-migrations-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  db = await emptyDatabase();
});
afterEach(() => db.close());

/** Migrations as if from files; their text decides their checksum. */
function migrations(files: Readonly<Record<string, string>>) {
  const place = mkdtempSync(join(folder, "set-"));
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(place, `${name}.sql`), sql);
  return { place, all: readMigrations(place) };
}

async function asOwner(sql: string): Promise<unknown[]> {
  const client = await db.connectOwner();
  return (await client.query(sql).finally(() => client.end())).rows;
}

const first = { "0001_first": "create table a (id int); -- one; two\ncreate table b (id int);" };
const second = { "0002_second": "insert into a values (1);" };

test("are applied once, in order, and only forward", async () => {
  expect(await migrate(db, 0, migrations(first).all)).toEqual(["0001_first.sql"]);
  const both = migrations({ ...second, ...first }).all;
  expect(await migrate(db, 0, both)).toEqual(["0002_second.sql"]);
  expect(await migrate(db, 0, both)).toEqual([]);
  expect(await asOwner("select count(*) from a")).toEqual([{ count: 1 }]);
});

test("that fail leave nothing behind and say where", async () => {
  const broken = migrations({ ...first, "0002_broken": "create table c (id int); select 1 / 0;" }).all;
  await expect(migrate(db, 0, broken)).rejects.toThrow("0002_broken.sql failed at its statement 2: division by zero");
  expect(await asOwner("select to_regclass('b')::text as b, to_regclass('c')::text as c")).toEqual([
    { b: "b", c: null },
  ]);
});

test("are applied once by several migrators at once", async () => {
  const both = migrations({ ...first, ...second }).all;
  const applied = await Promise.all([1, 2, 3, 4].map(() => migrate(db, 0, both)));
  expect(applied.flat().sort()).toEqual(["0001_first.sql", "0002_second.sql"]);
});

test("that were killed half-way are taken up again", async () => {
  const slow = { "0002_slow": "create table c (id int); select pg_sleep(20);" };
  const { place } = migrations({ ...first, ...slow });
  const name = await nameOf(db);
  const script = fileURLToPath(new URL("../support/migrating.ts", import.meta.url));
  const owner = JSON.stringify(addressOf("fedele_owner", name));
  const child = spawn(process.execPath, [script, owner, place], { stdio: "inherit" });
  const sleeping = "select 1 from pg_stat_activity where query like '%pg_sleep(20)%' and pid <> pg_backend_pid()";
  while ((await asOwner(sleeping)).length === 0) await sleep(20);
  child.kill("SIGKILL");
  await once(child, "exit");
  // The server notices the lost client when it next writes to it; a restart of the machine would not leave it either.
  await asOwner(`select pg_terminate_backend(pid) from (${sleeping.replace("1", "pid")}) s`);
  writeFileSync(join(place, "0002_slow.sql"), "create table c (id int);");
  expect(await migrate(db, 0, readMigrations(place))).toEqual(["0002_slow.sql"]);
});

test("of a newer Fedele are not served by an older one", async () => {
  await migrate(db, 0, migrations({ ...first, ...second }).all);
  const older = migrate(db, 0, migrations(first).all);
  await expect(older).rejects.toThrow("migrated by a newer Fedele (0002_second.sql), which this one does not know");
});

test("that were changed after they had been applied are refused", async () => {
  await migrate(db, 0, migrations(first).all);
  const changed = migrations({ "0001_first": "create table z (id int);" }).all;
  await expect(migrate(db, 0, changed)).rejects.toThrow("0001_first.sql was changed after it had been applied");
});

test("are asked for in words where the server may not apply them itself", async () => {
  const name = await nameOf(db);
  const app = addressOf("fedele_app", name);
  const served = databaseAt({ app, maintenance: app, owner: undefined, jobs: undefined });
  await expect(bringUpToDate(served, 0)).rejects.toThrow('Run "npm run -s fedele -- migrate"');
  await migrate(db, 0);
  expect(await bringUpToDate(served, 0)).toEqual([]);
  await served.close();
});
