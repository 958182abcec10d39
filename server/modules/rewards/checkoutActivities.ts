// The programme's one door, walked through within a session's transaction: what is sold and what comes back is recorded
// under its business key, and refused as a whole where the programme refuses it.
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type Recorded, recordActivities } from "../programme/activities.ts";
import type { NewActivity } from "../programme/newActivity.ts";
import { type ActivityRow, resultFrom } from "../programme/storedActivities.ts";
import type { Earned, SessionRow } from "./store/checkoutSessions.ts";

/** The door's postings come first and have slots of their own, so that no two sessions wait for each other's. */
export const SALE_LANE = 68;

export async function record(ctx: Ctx, incoming: NewActivity): Promise<ActivityRow> {
  const [recorded] = await recordActivities({ ...ctx, lane: SALE_LANE }, [incoming]);
  return recordedRow(incoming, recorded);
}

/** The row that the door made of a sale or a return, or its refusal, thrown. */
export function recordedRow(incoming: NewActivity, recorded: Recorded | Refusal | undefined): ActivityRow {
  if (recorded instanceof Refusal) throw recorded;
  // A session's own repeats never come here: under this key somebody else has told something.
  if (recorded === undefined || recorded.isReplay || recorded.row === null) throw taken(incoming);
  return recorded.row;
}

function taken({ key: { source, document } }: NewActivity): Refusal {
  return new Refusal("conflict", `"${document}" of "${source}" was recorded before; take another document.`);
}

export function earnedBy(row: ActivityRow): Earned[] {
  return resultFrom(row.awards).points.map(({ pointsType, points }) => ({ pointsType, points }));
}

export async function tell(ctx: Ctx, session: SessionRow, type: `checkout.${string}`): Promise<void> {
  await emit(ctx, [eventOf(ctx, session, type)]);
}

export function eventOf(ctx: Ctx, session: SessionRow, type: `checkout.${string}`): OutboxEvent {
  const { bucket, memberId, id: sessionId, activityId } = session;
  return { id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data: { sessionId, activityId } };
}
