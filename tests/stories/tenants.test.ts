// One person, several tenants: seen, joined, gone to, made, and a demo cleared away.
import { scopes } from "@fedele/sdk/schemas/apiKey.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forgetCleared } from "../../server/demo/demo.ts";
import { TENANTS_OWNED_MAX } from "../../server/modules/tenants/foundings.ts";
import { firstOwnerLinks, newOwnerLink } from "../../server/modules/tenants/ownerLinks.ts";
import { PREVIOUS_MS, SESSION_MAX_MS, SESSION_MS } from "../../server/modules/tenants/sessions.ts";
import { createTenant } from "../../server/modules/tenants/tenants.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import { fromTypeId, toTypeId } from "../../server/platform/ids.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import { verifyLedger } from "../../server/verify.ts";
import { signedIn } from "../support/members.ts";
import { type Call, callWith, type Reply, startServer, type TestServer } from "../support/server.ts";
import { codeFor, inSession, stranger } from "../support/signingIn.ts";
import { newStaff } from "../support/staff.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ tenant: { isDemo: false } });
});
afterAll(() => server.close());

const mine = { name: "Mine", currency: "EUR", timezone: "Europe/Rome", language: "it" };
let slugs = 0;
function newSlug(): string {
  slugs += 1;
  return `mine-${slugs}`;
}

async function found(call: Call, more: object = {}, headers: Record<string, string> = {}): Promise<Reply> {
  return call("POST", "/v1/tenants", { ...mine, slug: newSlug(), ...more }, headers);
}

async function namesOf(call: Call): Promise<string[]> {
  const reply = await call("GET", "/v1/session/tenants");
  expect(reply.status).toBe(200);
  return reply.body.items.map(({ tenant }: { tenant: { slug: string } }) => tenant.slug).toSorted();
}

async function goTo(call: Call, tenant: string): Promise<{ reply: Reply; call: Call }> {
  const reply = await call("POST", "/v1/session/switches", { tenant });
  return { reply, call: inSession(server, reply) };
}

/** Two demos that tell a story, as a first start makes them, and whoever takes the first over. */
async function twoDemos() {
  const story = { name: "bottega", seed: "x", toldAt: server.clock.now(), steps: 0 };
  const make = async (slug: string): Promise<Tenant> =>
    createTenant(server.parts, { ...mine, name: slug, slug: `${slug}-${newSlug()}`, story });
  const [bottega, aurora] = [await make("bottega"), await make("aurora")];
  for (const { id } of [bottega, aurora]) {
    await server.db.maintenance.query("update tenants set demo_done = 0 where tenant_id = $1", [id]);
  }
  const links = await firstOwnerLinks(server.parts);
  const shown = links.filter(({ tenant }) => ["bottega", "aurora"].includes(tenant));
  expect(shown.map(({ tenant }) => tenant)).toEqual(["bottega"]);
  const token = shown[0]?.link.split("#")[1];
  const email = `${bottega.slug}@example.com`;
  const accepted = await stranger(server)("POST", "/v1/invitation-acceptances", { token, name: "Olga", email });
  expect(accepted.status).toBe(201);
  return { bottega, aurora, email, call: inSession(server, accepted) };
}

describe("whoever takes one demo over", () => {
  test("owns the others too, sees both, and goes from one to the other and back", async () => {
    const { bottega, aurora, call } = await twoDemos();
    const { items } = (await call("GET", "/v1/session/tenants")).body;
    expect(items).toMatchObject([
      { tenant: { slug: aurora.slug, isDemo: true, demo: { state: "ready" } }, role: "owner", isCurrent: false },
      { tenant: { slug: bottega.slug, isDemo: true, demo: { state: "ready" } }, role: "owner", isCurrent: true },
    ]);
    const there = await goTo(call, aurora.slug);
    expect(there.reply).toMatchObject({ status: 201, body: { secondFactorDue: false } });
    expect((await there.call("GET", "/v1/tenant")).body).toMatchObject({ slug: aurora.slug });
    expect((await there.call("GET", "/v1/session")).body.staff).toMatchObject({ name: "Olga", role: "owner" });
    const back = await goTo(there.call, bottega.slug);
    expect((await back.call("GET", "/v1/tenant")).body).toMatchObject({ slug: bottega.slug });
    // Nobody is shown a link to what has an owner.
    expect((await firstOwnerLinks(server.parts)).filter(({ tenant }) => tenant === "aurora")).toEqual([]);
  });

  test("a lost answer is asked for again within half a minute, and after it the session here is over", async () => {
    const { aurora, call } = await twoDemos();
    await goTo(call, aurora.slug);
    const again = await goTo(call, aurora.slug);
    expect(again.reply.status).toBe(201);
    server.clock.advance(PREVIOUS_MS + 1);
    expect((await call("GET", "/v1/session")).status).toBe(401);
    expect((await again.call("GET", "/v1/session")).status).toBe(200);
  });
});

