// Every operation of the description, asked with what its own schema allows and with what it does not: nothing that
// anybody sends is our mistake, and every answer is one that the description promises.
import fc from "fast-check";
import { Compile } from "typebox/compile";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signedIn } from "../support/members.ts";
import type { Sample } from "../support/operations.ts";
import { meSamples } from "../support/portalSamples.ts";
import { belongingsOf, samples } from "../support/samples.ts";
import { type Schema, spoiled, valuesOf, type World } from "../support/schemaArbitraries.ts";
import { type Call, callWith, type Reply, startServer, type TestServer } from "../support/server.ts";
import { forPeople } from "../support/signInSamples.ts";
import { newStaff } from "../support/staff.ts";

/** Another seed finds other things; this one finds the same on every machine. */
const SEED = 20_261_125;
const GOOD_RUNS = 12;
const BAD_RUNS = 16;

type Parameter = { in: "path" | "query" | "header"; name: string; required?: boolean; schema: Schema };
type Content = Readonly<Record<string, { schema?: Schema }>>;
type Operation = {
  operationId: string;
  parameters?: readonly Parameter[];
  requestBody?: { content: Content };
  responses: Readonly<Record<string, { content?: Content }>>;
};

let server: TestServer;
let document: {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};
beforeAll(async () => {
  server = await startServer();
  document = (await server.call("GET", "/openapi.json")).body;
});
afterAll(() => server.close());
// So many sign-ins in one minute, one for each member that is made here, would be too many from one address.
beforeEach(() => server.clock.advance(10_000));

type Fields = Record<string, unknown>;
type Asked = { path: Fields; query: Fields; body: unknown };

/** The sample of an operation, in the parts that a request has. */
function askedBy({ path = {}, query = "", body }: Sample): Asked {
  return { path, query: Object.fromEntries(new URLSearchParams(query)), body };
}

/** What the schemas allow, more or less of it taken from a request that is known to succeed. */
function requestsOf(world: World, operation: Operation, sample: Asked): fc.Arbitrary<Asked> {
  const partOf = (place: Parameter["in"]): fc.Arbitrary<Fields> => {
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === place);
    const values = parameters.map(({ name, schema }) => [name, valuesOf(world, schema)] as const);
    return fc.record(Object.fromEntries(values), { requiredKeys: [] });
  };
  const schema = operation.requestBody?.content["application/json"]?.schema;
  const body = schema === undefined ? fc.constant(undefined) : valuesOf(world, schema);
  return fc.record({
    path: fc.oneof(
      { weight: 5, arbitrary: fc.constant(sample.path) },
      { weight: 1, arbitrary: partOf("path").map((path) => ({ ...sample.path, ...path })) },
    ),
    query: partOf("query").chain((query) => partly(sample.query, query)),
    body: body.chain((value) => fc.oneof(fc.constant(value), partly(sample.body, value))),
  });
}

/** One value with some of the fields of another. */
function partly<T>(base: T, other: T): fc.Arbitrary<T> {
  const isObject = typeof base === "object" && typeof other === "object" && !Array.isArray(base);
  if (!isObject) return fc.constantFrom(base, other);
  const fields = Object.entries(Object(other));
  return fc
    .subarray(fields, { maxLength: Math.min(2, fields.length) })
    .map((some) => ({ ...base, ...Object.fromEntries(some) }));
}

/** One of its three parts is not as it should be. */
function badRequestsOf(good: fc.Arbitrary<Asked>): fc.Arbitrary<Asked> {
  const odd = fc.constantFrom("", "%00", "../x", "mem_0", "\u0000", "💥", "a".repeat(3_000), "null");
  const bodies = fc
    .tuple(good, spoiled(good.map(({ body }) => body)))
    .map(([asked, body]) => (asked.body === undefined ? asked : { ...asked, body }));
  return fc.oneof(
    bodies,
    fc.tuple(good, odd).map(([asked, text]) => ({
      ...asked,
      path: Object.fromEntries(Object.keys(asked.path).map((name) => [name, text])),
    })),
    fc.tuple(good, fc.constantFrom("limit", "after", "sort", "from"), odd).map(([asked, name, text]) => ({
      ...asked,
      query: { ...asked.query, [name]: text },
    })),
  );
}

