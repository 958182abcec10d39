// The server is killed with -9 in the middle of everything while members come and go: row 78 of the faults that we
// promise to survive. Whatever was acknowledged has one event, every event one position, every reader each event once.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Command, endCommands, runCommand, startMain } from "../support/commands.ts";
import { callWith } from "../support/server.ts";
import { type Heard, type Reader, readStream } from "../support/streams.ts";

const CLIENTS = 200;
const TILLS = 8;
const ROUNDS = 3;
const PATIENCE_MS = 60_000;

const folder = mkdtempSync(join(tmpdir(), "fedele-events-"));
const data = join(folder, "data");
let server: Command & { url: string };
let key: string;
let member: string;

beforeAll(async () => {
  chmodSync(folder, 0o711);
  server = await startMain(data);
  const place = ["--currency", "EUR", "--timezone", "Europe/Rome"];
  await ran("tenant", "create", "--name", "Shop", "--slug", "shop", ...place, "--preset", "retail-points");
  key = (await ran("key", "create", "--tenant", "shop", "--name", "tills", "--json")).key;
  member = (await callWith(server.url, key)("POST", "/v1/members", {})).body.id;
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

const acknowledged = new Set<string>();
let documents = 0;

/** One till: tells of visits until it is over; what was not answered is told again. */
async function tells(till: number, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    documents += 1;
    const visit = { source: `door-${till}`, document: `visit-${documents}`, kind: "visit", member: { id: member } };
    for (let isAnswered = false; !isAnswered; ) {
      const reply = await callWith(server.url, key)("POST", "/v1/activities", visit).catch(() => undefined);
      isAnswered = reply !== undefined && reply.status < 300;
      if (isAnswered) acknowledged.add(reply?.body.id);
      else await sleep(50);
    }
  }
}

type Follower = { heard: Heard[]; lastId: string; waits: number[] };

/** Reads, and comes back with its last id after a part of the time that the server asked for. */
async function followsOn(follower: Follower, keys: string, isOver: () => boolean): Promise<void> {
  let reader: Reader | undefined;
  while (!isOver()) {
    reader = await readStream(server.url, keys, { lastId: follower.lastId }).catch(() => undefined);
    if (reader?.status !== 200) {
      await sleep(100 + Math.random() * 400);
      continue;
    }
    const watch = setInterval(() => {
      if (isOver()) reader?.leave();
    }, 50);
    await reader.ended;
    clearInterval(watch);
    follower.heard.push(...reader.heard);
    follower.lastId = reader.lastId();
    follower.waits.push(reader.retryMs());
    if (!isOver()) await sleep(reader.retryMs() / 20);
  }
}

/** Every event of the log, in pages. */
async function listAll(): Promise<{ position: number; type: string; data: { activityId: string } }[]> {
  const all = [];
  for (let after = 0; ; ) {
    const { body } = await callWith(server.url, key)("GET", `/v1/events?after=${after}&limit=500`);
    all.push(...body.items);
    after = body.position;
    if (!body.hasMore) return all;
  }
}

async function allTold(): Promise<Awaited<ReturnType<typeof listAll>>> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const all = await listAll();
    const told = new Set(all.map((event) => event.data.activityId));
    if ([...acknowledged].every((id) => told.has(id))) return all;
    expect(performance.now(), "not every event was told in time").toBeLessThan(end);
    await sleep(200);
  }
}

test(`78: ${CLIENTS} readers, the server killed ${ROUNDS} times: nobody misses or doubles`, {
  timeout: 240_000,
}, async () => {
  const keys = [key];
  while (keys.length < 4) {
    keys.push((await ran("key", "create", "--tenant", "shop", "--name", "readers", "--json")).key);
  }
  let isOver = false;
  let isQuiet = false;
  const followers = Array.from({ length: CLIENTS }, (): Follower => ({ heard: [], lastId: "0", waits: [] }));
  const following = followers.map((one, at) => followsOn(one, keys[at % keys.length] ?? key, () => isOver));
  const telling = Array.from({ length: TILLS }, (_, till) => tells(till, () => isQuiet));
  for (let round = 0; round < ROUNDS; round += 1) {
    await sleep(1_000 + Math.random() * 1_000);
    server.child.kill("SIGKILL");
    await server.ended;
    server = await startMain(data);
  }
  await sleep(500);
  isQuiet = true;
  await Promise.all(telling);
  const all = await allTold();
  expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index + 1));
  const activities = all.flatMap((event) => (event.type === "activity.recorded" ? [event.data.activityId] : []));
  expect(activities).toHaveLength(new Set(activities).size);
  expect(activities.filter((id) => !acknowledged.has(id))).toEqual([]);

  await sleep(Math.max(...followers.flatMap(({ waits }) => waits), 1_000) / 20 + 1_500);
  isOver = true;
  await Promise.all(following);
  const expected = all.map(({ position }) => String(position));
  const wrong = followers.filter(({ heard }) => heard.map(({ id }) => id).join() !== expected.join());
  expect(wrong.map(({ heard, lastId }) => ({ heard: heard.length, lastId, of: expected.length })).slice(0, 5)).toEqual(
    [],
  );
  const waits = followers.flatMap((one) => one.waits);
  expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(5_000);
});
