import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asAdmin } from "../../../tests/support/database.ts";
import { startServer, type TestServer } from "../../../tests/support/server.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { fromTypeId } from "../../platform/ids.ts";
import { findFacts } from "./facts.ts";
import { enrolMembers } from "./members.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ tenant: { country: "IT" } });
});
afterAll(() => server.close());

const enrols = (body: object, headers = {}) => server.call("POST", "/v1/members", body, headers);

test("a member is enrolled with all that is known and found by each identity", async () => {
  const made = await enrols({
    name: "Ana Ștefănescu",
    language: "ro",
    country: "RO",
    birthDate: "1984-02-29",
    identities: [
      { kind: "email", value: "Ana@Example.COM", verified: true },
      { kind: "phone", value: "0721 234 567" },
      { kind: "number", value: "card 0042" },
    ],
  });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    kind: "individual",
    status: "active",
    name: "Ana Ștefănescu",
    language: "ro",
    country: "RO",
    birthDate: "1984-02-29",
    enrolledAt: "2026-03-02T09:00:00.000Z",
  });
  const values = made.body.identities.map(({ kind, value }: { kind: string; value: string }) => `${kind} ${value}`);
  expect(values).toEqual(["email ana@example.com", "number card 0042", "phone +40721234567"]);
  expect(made.body.identities[0].verifiedAt).toBe("2026-03-02T09:00:00.000Z");

  expect((await server.call("GET", `/v1/members/${made.body.id}`)).body).toEqual(made.body);
  for (const query of ["email=ANA%40example.com", "phone=%2B40721234567", "phone=+40721234567", "number=card%200042"]) {
    const found = await server.call("GET", `/v1/members?${query}`);
    expect(found.body, query).toEqual({ items: [{ ...made.body, tier: null, lastActivityAt: null, balances: [] }] });
  }
  expect((await server.call("GET", "/v1/members?email=nobody@example.com")).body).toEqual({ items: [] });

  const facts = await inTransaction(server.db, { tenantId: server.tenant.id, now: 0, actor: "cli" }, (ctx) =>
    findFacts(ctx, placeOf(made.body.id)),
  );
  expect(facts?.facts).toMatchObject({ language: "ro", country: "RO", birthMonth: 2, birthDay: 29, status: "active" });
});

test("nothing personal is readable in the database", async () => {
  const name = "Zoltan Quixote";
  await enrols({ name, birthDate: "1970-07-07", identities: [{ kind: "email", value: "zoltan@quixote.example" }] });
  const [{ datname }] = (await server.db.app.query("select current_database() as datname")).rows;
  for (const table of ["members", "identities", "identity_lookups", "member_facts", "member_keys", "outbox"]) {
    const rows = JSON.stringify(await asAdmin(`select t::text from ${table} as t`, datname));
    expect(rows).not.toMatch(/zoltan|quixote|1970-07-07/i);
    for (const text of ["Zoltan", "quixote"]) expect(rows).not.toContain(Buffer.from(text).toString("hex"));
  }
  expect(server.logged()).not.toMatch(/zoltan|quixote/i);
});

test("an identity belongs to one member of a tenant, and nobody is told to whom", async () => {
  const identities = [{ kind: "email", value: "only@example.com" }];
  const first = await enrols({ identities });
  expect(
    await enrols({ name: "Another", identities: [...identities, { kind: "qr", value: "QR-FREE" }] }),
  ).toMatchObject({
    status: 409,
    body: { code: "conflict", detail: "This e-mail address belongs to a member already.", field: "identities" },
  });
  expect((await server.call("GET", "/v1/members?qr=QR-FREE")).body.items).toEqual([]);

  const elsewhere = await server.newTenant();
  expect((await elsewhere.call("POST", "/v1/members", { identities })).status).toBe(201);
  expect((await elsewhere.call("GET", `/v1/members/${first.body.id}`)).status).toBe(404);
});

test("the same request sent twice, even at once, enrols one member", async () => {
  const body = { name: "Bo", identities: [{ kind: "number", value: "twice" }] };
  const key = { "idempotency-key": "enrol-bo" };
  const replies = await Promise.all(Array.from({ length: 8 }, () => enrols(body, key)));
  expect(new Set(replies.map((reply) => reply.body.id)).size).toBe(1);
  expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  expect((await enrols({ ...body, name: "Bob" }, key)).status).toBe(409);
  expect((await enrols(body, { "idempotency-key": "" })).body).toMatchObject({
    code: "invalid",
    detail: "The header Idempotency-Key is missing.",
  });
});

