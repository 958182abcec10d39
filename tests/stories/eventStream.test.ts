// Whoever follows the events as they happen hears each once, also after having been away.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EVENTS_KEPT_DAYS, sweepLog } from "../../server/platform/events/log.ts";
import { STREAMS_OF_KEY_MAX, STREAMS_OF_SESSION_MAX } from "../../server/platform/events/stream.ts";
import { signedIn } from "../support/members.ts";
import { startServer, type TestServer, type TestTenant } from "../support/server.ts";
import { heardBy, type Reader, readOwnStream, readStream } from "../support/streams.ts";

let server: TestServer;
let shop: TestTenant;
let ana: string;
const readers: Reader[] = [];
beforeAll(async () => {
  server = await startServer();
});
afterAll(async () => {
  for (const reader of readers) reader.leave();
  await server.close();
});

let documents = 0;
const visits = async (tenant = shop): Promise<void> => {
  documents += 1;
  const visit = { source: "door", document: `visit-${documents}`, kind: "visit" };
  const { status } = await tenant.call("POST", "/v1/activities", { ...visit, member: { id: ana } });
  expect(status).toBe(201);
};
const opens = async (): Promise<void> => {
  shop = await server.newTenant();
  ana = (await shop.call("POST", "/v1/members", { name: "Ana" })).body.id;
  await server.parts.relay.deliverAll();
};
const follows = async (options: { query?: string; lastId?: string } = {}, key = shop.key): Promise<Reader> => {
  const reader = await readStream(server.url, key, options);
  readers.push(reader);
  return reader;
};
const positions = (reader: Reader): number[] => reader.heard.map(({ id }) => Number(id));

test("what happens is told within a moment, with its position, and nothing that was before", async () => {
  await opens();
  const reader = await follows();
  expect(reader.status).toBe(200);
  await visits();
  const [told] = await heardBy(reader, 1);
  expect(told).toMatchObject({ id: "2", event: "activity.recorded", data: { position: 2, data: { memberId: ana } } });
  expect(reader.heard).toHaveLength(1);
});

test("who comes back with the last id hears what was missed, then what happens: no gap, no double", async () => {
  await opens();
  const before = await follows();
  await visits();
  await heardBy(before, 1);
  before.leave();
  for (let count = 0; count < 30; count += 1) await visits();
  await server.parts.relay.deliverAll();
  const after = await follows({ lastId: before.lastId() });
  await visits();
  await heardBy(after, 31);
  expect(positions(after)).toEqual(Array.from({ length: 31 }, (_, index) => index + 3));
});

test("a page can be read on from as a stream: `after` is the position of a list", async () => {
  await opens();
  await visits();
  await server.parts.relay.deliverAll();
  const { position } = (await shop.call("GET", "/v1/events?limit=1")).body;
  const reader = await follows({ query: `after=${position}` });
  await heardBy(reader, 1);
  expect(positions(reader)).toEqual([2]);
});

test("only the types asked for come; the id moves on all the same at the end of a quiet while", async () => {
  await opens();
  const reader = await follows({ query: "types=tier.changed,member.enrolled&after=0" });
  await visits();
  expect((await heardBy(reader, 1)).map(({ event }) => event)).toEqual(["member.enrolled"]);
  expect((await follows({ query: "types=points.invented" })).status).toBe(400);
});

describe("a gap is never silent", () => {
  test("a position whose events are gone begins with a reset, then goes on with what is kept", async () => {
    await opens();
    await visits();
    await server.parts.relay.deliverAll();
    await sweepLog(server.db, server.clock.now() + (EVENTS_KEPT_DAYS + 1) * 86_400_000);
    const reader = await follows({ lastId: "1" });
    await visits();
    const [reset, next] = await heardBy(reader, 2);
    expect(reset).toMatchObject({ id: "2", event: "reset", data: { after: 1, position: 2 } });
    expect(next).toMatchObject({ id: "3", event: "activity.recorded" });
  });

  test("a position that was never given, as after a restored backup, begins with a reset too", async () => {
    await opens();
    const reader = await follows({ lastId: "999" });
    expect((await heardBy(reader, 1))[0]).toMatchObject({ id: "1", event: "reset", data: { position: 1 } });
    expect((await follows({ lastId: "somewhere" })).status).toBe(400);
  });
});

