// What a portal says to whoever comes, and how members come in. A stranger is answered as everybody is.
import { readableOn, textOn } from "@fedele/core/contrast.ts";
import {
  IconText,
  JoinDue,
  ManifestText,
  MemberSession,
  NewLinkSignIn,
  NewPortalCode,
  NewPortalSignIn,
  PortalCode,
  PortalPath,
  Portal as PortalReply,
  StyleText,
} from "@fedele/sdk/schemas/portal.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static } from "typebox";
import { hashOfSecret, idOfLetters, readKey } from "../../platform/apiKeys.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { operation } from "../../platform/http/operation.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import { type App, status } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findTenantBySlug } from "../tenants/tenants.ts";
import { deviceOf } from "./devices.ts";
import { endShownSession, MEMBER_SESSION_MAX_MS, type OpenMemberSession } from "./memberSessions.ts";
import { CODE_MINUTES, wrongCode } from "./portalCodes.ts";
import { contactOf } from "./portalContacts.ts";
import { signInByLink, tenantOfLink } from "./portalLinks.ts";
import { askForPortalCode, signInMember } from "./portalSignIns.ts";
import { iconOf, manifestOf } from "./portalSigns.ts";
import { getPortal, getPortalSettings, readerLanguage } from "./portals.ts";

const tag = "portal";
/** What one address may do in a minute: read what a portal says; ask for codes and show them. */
export const READS_PER_MINUTE = 300;
export const PORTAL_ATTEMPTS_PER_MINUTE = 60;
/** Codes in a minute: for one contact, and for all of a tenant. */
export const PORTAL_CODES_PER_MINUTE = 3;
export const TENANT_CODES_PER_MINUTE = 300;

export type PortalParts = Pick<Parts, "db" | "clock" | "sealer" | "mail" | "cookies" | "callers" | "log">;

/** The grounds of the portal's blocks, on which words are harder to read than on the page itself. */
const GROUNDS = { day: "#f4f5f7", night: "#25262b" } as const;

export function portalReadRoutes(app: App, { db, clock }: PortalParts): void {
  const reads = rateLimitPerMinute(READS_PER_MINUTE, clock);
  const ofSlug = async <T>(request: FastifyRequest, slug: string, work: (ctx: Ctx, tenant: Tenant) => Promise<T>) => {
    if (reads.take(request.ip).isSpent) throw tooOften();
    return inPortal({ db, clock }, slug, work);
  };

  app.get(
    "/v1/portal/:slug",
    operation({
      id: "getPortal",
      tag,
      summary: "What a portal says to whoever comes",
      description: "In the language that Accept-Language asks for, else in the tenant's.",
      scope: "public",
      params: PortalPath,
      ok: PortalReply,
      refuses: ["too_many"],
    }),
    async (request) => {
      const accepts = request.headers["accept-language"];
      return ofSlug(request, request.params.slug, async (ctx, tenant) =>
        getPortal(ctx, tenant, readerLanguage(tenant, { accepts })),
      );
    },
  );

  app.get(
    "/v1/portal/:slug/brand.css",
    operation({
      id: "getPortalStyle",
      tag,
      summary: "The tenant's colours, as variables of a stylesheet",
      scope: "public",
      params: PortalPath,
      ok: StyleText,
      refuses: ["too_many"],
    }),
    async (request, reply) => {
      const { color } = await ofSlug(request, request.params.slug, getPortalSettings);
      return reply
        .type("text/css; charset=utf-8")
        .header("cache-control", "public, max-age=60, stale-while-revalidate=86400")
        .serializer(String)
        .send(styleOf(color));
    },
  );
}

