// One Postgres cluster on disk and the process that runs it: made, started, stopped, recovered.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import { asEngineUser, type EngineUser } from "./engineUser.ts";
import { errorCode } from "./failures.ts";
import { isAlive, isPostgresOn, postgresOn, startedWith } from "./processes.ts";
import { type ServerSettings, settingsText } from "./settings.ts";

export const ADMIN = "fedele_admin";

/** After a crash the log since the last checkpoint is replayed, up to 4 GB of it: minutes on a slow disk. */
const START_TIMEOUT_MS = 30 * 60_000;
const START_SILENCE_MS = 5_000;
const STOP_FAST_MS = 60_000;
const STOP_IMMEDIATE_MS = 10_000;
const LOG_BYTES_MAX = 10 * 1024 * 1024;

export type Cluster = {
  readonly binaries: Binaries;
  readonly user: EngineUser | undefined;
  /** The cluster's data, which Postgres' account owns. */
  readonly folder: string;
  readonly logFile: string;
};

/**
 * The environment that Postgres' programs see: nothing of ours, so that no PG… variable can change their mind. Memory
 * that a statement gave back is kept for the next one: asking the system for it each time took a tenth of their CPU.
 */
const engineEnvironment = {
  PATH: "/usr/local/bin:/usr/bin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
  MALLOC_TRIM_THRESHOLD_: String(16 * 1024 * 1024),
  MALLOC_TOP_PAD_: String(1024 * 1024),
};

/** True when the cluster's data is there. */
export function isCreated(folder: string): boolean {
  return existsSync(join(folder, "PG_VERSION"));
}

/**
 * Makes the cluster unless it is there. It is made under another name and renamed when whole; what an interrupted
 * attempt left is removed. Each attempt has a name of its own: initdb may outlive the Fedele that was killed.
 */
