// The audit log: what changes something leaves an entry in the same transaction, and nobody meddles with it unseen.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAdmin, nameOf } from "../tests/support/database.ts";
import { startServer, type TestServer, type TestTenant } from "../tests/support/server.ts";
import { keptText, NOT_KEPT } from "./platform/audit.ts";
import { verifyLedger } from "./verify.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

type Entry = ReturnType<typeof JSON.parse>;

async function opens(): Promise<TestTenant & { member: string }> {
  const shop = await server.newTenant();
  await shop.call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  const { body } = await shop.call("POST", "/v1/members", { name: "Ana" });
  return { ...shop, member: body.id };
}

/** From the first on. */
async function log({ call }: Pick<TestTenant, "call">, query = ""): Promise<Entry[]> {
  const { status, body } = await call("GET", `/v1/audit-entries?limit=100${query}`);
  expect(status).toBe(200);
  return body.items.toReversed();
}

const gift = { pointsType: "points", points: 5, reason: "A gift for Ana." };

describe("an entry is left", () => {
  test("by whoever changes something, with who, what and to what", async () => {
    const shop = await opens();
    await shop.call("PATCH", "/v1/tenant", { language: "cs" });
    const adjusted = await shop.call("POST", `/v1/members/${shop.member}/adjustments`, gift);
    await shop.call("PUT", `/v1/members/${shop.member}/block`, { step: "earn_only", reason: "Two cards." });
    const key = await shop.call("POST", "/v1/api-keys", { name: "till", scopes: ["members:read"] });
    await shop.call("DELETE", `/v1/api-keys/${key.body.id}`);

    const entries = await log(shop);
    expect(entries.map(({ place, operation, resource, fields }) => [place, operation, resource, fields])).toEqual([
      [1, "addPointsType", "points", ["code", "name", "spendable", "qualifying"]],
      [2, "changeTenant", undefined, ["language"]],
      [3, "adjustPoints", adjusted.body.id, ["pointsType", "points", "reason"]],
      [4, "blockMember", expect.stringMatching(/^blk_/), ["step", "reason"]],
      [5, "createApiKey", key.body.id, ["name", "scopes"]],
      [6, "revokeApiKey", key.body.id, []],
    ]);
    expect(new Set(entries.map(({ actor }) => actor)).size).toBe(1);
    expect(entries[0].actor).toMatch(/^key_/);
    expect(entries.map(({ memberId }) => memberId)).toEqual([...Array(2), shop.member, shop.member, ...Array(2)]);
    expect(entries[1].said).toEqual({ language: "cs" });
    expect(entries[2]).toMatchObject({ said: gift, at: "2026-03-02T09:00:00.000Z" });
  });

  test("once, however often a request is sent, and not at all where nothing was changed", async () => {
    const shop = await opens();
    const path = `/v1/members/${shop.member}/adjustments`;
    const key = { "idempotency-key": "gift-1" };
    await shop.call("POST", path, gift, key);
    expect((await shop.call("POST", path, gift, key)).status).toBe(200);
    expect((await shop.call("POST", path, { ...gift, pointsType: "none" })).status).toBe(400);
    expect((await shop.call("POST", path, { ...gift, points: 6 }, key)).status).toBe(409);
    expect((await shop.call("PATCH", "/v1/tenant", { country: "ZZ" })).status).toBe(400);
    expect((await shop.call("GET", `/v1/members/${shop.member}`)).status).toBe(200);
    expect((await log(shop)).map(({ operation }) => operation)).toEqual(["addPointsType", "adjustPoints"]);
  });

  test("not by what tills and members do all day", async () => {
    const shop = await opens();
    const visit = { source: "till", document: "1", kind: "visit", member: { id: shop.member } };
    expect((await shop.call("POST", "/v1/activities", visit)).status).toBe(201);
    await shop.call("POST", `/v1/members/${shop.member}/adjustments`, gift);
    expect(
      (await shop.call("POST", `/v1/members/${shop.member}/spends`, { pointsType: "points", points: 1 })).status,
    ).toBe(201);
    expect((await log(shop)).map(({ operation }) => operation)).toEqual(["addPointsType", "adjustPoints"]);
  });

  test("by who makes coupons and benefits, and by no code of theirs", async () => {
    const shop = await opens();
    const batch = { name: "Leaflet", gift: { kind: "discount_percent", percent: 10 }, codes: [{ code: "WELCOME10" }] };
    const made = await shop.call("POST", "/v1/coupon-batches", batch);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    await shop.call("DELETE", `/v1/coupon-batches/${made.body.id}`);
    const entries = await log(shop);
    expect(entries.map(({ operation }) => operation)).toEqual(["addPointsType", "addCouponBatch", "endCouponBatch"]);
    expect(entries[1].said).toMatchObject({ name: "Leaflet", codes: NOT_KEPT });
  });

  test("by many at once: each has its place, and the chain is whole", async () => {
    const shop = await opens();
    const gifts = Array.from({ length: 40 }, () => shop.call("POST", `/v1/members/${shop.member}/adjustments`, gift));
    expect((await Promise.all(gifts)).every(({ status }) => status === 201)).toBe(true);
    expect((await log(shop)).map(({ place }) => place)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    expect(await faults(shop)).toEqual([]);
  });
});

test("what is said is neither in the clear in the database, nor readable once the member is erased", async () => {
  const shop = await opens();
  await shop.call("POST", `/v1/members/${shop.member}/adjustments`, gift);
  const stored = await admin(`select said from audit_entries where said is not null`);
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.filter(({ said }) => said.includes("Ana") || said.includes("points"))).toEqual([]);

  await admin(`delete from member_keys where tenant_id = '${shop.tenant.id}'`);
  const [, erased] = await log(shop);
  expect(erased).toMatchObject({ operation: "adjustPoints", fields: ["pointsType", "points", "reason"], said: null });
  expect(await faults(shop)).toEqual([]);
});

