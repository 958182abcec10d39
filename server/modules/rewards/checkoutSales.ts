// Baskets are sold: points, rewards, the purchase and the session are one transaction, so that whoever dies in it
// leaves nothing behind and whoever asks again finds it done. Locks in one order: the keys, the sessions, stocks, then
// those of the programme's door (the purchases' keys, budgets, the members, wallets), and slots.
import { billFrom } from "@fedele/core/redemption.ts";
import type { UndoReason } from "@fedele/sdk/schemas/checkout.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { outcomeOf, Refusal, successesIn } from "../../platform/refusal.ts";
import type { MovementBatch } from "../ledger/movementBatch.ts";
import { movementsOn, moveOn, writeMovements } from "../ledger/movements.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";
import { findHolds } from "../ledger/resources.ts";
import { giveProofsBack, noProof, takeProofs } from "../members/spendingProofs.ts";
import { type Doer, noteDeeds, noteShifts, type Shift } from "../members/tillDeeds.ts";
import { decideActivities } from "../programme/activities.ts";
import type { NewActivity } from "../programme/newActivity.ts";
import { earnedBy, eventOf, recordedRow, SALE_LANE, tell } from "./checkoutActivities.ts";
import { type Home, ownName, POINTS, purchaseOf } from "./checkoutBaskets.ts";
import { movementOf, nothingHeld, release } from "./checkoutHolds.ts";
import { doerIn, giveBack } from "./checkoutReturns.ts";
import { lockedSession, refuseOldVersion, type SessionRow, stepFor, type Told } from "./checkoutSessions.ts";
import { type Asked, doEach, type Step, takeSteps } from "./checkoutSteps.ts";
import { issuedAmong } from "./issuedRewards.ts";
import { saveSessions } from "./store/checkoutSessions.ts";
import { useHeldIssued } from "./store/heldRewards.ts";
import type { IssuedKey } from "./store/issuedRewards.ts";

/** `needsProof`: whether who asks stands at a till, where the member must have shown that they are there. */
export type Committing = Asked & Readonly<{ version: number; home: Home; needsProof: boolean; doer: Doer | null }>;

/** Sells what is reserved, once: committed already, it stays as it is. */
export function commitSessions(ctx: LaneCtx, asked: readonly Committing[]): Promise<(Told | Refusal)[]> {
  const judge = ({ asked: { version }, session }: Step<Committing>) => {
    const step = stepFor(session, "commit", ctx.now);
    refuseOldVersion(session, version);
    return step;
  };
  return takeSteps(ctx, asked, (steps, types) => doEach(steps, judge, (todo) => sellAll(ctx, todo, types)));
}

type Sale = Step<Committing> & Readonly<{ purchase: NewActivity; rewards: readonly IssuedKey[] }>;

async function sellAll(
  ctx: LaneCtx,
  steps: readonly Step<Committing>[],
  types: readonly PointsType[],
): Promise<(SessionRow | Refusal)[]> {
  const { asked, proofs } = await proven(
    ctx,
    steps.map((step) => outcomeOf(() => saleOf(step))),
  );
  const sales = successesIn(asked);
  if (sales.length === 0) return asked.flatMap((sale) => (sale instanceof Refusal ? [sale] : []));
  const door = { ...ctx, lane: SALE_LANE };
  const holding = sales.flatMap(({ session: { bucket, memberId, holdId } }) =>
    holdId === null ? [] : [{ bucket, memberId, id: holdId }],
  );
  // What is asked after the door has sent its locks is answered under them.
  const [recording, holds, held] = await Promise.all([
    decideActivities(
      door,
      sales.map(({ purchase }) => purchase),
      holding,
    ),
    holding.length === 0 ? [] : findHolds(ctx, holding),
    issuedAmong(
      ctx,
      sales.flatMap(({ rewards }) => rewards),
    ),
  ]);
  const reserved = held.filter(({ status }) => status === "reserved");
  const heldBy = new Map(reserved.map((row) => [ownName(row.memberId, row.id), row.sessionId]));
  const moves = movementsOn(door, { ...recording, types, holds });

  const outcomes = new Map(
    sales.map((sale, at) => {
      refuseStrayRewards(sale, heldBy);
      const outcome = outcomeOf(() => recordedRow(sale.purchase, recording.outcomes[at]));
      return [sale.session.id, outcome instanceof Refusal ? outcome : sold(moves, sale, { row: outcome, of: steps })];
    }),
  );

  const done = successesIn([...outcomes.values()]);
  const used = sales.flatMap(({ session, rewards }) => (outcomes.get(session.id) instanceof Refusal ? [] : rewards));
  const unused = proofs.filter(({ sessionId }) => outcomes.get(sessionId) instanceof Refusal);
  if (unused.length > 0) ctx.later(giveProofsBack(ctx, unused));
  if (used.length > 0) ctx.later(useHeldIssued(ctx, used));
  if (done.length > 0) ctx.later(saveSessions(ctx, done));
  const isSold = new Set(done.map(({ id }) => id));
  const uses = sales.filter(({ session }) => isSold.has(session.id)).map((sale) => usesOf(sale, types));
  noteShifts(ctx, uses);
  writeMovements(moves);
  recording.write([...moves.events, ...done.map((session) => eventOf(ctx, session, "checkout.committed"))]);
  return asked.map((sale, at) =>
    sale instanceof Refusal ? sale : (outcomes.get(steps[at]?.session.id ?? "") ?? lost()),
  );
}

