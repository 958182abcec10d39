// A Fedele under measurement: a data folder of its own with a real, durable Postgres, the real server as a process, and
// a tenant with rules and members.
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { scopes } from "@fedele/sdk/schemas/apiKey.ts";
import { parseConfig } from "../server/config.ts";
import { enrolMembers } from "../server/modules/members/members.ts";
import { createApiKey } from "../server/modules/tenants/apiKeys.ts";
import { createTenant } from "../server/modules/tenants/tenants.ts";
import { createParts, type Parts } from "../server/parts.ts";
import { systemClock } from "../server/platform/clock.ts";
import { readClusterFile } from "../server/platform/database/clusterFile.ts";
import type { SocketAddress } from "../server/platform/database/connections.ts";
import { openDatabase } from "../server/platform/database/open.ts";
import { postgresOn } from "../server/platform/database/processes.ts";
import { embeddedAddress } from "../server/platform/database/roles.ts";
import { inTransaction, type Who } from "../server/platform/database/transaction.ts";
import { bucketWithin } from "../server/platform/ids.ts";
import { createLog } from "../server/platform/log.ts";
import { readRootKey } from "../server/platform/rootKey.ts";
import type { Tenant } from "../server/platform/tenant.ts";
import type { Job, Report, Traffic } from "./load.ts";
import { residentMb } from "./machine.ts";
import { memberIdOf } from "./members.ts";
import { startProgramme } from "./programme.ts";

export const MEMBERS = 100_000;
const ENROL_AT_ONCE = 5_000;
const RATE_LIMIT = 1_000_000_000;

export type Server = Readonly<{ port: number; pid: number; startedMs: number; stop(): Promise<void> }>;

/** A tenant and a key that may do everything. */
export type Shop = Readonly<{
  tenant: Tenant;
  key: string;
  /** The first of the tenant's buckets. */
  bucketStart: number;
}>;

export type Site = Shop &
  Readonly<{
    folder: string;
    server: Server;
    /** What the server's process held in memory when it had just started. */
    idleMb: number;
    /** The same database, seen from this process. */
    parts: Parts;
    who(): Who;
    address(role: "fedele_app" | "fedele_owner" | "fedele_admin"): SocketAddress;
    postgresPids(): number[];
    close(): Promise<void>;
  }>;

const program = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A folder that Postgres' own account may pass through. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fedele-bench-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** What a program of ours is started with, as scripts/run.mjs does: with what Node has compiled before. */
export function commandEnv(dataFolder: string): Record<string, string> {
  const { PATH = "", NODE_COMPILE_CACHE: compiled } = process.env;
  return { PATH, FEDELE_DATA: dataFolder, ...(compiled === undefined ? {} : { NODE_COMPILE_CACHE: compiled }) };
}

type Starting = {
  /** Of Node: `--cpu-prof` and the like. */
  readonly flags?: readonly string[];
  /** Settings besides those of every measurement. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts a server's program on a data folder and waits until it says where it answers. */
export async function startServer(dataFolder: string, path = "../server/main.ts", { flags = [], env }: Starting = {}) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...flags, program(path)], {
    env: {
      ...commandEnv(dataFolder),
      FEDELE_DEMO: "0",
      PORT: "0",
      RATE_LIMIT_PER_MINUTE: String(RATE_LIMIT),
      ...env,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await portOf(child);
  return { port, pid: child.pid ?? 0, startedMs: performance.now() - startedAt, stop: () => stopProcess(child) };
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-10_000);
      const found = /answers at http:\/\/[^:"]+:(\d+)/.exec(said);
      if (found !== null) resolve(Number(found[1]));
      if (text.includes('"level":50')) process.stderr.write(text.slice(0, 2_000));
    });
  });
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  await exited;
}

type SiteOptions = Starting & { readonly members?: number; readonly rules?: number };

