// doctor: is everything as it should be, and what is to be done where it is not.
import { existsSync, statfsSync } from "node:fs";
import { findNewest } from "../backups/folder.ts";
import type { Config } from "../config.ts";
import { ledgerChecks } from "../modules/ledger/verify.ts";
import { backlogOf, engineOf, engineTime, schemaOf } from "../platform/checkup.ts";
import { systemClock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import { SERVER_VERSION_LEAST } from "../platform/database/external.ts";
import { findRootKey } from "../platform/rootKey.ts";
import { verifyAuditChains } from "../verify.ts";
import { command, json } from "./commands.ts";
import { withDatabase } from "./session.ts";
import { print, printJson } from "./terminal.ts";

type Finding = Readonly<{ name: string; state: "ok" | "warning" | "wrong"; words: string }>;

const NODE_LEAST = [22, 18] as const;
const GB = 1024 ** 3;
const FREE_WRONG_GB = 1;
const FREE_WARNING_GB = 5;
/** Codes, sessions and leases bear this much between two clocks. */
const CLOCKS_APART_MS = 2_000;
/** An outbox row waits for the next look of the relay, not for minutes. */
const OUTBOX_AGE_MS = 5 * 60_000;

export const doctorCommand = command({
  meta: { name: "doctor", description: "Look at the ground that Fedele stands on, and say what to do." },
  args: { json },
  run: async ({ args }) => {
    const findings = await withDatabase(findingsOf);
    const isHealthy = findings.every(({ state }) => state !== "wrong");
    for (const { name, state, words } of findings) print(`${state.padEnd(8)} ${name}: ${words}`);
    if (args.json) printJson({ healthy: isHealthy, findings });
    if (!isHealthy) process.exitCode = 1;
  },
});

/** Everything that was looked at, the ground first. */
export async function findingsOf(
  db: Database,
  config: Pick<Config, "dataFolder" | "backup" | "externalDatabase" | "rootKey" | "host" | "tls" | "publicUrl">,
): Promise<Finding[]> {
  const { dataFolder } = config;
  const schema = await schemaFindings(db);
  const isReadable = schema.every(({ state }) => state === "ok");
  return [
    nodeFinding(process.versions.node),
    ...(existsSync(dataFolder) ? [diskFinding(dataFolder)] : []),
    ...(await engineFindings(db)),
    await clockFinding(db),
    ...schema,
    backupFinding(config),
    hostingFinding(config),
    ...(isReadable ? [...(await outboxFindings(db)), await ledgerFinding(db), await auditFinding(db, config)] : []),
  ];
}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const isNewEnough = major > NODE_LEAST[0] || (major === NODE_LEAST[0] && minor >= NODE_LEAST[1]);
  if (isNewEnough) return { name: "Node", state: "ok", words: version };
  return { name: "Node", state: "wrong", words: `${version}; install ${NODE_LEAST.join(".")} or newer.` };
}

function diskFinding(dataFolder: string): Finding {
  const { bavail, bsize } = statfsSync(dataFolder);
  const freeGb = (bavail * bsize) / GB;
  const words = `${freeGb.toFixed(1)} GB are free in ${dataFolder}`;
  if (freeGb < FREE_WRONG_GB) return { name: "disk", state: "wrong", words: `${words}; make room at once.` };
  if (freeGb < FREE_WARNING_GB) return { name: "disk", state: "warning", words: `${words}; make room soon.` };
  return { name: "disk", state: "ok", words };
}

/** What each setting must be, and what is lost where it is not. */
const neededSettings = [
  ["fsync", ["on"], "a power cut can destroy the database"],
  ["full_page_writes", ["on"], "a power cut can destroy the database"],
  ["synchronous_commit", ["on", "remote_apply", "remote_write"], "a power cut takes back what was acknowledged"],
] as const;

async function engineFindings(db: Database): Promise<Finding[]> {
  const { version, versionNumber, settings } = await engineOf(db);
  const engine: Finding =
    versionNumber >= SERVER_VERSION_LEAST
      ? { name: "PostgreSQL", state: "ok", words: version }
      : { name: "PostgreSQL", state: "wrong", words: `${version}; version 15 or newer is needed.` };
  const set = neededSettings.map(([name, good, loss]): Finding => {
    const value = settings[name] ?? "unknown";
    const isGood = good.some((one) => one === value);
    const words = isGood ? value : `${value}; ${loss}. Set it to on.`;
    return { name, state: isGood ? "ok" : "wrong", words };
  });
  const checksums = settings.data_checksums ?? "unknown";
  const sums: Finding =
    checksums === "on"
      ? { name: "data checksums", state: "ok", words: checksums }
      : {
          name: "data checksums",
          state: "warning",
          words: `${checksums}; use pg_checksums to notice a failing disk.`,
        };
  return [engine, ...set, sums];
}

