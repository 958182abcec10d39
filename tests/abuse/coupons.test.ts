// Rows 14, 48, 49 and 50 of the faults, for coupons: guessing, other people's codes, the last piece.
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CODE_CHARS_MAX } from "../../core/couponCodes.ts";
import { COUPONS_MAX } from "../../sdk/schemas/coupon.ts";
import { MISSES_MAX } from "../../server/modules/rewards/couponGuesses.ts";
import { asAdmin, nameOf } from "../support/database.ts";
import { type Call, type Reply, startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const gift = { kind: "discount_percent", percent: 10 };
const HOUR_MS = 3_600_000;
/** How many guess at the same time: so many may slip in before the first of them is counted. */
const AT_ONCE = 40;

async function prints(call: Call, count: number, more: object = {}): Promise<string[]> {
  const { body } = await call("POST", "/v1/coupon-batches", { name: "Spring", gift, count, ...more });
  return body.codes.map(({ code }: { code: string }) => code);
}

async function joins(call: Call): Promise<string> {
  return (await call("POST", "/v1/members", { name: "Ana" })).body.id;
}

const claims = (call: Call, member: string, code: string, origin?: string) =>
  call("POST", `/v1/members/${member}/coupons`, { code, ...(origin === undefined ? {} : { origin }) });
const shows = (call: Call, code: string, origin?: string) =>
  call("POST", "/v1/coupon-redemptions", { code, ...(origin === undefined ? {} : { origin }) });

function guess(): string {
  return randomBytes(6).toString("hex").toUpperCase();
}

/** So many guesses, some at the same time; how many got which answer. */
async function guesses(count: number, ask: (index: number) => Promise<Reply>): Promise<Record<number, number>> {
  const answers: Record<number, number> = {};
  let next = 0;
  const guesser = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const { status } = await ask(index);
      answers[status] = (answers[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, guesser));
  return answers;
}

async function guessedTenants(): Promise<number> {
  const text: string = (await server.call("GET", "/metrics")).body;
  return Number(text.match(/^fedele_coupon_guessing_tenants (\d+)$/m)?.[1]);
}

test("48: thousands of guesses from one address: after twenty it is not listened to, and others are", async () => {
  const { call } = await server.newTenant();
  const [code = ""] = await prints(call, 1);
  const answers = await guesses(2_000, () => shows(call, guess(), "203.0.113.7"));
  expect(Object.keys(answers)).toEqual(["404", "429"]);
  expect(answers[404]).toBeLessThanOrEqual(MISSES_MAX.origin + AT_ONCE);

  const right = await shows(call, code, "203.0.113.7");
  expect(right).toMatchObject({ status: 429, body: { code: "too_many" } });
  expect(Number(right.headers.get("retry-after"))).toBeGreaterThan(3_000);
  expect(Number(right.headers.get("retry-after"))).toBeLessThanOrEqual(3_600);
  expect(await guessedTenants()).toBe(1);
  expect(await shows(call, code, "203.0.113.8")).toMatchObject({ status: 201 });
  server.clock.advance(HOUR_MS);
  expect(await shows(call, guess(), "203.0.113.7")).toMatchObject({ status: 404 });
  expect(await guessedTenants()).toBe(0);
}, 240_000);

test("48: thousands of guesses from a hundred addresses: the key is not listened to, another key is", async () => {
  const { tenant, call } = await server.newTenant();
  const other = await server.newKey(tenant, ["rewards:write"]);
  const answers = await guesses(3_000, (index) => shows(call, guess(), `198.51.100.${index % 100}`));
  expect(Object.keys(answers)).toEqual(["404", "429"]);
  expect(answers[404]).toBeLessThanOrEqual(MISSES_MAX.key + AT_ONCE);
  const [code = ""] = await prints(call, 1);
  expect(await shows(call, code)).toMatchObject({ status: 429 });
  expect(await shows(other.call, code)).toMatchObject({ status: 201 });
}, 240_000);

test("48: a member who guesses is kept out for an hour, whatever the code; others are not", async () => {
  const { call } = await server.newTenant();
  const [ana, bob] = [await joins(call), await joins(call)];
  const [first = "", second = ""] = await prints(call, 2);
  for (let miss = 0; miss < MISSES_MAX.member; miss += 1) {
    expect(await claims(call, ana, guess())).toMatchObject({ status: 404 });
  }
  expect(await claims(call, ana, first)).toMatchObject({ status: 429 });
  expect(await claims(call, bob, first)).toMatchObject({ status: 201 });
  server.clock.advance(HOUR_MS - 1);
  expect(await claims(call, ana, second)).toMatchObject({ status: 429 });
  server.clock.advance(1);
  expect(await claims(call, ana, second)).toMatchObject({ status: 201 });
});

test("48: a restart forgives nobody", async () => {
  const { key, call } = await server.newTenant();
  const ana = await joins(call);
  for (let miss = 0; miss < MISSES_MAX.member; miss += 1) await claims(call, ana, guess());
  const again = await startServer({ db: server.db, clock: server.clock, rootKey: server.rootKey });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json", "idempotency-key": "again" };
  const body = JSON.stringify({ code: guess() });
  const reply = await fetch(`${again.url}/v1/members/${ana}/coupons`, { method: "POST", headers, body });
  expect(reply.status).toBe(429);
  await again.app.close();
  await again.parts.lanes.close();
  await again.parts.relay.stop();
});

test("48: neither a code nor an address is written down anywhere", async () => {
  const { call } = await server.newTenant();
  const ana = await joins(call);
  const [first = "", second = ""] = await prints(call, 2);
  await call("POST", "/v1/coupon-batches", { name: "Old", gift, codes: [{ code: "CHRISTMAS-2025" }] });
  const address = "203.0.113.99";
  await claims(call, ana, first, address);
  await shows(call, second, address);
  await claims(call, ana, "GUESSED-CODE-1", address);

  const database = await nameOf(server.db);
  const written = [first, second].flatMap((code) => [code, code.replaceAll("-", "")]);
  const secrets = [...written, "CHRISTMAS", "CHR1STMAS", "GUESSED", address];
  const select: ReturnType<typeof JSON.parse> = (text: string) => asAdmin(text, database);
  for (const { tablename } of await select("select tablename from pg_tables where schemaname = 'public'")) {
    const rows: { text: string }[] = await select(`select t::text as text from ${tablename} t`);
    const found = secrets.filter((secret) => rows.some(({ text }) => text.includes(secret)));
    expect([tablename, found]).toEqual([tablename, []]);
  }
  for (const secret of secrets) expect(server.logged()).not.toContain(secret);
});

test("14: another tenant's code, batch and redemption are not found", async () => {
  const [here, there] = [await server.newTenant(), await server.newTenant()];
  const batch = await here.call("POST", "/v1/coupon-batches", { name: "Spring", gift, count: 2 });
  const [first, second] = batch.body.codes.map(({ code }: { code: string }) => code);
  const sale = await shows(here.call, first);
  const bob = await joins(there.call);
  expect(await claims(there.call, bob, second)).toMatchObject({ status: 404, body: { code: "not_found" } });
  expect(await shows(there.call, second)).toMatchObject({ status: 404, body: { code: "not_found" } });
  expect((await there.call("GET", `/v1/coupon-batches/${batch.body.id}`)).status).toBe(404);
  expect((await there.call("DELETE", `/v1/coupon-batches/${batch.body.id}`)).status).toBe(404);
  expect((await there.call("POST", `/v1/coupon-redemptions/${sale.body.id}/reversal`)).status).toBe(404);
  const forBob = { name: "Spring", gift, forMembers: [bob] };
  expect((await here.call("POST", "/v1/coupon-batches", forBob)).status).toBe(404);
  // The same code may exist with both, and is two coupons.
  for (const { call } of [here, there]) {
    await call("POST", "/v1/coupon-batches", { name: "Welcome", gift, codes: [{ code: "WELCOME10" }] });
    expect(await shows(call, "WELCOME10")).toMatchObject({ status: 201 });
    expect(await shows(call, "WELCOME10")).toMatchObject({ status: 404 });
  }
});

test("49: one public code for three, claimed by forty at once: three have it", async () => {
  const { call } = await server.newTenant();
  await call("POST", "/v1/coupon-batches", { name: "Three", gift, usesMax: 3, codes: [{ code: "FIRST3" }] });
  const members = await Promise.all(Array.from({ length: 40 }, () => joins(call)));
  const answers = await Promise.all(members.map((member) => claims(call, member, "FIRST3")));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
});

test("50: the last piece of a reward, by fifty coupons at once: one has it, the other coupons stay good", async () => {
  const { call } = await server.newTenant();
  await call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: false });
  const cost = { pointsType: "points", points: 100 };
  const reward = await call("POST", "/v1/rewards", { code: "mug", name: "A mug", cost, gift, stock: 1 });
  const { body } = await call("POST", "/v1/coupon-batches", { name: "Mugs", reward: "mug", count: 50 });
  const answers = await Promise.all(body.codes.map(({ code }: { code: string }) => shows(call, code)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
  await call("POST", `/v1/rewards/${reward.body.id}/stock`, { pieces: 49 });
  const lost = body.codes.filter((_: unknown, index: number) => answers[index].status === 409);
  const later = await Promise.all(lost.map(({ code }: { code: string }) => shows(call, code)));
  expect(later.filter(({ status }) => status === 201)).toHaveLength(49);
});

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ code: `CODE${index}` }));

