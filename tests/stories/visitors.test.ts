// Somebody looks around before anybody knows who they are.
import { expect, test } from "vitest";
import { sweepVisitors } from "../../server/modules/members/visitors.ts";
import { listTenants } from "../../server/modules/tenants/tenants.ts";
import { whileHeld } from "./support/holding.ts";
import type { Shop } from "./support/shop.ts";
import { openTown } from "./support/town.ts";

const town = openTown();

const seen = async (shop: Shop, attributes: Record<string, string> = {}) => {
  const list = Object.entries(attributes).map(([name, value]) => ({ name, value }));
  return (await shop.asks("POST", "/v1/visitors", { attributes: list })).body;
};

test("a visitor is seen, seen again, and turns out to be Ana", async () => {
  const shop = await town.shop();
  const visitor = await seen(shop, { came_from: "a friend's link" });
  expect(visitor).toMatchObject({ id: expect.stringMatching(/^vis_/), memberId: null, linkedAt: null });
  shop.jumps({ days: 2 });
  const again = await shop.asks("PATCH", `/v1/visitors/${visitor.id}`, {});
  expect(again.body).toMatchObject({
    attributes: [{ name: "came_from", value: "a friend's link" }],
    firstSeenAt: visitor.firstSeenAt,
  });
  expect(again.body.lastSeenAt > visitor.lastSeenAt).toBe(true);
  const memberId = await shop.idOf("ana");
  const linked = await shop.asks("POST", `/v1/visitors/${visitor.id}/link`, { memberId });
  expect(linked).toMatchObject({ status: 200, body: { memberId } });
  expect((await shop.asks("GET", `/v1/visitors/${visitor.id}`)).body).toEqual(linked.body);
});

test("a visitor is linked once: the same again is heard, another is refused, also of two at once", async () => {
  const shop = await town.shop();
  const visitor = await seen(shop);
  const [ana, bob] = [await shop.idOf("ana"), await shop.idOf("bob")];
  const link = (memberId: string) => shop.asks("POST", `/v1/visitors/${visitor.id}/link`, { memberId });
  const answers = await whileHeld(town.server().db, "select from visitors for update", () =>
    Promise.all([link(ana), link(bob)]),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  const winner = answers.find(({ status }) => status === 200)?.body;
  shop.jumps({ minutes: 5 });
  expect((await link(winner.memberId)).body).toMatchObject({ memberId: winner.memberId, linkedAt: winner.linkedAt });
  expect(await link(winner.memberId === ana ? bob : ana)).toMatchObject({ status: 409, body: { code: "conflict" } });
});

test("who has left is nobody's visit, and another shop's visitors and members are not found", async () => {
  const shop = await town.shop();
  const other = await town.shop();
  const visitor = await seen(shop);
  await shop.changesMember("ana", { status: "closed" });
  const link = (memberId: string) => shop.asks("POST", `/v1/visitors/${visitor.id}/link`, { memberId });
  expect((await link(await shop.idOf("ana"))).status).toBe(409);
  expect((await link(await other.idOf("eve"))).status).toBe(404);
  expect((await other.asks("GET", `/v1/visitors/${visitor.id}`)).status).toBe(404);
});

test("what is remembered of a visitor is little, named once, and sealed", async () => {
  const shop = await town.shop();
  const many = Array.from({ length: 21 }, (_, index) => ({ name: `a${index}`, value: "x" }));
  const adds = async (attributes: object[]) => (await shop.asks("POST", "/v1/visitors", { attributes })).status;
  expect(await adds(many)).toBe(400);
  expect(await adds(many.slice(1))).toBe(201);
  expect(await adds([many[0] ?? {}, many[0] ?? {}])).toBe(400);
  expect(await adds([{ name: "long", value: "x".repeat(201) }])).toBe(400);
  await seen(shop, { search: "slippers for Wilhelmina" });
  const { rows } = await town.server().db.maintenance.query("select json_agg(v)::text as all from visitors v");
  expect(rows[0].all).not.toContain("Wilhelmina");
  expect(rows[0].all).not.toContain(Buffer.from("Wilhelmina").toString("hex"));
});

test("a visitor who was not seen for thirteen months is forgotten", async () => {
  const shop = await town.shop();
  const [old, young] = [await seen(shop), await seen(shop)];
  const sweeps = async () => sweepVisitors(town.server().parts, await listTenants(town.server().db));
  shop.jumps({ days: 300 });
  await shop.asks("PATCH", `/v1/visitors/${young.id}`, {});
  shop.jumps({ days: 95 });
  await sweeps();
  expect((await shop.asks("GET", `/v1/visitors/${old.id}`)).status).toBe(200);
  shop.jumps({ days: 1 });
  expect(await sweeps()).toBeGreaterThan(0);
  expect((await shop.asks("GET", `/v1/visitors/${old.id}`)).status).toBe(404);
  expect((await shop.asks("GET", `/v1/visitors/${young.id}`)).status).toBe(200);
});