describe("nobody is taken for somebody else", () => {
  test("who claims another's address in a tenant of their own gets nowhere with it", async () => {
    const victim = await newStaff(server, "owner");
    const theirs = await server.newTenant();
    const who = { tenantId: theirs.tenant.id, now: server.clock.now(), actor: "system" };
    const token = (await newOwnerLink(server.parts, who)).split("#")[1];
    const claim = { token, name: "Mallory", email: victim.email };
    const mallory = inSession(server, await stranger(server)("POST", "/v1/invitation-acceptances", claim));
    expect(await namesOf(mallory)).toEqual([theirs.tenant.slug]);
    expect((await goTo(mallory, server.tenant.slug)).reply).toMatchObject({ status: 404 });
    const guess = { tenant: server.tenant.slug, email: victim.email, code: "000000" };
    expect(await mallory("POST", "/v1/session/tenants", guess)).toMatchObject({ status: 403 });
    expect(await namesOf(mallory)).toEqual([theirs.tenant.slug]);
  });

  test("a code that came to one's mailbox there proves it, once", async () => {
    const theirs = await server.newTenant();
    const outside = await newStaff(server, "owner", { tenant: theirs.tenant });
    const here = await newStaff(server, "manager");
    const shown = { tenant: server.tenant.slug, email: here.email, code: await codeFor(server, here.email) };
    const joined = await outside.call("POST", "/v1/session/tenants", shown);
    expect(joined.status).toBe(201);
    expect(await namesOf(outside.call)).toEqual([server.tenant.slug, theirs.tenant.slug].toSorted());
    expect(await outside.call("POST", "/v1/session/tenants", shown)).toMatchObject({ status: 403 });

    // Under a second address there they would be two.
    const other = await newStaff(server, "cashier");
    const second = { tenant: server.tenant.slug, email: other.email, code: await codeFor(server, other.email) };
    expect(await outside.call("POST", "/v1/session/tenants", second)).toMatchObject({ status: 409 });
    const there = await goTo(outside.call, server.tenant.slug);
    expect((await there.call("GET", "/v1/session")).body.staff).toMatchObject({ role: "manager" });
  });

  test("who does not work there any more neither sees it nor gets in", async () => {
    const { bottega, aurora, call } = await twoDemos();
    const there = await goTo(call, aurora.slug);
    const { id } = (await there.call("GET", "/v1/session")).body.staff;
    const other = await newStaff(server, "owner", { tenant: aurora });
    expect((await other.call("DELETE", `/v1/staff/${id}`)).status).toBe(204);
    expect(await namesOf(call)).toEqual([bottega.slug]);
    expect((await goTo(call, aurora.slug)).reply).toMatchObject({ status: 404 });
  });

  test("going to and fro makes no session last longer than a week", async () => {
    const { bottega, aurora, call } = await twoDemos();
    const signedInAt = server.clock.now();
    let now = call;
    const ends: string[] = [];
    for (let hours = 0; hours < 15; hours += 1) {
      server.clock.advance(SESSION_MS - 60_000);
      const { reply, call: next } = await goTo(now, hours % 2 === 0 ? aurora.slug : bottega.slug);
      if (reply.status !== 201) break;
      ends.push(reply.body.expiresAt);
      now = next;
    }
    expect(Date.parse(ends.at(-1) ?? "")).toBe(signedInAt + SESSION_MAX_MS);
    expect((await now("GET", "/v1/session")).status).toBe(401);
  });

  test("where there is a second factor, it is asked for there", async () => {
    const { aurora, call } = await twoDemos();
    await inTransaction(server.db, { tenantId: aurora.id, now: server.clock.now(), actor: "cli" }, (ctx) =>
      ctx.query("update staff set totp_sealed = $2, totp_confirmed_at = $3 where tenant_id = $1", [
        ctx.tenantId,
        Buffer.from("x"),
        new Date().toISOString(),
      ]),
    );
    const there = await goTo(call, aurora.slug);
    expect(there.reply.body).toMatchObject({ secondFactorDue: true });
    expect((await there.call("GET", "/v1/tenant")).status).toBe(401);
  });

  test("keys and tills have no tenants to go to", async () => {
    expect(await server.call("GET", "/v1/session/tenants")).toMatchObject({ status: 403 });
    expect(await server.call("POST", "/v1/session/switches", { tenant: "x" })).toMatchObject({ status: 403 });
    expect(await found(server.call)).toMatchObject({ status: 403 });
  });
});