describe("15: nobody follows another tenant", () => {
  test("a stranger's position gives the stranger's own events, and a guess at somebody's id gives none", async () => {
    await opens();
    const [mine, member] = [shop, ana];
    await visits();
    await opens();
    const stranger = await follows({ lastId: "0" });
    await visits(mine).catch(() => undefined);
    await heardBy(stranger, 1);
    const guess = await follows({ query: `conversation=${member}` });
    expect(guess.status).toBe(400);
    await sleep(300);
    expect(JSON.stringify(stranger.heard)).not.toContain(member);
  });

  test("a key without the scope hears nothing, nor does a guessed one", async () => {
    await opens();
    const { key } = await server.newKey(shop.tenant, ["members:read"]);
    expect((await follows({}, key)).status).toBe(403);
    expect((await follows({}, "fed_guessed")).status).toBe(401);
  });
});

describe("streams are bounded", () => {
  test(`a key has at most ${STREAMS_OF_KEY_MAX}; a place that is left is free again`, { timeout: 60_000 }, async () => {
    await opens();
    const many = await Promise.all(Array.from({ length: STREAMS_OF_KEY_MAX }, () => follows()));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await follows()).status).toBe(429);
    many[0]?.leave();
    await expect.poll(async () => (await follows()).status, { timeout: 10_000 }).toBe(200);
    const waits = many.map((reader) => reader.retryMs());
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(4_000);
    for (const reader of many) reader.leave();
  });

  test("a stream ends by itself after the seconds that were asked for", async () => {
    await opens();
    const reader = await follows({ query: "seconds=1" });
    await reader.ended;
    expect(reader.heard).toEqual([]);
  });
});

test("a member's page hears that something of theirs has changed: not what, and of nobody else", async () => {
  await opens();
  const bea = (await shop.call("POST", "/v1/members", { name: "Bea" })).body.id;
  await server.parts.relay.deliverAll();
  const { cookie, call } = await signedIn(server, ana, shop);
  const [own, shops] = [await readOwnStream(server.url, cookie), await follows()];
  readers.push(own);
  expect(own.status).toBe(200);
  const visit = { source: "door", document: "bea-1", kind: "visit", member: { id: bea } };
  await shop.call("POST", "/v1/activities", visit);
  await heardBy(shops, 1);
  expect(own.heard).toEqual([]);
  await visits();
  await heardBy(own, 1);
  expect(own.heard).toEqual([{ id: "", event: "changed", data: {} }]);

  // Taken by the member, heard by the shop.
  const reward = { code: "hello", name: "Hello", cost: { pointsType: "points", points: 1 }, gift: { kind: "benefit" } };
  await shop.call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  await shop.call("POST", `/v1/members/${ana}/adjustments`, { pointsType: "points", points: 5, reason: "A present" });
  expect((await shop.call("POST", "/v1/rewards", reward)).status).toBe(201);
  const taken = await call("POST", "/v1/me/issued-rewards", { reward: "hello" });
  expect(taken.status, JSON.stringify(taken.body)).toBe(201);
  await heardBy(own, 2);
  const issuedRewardId = taken.body.id;
  const [, , told] = await heardBy(shops, 3);
  expect(told).toMatchObject({ event: "reward.taken", data: { data: { memberId: ana, issuedRewardId } } });
  await call("POST", `/v1/me/issued-rewards/${issuedRewardId}/cancel`);
  const [, , , back] = await heardBy(shops, 4);
  expect(back).toMatchObject({ event: "reward.given_back", data: { data: { memberId: ana, issuedRewardId } } });
  const again = (await call("POST", "/v1/me/issued-rewards", { reward: "hello" })).body.id;
  await shop.call("POST", `/v1/members/${ana}/issued-rewards/${again}/use`);
  const [, , , , , used] = await heardBy(shops, 6);
  expect(used).toMatchObject({ event: "reward.used", data: { data: { memberId: ana, issuedRewardId: again } } });
});

test("a member's session listens in few places at a time, and not any more once it has ended", async () => {
  const { cookie, call } = await signedIn(server, ana, shop);
  for (let count = 0; count < STREAMS_OF_SESSION_MAX; count += 1) {
    readers.push(await readOwnStream(server.url, cookie));
  }
  expect((await readOwnStream(server.url, cookie)).status).toBe(429);
  await call("DELETE", "/v1/me/session");
  expect((await readOwnStream(server.url, cookie)).status).toBe(401);
});
