// How people come to work for a tenant and leave it. Rows 22 and 23: links in letters are opened by programs first.
import { type Role, roles } from "@fedele/sdk/schemas/role.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { INVITATION_DAYS, OPEN_INVITATIONS_MAX, OWNER_LINK_HOURS } from "../../server/modules/tenants/invitations.ts";
import { firstOwnerLinks, newOwnerLink } from "../../server/modules/tenants/ownerLinks.ts";
import { startServer, type TestServer, type TestTenant } from "../support/server.ts";
import { codeFor, inSession, latestLetter, signInWith, stranger } from "../support/signingIn.ts";
import { newStaff, type SignedIn } from "../support/staff.ts";

const HOUR_MS = 3_600_000;
const gone = { status: 404, body: { code: "not_found" } };
const refused = { status: 403, body: { code: "forbidden" } };

let server: TestServer;
let owner: SignedIn;
let manager: SignedIn;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  // One address may try so often a minute.
  server.clock.advance(60_000);
  owner = await newStaff(server, "owner");
  manager = await newStaff(server, "manager");
});

let people = 0;
function newEmail(): string {
  people += 1;
  return `person${people}@example.com`;
}

/** Invites somebody and reads what stands behind the # in the letter. */
async function invite(
  role: Role = "cashier",
  email = newEmail(),
): Promise<{ id: string; email: string; token: string }> {
  const reply = await server.call("POST", "/v1/invitations", { name: "Ana", email, role });
  if (reply.status !== 201) throw new Error(`not invited: ${JSON.stringify(reply.body)}`);
  const { address, text } = await latestLetter(server, "invitation");
  expect(address).toBe(email);
  return { id: reply.body.id, email, token: tokenIn(text) };
}

function tokenIn(text: string): string {
  return /#(fedinv_[\w-]+)/.exec(text)?.[1] ?? "";
}

function accept(token: string, contact: object = {}) {
  return stranger(server)("POST", "/v1/invitation-acceptances", { token, ...contact });
}

describe("an invitation", () => {
  test("is taken up once; who took it up signs in with a code", async () => {
    const { email, token } = await invite("agent");
    expect(await accept(token)).toMatchObject({ status: 201, body: {} });
    expect(await accept(token)).toMatchObject(gone);
    const session = inSession(server, await signInWith(server, email, await codeFor(server, email)));
    expect((await session("GET", "/v1/session")).body.staff).toMatchObject({ email, name: "Ana", role: "agent" });
  });

  test("taken up by two at once brings one person in", async () => {
    const { token } = await invite();
    const replies = await Promise.all([accept(token), accept(token), accept(token)]);
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 404, 404]);
  });

  test("22: whoever merely looks at its link changes nothing", async () => {
    const { token } = await invite();
    for (const method of ["HEAD", "GET", "OPTIONS"]) {
      for (const path of ["/welcome", `/welcome?token=${token}`, `/v1/invitation-acceptances?token=${token}`]) {
        const reply = await fetch(server.url + path, { method });
        expect(reply.headers.get("set-cookie")).toBeNull();
      }
    }
    expect(await accept(token)).toMatchObject({ status: 201 });
  });

  test("23: a program that presses the button behind a link is nobody: it has no session and no code", async () => {
    const { email, token } = await invite();
    const pressed = await accept(token);
    expect(pressed.headers.get("set-cookie")).toBeNull();
    expect(pressed.body).toEqual({});
    expect(await signInWith(server, email, "000000")).toMatchObject({ status: 401 });
    expect(await signInWith(server, email, await codeFor(server, email))).toMatchObject({ status: 201 });
  });

  test("cannot be bent to another address", async () => {
    const { email, token } = await invite();
    expect(await accept(token, { email: "eve@example.com", name: "Eve" })).toMatchObject({ status: 201 });
    const listed = await server.call("GET", "/v1/staff?limit=100");
    expect(listed.body.items.map((person: { email: string }) => person.email)).toContain(email);
    expect(JSON.stringify(listed.body)).not.toContain("eve@example.com");
  });

  test("is worthless when it is revoked, over, or not what was sent", async () => {
    const revoked = await invite();
    expect((await server.call("DELETE", `/v1/invitations/${revoked.id}`)).status).toBe(204);
    expect(await accept(revoked.token)).toMatchObject(gone);

    const over = await invite();
    server.clock.advance(INVITATION_DAYS * 24 * HOUR_MS);
    expect(await accept(over.token)).toMatchObject(gone);

    const { token } = await invite();
    const other = await invite();
    for (const wrong of [
      `${token.slice(0, -4)}aaaa`,
      token.slice(0, -43) + other.token.slice(-43),
      "fedinv_x",
      server.key,
    ]) {
      expect(await accept(wrong)).toMatchObject(gone);
    }
    expect(await accept(token)).toMatchObject({ status: 201 });
  });

  test("is sent once though the request was sent twice, and its link stands in no reply", async () => {
    const asked = { name: "Ana", email: newEmail(), role: "cashier" };
    const key = { "idempotency-key": "invite-once" };
    const first = await server.call("POST", "/v1/invitations", asked, key);
    const again = await server.call("POST", "/v1/invitations", asked, key);
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect(JSON.stringify([first.body, (await server.call("GET", "/v1/invitations?limit=100")).body])).not.toMatch(
      /fedinv_/,
    );
    const letters = (await server.call("GET", "/v1/outbox-messages?limit=20")).body.items;
    expect(
      letters.filter(({ letter }: { letter: { address: string } }) => letter.address === asked.email),
    ).toHaveLength(1);
  });

  test("goes to nobody who works here already", async () => {
    expect(
      await server.call("POST", "/v1/invitations", { name: "Ana", email: manager.email.toUpperCase(), role: "agent" }),
    ).toMatchObject({ status: 409, body: { field: "email" } });
    const email = newEmail();
    const [one, two] = [await invite("agent", email), await invite("cashier", email)];
    expect(await accept(one.token)).toMatchObject({ status: 201 });
    expect(await accept(two.token)).toMatchObject({ status: 409 });
  });

  test("is one of so many that may be open at once", async () => {
    const many = await server.newTenant();
    const inviteThere = () => many.call("POST", "/v1/invitations", { name: "Ana", email: newEmail(), role: "cashier" });
    for (let count = 0; count < OPEN_INVITATIONS_MAX; count += 50) {
      const replies = await Promise.all(Array.from({ length: 50 }, inviteThere));
      expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    }
    expect(await inviteThere()).toMatchObject({ status: 409 });
  });
});

