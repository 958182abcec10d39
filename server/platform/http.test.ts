import { once } from "node:events";
import { request as rawRequest } from "node:http";
import { connect } from "node:net";
import { Type } from "typebox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callWith, startServer, type TestServer } from "../../tests/support/server.ts";
import { FAILURES_PER_MINUTE } from "./http/callers.ts";
import { operation } from "./http/operation.ts";
import { BODY_BYTES_MAX, createHttp, httpStatus } from "./http.ts";
import { createLog } from "./log.ts";
import { createMetrics } from "./metrics.ts";
import { Refusal, refusalCodes } from "./refusal.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ rateLimitPerMinute: 5_000 });
});
afterAll(() => server.close());

test("a server that stops waits for nobody who has asked nothing", { timeout: 10_000 }, async () => {
  const app = createHttp({ log: createLog("info", { write: () => {} }), metrics: createMetrics() });
  const { port } = new URL(await app.listen({ host: "127.0.0.1", port: 0 }));
  const quiet = connect(Number(port), "127.0.0.1");
  await once(quiet, "connect");
  await app.close();
  quiet.destroy();
});

/** An application of one route that takes a small body, and one that fails as it is told. */
async function smallApp() {
  const lines: string[] = [];
  const log = createLog("info", { write: (line: string) => lines.push(line) });
  const app = createHttp({ log, metrics: createMetrics() });
  const line = Type.Object({ quantity: Type.Integer({ minimum: 1, maximum: 10 }) }, { additionalProperties: false });
  const body = Type.Object(
    {
      amountMinor: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
      lines: Type.Optional(Type.Array(line)),
    },
    { additionalProperties: false },
  );
  const query = Type.Object({ limit: Type.Optional(Type.Integer({ maximum: 5 })) }, { additionalProperties: false });
  const ok = Type.Object({ amountMinor: Type.Integer() });
  const about = { tag: "test", summary: "x", scope: "public" } as const;
  app.post("/take", operation({ ...about, id: "take", body, query, ok }), async (request) => request.body);
  let failure: unknown;
  app.get("/fail", operation({ ...about, id: "fail", ok }), async () => {
    throw failure;
  });
  await app.ready();
  return {
    logged: () => lines.join(""),
    take: (payload: string, url = "/take", type = "application/json") =>
      app.inject({ method: "POST", url, headers: { "content-type": type }, payload }),
    fail: (error: unknown) => {
      failure = error;
      return app.inject("/fail");
    },
  };
}

describe("a body", () => {
  test.each([
    ['{"amountMinor":"5"}', '"amountMinor" must be a whole number (a JSON number, not a text).', "amountMinor"],
    ['{"amountMinor":"12,50"}', '"amountMinor" must be a whole number (a JSON number, not a text).', "amountMinor"],
    [
      '{"amountMinor":12.5}',
      '"amountMinor" must be a whole number (a JSON number, not a text), not 12.5.',
      "amountMinor",
    ],
    ['{"amountMinor":-5}', '"amountMinor" must be 0 or more, not -5.', "amountMinor"],
    [
      '{"amountMinor":1e309}',
      '"amountMinor" must be a whole number (a JSON number, not a text), not Infinity.',
      "amountMinor",
    ],
    ['{"amountMinor":9007199254740993}', /^"amountMinor" must be 9007199254740991 or less/, "amountMinor"],
    ['{"amountMinor":NaN}', "The body is not valid JSON.", undefined],
    ['{"amountMinor":1,"amount":1}', 'The body has a field "amount" that is not known here.', "amount"],
    ["{}", 'The field "amountMinor" is missing.', "amountMinor"],
    ["[]", "The body must be a JSON object.", undefined],
    ["null", "The body must be a JSON object.", undefined],
    ["", "The body is empty; send a JSON object.", undefined],
    ["{", "The body is not valid JSON.", undefined],
    [
      '{"amountMinor":1,"lines":[{"quantity":1},{"quantity":11}]}',
      /^"lines\[1\].quantity" must be 10 or less/,
      "lines[1].quantity",
    ],
    [
      '{"amountMinor":1,"lines":[{"quantity":1,"sku":"x"}]}',
      /a field "lines\[0\].sku" that is not known/,
      "lines[0].sku",
    ],
    ['{"amountMinor":1,"__proto__":{"a":1}}', /names are refused/, undefined],
    ['{"amountMinor":1,"constructor":{"prototype":{"a":1}}}', /names are refused/, undefined],
  ])("%s is refused in words", async (payload, detail, field) => {
    const { take } = await smallApp();
    const reply = await take(payload);
    expect(reply.statusCode).toBe(400);
    expect(reply.headers["content-type"]).toBe("application/problem+json");
    const problem = reply.json();
    expect(problem).toMatchObject({ type: "urn:fedele:problem:invalid", title: "Invalid request", code: "invalid" });
    expect(problem.detail).toMatch(detail);
    expect(problem.field).toBe(field);
    expect(problem.requestId).toBe(reply.headers["x-request-id"]);
  });

  test("nested too deep, too large, or of another kind is refused", async () => {
    const { take } = await smallApp();
    const deep = await take(`{"amountMinor":${"[".repeat(200)}${"]".repeat(200)}}`);
    expect(deep.json().detail).toBe("The body is nested deeper than 32 levels.");
    const large = await take(`{"amountMinor":"${"x".repeat(BODY_BYTES_MAX)}"}`);
    expect(large.statusCode).toBe(413);
    expect(large.json()).toMatchObject({ code: "too_large", detail: "The body may have at most 1048576 bytes." });
    const form = await take("amountMinor=1", "/take", "application/x-www-form-urlencoded");
    expect(form.statusCode).toBe(415);
    expect(form.json()).toMatchObject({ code: "invalid", detail: "Send the body as application/json." });
  });

  test("as large as a number can be is taken exactly", async () => {
    const { take } = await smallApp();
    expect((await take('{"amountMinor":9007199254740991}')).json()).toEqual({ amountMinor: 9007199254740991 });
  });
});

