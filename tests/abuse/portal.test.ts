// Members at the portal, and everything that must not work about it. Rows 16, 18 and 22; codes have their own file.
import { FREEZE_MS } from "@fedele/core/rights.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MEMBER_SESSION_MS, PREVIOUS_MS, SESSIONS_MAX } from "../../server/modules/members/memberSessions.ts";
import { LINK_MS } from "../../server/modules/members/portalLinks.ts";
import { KEY_CACHE_MS } from "../../server/platform/http/keyCache.ts";
import {
  asMember,
  codeIn,
  lettersOf,
  newMember,
  portalCode,
  shows,
  signedIn,
  welcomeTexts,
  withCookie,
} from "../support/members.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { cookieOf, stranger } from "../support/signingIn.ts";
import { newStaff } from "../support/staff.ts";

const MINUTE_MS = 60_000;
const wrong = { status: 401, body: { code: "unauthenticated" } };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ tenant: { country: "IT" } });
});
afterAll(() => server.close());

function otherThan(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, "0");
}

describe("16: a member changes what is his to change, and nothing else", () => {
  test.each([
    { tier: "gold" },
    { points: 1_000_000 },
    { tenant_id: "01890000-0000-7000-8000-000000000001" },
    { tenantId: "01890000-0000-7000-8000-000000000001" },
    { status: "active" },
    { role: "owner" },
    { verified: true },
    { identities: [] },
    { enrolledAt: "2020-01-01T00:00:00Z" },
    { isChild: false },
    { name: "Bea", points: 1 },
    {},
  ])("PATCH /v1/me %j is refused", async (body) => {
    const { call } = await newMember(server);
    const before = (await call("GET", "/v1/me")).body;
    expect(await call("PATCH", "/v1/me", body)).toMatchObject({ status: 400, body: { code: "invalid" } });
    expect((await call("GET", "/v1/me")).body).toEqual(before);
  });

  test("a name, a language and, once, a birthday are", async () => {
    const { call } = await newMember(server);
    const changed = await call("PATCH", "/v1/me", { name: "Bea", language: "de", birthDate: "1984-02-29" });
    expect(changed).toMatchObject({ status: 200, body: { name: "Bea", language: "de", mayChangeBirthDate: false } });
    expect(await call("PATCH", "/v1/me", { birthDate: "1984-03-02" })).toMatchObject({ status: 403 });
    expect((await call("GET", "/v1/me")).body.birthDate).toBe("1984-02-29");
  });
});

describe("22: whoever only looks changes nothing", () => {
  test("HEAD and GET of every address that a letter or a till shows", async () => {
    const { id } = await newMember(server);
    const link = (await server.call("POST", `/v1/members/${id}/portal-links`)).body.url;
    const token = link.split("#")[1];
    const slug = server.tenant.slug;
    const call = stranger(server);
    for (const method of ["HEAD", "GET"]) {
      for (const path of [
        `/v1/portal/${slug}`,
        `/v1/portal/${slug}/link-sign-ins`,
        `/v1/portal/${slug}/sign-ins`,
        `/v1/portal/${slug}/sign-in-codes`,
        `/p/${slug}/enter?token=${token}`,
      ]) {
        const reply = await call(method, path);
        expect(reply.headers.get("set-cookie"), path).toBeNull();
      }
    }
    const signs = await call("POST", `/v1/portal/${slug}/link-sign-ins`, { token });
    expect(signs.status).toBe(201);
  });
});