function saleOf(step: Step<Committing>): Sale {
  const { session, asked } = step;
  const { bucket, memberId } = session;
  const applied = session.applied ?? [];
  const purchase = purchaseOf(session, billFrom(session.basket.lines, applied), asked.home);
  const rewards = applied.flatMap(({ id }) => (id === POINTS ? [] : [{ bucket, memberId, id }]));
  return { ...step, purchase, rewards };
}

type Proven = Readonly<{
  asked: (Sale | Refusal)[];
  proofs: readonly Readonly<{ id: string; memberId: string; sessionId: string }>[];
}>;

/**
 * A sale that uses points or rewards at a till takes the proof of its member; without one it is refused, before
 * anything of it is decided. One that is refused later gives its proof back.
 */
async function proven(ctx: Ctx, asked: readonly (Sale | Refusal)[]): Promise<Proven> {
  const asking = successesIn(asked).filter(
    ({ session, asked: { needsProof } }) => needsProof && (session.applied ?? []).length > 0,
  );
  if (asking.length === 0) return { asked: [...asked], proofs: [] };
  const wanted = asking.map(({ session: { id: sessionId, memberId }, asked: { actor, home } }) => ({
    ...{ memberId, sessionId, actor },
    tenant: home.tenant,
  }));
  const shown = await takeProofs(ctx, wanted, "checkout");
  const proofs = wanted.flatMap(({ memberId, sessionId }, at) => {
    const id = shown[at];
    return id === undefined ? [] : [{ id, memberId, sessionId }];
  });
  const isShown = new Set(proofs.map(({ sessionId }) => sessionId));
  const refused = new Set(wanted.flatMap(({ sessionId }) => (isShown.has(sessionId) ? [] : [sessionId])));
  return {
    asked: asked.map((sale) => (sale instanceof Refusal || !refused.has(sale.session.id) ? sale : noProof())),
    proofs,
  };
}

function refuseStrayRewards({ session, rewards }: Sale, heldBy: ReadonlyMap<string, string | null>): void {
  if (rewards.every(({ memberId, id }) => heldBy.get(ownName(memberId, id)) === session.id)) return;
  throw new Error(`session ${session.id} does not hold what it reserved`);
}

/** The purchase is in the book; the points that were set aside follow, or nothing of the sale may be. */
function sold(
  moves: MovementBatch,
  { session, asked }: Sale,
  { row, of }: { row: ReturnType<typeof recordedRow>; of: readonly unknown[] },
): SessionRow {
  const { ctx } = moves;
  const { holdId } = session;
  const spendId = holdId === null ? null : newId(ctx.now, session.bucket);
  if (holdId !== null && spendId !== null) {
    const request = { kind: "capture", holdId, paidFor: session.id } as const;
    const whose = { actor: asked.actor, tenant: asked.home.tenant };
    const moved = moveOn(moves, movementOf(session, whose, spendId, request));
    if (moved instanceof Refusal) throw of.length === 1 ? moved : new Error("a sale is to be refused by itself");
  }
  const done = { status: "committed", reservedUntil: null, spendId, activityId: row.id } as const;
  return { ...session, ...done, earned: earnedBy(row), changedAt: ctx.now };
}

/** For the shift of whoever sold it: what was used with it. */
function usesOf({ session, rewards, asked: { doer, home } }: Sale, types: readonly PointsType[]): Shift {
  const { id: aboutId, memberId, basket, applied } = session;
  const used = rewards.map(({ id }) => ({ memberId, kind: "used", aboutId: id }) as const);
  const type = types.find(({ code }) => code === basket.points?.pointsType);
  const paid = (applied ?? []).flatMap(({ id, points }) =>
    id === POINTS && type !== undefined
      ? [{ memberId, kind: "paid", aboutId, points: { type: type.pointsType, points } } as const]
      : [],
  );
  return { doer: doerIn(doer, session, home), deeds: [...used, ...paid] };
}

function lost(): never {
  throw new Error("a sale has no outcome");
}

type Cancelling = Readonly<{ home: Home; reason: UndoReason | null; doer: Doer | null }>;

/** Before the sale: lets go what is held. After it: everything comes back that has not. Twice is once. */
export async function cancelSession(ctx: Ctx, id: string, asked: Cancelling): Promise<SessionRow> {
  const session = await lockedSession(ctx, id);
  const step = stepFor(session, "cancel", ctx.now);
  if (step === "done") return session;
  const cancelled =
    session.activityId === null ? await abandoned(ctx, session, asked.home) : await undone(ctx, session, asked);
  ctx.later(saveSessions(ctx, [cancelled]));
  ctx.later(tell(ctx, cancelled, "checkout.cancelled"));
  return cancelled;
}

async function abandoned(ctx: Ctx, session: SessionRow, { tenant }: Home): Promise<SessionRow> {
  await release(ctx, session, tenant);
  return { ...session, status: "cancelled", ...nothingHeld, changedAt: ctx.now };
}

async function undone(ctx: Ctx, session: SessionRow, { home, reason, doer }: Cancelling): Promise<SessionRow> {
  const id = newId(ctx.now, session.bucket);
  const own = { id, document: session.document, part: "cancellation", lines: null };
  const { after } = await giveBack(ctx, session, { ...own, reason, home, doer });
  const { memberId } = session;
  const taken = session.rewards.map((aboutId) => ({ memberId, aboutId, kind: "undone", reason }) as const);
  noteDeeds(ctx, doerIn(doer, session, home), taken);
  return { ...after, status: "cancelled" };
}
