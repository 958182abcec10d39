// A basket is held while the member pays: its rewards belong to the session, its points are set aside. By date alone
// the reservation ends, for the session, its rewards and its points at the same moment.
import { whyMayNot } from "@fedele/core/rights.ts";
import { RESERVATION_SECONDS_MAX } from "@fedele/sdk/schemas/checkout.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId, toTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type Due, type SweepParts, sweepMembers } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockFacts, rightsOf } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { type NotUsed, POINTS, priced } from "./checkoutBaskets.ts";
import { move, nothingHeld, ofSession, release } from "./checkoutHolds.ts";
import { lockedSession, refuseOldVersion, type SessionRow, stepFor } from "./checkoutSessions.ts";
import { lockDueSessions, saveSession } from "./store/checkoutSessions.ts";
import { findDueSessions } from "./store/checkoutSweeps.ts";
import { holdIssued } from "./store/heldRewards.ts";

type Reserving = Readonly<{ version: number; seconds?: number | undefined; tenant: Tenant }>;

/** Holds what the basket wants to use; refuses where a part of it cannot be. Reserved already, it stays as it is. */
export async function reserveSession(ctx: Ctx, id: string, asked: Reserving): Promise<SessionRow> {
  const session = await lockedSession(ctx, id);
  const step = stepFor(session, "reserve", ctx.now);
  refuseOldVersion(session, asked.version);
  if (step === "done") return session;
  const [record] = await lockFacts(ctx, [session]);
  if (record === undefined) throw noSuchMember();
  const { bill, notUsed } = await priced(ctx, session);
  const [stranger] = notUsed;
  if (stranger !== undefined) throw cannotUse(stranger);

  const { seconds = RESERVATION_SECONDS_MAX, tenant } = asked;
  const reservedUntil = ctx.now + seconds * 1_000;
  const held = bill.applied.filter((it) => it.id !== POINTS).map((it) => it.id);
  const mayUse = whyMayNot(rightsOf(record, ctx.now), "use_reward") === null;
  if (held.length > 0 && !mayUse) throw new Refusal("forbidden", "This member may not use rewards at present.");
  if (held.length > 0) await holdIssued(ctx, ofSession(session), { ids: held, untilMs: reservedUntil });
  const points = bill.applied.find((it) => it.id === POINTS)?.points ?? 0;
  const pointsType = session.basket.points?.pointsType ?? "";
  const holdId = points === 0 ? null : newId(ctx.now, session.bucket);
  if (holdId !== null) {
    const reason = session.document;
    await move(ctx, session, tenant, [
      [holdId, { kind: "hold", pointsType, points, reason, seconds, paidFor: session.id }],
    ]);
  }
  const { applied } = bill;
  const reserved: SessionRow = { ...session, status: "reserved", reservedUntil, holdId, applied, changedAt: ctx.now };
  ctx.later(saveSession(ctx, reserved));
  return reserved;
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
  ctx.later(saveSession(ctx, open));
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
    await saveSession(ctx, { ...session, status: "open", ...nothingHeld });
  }
  return due.length;
}