async function clockFinding(db: Database): Promise<Finding> {
  const before = systemClock.now();
  const engine = await engineTime(db);
  const after = systemClock.now();
  const { lastAppliedAt } = await schemaOf(db);
  if (lastAppliedAt !== null && after < lastAppliedAt) {
    const words = `it is ${new Date(after).toISOString()} here, but the schema is from later; set the clock.`;
    return { name: "clock", state: "wrong", words };
  }
  const apartMs = engine === null ? 0 : Math.max(0, before - engine, engine - after);
  const words = `${Math.round(apartMs)} ms between this machine and the database`;
  if (apartMs <= CLOCKS_APART_MS) return { name: "clock", state: "ok", words };
  return { name: "clock", state: "warning", words: `${words}; let both follow a time server.` };
}

async function schemaFindings(db: Database): Promise<Finding[]> {
  const { applied, missing, mistake } = await schemaOf(db);
  if (mistake !== undefined) return [{ name: "migrations", state: "wrong", words: mistake }];
  if (missing.length === 0) return [{ name: "migrations", state: "ok", words: `${applied} applied` }];
  const words = `${missing.length} are missing; run the command "migrate".`;
  return [{ name: "migrations", state: "wrong", words }];
}

async function outboxFindings(db: Database): Promise<Finding[]> {
  const { rows, oldestAt, waiting, dead } = await backlogOf(db);
  const ageMs = oldestAt === null ? 0 : systemClock.now() - oldestAt;
  const depth = `${rows} rows to be told, ${waiting} to be tried again`;
  const outbox: Finding =
    ageMs <= OUTBOX_AGE_MS
      ? { name: "outbox", state: "ok", words: depth }
      : {
          name: "outbox",
          state: "warning",
          words: `${depth}, the oldest from ${ageWords(ageMs)} ago; is a server running?`,
        };
  const letters: Finding =
    dead === 0
      ? { name: "dead letters", state: "ok", words: "none" }
      : {
          name: "dead letters",
          state: "warning",
          words: `${dead} were given up; "dead-letters list" tells why, "dead-letters retry" tries them again.`,
        };
  return [outbox, letters];
}

/** One is taken every day. */
const BACKUP_AGE_MS = 36 * 60 * 60_000;

function backupFinding({ backup: { folder }, externalDatabase }: Pick<Config, "backup" | "externalDatabase">): Finding {
  const finding = (state: Finding["state"], words: string): Finding => ({ name: "backup", state, words });
  if (folder === undefined && externalDatabase !== undefined) return finding("ok", "left to your own server's tools");
  if (folder === undefined) return finding("warning", "none is taken; set BACKUP_FOLDER, on another disk.");
  const newest = findNewest(folder);
  if (newest === undefined) return finding("warning", `there is none in ${folder} yet; run the command "backup".`);
  const ageMs = systemClock.now() - Date.parse(newest.takenAt);
  const words = `the newest is from ${ageWords(ageMs)} ago`;
  if (ageMs > BACKUP_AGE_MS) return finding("warning", `${words}; read the log for why, and run the command "backup".`);
  if (newest.verifiedAt !== undefined) return finding("ok", `${words}, and was verified`);
  return finding("warning", `${words} and was never tried; take it with "--verify".`);
}

const LOOPBACK = /^(127\.|::1$|localhost$)/;

/** Who may hear what is said to this installation on its way. */
function hostingFinding({ host, tls, publicUrl }: Pick<Config, "host" | "tls" | "publicUrl">): Finding {
  const finding = (state: Finding["state"], words: string): Finding => ({ name: "hosting", state, words });
  const where = publicUrl ?? "no PUBLIC_URL";
  if (!LOOPBACK.test(host) && tls === undefined) {
    const words = `it listens on ${host} without TLS, so keys can be read on their way; set TLS_CERT and TLS_KEY, or`;
    return finding("warning", `${words} HOST to 127.0.0.1 behind a proxy.`);
  }
  if (publicUrl?.startsWith("http:") === true && !LOOPBACK.test(new URL(publicUrl).hostname)) {
    return finding("warning", `${where} is not https: cookies and keys go in the clear; put TLS in front.`);
  }
  return finding("ok", `listens on ${host}${tls === undefined ? "" : " with TLS"}, ${where}`);
}

function ageWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} minutes`;
  return minutes < 2 * 1440 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 1440)} days`;
}

/** The first of the ledger's checks, which covers every wallet; verify-ledger asks the rest. */
async function ledgerFinding(db: Database): Promise<Finding> {
  const [check] = ledgerChecks;
  if (check === undefined) throw new Error("the ledger has no checks");
  const { checked, violations, examples } = await check.run(async (text, values = []) => {
    const { rows } = await db.maintenance.query(text, [...values]);
    return rows;
  }, null);
  if (violations === 0) return { name: "ledger", state: "ok", words: `${checked} wallets; ${check.name}` };
  const words = `${violations} of ${checked} wallets are wrong (${examples.join("; ")}); run verify-ledger.`;
  return { name: "ledger", state: "wrong", words };
}

async function auditFinding(db: Database, config: Pick<Config, "dataFolder" | "rootKey">): Promise<Finding> {
  const { checked, violations, examples } = await verifyAuditChains(db, findRootKey(config));
  if (violations === 0) return { name: "audit log", state: "ok", words: `${checked} entries; every chain is whole` };
  const words = `${examples.join("; ")}; somebody changed the database by hand. Compare it with a backup.`;
  return { name: "audit log", state: "wrong", words };
}
