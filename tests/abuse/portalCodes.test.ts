import pg from "pg";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  CODE_MINUTES,
  CODE_TRIES_MAX,
  CODES_A_DAY,
  PHONE_CODES_A_DAY,
} from "../../server/modules/members/portalCodes.ts";
import { PORTAL_ATTEMPTS_PER_MINUTE, PORTAL_CODES_PER_MINUTE } from "../../server/modules/members/portalRoutes.ts";
import { asAdmin, nameOf } from "../support/database.ts";
import { asksForCode, asMember, codeIn, lettersOf, newMember, portalCode, shows } from "../support/members.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { stranger } from "../support/signingIn.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const wrong = { status: 401, body: { code: "unauthenticated" } };
const tooMany = { status: 429, body: { code: "too_many" } };

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ tenant: { country: "IT" } });
});
afterAll(() => server.close());

function otherThan(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, "0");
}

describe("20: a code", () => {
  test("signs its member in, once, and shows that the contact is his", async () => {
    const { id, email } = await newMember(server);
    const code = await portalCode(server, email);
    const reply = await shows(server, { contact: email.toUpperCase(), code });
    expect(reply).toMatchObject({ status: 201, body: { isNew: false } });
    expect(reply.headers.get("set-cookie")).toMatch(
      /^fedele_member_[a-z0-9]+=fedmem_.*; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const me = await asMember(server, reply)("GET", "/v1/me");
    expect(me.body).toMatchObject({ id, contacts: [{ kind: "email", value: email, isVerified: true }] });
    expect(await shows(server, { contact: email, code })).toMatchObject(wrong);
  });

  test("is burned by the fifth wrong try: the sixth is refused although it is right", async () => {
    const { email } = await newMember(server);
    const code = await portalCode(server, email);
    for (let tries = 1; tries <= CODE_TRIES_MAX; tries += 1) {
      expect(await shows(server, { contact: email, code: otherThan(code, tries) })).toMatchObject(wrong);
    }
    expect(await shows(server, { contact: email, code })).toMatchObject(wrong);
  });

  test("is good up to the fifth try", async () => {
    const { email } = await newMember(server);
    const code = await portalCode(server, email);
    for (let tries = 1; tries < CODE_TRIES_MAX; tries += 1) {
      await shows(server, { contact: email, code: otherThan(code, tries) });
    }
    expect(await shows(server, { contact: email, code })).toMatchObject({ status: 201 });
  });

  test("guessed by many at once has no more than its five tries", async () => {
    const { email } = await newMember(server);
    const code = await portalCode(server, email);
    const guesses = Array.from({ length: 15 }, (_, at) =>
      shows(server, { contact: email, code: otherThan(code, at + 1) }),
    );
    await Promise.all(guesses);
    const { rows } = await server.db.maintenance.query("select max(tries) as tries from portal_codes");
    expect(rows).toEqual([{ tries: CODE_TRIES_MAX }]);
  });

  test("is worthless once a newer one was asked for, or ten minutes have passed", async () => {
    const { email } = await newMember(server);
    const old = await portalCode(server, email);
    const newer = await portalCode(server, email);
    if (old !== newer) expect(await shows(server, { contact: email, code: old })).toMatchObject(wrong);
    expect(await shows(server, { contact: email, code: newer })).toMatchObject({ status: 201 });
    const late = await portalCode(server, email);
    server.clock.advance(CODE_MINUTES * MINUTE_MS);
    expect(await shows(server, { contact: email, code: late })).toMatchObject(wrong);
  });

  test("of one contact signs in nobody else, nor the same person at another tenant", async () => {
    const [ana, bea] = [await newMember(server), await newMember(server)];
    const other = await server.newTenant();
    await newMember(server, { tenant: other, body: { identities: [{ kind: "email", value: ana.email }] } });
    await portalCode(server, bea.email);
    const code = await portalCode(server, ana.email);
    expect(await shows(server, { contact: bea.email, code })).toMatchObject(wrong);
    expect(await shows(server, { contact: ana.email, code }, other)).toMatchObject(wrong);
    expect(await shows(server, { contact: ana.email, code })).toMatchObject({ status: 201 });
  });

  test("for one thing is good for nothing else", async () => {
    const { email, call } = await newMember(server);
    expect(await shows(server, { contact: email, code: await portalCode(server, email) })).toMatchObject({
      status: 201,
    });
    const signIn = await portalCode(server, email);
    expect(await call("POST", "/v1/me/closure", { code: signIn })).toMatchObject({ status: 403 });
    await call("POST", "/v1/me/closure-codes");
    const [letter] = await lettersOf(server, "closure_code");
    expect(await shows(server, { contact: email, code: codeIn(letter) })).toMatchObject(wrong);
  });
});

describe("20: before the code nobody learns who is a member", () => {
  test("members, strangers and who is kept out are answered alike", async () => {
    const tenant = await server.newTenant();
    const member = await newMember(server, { tenant });
    const blocked = await newMember(server, { tenant });
    await tenant.call("PUT", `/v1/members/${blocked.id}/block`, { step: "no_login" });
    const contacts = [member.email, blocked.email, "nobody@example.com"];
    server.clock.advance(MINUTE_MS);
    const replies = await Promise.all(contacts.map((contact) => asksForCode(server, contact, tenant)));
    expect(new Set(replies.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    const refused = await Promise.all(contacts.map((contact) => shows(server, { contact, code: "000000" }, tenant)));
    expect(new Set(refused.map(({ status, body }) => `${status} ${body.code} ${body.detail}`)).size).toBe(1);
    const letters = await lettersOf(tenant, "portal_code");
    expect(letters.map(({ address }) => address).toSorted()).toEqual(contacts.toSorted());
    const withCode = letters.filter((letter) => codeIn(letter) !== "");
    expect(withCode.map(({ address }) => address)).toEqual([member.email]);
  });

  test("the same work is done for members and strangers, so that the time tells nothing either", async () => {
    const tenant = await server.newTenant();
    const { email } = await newMember(server, { tenant });
    await asksForCode(server, "first@example.com", tenant);
    const spy = vi.spyOn(pg.Client.prototype, "query");
    const textsFor = async (contact: string): Promise<string[]> => {
      // The relay asks beside it now and then: what is asked in every round is the request's own.
      let own: string[] | undefined;
      for (let round = 0; round < 3; round += 1) {
        server.clock.advance(MINUTE_MS);
        spy.mockClear();
        await asksForCode(server, contact, tenant);
        const texts = spy.mock.calls.map(([query]) => JSON.stringify(Reflect.get(Object(query), "text") ?? query));
        own = own === undefined || texts.length < own.length ? texts : own;
      }
      return own ?? [];
    };
    const [ofMember, ofStranger] = [await textsFor(email), await textsFor("stranger@example.com")];
    spy.mockRestore();
    expect(ofMember.length).toBeGreaterThan(4);
    expect(ofStranger).toEqual(ofMember);
  });

  test("who may not join by himself gets no code that would let him", async () => {
    const tenant = await server.newTenant();
    expect(await portalCode(server, "nobody@example.com", tenant)).toBe("");
    const join = { termsVersion: "terms-1" };
    for (let guess = 0; guess < CODE_TRIES_MAX; guess += 1) {
      expect(await shows(server, { contact: "nobody@example.com", code: `00000${guess}`, join }, tenant)).toMatchObject(
        wrong,
      );
    }
  });

  test("a contact that is another member's is told to its owner alone", async () => {
    const [ana, bea] = [await newMember(server), await newMember(server)];
    server.clock.advance(MINUTE_MS);
    const free = await ana.call("POST", "/v1/me/contact-codes", { contact: "free@example.com" });
    const taken = await ana.call("POST", "/v1/me/contact-codes", { contact: bea.email });
    expect(taken.body).toEqual(free.body);
    expect(taken.status).toBe(202);
  });
});

describe("21: who asks too often", () => {
  test("is refused: for one contact, whoever's it is", async () => {
    server.clock.advance(HOUR_MS);
    const contact = "+39 347 1234567";
    for (let asked = 0; asked < PORTAL_CODES_PER_MINUTE; asked += 1) {
      expect((await asksForCode(server, contact)).status).toBe(202);
    }
    expect(await asksForCode(server, contact)).toMatchObject(tooMany);
    expect(await asksForCode(server, "347 123 45 67")).toMatchObject(tooMany);
  });

  test("is refused: from one address, for whomever", async () => {
    server.clock.advance(HOUR_MS);
    const replies = [];
    for (let asked = 0; asked <= PORTAL_ATTEMPTS_PER_MINUTE; asked += 1) {
      replies.push(await asksForCode(server, `m${asked}@example.com`));
    }
    expect(replies.at(-1)).toMatchObject(tooMany);
    expect(replies.at(-1)?.headers.get("retry-after")).toBe("60");
    expect(replies.slice(0, -1).every(({ status }) => status === 202)).toBe(true);
  });

  test("gets so many codes a day, then no more, and the last one stays good", async () => {
    server.clock.advance(HOUR_MS);
    const { email } = await newMember(server);
    let last = "";
    for (let asked = 0; asked < CODES_A_DAY; asked += 1) last = await portalCode(server, email);
    server.clock.advance(MINUTE_MS);
    const letters = await lettersOf(server, "portal_code");
    expect((await asksForCode(server, email)).status).toBe(202);
    expect(await lettersOf(server, "portal_code")).toEqual(letters);
    expect(await shows(server, { contact: email, code: last })).toMatchObject({ status: 201 });
    server.clock.advance(24 * HOUR_MS);
    expect(await portalCode(server, email)).toMatch(/^\d{6}$/);
  });

  test("spends a tenant's budget of messages to phones once, and the operator sees it", async () => {
    const tenant = await server.newTenant({ country: "IT" });
    server.clock.advance(HOUR_MS);
    expect((await asksForCode(server, "347 000 0001", tenant)).status).toBe(202);
    await asAdmin(
      `update portal_codes set asked = ${PHONE_CODES_A_DAY} where tenant_id = '${tenant.tenant.id}'`,
      await nameOf(server.db),
    );
    server.clock.advance(MINUTE_MS);
    expect(await asksForCode(server, "347 000 0002", tenant)).toMatchObject(tooMany);
    expect((await asksForCode(server, "ana@example.com", tenant)).status).toBe(202);
    const metrics = (await stranger(server)("GET", "/metrics")).body;
    expect(metrics).toMatch(/fedele_portal_phone_budgets_spent [1-9]/);
  });

  test("a message to a phone lies in the outbox, marked, and is short", async () => {
    const tenant = await server.newTenant({ country: "IT" });
    await tenant.call("POST", "/v1/members", { identities: [{ kind: "phone", value: "+39 347 7654321" }] });
    const code = await portalCode(server, "347 76 54 321", tenant);
    const [letter] = await lettersOf(tenant);
    expect(letter).toMatchObject({ kind: "portal_code_sms", address: "+393477654321" });
    expect(letter?.text).toBe(letter?.subject);
    expect(await shows(server, { contact: "+39 3477654321", code }, tenant)).toMatchObject({ status: 201 });
  });
});

describe("23: a scanner that follows every link and presses the first button", () => {
  test("finds neither in a letter: there is a code, and it is still needed", async () => {
    const { email } = await newMember(server);
    const code = await portalCode(server, email);
    const [letter] = await lettersOf(server, "portal_code");
    expect(letter?.text).toContain(code);
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/https?:|www\.|\/p\//);
  });
});