describe("a tenant of one's own", () => {
  test("is made beside the demo, has its maker as owner, and is nobody's demo", async () => {
    const { bottega, aurora, call } = await twoDemos();
    const made = await found(call, { country: "IT", preset: "points" });
    expect(made).toMatchObject({ status: 201, body: { name: "Mine", isDemo: false, currency: "EUR", country: "IT" } });
    expect(made.body.demo).toBeUndefined();
    expect(await namesOf(call)).toEqual([bottega.slug, aurora.slug, made.body.slug].toSorted());
    const there = await goTo(call, made.body.slug);
    expect((await there.call("GET", "/v1/session")).body.staff).toMatchObject({ name: "Olga", role: "owner" });
    expect((await there.call("GET", "/v1/members")).body.items).toEqual([]);
    expect((await there.call("GET", "/v1/campaigns")).body.items).toMatchObject([{ name: "Punti per ogni acquisto" }]);
    // It works: somebody joins, buys and has points.
    const ana = (await there.call("POST", "/v1/members", {})).body.id;
    const sale = { source: "till", document: "1", member: { id: ana }, kind: "purchase", amountMinor: 1_200 };
    expect((await there.call("POST", "/v1/activities", sale)).status).toBe(201);
    expect((await there.call("GET", `/v1/members/${ana}/wallets`)).body.items).toMatchObject([{ spendable: 12 }]);
    expect(await there.call("POST", "/v1/clock", { seconds: 7_200 })).toMatchObject({ status: 403 });
  });

  test("begins with a stamp card or with money back, where that is wanted", async () => {
    const { call } = await newStaff(server, "owner");
    const stamps = await goTo(call, (await found(call, { preset: "stamps", category: "coffee" })).body.slug);
    expect((await stamps.call("GET", "/v1/rewards")).body.items).toMatchObject([
      { code: "stamps", cost: { pointsType: "stamps", points: 10 } },
    ]);
    const cashback = await goTo(stamps.call, (await found(stamps.call, { preset: "cashback" })).body.slug);
    expect((await cashback.call("GET", "/v1/points-types")).body.items).toMatchObject([
      { code: "cashback", faceValue: { points: 1, minor: 1 } },
    ]);
    // What is wrong is said before anything is made.
    const slug = newSlug();
    expect(await found(cashback.call, { slug, preset: "stamps" })).toMatchObject({ status: 400 });
    expect(await found(cashback.call, { slug, timezone: "Europe/Atlantis" })).toMatchObject({ status: 400 });
    expect(await found(cashback.call, { slug })).toMatchObject({ status: 201 });
  });

  test("is made once, however often it is asked for, and a refusal leaves no key behind", async () => {
    const { call } = await newStaff(server, "owner");
    const slug = newSlug();
    const key = { "idempotency-key": slug };
    const [first, second] = [await found(call, { slug }, key), await found(call, { slug }, key)];
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.id).toBe(first.body.id);
    expect(await found(call, { slug: newSlug() }, key)).toMatchObject({ status: 409 });

    const other = { "idempotency-key": `${slug} again` };
    expect(await found(call, { slug }, other)).toMatchObject({ status: 400 });
    const next = { "idempotency-key": `${slug}-again` };
    expect(await found(call, { slug }, next)).toMatchObject({ status: 409 });
    expect(await found(call, { slug: newSlug() }, next)).toMatchObject({ status: 201 });
  });

  test("cut off while it was made, the same request makes it whole", async () => {
    const { call } = await newStaff(server, "owner");
    const slug = newSlug();
    const key = { "idempotency-key": slug };
    const made = await found(call, { slug, preset: "points" }, key);
    const tenantId = fromTypeId("ten", made.body.id);
    // As if the process had died between the tenant and its owner: neither owner nor claim was committed.
    await inTransaction(server.db, { tenantId, now: server.clock.now(), actor: "cli" }, (ctx) =>
      ctx.query("update staff set person_id = null, removed_at = now(), email_index = null where tenant_id = $1", [
        ctx.tenantId,
      ]),
    );
    await server.db.maintenance.query("delete from idempotency_keys where key = $1", [slug]);
    const again = await found(call, { slug, preset: "points" }, key);
    expect(again).toMatchObject({ status: 201, body: { id: made.body.id } });
    expect(await namesOf(call)).toContain(slug);
  });

  test("is for owners who have signed in, at most so many, and not where the installation forbids it", async () => {
    const manager = await newStaff(server, "manager");
    expect(await found(manager.call)).toMatchObject({ status: 403 });

    const many = await newStaff(server, "owner");
    // The tenant in which they begin is one of them.
    for (let made = 1; made < TENANTS_OWNED_MAX; made += 1) expect((await found(many.call)).status).toBe(201);
    expect(await found(many.call)).toMatchObject({ status: 409 });

    const closed = await startServer({ mayFound: false });
    try {
      const owner = await newStaff(closed, "owner");
      const refused = await found(owner.call);
      expect(refused).toMatchObject({ status: 403 });
      expect(refused.body.detail).toContain("FEDELE_NEW_TENANTS");
    } finally {
      await closed.close();
    }
  });
});