describe("a link that a till shows", () => {
  const enters = (token: string) =>
    stranger(server)("POST", `/v1/portal/${server.tenant.slug}/link-sign-ins`, { token });
  const tokenIn = (url: string): string => url.split("#")[1] ?? "";

  test("signs a new member's phone in, once, within ten minutes", async () => {
    const { body: member } = await server.call("POST", "/v1/members", { name: "Ugo" });
    const made = await server.call("POST", `/v1/members/${member.id}/portal-links`);
    expect(made.body.url).toMatch(new RegExp(`/p/${server.tenant.slug}/enter#fedlnk_`));
    const token = tokenIn(made.body.url);
    const reply = await enters(token);
    expect(reply.status).toBe(201);
    expect((await asMember(server, reply)("GET", "/v1/me")).body).toMatchObject({ id: member.id, contacts: [] });
    expect(await enters(token)).toMatchObject(wrong);

    const late = tokenIn((await server.call("POST", `/v1/members/${member.id}/portal-links`)).body.url);
    server.clock.advance(LINK_MS);
    expect(await enters(late)).toMatchObject(wrong);
  });

  test("sent for twice by the same key is told once", async () => {
    const { body: member } = await server.call("POST", "/v1/members", { name: "Ugo" });
    const headers = { "idempotency-key": "link-1" };
    const first = await server.call("POST", `/v1/members/${member.id}/portal-links`, undefined, headers);
    const second = await server.call("POST", `/v1/members/${member.id}/portal-links`, undefined, headers);
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id } });
    expect(second.body.url).toBeUndefined();
  });

  test("altered, or another tenant's, signs nobody in", async () => {
    const { body: member } = await server.call("POST", "/v1/members", { name: "Ugo" });
    const token = tokenIn((await server.call("POST", `/v1/members/${member.id}/portal-links`)).body.url);
    const other = await server.newTenant();
    const elsewhere = await stranger(server)("POST", `/v1/portal/${other.tenant.slug}/link-sign-ins`, { token });
    expect(elsewhere).toMatchObject(wrong);
    expect(await enters(`${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`)).toMatchObject(wrong);
    expect(await enters("fedlnk_nothing")).toMatchObject(wrong);
    expect((await enters(token)).status).toBe(201);
  });

  test("opens nobody's account to whoever stands at the till, once its member has signed in", async () => {
    const { id } = await newMember(server);
    const cashier = await newStaff(server, "cashier");
    const manager = await newStaff(server, "manager");
    expect(await cashier.call("POST", `/v1/members/${id}/portal-links`)).toMatchObject({ status: 409 });
    expect((await manager.call("POST", `/v1/members/${id}/portal-links`)).status).toBe(201);
    const { body: fresh } = await server.call("POST", "/v1/members", { name: "New" });
    expect((await cashier.call("POST", `/v1/members/${fresh.id}/portal-links`)).status).toBe(201);
  });
});

