// Every operation × who asks: rows 14 and 18 of the faults that we promise to survive. An operation without a sample
// fails, and so does one that lets somebody in whom its scope, role or partner keeps out.

import { type Scope, scopes } from "@fedele/sdk/schemas/apiKey.ts";
import { type Role, roleScopes, roles } from "@fedele/sdk/schemas/role.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { blindQueries } from "../support/blindQueries.ts";
import { ask, type Operation, readOperations, type Sample } from "../support/operations.ts";
import { meSamples, portalOnes } from "../support/portalSamples.ts";
import { type Belongings, belongingsOf, samples } from "../support/samples.ts";
import { type Call, callWith, type Reply, startServer, type TestServer, type TestTenant } from "../support/server.ts";
import { callAs, newStaff, type SignedIn } from "../support/staff.ts";

const device = "serial 4711";
const unknown = { status: 401, body: { code: "unauthenticated" } };
const refused = { status: 403, body: { code: "forbidden" } };

/** What a stranger may ask for. */
const publicOnes = new Set([
  "getLiveness",
  "getReadiness",
  "askForSignInCode",
  "signIn",
  "showSecondFactor",
  "acceptInvitation",
  ...["askForPasskey", "signInByPasskey"],
  ...portalOnes,
  "hearInbound",
  "showUnsubscribing",
  "unsubscribe",
]);
/** What is about whoever asks, and about nobody else. */
const selfServing = new Set([
  ...["getSession", "renewSession", "endSession", "startTotp", "confirmTotp", "endTotp", "getTenant"],
  ...["startPasskey", "addPasskey", "listMyPasskeys", "revokePasskey"],
  ...["listMemberships", "joinMembership", "switchTenant", "foundTenant", "clearDemo"],
]);

let server: TestServer;
let other: TestTenant;
let foreign: Belongings;
let operations: Map<string, Operation>;
let till: Call;
let people: Map<Role, SignedIn>;
/** Each as a request of nobody: revoked, ended, pending, of another device, of another kind. */
let nobodies: Map<string, Call>;

beforeAll(async () => {
  server = await startServer();
  other = await server.newTenant();
  foreign = await ownedBy(other);
  operations = await readOperations(server.call);
  const tills = { live: await newTill(), revoked: await newTill() };
  till = atDevice(tills.live.secret);
  const partner = await server.call("POST", "/v1/partners", { code: "partner", name: "Partner" });
  people = new Map();
  for (const role of roles) {
    people.set(role, await newStaff(server, role, role === "partner" ? { partnerId: partner.body.id } : {}));
  }
  nobodies = new Map([
    ["no key", callWith(server.url, undefined)],
    ["a revoked key", await revokedKey()],
    ["a revoked till", await revokedTill(tills.revoked)],
    ["a till's key on another device", atDevice(tills.live.secret, "serial 4712")],
    ["a till's key without its device", callWith(server.url, tills.live.secret)],
    ["an ended session", await endedSession()],
    ["a removed person", await removedPerson()],
    ["a session without its second factor", (await newStaff(server, "owner", { isPending: true })).call],
    ["a session in the header of keys", await sessionAsKey()],
    ["a key in the cookie of sessions", callAs(server.url, `fedele_session=${server.key}`, "")],
    ["a token of somebody else's making", callWith(server.url, "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbmEifQ.")],
  ]);
});
afterAll(() => server.close());
// So many failed attempts in one minute would be listened to no longer.
beforeEach(() => server.clock.advance(10_000));

/** What a tenant owns, one of each, made now. */
async function ownedBy(tenant: TestTenant): Promise<Belongings> {
  return belongingsOf(tenant.call, (await newStaff(server, "cashier", { tenant: tenant.tenant })).id);
}

async function newTill(): Promise<{ id: string; secret: string }> {
  const code = `place ${Math.random()}`;
  const { body: place } = await server.call("POST", "/v1/locations", { code, name: "Place" });
  return (await server.call("POST", "/v1/till-keys", { name: "till", locationId: place.id, device })).body;
}

