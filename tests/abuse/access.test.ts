// Every operation × who asks: row 14 of the faults that we promise to survive. An operation without a sample fails.
import { type Scope, scopes } from "@fedele/sdk/schemas/apiKey.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Belongings, belongingsOf, type Sample, samples } from "../support/samples.ts";
import { type Call, callWith, startServer, type TestServer } from "../support/server.ts";

type Operation = { method: string; path: string; scope: Scope | undefined };

let server: TestServer;
let foreign: Belongings;
let operations: Map<string, Operation>;
let revoked: Call;

beforeAll(async () => {
  server = await startServer();
  const other = await server.newTenant();
  foreign = await belongingsOf(other.call);
  operations = await readOperations();
  const { id, call } = await server.newKey(server.tenant, scopes);
  expect((await call("GET", "/v1/tenant")).status).toBe(200);
  expect((await server.call("DELETE", `/v1/api-keys/${id}`)).status).toBe(204);
  revoked = call;
});
afterAll(() => server.close());

type Documented = { operationId: string; "x-scope"?: Scope };

async function readOperations(): Promise<Map<string, Operation>> {
  const { paths } = (await server.call("GET", "/openapi.json")).body;
  return new Map(
    Object.entries<Record<string, Documented>>(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId, "x-scope": scope }]) => [
        operationId,
        { method: method.toUpperCase(), path, scope },
      ]),
    ),
  );
}

function ask(call: Call, { method, path }: Operation, sample: Sample) {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(sample.path?.[name] ?? name));
  return call(method, sample.query === undefined ? address : `${address}?${sample.query}`, sample.body);
}

test("14: every operation has a sample, and every sample an operation", () => {
  expect(Object.keys(samples).toSorted()).toEqual([...operations.keys()].toSorted());
});

test.each(Object.entries(samples))(
  "14: %s serves its tenant's own key with its scope, and nobody else",
  async (id, of) => {
    const operation = operations.get(id);
    if (operation === undefined) throw new Error(`${id} is not documented`);
    const mine = of(await belongingsOf(server.call));
    const { scope } = operation;
    if (scope === undefined) {
      expect((await ask(callWith(server.url, undefined), operation, mine)).status).toBe(200);
      return;
    }

    const others = of(foreign);
    const refersToForeign = Object.values(foreign).some((theirs) => JSON.stringify(others).includes(theirs));
    const reached = await ask(server.call, operation, others);
    if (refersToForeign) expect(reached).toMatchObject({ status: 404, body: { code: "not_found" } });
    for (const theirs of Object.values(foreign)) {
      if (!refersToForeign) expect(JSON.stringify(reached.body)).not.toContain(theirs);
    }

    const without = await server.newKey(
      server.tenant,
      scopes.filter((granted) => granted !== scope),
    );
    expect(await ask(without.call, operation, mine)).toMatchObject({ status: 403, body: { code: "forbidden" } });
    const noKey = callWith(server.url, undefined);
    expect(await ask(noKey, operation, mine)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });
    expect(await ask(revoked, operation, mine)).toMatchObject({ status: 401, body: { code: "unauthenticated" } });

    const alone = await server.newKey(server.tenant, [scope]);
    const served = await ask(alone.call, operation, mine);
    // A key gives no scope that it lacks: with all scopes it is served.
    const reply = served.status === 403 ? await ask(server.call, operation, mine) : served;
    expect(reply.status, JSON.stringify(reply.body)).toBeGreaterThanOrEqual(200);
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  },
);
