// A shop has its own systems called with what happens: signed, at least once, later again where nobody answers.
import { Webhook } from "standardwebhooks";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { BACKOFF_MS, CLAIM_MS, FAILING_DAYS_MAX } from "../../server/modules/tenants/webhookCalls.ts";
import { SECRETS_OVERLAP_MS } from "../../server/modules/tenants/webhookEndpoints.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { type Call, type Receiver, startReceiver } from "../support/receiver.ts";
import { startServer, type TestServer, type TestTenant } from "../support/server.ts";

const DAY = 86_400_000;
let server: TestServer;
let receiver: Receiver;
let shop: TestTenant;
let ana: string;
beforeAll(async () => {
  receiver = await startReceiver();
  server = await startServer({ outgoingAllowed: [receiver.place] });
});
afterAll(async () => {
  await server.close();
  await receiver.close();
});
afterEach(() => {
  receiver.calls.length = 0;
  receiver.answer = () => 204;
});

const opens = async (): Promise<void> => {
  shop = await server.newTenant();
  ana = (await shop.call("POST", "/v1/members", { name: "Ana" })).body.id;
  await server.parts.relay.deliverAll();
};
const asksToBeCalled = async (more: object = {}) =>
  (await shop.call("POST", "/v1/webhook-endpoints", { url: receiver.url, ...more })).body;
let documents = 0;
const visits = async (): Promise<string> => {
  documents += 1;
  const visit = { source: "door", document: `webhook-${documents}`, kind: "visit", member: { id: ana } };
  return (await shop.call("POST", "/v1/activities", visit)).body.id;
};
const sends = async (): Promise<number> => {
  await server.parts.relay.deliverAll();
  return server.parts.webhooks.deliverAll();
};
const deliveries = async (endpoint: { id: string }) =>
  (await shop.call("GET", `/v1/webhook-endpoints/${endpoint.id}/deliveries`)).body.items;
const stands = async (endpoint: { id: string }) =>
  (await shop.call("GET", `/v1/webhook-endpoints/${endpoint.id}`)).body;
const callAt = (index: number): Call => {
  const call = receiver.calls[index];
  if (call === undefined) throw new Error(`There was no call ${index}.`);
  return call;
};
/** The receiver's own library judges by the wall clock, the server calls by the test's. */
const reads = (secret: string, { body, headers }: Call) => {
  const at = Number(headers["webhook-timestamp"]);
  const expected = new Webhook(secret).sign(headers["webhook-id"] ?? "", new Date(at * 1_000), body);
  if (!headers["webhook-signature"]?.split(" ").includes(expected)) throw new Error("No matching signature found");
  return JSON.parse(body);
};

test("what happens is sent, signed, with the event's id; what was before is not", async () => {
  await opens();
  await visits();
  await sends();
  const endpoint = await asksToBeCalled();
  expect(endpoint.secret).toMatch(/^whsec_/);
  const activityId = await visits();
  expect(await sends()).toBe(1);
  const [call] = receiver.calls;
  if (call === undefined) throw new Error("nobody called");
  const event = reads(endpoint.secret, call);
  expect(event).toMatchObject({ type: "activity.recorded", data: { activityId, memberId: ana } });
  expect(call.headers).toMatchObject({ "content-type": "application/json", "webhook-id": event.id });
  expect(Number(call.headers["webhook-timestamp"]) * 1_000).toBe(Math.floor(server.clock.now() / 1_000) * 1_000);
  expect(() => reads(endpoint.secret, { ...call, body: call.body.replace("visit", "visiT") })).toThrow("signature");
  expect(await deliveries(endpoint)).toMatchObject([
    { eventId: event.id, status: "delivered", attempts: 1, replyStatus: 204 },
  ]);
  expect(await sends()).toBe(0);
});

test("a library that knows Standard Webhooks and nothing of us verifies a call", async () => {
  await opens();
  server.clock.set(Date.now());
  const endpoint = await asksToBeCalled();
  await visits();
  await sends();
  const [call] = receiver.calls;
  expect(new Webhook(endpoint.secret).verify(call?.body ?? "", call?.headers ?? {})).toMatchObject({ version: 1 });
});