export async function createCluster(cluster: Cluster, adminPassword: string): Promise<void> {
  await removeDrafts(cluster.folder);
  if (isCreated(cluster.folder)) return;
  const draft = `${cluster.folder}.new-${process.pid}`;
  const passwordFile = `${cluster.folder}.password`;
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  give(draft, cluster.user);
  writeFileSync(passwordFile, adminPassword, { mode: 0o600 });
  give(passwordFile, cluster.user);
  try {
    initialise(cluster, draft, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(cluster.folder, { recursive: true, force: true });
  renameSync(draft, cluster.folder);
  syncFolder(dirname(cluster.folder));
}

async function removeDrafts(folder: string): Promise<void> {
  const names = readdirSync(dirname(folder)).filter((name) => name.startsWith(`${basename(folder)}.new-`));
  for (const draft of names.map((name) => join(dirname(folder), name))) {
    const makers = () => [...startedWith(pgdata(draft)), ...postgresOn(draft)];
    for (const pid of makers()) signal(pid, "SIGKILL");
    await waitUntil(() => makers().length === 0, STOP_IMMEDIATE_MS);
    rmSync(draft, { recursive: true, force: true });
  }
}

const pgdata = (folder: string) => `--pgdata=${folder}`;

function initialise(cluster: Cluster, folder: string, passwordFile: string): void {
  const options = [
    pgdata(folder),
    `--username=${ADMIN}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--data-checksums",
  ];
  const run = spawnSync(cluster.binaries.initdb, options, {
    ...asEngineUser(cluster.user),
    cwd: "/",
    env: engineEnvironment,
    encoding: "utf8",
  });
  if (run.status === 0) return;
  const reason = run.error?.message ?? run.stderr.trim();
  throw new Error(`The embedded database could not be created in ${cluster.folder}: ${reason}`);
}

function give(path: string, user: EngineUser | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid);
}

/** Makes a rename in `folder` survive a power cut. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, "r");
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** The process that postmaster.pid names, and whether it says that it takes connections. */
function readPidFile(folder: string): { pid: number; isReady: boolean } | undefined {
  try {
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), isReady: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/**
 * Stops what an earlier Fedele left running on this folder. It is never attached to: its settings may be old.
 * A pid file that names a zombie or a stranger is removed, since Postgres itself would take it for a live server.
 */
export async function stopOrphan(cluster: Cluster): Promise<void> {
  const named = readPidFile(cluster.folder);
  if (named !== undefined && isPostgresOn(named.pid, cluster.folder)) {
    await stopProcess(named.pid);
  }
  await waitUntil(() => postgresOn(cluster.folder).length === 0, STOP_IMMEDIATE_MS);
  for (const pid of postgresOn(cluster.folder)) signal(pid, "SIGKILL");
  await waitUntil(() => postgresOn(cluster.folder).length === 0, STOP_IMMEDIATE_MS);
  const left = readPidFile(cluster.folder);
  if (left !== undefined && isTaken(left.pid)) rmSync(join(cluster.folder, "postmaster.pid"), { force: true });
}

/** True when some process, a zombie perhaps, has this number: what Postgres goes by. */
function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/** Fast shutdown; then immediate; then the last resort. Each is safe for the data, only the next start is slower. */
export async function stopProcess(pid: number): Promise<void> {
  for (const [name, patienceMs] of [
    ["SIGINT", STOP_FAST_MS],
    ["SIGQUIT", STOP_IMMEDIATE_MS],
    ["SIGKILL", STOP_IMMEDIATE_MS],
  ] as const) {
    signal(pid, name);
    if (await waitUntil(() => !isAlive(pid), patienceMs)) return;
  }
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT" | "SIGKILL"): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has gone by itself.
  }
}

async function waitUntil(isDone: () => boolean, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (!isDone()) {
    if (performance.now() > end) return false;
    await sleep(10);
  }
  return true;
}

export type StartOptions = {
  readonly cluster: Cluster;
  readonly settings: ServerSettings;
  /** Told what an operator should know, in sentences. */
  readonly tell: (sentence: string) => void;
};

/** Writes the settings and who may connect, and starts the server. Resolves once it takes connections. */
export async function startServer({ cluster, settings, tell }: StartOptions): Promise<ChildProcess> {
  writeOwned(cluster, "postgresql.conf", settingsText(settings));
  writeOwned(cluster, "pg_hba.conf", "local all all scram-sha-256\n");
  const log = openLog(cluster.logFile);
  const child = spawn(cluster.binaries.postgres, ["-D", cluster.folder], {
    ...asEngineUser(cluster.user),
    cwd: "/",
    env: engineEnvironment,
    // A group of its own: Ctrl-C in the terminal is for us, who stop Postgres after our last transaction.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let spawnError: Error | undefined;
  child.on("error", (error) => {
    spawnError = error;
  });
  const hasGone = () => spawnError !== undefined || child.exitCode !== null || child.signalCode !== null;
  const isReady = () => {
    const named = readPidFile(cluster.folder);
    return named !== undefined && named.pid === child.pid && named.isReady;
  };
  const isDecided = () => hasGone() || isReady();
  if (!(await waitUntil(isDecided, START_SILENCE_MS))) tell("The database recovers from an interruption; please wait.");
  await waitUntil(isDecided, START_TIMEOUT_MS);
  if (isReady() && !hasGone()) return child;
  if (!hasGone()) await stopServer(child);
  const reason = spawnError?.message ?? lastLines(cluster.logFile);
  throw new Error(`The embedded database did not start. Its log, ${cluster.logFile}, ends with: ${reason}`);
}

export async function stopServer(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  await stopProcess(child.pid);
  await exited;
}

function writeOwned(cluster: Cluster, name: string, text: string): void {
  const file = join(cluster.folder, name);
  writeFileSync(file, text, { mode: 0o600 });
  give(file, cluster.user);
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES_MAX) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}

function lastLines(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").slice(-3).join(" / ");
}