/** A running Fedele with members and rules. */
export async function openSite({ members = MEMBERS, rules = 20, ...starting }: SiteOptions = {}): Promise<Site> {
  const folder = newFolder();
  const dataFolder = join(folder, "data");
  const server: Server = await startServer(dataFolder, "../server/main.ts", starting);
  const idleMb = residentMb(server.pid);
  const config = parseConfig({ FEDELE_DATA: dataFolder });
  const db = await openDatabase(config, { purpose: "command", tell: () => {} });
  const rootKey = readRootKey(config);
  const parts = createParts({ db, clock: systemClock, log: createLog("silent"), rootKey, rateLimitPerMinute: 1 });
  const shop = await openShop(parts, { slug: "bench", rules, members });
  const cluster = readClusterFile(dataFolder);
  return {
    ...shop,
    folder: dataFolder,
    server,
    idleMb,
    parts,
    who: () => whoOf(shop.tenant),
    address: (role) => embeddedAddress(cluster?.socketFolder ?? "", rootKey, role),
    postgresPids: () => postgresOn(cluster?.folder ?? ""),
    close: async () => {
      await parts.lanes.close();
      await db.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const whoOf = (tenant: Tenant): Who => ({ tenantId: tenant.id, now: Date.now(), actor: "cli" });

/** A tenant with a key, so many rules of which one gives points for any purchase, and so many members. */
export async function openShop(
  parts: Parts,
  asked: { readonly slug: string; readonly rules: number; readonly members: number },
): Promise<Shop> {
  const { slug } = asked;
  const tenant = await createTenant(parts, { name: "Bench", slug, currency: "EUR", timezone: "Europe/Rome" });
  const { secret } = await inTransaction(parts.db, whoOf(tenant), (ctx) => createApiKey(ctx, { name: slug, scopes }));
  await inTransaction(parts.db, whoOf(tenant), (ctx) => startProgramme(ctx, asked.rules));
  const bucketStart = bucketWithin(tenant.id, tenant.bucketSpan, 0);
  await enrolNumbered(parts, tenant, { bucketStart, count: asked.members });
  return { tenant, key: secret, bucketStart };
}

async function enrolNumbered(parts: Parts, tenant: Tenant, range: { bucketStart: number; count: number }) {
  const { db, sealer } = parts;
  for (let from = 0; from < range.count; from += ENROL_AT_ONCE) {
    const length = Math.min(ENROL_AT_ONCE, range.count - from);
    const list = Array.from({ length }, (_, at) => ({
      id: memberIdOf(from + at, range.bucketStart, tenant.bucketSpan),
    }));
    await inTransaction(db, whoOf(tenant), (ctx) => enrolMembers(ctx, { sealer, tenant }, list));
  }
}

export type Generator = Readonly<{ pid: number; run(job: Job): Promise<Report>; stop(): void }>;

/** Starts the process that makes the load. */
export function startGenerator(): Generator {
  const child = fork(program("./load.ts"), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const run = async (job: Job): Promise<Report> => {
    const answer = new Promise<Report>((resolve, reject) => {
      child.once("message", (report: Report) => resolve(report));
      child.once("exit", (code) => reject(new Error(`the load generator ended with ${code}`)));
    });
    child.send(job);
    const report = await answer;
    child.removeAllListeners("exit");
    if (report.failed > 0) throw new Error(`${report.failed} requests failed; the first: ${report.complaint}`);
    return report;
  };
  return { pid: child.pid ?? 0, run, stop: () => child.disconnect() };
}

let marks = 0;

type Buyers = { readonly members?: number; readonly locations?: readonly string[] };

/** Purchases under keys that no earlier round has used. */
export function purchases(shop: Shop, { members = MEMBERS, locations = [] }: Buyers = {}): Traffic {
  marks += 1;
  const mark = `${process.pid}-${marks}`;
  return { kind: "activities", mark, members, start: shop.bucketStart, span: shop.tenant.bucketSpan, locations };
}
