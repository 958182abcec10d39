// doctor: is everything as it should be, and what is to be done where it is not.
import { existsSync } from "node:fs";
import type { Config } from "../config.ts";
import { BACKUP_AGE_MS, backupOf, clockOf, diskOf } from "../ground.ts";
import { ledgerChecks } from "../modules/ledger/verify.ts";
import { backlogOf, engineOf, schemaOf } from "../platform/checkup.ts";
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
  const { freeBytes, state } = diskOf(dataFolder);
  const words = `${(freeBytes / GB).toFixed(1)} GB are free in ${dataFolder}`;
  switch (state) {
    case "wrong":
      return { name: "disk", state, words: `${words}; make room at once.` };
    case "warning":
      return { name: "disk", state, words: `${words}; make room soon.` };
    case "ok":
      return { name: "disk", state, words };
  }
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
  const { lastAppliedAt } = await schemaOf(db);
  const { apartMs, atMs, state } = await clockOf(db, systemClock);
  if (lastAppliedAt !== null && atMs < lastAppliedAt) {
    const words = `it is ${new Date(atMs).toISOString()} here, but the schema is from later; set the clock.`;
    return { name: "clock", state: "wrong", words };
  }
  const words = `${Math.round(apartMs)} ms between this machine and the database`;
  if (state === "ok") return { name: "clock", state, words };
  return { name: "clock", state, words: `${words}; let both follow a time server.` };
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

function backupFinding(config: Pick<Config, "backup" | "externalDatabase">): Finding {
  const { kind, state, takenAt } = backupOf(config, systemClock.now());
  const finding = (words: string): Finding => ({ name: "backup", state, words });
  switch (kind) {
    case "left_to_you":
      return finding("left to your own server's tools");
    case "none":
      return finding("none is taken; set BACKUP_FOLDER, on another disk.");
    case "never":
      return finding(`there is none in ${config.backup.folder} yet; run the command "backup".`);
    case "taken": {
      const ageMs = systemClock.now() - Date.parse(takenAt ?? "");
      const words = `the newest is from ${ageWords(ageMs)} ago`;
      if (state === "ok") return finding(`${words}, and was verified`);
      if (ageMs > BACKUP_AGE_MS) return finding(`${words}; read the log for why, and run the command "backup".`);
      return finding(`${words} and was never tried; take it with "--verify".`);
    }
  }
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
