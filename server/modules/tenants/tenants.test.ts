import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../../../tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ tenant: { name: "Corner shop", country: "IT" } });
});
afterAll(() => server.close());

test("a tenant sees itself and may change what is not counted in", async () => {
  const { body, status } = await server.call("GET", "/v1/tenant");
  expect(status).toBe(200);
  expect(body).toMatchObject({ name: "Corner shop", currency: "EUR", country: "IT", bucketSpan: 16 });

  const changed = await server.call("PATCH", "/v1/tenant", { timezone: "Europe/Prague", language: "cs" });
  expect(changed.body).toMatchObject({ name: "Corner shop", timezone: "Europe/Prague", language: "cs" });
  expect((await server.call("GET", "/v1/tenant")).body).toEqual(changed.body);
});

test.each([
  [{ currency: "USD" }, 'The body has a field "currency" that is not known here.'],
  [{ timezone: "Mars/Base" }, '"Mars/Base" is not the IANA name of a time zone.'],
  [{ country: "ZZ" }, '"ZZ" is not the ISO 3166 code of a country.'],
  [{}, "The body must be an object with at least 1 field."],
])("a change of the tenant to %j is refused", async (change, detail) => {
  expect(await server.call("PATCH", "/v1/tenant", change)).toMatchObject({ status: 400, body: { detail } });
});

test("a key is shown once, works, and stops at once when it is revoked", async () => {
  const asked = { name: "till 7", scopes: ["members:read", "tenant:read"] };
  const made = await server.call("POST", "/v1/api-keys", asked, { "idempotency-key": "till-7" });
  expect(made.status).toBe(201);
  expect(made.body.secret).toMatch(/^fed_[0-9a-z]{52}[\w-]{43}$/);

  const again = await server.call("POST", "/v1/api-keys", asked, { "idempotency-key": "till-7" });
  expect(again).toMatchObject({ status: 200, body: { id: made.body.id } });
  expect(again.body.secret).toBeUndefined();

  const asTill = { authorization: `Bearer ${made.body.secret}` };
  expect((await server.call("GET", "/v1/tenant", undefined, asTill)).status).toBe(200);
  expect((await server.call("DELETE", `/v1/api-keys/${made.body.id}`)).status).toBe(204);
  expect(await server.call("GET", "/v1/tenant", undefined, asTill)).toMatchObject({
    status: 401,
    body: { code: "unauthenticated", detail: "This API key is not known, or it was revoked." },
  });
  const listed = await server.call("GET", "/v1/api-keys");
  expect(listed.body.items.find((key: { id: string }) => key.id === made.body.id).revokedAt).toBeDefined();
});

test("a key cannot give a scope that it lacks", async () => {
  const { call } = await server.newKey(server.tenant, ["tenant:write"]);
  expect(await call("POST", "/v1/api-keys", { name: "more", scopes: ["ledger:write"] })).toMatchObject({
    status: 403,
    body: { code: "forbidden" },
  });
});

test("a used Idempotency-Key does not stand for another request, and a refused one leaves no key behind", async () => {
  const key = { "idempotency-key": "again" };
  const refused = await server.call("POST", "/v1/api-keys", { name: "", scopes: ["tenant:read"] }, key);
  expect(refused).toMatchObject({ status: 400, body: { field: "name" } });
  expect((await server.call("POST", "/v1/api-keys", { name: "one", scopes: ["tenant:read"] }, key)).status).toBe(201);
  expect(await server.call("POST", "/v1/api-keys", { name: "two", scopes: ["tenant:read"] }, key)).toMatchObject({
    status: 409,
    body: { code: "conflict", field: "idempotency-key" },
  });
});

test("the keys come in pages", async () => {
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await server.call("GET", `/v1/api-keys?limit=2${cursor}`);
    seen.push(...body.items.map((key: { id: string }) => key.id));
    cursor = body.nextCursor === undefined ? "" : `&cursor=${body.nextCursor}`;
  } while (cursor !== "");
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(seen.toSorted());
  expect(await server.call("GET", "/v1/api-keys?cursor=bm8")).toMatchObject({ status: 400, body: { field: "cursor" } });
});
