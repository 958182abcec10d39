// Goods of a sold basket that come back past its session, by the programme's own door: what they were paid with goes
// back all the same. What the session has given back and what came back in all are compared under the session's lock,
// so that no order of the two ways gives anything twice.
import type { Ctx } from "../../platform/database/transaction.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import { lockFacts } from "../members/facts.ts";
import { getTenant } from "../tenants/tenants.ts";
import { owedBack, payBack, stocksOf } from "./checkoutReturns.ts";
import { lockSoldAs, saveSessions } from "./store/checkoutSessions.ts";

export async function bringSoldBack(ctx: Ctx, events: readonly OutboxEvent[]): Promise<void> {
  const places = events.map((event) => ({ bucket: event.bucket, activityId: purchaseIn(event) }));
  const sessions = await lockSoldAs(ctx, places);
  if (sessions.length === 0) return;
  const tenant = await getTenant(ctx);
  await stocksOf(ctx, sessions);
  const records = new Map((await lockFacts(ctx, sessions)).map((record) => [record.memberId, record]));
  for (const session of sessions) {
    const record = records.get(session.memberId);
    // Whoever has left, or has become another, has no wallet any more that points could go back to.
    if (record === undefined || record.facts.status === "closed" || record.mergedInto !== null) continue;
    const { owed, isComplete } = await owedBack(ctx, session);
    if (owed === null) continue;
    await payBack(ctx, session, { points: owed.points, isComplete, tenant, doer: null });
    const status = isComplete ? "returned" : "partly_returned";
    ctx.later(saveSessions(ctx, [{ ...session, status, givenBack: owed.after, changedAt: ctx.now }]));
  }
}

function purchaseIn({ id, type, data: { purchaseId } }: OutboxEvent): string {
  if (typeof purchaseId !== "string") throw new Error(`event ${id} does not read like ${type}`);
  return purchaseId;
}
