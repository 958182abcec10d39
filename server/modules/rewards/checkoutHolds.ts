// What a session holds: rewards that are its own for a while, and points that are set aside for it.
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { Movement, MovementRequest } from "../ledger/movementBatch.ts";
import { moveAllWithin } from "../ledger/movements.ts";
import { lockFacts } from "../members/facts.ts";
import { REWARD_LANE } from "./issuedRewards.ts";
import type { SessionRow } from "./store/checkoutSessions.ts";
import { freeIssued } from "./store/heldRewards.ts";

export const nothingHeld = { reservedUntil: null, holdId: null, spendId: null, applied: null } as const;

/** Frees rewards and points of a session whose row is locked. Points whose time is over are free by themselves. */
export async function release(ctx: Ctx, session: SessionRow, tenant: Tenant): Promise<void> {
  if (session.status !== "reserved") return;
  await lockFacts(ctx, [session]);
  await freeIssued(ctx, ofSession(session));
  const isOver = session.reservedUntil !== null && session.reservedUntil <= ctx.now;
  if (session.holdId === null || isOver) return;
  const request = { kind: "release", holdId: session.holdId, paidFor: session.id } as const;
  await move(ctx, session, tenant, [[newId(ctx.now, session.bucket), request]]);
}

/** Moves points of the session's member, for the session. */
export async function move(
  ctx: Ctx,
  { bucket, memberId }: SessionRow,
  { timezone: zone }: Tenant,
  requests: readonly (readonly [id: string, request: MovementRequest])[],
): Promise<void> {
  const movements = requests.map(([id, request]) => ({ bucket, memberId, id, actor: ctx.actor, zone, request }));
  await moveAllWithin({ ...ctx, lane: REWARD_LANE }, movements);
}

/** A movement of points for one session of many. */
export function movementOf(
  { bucket, memberId }: SessionRow,
  { actor, tenant }: Readonly<{ actor: string; tenant: Tenant }>,
  id: string,
  request: MovementRequest,
): Movement {
  return { bucket, memberId, id, actor, zone: tenant.timezone, request };
}

export function ofSession({ bucket, memberId, id }: SessionRow) {
  return { bucket, memberId, sessionId: id };
}