describe("18: a session of a member", () => {
  test("ends when the member signs out, everywhere or on one device", async () => {
    const { id, call } = await newMember(server);
    const phone = await signedIn(server, id);
    const { items } = (await call("GET", "/v1/me/sessions")).body;
    expect(items).toHaveLength(2);
    const other = items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    expect((await call("DELETE", `/v1/me/sessions/${other.id}`)).status).toBe(204);
    expect(await phone.call("GET", "/v1/me")).toMatchObject(wrong);
    const tablet = await signedIn(server, id);
    expect((await call("DELETE", "/v1/me/session?everywhere=true")).status).toBe(204);
    for (const each of [call, tablet.call]) expect(await each("GET", "/v1/me")).toMatchObject(wrong);
  });

  test("of somebody else cannot be ended", async () => {
    const [ana, bea] = [await newMember(server), await newMember(server)];
    const { items } = (await bea.call("GET", "/v1/me/sessions")).body;
    expect(await ana.call("DELETE", `/v1/me/sessions/${items[0].id}`)).toMatchObject({ status: 404 });
    expect((await bea.call("GET", "/v1/me")).status).toBe(200);
  });

  test.each(["no_login", "earn_only", "nothing"])("ends when its member is blocked by %s", async (step) => {
    const { id, email, call } = await newMember(server);
    expect((await call("GET", "/v1/me")).status).toBe(200);
    await server.call("PUT", `/v1/members/${id}/block`, { step });
    server.clock.advance(KEY_CACHE_MS);
    expect(await call("GET", "/v1/me")).toMatchObject(wrong);
    expect(await portalCode(server, email)).toBe("");
    await server.call("DELETE", `/v1/members/${id}/block`);
    expect((await call("GET", "/v1/me")).status).toBe(200);
  });

  test("lives for a month, and longer for who comes by; its old secret is good for a moment", async () => {
    const { id, cookie, call } = await newMember(server);
    server.clock.advance(MEMBER_SESSION_MS - MINUTE_MS);
    const renewed = await call("POST", "/v1/me/session/renewal");
    expect(renewed.status).toBe(200);
    expect((await withCookie(server, cookie)("GET", "/v1/me")).status).toBe(200);
    server.clock.advance(PREVIOUS_MS);
    expect(await withCookie(server, cookie)("GET", "/v1/me")).toMatchObject(wrong);
    const fresh = withCookie(server, cookieOf(renewed));
    expect((await fresh("GET", "/v1/me")).body.id).toBe(id);
    server.clock.advance(MEMBER_SESSION_MS);
    expect(await fresh("GET", "/v1/me")).toMatchObject(wrong);
  });

  test("is a new one at every sign-in: what the browser held before is worth nothing", async () => {
    const { email, cookie } = await newMember(server);
    const code = await portalCode(server, email);
    const path = `/v1/portal/${server.tenant.slug}/sign-ins`;
    const reply = await withCookie(server, cookie)("POST", path, { contact: email, code });
    expect(cookieOf(reply)).not.toBe(cookie);
    expect(await withCookie(server, cookie)("GET", "/v1/me")).toMatchObject(wrong);
    expect((await asMember(server, reply)("GET", "/v1/me")).status).toBe(200);
  });

  test(`is one of ${SESSIONS_MAX} at most: the one that was not used for longest makes room`, async () => {
    const first = await newMember(server);
    for (let device = 0; device < SESSIONS_MAX; device += 1) {
      server.clock.advance(1_000);
      await signedIn(server, first.id);
    }
    expect(await first.call("GET", "/v1/me")).toMatchObject(wrong);
  });

  test("changes nothing for another site's page", async () => {
    const { cookie, csrfToken } = await newMember(server);
    const change = (headers: Record<string, string>) =>
      withCookie(server, cookie, headers)("PATCH", "/v1/me", { name: "Mallory" });
    const refused = { status: 403, body: { code: "forbidden" } };
    expect(await change({ origin: "https://evil.example", "x-csrf-token": csrfToken })).toMatchObject(refused);
    expect(await change({ "x-csrf-token": csrfToken })).toMatchObject(refused);
    expect(await change({ origin: server.url })).toMatchObject(refused);
    expect(await change({ origin: server.url, "x-csrf-token": csrfToken })).toMatchObject({ status: 200 });
    const forged = { contact: "ana@example.com", code: "123456" };
    const path = `/v1/portal/${server.tenant.slug}/sign-ins`;
    expect(await stranger(server)("POST", path, forged, { origin: "https://evil.example" })).toMatchObject(refused);
  });

  test("of one portal is not that of another in the same browser", async () => {
    const other = await server.newTenant();
    const [here, there] = [await newMember(server), await newMember(server, { tenant: other })];
    const both = withCookie(server, `${here.cookie}; ${there.cookie}`);
    expect((await both("GET", "/v1/me", undefined, { "x-portal": server.tenant.slug })).body.id).toBe(here.id);
    expect((await both("GET", "/v1/me", undefined, { "x-portal": other.tenant.slug })).body.id).toBe(there.id);
    expect(await both("GET", "/v1/me")).toMatchObject(wrong);
    expect(await both("GET", "/v1/me", undefined, { "x-portal": "elsewhere" })).toMatchObject(wrong);
  });
});