test("only the types that were asked for are sent, and a secret is shown once", async () => {
  await opens();
  const asked = { eventTypes: ["member.enrolled"] };
  const key = { "idempotency-key": "the-same" };
  const first = await shop.call("POST", "/v1/webhook-endpoints", { url: receiver.url, ...asked }, key);
  const again = await shop.call("POST", "/v1/webhook-endpoints", { url: receiver.url, ...asked }, key);
  expect([first.status, again.status, again.body.id, again.body.secret]).toEqual([201, 200, first.body.id, undefined]);
  await visits();
  await shop.call("POST", "/v1/members", {});
  await sends();
  expect(receiver.calls.map(({ body }) => JSON.parse(body).type)).toEqual(["member.enrolled"]);
  expect(JSON.stringify(await stands(first.body))).not.toContain("whsec_");
  const sealed = await server.db.maintenance.query("select secret::text from webhook_endpoints");
  expect(JSON.stringify(sealed.rows)).not.toContain(Buffer.from("whsec_").toString("hex"));
});

test("a new secret and the one before sign together for a day, then only the new one", async () => {
  await opens();
  const endpoint = await asksToBeCalled();
  const renewed = (await shop.call("POST", `/v1/webhook-endpoints/${endpoint.id}/secrets`)).body;
  await visits();
  await sends();
  for (const secret of [endpoint.secret, renewed.secret]) expect(reads(secret, callAt(0)).version).toBe(1);
  server.clock.advance(SECRETS_OVERLAP_MS);
  await visits();
  await sends();
  expect(reads(renewed.secret, callAt(1)).version).toBe(1);
  expect(() => reads(endpoint.secret, callAt(1))).toThrow("signature");
});