test.each([
  ["?limit=6", 'limit" must be 5 or less, not 6.'],
  ["?limit=1e9", 'limit" must be a whole number'],
  ["?limit=", 'limit" must be a whole number'],
  ["?limit=1&limit=2", 'limit" must be a whole number'],
  ["?sort=password", 'The query has a field "sort" that is not known here.'],
])("the query %s is refused", async (query, detail) => {
  const { take } = await smallApp();
  const reply = await take('{"amountMinor":1}', `/take${query}`);
  expect(reply.statusCode).toBe(400);
  expect(reply.json().detail).toContain(detail);
});

test("each way of saying no has its status, and asks to come back where that helps", async () => {
  const { fail } = await smallApp();
  for (const code of refusalCodes) {
    const reply = await fail(new Refusal(code, "No."));
    expect(reply.statusCode).toBe(httpStatus[code]);
    expect(reply.json()).toMatchObject({ status: httpStatus[code], code, detail: "No." });
    const comesBack = code === "too_many" || code === "unavailable";
    expect(reply.headers["retry-after"]).toBe(comesBack ? "1" : undefined);
  }
  expect((await fail(new Refusal("unavailable", "No.", { retryAfterSeconds: 7 }))).headers["retry-after"]).toBe("7");
});

test("our own mistake says nothing of itself but a request id, which stands in the log", async () => {
  const { fail, logged } = await smallApp();
  const reply = await fail(new Error('relation "secret" does not exist for ana@example.com'));
  expect(reply.statusCode).toBe(500);
  expect(reply.json()).toMatchObject({ code: "internal", title: "Internal error" });
  expect(reply.body).not.toMatch(/secret|relation|ana/);
  expect(logged()).toContain(reply.json().requestId);
  expect(logged()).not.toContain("ana@");
});

test("a database that is away is unavailable, and a key taken at the same moment a conflict", async () => {
  const { fail } = await smallApp();
  const away = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  expect((await fail(away)).statusCode).toBe(503);
  expect((await fail(new Error("Connection terminated unexpectedly"))).statusCode).toBe(503);
  expect((await fail(Object.assign(new Error("duplicate"), { code: "23505" }))).statusCode).toBe(409);
});

test("an address that is not there, or not for this method, is said to be so", async () => {
  expect(await server.call("GET", "/v1/nothing")).toMatchObject({ status: 404, body: { code: "not_found" } });
  const put = await server.call("PUT", "/v1/members/mem_x", {});
  expect(put).toMatchObject({
    status: 405,
    body: { detail: "This address does not answer PUT, only GET, HEAD, PATCH." },
  });
  expect(put.headers.get("allow")).toBe("GET, HEAD, PATCH");
  expect((await server.call("GET", "/v1/members/%zz")).body).toMatchObject({ code: "invalid" });
  expect((await server.call("GET", `/v1/members/${"x".repeat(300)}`)).status).toBe(404);
});

