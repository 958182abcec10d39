// The cookies that there are: a session of staff, and one of a member for each portal. A browser sends them by itself,
// so whatever they change must also show that our own page asked: where the request comes from, and a token that only
// our page could have read.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "../refusal.ts";

const NAME = "fedele_session";
const CHALLENGE_NAME = "fedele_challenge";
const CHALLENGE_BYTES = 32;
/** How long somebody may take to find a key or a finger. */
export const CHALLENGE_MS = 5 * 60_000;
const MEMBER_NAME = "fedele_member_";
/** Where a page says of which portal it is: in one browser somebody may be a member of several tenants. */
export const PORTAL_HEADER = "x-portal";
/** Beyond this a header holds no cookie of ours. */
const HEADER_CHARS_MAX = 8_192;

export type Cookies = {
  /** The session that the request shows; undefined where it shows none. */
  read(request: FastifyRequest): string | undefined;
  set(reply: FastifyReply, value: string, seconds: number): void;
  clear(reply: FastifyReply): void;
  readonly ofMembers: MemberCookies;
  readonly ofChallenges: ChallengeCookies;
  /** What a page must send as x-csrf-token with whatever it changes. The same for the whole life of a session. */
  csrfTokenOf(sessionId: string): string;
  /** Refuses a change that another site's page asked for. */
  refuseForged(request: FastifyRequest, sessionId: string): void;
  /** Refuses another site's page. Programs, which name no origin, are let in. */
  refuseOtherOrigin(request: FastifyRequest): void;
};

/** Members' sessions, one a portal, told apart by the tenant's slug. */
export type MemberCookies = {
  /** That of the portal which the header names; without the header the only one. */
  read(request: FastifyRequest): string | undefined;
  readOf(request: FastifyRequest, slug: string): string | undefined;
  set(reply: FastifyReply, slug: string, value: string, seconds: number): void;
  clear(reply: FastifyReply, slug: string): void;
};

/**
 * What a passkey is to sign, kept in the browser that asked: whoever intercepts it has no use for it in another.
 * `about`: what it is good for.
 */
export type ChallengeCookies = {
  give(reply: FastifyReply, about: string, nowMs: number): string;
  /** The challenge that this browser was given for this, while it is good. */
  take(request: FastifyRequest, about: string, nowMs: number): { challenge: string; expiresAt: number } | undefined;
};

type Settings = { readonly publicUrl: string | undefined; readonly csrfKey: Buffer };

export function createCookies({ publicUrl, csrfKey }: Settings): Cookies {
  const isSecure = publicUrl?.startsWith("https:") === true;
  // A browser keeps a __Host- cookie to this very host and refuses it without Secure and Path=/.
  const prefix = isSecure ? "__Host-" : "";
  const name = `${prefix}${NAME}`;
  const memberPrefix = `${prefix}${MEMBER_NAME}`;
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  const put = (reply: FastifyReply, cookie: string, seconds: number): void => {
    reply.header("set-cookie", `${cookie}; Max-Age=${seconds}; ${attributes}`);
  };
  const csrfTokenOf = (sessionId: string) => createHmac("sha256", csrfKey).update(sessionId).digest("base64url");
  const isOwn = (request: FastifyRequest, origin: string): boolean => {
    if (publicUrl !== undefined) return origin === new URL(publicUrl).origin;
    return URL.canParse(origin) && new URL(origin).host === request.headers.host;
  };
  const macOf = (about: string, challenge: string, expiresAt: number): string =>
    createHmac("sha256", csrfKey).update(`passkey ${about} ${challenge} ${expiresAt}`).digest("base64url");
  const refuseOtherOrigin = (request: FastifyRequest): void => {
    const { origin } = request.headers;
    if (origin !== undefined && !isOwn(request, origin)) throw fromElsewhere();
  };
  return {
    read: (request) => cookiesIn(request).find(([key]) => key === name)?.[1],
    set: (reply, value, seconds) => put(reply, `${name}=${value}`, seconds),
    clear: (reply) => put(reply, `${name}=`, 0),
    ofMembers: {
      read(request) {
        const asked = request.headers[PORTAL_HEADER];
        if (asked !== undefined) return this.readOf(request, String(asked));
        const own = cookiesIn(request).filter(([key]) => key.startsWith(memberPrefix));
        return own.length === 1 ? own[0]?.[1] : undefined;
      },
      readOf: (request, slug) => cookiesIn(request).find(([key]) => key === `${memberPrefix}${slug}`)?.[1],
      set: (reply, slug, value, seconds) => put(reply, `${memberPrefix}${slug}=${value}`, seconds),
      clear: (reply, slug) => put(reply, `${memberPrefix}${slug}=`, 0),
    },
    ofChallenges: {
      give(reply, about, nowMs) {
        const challenge = randomBytes(CHALLENGE_BYTES).toString("base64url");
        const expiresAt = nowMs + CHALLENGE_MS;
        const value = [challenge, expiresAt, macOf(about, challenge, expiresAt)].join(".");
        put(reply, `${prefix}${CHALLENGE_NAME}=${value}`, CHALLENGE_MS / 1_000);
        return challenge;
      },
      take(request, about, nowMs) {
        const [, value = ""] = cookiesIn(request).find(([key]) => key === `${prefix}${CHALLENGE_NAME}`) ?? [];
        const [challenge = "", until = "", shown = ""] = value.split(".");
        const expiresAt = Number(until);
        const [mac, expected] = [Buffer.from(shown), Buffer.from(macOf(about, challenge, expiresAt))];
        const isOurs = mac.length === expected.length && timingSafeEqual(mac, expected);
        return isOurs && nowMs < expiresAt ? { challenge, expiresAt } : undefined;
      },
    },
    csrfTokenOf,
    refuseForged(request, sessionId) {
      if (request.method === "GET" || request.method === "HEAD") return;
      // Chromium names no origin where a page of ours asks for a deletion; it then says itself that the page is ours.
      const isNamed = request.headers.origin !== undefined || request.headers["sec-fetch-site"] === "same-origin";
      if (!isNamed) throw fromElsewhere();
      refuseOtherOrigin(request);
      const shown = Buffer.from(String(request.headers["x-csrf-token"] ?? ""));
      const expected = Buffer.from(csrfTokenOf(sessionId));
      if (shown.length !== expected.length || !timingSafeEqual(shown, expected)) {
        throw new Refusal("forbidden", "Send the csrfToken of your session in the header x-csrf-token.");
      }
    },
    refuseOtherOrigin,
  };
}

function fromElsewhere(): Refusal {
  return new Refusal("forbidden", "With a session's cookie only our own pages may change something.");
}

function cookiesIn({ headers }: FastifyRequest): [name: string, value: string][] {
  const { cookie } = headers;
  if (cookie === undefined || cookie.length > HEADER_CHARS_MAX) return [];
  return cookie.split(";").map((part) => {
    const pair = part.trim();
    const at = pair.indexOf("=");
    return at < 0 ? [pair, ""] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}