test("a change names what changes, and null empties", async () => {
  const { body } = await enrols({ name: "Cy", language: "en", birthDate: "1990-05-06" });
  const path = `/v1/members/${body.id}`;
  const changed = await server.call("PATCH", path, { name: "Cyril", language: null, status: "blocked" });
  expect(changed).toMatchObject({ status: 200, body: { name: "Cyril", status: "blocked", birthDate: "1990-05-06" } });
  expect(changed.body).not.toHaveProperty("language");

  expect((await server.call("PATCH", path, { status: "closed" })).status).toBe(200);
  expect((await server.call("PATCH", path, { name: "Cy" })).body).toMatchObject({ code: "conflict" });
});

test("an identity is added, verified, removed, and then free for another", async () => {
  const { body: member } = await enrols({ name: "Di" });
  const path = `/v1/members/${member.id}/identities`;
  const added = await server.call("POST", path, { kind: "phone", value: "06 1234567 8" });
  expect(added).toMatchObject({ status: 201, body: { kind: "phone", value: "+390612345678" } });
  expect((await server.call("POST", path, { kind: "phone", value: "+390612345678" })).status).toBe(200);

  const own = `${path}/${added.body.id}`;
  expect((await server.call("PATCH", own, { verified: true })).body.verifiedAt).toBeDefined();
  expect((await server.call("PATCH", own, { verified: false })).body.verifiedAt).toBeUndefined();
  expect((await server.call("GET", "/v1/members?phone=0612345678")).body.items[0].id).toBe(member.id);

  const { body: other } = await enrols({});
  const take = () => server.call("POST", `/v1/members/${other.id}/identities`, { kind: "phone", value: "0612345678" });
  expect((await take()).status).toBe(409);
  expect((await server.call("DELETE", own)).status).toBe(204);
  expect((await server.call("DELETE", own)).status).toBe(404);
  expect((await take()).status).toBe(201);
  expect((await server.call("GET", "/v1/members?phone=0612345678")).body.items[0].id).toBe(other.id);
});

test("without its key a member is still a member, but nobody's name", async () => {
  const { call, tenant } = await server.newTenant();
  const identities = [{ kind: "email", value: "gone@example.com" }];
  const { body: member } = await call("POST", "/v1/members", {
    name: "Gone Girl",
    birthDate: "1980-01-02",
    identities,
  });
  await call("POST", "/v1/members", { name: "There" });
  const { memberId } = placeOf(member.id);
  const [{ datname }] = (await server.db.app.query("select current_database() as datname")).rows;
  await asAdmin(`delete from member_keys where member_id = '${memberId}'`, datname);

  const path = `/v1/members/${member.id}`;
  const shown = await call("GET", path);
  expect(shown.body).toEqual({
    id: member.id,
    kind: "individual",
    status: "active",
    isChild: false,
    identities: [],
    erased: true,
    enrolledAt: member.enrolledAt,
  });
  expect((await call("GET", "/v1/members")).body.items.map(({ name = "nobody" }) => name)).toEqual(["There", "nobody"]);

  for (const [method, where, body] of [
    ["PATCH", "", { name: "Back Again" }],
    ["POST", "/identities", { kind: "qr", value: "back" }],
    ["PATCH", `/identities/${member.identities[0].id}`, { verified: true }],
  ] as const) {
    const refused = await call(method, path + where, body);
    expect(refused, method).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(refused.body.detail).toMatch(/personal data was erased/);
  }
  expect(
    (
      await inTransaction(server.db, { tenantId: tenant.id, now: 0, actor: "cli" }, (ctx) =>
        findFacts(ctx, placeOf(member.id)),
      )
    )?.facts.status,
  ).toBe("active");
});

test("the members come in pages, the latest first", async () => {
  const { call, tenant } = await server.newTenant();
  for (let count = 0; count < 7; count++) {
    server.clock.advance(1_000);
    await call("POST", "/v1/members", { name: `M${count}` });
  }
  expect(tenant.bucketSpan).toBe(16);
  const names: string[] = [];
  let cursor = "";
  do {
    const { body } = await call("GET", `/v1/members?limit=3${cursor}`);
    names.push(...body.items.map((member: { name: string }) => member.name));
    cursor = body.nextCursor === undefined ? "" : `&cursor=${body.nextCursor}`;
  } while (cursor !== "");
  expect(names).toEqual(["M6", "M5", "M4", "M3", "M2", "M1", "M0"]);
});

