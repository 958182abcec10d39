// Row 47: what other systems tell is heard by its signature, once, and now.
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CALLS_KEPT_MS, INBOUND_OVERLAP_MS, sweepCalls } from "../../server/modules/programme/inbound.ts";
import { INBOUND_CALLS_PER_MINUTE } from "../../server/modules/programme/inboundRoutes.ts";
import { type Call, callWith, startServer, type TestServer, type TestTenant } from "../support/server.ts";

let server: TestServer;
let stranger: Call;
beforeAll(async () => {
  server = await startServer();
  stranger = callWith(server.url, undefined);
});
afterAll(() => server.close());

type Source = { id: string; path: string; secret: string; shop: TestTenant; memberId: string };

async function opens(): Promise<Source> {
  const shop = await server.newTenant();
  const { body: member } = await shop.call("POST", "/v1/members", {
    name: "Ana",
    identities: [{ kind: "email", value: "ana@example.com" }],
  });
  const made = await shop.call("POST", "/v1/inbound-sources", { name: "Web shop" });
  expect(made.status).toBe(201);
  const { id, url, secret } = made.body;
  return { id, path: new URL(url).pathname, secret, shop, memberId: member.id };
}

const visit = (document: string) =>
  JSON.stringify({
    type: "activity.record",
    activity: { source: "shop", document, kind: "visit", member: { email: "ana@example.com" } },
  });

function headersOf(secret: string, id: string, body: string, atMs = server.clock.now()): Record<string, string> {
  return {
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(atMs / 1_000)),
    "webhook-signature": new Webhook(secret).sign(id, new Date(atMs), body),
  };
}

const sends = ({ path }: Source, body: string, headers: Record<string, string>) =>
  stranger("POST", path, body, headers);

async function visits({ shop, memberId }: Source): Promise<number> {
  return (await shop.call("GET", `/v1/members/${memberId}/activities`)).body.items.length;
}

const unsigned = { status: 401, body: { code: "unauthenticated" } };

test("47: a call that is signed is done once, and the same one again has no effect", async () => {
  const source = await opens();
  const body = visit("order-1");
  const headers = headersOf(source.secret, "msg_1", body);
  expect(await sends(source, body, headers)).toMatchObject({ status: 200, body: { state: "done" } });
  expect(await sends(source, body, headers)).toMatchObject({ status: 200, body: { state: "heard_before" } });
  const [one, other] = await Promise.all(
    ["msg_2", "msg_2"].map((id) => sends(source, visit("order-2"), headersOf(source.secret, id, visit("order-2")))),
  );
  expect([one?.body.state, other?.body.state].toSorted()).toEqual(["done", "heard_before"]);
  expect(await visits(source)).toBe(2);
});

test("47: without a signature, of another time, or with a byte changed it is nobody's", async () => {
  const source = await opens();
  const body = visit("order-1");
  const good = headersOf(source.secret, "msg_1", body);
  const { "webhook-signature": _, ...without } = good;
  expect(await sends(source, body, without)).toMatchObject(unsigned);
  expect(await sends(source, body, {})).toMatchObject(unsigned);
  for (const minutes of [-6, 6]) {
    const then = server.clock.now() + minutes * 60_000;
    expect(await sends(source, body, headersOf(source.secret, "msg_1", body, then))).toMatchObject(unsigned);
  }
  expect(await sends(source, body.replace("order-1", "order-2"), good)).toMatchObject(unsigned);
  expect(await sends(source, ` ${body}`, good)).toMatchObject(unsigned);
  expect(await sends(source, body, { ...good, "webhook-id": "msg_2" })).toMatchObject(unsigned);
  const another = await opens();
  expect(await sends(another, body, good)).toMatchObject(unsigned);
  expect(await sends({ ...source, path: "/v1/inbound/ten_0/inb_0" }, body, good)).toMatchObject(unsigned);
  expect(await visits(source)).toBe(0);
  expect(await sends(source, body, good)).toMatchObject({ status: 200 });
});

test("47: two secrets are good while one takes the other's place", async () => {
  const source = await opens();
  const { status, body } = await source.shop.call("POST", `/v1/inbound-sources/${source.id}/secret`);
  expect(status).toBe(201);
  const says = (document: string, secret: string) =>
    sends(source, visit(document), headersOf(secret, document, visit(document)));
  expect(await says("old", source.secret)).toMatchObject({ status: 200 });
  expect(await says("new", body.secret)).toMatchObject({ status: 200 });
  server.clock.advance(INBOUND_OVERLAP_MS);
  expect(await says("older", source.secret)).toMatchObject(unsigned);
  expect(await says("newer", body.secret)).toMatchObject({ status: 200 });
  expect(await source.shop.call("DELETE", `/v1/inbound-sources/${source.id}`)).toMatchObject({ status: 204 });
  expect(await says("last", body.secret)).toMatchObject(unsigned);
});

test("a call that is refused leaves nothing behind, and may be sent again", async () => {
  const source = await opens();
  const wrong = JSON.stringify({ type: "member.upsert", activity: JSON.parse(visit("x")).activity });
  expect(await sends(source, wrong, headersOf(source.secret, "msg_1", wrong))).toMatchObject({ status: 400 });
  const nobody = visit("x").replace("ana@", "nobody@");
  expect(await sends(source, nobody, headersOf(source.secret, "msg_2", nobody))).toMatchObject({ status: 404 });
  const body = visit("x");
  expect(await sends(source, body, headersOf(source.secret, "msg_2", body))).toMatchObject({ status: 200 });
});

test("a member is enrolled, then changed, by what finds them", async () => {
  const source = await opens();
  const tells = (id: string, name: string) => {
    const member = { identity: { kind: "number", value: "C-77" }, name };
    const body = JSON.stringify({ type: "member.upsert", member });
    return sends(source, body, headersOf(source.secret, id, body));
  };
  expect((await tells("1", "Bea")).status).toBe(200);
  expect((await tells("2", "Beatrice")).status).toBe(200);
  const { body } = await source.shop.call("GET", "/v1/members?number=C-77");
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(["Beatrice"]);
});

test("what was heard is remembered for seven days", async () => {
  const source = await opens();
  const body = visit("order-1");
  await sends(source, body, headersOf(source.secret, "msg_1", body));
  expect(await sweepCalls(server.db, server.clock.now())).toBe(0);
  expect(await sweepCalls(server.db, server.clock.now() + CALLS_KEPT_MS + 1)).toBeGreaterThan(0);
});

test("an address that calls without end waits, whatever it signs, and is heard again a moment later", async () => {
  const source = await opens();
  server.clock.advance(60_000);
  const guess = () => stranger("POST", "/v1/inbound/ten_a/inb_a", visit("order-0"), {});
  const guesses = Array.from({ length: INBOUND_CALLS_PER_MINUTE }, guess);
  await Promise.all(guesses);
  const body = visit("order-1");
  const headers = headersOf(source.secret, "msg_1", body);
  expect(await sends(source, body, headers)).toMatchObject({ status: 429, body: { code: "too_many" } });
  expect(await visits(source)).toBe(0);
  server.clock.advance(1_000);
  const again = headersOf(source.secret, "msg_1", body);
  expect(await sends(source, body, again)).toMatchObject({ status: 200, body: { state: "done" } });
});