function ask(call: Call, place: { method: string; path: string }, { path, query, body }: Asked): Promise<Reply> {
  const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  const address = place.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(wellFormed(text(path[name]))),
  );
  const parameters = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, text(value)]),
  );
  const search = parameters.size === 0 ? "" : `?${parameters}`;
  // Serialized here, so that even a body that is a text by itself is one of JSON.
  return call(place.method, address + search, body === undefined ? undefined : JSON.stringify(body));
}

/** A lone surrogate has no place in an address. */
function wellFormed(text: string): string {
  return text.toWellFormed();
}

/** Why an answer is not one of those that the operation promises; undefined when it is. */
function faultIn(operation: Operation, { status, headers, body }: Reply): string | undefined {
  if (status >= 500 && status !== 503) return `answered ${status}: ${JSON.stringify(body)}`;
  const promised = operation.responses[status];
  if (promised === undefined) return `answered ${status}, which is not described: ${JSON.stringify(body)}`;
  const type = headers.get("content-type")?.split(";")[0] ?? "";
  const schema = promised.content?.[type]?.schema;
  if (schema === undefined) return body === "" || type === "" ? undefined : `answered ${type}, which is not described`;
  if (type !== "application/json" && type !== "application/problem+json") return undefined;
  const [error] = checkOf(schema).Errors(body);
  if (error === undefined) return undefined;
  return `answered ${status} with ${error.instancePath}: ${error.message} in ${JSON.stringify(body).slice(0, 500)}`;
}

const checks = new Map<Schema, ReturnType<typeof Compile>>();

function checkOf(schema: Schema): ReturnType<typeof Compile> {
  const known = checks.get(schema) ?? Compile(withNames(document.components.schemas), withNames(schema));
  checks.set(schema, known);
  return known;
}

/** The same with references by name alone, as the checker looks them up. */
function withNames<T>(schema: T): T {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/components/schemas/', '"$ref":"'));
}

test.each(Object.entries(samples))(
  "%s answers as it is described, whatever it is asked",
  { timeout: 60_000 },
  async (id, of) => {
    const [method, path, operation] = placeOf(id);
    const own = await belongingsOf(server.call, (await newStaff(server, "cashier")).id);
    const call = meSamples[id] === undefined ? server.call : (await signedIn(server, own.memberId)).call;
    const world: World = { components: document.components.schemas, known: [...Object.values(own), "points", "gold"] };
    const replies: Reply[] = [];
    const holds = async (asked: Asked): Promise<void> => {
      const reply = await ask(call, { method, path }, asked);
      replies.push(reply);
      const fault = faultIn(operation, reply);
      expect(fault, `${method} ${path} asked ${JSON.stringify(asked)}`).toBeUndefined();
    };
    const sample = askedBy(of(own));
    await holds(sample);
    if (!forPeople.has(id)) expect(replies[0]?.status, JSON.stringify(replies[0]?.body)).toBeLessThan(300);
    // A stream answers for as long as it is asked to; its story asks it the rest.
    if (isStream(operation)) return;
    const good = requestsOf(world, operation, sample);
    await fc.assert(fc.asyncProperty(good, holds), { seed: SEED, numRuns: GOOD_RUNS });
    await fc.assert(fc.asyncProperty(badRequestsOf(good), holds), { seed: SEED, numRuns: BAD_RUNS });
  },
);

function isStream({ responses }: Operation): boolean {
  return responses[200]?.content?.["text/event-stream"] !== undefined;
}

function placeOf(id: string): [method: string, path: string, operation: Operation] {
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.operationId === id) return [method.toUpperCase(), path, operation];
    }
  }
  throw new Error(`${id} is not documented`);
}

test("what is no JSON, what is none that it says, and what nobody asked for are refused in words", async () => {
  const call = callWith(server.url, server.key);
  for (const body of ["{", "[1,", '{"a":1}}', "\u0000", '{"__proto__":{"a":1}}', "nul", "[".repeat(10_000)]) {
    const { status, body: problem } = await call("POST", "/v1/members", body);
    expect({ status, code: problem.code }, body.slice(0, 20)).toEqual({ status: 400, code: "invalid" });
  }
});
