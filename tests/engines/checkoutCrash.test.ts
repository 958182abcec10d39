// The server is killed with -9 while tills commit and bring goods back (fault 52). Whoever was not answered asks again
// under the same key, and everything has been done once.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Command, endCommands, runCommand, startMain } from "../support/commands.ts";
import { callWith, type Reply } from "../support/server.ts";

const ROUNDS = Number(process.env.CRASH_ROUNDS ?? 3);
const TILLS = 24;
const PATIENCE_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), "fedele-checkout-"));
const data = join(folder, "data");
let server: Command & { url: string };
let key: string;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  server = await startMain(data);
  const place = ["--currency", "EUR", "--timezone", "Europe/Rome"];
  await ran("tenant", "create", "--name", "Shop", "--slug", "shop", ...place, "--preset", "retail-points");
  key = (await ran("key", "create", "--tenant", "shop", "--name", "tills", "--json")).key;
  await made("PATCH", "/v1/points-types/points", { faceValue: { points: 1, minor: 1 } });
  const gift = { kind: "discount_amount", amountMinor: 500 };
  const five = { code: "five", name: "Five off", cost: { pointsType: "points", points: 100 }, gift, stock: 1_000 };
  await made("POST", "/v1/rewards", five);
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

async function made(method: string, path: string, body?: object): Promise<Reply["body"]> {
  const reply = await callWith(server.url, key)(method, path, body);
  expect([path, reply.status, reply.status < 300 ? "" : reply.body]).toEqual([path, reply.status, ""]);
  return reply.body;
}

/** Asks the same under the same key until it is answered, whatever becomes of the server meanwhile. */
async function insists(path: string, order: string, body?: object): Promise<Reply> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const reply = await callWith(server.url, key)("POST", path, body, { "idempotency-key": order }).catch(() => null);
    if (reply !== null && reply.status !== 503) return reply;
    expect(performance.now(), `${path} is not answered`).toBeLessThan(end);
    await sleep(50);
  }
}

type Till = { memberId: string; path: string; order: string };

/** A member with 500 points whose basket of 20.00 is reserved, with a reward and 300 points. */
async function reserved(order: string): Promise<Till> {
  const { id: memberId } = await made("POST", "/v1/members", {});
  const own = `/v1/members/${memberId}`;
  await made("POST", `${own}/adjustments`, { pointsType: "points", points: 500, reason: "welcome" });
  const { id: reward } = await made("POST", `${own}/issued-rewards`, { reward: "five" });
  const lines = [{ quantityThousandths: 2_000, amountMinor: 2_000 }];
  const points = { pointsType: "points", points: 300 };
  const named = { source: "till", document: order, member: { id: memberId } };
  const session = await made("POST", "/v1/checkout-sessions", { ...named, lines, points, rewards: [reward] });
  const path = `/v1/checkout-sessions/${session.id}`;
  await made("POST", `${path}/reservation`, { version: 1 });
  return { memberId, path, order };
}

async function pointsOf({ memberId }: Till): Promise<number> {
  return (await made("GET", `/v1/members/${memberId}/wallets`)).items[0].total;
}

/** All tills ask at once, and the server dies somewhere among them. */
async function killedWhile(asked: () => Promise<Reply>[]): Promise<Reply[]> {
  const answers = Promise.all(asked());
  await sleep(10 + 150 * Math.random());
  server.child.kill("SIGKILL");
  await server.ended;
  server = await startMain(data);
  return answers;
}

test("fault 52: killed while tills sell and take back: each once", { timeout: ROUNDS * 120_000 }, async () => {
  for (let round = 1; round <= ROUNDS; round += 1) {
    const tills = await Promise.all(Array.from({ length: TILLS }, (_, at) => reserved(`sale-${round}-${at}`)));
    const earned = 12;
    const sold = await killedWhile(() =>
      tills.map(({ path, order }) => insists(`${path}/commitment`, order, { version: 1 })),
    );
    expect(sold.filter(({ status, body }) => status !== 200 || body.status !== "committed")).toEqual([]);
    expect(await Promise.all(tills.map(pointsOf))).toEqual(tills.map(() => 500 - 100 - 300 + earned));

    const lines = [{ line: 0, quantityThousandths: 1_000 }];
    const back = await killedWhile(() =>
      tills.map(({ path, order }) => insists(`${path}/returns`, order, { document: `slip-${order}`, lines })),
    );
    expect(back.filter(({ status, body }) => status > 201 || body.moneyMinor !== 600)).toEqual([]);
    expect(await Promise.all(tills.map(pointsOf))).toEqual(tills.map(() => 112 + 50 + 150 - earned / 2));
  }
  const { checks } = await ran("verify-ledger", "--json");
  expect(checks.filter(({ violations }: { violations: number }) => violations > 0)).toEqual([]);
});
