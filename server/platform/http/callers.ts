// Who is calling: an API key, a till's key, a session of staff or one of a member becomes a caller with a tenant,
// scopes and the tenant's time. Whatever was shown, from here on they are all the same.
import { timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { hashOfSecret, readKey } from "../apiKeys.ts";
import type { Clock } from "../clock.ts";
import type { Trail, Who } from "../database/transaction.ts";
import type { App } from "../http.ts";
import { bucketOf } from "../ids.ts";
import { Refusal } from "../refusal.ts";
import type { Cookies } from "./cookies.ts";
import {
  type Caller,
  createKeyCache,
  type FindKeys,
  type KeyCache,
  type ShownKey,
  type StoredKey,
} from "./keyCache.ts";
import type { Access, OperationConfig } from "./operation.ts";
import { type Allowance, type RateLimit, rateLimitPerMinute } from "./rateLimits.ts";

/** Failed attempts that one address may make in a minute before it is no longer listened to. */
export const FAILURES_PER_MINUTE = 300;
/** Where a till says which device it is. */
export const DEVICE_HEADER = "x-till-device";

declare module "fastify" {
  interface FastifyRequest {
    /** Set on every route that is not public. */
    caller: Caller;
    /** The tenant's domain time in milliseconds. */
    now: number;
    /** The body as it came, byte for byte, on routes that ask for it. */
    bodyText: string | undefined;
  }
  /** `refusals`: what the reference says of them, by status. */
  interface FastifyContextConfig extends Partial<OperationConfig> {}
}

export type Callers = {
  /** Drops what is remembered of a tenant's keys; called when a key is revoked or settings change. */
  forgetTenant(tenantId: string): void;
  /** Whether a request that was let in, and is still under way, would be let in again. */
  mayGoOn(request: FastifyRequest): Promise<boolean>;
  /** Checks the key and the scope of every route added from now on. */
  guard(app: App): void;
};

type Parts = { readonly find: FindKeys; readonly clock: Clock; readonly cookies: Cookies; rateLimitPerMinute: number };

export function createCallers(parts: Parts): Callers {
  const { clock, cookies } = parts;
  const keys = createKeyCache(parts.find, clock);
  const requests = rateLimitPerMinute(parts.rateLimitPerMinute, clock);
  const failures = rateLimitPerMinute(FAILURES_PER_MINUTE, clock);

  const admit = (request: FastifyRequest, reply: FastifyReply, known: StoredKey, shown: ShownKey): void => {
    if (!isSecretOf(known, hashOfSecret(shown.secret), clock.now())) throw failed(request, shown);
    if (known.deviceHash !== undefined && !isDevice(known.deviceHash, request)) throw failed(request, shown);
    const { caller } = known;
    announce(reply, requests.limit, requests.take(caller.keyId));
    if (shown.kind === "session" || shown.kind === "member_session") cookies.refuseForged(request, caller.keyId);
    refuseUnlessAllowed(caller, request.routeOptions.config);
    request.caller = caller;
    request.now = clock.now() + caller.tenant.clockOffsetMs;
  };

  const failed = (request: FastifyRequest, shown: ShownKey): Refusal => {
    failures.take(request.ip);
    return new Refusal("unauthenticated", unknown[shown.kind]);
  };

  const authenticate = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    try {
      const shown = keyOf(request);
      const remembered = keys.remembered(shown);
      if (remembered !== undefined) {
        admit(request, reply, remembered, shown);
        done();
        return;
      }
      listenTo(request, failures);
      keys
        .find(shown)
        .then((stored) => {
          if (stored === undefined) throw failed(request, shown);
          admit(request, reply, stored, shown);
        })
        .then(() => done(), done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const keyOf = (request: FastifyRequest): ShownKey => {
    const shown = shownKey(request, cookies);
    if (shown !== undefined) return shown;
    listenTo(request, failures);
    failures.take(request.ip);
    throw isForMembers(request)
      ? new Refusal("unauthenticated", "Sign in as a member first; this is about whoever asks.")
      : new Refusal("unauthenticated", 'Send an API key in the header "Authorization: Bearer fed_…", or sign in.');
  };

  return {
    forgetTenant: keys.forgetTenant,
    mayGoOn: (request) => isStillAdmitted(request, { keys, cookies, clock }),
    guard(app) {
      app.decorateRequest("now", 0);
      app.addHook("onRoute", (route) => {
        const scope = route.config?.scope;
        if (scope === undefined && route.url.startsWith("/v1")) throw new Error(`${route.url} names no scope`);
        if (scope === undefined || scope === "public") return;
        route.onRequest = [authenticate, ...[route.onRequest ?? []].flat()];
      });
    },
  };
}

type Door = { readonly keys: KeyCache; readonly cookies: Cookies; readonly clock: Clock };

/** What admit checks, without counting the request once more. */
async function isStillAdmitted(request: FastifyRequest, { keys, cookies, clock }: Door): Promise<boolean> {
  const shown = shownKey(request, cookies);
  const stored = shown === undefined ? undefined : (keys.remembered(shown) ?? (await keys.find(shown)));
  if (shown === undefined || stored === undefined) return false;
  const { scope } = request.routeOptions.config;
  const isAllowed = scope === undefined || isOpen(scope) || (scope !== "member" && stored.caller.scopes.has(scope));
  return isAllowed && isSecretOf(stored, hashOfSecret(shown.secret), clock.now());
}

const unknown = {
  api_key: "This API key is not known, or it was revoked.",
  till_key: "This till key is not known, was revoked, or belongs to another device.",
  session: "This session is over; sign in again.",
  member_session: "This session is over; sign in again.",
} as const;

function isForMembers({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.scope === "member";
}

/**
 * A key in a header goes before a cookie: a program that sends both means the key. A session is a cookie's alone. What
 * is for members sees the cookie of members and nothing else, and nothing else sees that one: whoever works in a shop
 * and is its member, in one browser, is never taken for the other.
 */
function shownKey(request: FastifyRequest, cookies: Cookies): ShownKey | undefined {
  if (isForMembers(request)) {
    const own = readKey(cookies.ofMembers.read(request) ?? "");
    return own?.kind === "member_session" ? { ...own, kind: own.kind } : undefined;
  }
  const header = request.headers.authorization;
  const written = header === undefined ? undefined : readKey(header.startsWith("Bearer ") ? header.slice(7) : "");
  if (header !== undefined) {
    const kind = written?.kind;
    return written !== undefined && (kind === "api_key" || kind === "till_key") ? { ...written, kind } : undefined;
  }
  const session = readKey(cookies.read(request) ?? "");
  return session?.kind === "session" ? { ...session, kind: session.kind } : undefined;
}

function isSecretOf(known: StoredKey, secretHash: Buffer, nowMs: number): boolean {
  if (known.expiresAtMs !== undefined && known.expiresAtMs <= nowMs) return false;
  if (timingSafeEqual(known.secretHash, secretHash)) return true;
  const { previous } = known;
  return previous !== undefined && nowMs < previous.untilMs && timingSafeEqual(previous.secretHash, secretHash);
}

function isDevice(deviceHash: Buffer, request: FastifyRequest): boolean {
  return timingSafeEqual(deviceHash, hashOfSecret(String(request.headers[DEVICE_HEADER] ?? "")));
}

/** Whether a caller of any kind but a member's may ask. */
function isOpen(scope: Access): scope is "public" | "self" {
  return scope === "public" || scope === "self";
}

/** What no scope, or no partner's route, allows is refused. */
function refuseUnlessAllowed(caller: Caller, config: Partial<OperationConfig>): void {
  const { scope, servesPartners } = config;
  if ((scope === "member") !== (caller.member !== undefined)) {
    throw new Refusal("forbidden", "A member reaches what is his own, and nobody else does.");
  }
  if (scope === "member" || (scope !== undefined && isOpen(scope))) return;
  if (scope === undefined || !caller.scopes.has(scope)) {
    const what = caller.staff === undefined ? "This API key" : "Your role";
    throw new Refusal("forbidden", `${what} lacks the scope "${scope}".`);
  }
  if (caller.staff?.partnerId !== undefined && servesPartners !== true) {
    throw new Refusal("forbidden", "A partner's staff sees its own partner alone.");
  }
}

/** The member who asks, and where their rows live. */
export function selfOf({ caller }: { readonly caller: Caller }): {
  readonly memberId: string;
  readonly bucket: number;
} {
  if (caller.member === undefined) throw new Error("only a route for members asks which member calls");
  return { memberId: caller.member.id, bucket: bucketOf(caller.member.id) };
}

/** Who acts, for whom and when, as a transaction wants to know it. */
export function who(request: {
  readonly caller: Caller;
  readonly now: number;
  readonly trail?: Trail | undefined;
}): Who {
  const { caller, now, trail } = request;
  return { tenantId: caller.tenantId, now, actor: caller.actor, ...(trail === undefined ? {} : { trail }) };
}

/** An address that failed too often is refused before anything is looked up for it. */
function listenTo(request: FastifyRequest, failures: RateLimit): void {
  const { isSpent, resetSeconds } = failures.peek(request.ip);
  if (isSpent) {
    throw new Refusal("too_many", "Too many failed attempts from this address.", { retryAfterSeconds: resetSeconds });
  }
}

function announce(reply: FastifyReply, limit: number, allowance: Allowance): void {
  reply.header("ratelimit-limit", limit);
  reply.header("ratelimit-remaining", allowance.remaining);
  reply.header("ratelimit-reset", allowance.resetSeconds);
  if (allowance.isSpent) {
    throw new Refusal("too_many", `A key or session may make ${limit} requests a minute.`, { retryAfterSeconds: 1 });
  }
}