/** What makes a phone keep the portal like an app: the shop's name and colour, and a sign of its first letter. */
export function portalAppRoutes(app: App, { db, clock }: PortalParts): void {
  const reads = rateLimitPerMinute(READS_PER_MINUTE, clock);
  const shown = async (request: FastifyRequest, slug: string) => {
    if (reads.take(request.ip).isSpent) throw tooOften();
    return inPortal({ db, clock }, slug, async (ctx, tenant) => {
      const { name, color } = await getPortalSettings(ctx);
      return { name: name ?? tenant.name, color };
    });
  };
  const keep = (reply: FastifyReply, type: string) =>
    reply.type(type).header("cache-control", "public, max-age=3600").serializer(String);

  app.get(
    "/v1/portal/:slug/manifest.webmanifest",
    operation({
      id: "getPortalManifest",
      tag,
      summary: "What a phone needs to keep the portal like an app",
      scope: "public",
      params: PortalPath,
      ok: ManifestText,
      refuses: ["too_many"],
    }),
    async (request, reply) => {
      const { slug } = request.params;
      const { name, color } = await shown(request, slug);
      return keep(reply, "application/manifest+json").send(manifestOf(slug, name, color));
    },
  );

  app.get(
    "/v1/portal/:slug/icon.svg",
    operation({
      id: "getPortalIcon",
      tag,
      summary: "The portal's sign: the shop's first letter in its colour",
      scope: "public",
      params: PortalPath,
      ok: IconText,
      refuses: ["too_many"],
    }),
    async (request, reply) => {
      const { name, color } = await shown(request, request.params.slug);
      return keep(reply, "image/svg+xml").send(iconOf(name, color));
    },
  );
}

function styleOf(color: string): string {
  const onGround = (ground: string) => `--brand-text:${readableOn(color, ground)}`;
  return (
    `:root{--brand:${color};--on-brand:${textOn(color)};${onGround(GROUNDS.day)}}\n` +
    `@media (prefers-color-scheme:dark){:root{${onGround(GROUNDS.night)}}}\n`
  );
}

export function portalSignInRoutes(app: App, parts: PortalParts): void {
  const listen = listener(parts);
  codeRoute(app, parts, listen);
  signInRoute(app, parts, listen);
  linkRoute(app, parts, listen);
}

type Listen = (request: FastifyRequest) => void;

function codeRoute(app: App, parts: PortalParts, listen: Listen): void {
  const { clock, sealer, mail, log } = parts;
  const ofContact = rateLimitPerMinute(PORTAL_CODES_PER_MINUTE, clock);
  const ofTenant = rateLimitPerMinute(TENANT_CODES_PER_MINUTE, clock);

  app.post(
    "/v1/portal/:slug/sign-in-codes",
    operation({
      id: "askForPortalCode",
      tag,
      summary: "Have a code sent to a member, or to somebody who wants to be one",
      description: "The answer is the same whether or not somebody is a member under this contact.",
      scope: "public",
      params: PortalPath,
      body: NewPortalCode,
      accepted: PortalCode,
      refuses: ["forbidden", "too_many"],
    }),
    async (request, reply) => {
      listen(request);
      const accepts = request.headers["accept-language"];
      const kind = await inPortal(parts, request.params.slug, async (ctx, tenant) => {
        const contact = contactOf(request.body.contact, tenant.country);
        if (ofContact.take(`${tenant.id} ${contact.value}`).isSpent) throw tooOften();
        if (ofTenant.take(tenant.id).isSpent) {
          log.error({ tenantId: tenant.id }, "a portal is asked for more codes than people can want");
          throw tooOften();
        }
        const writing = { keys: await sealer.keysOf(ctx), mail };
        await askForPortalCode(ctx, writing, { tenant, contact, accepts, nowMs: clock.now() });
        return contact.kind;
      });
      mail.nudge();
      return reply.code(status.accepted).send({ goodForMinutes: CODE_MINUTES, kind });
    },
  );
}

function signInRoute(app: App, parts: PortalParts, listen: Listen): void {
  const { clock } = parts;
  app.post(
    "/v1/portal/:slug/sign-ins",
    operation({
      id: "signInMember",
      tag,
      summary: "Sign in with the code that came, or join with it",
      description:
        "A code is good for ten minutes and for five tries; asking for another one makes it worthless. Where the " +
        "code is right and nobody is a member under the contact, the answer is 200: send it again with `join`.",
      scope: "public",
      params: PortalPath,
      body: NewPortalSignIn,
      ok: JoinDue,
      created: MemberSession,
      refuses: ["unauthenticated", "forbidden", "conflict", "too_many"],
    }),
    async (request, reply) => {
      listen(request);
      const { code, join } = request.body;
      const shown = { code, join, accepts: request.headers["accept-language"], device: deviceIn(request) };
      const { tenant, outcome } = await inPortal(parts, request.params.slug, async (ctx, tenant) => {
        const contact = contactOf(request.body.contact, tenant.country);
        const outcome = await signInMember(ctx, parts, { ...shown, tenant, contact, nowMs: clock.now() });
        if (outcome.state === "signed_in") await endPrevious(ctx, parts, request, tenant);
        return { tenant, outcome };
      });
      if (outcome.state === "wrong") throw wrongCode();
      if (outcome.state === "join_due") return { joinDue: true as const };
      return reply.code(status.created).send(handOut(parts, reply, tenant, outcome));
    },
  );
}