test("secrets are not kept, however deep they stand", () => {
  const said = {
    name: "hook",
    secret: "s3cret",
    channel: { smtp: { password: "pw", host: "h" } },
    newPin: "1",
    pin: "2",
  };
  expect(JSON.parse(keptText({ ...said, accessToken: "t", code: "points", pinned: true, apiSecretKey: null }))).toEqual(
    {
      name: "hook",
      secret: NOT_KEPT,
      channel: { smtp: { password: NOT_KEPT, host: "h" } },
      newPin: NOT_KEPT,
      pin: NOT_KEPT,
      accessToken: NOT_KEPT,
      code: "points",
      pinned: true,
      apiSecretKey: null,
    },
  );
});

describe("reading it", () => {
  test("takes the scope, and shows one tenant's alone", async () => {
    const [shop, other] = [await opens(), await opens()];
    const { call } = await server.newKey(shop.tenant, ["tenant:read", "tenant:write"]);
    expect((await call("GET", "/v1/audit-entries")).status).toBe(403);
    await shop.call("PATCH", "/v1/tenant", { name: "Renamed" });
    expect(await log(other)).toHaveLength(1);
  });

  test("goes page by page, and by who, what, whom and when", async () => {
    const shop = await opens();
    const second = await server.newKey(shop.tenant, ["tenant:write"]);
    await shop.call("POST", `/v1/members/${shop.member}/adjustments`, gift);
    server.clock.advance(60_000);
    await second.call("PATCH", "/v1/tenant", { name: "Renamed" });

    const places = async (query: string) => (await log(shop, query)).map(({ place }) => place);
    expect(await places(`&actor=${second.id}`)).toEqual([3]);
    expect(await places("&operation=adjustPoints")).toEqual([2]);
    expect(await places(`&memberId=${shop.member}`)).toEqual([2]);
    expect(await places("&resource=points")).toEqual([1]);
    expect(await places("&from=2026-03-02T09:00:30Z")).toEqual([3]);
    expect(await places("&until=2026-03-02T09:00:30Z")).toEqual([1, 2]);

    const first = await shop.call("GET", "/v1/audit-entries?limit=2");
    expect(first.body.items.map(({ place }: Entry) => place)).toEqual([3, 2]);
    const rest = await shop.call("GET", `/v1/audit-entries?limit=2&cursor=${first.body.nextCursor}`);
    expect(rest.body.items.map(({ place }: Entry) => place)).toEqual([1]);
    expect(rest.body.nextCursor).toBeUndefined();
  });
});

