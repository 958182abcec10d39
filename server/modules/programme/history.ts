// What members did, for modules that act upon it: single activities, and all since a moment.
import type { Ctx } from "../../platform/database/transaction.ts";
import { type ActivityPlace, findActivities, findRecordedSince } from "./store/activities.ts";
import type { ActivityRow } from "./storedActivities.ts";

export function activitiesAt(ctx: Ctx, places: readonly ActivityPlace[]): Promise<ActivityRow[]> {
  return places.length === 0 ? Promise.resolve([]) : findActivities(ctx, places);
}

/** All that was told of the members since each one's moment, the oldest first. */
export function activitiesSince(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string; sinceMs: number }>[],
): Promise<ActivityRow[]> {
  return members.length === 0 ? Promise.resolve([]) : findRecordedSince(ctx, members);
}
