import { afterAll, beforeAll, expect, test } from "vitest";
import { type Call, startServer, type TestServer } from "../../../tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await addsPoints(server.call);
});
afterAll(() => server.close());

async function addsPoints(call: Call): Promise<void> {
  const terms = { name: "Points", spendable: true, qualifying: false };
  await call("POST", "/v1/points-types", { ...terms, code: "points" });
  await call("POST", "/v1/points-types", { ...terms, code: "stars", spendable: false, qualifying: true });
}

const mug = {
  code: "mug",
  name: "A mug",
  cost: { pointsType: "points", points: 100 },
  gift: { kind: "product", sku: "mug-1" },
};
const offers = (terms: object, headers?: Record<string, string>) =>
  server.call("POST", "/v1/rewards", { ...mug, ...terms }, headers);

test("a reward is offered with its terms, found again and listed, the latest first", async () => {
  const audience = { combinator: "and", rules: [{ field: "member.purchases", operator: ">=", value: 3 }] };
  const window = { validFrom: "2026-03-01T00:00:00.000Z", validUntil: "2026-04-01T00:00:00.000Z" };
  const body = { ...mug, code: "listed", stock: 3, ...window, audience, validDays: 30 };
  const offered = await offers(body);
  expect(offered).toMatchObject({ status: 201, body: { ...body, tiers: [], status: "live" } });
  expect((await server.call("GET", `/v1/rewards/${offered.body.id}`)).body).toEqual(offered.body);
  const later = await offers({ code: "listed-later" });
  expect(later.body).toMatchObject({ stock: null, validFrom: null, validUntil: null, validDays: null });
  const { items, nextCursor } = (await server.call("GET", "/v1/rewards?limit=1")).body;
  expect(items).toEqual([later.body]);
  expect((await server.call("GET", `/v1/rewards?limit=1&cursor=${nextCursor}`)).body.items).toEqual([offered.body]);
});

test("a taken code is refused, and a repeated request is answered with what it made", async () => {
  const key = { "idempotency-key": "twice" };
  const first = await offers({ code: "twice" }, key);
  expect(first.status).toBe(201);
  expect(await offers({ code: "twice" }, key)).toMatchObject({ status: 200, body: first.body });
  expect(await offers({ code: "twice" })).toMatchObject({ status: 409, body: { code: "conflict", field: "code" } });
});

test.each([
  ["points that nobody knows", { cost: { pointsType: "shells", points: 1 } }, "cost.pointsType"],
  ["points that cannot be used", { cost: { pointsType: "stars", points: 1 } }, "cost.pointsType"],
  ["a tier that nobody knows", { tiers: ["platinum"] }, "tiers"],
  ["a gift without what belongs to it", { gift: { kind: "product" } }, "gift"],
  [
    "an end before its beginning",
    { validFrom: "2026-03-02T00:00:00Z", validUntil: "2026-03-01T00:00:00Z" },
    "validUntil",
  ],
  [
    "an audience by what is bought now",
    { audience: { combinator: "and", rules: [{ field: "activity.kind", operator: "=", value: "visit" }] } },
    "audience.rules[0]",
  ],
])("a reward is refused with %s", async (_what, terms, field) => {
  expect(await offers({ code: "refused", ...terms })).toMatchObject({
    status: 400,
    body: { code: "invalid", field },
  });
});

test("more is put into stock once a request, and nothing where there is no limit", async () => {
  const { id } = (await offers({ code: "stocked", stock: 2 })).body;
  const key = { "idempotency-key": "delivery" };
  const adds = () => server.call("POST", `/v1/rewards/${id}/stock`, { pieces: 5 }, key);
  expect(await adds()).toMatchObject({ status: 200, body: { stock: 7 } });
  expect(await adds()).toMatchObject({ status: 200, body: { stock: 7 } });
  expect((await server.call("POST", `/v1/rewards/${id}/stock`, { pieces: 1_000_000_000 })).status).toBe(400);
  const endless = (await offers({ code: "endless" })).body.id;
  expect(await server.call("POST", `/v1/rewards/${endless}/stock`, { pieces: 1 })).toMatchObject({ status: 409 });
});

test("a reward is ended once, however often it is said", async () => {
  const { id } = (await offers({ code: "ended" })).body;
  for (let times = 0; times < 2; times += 1) {
    expect((await server.call("DELETE", `/v1/rewards/${id}`)).status).toBe(204);
    expect((await server.call("GET", `/v1/rewards/${id}`)).body.status).toBe("ended");
  }
});

test("another tenant finds nothing of it and may use the same code", async () => {
  const { id } = (await offers({ code: "own" })).body;
  const { call } = await server.newTenant();
  await addsPoints(call);
  for (const [method, path, body] of [
    ["GET", "", undefined],
    ["DELETE", "", undefined],
    ["POST", "/stock", { pieces: 1 }],
  ] as const) {
    expect(await call(method, `/v1/rewards/${id}${path}`, body)).toMatchObject({ status: 404 });
  }
  expect((await call("GET", "/v1/rewards")).body.items).toEqual([]);
  expect((await call("POST", "/v1/rewards", { ...mug, code: "own" })).status).toBe(201);
});
