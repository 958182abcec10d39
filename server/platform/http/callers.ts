// Who is calling: an API key becomes a caller with a tenant, scopes and the tenant's time.
import { timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { hashOfSecret, readKey, type WrittenKey } from "../apiKeys.ts";
import type { Clock } from "../clock.ts";
import type { Who } from "../database/transaction.ts";
import type { App } from "../http.ts";
import { Refusal } from "../refusal.ts";
import { type Caller, createKeyCache, type FindKey, type StoredKey } from "./keyCache.ts";
import type { Access } from "./operation.ts";
import { type Allowance, type RateLimit, rateLimitPerMinute } from "./rateLimits.ts";

/** Failed attempts that one address may make in a minute before it is no longer listened to. */
export const FAILURES_PER_MINUTE = 300;

declare module "fastify" {
  interface FastifyRequest {
    /** Set on every route that is not public. */
    caller: Caller;
    /** The tenant's domain time in milliseconds. */
    now: number;
  }
  interface FastifyContextConfig {
    scope?: Access;
    /** What the reference says of its refusals, by status. */
    refusals?: Record<number, string>;
  }
}

export type Callers = {
  /** Drops what is remembered of a tenant's keys; called when a key is revoked or settings change. */
  forgetTenant(tenantId: string): void;
  /** Checks the key and the scope of every route added from now on. */
  guard(app: App): void;
};

export function createCallers(parts: { findKey: FindKey; clock: Clock; rateLimitPerMinute: number }): Callers {
  const { clock } = parts;
  const keys = createKeyCache(parts.findKey, clock);
  const requests = rateLimitPerMinute(parts.rateLimitPerMinute, clock);
  const failures = rateLimitPerMinute(FAILURES_PER_MINUTE, clock);

  const admit = (request: FastifyRequest, reply: FastifyReply, known: StoredKey, secret: string): void => {
    if (!timingSafeEqual(known.secretHash, hashOfSecret(secret))) throw failed(request);
    const { caller } = known;
    announce(reply, requests.limit, requests.take(caller.keyId));
    const { scope } = request.routeOptions.config;
    if (scope !== "public" && (scope === undefined || !caller.scopes.has(scope))) {
      throw new Refusal("forbidden", `This API key lacks the scope "${scope}".`);
    }
    request.caller = caller;
    request.now = clock.now() + caller.tenant.clockOffsetMs;
  };

  const failed = (request: FastifyRequest): Refusal => {
    failures.take(request.ip);
    return new Refusal("unauthenticated", "This API key is not known, or it was revoked.");
  };

  const authenticate = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void): void => {
    try {
      const written = keyOf(request);
      const remembered = keys.remembered(written);
      if (remembered !== undefined) {
        admit(request, reply, remembered, written.secret);
        done();
        return;
      }
      listenTo(request, failures);
      keys
        .find(written)
        .then((stored) => {
          if (stored === undefined) throw failed(request);
          admit(request, reply, stored, written.secret);
        })
        .then(() => done(), done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const keyOf = (request: FastifyRequest): WrittenKey => {
    const header = request.headers.authorization;
    const written = header?.startsWith("Bearer ") === true ? readKey(header.slice(7)) : undefined;
    if (written !== undefined) return written;
    listenTo(request, failures);
    failures.take(request.ip);
    throw new Refusal("unauthenticated", 'Send an API key in the header "Authorization: Bearer fed_…".');
  };

  return {
    forgetTenant: keys.forgetTenant,
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

/** Who acts, for whom and when, as a transaction wants to know it. */
export function who(request: { readonly caller: Caller; readonly now: number }): Who {
  return { tenantId: request.caller.tenantId, now: request.now, actor: request.caller.actor };
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
    throw new Refusal("too_many", `An API key may make ${limit} requests a minute.`, { retryAfterSeconds: 1 });
  }
}
