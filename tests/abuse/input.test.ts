// Bad input at the edge: rows 12, 13, 16, 17, 27 and 28 of the faults that we promise to survive.
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ tenant: { country: "IT" } });
});
afterAll(() => server.close());

const enrols = (body: unknown) => server.call("POST", "/v1/members", body);
const countMembers = async () => (await server.call("GET", "/v1/members?limit=100")).body.items.length;

test.each([
  ["2 MB", `{"name":"${"x".repeat(2_000_000)}"}`, 413],
  ["200 levels", `{"name":${"[".repeat(200)}1${"]".repeat(200)}}`, 400],
  ["a million levels", `{"name":${"[".repeat(500_000)}${"]".repeat(500_000)}}`, 400],
  ["10,000 keys", JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, key) => [`k${key}`, 1]))), 400],
  ["__proto__", '{"name":"Ana","__proto__":{"isAdmin":true}}', 400],
  ["an escaped __proto__", '{"name":"Ana","\\u005f_proto__":{"isAdmin":true}}', 400],
  ["constructor.prototype", '{"name":"Ana","constructor":{"prototype":{"isAdmin":true}}}', 400],
  ["twice the same key", '{"name":"Ana","kind":"robot","kind":"robot"}', 400],
  ["a lone surrogate", '{"name":"\\ud800"}', 400],
])("12: a body of %s is refused and pollutes nothing", async (_what, body, status) => {
  const before = await countMembers();
  const reply = await enrols(body);
  expect(reply.status).toBe(status);
  expect(reply.body.detail).toMatch(/^[A-Z"].*\.$/);
  expect(Object.hasOwn(Object.prototype, "isAdmin")).toBe(false);
  expect(Reflect.get({}, "isAdmin")).toBeUndefined();
  expect(await countMembers()).toBe(before);
});

test.each([
  ["kind", "teleport", '"kind" must be one of "purchase"'],
  ["kind", undefined, 'The field "kind" is missing.'],
  ["schema_v", 99, 'The body has a field "schema_v" that is not known here.'],
  ["attributes", { "no good name": 1 }, 'The body has a field "attributes.no good name" that is not known here.'],
  ["attributes", { nested: { deeper: 1 } }, '"attributes.nested" must be a text or a whole number'],
  [
    "attributes",
    Object.fromEntries(Array.from({ length: 51 }, (_, key) => [`k${key}`, 1])),
    '"attributes" must be an object with at most 50 fields.',
  ],
])("13: an activity with %s %j is refused, and its key is still free", async (field, value, detail) => {
  const { body: member } = await enrols({ name: "Ana" });
  const activity = { source: "till", document: `d${member.id}`, kind: "visit", member: { id: member.id } };
  const refused = await server.call("POST", "/v1/activities", { ...activity, [field]: value });
  expect(refused).toMatchObject({ status: 400, body: { code: "invalid" } });
  expect(refused.body.detail).toContain(detail);
  expect((await server.call("POST", "/v1/activities", activity)).status).toBe(201);
});

test.each([
  ["tier", "gold"],
  ["points", 1_000_000],
  ["tenantId", "ten_01kb1vn7xqf8krv1q7ey6p4c0m"],
  ["tenant_id", "x"],
  ["id", "mem_01kb1vn7xqf8krv1q7ey6p4c0m"],
  ["enrolledAt", "2000-01-01T00:00:00Z"],
  ["identities", []],
  ["verified", true],
])("16: a member cannot be given %s by a change", async (field, value) => {
  const { body: member } = await enrols({ name: "Ana" });
  const path = `/v1/members/${member.id}`;
  expect(await server.call("PATCH", path, { name: "Bea", [field]: value })).toMatchObject({
    status: 400,
    body: { code: "invalid", field, detail: `The body has a field "${field}" that is not known here.` },
  });
  expect((await server.call("GET", path)).body).toEqual(member);
});

test.each([
  ["limit=1e9&sort=password", /sort|limit/],
  ["limit=1000000000", /"limit" must be 100 or less/],
  ["limit=101", /"limit" must be 100 or less/],
  ["limit=0", /"limit" must be 1 or more/],
  ["limit=-1", /"limit" must be 1 or more/],
  ["limit=ten", /"limit" must be a whole number/],
  ["limit=5&limit=6", /"limit" must be a whole number/],
  ["sort=password", /a field "sort" that is not known|"sort" must be one of/],
  ["tenant_id=x", /a field "tenant_id" that is not known/],
  ["cursor=%00", /cursor/],
  ["cursor=bnVsbA", /cursor/],
  [`cursor=${"x".repeat(600)}`, /"cursor" must be at most 512 characters long/],
])("17: a list asked for by ?%s is refused", async (query, detail) => {
  for (const list of ["/v1/members", "/v1/partners", "/v1/api-keys"]) {
    const reply = await server.call("GET", `${list}?${query}`);
    expect(reply, list).toMatchObject({ status: 400, body: { code: "invalid" } });
    expect(reply.body.detail).toMatch(detail);
  }
});

test.each([
  ["Ana.Upper@Example.COM", "ana.upper@example.com"],
  [" ana.spaces@example.com ", "ana.spaces@example.com"],
  ["jose\u0301@example.com", "josé@example.com"],
  ["ana@BÜCHER.example", "ana@xn--bcher-kva.example"],
])("27: the mailbox %j is the same one as %j", async (typed, written) => {
  const first = await enrols({ identities: [{ kind: "email", value: typed }] });
  expect(first).toMatchObject({ status: 201, body: { identities: [{ value: written }] } });
  expect(await enrols({ identities: [{ kind: "email", value: written }] })).toMatchObject({ status: 409 });
  const found = await server.call("GET", `/v1/members?email=${encodeURIComponent(typed.toUpperCase())}`);
  expect(found.body.items.map((member: { id: string }) => member.id)).toEqual([first.body.id]);
});

test.each([
  "a@b",
  '"a b"@example.com',
  `${"x".repeat(308)}@example.com`,
  "ana@example.com.",
  "ana\u200b@example.com",
  "\u202emoc.elpmaxe@ana",
  "ana@example.com\r\nBcc: bob@example.com",
])("27: %j is no mailbox", async (value) => {
  expect(await enrols({ identities: [{ kind: "email", value }] })).toMatchObject({
    status: 400,
    body: {
      field: "identities[0].value",
      detail: "This is not an e-mail address that can be written to, like ana@example.com.",
    },
  });
});

test("28: a local number is read by the tenant's country, and without one it is refused", async () => {
  const phone = (value: string) => ({ identities: [{ kind: "phone", value }] });
  const first = await enrols(phone("06 9876 5432"));
  expect(first.body.identities[0].value).toBe("+390698765432");
  for (const same of ["0039 06 98765432", "+39 06 98765432", "٠٦٩٨٧٦٥٤٣٢"]) {
    expect((await enrols(phone(same))).status, same).toBe(409);
  }
  const abroad = await server.newTenant();
  for (const local of ["06 9876 5432", "0039 06 98765432"]) {
    expect(await abroad.call("POST", "/v1/members", phone(local))).toMatchObject({
      status: 400,
      body: { detail: "This is not a phone number; write it with its country, like +39 06 1234567." },
    });
  }
  expect(await enrols(phone("899 123456"))).toMatchObject({
    status: 400,
    body: { detail: "This is a premium or service number; a member's own line is needed." },
  });
});
