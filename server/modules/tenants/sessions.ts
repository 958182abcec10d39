// Sessions of staff: a secret in a cookie, its hash here. A session lives for half a day, is renewed under a new secret
// while somebody works, ends after a week at the latest, and ends at once when it is told to. By the wall clock.
import { randomInt } from "node:crypto";
import { roleScopes } from "@fedele/sdk/schemas/role.ts";
import { actorText } from "../../platform/actor.ts";
import { hashOfSecret, newSecret, writeKey } from "../../platform/apiKeys.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import type { FindKey } from "../../platform/http/keyCache.ts";
import { BUCKETS, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { StoredSession } from "./store/sessions.ts";
import * as store from "./store/sessions.ts";
import { getTenant } from "./tenants.ts";

const MINUTE_MS = 60_000;
/** How long a session lives without being renewed, and in all. */
export const SESSION_MS = 12 * 60 * MINUTE_MS;
export const SESSION_MAX_MS = 7 * 24 * 60 * MINUTE_MS;
/** How long somebody may take to show the second factor. */
export const PENDING_MS = 10 * MINUTE_MS;
/** For how long the old secret is good after a renewal: for requests that were sent before the new one came. */
export const PREVIOUS_MS = 30_000;

/** `text`: what the cookie holds; this is the only time that it is known. */
export type OpenSession = {
  readonly id: string;
  readonly text: string;
  readonly expiresAt: number;
  readonly isPending: boolean;
};

type RenewedSession = Omit<OpenSession, "text"> & { readonly text: string | undefined };

export async function openSession(
  ctx: Ctx,
  asked: {
    readonly staffId: string;
    readonly isPending: boolean;
    readonly nowMs: number;
    /** Where the person came from another tenant: when they signed in there. Default: now. */
    readonly signedInAt?: number;
  },
): Promise<OpenSession> {
  const { staffId, isPending, nowMs, signedInAt: createdAt = nowMs } = asked;
  const id = newId(nowMs, randomInt(BUCKETS));
  const secret = newSecret();
  const expiresAt = Math.min(nowMs + (isPending ? PENDING_MS : SESSION_MS), createdAt + SESSION_MAX_MS);
  const secretHash = hashOfSecret(secret);
  await store.insertSession(ctx, { id, staffId, secretHash, isPending, createdAt, expiresAt });
  return { id, text: writeKey("session", ctx.tenantId, id, secret), expiresAt, isPending };
}

/** The session under a new secret; without one where another window of the same browser renewed it a moment ago. */
export async function renewSession(ctx: Ctx, id: string, nowMs: number): Promise<RenewedSession> {
  const session = await lockLiveSession(ctx, id, nowMs);
  const { previousUntil, expiresAt, isPending } = session;
  if (previousUntil !== undefined && previousUntil > nowMs) return { id, text: undefined, expiresAt, isPending };
  return withNewSecret(ctx, session, nowMs);
}

/** A session whose second factor was shown. What its cookie held until then is worth nothing any more. */
export function completeSession(ctx: Ctx, session: StoredSession, nowMs: number): Promise<OpenSession> {
  return withNewSecret(ctx, session, nowMs);
}

export async function lockLiveSession(ctx: Ctx, id: string, nowMs: number): Promise<StoredSession> {
  const session = await store.lockSession(ctx, id);
  if (session === undefined || session.expiresAt <= nowMs) throw sessionIsOver();
  return session;
}

export function endSession(ctx: Ctx, id: string, nowMs: number): Promise<void> {
  return store.endSession(ctx, id, nowMs);
}

/** The session ends then at the latest. */
export function shortenSession(ctx: Ctx, id: string, untilMs: number): Promise<void> {
  return store.shortenSession(ctx, id, untilMs);
}

export function endSessionsOf(ctx: Ctx, staffId: string, nowMs: number): Promise<void> {
  return store.endSessionsOf(ctx, staffId, nowMs);
}

/** How the edge finds who of the staff is calling. A session that waits for its second factor is nobody's yet. */
export function findSession(db: Database, clock: Clock): FindKey {
  return (tenantId, id) =>
    inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, async (ctx) => {
      const session = await store.findSession(ctx, id);
      if (session === undefined || session.isPending) return undefined;
      const tenant = await getTenant(ctx);
      if (tenant.removedAt !== undefined) return undefined;
      const { role, partnerId, staffId, secretHash, expiresAt, previousHash, previousUntil } = session;
      const caller = {
        tenantId,
        keyId: id,
        actor: actorText({ kind: "staff", id: staffId }),
        scopes: new Set(roleScopes[role]),
        tenant,
        staff: { id: staffId, role, partnerId },
      };
      const stored = { caller, secretHash, expiresAtMs: expiresAt };
      if (previousHash === undefined || previousUntil === undefined) return stored;
      return { ...stored, previous: { secretHash: previousHash, untilMs: previousUntil } };
    });
}

export function sessionIsOver(): Refusal {
  return new Refusal("unauthenticated", "This session is over; sign in again.");
}

async function withNewSecret(ctx: Ctx, session: StoredSession, nowMs: number): Promise<OpenSession> {
  const secret = newSecret();
  const expiresAt = Math.min(nowMs + SESSION_MS, session.createdAt + SESSION_MAX_MS);
  // A pending session's secret proves less than the new one's, so it is not good for a moment longer.
  const previousUntil = session.isPending ? nowMs : nowMs + PREVIOUS_MS;
  const secretHash = hashOfSecret(secret);
  await store.renewSession(ctx, { id: session.id, secretHash, previousUntil, expiresAt });
  return { id: session.id, text: writeKey("session", ctx.tenantId, session.id, secret), expiresAt, isPending: false };
}
