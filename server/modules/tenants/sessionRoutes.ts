// Signing in and out. Public routes answer a stranger as they answer everybody; the rest is for whoever is known.
import {
  NewSignIn,
  NewSignInCode,
  NewTotp,
  SecondFactor,
  SessionEnd,
  Session as SessionReply,
  SignedIn,
  SignInCode,
} from "@fedele/sdk/schemas/staff.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static } from "typebox";
import { idOfLetters, readKey } from "../../platform/apiKeys.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import type { StaffCaller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import { type App, status } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import {
  endSession,
  endSessionsOf,
  type OpenSession,
  renewSession,
  SESSION_MAX_MS,
  sessionIsOver,
} from "./sessions.ts";
import {
  askForCode,
  CODE_MINUTES,
  confirmTotp,
  endTotp,
  showSecondFactor,
  signIn,
  startTotp,
  type TotpProof,
  wrongCode,
} from "./signIns.ts";
import { contactOf, getStaff } from "./staff.ts";
import { toStaffReply } from "./staffReplies.ts";
import { findTenantBySlug, getTenant } from "./tenants.ts";

const tag = "sign-in";
/** What one address, and what one person's address, may try in a minute. */
export const ATTEMPTS_PER_MINUTE = 20;
export const CODES_PER_MINUTE = 3;

export type SignInParts = Pick<Parts, "db" | "clock" | "sealer" | "mail" | "cookies" | "callers">;

export function signInRoutes(app: App, parts: SignInParts): void {
  const { db, clock, sealer, mail } = parts;
  const codes = rateLimitPerMinute(CODES_PER_MINUTE, clock);
  const listenTo = listenerTo(parts);
  /** Undefined where there is no such tenant: the answer is the same as for a person who does not work there. */
  const inTenant = async <T>(
    slug: string,
    work: (ctx: Ctx, keys: TenantKeys) => Promise<T>,
  ): Promise<T | undefined> => {
    const tenant = await findTenantBySlug(db, slug);
    if (tenant === undefined) return undefined;
    const asking = { tenantId: tenant.id, now: clock.now(), actor: "system" };
    return inTransaction(db, asking, async (ctx) => work(ctx, await sealer.keysOf(ctx)));
  };

  app.post(
    "/v1/sign-in-codes",
    operation({
      id: "askForSignInCode",
      tag,
      summary: "Have a code sent",
      description: "The answer is the same whether or not somebody works here under this address.",
      scope: "public",
      body: NewSignInCode,
      accepted: SignInCode,
      refuses: ["forbidden", "too_many"],
    }),
    async (request, reply) => {
      listenTo(request);
      const { tenant, email } = request.body;
      if (codes.take(`${tenant} ${email.trim().toLowerCase()}`).isSpent) throw tooOften();
      await inTenant(tenant, (ctx, keys) => askForCode(ctx, keys, mail, { email, nowMs: clock.now() }));
      mail.nudge();
      return reply.code(status.accepted).send({ goodForMinutes: CODE_MINUTES });
    },
  );

  app.post(
    "/v1/sign-ins",
    operation({
      id: "signIn",
      tag,
      summary: "Sign in with the code that came by mail",
      description: "A code is good for ten minutes and for five tries; asking for another one makes it worthless.",
      scope: "public",
      body: NewSignIn,
      created: SignedIn,
      refuses: ["unauthenticated", "forbidden", "too_many"],
    }),
    async (request, reply) => {
      listenTo(request);
      const { tenant, ...shown } = request.body;
      const session = await inTenant(tenant, (ctx, keys) => signIn(ctx, keys, { ...shown, nowMs: clock.now() }));
      if (session === undefined) throw wrongCode();
      return reply.code(status.created).send(handOut(parts, reply, session));
    },
  );
}

export function secondFactorRoutes(app: App, parts: SignInParts): void {
  const { db, clock, sealer, cookies } = parts;
  const listenTo = listenerTo(parts);
  app.post(
    "/v1/second-factors",
    operation({
      id: "showSecondFactor",
      tag,
      summary: "Complete a sign-in with the code of an app",
      scope: "public",
      body: SecondFactor,
      created: SignedIn,
      refuses: ["unauthenticated", "forbidden", "too_many"],
    }),
    async (request, reply) => {
      listenTo(request);
      const shown = readKey(cookies.read(request) ?? "");
      if (shown?.kind !== "session") throw sessionIsOver();
      const [tenantId, sessionId] = [idOfLetters(shown.tenant), idOfLetters(shown.key)];
      const { code } = request.body;
      const asking = { tenantId, now: clock.now(), actor: "system" };
      const session = await inTransaction(db, asking, async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        return showSecondFactor(ctx, keys, { sessionId, secret: shown.secret, code, nowMs: clock.now() });
      });
      if (session === undefined) throw wrongCode();
      return reply.code(status.created).send(handOut(parts, reply, session));
    },
  );
}

/** The session's secret goes into the cookie, and nowhere else. */
export function handOut(
  { cookies }: Pick<SignInParts, "cookies">,
  reply: FastifyReply,
  session: OpenSession,
): Static<typeof SignedIn> {
  cookies.set(reply, session.text, SESSION_MAX_MS / 1_000);
  return {
    secondFactorDue: session.isPending,
    csrfToken: cookies.csrfTokenOf(session.id),
    expiresAt: new Date(session.expiresAt).toISOString(),
  };
}

