// What happens in the programme can be followed from outside: every event once, in its order, without a name in it.
import { type EventType, publishedEvents } from "@fedele/sdk/schemas/event.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EVENTS_KEPT_DAYS, sweepLog } from "../../server/platform/events/log.ts";
import { validatorCompiler } from "../../server/platform/http/validation.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { pointsPerEuro, threeTiers } from "./support/programme.ts";
import { openShop, type Shop } from "./support/shop.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

type Told = { id: string; type: EventType; position: number; data: Record<string, unknown> };

const relayed = () => server.parts.relay.deliverAll();
const follows = async (shop: Shop, query = ""): Promise<{ items: Told[]; position: number; hasMore: boolean }> => {
  await relayed();
  return (await shop.asks("GET", `/v1/events?${query}`)).body;
};

/** Fields that are not what the catalogue says of them. */
function faultsOf(promised: Record<string, object>, data: Record<string, unknown>): string[] {
  return Object.entries(promised).flatMap(([name, schema]) => {
    return "error" in validatorCompiler({ schema })(data[name]) ? [name] : [];
  });
}

const spendTiers = { rules: [pointsPerEuro()], tiers: threeTiers({ metric: "spend", silver: 5_000, gold: 50_000 }) };

test("a shop follows what its members do: each event once, with what its type promises and nothing else", async () => {
  const shop = await openShop(server, spendTiers);
  await shop.enrols("ana", { birthDate: "1984-02-29" });
  await shop.buys("ana", 100, { receipt: "the first" });
  await shop.transfers("ana", "bea", 10);
  const { items, position, hasMore } = await follows(shop);
  expect(items.map(({ type }) => type).toSorted()).toEqual([
    "activity.recorded",
    "member.enrolled",
    "member.enrolled",
    "tier.changed",
    "transfer.debited",
  ]);
  expect(items.map((event) => event.position)).toEqual([1, 2, 3, 4, 5]);
  expect({ position, hasMore }).toEqual({ position: 5, hasMore: false });
  for (const { type, data } of items) {
    const promised = publishedEvents[type].fields;
    expect([type, Object.keys(data).toSorted()]).toEqual([type, Object.keys(promised).toSorted()]);
    expect([type, faultsOf(promised, data)]).toEqual([type, []]);
  }
  const bought = items.find(({ type }) => type === "activity.recorded");
  expect(bought?.data).toMatchObject({ memberId: await shop.idOf("ana"), kind: "purchase" });
  const activity = await shop.asks(
    "GET",
    `/v1/members/${await shop.idOf("ana")}/activities/${bought?.data.activityId}`,
  );
  expect(activity.body.document).toBe("the first");
  expect(JSON.stringify(items)).not.toMatch(/ana|bea|1984/);
});

test("points that nobody can take are told of on their way out and on their way back", async () => {
  const shop = await openShop(server, spendTiers);
  await shop.buys("ana", 100);
  await shop.enrols("bea");
  const types = "types=transfer.debited,transfer.returned";
  // The relay may be quicker than the closing; then the points have arrived, and the next ones will not.
  for (let tries = 0; tries < 5 && (await follows(shop, types)).items.length === tries; tries += 1) {
    await shop.changesMember("bea", { status: "active" });
    await shop.transfers("ana", "bea", 10);
    await shop.changesMember("bea", { status: "closed" });
    await relayed();
  }
  const { items } = await follows(shop, types);
  const [sent, back] = items.slice(-2);
  expect([sent?.type, back?.type]).toEqual(["transfer.debited", "transfer.returned"]);
  expect(back?.data).toMatchObject({ transferId: sent?.data.transferId, because: "closed" });
});

test("a member who is blocked, let go again and forgotten is told of without a word about why", async () => {
  const shop = await openShop(server, { rules: [] });
  const path = `/v1/members/${await shop.enrols("ana")}`;
  await shop.asks("PUT", `${path}/block`, { step: "earn_only", reason: "Shouted at the till." });
  await shop.asks("DELETE", `${path}/block`);
  expect((await shop.asks("POST", `${path}/erasure`, { reason: "requested" })).status).toBeLessThan(300);
  const { items } = await follows(shop);
  expect(items.map(({ type }) => type)).toEqual([
    "member.enrolled",
    "member.blocked",
    "member.unblocked",
    "member.erased",
  ]);
  expect(items[1]?.data).toMatchObject({ step: "earn_only" });
  expect(JSON.stringify(items)).not.toContain("Shouted");
});

test("who was away reads on where they stopped, in pages, and misses nothing", async () => {
  const shop = await openShop(server, { rules: [] });
  for (let day = 0; day < 5; day += 1) await shop.visits("ana");
  const first = await follows(shop, "limit=4");
  expect([first.items.length, first.hasMore]).toEqual([4, true]);
  await shop.visits("ana");
  const rest = await follows(shop, `after=${first.position}&limit=4`);
  expect([rest.items.map(({ position }) => position), rest.hasMore]).toEqual([[5, 6, 7], false]);
  expect((await follows(shop, `after=${rest.position}`)).items).toEqual([]);
  const seldom = await follows(shop, "types=tier.changed");
  expect([seldom.items, seldom.position]).toEqual([[], 7]);
});

test("two shops know nothing of each other's events: each counts from one", async () => {
  const [shop, other] = [await openShop(server, { rules: [] }), await openShop(server, { rules: [] })];
  await shop.visits("ana");
  await other.visits("bea");
  for (const one of [shop, other]) {
    expect((await follows(one)).items.map(({ position }) => position)).toEqual([1, 2]);
  }
  const ids = (await follows(shop)).items.map(({ id }) => id);
  expect((await follows(other)).items.filter(({ id }) => ids.includes(id))).toEqual([]);
});

test("a position whose events are gone, or that never was, is a conflict and no silent gap", async () => {
  const shop = await openShop(server, { rules: [] });
  await shop.visits("ana");
  await follows(shop);
  const refused = { status: 409, body: { code: "conflict", field: "after" } };
  expect(await shop.asks("GET", "/v1/events?after=3")).toMatchObject(refused);
  await sweepLog(server.db, server.clock.now() + (EVENTS_KEPT_DAYS + 1) * 86_400_000);
  expect(await shop.asks("GET", "/v1/events?after=1")).toMatchObject(refused);
  await shop.visits("ana");
  expect((await follows(shop)).items.map(({ position }) => position)).toEqual([3]);
});

test("the list of types says what each carries; a type that is not there is refused", async () => {
  const shop = await openShop(server, {});
  const { items } = (await shop.asks("GET", "/v1/event-types")).body;
  expect(items.map(({ type }: Told) => type).toSorted()).toEqual(Object.keys(publishedEvents).toSorted());
  expect(items[0].data.required).toContain("memberId");
  expect(await shop.asks("GET", "/v1/events?types=points.invented")).toMatchObject({ status: 400 });
  expect(await shop.asks("GET", "/v1/events?limit=501")).toMatchObject({ status: 400 });
});