function linkRoute(app: App, parts: PortalParts, listen: Listen): void {
  const { clock } = parts;
  app.post(
    "/v1/portal/:slug/link-sign-ins",
    operation({
      id: "signInByLink",
      tag,
      summary: "Sign in with a link that was shown at a till",
      description: "Good once. To open its address changes nothing: only this does, which a button sends.",
      scope: "public",
      params: PortalPath,
      body: NewLinkSignIn,
      created: MemberSession,
      refuses: ["unauthenticated", "forbidden", "too_many"],
    }),
    async (request, reply) => {
      listen(request);
      const { token } = request.body;
      const { tenant, session } = await inPortal(parts, request.params.slug, async (ctx, tenant) => {
        const isOwn = tenantOfLink(token) === tenant.id;
        const asked = { token, device: deviceIn(request), nowMs: clock.now() };
        const session = isOwn ? await signInByLink(ctx, asked) : undefined;
        if (session !== undefined) await endPrevious(ctx, parts, request, tenant);
        return { tenant, session };
      });
      if (session === undefined) {
        throw new Refusal("unauthenticated", "This link was used or is too old; have a new one shown.", {
          field: "token",
        });
      }
      return reply.code(status.created).send(handOut(parts, reply, tenant, { session, isNew: false }));
    },
  );
}

function deviceIn({ headers }: FastifyRequest): string {
  return deviceOf(headers["user-agent"]);
}

/** A browser that signs in again has a new session, and what its cookie held before is worth nothing any more. */
async function endPrevious(
  ctx: Ctx,
  { cookies, clock, callers }: PortalParts,
  request: FastifyRequest,
  tenant: Tenant,
) {
  const shown = readKey(cookies.ofMembers.readOf(request, tenant.slug) ?? "");
  if (shown?.kind !== "member_session") return;
  await endShownSession(ctx, idOfLetters(shown.key), hashOfSecret(shown.secret), clock.now());
  callers.forgetTenant(tenant.id);
}

/** The session's secret goes into the cookie, and nowhere else. */
export function handOut(
  { cookies }: Pick<PortalParts, "cookies">,
  reply: FastifyReply,
  { slug }: Pick<Tenant, "slug">,
  { session, isNew }: Readonly<{ session: OpenMemberSession; isNew: boolean }>,
): Static<typeof MemberSession> {
  cookies.ofMembers.set(reply, slug, session.text, MEMBER_SESSION_MAX_MS / 1_000);
  return {
    csrfToken: cookies.csrfTokenOf(session.id),
    expiresAt: new Date(session.expiresAt).toISOString(),
    isNew,
  };
}

/** Works for the tenant whose portal this is. That there is a portal is no secret: it stands on a poster. */
export async function inPortal<T>(
  { db, clock }: Pick<PortalParts, "db" | "clock">,
  slug: string,
  work: (ctx: Ctx, tenant: Tenant) => Promise<T>,
): Promise<T> {
  const tenant = await findTenantBySlug(db, slug);
  if (tenant === undefined) throw new Refusal("not_found", "There is no portal at this address.");
  const asking = { tenantId: tenant.id, now: clock.now() + tenant.clockOffsetMs, actor: "system" };
  return inTransaction(db, asking, (ctx) => work(ctx, tenant));
}

/** Lets so many requests a minute through from one address, and none from another site's page. */
function listener({ clock, cookies }: Pick<PortalParts, "clock" | "cookies">): Listen {
  const attempts = rateLimitPerMinute(PORTAL_ATTEMPTS_PER_MINUTE, clock);
  return (request) => {
    cookies.refuseOtherOrigin(request);
    if (attempts.take(request.ip).isSpent) throw tooOften();
  };
}

export function tooOften(): Refusal {
  return new Refusal("too_many", "Too many attempts; wait a minute.", { retryAfterSeconds: 60 });
}
