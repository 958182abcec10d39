// A basket is held while the member pays: its rewards belong to the session, its points are set aside. By date alone
// the reservation ends, for the session, its rewards and its points at the same moment.
import { whyMayNot } from "@fedele/core/rights.ts";
import { RESERVATION_SECONDS_MAX } from "@fedele/sdk/schemas/checkout.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId, toTypeId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit } from "../../platform/outbox.ts";
import { outcomeOf, Refusal, successesIn } from "../../platform/refusal.ts";
import { type Due, type SweepParts, sweepMembers } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { MovementBatch } from "../ledger/movementBatch.ts";
import { movementsOn, moveOn, writeMovements } from "../ledger/movements.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";
import { openBook, post, readLots } from "../ledger/postings.ts";
import { lockFacts, rightsOf } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { type Means, meansOf, type NotUsed, ownName, POINTS, priced } from "./checkoutBaskets.ts";
import { movementOf, nothingHeld, release } from "./checkoutHolds.ts";
import { lockedSession, refuseOldVersion, type SessionRow, stepFor, type Told } from "./checkoutSessions.ts";
import { type Asked, doEach, type Step, takeSteps } from "./checkoutSteps.ts";
import { REWARD_LANE } from "./issuedRewards.ts";
import { lockDueSessions, saveSessions } from "./store/checkoutSessions.ts";
import { findDueSessions } from "./store/checkoutSweeps.ts";
import { holdIssued } from "./store/heldRewards.ts";

/** `seconds`: for how long; absent: as long as may be. */
export type Reserving = Asked & Readonly<{ version: number; seconds?: number | undefined; tenant: Tenant }>;

/** Holds what baskets want to use; refuses where a part of one cannot be. Reserved already, it stays as it is. */
export function reserveSessions(ctx: LaneCtx, asked: readonly Reserving[]): Promise<(Told | Refusal)[]> {
  const judge = ({ asked: { version }, session }: Step<Reserving>) => {
    const step = stepFor(session, "reserve", ctx.now);
    refuseOldVersion(session, version);
    return step;
  };
  return takeSteps(ctx, asked, (steps, types) => doEach(steps, judge, (todo) => reserveAll(ctx, todo, types)));
}

/** What reservations are decided on, one after the other: the second does not get what the first one holds. */
type Desk = Readonly<{ means: Means; moves: MovementBatch; held: Parameters<typeof holdIssued>[1][number][] }>;

async function reserveAll(
  ctx: LaneCtx,
  steps: readonly Step<Reserving>[],
  types: readonly PointsType[],
): Promise<(SessionRow | Refusal)[]> {
  const sessions = steps.map(({ session }) => session);
  const members = [...new Map(sessions.map(({ bucket, memberId }) => [memberId, { bucket, memberId }])).values()];
  const [records, book, means] = await Promise.all([
    lockFacts(ctx, members),
    openBook(ctx, members),
    meansOf(ctx, sessions, types),
  ]);
  await readLots(ctx, book, members);
  const known = new Map(records.map((record) => [record.memberId, record]));
  const moves = movementsOn({ ...ctx, lane: REWARD_LANE }, { records: known, book, types });
  const desk: Desk = { means, moves, held: [] };

  const outcomes = steps.map((step) => outcomeOf(() => reserved(desk, step)));

  const saved = successesIn(outcomes);
  if (desk.held.length > 0) ctx.later(holdIssued(ctx, desk.held));
  if (saved.length > 0) ctx.later(saveSessions(ctx, saved));
  writeMovements(moves);
  post(moves.ctx, book);
  ctx.later(emit(ctx, moves.events));
  return outcomes;
}