function atDevice(secret: string, name = device): Call {
  const plain = callWith(server.url, secret);
  return (method, path, body, headers = {}) => plain(method, path, body, { "x-till-device": name, ...headers });
}

async function revokedKey(): Promise<Call> {
  const { id, call } = await server.newKey(server.tenant, scopes);
  expect((await call("GET", "/v1/tenant")).status).toBe(200);
  expect((await server.call("DELETE", `/v1/api-keys/${id}`)).status).toBe(204);
  return call;
}

async function revokedTill({ id, secret }: { id: string; secret: string }): Promise<Call> {
  expect((await atDevice(secret)("GET", "/v1/session")).status).toBe(200);
  expect((await server.call("DELETE", `/v1/till-keys/${id}`)).status).toBe(204);
  return atDevice(secret);
}

async function endedSession(): Promise<Call> {
  const { call } = await newStaff(server, "owner");
  expect((await call("DELETE", "/v1/session")).status).toBe(204);
  return call;
}

async function removedPerson(): Promise<Call> {
  const { id, call } = await newStaff(server, "manager");
  expect((await call("GET", "/v1/session")).status).toBe(200);
  expect((await server.call("DELETE", `/v1/staff/${id}`)).status).toBe(204);
  return call;
}

async function sessionAsKey(): Promise<Call> {
  const { cookie } = await newStaff(server, "owner");
  return callWith(server.url, cookie.slice("fedele_session=".length));
}

function operationOf(id: string): Operation {
  const operation = operations.get(id);
  if (operation === undefined) throw new Error(`${id} is not documented`);
  return operation;
}

/** Neither unknown, nor forbidden, nor a mistake of ours; what one asked for before may be gone for the next. */
function expectServed(reply: Reply, whom: string): void {
  const told = `${whom}: ${reply.status} ${JSON.stringify(reply.body)}`;
  expect([401, 403], told).not.toContain(reply.status);
  expect(reply.status, told).toBeLessThan(500);
}

/** What is cut to the partner of whoever asks; every other operation refuses a partner's staff. */
const partnerOnes = new Set(["listPartners", "getPartner", "listLocations", "getLocation"]);
const guarded = Object.entries(samples).filter(([id]) => !publicOnes.has(id));
const ofScopes = guarded.filter(([id]) => !selfServing.has(id) && meSamples[id] === undefined);

test("14: every operation has a sample, and every sample an operation", () => {
  expect(Object.keys(samples).toSorted()).toEqual([...operations.keys()].toSorted());
});

test("14: what is public, and what is for everybody who is known, is no more than this", () => {
  const having = (scope: string | undefined) =>
    [...operations].filter(([, it]) => it.scope === scope).map(([id]) => id);
  expect(new Set(having(undefined))).toEqual(publicOnes);
  expect(new Set(having("self"))).toEqual(selfServing);
  const cut = [...operations].filter(([, { servesPartners }]) => servesPartners).map(([id]) => id);
  expect(new Set(cut)).toEqual(partnerOnes);
});

test.each([...publicOnes])("14: %s answers a stranger, and tells nothing", async (id) => {
  const sample = samples[id]?.(foreign) ?? {};
  const reply = await ask(callWith(server.url, undefined), operationOf(id), sample);
  expect(reply.status).toBeLessThan(500);
  for (const theirs of Object.values(foreign)) expect(JSON.stringify(reply.body)).not.toContain(theirs);
});

test.each(guarded)("18: %s is refused to whoever is nobody", async (id, of) => {
  const operation = operationOf(id);
  const mine = of(foreign);
  for (const [whom, call] of nobodies) expect(await ask(call, operation, mine), whom).toMatchObject(unknown);
});

test.each(ofScopes)("14: %s serves whoever may, and nobody else", { timeout: 60_000 }, async (id, of) => {
  const operation = operationOf(id);
  const owned = await ownedBy(server);
  await expectNothingOf(foreign, operation, of(foreign));
  await expectKeysServed(operation, of(owned));
  await expectRolesServed(operation, owned, of);
});