test.each<[string, object, string]>([
  ["neither made nor brought in", {}, "count"],
  ["both made and brought in", { count: 1, codes: many(1) }, "count"],
  ["none", { count: 0 }, "count"],
  ["too many", { count: COUPONS_MAX + 1 }, "count"],
  ["too many brought in", { codes: many(COUPONS_MAX + 1) }, "codes"],
  ["half a coupon", { count: 1.5 }, "count"],
  [
    "a code that is too long to be looked at",
    { codes: [{ code: "A".repeat(CODE_CHARS_MAX * 2 + 1) }] },
    "codes[0].code",
  ],
  ["used never", { count: 1, usesMax: 0 }, "usesMax"],
  ["a gift and a reward", { count: 1, reward: "mug" }, "gift"],
  ["a gift without what belongs to it", { count: 1, gift: { kind: "product" } }, "gift"],
  ["tiers that there are not", { count: 1, tiers: ["platinum"] }, "tiers"],
  [
    "over before they begin",
    { count: 1, validFrom: "2026-03-02T00:00:00Z", validUntil: "2026-03-01T00:00:00Z" },
    "validUntil",
  ],
  [
    "an audience by what is bought now",
    { count: 1, audience: { combinator: "and", rules: [{ field: "activity.kind", operator: "=", value: "visit" }] } },
    "audience.rules[0]",
  ],
])("coupons are refused that are %s", async (_what, terms, field) => {
  const reply = await server.call("POST", "/v1/coupon-batches", { name: "Spring", gift, ...terms });
  expect(reply).toMatchObject({ status: 400, body: { code: "invalid", field } });
});

test("as many coupons as one request may ask for are made, and the server answers others meanwhile", async () => {
  const { call } = await server.newTenant();
  const making = prints(call, COUPONS_MAX);
  expect((await call("GET", "/v1/rewards")).status).toBe(200);
  expect(new Set(await making).size).toBe(COUPONS_MAX);
}, 120_000);
