// A till's key: one device, one place, what a cashier may, and gone at once. Row 77.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromTypeId, toTypeId } from "../../server/platform/ids.ts";
import { type Call, callWith, startServer, type TestServer } from "../support/server.ts";

const HOUR_MS = 3_600_000;
const device = "serial 4711";

let server: TestServer;
let places: { corner: string; market: string };
let memberId: string;
beforeAll(async () => {
  server = await startServer();
  const place = async (code: string) => (await server.call("POST", "/v1/locations", { code, name: code })).body.id;
  places = { corner: await place("corner"), market: await place("market") };
  memberId = (await server.call("POST", "/v1/members", { name: "Ana" })).body.id;
});
afterAll(() => server.close());

async function newTill(name: string): Promise<{ id: string; call: Call; secret: string }> {
  const body = { name, locationId: places.corner, device };
  const { status, body: made } = await server.call("POST", "/v1/till-keys", body);
  expect(status).toBe(201);
  const plain = callWith(server.url, made.secret);
  const call: Call = (method, path, sent, headers = {}) =>
    plain(method, path, sent, { "x-till-device": device, ...headers });
  return { id: made.id, call, secret: made.secret };
}

const visit = (document: string, more: object = {}) => ({
  source: "tills",
  document,
  kind: "visit",
  member: { id: memberId },
  ...more,
});

/** The places that these activities were booked at. */
async function placesOf(activities: string[]): Promise<string[]> {
  const { rows } = await server.db.maintenance.query<{ location_id: string }>(
    "select distinct location_id from activities where id = any($1)",
    [activities.map((id) => fromTypeId("act", id))],
  );
  return rows.map(({ location_id }) => toTypeId("loc", location_id));
}

const hoursAgo = (hours: number) => new Date(server.clock.now() - hours * HOUR_MS).toISOString();

test("a till's key is shown once and lists without its secret", async () => {
  const asked = { name: "once", locationId: places.corner, device };
  const made = await server.call("POST", "/v1/till-keys", asked, { "idempotency-key": "once" });
  expect(made.body.secret).toMatch(/^fedtill_[0-9a-z]{52}[\w-]{43}$/);
  const again = await server.call("POST", "/v1/till-keys", asked, { "idempotency-key": "once" });
  expect(again).toMatchObject({ status: 200, body: { id: made.body.id } });
  expect(again.body.secret).toBeUndefined();
  expect(JSON.stringify((await server.call("GET", "/v1/till-keys?limit=100")).body)).not.toMatch(/secret|4711/);
});

test("a basket of a till is sold where it stands, and nowhere else", async () => {
  const { call } = await newTill("checkout");
  const basket = { lines: [{ product: "tea", quantityThousandths: 1_000, amountMinor: 500 }] };
  const opening = (document: string, more: object = {}) =>
    call("POST", "/v1/checkout-sessions", { source: "tills", document, member: { id: memberId }, ...basket, ...more });
  const opened = await opening("basket-1");
  expect(opened).toMatchObject({ status: 201, body: { location: "corner" } });
  expect(await opening("basket-2", { location: "market" })).toMatchObject({ status: 403, body: { field: "location" } });
  const moved = { version: opened.body.version, ...basket, location: "market" };
  expect(await call("PUT", `/v1/checkout-sessions/${opened.body.id}/basket`, moved)).toMatchObject({ status: 403 });
});

describe("a till", () => {
  test("records where it stands, whether or not it says so", async () => {
    const { call } = await newTill("till 1");
    const silent = await call("POST", "/v1/activities", visit("silent"));
    expect(silent.status).toBe(201);
    const said = await call("POST", "/v1/activities", visit("said", { location: "corner" }));
    expect(said.status).toBe(201);
    expect(await placesOf([silent.body.id, said.body.id])).toEqual([places.corner]);
    expect(await call("POST", "/v1/activities", visit("silent"))).toMatchObject({ status: 200 });
  });

  test("is refused for another place, and for trying there", async () => {
    const { call } = await newTill("till 2");
    const elsewhere = await call("POST", "/v1/activities", visit("elsewhere", { location: "market" }));
    expect(elsewhere).toMatchObject({ status: 403, body: { code: "forbidden", field: "location" } });
    const tried = await call("POST", "/v1/evaluations", { kind: "visit", location: "market" });
    expect(tried).toMatchObject({ status: 403 });
    expect(await call("POST", "/v1/evaluations", { kind: "visit" })).toMatchObject({ status: 200 });
  });

  test("77: that was stolen tells nothing of last week, and nothing at all once its key is revoked", async () => {
    const { id, call } = await newTill("till 3");
    expect(await call("POST", "/v1/activities", visit("late", { occurredAt: hoursAgo(71) }))).toMatchObject({
      status: 201,
    });
    const tooLate = await call("POST", "/v1/activities", visit("too late", { occurredAt: hoursAgo(73) }));
    expect(tooLate).toMatchObject({ status: 400, body: { field: "occurredAt" } });
    expect(await server.call("POST", "/v1/activities", visit("too late", { occurredAt: hoursAgo(73) }))).toMatchObject({
      status: 201,
    });

    expect((await server.call("DELETE", `/v1/till-keys/${id}`)).status).toBe(204);
    expect(await call("POST", "/v1/activities", visit("after"))).toMatchObject({
      status: 401,
      body: { code: "unauthenticated" },
    });
    expect((await server.call("DELETE", `/v1/till-keys/${id}`)).status).toBe(204);
  });

  test.each([
    ["another device", { "x-till-device": "serial 4712" }],
    ["no device", { "x-till-device": "" }],
  ])("is refused on %s, known or not", async (_, headers) => {
    const { call } = await newTill("till 4");
    const refused = { status: 401, body: { code: "unauthenticated" } };
    expect(await call("GET", `/v1/members/${memberId}`, undefined, headers)).toMatchObject(refused);
    expect(await call("GET", `/v1/members/${memberId}`)).toMatchObject({ status: 200 });
    expect(await call("GET", `/v1/members/${memberId}`, undefined, headers)).toMatchObject(refused);
  });

  test("gives nothing by hand, and changes no settings", async () => {
    const { call } = await newTill("till 5");
    const gift = { pointsType: "points", points: 5, reason: "A gift." };
    for (const [path, body] of [
      [`/v1/members/${memberId}/adjustments`, gift],
      ["/v1/till-keys", { name: "more", locationId: places.market, device }],
      ["/v1/api-keys", { name: "more", scopes: ["members:read"] }],
      ["/v1/rewards", {}],
    ] as const) {
      expect(await call("POST", path, body), path).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
  });
});

test("only who may do what a cashier may makes a till's key, and only for a place of its own", async () => {
  const { call } = await server.newKey(server.tenant, ["staff:write"]);
  const asked = { name: "more", locationId: places.corner, device };
  expect(await call("POST", "/v1/till-keys", asked)).toMatchObject({ status: 403 });
  const other = await server.newTenant();
  expect(await other.call("POST", "/v1/till-keys", asked)).toMatchObject({ status: 404 });
});
