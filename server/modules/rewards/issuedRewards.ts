// Rewards that members take for points. Points, piece and issued reward are one transaction: where one of them cannot
// be, nothing has happened. Locks are taken in one order: the key, the stock, the member's facts, wallets, slots. So
// whoever queues for a piece keeps nobody waiting: not the member's purchases, and not those who want something else.
import {
  freeAt,
  type IssuedAct,
  type IssuedStatus,
  issuedUntil,
  statusAfter,
  statusAt,
  type WhyNoReward,
  whyNoReward,
} from "@fedele/core/rewards.ts";
import { type Rightholder, whyMayNot } from "@fedele/core/rights.ts";
import { dateIn } from "@fedele/core/time.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Claim } from "../../platform/idempotency.ts";
import { newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { MovementRequest } from "../ledger/movementBatch.ts";
import { moveWithin } from "../ledger/movements.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { getFacts, lockFacts, rightsOf } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { memberStanding } from "../programme/tiers.ts";
import { getRewardByCode, type RewardRow } from "./rewards.ts";
import {
  findIssued,
  findIssuedAmong,
  findUnused,
  type IssuedKey,
  type IssuedRow,
  insertIssued,
  listIssued,
  type MemberKey,
  saveStatus,
  unheld,
} from "./store/issuedRewards.ts";
import { takePiece } from "./store/rewards.ts";

export type { IssuedRow } from "./store/issuedRewards.ts";

/** The postings of rewards are a lane of their own, so that they wait for nobody's slots but each other's. */
export const REWARD_LANE = 66;

/** Who asks: the claim is that of the request, and it is fresh. */
export type Asking = Readonly<{ claim: Claim; tenant: Tenant }>;

/** Issues a reward to a member, who pays its points. `id` is that of the issued reward. */
export async function issueReward(
  ctx: Ctx,
  key: IssuedKey,
  asked: Asking & { readonly code: string },
): Promise<IssuedRow> {
  const { tenant, code } = asked;
  const [{ facts }, { tier }] = await Promise.all([getFacts(ctx, key), memberStanding(ctx, key, tenant)]);
  const [reward, types] = await Promise.all([getRewardByCode(ctx, code), pointsTypesOf(ctx)]);
  const why = whyNoReward(reward, { member: { ...facts, tier }, timezone: tenant.timezone }, ctx.now);
  if (why !== null) throw refusalOf(why, reward, tenant);

  const cost = { pointsType: codesOf(types)(reward.pointsType), points: reward.points };
  const spendId = newId(ctx.now, key.bucket);
  if (reward.stock !== null && !(await takePiece(ctx, reward.id))) throw refusalOf("out_of_stock", reward, tenant);
  await movePoints(ctx, { ...key, id: spendId }, asked, {
    kind: "spend",
    ...cost,
    reason: reward.name,
    paidFor: key.id,
  });

  const { id: rewardId, pointsType, points, gift } = reward;
  const expiresAt = issuedUntil(reward.validDays, tenant.timezone, ctx.now);
  const dates = { expiresAt, createdAt: ctx.now, changedAt: ctx.now };
  // Good at once: nothing stands between taking a reward and using it.
  const status = after("issued", "activate");
  const origin = { source: "points", spendId, pointsType, points } as const;
  const issued = { ...key, origin, rewardId, gift, status, ...unheld, ...dates };
  ctx.later(insertIssued(ctx, issued));
  ctx.later(tellOf(ctx, key, "reward.taken"));
  return issued;
}

function refusalOf(why: WhyNoReward, reward: RewardRow, { timezone }: Tenant): Refusal {
  const dayOf = (ms: number | null): string => dateIn(timezone, ms ?? 0);
  switch (why) {
    case "ended":
      return new Refusal("conflict", "This reward has ended.");
    case "too_early":
      return new Refusal("conflict", `This reward can be had from ${dayOf(reward.validFrom)} on.`);
    case "too_late":
      return new Refusal("conflict", "The time in which this reward could be had is over.");
    case "other_tier":
      return new Refusal("forbidden", `This reward is for members of these tiers: ${reward.tiers.join(", ")}.`);
    case "other_audience":
      return new Refusal("forbidden", "This reward is not meant for this member.");
    case "out_of_stock":
      return new Refusal("conflict", "This reward is out of stock; no points were taken.");
  }
}

/** The member gets what the reward brings, once. */
export async function useIssuedReward(ctx: Ctx, key: IssuedKey): Promise<IssuedRow> {
  const { issued, rights } = await lockIssued(ctx, key);
  if (whyMayNot(rights, "use_reward") !== null) {
    throw new Refusal("forbidden", "This member may not use rewards at present.");
  }
  refuseHeld(issued);
  const status = after(issued.status, "use");
  ctx.later(saveStatus(ctx, { ...key, status }));
  ctx.later(tellOf(ctx, key, "reward.used"));
  return { ...issued, status, changedAt: ctx.now };
}

/** What happened to an issued reward, for whoever listens. */
export async function tellOf(
  ctx: Ctx,
  { bucket, memberId, id: issuedRewardId }: IssuedKey,
  type: "reward.taken" | "reward.used" | "reward.given_back",
): Promise<void> {
  await emit(ctx, [{ id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data: { issuedRewardId } }]);
}

/** What a till holds is that till's: it uses it with the purchase, or lets it go. */
export function refuseHeld({ status }: IssuedRow): void {
  if (status === "reserved") throw new Refusal("conflict", "This reward is reserved by a checkout session.");
}

/** Moves the points of an issued reward, under the claim of the request that does it. */
export async function movePoints(
  ctx: Ctx,
  key: IssuedKey,
  { claim, tenant }: Asking,
  request: MovementRequest,
): Promise<void> {
  const movement = { ...key, claim, actor: ctx.actor, zone: tenant.timezone, request };
  await moveWithin({ ...ctx, lane: REWARD_LANE }, movement);
}

/** What an act makes of a status; refuses what is over. */
export function after(status: IssuedStatus, act: IssuedAct): IssuedStatus {
  const next = statusAfter(status, act);
  if (next !== null) return next;
  if (act === "undo" || act === "annul")
    throw new Refusal("conflict", "This reward is not used: there is nothing to take back.");
  const words = {
    issued: "is not good yet",
    active: "is not reserved",
    reserved: "is reserved",
    used: "has been used already",
    given: "has been given to another member",
    cancelled: "has been cancelled",
    expired: "has expired",
  } as const;
  throw new Refusal("conflict", `This reward ${words[status]}.`);
}

/** The lock on the member's facts is that on all their issued rewards: nobody uses and cancels one at once. */
export async function lockIssued(ctx: Ctx, key: IssuedKey): Promise<{ issued: IssuedRow; rights: Rightholder }> {
  const [record] = await lockFacts(ctx, [key]);
  if (record === undefined) throw noSuchMember();
  return { issued: await getIssuedReward(ctx, key), rights: rightsOf(record, ctx.now) };
}

export async function getIssuedReward(ctx: Ctx, key: IssuedKey): Promise<IssuedRow> {
  const issued = await findIssued(ctx, key);
  if (issued === null) throw new Refusal("not_found", "There is no such issued reward.");
  return today(ctx, issued);
}

/** The latest first; refuses where there is no such member. */
export async function listIssuedRewards(
  ctx: Ctx,
  member: MemberKey,
  page: { before: string | null; limit: number },
): Promise<IssuedRow[]> {
  const [, issued] = await Promise.all([getFacts(ctx, member), listIssued(ctx, member, page)]);
  return issued.map((row) => today(ctx, row));
}

/** What a member has and can use at this moment. */
export async function activeRewards(ctx: Ctx, member: MemberKey): Promise<IssuedRow[]> {
  return (await findUnused(ctx, member)).map((row) => today(ctx, row)).filter(({ status }) => status === "active");
}

/** Right by date: no job needs to have said that it has expired. */
function today(ctx: Ctx, issued: IssuedRow): IssuedRow {
  const free = freeAt(issued.status, issued.reservedUntil, ctx.now);
  return { ...issued, status: statusAt(free, issued.expiresAt, ctx.now) };
}

/** What was paid for it in points; nothing for what came of a coupon, a gift or a benefit. */
export function pointsPaid({ origin }: IssuedRow): number {
  return origin.source === "points" ? origin.points : 0;
}

/** Those of many members, right by date; what is not the member's own is missing from the answer. */
export async function issuedAmong(ctx: Ctx, keys: readonly IssuedKey[]): Promise<IssuedRow[]> {
  return keys.length === 0 ? [] : (await findIssuedAmong(ctx, keys)).map((row) => today(ctx, row));
}

/** Some of one member's. */
export function issuedOf(ctx: Ctx, { bucket, memberId }: MemberKey, ids: readonly string[]): Promise<IssuedRow[]> {
  return issuedAmong(
    ctx,
    ids.map((id) => ({ bucket, memberId, id })),
  );
}