/** The points come last: whatever is refused before has left nothing behind. */
function reserved({ means, moves, held }: Desk, { asked, session }: Step<Reserving>): SessionRow {
  const { ctx, records } = moves;
  const record = records.get(session.memberId);
  if (record === undefined) throw noSuchMember();
  const { bill, notUsed } = priced(session, means);
  const [stranger] = notUsed;
  if (stranger !== undefined) throw cannotUse(stranger);

  const { seconds = RESERVATION_SECONDS_MAX } = asked;
  const reservedUntil = ctx.now + seconds * 1_000;
  const rewards = bill.applied.filter((it) => it.id !== POINTS).map((it) => it.id);
  const mayUse = whyMayNot(rightsOf(record, ctx.now), "use_reward") === null;
  if (rewards.length > 0 && !mayUse) throw new Refusal("forbidden", "This member may not use rewards at present.");
  const points = bill.applied.find((it) => it.id === POINTS)?.points ?? 0;
  const holdId = points === 0 ? null : newId(ctx.now, session.bucket);
  if (holdId !== null) {
    const pointsType = session.basket.points?.pointsType ?? "";
    const terms = { pointsType, points, reason: session.document, seconds, paidFor: session.id };
    const moved = moveOn(moves, movementOf(session, asked, holdId, { kind: "hold", ...terms }));
    if (moved instanceof Refusal) throw moved;
  }
  for (const id of rewards) setAside({ means, held }, session, { id, untilMs: reservedUntil });
  const { applied } = bill;
  return { ...session, status: "reserved", reservedUntil, holdId, applied, changedAt: ctx.now };
}

function setAside(
  { means, held }: Pick<Desk, "means" | "held">,
  { bucket, memberId, id: sessionId }: SessionRow,
  { id, untilMs }: { id: string; untilMs: number },
): void {
  const name = ownName(memberId, id);
  const row = means.issued.get(name);
  if (row !== undefined) means.issued.set(name, { ...row, status: "reserved", sessionId, reservedUntil: untilMs });
  held.push({ bucket, memberId, id, sessionId, untilMs });
}

function cannotUse({ id, why }: NotUsed): Refusal {
  const words = {
    unknown: "is none of this member's",
    not_good_yet: "is not good yet",
    reserved: "is reserved by another checkout session",
    used: "has been used already",
    cancelled: "has been cancelled",
    expired: "has expired",
    not_in_basket: "is for a product that is not in the basket",
    nothing_to_pay: "would be used for nothing: there is nothing left to pay with it",
    no_face_value: "are worth nothing at a till: their points type has no face value",
    not_enough_points: "are more than the member has",
  } as const;
  if (id === POINTS && why === "nothing_to_pay") return new Refusal("conflict", `The points would pay for nothing.`);
  const what = id === POINTS ? "The points" : `The reward ${toTypeId("isr", id)}`;
  return new Refusal("conflict", `${what} ${words[why]}.`);
}

/** The basket can be changed again; what it held is free. */
export async function reopenSession(ctx: Ctx, id: string, tenant: Tenant): Promise<SessionRow> {
  const session = await lockedSession(ctx, id);
  stepFor(session, "reopen", ctx.now);
  if (session.status !== "reserved") return session;
  await release(ctx, session, tenant);
  const open: SessionRow = { ...session, status: "open", ...nothingHeld, changedAt: ctx.now };
  ctx.later(saveSessions(ctx, [open]));
  return open;
}

/** Writes down what the date has decided: reservations that are over. Returns how many. */
export function sweepReservations(parts: SweepParts, tenants: readonly Tenant[]): Promise<number> {
  return sweepMembers(parts, tenants, findDueSessions, reopenDue);
}

async function reopenDue(ctx: Ctx, tenant: Tenant, members: readonly Due[]): Promise<number> {
  const due = await lockDueSessions(ctx, members);
  if (due.length === 0) return 0;
  await lockFacts(ctx, members);
  for (const session of due) {
    await release(ctx, session, tenant);
  }
  await saveSessions(
    ctx,
    due.map((session) => ({ ...session, status: "open", ...nothingHeld })),
  );
  return due.length;
}
