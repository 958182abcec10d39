// A basket is sold: points, rewards, the purchase and the session are one transaction, so that whoever dies in it
// leaves nothing behind and whoever asks again finds it done. Locks in one order: the key, the session, stocks, then
// those of the programme's door (the purchase's key, budgets, the member, wallets), and slots, first the door's.
import { billFrom } from "@fedele/core/redemption.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { earnedBy, record, tell } from "./checkoutActivities.ts";
import { type Home, POINTS, purchaseOf } from "./checkoutBaskets.ts";
import { move, nothingHeld, ofSession, release } from "./checkoutHolds.ts";
import { giveBack } from "./checkoutReturns.ts";
import { lockedSession, refuseOldVersion, type SessionRow, stepFor } from "./checkoutSessions.ts";
import { saveSession } from "./store/checkoutSessions.ts";
import { useHeldIssued } from "./store/heldRewards.ts";

/** Sells what is reserved, once: committed already, it stays as it is. */
export async function commitSession(ctx: Ctx, id: string, asked: { version: number; home: Home }): Promise<SessionRow> {
  const session = await lockedSession(ctx, id);
  const step = stepFor(session, "commit", ctx.now);
  refuseOldVersion(session, asked.version);
  if (step === "done") return session;
  const applied = session.applied ?? [];
  const bill = billFrom(session.basket.lines, applied);

  const purchase = await record(ctx, purchaseOf(session, bill, asked.home));
  const rewards = applied.filter((it) => it.id !== POINTS).map((it) => it.id);
  const used = rewards.length === 0 ? [] : await useHeldIssued(ctx, ofSession(session));
  if (used.length !== rewards.length) throw new Error(`session ${id} does not hold what it reserved`);
  const spendId = session.holdId === null ? null : newId(ctx.now, session.bucket);
  if (session.holdId !== null && spendId !== null) {
    const request = { kind: "capture", holdId: session.holdId, paidFor: session.id } as const;
    await move(ctx, session, asked.home.tenant, [[spendId, request]]);
  }
  const sold: SessionRow = {
    ...session,
    status: "committed",
    reservedUntil: null,
    spendId,
    activityId: purchase.id,
    earned: earnedBy(purchase),
    changedAt: ctx.now,
  };
  ctx.later(saveSession(ctx, sold));
  ctx.later(tell(ctx, sold, "checkout.committed"));
  return sold;
}

/** Before the sale: lets go what is held. After it: everything comes back that has not. Twice is once. */
export async function cancelSession(ctx: Ctx, id: string, home: Home): Promise<SessionRow> {
  const session = await lockedSession(ctx, id);
  const step = stepFor(session, "cancel", ctx.now);
  if (step === "done") return session;
  const cancelled =
    session.activityId === null ? await abandoned(ctx, session, home) : await undone(ctx, session, home);
  ctx.later(saveSession(ctx, cancelled));
  ctx.later(tell(ctx, cancelled, "checkout.cancelled"));
  return cancelled;
}

async function abandoned(ctx: Ctx, session: SessionRow, { tenant }: Home): Promise<SessionRow> {
  await release(ctx, session, tenant);
  return { ...session, status: "cancelled", ...nothingHeld, changedAt: ctx.now };
}

async function undone(ctx: Ctx, session: SessionRow, home: Home): Promise<SessionRow> {
  const id = newId(ctx.now, session.bucket);
  const own = { id, document: session.document, part: "cancellation", lines: null };
  const { after } = await giveBack(ctx, session, { ...own, home });
  return { ...after, status: "cancelled" };
}
