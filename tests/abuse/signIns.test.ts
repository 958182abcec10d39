// Signing in, and everything that must not work about it. Rows 18, 20, 22 and 23.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SESSION_MAX_MS, SESSION_MS } from "../../server/modules/tenants/sessions.ts";
import { CODE_MINUTES, CODE_TRIES_MAX, CODES_A_DAY, TOTP_FAILURES_MAX } from "../../server/modules/tenants/signIns.ts";
import { totpCode, totpStepAt } from "../../server/platform/totp.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { codeFor, cookieOf, inSession, latestLetter, signInWith, stranger } from "../support/signingIn.ts";
import { callAs, newStaff } from "../support/staff.ts";
import { bytesOf } from "../support/totp.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const wrong = { status: 401, body: { code: "unauthenticated" } };

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function otherThan(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, "0");
}

describe("20: a code", () => {
  test("signs its person in, once", async () => {
    const { email } = await newStaff(server, "manager");
    const code = await codeFor(server, email);
    const reply = await signInWith(server, email, code);
    expect(reply).toMatchObject({ status: 201, body: { secondFactorDue: false } });
    expect(reply.headers.get("set-cookie")).toMatch(/^fedele_session=fedses_.*; Path=\/; HttpOnly; SameSite=Lax$/);
    const who = await inSession(server, reply)("GET", "/v1/session");
    expect(who.body).toMatchObject({ kind: "staff", staff: { email, role: "manager" } });
    expect(await signInWith(server, email, code)).toMatchObject(wrong);
  });

  test("is burned by the fifth wrong try: the sixth is refused although it is right", async () => {
    const { email } = await newStaff(server, "agent");
    const code = await codeFor(server, email);
    for (let tries = 1; tries <= CODE_TRIES_MAX; tries += 1) {
      expect(await signInWith(server, email, otherThan(code, tries))).toMatchObject(wrong);
    }
    expect(await signInWith(server, email, code)).toMatchObject(wrong);
  });

  test("is good up to the fifth try", async () => {
    const { email } = await newStaff(server, "agent");
    const code = await codeFor(server, email);
    for (let tries = 1; tries < CODE_TRIES_MAX; tries += 1) await signInWith(server, email, otherThan(code, tries));
    expect(await signInWith(server, email, code)).toMatchObject({ status: 201 });
  });

  test("guessed by many at once has no more than its five tries", async () => {
    const { email } = await newStaff(server, "agent");
    const code = await codeFor(server, email);
    server.clock.advance(MINUTE_MS);
    await Promise.all(Array.from({ length: 15 }, (_, at) => signInWith(server, email, otherThan(code, at + 1))));
    const { rows } = await server.db.maintenance.query("select max(tries) as tries from sign_in_codes");
    expect(rows).toEqual([{ tries: CODE_TRIES_MAX }]);
  });

  test("is worthless once a newer one was asked for, or ten minutes have passed", async () => {
    const { email } = await newStaff(server, "agent");
    const old = await codeFor(server, email);
    const newer = await codeFor(server, email);
    if (old !== newer) expect(await signInWith(server, email, old)).toMatchObject(wrong);
    expect(await signInWith(server, email, newer)).toMatchObject({ status: 201 });

    const late = await codeFor(server, email);
    server.clock.advance(CODE_MINUTES * MINUTE_MS);
    expect(await signInWith(server, email, late)).toMatchObject(wrong);
  });

  test("of one person signs in nobody else, nor the same person elsewhere", async () => {
    const [ana, bea] = [await newStaff(server, "agent"), await newStaff(server, "owner")];
    await codeFor(server, bea.email);
    const code = await codeFor(server, ana.email);
    expect(await signInWith(server, bea.email, code)).toMatchObject(wrong);
    const other = await server.newTenant();
    const elsewhere = { tenant: other.tenant.slug, email: ana.email, code };
    expect(await stranger(server)("POST", "/v1/sign-ins", elsewhere)).toMatchObject(wrong);
    expect(await signInWith(server, ana.email, code)).toMatchObject({ status: 201 });
  });

  test("asked for by a stranger is answered as for anybody, and refused as for anybody", async () => {
    const known = await newStaff(server, "owner");
    const removed = await newStaff(server, "agent");
    await server.call("DELETE", `/v1/staff/${removed.id}`);
    const call = stranger(server);
    const asks = [
      { tenant: server.tenant.slug, email: known.email },
      { tenant: server.tenant.slug, email: removed.email },
      { tenant: server.tenant.slug, email: "nobody@example.com" },
      { tenant: "no-such-tenant", email: known.email },
    ];
    server.clock.advance(MINUTE_MS);
    const asked = await Promise.all(asks.map((body) => call("POST", "/v1/sign-in-codes", body)));
    expect(new Set(asked.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    const refused = await Promise.all(asks.map((body) => call("POST", "/v1/sign-ins", { ...body, code: "000000" })));
    const told = refused.map(({ status, body }) => `${status} ${body.code} ${body.detail}`);
    expect(new Set(told).size).toBe(1);
  });

  test("comes so often a day, then no more, and nobody is told", async () => {
    const { email } = await newStaff(server, "agent");
    let last = "";
    for (let asked = 0; asked < CODES_A_DAY; asked += 1) last = await codeFor(server, email);
    const before = await latestLetter(server, "sign_in_code");
    server.clock.advance(MINUTE_MS);
    const body = { tenant: server.tenant.slug, email };
    expect(await stranger(server)("POST", "/v1/sign-in-codes", body)).toMatchObject({ status: 202 });
    expect(await latestLetter(server, "sign_in_code")).toEqual(before);
    expect(await signInWith(server, email, last)).toMatchObject({ status: 201 });
    server.clock.advance(24 * HOUR_MS);
    expect(await codeFor(server, email)).toMatch(/^\d{6}$/);
  });

  test("and tries at it are limited a minute, for one address and for one person", async () => {
    server.clock.advance(MINUTE_MS);
    const call = stranger(server);
    const body = { tenant: server.tenant.slug, email: "often@example.com" };
    const asked = [];
    for (let times = 0; times < 5; times += 1) asked.push((await call("POST", "/v1/sign-in-codes", body)).status);
    expect(asked).toEqual([202, 202, 202, 429, 429]);
    for (let times = 0; times < 20; times += 1) await call("POST", "/v1/sign-ins", { ...body, code: "000000" });
    expect(await call("POST", "/v1/sign-ins", { ...body, code: "000000" })).toMatchObject({ status: 429 });
    server.clock.advance(MINUTE_MS);
  });

  test("stands nowhere in the database or the log, nor do name and address", async () => {
    const { email } = await newStaff(server, "agent");
    const code = await codeFor(server, email);
    for (const table of ["staff", "sign_in_codes", "staff_sessions", "mail_messages", "invitations"]) {
      const { rows } = await server.db.maintenance.query(`select t::text as text from ${table} t`);
      const text = JSON.stringify(rows);
      expect(text).not.toContain(email);
      expect(text).not.toMatch(new RegExp(`[(,]${code}[,)]`));
    }
    expect(server.logged()).not.toContain(email);
    expect(server.logged()).not.toContain(code);
  });
});

describe("a session", () => {
  test("is over after twelve hours, goes on when it is renewed, and ends after a week", async () => {
    const { call } = await newStaff(server, "manager");
    server.clock.advance(SESSION_MS - 1);
    expect(await call("GET", "/v1/session")).toMatchObject({ status: 200 });
    server.clock.advance(1);
    expect(await call("GET", "/v1/session")).toMatchObject(wrong);

    let { call: working } = await newStaff(server, "manager");
    const started = server.clock.now();
    for (;;) {
      server.clock.advance(11 * HOUR_MS);
      const renewed = await working("POST", "/v1/session/renewal");
      if (renewed.status !== 200) break;
      working = inSession(server, renewed);
    }
    expect(server.clock.now() - started).toBeGreaterThanOrEqual(SESSION_MAX_MS);
    expect(server.clock.now() - started).toBeLessThan(SESSION_MAX_MS + 12 * HOUR_MS);
  });

  test("has another secret once it is renewed; the old one is good for half a minute", async () => {
    const old = await newStaff(server, "manager");
    const renewed = await old.call("POST", "/v1/session/renewal");
    expect(cookieOf(renewed)).not.toBe(old.cookie);
    expect(await old.call("GET", "/v1/session")).toMatchObject({ status: 200 });
    const again = await old.call("POST", "/v1/session/renewal");
    expect(again.headers.get("set-cookie")).toBeNull();
    server.clock.advance(30_000);
    expect(await old.call("GET", "/v1/session")).toMatchObject(wrong);
    expect(await inSession(server, renewed)("GET", "/v1/session")).toMatchObject({ status: 200 });
  });

  test("ends when its person signs out, and all of them when that is asked for", async () => {
    const { email } = await newStaff(server, "agent");
    const [one, other] = [
      inSession(server, await signInWith(server, email, await codeFor(server, email))),
      inSession(server, await signInWith(server, email, await codeFor(server, email))),
    ];
    const third = inSession(server, await signInWith(server, email, await codeFor(server, email)));
    const out = await one("DELETE", "/v1/session");
    expect(out.status).toBe(204);
    expect(out.headers.get("set-cookie")).toMatch(/^fedele_session=; Max-Age=0/);
    expect(await one("GET", "/v1/session")).toMatchObject(wrong);
    expect(await other("GET", "/v1/session")).toMatchObject({ status: 200 });
    expect((await other("DELETE", "/v1/session?everywhere=true")).status).toBe(204);
    expect(await third("GET", "/v1/session")).toMatchObject(wrong);
  });

  test("18: whose id or tenant was changed is nobody's", async () => {
    const [ana, bea] = [await newStaff(server, "agent"), await newStaff(server, "owner")];
    const idOf = (cookie: string) =>
      cookie.slice("fedele_session=fedses_".length + 26, "fedele_session=fedses_".length + 52);
    const forged = ana.cookie.replace(idOf(ana.cookie), idOf(bea.cookie));
    expect(forged).not.toBe(ana.cookie);
    expect(await callAs(server.url, forged, bea.csrfToken)("GET", "/v1/session")).toMatchObject(wrong);
  });

  test("over https has a cookie that no other host sees and no other scheme sends", async () => {
    const secure = await startServer({ publicUrl: "https://loyalty.example.com" });
    try {
      const { email } = await newStaff(secure, "owner");
      const reply = await signInWith(secure, email, await codeFor(secure, email));
      expect(reply.headers.get("set-cookie")).toMatch(
        /^__Host-fedele_session=.*; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
      );
      const call = callAs(secure.url, cookieOf(reply), reply.body.csrfToken);
      expect(await call("POST", "/v1/session/renewal")).toMatchObject({ status: 403 });
      const own = { origin: "https://loyalty.example.com" };
      expect(await call("POST", "/v1/session/renewal", undefined, own)).toMatchObject({ status: 200 });
      const body = { tenant: secure.tenant.slug, email };
      const elsewhere = { origin: "https://evil.example" };
      expect(await stranger(secure)("POST", "/v1/sign-in-codes", body, elsewhere)).toMatchObject({ status: 403 });
    } finally {
      await secure.close();
    }
  });
});

describe("a second factor", () => {
  async function withApp() {
    const person = await newStaff(server, "manager");
    const { body, status } = await person.call("POST", "/v1/session/totp");
    expect(status).toBe(201);
    expect(body.uri).toContain(`secret=${body.secret}`);
    const secret = bytesOf(body.secret);
    const now = (steps = 0) => totpCode(secret, totpStepAt(server.clock.now()) + steps);
    return { ...person, now };
  }

  test("is asked for at every sign-in once its app was tried, and each code is good once", async () => {
    const { email, call, now } = await withApp();
    expect(await signInWith(server, email, await codeFor(server, email))).toMatchObject({
      body: { secondFactorDue: false },
    });
    expect(await call("POST", "/v1/session/totp/confirmation", { code: otherThan(now()) })).toMatchObject({
      status: 403,
    });
    const used = now();
    expect(await call("POST", "/v1/session/totp/confirmation", { code: used })).toMatchObject({ status: 204 });

    const half = await signInWith(server, email, await codeFor(server, email));
    expect(half).toMatchObject({ status: 201, body: { secondFactorDue: true } });
    const waiting = inSession(server, half);
    expect(await waiting("GET", "/v1/session")).toMatchObject(wrong);
    expect(await waiting("GET", "/v1/members")).toMatchObject(wrong);
    expect(await waiting("POST", "/v1/second-factors", { code: used })).toMatchObject(wrong);
    const shown = now(1);
    const whole = await waiting("POST", "/v1/second-factors", { code: shown });
    expect(whole).toMatchObject({ status: 201, body: { secondFactorDue: false } });
    expect(cookieOf(whole)).not.toBe(cookieOf(half));
    expect(await inSession(server, whole)("GET", "/v1/session")).toMatchObject({
      body: { staff: { hasSecondFactor: true } },
    });
    expect(await waiting("GET", "/v1/session")).toMatchObject(wrong);

    const next = inSession(server, await signInWith(server, email, await codeFor(server, email)));
    expect(await next("POST", "/v1/second-factors", { code: shown })).toMatchObject(wrong);
  });

  test("must be shown within ten minutes, by whoever holds the session", async () => {
    const { email, call, now } = await withApp();
    await call("POST", "/v1/session/totp/confirmation", { code: now() });
    const half = await signInWith(server, email, await codeFor(server, email));
    const forged = `${cookieOf(half).slice(0, -5)}aaaaa`;
    expect(await callAs(server.url, forged, "")("POST", "/v1/second-factors", { code: now(1) })).toMatchObject(wrong);
    server.clock.advance(10 * MINUTE_MS);
    expect(await inSession(server, half)("POST", "/v1/second-factors", { code: now() })).toMatchObject(wrong);
  });

  test("guessed wrongly ten times in a row listens to nobody for a quarter of an hour", async () => {
    const { email, call, now } = await withApp();
    await call("POST", "/v1/session/totp/confirmation", { code: now() });
    server.clock.advance(MINUTE_MS);
    for (let tries = 0; tries < TOTP_FAILURES_MAX; tries += 1) {
      expect((await call("POST", "/v1/session/totp/removal", { code: otherThan(now(), tries + 7) })).status).toBe(403);
    }
    expect(await call("POST", "/v1/session/totp/removal", { code: now() })).toMatchObject({ status: 429 });
    const half = inSession(server, await signInWith(server, email, await codeFor(server, email)));
    expect(await half("POST", "/v1/second-factors", { code: now() })).toMatchObject({ status: 429 });
    server.clock.advance(15 * MINUTE_MS);
    expect(await call("POST", "/v1/session/totp/removal", { code: now() })).toMatchObject({ status: 204 });
    expect(await signInWith(server, email, await codeFor(server, email))).toMatchObject({
      body: { secondFactorDue: false },
    });
  });

  test("that was lost is taken away by somebody who may do as much, and sessions end with it", async () => {
    const { id, email, call, now } = await withApp();
    await call("POST", "/v1/session/totp/confirmation", { code: now() });
    const cashier = await newStaff(server, "cashier");
    expect(await cashier.call("DELETE", `/v1/staff/${id}/second-factor`)).toMatchObject({ status: 403 });
    const owner = await newStaff(server, "owner");
    expect(await owner.call("DELETE", `/v1/staff/${id}/second-factor`)).toMatchObject({ status: 204 });
    expect(await call("GET", "/v1/session")).toMatchObject(wrong);
    expect(await signInWith(server, email, await codeFor(server, email))).toMatchObject({
      body: { secondFactorDue: false },
    });
  });
});