export function sessionRoutes(app: App, parts: SignInParts): void {
  const { db, clock, sealer, cookies, callers } = parts;
  app.get(
    "/v1/session",
    operation({
      id: "getSession",
      tag,
      summary: "Who you are",
      description: "Of a session also the token that a page sends in the header x-csrf-token with what it changes.",
      scope: "self",
      ok: SessionReply,
    }),
    async (request) => {
      const { caller } = request;
      const { actor, staff, till, keyId } = caller;
      const about = { actor, scopes: [...caller.scopes] };
      if (staff === undefined)
        return { kind: till === undefined ? ("api_key" as const) : ("till_key" as const), ...about };
      return inTransaction(db, who(request), async (ctx) => {
        const person = toStaffReply(await getStaff(ctx, staff.id), await sealer.keysOf(ctx));
        return { kind: "staff" as const, ...about, staff: person, csrfToken: cookies.csrfTokenOf(keyId) };
      });
    },
  );

  app.post(
    "/v1/session/renewal",
    operation({
      id: "renewSession",
      tag,
      summary: "Go on working: the session under a new secret, for another twelve hours",
      description: "At most a week after the sign-in. Asked twice within half a minute it is renewed once.",
      scope: "self",
      ok: SignedIn,
    }),
    async (request, reply) => {
      staffOf(request);
      const { keyId, tenantId } = request.caller;
      const renewed = await inTransaction(db, who(request), (ctx) => renewSession(ctx, keyId, clock.now()));
      callers.forgetTenant(tenantId);
      if (renewed.text !== undefined) return handOut(parts, reply, { ...renewed, text: renewed.text });
      const expiresAt = new Date(renewed.expiresAt).toISOString();
      return { secondFactorDue: false, csrfToken: cookies.csrfTokenOf(keyId), expiresAt };
    },
  );

  app.delete(
    "/v1/session",
    operation({
      id: "endSession",
      tag,
      summary: "Sign out",
      scope: "self",
      query: SessionEnd,
      noContent: true,
    }),
    async (request, reply) => {
      const { id } = staffOf(request);
      const { keyId, tenantId } = request.caller;
      const isEverywhere = request.query.everywhere === true;
      await inTransaction(db, who(request), (ctx) =>
        isEverywhere ? endSessionsOf(ctx, id, clock.now()) : endSession(ctx, keyId, clock.now()),
      );
      callers.forgetTenant(tenantId);
      cookies.clear(reply);
      return reply.code(status.noContent).send();
    },
  );
}

export function totpRoutes(app: App, { db, clock, sealer }: SignInParts): void {
  app.post(
    "/v1/session/totp",
    operation({
      id: "startTotp",
      tag,
      summary: "Begin a second factor: a secret for an authenticator app",
      description:
        "Nothing asks for it until a code of the app was shown. Begun again, the earlier secret is worthless.",
      scope: "self",
      created: NewTotp,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      const { id } = staffOf(request);
      const made = await inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const { secret } = await startTotp(ctx, keys, id);
        return { secret, uri: uriOf(secret, await getTenant(ctx), contactOf(keys, await getStaff(ctx, id))) };
      });
      return reply.code(status.created).send(made);
    },
  );

  const prove = async (
    request: FastifyRequest & { body: Static<typeof SecondFactor> },
    take: (ctx: Ctx, keys: TenantKeys, proof: TotpProof) => Promise<boolean>,
  ): Promise<void> => {
    const proof = { staffId: staffOf(request).id, code: request.body.code, nowMs: clock.now() };
    const isShown = await inTransaction(db, who(request), async (ctx) => take(ctx, await sealer.keysOf(ctx), proof));
    if (!isShown) throw new Refusal("forbidden", "This is not the code that the app shows now.", { field: "code" });
  };

  app.post(
    "/v1/session/totp/confirmation",
    operation({
      id: "confirmTotp",
      tag,
      summary: "Show that the app works: from now on every sign-in asks for it",
      scope: "self",
      body: SecondFactor,
      noContent: true,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      await prove(request, confirmTotp);
      return reply.code(status.noContent).send();
    },
  );

  app.post(
    "/v1/session/totp/removal",
    operation({
      id: "endTotp",
      tag,
      summary: "Take the second factor away, by a code of it",
      scope: "self",
      body: SecondFactor,
      noContent: true,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      await prove(request, endTotp);
      return reply.code(status.noContent).send();
    },
  );
}

/** What an app reads from a QR code. */
function uriOf(secret: string, tenant: { readonly name: string }, person: { readonly email: string }): string {
  const label = `${encodeURIComponent(tenant.name)}:${encodeURIComponent(person.email)}`;
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(tenant.name)}`;
}

export function staffOf({ caller }: Pick<FastifyRequest, "caller">): StaffCaller {
  if (caller.staff === undefined) throw new Refusal("forbidden", "Only a person who signed in has a session.");
  return caller.staff;
}

/** Lets so many requests a minute through from one address, and none from another site's page. */
export function listenerTo({ clock, cookies }: Pick<SignInParts, "clock" | "cookies">) {
  const attempts = rateLimitPerMinute(ATTEMPTS_PER_MINUTE, clock);
  return (request: FastifyRequest): void => {
    cookies.refuseOtherOrigin(request);
    if (attempts.take(request.ip).isSpent) throw tooOften();
  };
}

function tooOften(): Refusal {
  return new Refusal("too_many", "Too many attempts; wait a minute.", { retryAfterSeconds: 60 });
}