describe("where nobody takes it", () => {
  test("it is tried ten times under the same id, later and later, then given up; by hand it goes again", async () => {
    await opens();
    const endpoint = await asksToBeCalled();
    receiver.answer = () => 500;
    await visits();
    await sends();
    for (const wait of BACKOFF_MS) {
      const before = receiver.calls.length;
      server.clock.advance(wait - 1);
      await sends();
      expect(receiver.calls).toHaveLength(before);
      server.clock.advance(wait * 0.2 + 1);
      await sends();
      expect(receiver.calls).toHaveLength(before + 1);
    }
    expect(await deliveries(endpoint)).toMatchObject([
      { status: "failed", attempts: 10, replyStatus: 500, failure: "status", nextAttemptAt: null },
    ]);
    expect(new Set(receiver.calls.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(receiver.calls.map(({ body }) => body)).size).toBe(1);

    receiver.answer = () => 200;
    const [{ eventId }] = await deliveries(endpoint);
    const replay = `/v1/webhook-endpoints/${endpoint.id}/deliveries/${eventId}/replay`;
    expect(await shop.call("POST", replay)).toMatchObject({ status: 202, body: { status: "pending", attempts: 0 } });
    await sends();
    expect(await deliveries(endpoint)).toMatchObject([{ status: "delivered", attempts: 1 }]);
    expect((await stands(endpoint)).failingSince).toBeNull();
  });

  test(`after ${FAILING_DAYS_MAX} days without a call taken it is called no more, and says why`, async () => {
    await opens();
    const endpoint = await asksToBeCalled();
    receiver.answer = () => 503;
    for (let day = 0; day <= FAILING_DAYS_MAX; day += 1) {
      await visits();
      await sends();
      server.clock.advance(DAY);
    }
    expect(await stands(endpoint)).toMatchObject({ status: "disabled", disabledReason: "failing" });
    expect((await deliveries(endpoint)).filter(({ status }: { status: string }) => status === "pending")).toEqual([]);
    expect(server.logged()).toContain("not called any more");
    await server.parts.relay.deliverAll();
    const { items } = (await shop.call("GET", "/v1/events?types=webhook_endpoint.disabled")).body;
    expect(items).toMatchObject([{ data: { endpointId: endpoint.id, because: "failing" } }]);

    receiver.answer = () => 204;
    await visits();
    await sends();
    const before = receiver.calls.length;
    await shop.call("PATCH", `/v1/webhook-endpoints/${endpoint.id}`, { status: "enabled" });
    await visits();
    await sends();
    expect(receiver.calls).toHaveLength(before + 1);
    expect(await stands(endpoint)).toMatchObject({ status: "enabled", failingSince: null });
  });

  test("who answers that it is gone is not called a second time", async () => {
    await opens();
    const endpoint = await asksToBeCalled();
    receiver.answer = () => 410;
    await visits();
    await sends();
    expect(await stands(endpoint)).toMatchObject({ status: "disabled", disabledReason: "gone" });
  });

  test("one that does not answer holds up no other", async () => {
    await opens();
    const slow = await asksToBeCalled({ url: `http://${receiver.place}/slow` });
    const quick = await asksToBeCalled({ url: `http://${receiver.place}/quick` });
    const { promise, resolve } = Promise.withResolvers<number>();
    receiver.answer = ({ path }) => (path === "/slow" ? promise : 204);
    await visits();
    const all = sends();
    await expect.poll(async () => (await deliveries(quick))[0]?.status, { timeout: 10_000 }).toBe("delivered");
    expect(await deliveries(slow)).toMatchObject([{ status: "pending", attempts: 1 }]);
    resolve(204);
    await all;
    expect(await deliveries(slow)).toMatchObject([{ status: "delivered" }]);
  });
});

test("killed between the call and its mark, the event is sent again under the same id", async () => {
  await opens();
  const endpoint = await asksToBeCalled();
  await visits();
  await sends();
  // As the process leaves it that dies after the call: in hand until the claim ends.
  const until = new Date(server.clock.now() + CLAIM_MS).toISOString();
  const who = { tenantId: shop.tenant.id, now: server.clock.now(), actor: "system" };
  await inTransaction(server.db, who, (ctx) =>
    ctx.query("update webhook_deliveries set status = 'pending', due_at = $1", [until]),
  );
  expect(await sends()).toBe(0);
  server.clock.advance(CLAIM_MS);
  expect(await sends()).toBe(1);
  const ids = receiver.calls.map(({ headers }) => headers["webhook-id"]);
  expect(ids).toEqual([ids[0], ids[0]]);
  expect(await deliveries(endpoint)).toMatchObject([{ status: "delivered", attempts: 2 }]);
});

test("whether an endpoint takes calls can be tried out", async () => {
  await opens();
  const endpoint = await asksToBeCalled();
  const path = `/v1/webhook-endpoints/${endpoint.id}/tests`;
  expect((await shop.call("POST", path, undefined, { "idempotency-key": "try" })).status).toBe(202);
  expect((await shop.call("POST", path, undefined, { "idempotency-key": "try" })).status).toBe(202);
  await sends();
  expect(receiver.calls.map((call) => reads(endpoint.secret, call))).toMatchObject([
    { type: "webhook_endpoint.tested", data: { endpointId: endpoint.id } },
  ]);
});

test.each([
  "http://example.com/hook",
  "https://127.0.0.1/",
  "https://[::ffff:7f00:1]/",
  "https://10.0.0.1/",
  "gopher://x/",
])("46: %s is refused as an address, at first and as a change", async (url) => {
  await opens();
  const refused = { status: 400, body: { code: "invalid", field: "url" } };
  expect(await shop.call("POST", "/v1/webhook-endpoints", { url })).toMatchObject(refused);
  const endpoint = await asksToBeCalled();
  expect(await shop.call("PATCH", `/v1/webhook-endpoints/${endpoint.id}`, { url })).toMatchObject(refused);
});

test("a tenant's endpoints are bounded, its own, and gone when they are removed", async () => {
  await opens();
  const endpoint = await asksToBeCalled();
  for (let count = 1; count < 20; count += 1) await asksToBeCalled({ eventTypes: ["tier.changed"] });
  expect(await asksToBeCalled()).toMatchObject({ code: "conflict" });
  const stranger = await server.newTenant();
  expect((await stranger.call("GET", `/v1/webhook-endpoints/${endpoint.id}`)).status).toBe(404);
  expect((await shop.call("DELETE", `/v1/webhook-endpoints/${endpoint.id}`)).status).toBe(204);
  await visits();
  expect(await sends()).toBe(0);
});
