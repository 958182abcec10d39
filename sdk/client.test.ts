import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../tests/support/server.ts";
import { typesOf } from "./apiTypes.ts";
import { createFedele } from "./client.ts";
import { firstPurchase } from "./examples/firstPurchase.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("the client calls the live server with types, and brings its own Idempotency-Key", async () => {
  const fedele = createFedele({ baseUrl: server.url, apiKey: server.key });
  const { data: ana } = await fedele.POST("/v1/members", { body: { name: "Ana" } });
  expect(ana?.name).toBe("Ana");
  const { data } = await fedele.GET("/v1/members/{memberId}", { params: { path: { memberId: ana?.id ?? "" } } });
  expect(data).toEqual(ana);

  const header = { "idempotency-key": "sent-twice" };
  const first = await fedele.POST("/v1/members", { body: { name: "Bo" }, params: { header } });
  const again = await fedele.POST("/v1/members", { body: { name: "Bo" }, params: { header } });
  expect(again.data?.id).toBe(first.data?.id);

  const { error } = await fedele.POST("/v1/members", { body: { name: "" } });
  expect(error).toMatchObject({ code: "invalid", field: "name" });
});

test("the example of a first purchase earns what the rule says, once however often it is run", async () => {
  await server.call("POST", "/v1/points-types", { code: "points", name: "Points", spendable: true, qualifying: true });
  const effect = { kind: "points_per_money", points: 1, perMinor: 100 };
  const rule = { name: "A point a euro", pointsType: "points", effect };
  const campaign = await server.call("POST", "/v1/campaigns", { name: "Always", rules: [rule] });
  expect(campaign.status).toBe(201);

  const options = { baseUrl: server.url, apiKey: server.key };
  const first = await firstPurchase(options, "receipt-1");
  expect(first).toMatchObject({ earned: 10, spendable: 10 });
  expect(await firstPurchase(options, "receipt-1")).toEqual(first);
});

async function readDocument(): Promise<Document> {
  return (await server.call("GET", "/openapi.json")).body;
}

test("the generated types are those of the routes as they are (else: node scripts/generateSdk.ts)", async () => {
  const checkedIn = await readFile(new URL("generated/api.d.ts", import.meta.url), "utf8");
  expect(await typesOf(await readDocument())).toBe(checkedIn);
});

/** For whoever runs the server, and the files of the screens, where they have been built. */
const undocumented = /^\/(openapi\.json|metrics|docs.*|assets\/.*|portal\/.*|p\/worker\.js|[\w-]+\.(svg|js|json))$/;

test("no address answers that is not documented", async () => {
  const { paths } = await readDocument();
  const missing = [...server.app.knownAddresses]
    .filter(([address]) => !undocumented.test(address))
    .flatMap(([address, methods]) => [...methods].map((method) => ({ address, method })))
    .filter(({ method }) => method !== "HEAD")
    .filter(({ address, method }) => !paths[address.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()])
    .map(({ address, method }) => `${method} ${address}`);
  expect(missing).toEqual([]);
  expect(Object.keys(paths).length).toBeGreaterThan(10);
});

test("every operation says what it takes, gives and refuses", async () => {
  const { paths, openapi } = await readDocument();
  expect(openapi).toBe("3.1.0");
  const missing: string[] = [];
  const ids: string[] = [];
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const name = `${method.toUpperCase()} ${path}`;
      ids.push(operation.operationId ?? name);
      missing.push(...gapsIn(operation).map((gap) => `${name}: ${gap}`));
    }
  }
  expect(missing).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});

function gapsIn({ operationId, summary, tags, responses, security }: Operation): string[] {
  const replies = Object.entries(responses);
  const successes = replies.filter(([status]) => status.startsWith("2"));
  const isPublic = security?.length === 0;
  const refusals = ["400", "503", ...(isPublic ? [] : ["401", "403", "429"])];
  return [
    ...(operationId ? [] : ["operationId"]),
    ...(summary ? [] : ["summary"]),
    ...(tags?.length === 1 ? [] : ["one tag"]),
    ...(successes.length > 0 ? [] : ["what it replies"]),
    ...refusals.filter((status) => responses[status] === undefined).map((status) => `its refusal ${status}`),
    ...replies
      .filter(([status, reply]) => status !== "204" && Object.values(reply.content ?? {})[0]?.schema === undefined)
      .map(([status]) => `the shape of ${status}`),
  ];
}

type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };
type Operation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: object[];
  responses: Record<string, { content?: Record<string, { schema?: object }> }>;
};
