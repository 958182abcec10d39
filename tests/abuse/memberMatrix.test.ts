// Everything that a member does about himself × who asks: row 14 for members. A member reaches what is his own; another
// member, another tenant's, one whose session is over, staff, tills, keys and strangers reach nothing of it.
import { scopes } from "@fedele/sdk/schemas/apiKey.ts";
import { roles } from "@fedele/sdk/schemas/role.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { blindQueries } from "../support/blindQueries.ts";
import { newMember, signedIn, withCookie } from "../support/members.ts";
import { ask, type Operation, readOperations } from "../support/operations.ts";
import { meSamples } from "../support/portalSamples.ts";
import { type Belongings, belongingsOf, samples } from "../support/samples.ts";
import { type Call, callWith, startServer, type TestServer, type TestTenant } from "../support/server.ts";
import { newStaff } from "../support/staff.ts";

const unknown = { status: 401, body: { code: "unauthenticated" } };
const own = Object.entries(meSamples);
/** What a wrong code is told, which is all that these samples have. */
const needsCode = new Set(["changeContact", "closeMyAccount"]);

let server: TestServer;
let other: TestTenant;
let operations: Map<string, Operation>;

beforeAll(async () => {
  server = await startServer();
  other = await server.newTenant();
  operations = await readOperations(server.call);
});
afterAll(() => server.close());
// So many failed attempts in one minute would be listened to no longer.
beforeEach(() => server.clock.advance(60_000));

function operationOf(id: string): Operation {
  const operation = operations.get(id);
  if (operation === undefined) throw new Error(`${id} is not documented`);
  return operation;
}

async function belongings(tenant: TestTenant = server): Promise<Belongings> {
  return belongingsOf(tenant.call, (await newStaff(server, "cashier", { tenant: tenant.tenant })).id);
}

/** What is one member's alone; the catalogue is everybody's. */
function personal({ memberId, activityId, issuedRewardId, usedRewardId, mySessionId }: Belongings): string[] {
  return [memberId, activityId, issuedRewardId, usedRewardId, mySessionId];
}

test("14: these are all that are for members", () => {
  const documented = [...operations].filter(([, { scope }]) => scope === "member").map(([id]) => id);
  expect(documented.toSorted()).toEqual(Object.keys(meSamples).toSorted());
});

test.each(own)("14: %s serves the member himself", async (id, of) => {
  const mine = await belongings();
  const { call } = await signedIn(server, mine.memberId);
  const reply = await ask(call, operationOf(id), of(mine));
  const told = `${reply.status} ${JSON.stringify(reply.body)}`;
  if (needsCode.has(id)) expect(reply.status, told).toBe(403);
  else expect(reply.status, told).toBeLessThan(300);
});

test.each(own)("14: %s gives another member, of this tenant or another, nothing of it", async (id, of) => {
  const theirs = await belongings();
  const asked = of(theirs);
  const names = personal(theirs).some((each) => JSON.stringify(asked).includes(each));
  for (const tenant of [server, other]) {
    const { call } = await newMember(server, { tenant });
    const reply = await ask(call, operationOf(id), asked);
    if (names) expect(reply).toMatchObject({ status: 404, body: { code: "not_found" } });
    expect(reply.status).toBeLessThan(500);
    for (const each of personal(theirs)) expect(JSON.stringify(reply.body)).not.toContain(each);
    if (tenant !== other) continue;
    for (const each of Object.values(theirs)) expect(JSON.stringify(reply.body)).not.toContain(each);
  }
});

describe("14: with every query's own tenant taken out of it, row-level security alone", () => {
  test.each(own)("gives a member of another tenant nothing by %s", async (id, of) => {
    const theirs = await belongings();
    const { call } = await newMember(server, { tenant: other });
    const queries = blindQueries();
    try {
      const reply = await ask(call, operationOf(id), of(theirs));
      expect(reply.status).toBeLessThan(500);
      for (const each of Object.values(theirs)) expect(JSON.stringify(reply.body)).not.toContain(each);
    } finally {
      queries.end();
    }
  });
});

test.each(own)("14: %s is refused to staff, tills, keys, strangers and sessions that are over", async (id, of) => {
  const theirs = await belongings();
  const { call: key } = await server.newKey(server.tenant, scopes);
  const over = await signedIn(server, theirs.memberId);
  expect((await over.call("DELETE", "/v1/me/session")).status).toBe(204);
  const closed = await newMember(server);
  await server.call("POST", `/v1/members/${closed.id}/erasure`, { reason: "requested" });
  const staff = await Promise.all(roles.filter((role) => role !== "partner").map((role) => newStaff(server, role)));
  const callers: [string, Call][] = [
    ["no session", callWith(server.url, undefined)],
    ["a key with every scope", key],
    ["a session that was ended", over.call],
    ["a member who was erased", closed.call],
    ["a member's session in the header of keys", callWith(server.url, over.cookie.split("=")[1])],
    ["a key in the cookie of members", withCookie(server, `fedele_member_${server.tenant.slug}=${server.key}`)],
    ...staff.map(({ call, email }): [string, Call] => [email, call]),
  ];
  for (const [whom, call] of callers) expect(await ask(call, operationOf(id), of(theirs)), whom).toMatchObject(unknown);
});

test.each(Object.entries(samples).filter(([id]) => meSamples[id] === undefined))(
  "14: a member's session opens nothing by %s",
  async (id, of) => {
    const operation = operationOf(id);
    if (operation.scope === undefined) return;
    const { call } = await newMember(server);
    expect(await ask(call, operation, of(await known()))).toMatchObject(unknown);
  },
);

let remembered: Belongings | undefined;
async function known(): Promise<Belongings> {
  remembered ??= await belongings();
  return remembered;
}

test.each(own.filter(([id]) => !/^(get|list|read|export|explain|stream)/.test(id)))(
  "14: %s is refused where another site's page asks",
  async (id, of) => {
    const mine = await known();
    const { cookie, csrfToken } = await newMember(server);
    const token = { "x-csrf-token": csrfToken };
    const forged: Record<string, Record<string, string>> = {
      "from elsewhere": { origin: "https://evil.example", ...token },
      "without an origin": token,
      "without a token": { origin: server.url },
      "with another's token": { origin: server.url, "x-csrf-token": "x".repeat(43) },
    };
    for (const [how, headers] of Object.entries(forged)) {
      const reply = await ask(withCookie(server, cookie, headers), operationOf(id), of(mine));
      expect(reply, how).toMatchObject({ status: 403, body: { code: "forbidden" } });
    }
  },
);