describe("a role", () => {
  const named = (role: Role) => ({ name: "Ana", email: newEmail(), role });

  test.each(roles.filter((role) => role !== "owner" && role !== "partner"))(
    "%s is given by a manager",
    async (role) => {
      expect(await manager.call("POST", "/v1/invitations", named(role))).toMatchObject({ status: 201 });
    },
  );

  test("that may do more than its giver is none to give, nor to change or take away", async () => {
    expect(await manager.call("POST", "/v1/invitations", named("owner"))).toMatchObject(refused);
    expect(await manager.call("PATCH", `/v1/staff/${manager.id}`, { role: "owner" })).toMatchObject(refused);
    expect(await manager.call("PATCH", `/v1/staff/${owner.id}`, { role: "cashier" })).toMatchObject(refused);
    expect(await manager.call("DELETE", `/v1/staff/${owner.id}`)).toMatchObject(refused);
    expect(await manager.call("DELETE", `/v1/staff/${owner.id}/second-factor`)).toMatchObject(refused);
    const key = await server.newKey(server.tenant, ["staff:write"]);
    expect(await key.call("POST", "/v1/invitations", named("cashier"))).toMatchObject(refused);
  });

  test("counts from the next request on", async () => {
    const person = await newStaff(server, "cashier");
    expect(await person.call("GET", "/v1/staff")).toMatchObject(refused);
    expect(await owner.call("PATCH", `/v1/staff/${person.id}`, { role: "manager" })).toMatchObject({ status: 200 });
    expect(await person.call("GET", "/v1/staff")).toMatchObject({ status: 200 });
    expect(await owner.call("PATCH", `/v1/staff/${person.id}`, { role: "analyst" })).toMatchObject({ status: 200 });
    expect(await person.call("GET", "/v1/staff")).toMatchObject(refused);
    expect((await owner.call("DELETE", `/v1/staff/${person.id}`)).status).toBe(204);
    expect(await person.call("GET", "/v1/session")).toMatchObject({ status: 401 });
    expect(await owner.call("DELETE", `/v1/staff/${person.id}`)).toMatchObject(gone);
  });

  test("partner goes with a partner of one's own, and no other role does", async () => {
    const partner = (await server.call("POST", "/v1/partners", { code: "p", name: "P" })).body.id;
    const there = await server.newTenant();
    const foreign = (await there.call("POST", "/v1/partners", { code: "p", name: "P" })).body.id;
    const asked = (more: object) => server.call("POST", "/v1/invitations", { name: "Ana", email: newEmail(), ...more });
    expect(await asked({ role: "partner" })).toMatchObject({ status: 400 });
    expect(await asked({ role: "agent", partnerId: partner })).toMatchObject({ status: 400 });
    expect(await asked({ role: "partner", partnerId: foreign })).toMatchObject(gone);
    expect(await asked({ role: "partner", partnerId: partner })).toMatchObject({
      status: 201,
      body: { partnerId: partner },
    });
    const person = await newStaff(server, "cashier");
    const change = { role: "partner", partnerId: foreign };
    expect(await server.call("PATCH", `/v1/staff/${person.id}`, change)).toMatchObject(gone);
  });
});