async function tillOf(tenant: Tenant): Promise<Call> {
  const { call } = await server.newKey(tenant, scopes);
  const place = await call("POST", "/v1/locations", { code: "shop", name: "Shop" });
  const made = await call("POST", "/v1/till-keys", { name: "till", locationId: place.body.id, device: "serial 1" });
  const plain = callWith(server.url, made.body.secret);
  return (method, path, body) => plain(method, path, body, { "x-till-device": "serial 1" });
}

describe("a demo that is cleared away", () => {
  test("is closed to everybody at once, and its rows are gone with the next start", { timeout: 60_000 }, async () => {
    const { bottega, aurora, call, email } = await twoDemos();
    const key = await server.newKey(bottega, ["members:read", "members:write"]);
    const ana = await key.call("POST", "/v1/members", { name: "Ana" });
    expect(ana.status).toBe(201);
    const member = await signedIn(server, ana.body.id, { tenant: bottega });
    expect((await member.call("GET", "/v1/me")).status).toBe(200);
    const till = await tillOf(bottega);
    expect((await till("GET", "/v1/session")).status).toBe(200);
    const own = await goTo(call, (await found(call)).body.slug);
    const clear = (tenant: Pick<Tenant, "id">) => own.call("DELETE", `/v1/tenants/${toTypeId("ten", tenant.id)}`);

    expect((await clear(bottega)).status).toBe(204);
    expect(await namesOf(own.call)).not.toContain(bottega.slug);
    expect((await goTo(own.call, bottega.slug)).reply).toMatchObject({ status: 404 });
    expect((await key.call("GET", "/v1/members")).status).toBe(401);
    // What is remembered of keys is forgotten within seconds, and at once by the process that cleared it.
    expect((await member.call("GET", "/v1/me")).status).toBe(401);
    expect((await till("GET", "/v1/session")).status).toBe(401);
    const asked = await stranger(server)("POST", "/v1/sign-ins", { tenant: bottega.slug, email, code: "123456" });
    expect(asked).toMatchObject({ status: 401 });
    expect((await firstOwnerLinks(server.parts)).map(({ tenant }) => tenant)).not.toContain("bottega");

    const left = async (table: string): Promise<number> => {
      const text = `select count(*)::int as left from ${table} where tenant_id = $1`;
      return (await server.db.maintenance.query(text, [bottega.id])).rows[0].left;
    };
    expect(await left("members")).toBe(1);
    await forgetCleared(server.parts);
    for (const table of ["members", "identities", "staff", "staff_sessions", "tenants", "outbox"]) {
      expect([table, await left(table)]).toEqual([table, 0]);
    }
    expect((await verifyLedger(server.db, { rootKey: server.rootKey })).clean).toBe(true);
    expect(await namesOf(own.call)).toContain(aurora.slug);
    // The name is free again, and a second time there is nothing to clear.
    expect((await clear(bottega)).status).toBe(404);
    expect((await found(own.call, { slug: bottega.slug })).status).toBe(201);
  });

  test("is a demo, and its owner is who clears it", async () => {
    const { bottega, call } = await twoDemos();
    const clear = (by: Call, id: string) => by("DELETE", `/v1/tenants/${id}`);
    const demoId = toTypeId("ten", bottega.id);
    const real = await found(call);
    expect(await clear(call, real.body.id)).toMatchObject({ status: 403 });
    const stranger = await newStaff(server, "owner");
    expect(await clear(stranger.call, demoId)).toMatchObject({ status: 404 });
    expect(await clear(server.call, demoId)).toMatchObject({ status: 403 });
    const manager = await newStaff(server, "manager", { tenant: bottega });
    expect(await clear(manager.call, demoId)).toMatchObject({ status: 403 });
    // From within the session is over with it.
    expect((await clear(call, demoId)).status).toBe(204);
    expect((await call("GET", "/v1/session")).status).toBe(401);
  });
});
