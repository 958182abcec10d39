// Sessions of members: a secret in a cookie, its hash here. A session lives for a month, is renewed under a new secret
// while the member comes by, ends after a year at the latest, and ends at once when it is told to, when the member is
// blocked or has left. By the wall clock.
import { actorText } from "../../platform/actor.ts";
import { hashOfSecret, newSecret, writeKey } from "../../platform/apiKeys.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import type { FindKey } from "../../platform/http/keyCache.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import { getTenant } from "../tenants/tenants.ts";
import type { StoredMemberSession } from "./store/memberSessions.ts";
import * as store from "./store/memberSessions.ts";

const DAY_MS = 24 * 60 * 60_000;
/** How long a session lives without being renewed, and in all. */
export const MEMBER_SESSION_MS = 30 * DAY_MS;
export const MEMBER_SESSION_MAX_MS = 365 * DAY_MS;
/** For how long the old secret is good after a renewal: for requests that were sent before the new one came. */
export const PREVIOUS_MS = 30_000;
/** Devices that one member is signed in on; the one that was not used for longest makes room. */
export const SESSIONS_MAX = 20;
/** How long it is known that there was a session. */
const ENDED_KEPT_MS = 90 * DAY_MS;

/** `text`: what the cookie holds; this is the only time that it is known. */
export type OpenMemberSession = Readonly<{ id: string; text: string; expiresAt: number }>;

export async function openMemberSession(
  ctx: Ctx,
  asked: Readonly<{ memberId: string; device: string; nowMs: number }>,
): Promise<OpenMemberSession> {
  const { memberId, device, nowMs } = asked;
  const id = newId(nowMs, bucketOf(memberId));
  const secret = newSecret();
  const expiresAt = nowMs + MEMBER_SESSION_MS;
  const secretHash = hashOfSecret(secret);
  await store.insertSession(ctx, { id, memberId, secretHash, device, createdAt: nowMs, expiresAt });
  await store.endOldest(ctx, memberId, { keep: SESSIONS_MAX, nowMs });
  return { id, text: writeKey("member_session", ctx.tenantId, id, secret), expiresAt };
}

/** Under a new secret; without one where another window of the same browser renewed it a moment ago. */
export async function renewMemberSession(
  ctx: Ctx,
  id: string,
  nowMs: number,
): Promise<Omit<OpenMemberSession, "text"> & Readonly<{ text: string | undefined }>> {
  const session = await store.lockSession(ctx, id);
  if (session === undefined || session.expiresAt <= nowMs) throw memberSessionIsOver();
  const { previousUntil, createdAt } = session;
  if (previousUntil !== undefined && previousUntil > nowMs)
    return { id, text: undefined, expiresAt: session.expiresAt };
  const secret = newSecret();
  const expiresAt = Math.min(nowMs + MEMBER_SESSION_MS, createdAt + MEMBER_SESSION_MAX_MS);
  const secretHash = hashOfSecret(secret);
  await store.renewSession(ctx, { id, secretHash, previousUntil: nowMs + PREVIOUS_MS, renewedAt: nowMs, expiresAt });
  return { id, text: writeKey("member_session", ctx.tenantId, id, secret), expiresAt };
}

/** Where the member is signed in, the one that was used last first. */
export function listMemberSessions(ctx: Ctx, memberId: string, nowMs: number): Promise<StoredMemberSession[]> {
  return store.listSessions(ctx, memberId, { nowMs, limit: SESSIONS_MAX });
}

/** One of the member's own; somebody else's is not found. */
export async function endMemberSession(ctx: Ctx, memberId: string, id: string, nowMs: number): Promise<void> {
  if (await store.endSession(ctx, memberId, id, nowMs)) return;
  throw new Refusal("not_found", "You are not signed in like this.");
}

export const { endSessionsOf: endMemberSessionsOf, endShownSession } = store;

/** How the edge finds which member is calling. */
export function findMemberSession(db: Database, clock: Clock): FindKey {
  return (tenantId, id) =>
    inTransaction(db, { tenantId, now: clock.now(), actor: "system" }, async (ctx) => {
      const session = await store.findSession(ctx, id);
      if (session === undefined) return undefined;
      const tenant = await getTenant(ctx);
      if (tenant.removedAt !== undefined) return undefined;
      const { memberId, secretHash, expiresAt, previousHash, previousUntil } = session;
      const caller = {
        tenantId,
        keyId: id,
        actor: actorText({ kind: "member", id: memberId }),
        scopes: new Set<never>(),
        tenant,
        member: { id: memberId },
      };
      const stored = { caller, secretHash, expiresAtMs: expiresAt };
      if (previousHash === undefined || previousUntil === undefined) return stored;
      return { ...stored, previous: { secretHash: previousHash, untilMs: previousUntil } };
    });
}

export function memberSessionIsOver(): Refusal {
  return new Refusal("unauthenticated", "This session is over; sign in again.");
}

/** Forgets what ended long ago. Returns how many. */
export function sweepMemberSessions(db: Database, nowMs: number): Promise<number> {
  return store.deleteEnded(db, nowMs - ENDED_KEPT_MS);
}