describe("a contact is changed", () => {
  const goes = async (call: Awaited<ReturnType<typeof newMember>>["call"], change: Record<string, unknown>) => {
    server.clock.advance(MINUTE_MS);
    const asked = await call("POST", "/v1/me/contact-codes", change);
    const letters = await lettersOf(server, "contact_code");
    const codeTo = (address: string) => codeIn(letters.find((letter) => letter.address === address));
    return { asked, codeTo };
  };

  async function provedMember() {
    const member = await newMember(server);
    const code = await portalCode(server, member.email);
    const call = asMember(server, await shows(server, { contact: member.email, code }));
    return { ...member, call };
  }

  test("by a code at the new one and one at the one before; both hear of it, and points rest for a day", async () => {
    const { id, email, call } = await provedMember();
    await server.call("POST", "/v1/points-types", { code: "rest", name: "Rest", spendable: true, qualifying: false });
    await server.call("POST", `/v1/members/${id}/adjustments`, { pointsType: "rest", points: 100, reason: "A gift." });
    const elsewhere = await signedIn(server, id);
    const replaces = (await call("GET", "/v1/me")).body.contacts[0].id;
    const contact = `new-${email}`;
    const { asked, codeTo } = await goes(call, { contact, replaces });
    expect(asked.body).toMatchObject({ needsOldCode: true });
    const change = { contact, replaces, code: codeTo(contact), oldCode: codeTo(email) };

    const refused = { status: 403, body: { code: "forbidden" } };
    const { oldCode: _, ...withoutOld } = change;
    expect(await call("POST", "/v1/me/contacts", withoutOld)).toMatchObject(refused);
    expect(await call("POST", "/v1/me/contacts", { ...change, oldCode: otherThan(change.oldCode) })).toMatchObject(
      refused,
    );
    expect(await call("POST", "/v1/me/contacts", { ...change, code: otherThan(change.code) })).toMatchObject(refused);
    const done = await call("POST", "/v1/me/contacts", change);
    expect(done).toMatchObject({ status: 200, body: { contacts: [{ value: contact, isVerified: true }] } });
    expect(Date.parse(done.body.restsUntil) - server.clock.now()).toBe(FREEZE_MS);

    const told = (await lettersOf(server, "contact_changed")).map(({ address }) => address);
    expect(told.slice(0, 2).toSorted()).toEqual([contact, email].toSorted());
    expect(await elsewhere.call("GET", "/v1/me")).toMatchObject(wrong);
    expect((await call("GET", "/v1/me")).status).toBe(200);
    const spend = () => server.call("POST", `/v1/members/${id}/spends`, { pointsType: "rest", points: 5 });
    expect(await spend()).toMatchObject(refused);
    server.clock.advance(FREEZE_MS);
    expect((await spend()).status).toBe(201);
    expect(await portalCode(server, email)).toBe("");
    expect(await portalCode(server, contact)).toMatch(/^\d{6}$/);
  });

  test("for the first time by one code, and nothing rests", async () => {
    const { body: member } = await server.call("POST", "/v1/members", { name: "Ugo" });
    const { call } = await signedIn(server, member.id);
    const { asked, codeTo } = await goes(call, { contact: "first@example.com" });
    expect(asked.body).toMatchObject({ needsOldCode: false });
    const done = await call("POST", "/v1/me/contacts", {
      contact: "first@example.com",
      code: codeTo("first@example.com"),
    });
    expect(done).toMatchObject({ status: 200, body: { restsUntil: null } });
  });

  test("never into another member's, even by whoever reads its mail", async () => {
    const [ana, bea] = [await provedMember(), await provedMember()];
    const { codeTo } = await goes(ana.call, { contact: bea.email });
    const change = { contact: bea.email, code: codeTo(bea.email), oldCode: codeTo(ana.email) };
    expect(await ana.call("POST", "/v1/me/contacts", change)).toMatchObject({ status: 409 });
    expect((await bea.call("GET", "/v1/me")).body.contacts).toHaveLength(1);
  });
});

describe("an account is closed", () => {
  test("by a code, for good; afterwards nothing finds its member, and the same person may join anew", async () => {
    const tenant = await server.newTenant();
    await tenant.call("PUT", "/v1/portal-settings", welcomeTexts);
    const { id, email } = await newMember(server, { tenant });
    const first = await shows(server, { contact: email, code: await portalCode(server, email, tenant) }, tenant);
    const call = asMember(server, first);
    expect(await call("POST", "/v1/me/closure", {})).toMatchObject({ status: 403 });
    expect((await call("POST", "/v1/me/closure-codes")).body).toMatchObject({ isNeeded: true });
    const [letter] = await lettersOf(tenant, "closure_code");
    expect((await call("POST", "/v1/me/closure", { code: codeIn(letter) })).status).toBe(204);
    expect(await call("GET", "/v1/me")).toMatchObject(wrong);
    expect((await tenant.call("GET", `/v1/members/${id}`)).body).toMatchObject({ status: "closed", erased: true });

    const code = await portalCode(server, email, tenant);
    const join = { termsVersion: "terms-1", name: "Ana again" };
    const again = await shows(server, { contact: email, code, join }, tenant);
    expect(again).toMatchObject({ status: 201, body: { isNew: true } });
    expect((await asMember(server, again)("GET", "/v1/me")).body.id).not.toBe(id);
  });
});
