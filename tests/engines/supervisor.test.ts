// The embedded Postgres through everything that may befall it and the process that runs it.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { parseConfig } from "../../server/config.ts";
import { packageFolder, readyBinaries } from "../../server/platform/database/binaries.ts";
import { readClusterFile } from "../../server/platform/database/clusterFile.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { asEngineUser, engineUser } from "../../server/platform/database/engineUser.ts";
import { openDatabase } from "../../server/platform/database/open.ts";
import { isAlive, processSpace, startedAt } from "../../server/platform/database/processes.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { Refusal } from "../../server/platform/refusal.ts";
import { killAll, postmasterOf, spawnServing, startServing, stopServing, until } from "../support/processes.ts";

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;

let folder: string;
let data: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fedele-supervisor-"));
  // As a fresh checkout would be: open to pass through.
  spawnSync("chmod", ["711", folder]);
  data = join(folder, "data");
});
const zombieParents: ChildProcess[] = [];
afterEach(async () => {
  for (const parent of zombieParents.splice(0)) parent.kill("SIGKILL");
  await killAll();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Joins the running cluster, or runs it for a moment, and does `work` as the owner of the tables. */
async function onDatabase<T>(dataFolder: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(parseConfig({ FEDELE_DATA: dataFolder }), { purpose: "command", tell: () => {} });
  return work(db).finally(() => db.close());
}

async function owned(dataFolder: string, sql: string): Promise<unknown[]> {
  return onDatabase(dataFolder, async (db) => {
    const client = await db.connectOwner();
    return (await client.query(sql).finally(() => client.end())).rows;
  });
}

const remember = (dataFolder: string, word: string) => owned(dataFolder, `insert into words values ('${word}')`);
const remembered = async (dataFolder: string) =>
  JSON.stringify(await owned(dataFolder, "select array_agg(word order by word) as words from words"));

/** A process that has ended and that its parent, a sleeping one, does not collect. */
function zombie(): number {
  const parent = spawn("/bin/sh", ["-c", 'sleep 0.2 & echo $! > "$1"; exec sleep 20', "sh", join(folder, "zombie")]);
  zombieParents.push(parent);
  const read = () => Number(existsSync(join(folder, "zombie")) ? readFileSync(join(folder, "zombie"), "utf8") : 0);
  while (read() === 0 || isAlive(read())) spawnSync("sleep", ["0.01"]);
  process.kill(read(), 0);
  return read();
}

describe("the embedded Postgres", () => {
  test("is made on the first start, lets a command join, and stops when told to", async () => {
    const serving = await startServing(data);
    await owned(data, "create table words (word text)");
    await remember(data, "first");
    const socket = readClusterFile(data)?.socketFolder ?? "";
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    expect(statSync(join(data, "root.key")).mode & 0o777).toBe(0o600);
    expect(await stopServing(serving)).toBe(0);
    expect(serving.said()).toContain("closed");
    expect(readFileSync(join(data, "postgres.log"), "utf8").trimEnd()).toMatch(/database system is shut down$/);
    expect([socket, join(data, "lock"), join(data, "postgres", "postmaster.pid")].filter(existsSync)).toEqual([]);
  });

  test("is there again on a later start; a second Fedele on the folder is refused in words", async () => {
    const serving = await startServing(data);
    const second = spawnServing(data);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Another Fedele (process ${serving.child.pid}) is using the data folder ${data}.`);
    expect(await remembered(data)).toContain("first");
    await stopServing(serving);
  });

  test("is durable, with checksums, and takes nobody without a password", async () => {
    const settings = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums", "listen_addresses"];
    const rows = await owned(data, `select ${settings.map((name) => `current_setting('${name}') as ${name}`).join()}`);
    expect(rows).toEqual([
      { fsync: "on", synchronous_commit: "on", full_page_writes: "on", data_checksums: "on", listen_addresses: "" },
    ]);
    expect(readFileSync(join(data, "postgres", "pg_hba.conf"), "utf8")).toBe("local all all scram-sha-256\n");
  });

  test("is stopped by its watchdog when Fedele is killed", async () => {
    const serving = await startServing(data);
    const postmaster = postmasterOf(data);
    await remember(data, "killed");
    serving.child.kill("SIGKILL");
    await until(() => !isAlive(postmaster));
    expect(await remembered(data)).toContain("killed");
  });

  test("is stopped and started anew when it was left alone, never joined", async () => {
    const serving = await startServing(data);
    const orphan = postmasterOf(data);
    const watchdog = spawnSync("pgrep", ["-f", `fedele-watchdog ${orphan} `], { encoding: "utf8" }).stdout;
    process.kill(Number(watchdog), "SIGKILL");
    serving.child.kill("SIGKILL");
    await serving.ended;
    expect(isAlive(orphan)).toBe(true);
    const next = await startServing(data);
    expect(isAlive(orphan)).toBe(false);
    expect(postmasterOf(data)).not.toBe(orphan);
    await stopServing(next);
  });

  test("is started again when it is killed itself: callers are told to come back, then the pools go on", async () => {
    const db = await openDatabase(parseConfig({ FEDELE_DATA: data }), { purpose: "serve", tell: () => {} });
    const who = { tenantId: "01890000-0000-7000-8000-000000000001", now: 0, actor: "system" };
    const ask = () => inTransaction(db, who, (ctx) => ctx.query<{ one: number }>("select 1 as one"));
    await ask();
    const killed = postmasterOf(data);
    process.kill(killed, "SIGKILL");
    await until(() => !isAlive(killed));
    const outcomes: unknown[] = [];
    while (outcomes.at(-1) !== "answered") {
      outcomes.push(
        await ask().then(
          () => "answered",
          (error) => error,
        ),
      );
      await sleep(20);
    }
    const refusals = outcomes.slice(0, -1);
    expect(refusals.length).toBeGreaterThan(0);
    expect(refusals.every((error) => error instanceof Refusal && error.code === "unavailable")).toBe(true);
    expect(postmasterOf(data)).not.toBe(killed);
    await db.close();
  });

  test.each([
    ["a stranger", () => process.pid],
    ["a zombie", zombie],
  ])("is not held up by a pid file that names %s", async (_name, pidOf) => {
    const pid = pidOf();
    const lines = `${pid}\n${join(data, "postgres")}\n0\n5432\n/nowhere\n\n  0  0\nready\n`;
    writeFileSync(join(data, "postgres", "postmaster.pid"), lines);
    const serving = await startServing(data);
    expect(postmasterOf(data)).not.toBe(pid);
    await stopServing(serving);
  });

  const lock = (changed: object) => {
    const holder = { pid: process.pid, startedAt: startedAt(process.pid), space: processSpace(), purpose: "serve" };
    writeFileSync(join(data, "lock"), JSON.stringify({ ...holder, ...changed }));
  };

  test("is not held up by the lock of a process that died, whoever has its number now", async () => {
    lock({ startedAt: "before" });
    expect(await remembered(data)).toContain("first");
    lock({ pid: 2 ** 30 });
    expect(await remembered(data)).toContain("first");
  });

  test("respects the lock of another container while it is kept fresh", async () => {
    lock({ space: "elsewhere" });
    const second = spawnServing(data);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("in another container");
    utimesSync(join(data, "lock"), 1, 1);
    expect(await remembered(data)).toContain("first");
  });

  test("refuses in words when its files are gone, rather than begin anew", async () => {
    const files = join(data, "postgres");
    renameSync(files, `${files}-lost`);
    const serving = spawnServing(data);
    expect(await serving.ended).toBe(1);
    expect(serving.said()).toContain(`The database of ${data} is missing from ${files}. Put its files back`);
    renameSync(`${files}-lost`, files);
    expect(await remembered(data)).toContain("first");
  });

  test("refuses in words when the root key is not its own", async () => {
    const key = "00".repeat(32);
    const db = openDatabase(parseConfig({ FEDELE_DATA: data, FEDELE_ROOT_KEY: key }), {
      purpose: "serve",
      tell: () => {},
    });
    await expect(db).rejects.toThrow(/root key is not the one/);
    expect(await remembered(data)).toContain("first");
  });
});

test("a first start that was killed half-way is begun again", async () => {
  const fresh = join(folder, "interrupted");
  const first = spawnServing(fresh);
  const drafts = () => (existsSync(fresh) ? readdirSync(fresh).filter((name) => name.startsWith("postgres.new")) : []);
  await until(() => drafts().some((draft) => existsSync(join(fresh, draft, "global"))));
  first.child.kill("SIGKILL");
  await first.ended;
  expect(existsSync(join(fresh, "postgres"))).toBe(false);
  const second = await startServing(fresh);
  await owned(fresh, "create table words (word text)");
  expect(drafts()).toEqual([]);
  await stopServing(second);
});

describe.runIf(isRoot)("run by root", () => {
  test("Postgres has an account of its own", async () => {
    expect(statSync(join(data, "postgres")).uid).toBe(engineUser()?.uid);
  });

  test("a data folder that its account cannot enter keeps the cluster elsewhere, and says so", async () => {
    const closed = join(folder, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const serving = await startServing(join(closed, "data"));
    const cluster = readClusterFile(join(closed, "data"))?.folder ?? "";
    expect(serving.said()).toContain(`The database's files are kept in ${dirname(cluster)} instead.`);
    expect(cluster).toMatch(/^\/var\/lib\/fedele\//);
    await owned(join(closed, "data"), "create table words (word text)");
    await stopServing(serving);
    rmSync(dirname(cluster), { recursive: true });
  });

  test("programs that its account cannot reach are copied, links and all", () => {
    const closed = join(folder, "checkout");
    mkdirSync(closed, { mode: 0o700 });
    cpSync(packageFolder(), join(closed, "package"), { recursive: true, verbatimSymlinks: true });
    const { postgres } = readyBinaries(engineUser(), join(folder, "copies"), join(closed, "package"));
    expect(postgres.startsWith(join(folder, "copies"))).toBe(true);
    const run = spawnSync(postgres, ["--version"], { ...asEngineUser(engineUser()), cwd: "/", encoding: "utf8" });
    expect(run.stdout).toContain("18.");
  });

  test("a normal user needs no account but his own", async () => {
    const home = join(folder, "home");
    mkdirSync(home);
    spawnSync("chown", [String(NOBODY), home]);
    const serving = await startServing(join(home, "data"), { uid: NOBODY });
    expect(statSync(join(home, "data", "postgres")).uid).toBe(NOBODY);
    expect(statSync(join(home, "data")).mode & 0o777).toBe(0o700);
    expect(await stopServing(serving)).toBe(0);
  });
});
