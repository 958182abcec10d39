// Rewards that campaigns give: issued once a rule has earned them, as long as there are any, and taken back with the
// purchase as long as they are unused. Heard of by events, so that a batch of purchases waits for no stock. Locks in
// one order: the stocks, the members, then what the programme wrote down.
import { newcomer } from "@fedele/core/facts.ts";
import { type IssuedStatus, issuedUntil, statusAfter, statusAt, whyNoReward } from "@fedele/core/rewards.ts";
import type { WhyWithheld } from "@fedele/sdk/schemas/earnedReward.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { lockFacts, type MemberRecord } from "../members/facts.ts";
import { type EarnedKey, type EarnedRow, lockEarned, settleEarned } from "../programme/earnedRewards.ts";
import { getTenant } from "../tenants/tenants.ts";
import { findIssued, insertIssued, saveStatus, unheld } from "./store/issuedRewards.ts";
import { findReward, lockStock, putPieceBack, type RewardRow, takePiece } from "./store/rewards.ts";

/** Earned and forfeited, of members in one bucket, in the order in which that happened. Twice changes nothing. */
export async function bringEarned(ctx: Ctx, events: readonly OutboxEvent[]): Promise<void> {
  const keys = events.map(keyOf);
  for (const rewardId of inOrder(events.map((event) => textOf(event, "rewardId")))) await lockStock(ctx, rewardId);
  const members = [...new Map(keys.map(({ bucket, memberId }) => [memberId, { bucket, memberId }])).values()];
  const records = new Map((await lockFacts(ctx, members)).map((record) => [record.memberId, record]));
  for (const [at, event] of events.entries()) {
    const key = keys[at];
    const [row] = key === undefined ? [] : await lockEarned(ctx, [key]);
    if (row === undefined) throw new Error(`event ${event.id} tells of a reward that nobody has earned`);
    if (event.type === "reward.earned") await issue(ctx, row, records.get(row.memberId));
    else await takeBack(ctx, row);
  }
}

async function issue(ctx: Ctx, row: EarnedRow, record: MemberRecord | undefined): Promise<void> {
  if (row.status !== "earned") return;
  const reward = await findReward(ctx, row.rewardId);
  if (reward === null) throw new Error(`a rule gave the reward ${row.rewardId}, which is not there`);
  const because = record === undefined || isGone(record) ? "closed" : await takeOne(ctx, reward);
  if (because !== null) {
    await settleEarned(ctx, row, { status: "withheld", because });
    return tell(ctx, row, "reward.not_issued", { because });
  }
  const { timezone } = await getTenant(ctx);
  const { bucket, memberId, activityId } = row;
  const id = newId(ctx.now, bucket);
  await insertIssued(ctx, {
    ...{ bucket, memberId, id },
    origin: { source: "campaign", activityId },
    rewardId: reward.id,
    gift: reward.gift,
    status: "active",
    expiresAt: issuedUntil(reward.validDays, timezone, ctx.now),
    ...unheld,
    createdAt: ctx.now,
    changedAt: ctx.now,
  });
  await settleEarned(ctx, row, { status: "issued", issuedRewardId: id });
  await tell(ctx, row, "reward.issued", { issuedRewardId: id });
}

function isGone({ facts, mergedInto }: MemberRecord): boolean {
  return facts.status === "closed" || mergedInto !== null;
}

/** Whose tier and audience may have it for points is not asked: the campaign has said whom it gives it to. */
async function takeOne(ctx: Ctx, reward: RewardRow): Promise<WhyWithheld | null> {
  const open = { ...reward, tiers: [], audience: null, stock: null };
  const why = whyNoReward(open, { member: newcomer(ctx.now), timezone: "UTC" }, ctx.now);
  if (why === "ended" || why === "too_early" || why === "too_late") return why;
  return reward.stock === null || (await takePiece(ctx, reward.id)) ? null : "out_of_stock";
}

/** What is unused goes back to the shelf. What was used, given away or lies in a basket is the shop's loss. */
async function takeBack(ctx: Ctx, row: EarnedRow): Promise<void> {
  if (row.status === "earned") return settleEarned(ctx, row, { status: "cancelled" });
  if (row.status !== "issued" || row.issuedRewardId === null) return;
  const key = { bucket: row.bucket, memberId: row.memberId, id: row.issuedRewardId };
  const issued = await findIssued(ctx, key);
  const status = issued === null ? "cancelled" : statusAt(issued.status, issued.expiresAt, ctx.now);
  if (isLost(status)) {
    await settleEarned(ctx, row, { status: "lost" });
    return tell(ctx, row, "reward.loss_recorded", { issuedRewardId: key.id });
  }
  const cancelled = statusAfter(status, "cancel");
  // Given up or run out meanwhile: there is nothing to take.
  if (cancelled !== null) {
    await saveStatus(ctx, { ...key, status: cancelled });
    await putPieceBack(ctx, row.rewardId);
  }
  await settleEarned(ctx, row, { status: "cancelled" });
  await tell(ctx, row, "reward.cancelled", { issuedRewardId: key.id });
}

function isLost(status: IssuedStatus): boolean {
  return status === "used" || status === "given" || status === "reserved";
}

function tell(ctx: Ctx, row: EarnedRow, type: string, more: Readonly<Record<string, unknown>>): Promise<void> {
  const { bucket, memberId, activityId, rewardId } = row;
  const about = { type, bucket, memberId, at: ctx.now, data: { activityId, rewardId, ...more } };
  return emit(ctx, [{ id: newId(ctx.now, bucket), ...about }]);
}

function inOrder(rewardIds: readonly string[]): string[] {
  return [...new Set(rewardIds)].sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1));
}

function keyOf(event: OutboxEvent): EarnedKey {
  const { bucket, memberId } = event;
  return { bucket, memberId, activityId: textOf(event, "activityId"), ruleId: textOf(event, "ruleId") };
}

function textOf({ id, type, data }: OutboxEvent, field: "activityId" | "ruleId" | "rewardId"): string {
  const value = data[field];
  if (typeof value !== "string") throw new Error(`event ${id} does not read like ${type}`);
  return value;
}