test("many are enrolled at once, and those with a taken identity are left out whole", async () => {
  const { tenant } = await server.newTenant();
  const { sealer } = server.parts;
  const list = Array.from({ length: 300 }, (_, index) => ({
    name: `N${index}`,
    identities: [
      { kind: "number" as const, value: `n${index % 299}` },
      { kind: "qr" as const, value: `q${index}` },
    ],
  }));
  const who = { tenantId: tenant.id, now: server.clock.now(), actor: "cli" };
  const enrolled = await inTransaction(server.db, who, (ctx) => enrolMembers(ctx, { sealer, tenant }, list));
  expect(enrolled.filter((outcome) => outcome.state === "enrolled")).toHaveLength(299);
  expect(enrolled.filter((outcome) => outcome.state === "taken")).toEqual([{ state: "taken", kind: "number" }]);
  const again = await inTransaction(server.db, who, (ctx) =>
    enrolMembers(ctx, { sealer, tenant }, [{ identities: [{ kind: "qr", value: "q299" }] }]),
  );
  expect(again[0]?.state).toBe("enrolled");
});

describe("is refused", () => {
  test.each([
    ["an unknown field", { nickname: "A" }, 'The body has a field "nickname" that is not known here.'],
    ["a name with a line break", { name: "A\nB" }, /"name" must be written as one line of text/],
    ["a number for a name", { name: 7 }, '"name" must be a text, not 7.'],
    ["an unknown kind", { kind: "robot" }, '"kind" must be one of "individual", "corporate".'],
    ["a day that is none", { birthDate: "1990-02-30" }, /"birthDate" must be a day of the calendar/],
    ["a birth in the future", { birthDate: "2030-01-01" }, /from the year 1880 until today/],
    ["a country that is none", { country: "QQ" }, '"QQ" is not the ISO 3166 code of a country.'],
    ["an unknown identity", { identities: [{ kind: "fax", value: "1" }] }, /"identities\[0\].kind" must be one of/],
    ["an identity without value", { identities: [{ kind: "qr" }] }, 'The field "identities[0].value" is missing.'],
    ["a wrong e-mail", { identities: [{ kind: "email", value: "a@b" }] }, /This is not an e-mail address/],
    [
      "an identity twice",
      { identities: ["A@x.example", "a@X.example"].map((value) => ({ kind: "email", value })) },
      "The same identity is in the list twice.",
    ],
    ["text for yes", { identities: [{ kind: "qr", value: "x", verified: "yes" }] }, /must be true or false\./],
  ])("%s", async (_what, body, detail) => {
    const reply = await enrols(body);
    expect(reply).toMatchObject({ status: 400, body: { code: "invalid" } });
    expect(reply.body.detail).toMatch(detail);
    expect(reply.headers.get("content-type")).toBe("application/problem+json");
  });

  test.each(["mem_01kb1vn7xqf8krv1q7ey6p4c0m", "mem_x", "act_01kb1vn7xqf8krv1q7ey6p4c0m", "1"])(
    "the id %s, which is nobody's",
    async (id) => {
      for (const [method, path, body] of [
        ["GET", "", undefined],
        ["PATCH", "", { name: "X" }],
        ["POST", "/identities", { kind: "qr", value: "nobody" }],
        ["PATCH", "/identities/qr_x", { verified: true }],
        ["DELETE", "/identities/qr_x", undefined],
      ] as const) {
        const reply = await server.call(method, `/v1/members/${id}${path}`, body);
        expect(reply, `${method} ${path}`).toMatchObject({ status: 404, body: { code: "not_found" } });
      }
    },
  );

  test("two identities in one question, and a cursor that is none", async () => {
    expect((await server.call("GET", "/v1/members?email=a@b.example&qr=1")).body).toMatchObject({ field: "qr" });
    expect((await server.call("GET", "/v1/members?cursor=WyJ4Il0")).body).toMatchObject({ field: "cursor" });
  });
});

function placeOf(typeId: string) {
  const memberId = fromTypeId("mem", typeId);
  return { memberId, bucket: Number.parseInt(memberId.slice(-4), 16) & 16_383 };
}
