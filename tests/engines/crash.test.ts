// The server, its Postgres, or both are killed with -9 again and again while clients book. Whatever was acknowledged is
// there, nothing is there twice, and what nobody knows of is asked for again under its key until it is known.
// CRASH_ROUNDS=100 for a longer run.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseConfig } from "../../server/config.ts";
import { readClusterFile } from "../../server/platform/database/clusterFile.ts";
import { openDatabase } from "../../server/platform/database/open.ts";
import { isAlive, postgresOn } from "../../server/platform/database/processes.ts";
import { toTypeId } from "../../server/platform/ids.ts";
import { verifyLedger } from "../../server/verify.ts";
import { type Command, endCommands, runCommand, startMain } from "../support/commands.ts";
import { bookKey, goOn, newTraffic, POINTS, settle, sum, type Traffic, welcome } from "../support/crashTraffic.ts";
import { until } from "../support/processes.ts";
import { callWith } from "../support/server.ts";

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 10);
const CLIENTS = 64;
const MEMBERS = 48;
/** How long a round books before somebody dies, at most. */
const TRAFFIC_MS = 1_500;
/** How long until a killed Postgres must serve again, until the last answer, and until every transfer has arrived. */
const PATIENCE_MS = 30_000;

/**
 * Odd rounds kill the server, even ones its Postgres. The postmaster alone leaves its children time to end a commit;
 * the whole engine dies in the middle of it. The last one is a machine that loses its power, but for its disks.
 */
const victims = ["server", "postmaster", "server", "engine", "server and engine"] as const;
type Victim = (typeof victims)[number];

const folder = mkdtempSync(join(tmpdir(), "fedele-crash-"));
const data = join(folder, "data");
let server: Command & { url: string };
let traffic: Traffic;

beforeAll(async () => {
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(folder, 0o711);
  server = await startMain(data);
  const place = ["--currency", "EUR", "--timezone", "Europe/Rome"];
  await ran("tenant", "create", "--name", "Shop", "--slug", "shop", ...place, "--preset", "retail-points");
  const { key } = await ran("key", "create", "--tenant", "shop", "--name", "tills", "--json");
  const at = { url: server.url, key };
  const members = await Promise.all(Array.from({ length: MEMBERS }, () => enrol(at)));
  traffic = newTraffic(members, CLIENTS, at);
});
afterAll(async () => {
  await endCommands();
  rmSync(folder, { recursive: true, force: true });
});

async function ran(...words: string[]): Promise<ReturnType<typeof JSON.parse>> {
  const ended = await runCommand(data, ...words);
  expect(ended).toMatchObject({ code: 0 });
  return ended.object;
}

async function enrol({ url, key }: Traffic["at"]): Promise<string> {
  const { status, body } = await callWith(url, key)("POST", "/v1/members", {});
  expect(status).toBe(201);
  return body.id;
}

/** Wherever the cluster lies. */
function clusterFolder(): string {
  return readClusterFile(data)?.folder ?? "";
}