async function expectKeysServed(operation: Operation, sample: Sample): Promise<void> {
  const { scope } = operation;
  const keyWith = (granted: Scope[]) => server.newKey(server.tenant, granted);
  const without = await keyWith(scopes.filter((granted) => granted !== scope));
  expect(await ask(without.call, operation, sample)).toMatchObject(refused);
  const alone = await keyWith(scopes.filter((granted) => granted === scope));
  const served = await ask(alone.call, operation, sample);
  // A key gives no scope that it lacks: with all scopes it is served.
  const reply = served.status === 403 ? await ask(server.call, operation, sample) : served;
  expect(reply.status, JSON.stringify(reply.body)).toBeGreaterThanOrEqual(200);
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
}

async function expectRolesServed(
  operation: Operation,
  owned: Belongings,
  of: (owned: Belongings) => Sample,
): Promise<void> {
  const may = (role: Role) => roleScopes[role].some((scope) => scope === operation.scope);
  for (const [role, person] of people) {
    const reply = await ask(person.call, operation, of(owned));
    if (may(role) && (role !== "partner" || operation.servesPartners)) expectServed(reply, role);
    else expect(reply, role).toMatchObject(refused);
  }
  const byTill = await ask(till, operation, of(owned));
  if (may("cashier")) expectServed(byTill, "a till");
  else expect(byTill).toMatchObject(refused);
  const owner = people.get("owner");
  if (operation.method !== "GET" && owner !== undefined) await expectForgeryRefused(owner, operation, of(owned));
}

test.each([...partnerOnes])("14: %s serves a partner's staff its own partner, and no other", async (id) => {
  const operation = operationOf(id);
  const of = samples[id] ?? (() => ({}));
  const [own, others] = [await ownedBy(server), await ownedBy(server)];
  const { call } = await newStaff(server, "partner", { partnerId: own.partnerId });
  expect((await ask(call, operation, of(own))).status).toBe(200);
  const reply = await ask(call, operation, of(others));
  const namesOther = JSON.stringify(of(others)) !== JSON.stringify(of(own));
  expect(reply.status).toBe(namesOther ? 404 : 200);
  for (const theirs of Object.values(others)) expect(JSON.stringify(reply.body)).not.toContain(theirs);
});

describe("14: with every query's own tenant taken out of it, row-level security alone", () => {
  let strippedBefore = 0;
  test.each(ofScopes)("gives away nothing by %s", async (id, of) => {
    const queries = blindQueries();
    try {
      await expectNothingOf(foreign, operationOf(id), of(foreign));
      strippedBefore += queries.stripped();
    } finally {
      queries.end();
    }
  });

  test("was asked without it many times", () => {
    expect(strippedBefore).toBeGreaterThan(ofScopes.length);
  });
});

/** Another tenant's things are not found, and stand in no reply. */
async function expectNothingOf(theirs: Belongings, operation: Operation, sample: Sample): Promise<void> {
  const ids = Object.values(theirs);
  const reached = await ask(server.call, operation, sample);
  if (ids.some((id) => JSON.stringify(sample).includes(id))) {
    expect(reached).toMatchObject({ status: 404, body: { code: "not_found" } });
  } else {
    expect(reached.status).toBeLessThan(500);
    for (const id of ids) expect(JSON.stringify(reached.body)).not.toContain(id);
  }
}

/** Another site's page has the cookie sent, but knows no token and cannot lie about where it is from. */
async function expectForgeryRefused(
  { cookie, csrfToken }: SignedIn,
  operation: Operation,
  sample: Sample,
): Promise<void> {
  const token = { "x-csrf-token": csrfToken };
  const forged: Record<string, Record<string, string>> = {
    "from elsewhere": { cookie, origin: "https://evil.example", ...token },
    "without an origin": { cookie, ...token },
    "without a token": { cookie, origin: server.url },
    "with another's token": { cookie, origin: server.url, "x-csrf-token": "x".repeat(43) },
  };
  const plain = callWith(server.url, undefined);
  for (const [how, headers] of Object.entries(forged)) {
    const call: Call = (method, path, body) => plain(method, path, body, headers);
    expect(await ask(call, operation, sample), how).toMatchObject(refused);
  }
}
