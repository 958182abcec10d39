// Rewards that rules give instead of points. What was earned is written down with the activity; the rewards module,
// which knows the stock, hears of it, issues it and says here what became of it.
import type { Award } from "@fedele/core/evaluation.ts";
import { periodOf } from "@fedele/core/limits.ts";
import type { WhyWithheld } from "@fedele/sdk/schemas/earnedReward.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { Batch } from "./batch.ts";
import { budgetOf } from "./budgets.ts";
import { scopesOf } from "./limitScopes.ts";
import type { NewActivity } from "./newActivity.ts";
import { programmeOf } from "./programmes.ts";
import { findActivities } from "./store/activities.ts";
import { spendFromSlots } from "./store/campaignSlots.ts";
import { type EarnedRow, type Room, saveEarned } from "./store/earnedRewards.ts";
import { addCounts } from "./store/limits.ts";
import { findReturned } from "./store/returns.ts";
import { type ActivityRow, resultFrom } from "./storedActivities.ts";

export { type EarnedKey, type EarnedRow, listEarned, lockEarned } from "./store/earnedRewards.ts";

/** Notes the rewards among what was awarded, and tells of each. */
export function noteEarned(batch: Batch, incoming: NewActivity, awards: readonly Award[]): void {
  const { bucket, memberId, id: activityId } = incoming;
  const { now } = batch.ctx;
  for (const award of awards) {
    const { rewardId, ruleId, ruleVersion, points } = award;
    if (rewardId === undefined) continue;
    const room = roomOf(batch, incoming, award);
    const key = { bucket, memberId, activityId, ruleId };
    const fresh = { status: "earned", because: null, issuedRewardId: null, createdAt: now, changedAt: now } as const;
    batch.earned.push({ ...key, ruleVersion, rewardId, points, room, ...fresh });
    tell(batch, "reward.earned", { ...key, rewardId });
  }
}

/** What a reward was given for came back; false where it was points. Told of whoever bought, whose row it is. */
export function noteForfeited(batch: Batch, purchase: ActivityRow, { ruleId, rewardId }: Award): boolean {
  if (rewardId === undefined) return false;
  const { bucket, memberId, id: activityId } = purchase;
  tell(batch, "reward.forfeited", { bucket, memberId, activityId, ruleId, rewardId });
  return true;
}

type Told = Readonly<{ bucket: number; memberId: string; activityId: string; ruleId: string; rewardId: string }>;

function tell({ ctx, events }: Batch, type: string, { bucket, memberId, ...data }: Told): void {
  events.push({ id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data });
}

function roomOf({ programme, place }: Batch, { activity }: NewActivity, award: Award): Room {
  const scopes = scopesOf(programme.rules, award).map(({ scopeId, limit }) => {
    const { per, since } = periodOf(limit.per, activity.at, place.timezone);
    return [scopeId, per, since] as const;
  });
  return { scopes, budget: budgetOf(programme, award) };
}

/** What became of one that was earned; the row is locked. What nobody has weighs nothing any more. */
export async function settleEarned(
  ctx: Ctx,
  row: EarnedRow,
  fate:
    | Readonly<{ status: "issued"; issuedRewardId: string }>
    | Readonly<{ status: "withheld"; because: WhyWithheld }>
    | Readonly<{ status: "cancelled" | "lost" }>,
): Promise<void> {
  await saveEarned(ctx, { ...row, ...fate });
  if (fate.status === "withheld" || fate.status === "cancelled") await giveRoomBack(ctx, row);
}

/** In the periods and the slice in which it was taken. */
async function giveRoomBack(ctx: Ctx, row: EarnedRow): Promise<void> {
  const { bucket, memberId, points, room } = row;
  if (room.scopes.length > 0) {
    const busy = await scopesStillGiving(ctx, row);
    const changes = room.scopes.map(([scopeId, per, since]) => {
      const times = busy.has(scopeId) ? 0 : -1;
      return { bucket, memberId, scopeId, per, since, points: -points, times };
    });
    await addCounts(
      ctx,
      changes.toSorted((a, b) => (a.scopeId < b.scopeId ? -1 : 1)),
    );
  }
  if (room.budget !== null) await spendFromSlots(ctx, [{ bucket, campaignId: room.budget, points: -points }]);
}

/**
 * Limits out of which the same activity had something else that it keeps: the one time that was counted stays counted.
 * Of several rewards none can know what becomes of the others, so that the time stays counted as well.
 */
async function scopesStillGiving(ctx: Ctx, { bucket, memberId, activityId, ruleId }: EarnedRow): Promise<Set<string>> {
  const place = { bucket, memberId, id: activityId };
  const [[activity], [soFar], { rules }] = await Promise.all([
    findActivities(ctx, [place]),
    findReturned(ctx, [place]),
    programmeOf(ctx),
  ]);
  const kept = resultFrom(activity?.awards ?? null).awards.filter((award, at) => {
    if (award.ruleId === ruleId) return false;
    return award.rewardId !== undefined || (soFar?.returned.takenPerAward[at] ?? 0) < award.points;
  });
  return new Set(kept.flatMap((award) => scopesOf(rules, award).map(({ scopeId }) => scopeId)));
}