function postmaster(): number {
  const file = join(clusterFolder(), "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
}

function kill(victim: Victim): void {
  const master = postmaster();
  const engine = postgresOn(clusterFolder()).filter((pid) => pid !== master);
  if (victim !== "postmaster" && victim !== "engine") server.child.kill("SIGKILL");
  if (victim !== "server") process.kill(master, "SIGKILL");
  if (victim === "engine" || victim === "server and engine") for (const pid of engine) killIfThere(pid);
}

/** A child may have followed its master already. */
function killIfThere(pid: number): void {
  if (isAlive(pid)) process.kill(pid, "SIGKILL");
}

/** The server has noticed that its Postgres died, and goes on. */
function outlives(before: number): boolean {
  expect(server.child.exitCode, `the server did not outlive its database: ${server.stderr()}`).toBeNull();
  return postmaster() !== before;
}

/** Books, kills in the middle, brings back what does not come back by itself, and asks again what was not answered. */
async function crash(victim: Victim): Promise<void> {
  let isOver = false;
  const booking = goOn(traffic, () => isOver);
  await sleep(TRAFFIC_MS * (0.3 + 0.7 * Math.random()));
  const before = postmaster();
  kill(victim);
  if (victim === "postmaster" || victim === "engine") {
    await until(() => outlives(before) && isAlive(postmaster()), PATIENCE_MS);
    const { acknowledged } = traffic.counts;
    await until(() => traffic.counts.acknowledged > acknowledged + CLIENTS, PATIENCE_MS);
    isOver = true;
  } else {
    await server.ended;
    isOver = true;
    server = await startMain(data);
    traffic.at = { ...traffic.at, url: server.url };
  }
  await booking;
  await settle(traffic, PATIENCE_MS);
}

type Entries = ReadonlyMap<string, number>;

/** What was booked, and whether the ledger agrees with itself: over a connection beside the server's. */
async function inspect(): Promise<{ entries: Entries; wrong: unknown[] }> {
  const config = parseConfig({ FEDELE_DATA: data });
  const db = await openDatabase(config, { purpose: "command", tell: () => undefined });
  try {
    const { rows } = await db.maintenance.query<{ member_id: string; cause: string; cause_id: string; points: number }>(
      `select member_id, cause, cause_id, sum(points)::bigint as points from entries group by 1, 2, 3`,
    );
    const { checks } = await verifyLedger(db);
    return {
      entries: new Map(rows.map((row) => [bookKey(toTypeId("mem", row.member_id), causeOf(row)), row.points])),
      wrong: checks.filter(({ violations }) => violations > 0),
    };
  } finally {
    await db.close();
  }
}

function causeOf({ cause, cause_id }: { cause: string; cause_id: string }): string {
  if (cause === "spend") return toTypeId("spd", cause_id);
  return toTypeId(cause === "transfer" ? "trf" : "act", cause_id);
}

/**
 * Where the ledger and the clients' own book differ. Points that are still on their way are counted, not blamed, and
 * what sums to nothing is nothing: points that came free pay off a debt without anybody having asked.
 */
function compare(entries: Entries): { onTheWay: string[]; differences: string[] } {
  const { book } = traffic;
  const isOnTheWay = (key: string): boolean => key.includes(" trf_") && (book.get(key) ?? 0) > 0 && !entries.has(key);
  const keys = [...new Set([...book.keys(), ...entries.keys()])];
  const wrong = keys.filter((key) => (book.get(key) ?? 0) !== (entries.get(key) ?? 0) && !isOnTheWay(key));
  return {
    onTheWay: keys.filter(isOnTheWay),
    differences: wrong.map((key) => `${key}: acknowledged ${book.get(key)}, booked ${entries.get(key)}`).slice(0, 20),
  };
}

/** Every acknowledged operation is booked once, and no other; the ledger agrees with itself, wallets are the sums. */
async function expectNothingLost(round: string, options: { allArrived: boolean }): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const { entries, wrong } = await inspect();
    const { onTheWay, differences } = compare(entries);
    const right = { round, differences: [], wrong: [], answers: [] };
    expect({ round, differences, wrong, answers: traffic.wrong.slice(0, 20) }).toEqual(right);
    if (onTheWay.length === 0 || !options.allArrived) return expectWallets(round, onTheWay);
    expect(performance.now(), `${round}: ${onTheWay.length} transfers do not arrive`).toBeLessThan(end);
    await sleep(250);
  }
}

/** What is on its way may have arrived meanwhile. */
async function expectWallets(round: string, onTheWay: readonly string[]): Promise<void> {
  const { book, members } = traffic;
  await Promise.all(
    members.map(async (memberId) => {
      const own = [...book].filter(([key]) => key.startsWith(`${memberId} `));
      const most = sum(own.map(([, points]) => points));
      const least = most - sum(own.map(([key, points]) => (onTheWay.includes(key) ? points : 0)));
      const total = await totalOf(memberId);
      expect(total, `${round}: ${memberId}`).toBeGreaterThanOrEqual(least);
      expect(total, `${round}: ${memberId}`).toBeLessThanOrEqual(most);
    }),
  );
}

async function totalOf(memberId: string): Promise<number> {
  const { url, key } = traffic.at;
  const { body } = await callWith(url, key)("GET", `/v1/members/${memberId}/wallets`);
  return body.items.find(({ pointsType }: { pointsType: string }) => pointsType === POINTS)?.total ?? 0;
}

test(`${ROUNDS} times killed, nothing lost, nothing twice`, { timeout: ROUNDS * 60_000 }, async () => {
  await welcome(traffic);
  const startedAt = performance.now();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const victim = victims[(round - 1) % victims.length] ?? "server";
    const roundAt = performance.now();
    const before = { ...traffic.counts };
    await crash(victim);
    const crashedMs = performance.now() - roundAt;
    // A killed server's relay leaves a lease of ten seconds; its transfers arrive in the next round.
    await expectNothingLost(`round ${round}, ${victim} killed`, {
      allArrived: victim === "postmaster" || victim === "engine" || round === ROUNDS,
    });
    const { acknowledged, refused, unknown, found } = traffic.counts;
    process.stderr.write(
      `round ${round}: ${victim} killed; ${acknowledged - before.acknowledged} acknowledged, ` +
        `${refused - before.refused} refused, ${unknown - before.unknown} unknown of which ` +
        `${found - before.found} had been done; back after ${Math.round(crashedMs)} ms, ` +
        `checked after ${Math.round(performance.now() - roundAt)} ms\n`,
    );
  }
  const { acknowledged, refused, unknown, found, repeated } = traffic.counts;
  process.stderr.write(
    `${ROUNDS} rounds in ${Math.round((performance.now() - startedAt) / 1000)} s: ${acknowledged} acknowledged, ` +
      `${refused} refused, ${unknown} unknown and asked again (${found} had been done), ${repeated} repeated\n`,
  );
  expect(unknown, "a crash that interrupts nobody proves nothing").toBeGreaterThan(ROUNDS * 10);
  expect(found, "some of what was not answered had been done").toBeGreaterThan(0);
});