test("without a key, with a wrong one, or with one of another kind there is no way in", async () => {
  const get = (authorization: string) => server.call("GET", "/v1/tenant", undefined, { authorization });
  for (const wrong of ["", "Bearer", "Bearer x", "Basic YTpi", `Bearer ${server.key}x`, `bearer ${server.key}`]) {
    const reply = await get(wrong);
    expect(reply, wrong).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(reply.headers.get("www-authenticate")).toBe("Bearer");
  }
  const flipped = server.key.slice(0, -2) + (server.key.endsWith("AA") ? "BA" : "AA");
  expect((await get(`Bearer ${flipped}`)).status).toBe(401);
  const { call } = await server.newKey(server.tenant, ["members:read"]);
  expect(await call("GET", "/v1/api-keys")).toMatchObject({
    status: 403,
    body: { detail: 'This API key lacks the scope "tenant:read".' },
  });
});

test("a key may make so many requests a minute and is told how many are left", async () => {
  const limited = await startServer({ rateLimitPerMinute: 3 });
  const left: (string | null)[] = [];
  for (let count = 0; count < 3; count++) {
    const reply = await limited.call("GET", "/v1/tenant");
    expect(reply.status).toBe(200);
    expect(reply.headers.get("ratelimit-limit")).toBe("3");
    left.push(reply.headers.get("ratelimit-remaining"));
  }
  expect(left).toEqual(["2", "1", "0"]);
  const spent = await limited.call("GET", "/v1/tenant");
  expect(spent).toMatchObject({ status: 429, body: { code: "too_many" } });
  expect(spent.headers.get("retry-after")).toBe("1");
  limited.clock.advance(60_000);
  expect((await limited.call("GET", "/v1/tenant")).status).toBe(200);
  await limited.close();
});

test("an address that fails too often is not listened to, while known keys go on", async () => {
  const guessed = await startServer();
  const guess = callWith(guessed.url, `${guessed.key.slice(0, -4)}AAAA`);
  expect((await guessed.call("GET", "/v1/tenant")).status).toBe(200);
  for (let count = 0; count < FAILURES_PER_MINUTE; count++) await guess("GET", "/v1/tenant");
  const stranger = callWith(guessed.url, undefined);
  expect(await stranger("GET", "/v1/tenant")).toMatchObject({ status: 429, body: { code: "too_many" } });
  expect((await guessed.call("GET", "/v1/tenant")).status).toBe(200);
  await guessed.close();
});

test("the description, the reference, health and metrics are there without a key", async () => {
  const stranger = callWith(server.url, undefined);
  expect((await stranger("GET", "/openapi.json")).body.openapi).toBe("3.1.0");
  const docs = await stranger("GET", "/docs/");
  expect(docs.status).toBe(200);
  expect(docs.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(docs.body).not.toMatch(/(src|href)="https?:/);
  expect((await stranger("GET", "/health/live")).body).toEqual({ status: "ok" });
  expect((await stranger("GET", "/health/ready")).body).toEqual({ status: "ok" });
  const metrics = await stranger("GET", "/metrics");
  expect(metrics.body).toContain('fedele_http_request_seconds_count{route="GET /health/ready",status="200"} 1');
});

test("replies that are data may not be framed, sniffed, kept or run", async () => {
  const { headers } = await server.call("GET", "/v1/tenant");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("server")).toBeNull();
});

test("what is looked up stays out of the log", async () => {
  await server.call("GET", "/v1/members?email=looked-up@example.com&nothing=1");
  await server.call("GET", "/v1/nothing/secret-path?phone=%2B39061234567");
  expect(server.logged()).not.toMatch(/looked-up|secret-path|061234567|fed_/);
});

test("what is not HTTP is told so and cut off", async () => {
  const { port } = new URL(server.url);
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => socket.write("NOT HTTP AT ALL\r\n\r\n"));
    let text = "";
    socket.on("data", (data) => {
      text += data;
    });
    socket.on("close", () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\ncontent-type: application\/problem\+json/);
  expect(answer).not.toContain("NOT HTTP");
});

test("a body that does not come is not waited for without end", async () => {
  const outcome = await new Promise<number | undefined>((resolve) => {
    const call = rawRequest(`${server.url}/v1/members`, {
      method: "POST",
      headers: { "content-type": "application/json", "content-length": String(BODY_BYTES_MAX + 1) },
    });
    call.on("response", (reply) => resolve(reply.statusCode));
    call.on("error", () => resolve(undefined));
    call.setHeader("authorization", `Bearer ${server.key}`);
    call.setHeader("idempotency-key", "large");
    call.write("{");
  });
  expect(outcome).toBe(413);
});