describe("the last owner", () => {
  let shop: TestTenant;
  let first: SignedIn;
  beforeAll(async () => {
    shop = await server.newTenant();
    first = await newStaff(server, "owner", { tenant: shop.tenant });
  });

  test("stays an owner, until there is another", async () => {
    expect(await first.call("DELETE", `/v1/staff/${first.id}`)).toMatchObject({ status: 409 });
    expect(await first.call("PATCH", `/v1/staff/${first.id}`, { role: "manager" })).toMatchObject({ status: 409 });
    await newStaff(server, "owner", { tenant: shop.tenant });
    expect(await first.call("PATCH", `/v1/staff/${first.id}`, { role: "manager" })).toMatchObject({ status: 200 });
  });

  test("is left when two remove each other at once", async () => {
    const shops = await Promise.all(Array.from({ length: 10 }, () => server.newTenant()));
    const left = await Promise.all(
      shops.map(async (there) => {
        const ana = await newStaff(server, "owner", { tenant: there.tenant });
        const bea = await newStaff(server, "owner", { tenant: there.tenant });
        // Their sessions are known by then, so that the two removals start in the same moment.
        await Promise.all([ana.call("GET", "/v1/session"), bea.call("GET", "/v1/session")]);
        await Promise.all([ana.call("DELETE", `/v1/staff/${bea.id}`), bea.call("DELETE", `/v1/staff/${ana.id}`)]);
        return (await there.call("GET", "/v1/staff")).body.items.length;
      }),
    );
    expect(left).toEqual(shops.map(() => 1));
  });
});

describe("an owner's link", () => {
  const who = ({ tenant }: TestTenant) => ({ tenantId: tenant.id, now: server.clock.now(), actor: "cli" });
  const me = () => ({ name: "Olga", email: newEmail() });

  test("is shown at the start for a tenant without an owner, makes one, once, and signs in", async () => {
    const shop = await server.newTenant({ name: "New shop" });
    const shown = (await firstOwnerLinks(server.parts)).find(({ tenant }) => tenant === "New shop");
    expect(shown?.link).toMatch(/^http:\/\/localhost:4000\/welcome#fedinv_/);
    const token = tokenIn(shown?.link ?? "");
    expect(await accept(token)).toMatchObject({ status: 400 });
    const came = await accept(token, me());
    expect(came).toMatchObject({ status: 201, body: { signedIn: { secondFactorDue: false } } });
    expect((await inSession(server, came)("GET", "/v1/session")).body.staff).toMatchObject({
      name: "Olga",
      role: "owner",
    });
    expect(await accept(token, me())).toMatchObject(gone);
    expect((await firstOwnerLinks(server.parts)).map(({ tenant }) => tenant)).not.toContain("New shop");
    expect((await shop.call("GET", "/v1/staff")).body.items).toHaveLength(1);
  });

  test("is worthless once another one was shown, or a day has passed", async () => {
    const shop = await server.newTenant();
    const old = tokenIn(await newOwnerLink(server.parts, who(shop)));
    const newer = tokenIn(await newOwnerLink(server.parts, who(shop)));
    expect(await accept(old, me())).toMatchObject(gone);
    server.clock.advance(OWNER_LINK_HOURS * HOUR_MS);
    expect(await accept(newer, me())).toMatchObject(gone);
    const good = tokenIn(await newOwnerLink(server.parts, who(shop)));
    expect(await accept(good, me())).toMatchObject({ status: 201 });
  });
});