describe("whoever meddles with it as the owner of the database is found out:", () => {
  const from = "update audit_entries set";
  const meddlings: [string, (tenant: string) => string[], string][] = [
    ["another actor", (t) => [`${from} actor = 'key_x' where ${t} and place = 3`], "entry 3 is not as it was sealed"],
    ["another time", (t) => [`${from} at = at + interval '1 day' where ${t} and place = 2`], "entry 2 is not as"],
    ["other words", (t) => [`${from} said = '\\\\x00' where ${t} and place = 3`], "entry 3 is not as it was sealed"],
    ["other fields", (t) => [`${from} fields = '{slug}' where ${t} and place = 3`], "entry 3 is not as it was sealed"],
    ["another tenant's", (t) => [`${from} operation = 'endReward' where ${t} and place = 1`], "entry 1 is not as"],
    ["a seal of their own", (t) => [`${from} seal = sha256(seal) where ${t} and place = 4`], "entry 4 is not as"],
    ["one removed", (t) => [`delete from audit_entries where ${t} and place = 3`], "entry 3 is missing"],
    ["two removed", (t) => [`delete from audit_entries where ${t} and place in (2, 3)`], "entries 2 to 3 are missing"],
    [
      "one removed, the others moved up",
      (t) => [
        `delete from audit_entries where ${t} and place = 3`,
        `${from} place = place - 1 where ${t} and place > 3`,
        `update audit_heads set entries = entries - 1 where ${t}`,
      ],
      "entry 3 is not as it was sealed, or not where it was",
    ],
    [
      "two in each other's place",
      (t) => [
        `${from} place = 100 where ${t} and place = 2`,
        `${from} place = 2 where ${t} and place = 3`,
        `${from} place = 3 where ${t} and place = 100`,
      ],
      "entry 2 is not as it was sealed, or not where it was",
    ],
    [
      "the end cut off",
      (t) => [`delete from audit_entries where ${t} and place > 3`],
      "entries 4 to 5 are missing at the",
    ],
    [
      "the end cut off, and the count set back",
      (t) => [`delete from audit_entries where ${t} and place > 3`, `update audit_heads set entries = 3 where ${t}`],
      "the last entry is not the one that the chain ended with",
    ],
    ["the end unhooked", (t) => [`delete from audit_heads where ${t}`], "the end of the chain is missing"],
    [
      "one invented",
      (t) => [
        `insert into audit_entries select bucket, tenant_id, 6, at, actor, 'endReward', resource, member_id, fields,
           said, sha256(seal) from audit_entries where ${t} and place = 5`,
      ],
      "entry 6 is not as it was sealed",
    ],
    ["all of it removed", (t) => [`delete from audit_entries where ${t}`], "entries 1 to 5 are missing at the end"],
  ];

  test.each(meddlings)("%s", async (_name, sql, words) => {
    const shop = await opens();
    for (const name of ["One", "Two", "Three", "Four"]) await shop.call("PATCH", "/v1/tenant", { name });
    expect(await faults(shop)).toEqual([]);
    for (const statement of sql(`tenant_id = '${shop.tenant.id}'`)) await admin(statement);
    expect((await faults(shop)).join("; ")).toContain(words);
    const { body } = await shop.call("GET", "/v1/audit-verification");
    expect([body.isWhole, body.faults.length > 0], JSON.stringify(body)).toEqual([false, true]);
  });

  test("is told over the API of one's own chain alone: how long it is, until when, and where it breaks", async () => {
    const [shop, other] = [await opens(), await opens()];
    for (const name of ["One", "Two", "Three"]) await shop.call("PATCH", "/v1/tenant", { name });
    const whole = { isWhole: true, from: 1, sealedUntil: new Date(server.clock.now()).toISOString(), faults: [] };
    expect((await shop.call("GET", "/v1/audit-verification")).body).toEqual({ ...whole, entries: 4 });
    await admin(`delete from audit_entries where tenant_id = '${shop.tenant.id}' and place in (2, 3)`);
    const broken = (await shop.call("GET", "/v1/audit-verification")).body;
    expect(broken).toMatchObject({ isWhole: false, faults: [{ kind: "missing", from: 2, to: 3 }] });
    expect((await other.call("GET", "/v1/audit-verification")).body).toEqual({ ...whole, entries: 1 });
    const till = await server.newKey(shop.tenant, ["members:read"]);
    expect((await till.call("GET", "/v1/audit-verification")).status).toBe(403);
  });

  test("is nobody's fault while others are writing: what is verified is of one moment", async () => {
    const shop = await opens();
    const writing = Array.from({ length: 60 }, (_, at) => shop.call("PATCH", "/v1/tenant", { name: `Shop ${at}` }));
    const asked = Array.from({ length: 30 }, () => shop.call("GET", "/v1/audit-verification"));
    const told = await Promise.all(asked);
    await Promise.all(writing);
    expect(told.filter(({ body }) => body.isWhole !== true).map(({ body }) => body)).toEqual([]);
  });
});

test("the application's role can add to it, and neither change nor remove anything", async () => {
  for (const right of ["delete", "truncate", "update"]) {
    const test = right === "update" ? "has_any_column_privilege" : "has_table_privilege";
    const [row] = await admin(`select ${test}('fedele_app', 'audit_entries', '${right}') as may`);
    expect([right, row.may]).toEqual([right, false]);
  }
});

async function faults({ tenant }: Pick<TestTenant, "tenant">): Promise<string[]> {
  const { checks } = await verifyLedger(server.db, { tenantId: tenant.id, rootKey: server.rootKey });
  return checks.flatMap(({ examples }) => [...examples]);
}

async function admin(sql: string): Promise<Entry[]> {
  return asAdmin(sql, await nameOf(server.db));
}
