import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../../../tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const post = (path: string, body: object) => server.call("POST", path, body);

test("a partner has locations, each found by its code", async () => {
  const partner = await post("/v1/partners", { code: "hotel", name: "Hotel San Diego" });
  expect(partner.status).toBe(201);
  const body = { code: "desk", name: "Front desk", partnerId: partner.body.id, country: "US" };
  const location = await post("/v1/locations", { ...body, timezone: "America/Los_Angeles" });
  expect(location).toMatchObject({ status: 201, body });
  expect((await server.call("GET", `/v1/locations/${location.body.id}`)).body).toEqual(location.body);
  expect((await server.call("GET", "/v1/partners")).body.items).toEqual([partner.body]);

  const catalog = await server.parts.catalogs.of(server.tenant.id);
  const known = catalog.location("desk");
  expect(known).toMatchObject({ country: "US", timezone: "America/Los_Angeles" });
  expect(catalog.partnerById(known?.partnerId ?? "")?.code).toBe("hotel");
});

test("a product's categories are known at once after a change", async () => {
  const made = await post("/v1/products", { sku: "wine-1", name: "Barolo", categories: ["wine", "red"] });
  expect(made.status).toBe(201);
  const categories = async () => (await server.parts.catalogs.of(server.tenant.id)).categoriesOf("wine-1");
  expect(await categories()).toEqual(["wine", "red"]);
  const changed = await server.call("PATCH", "/v1/products/wine-1", { categories: [] });
  expect(changed.body).toMatchObject({ name: "Barolo", categories: [] });
  expect(await categories()).toEqual([]);
  expect((await server.call("GET", "/v1/products/wine-1")).body).toEqual(changed.body);
  expect((await server.parts.catalogs.of(server.tenant.id)).categoriesOf("unknown")).toEqual([]);
});

test.each([
  ["/v1/partners", "code", { code: "twice", name: "A" }],
  ["/v1/locations", "code", { code: "twice", name: "A" }],
  ["/v1/products", "sku", { sku: "twice", name: "A" }],
])("%s refuses a taken %s, and answers a repeated request with what it made", async (path, field, body) => {
  const key = { "idempotency-key": path };
  const first = await server.call("POST", path, body, key);
  expect(first.status).toBe(201);
  expect(await server.call("POST", path, body, key)).toMatchObject({ status: 200, body: first.body });
  expect(await post(path, { ...body, name: "B" })).toMatchObject({ status: 409, body: { code: "conflict", field } });
});

test("a code cannot be changed to one that another has", async () => {
  await post("/v1/partners", { code: "first", name: "First" });
  const { body } = await post("/v1/partners", { code: "second", name: "Second" });
  expect((await server.call("PATCH", `/v1/partners/${body.id}`, { code: "first" })).status).toBe(409);
  expect((await server.call("PATCH", `/v1/partners/${body.id}`, { code: "third" })).body.code).toBe("third");
  await post("/v1/locations", { code: "first", name: "First" });
  const place = await post("/v1/locations", { code: "second", name: "Second" });
  expect((await server.call("PATCH", `/v1/locations/${place.body.id}`, { code: "first" })).status).toBe(409);
});

test.each([
  ["/v1/locations", { code: "x", name: "X", timezone: "Nowhere" }, "timezone"],
  ["/v1/locations", { code: "x", name: "X", country: "QQ" }, "country"],
  ["/v1/partners", { code: " x", name: "X" }, "code"],
  ["/v1/products", { sku: "x", name: "X", categories: ["a", "a"] }, "categories"],
])("%s refuses %j", async (path, body, field) => {
  expect(await post(path, body)).toMatchObject({ status: 400, body: { code: "invalid", field } });
});

test("what is not there is not found", async () => {
  const partnerId = "par_01kb1vn7xqf8krv1q7ey6p4c0m";
  expect((await post("/v1/locations", { code: "x", name: "X", partnerId })).body.code).toBe("not_found");
  for (const path of [
    "/v1/partners/par_01kb1vn7xqf8krv1q7ey6p4c0m",
    "/v1/locations/loc_01kb1vn7xqf8krv1q7ey6p4c0m",
    "/v1/products/none",
  ]) {
    expect((await server.call("GET", path)).body.code).toBe("not_found");
    expect((await server.call("PATCH", path, { name: "X" })).body.code).toBe("not_found");
  }
});

test("the lists come in pages by code", async () => {
  const { call } = await server.newTenant();
  for (const sku of ["c", "a", "e", "b", "d"]) await call("POST", "/v1/products", { sku, name: sku });
  const first = await call("GET", "/v1/products?limit=3");
  const second = await call("GET", `/v1/products?limit=3&cursor=${first.body.nextCursor}`);
  const skus = [...first.body.items, ...second.body.items].map((product: { sku: string }) => product.sku);
  expect(skus).toEqual(["a", "b", "c", "d", "e"]);
  expect(second.body.nextCursor).toBeUndefined();
});
