// The catalogue of what points buy. A reward that was offered keeps its terms; other terms are another reward.
import { validateConditions } from "@fedele/core/conditionParser.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { giftFrom } from "@fedele/core/rewards.ts";
import { type NewReward, STOCK_MAX } from "@fedele/sdk/schemas/reward.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketWithin, hashOf, newId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { pointsTypesOf } from "../ledger/pointsTypes.ts";
import type { Offer } from "../programme/offers.ts";
import { programmeOf } from "../programme/programmes.ts";
import type { RewardRow } from "./store/rewards.ts";
import * as store from "./store/rewards.ts";

export type { RewardRow } from "./store/rewards.ts";

/** An id for a reward that is about to be offered: its stock lies where the hash of its code says. */
export function newRewardId(tenant: Tenant, code: string, nowMs: number): string {
  return newId(nowMs, bucketWithin(tenant.id, tenant.bucketSpan, hashOf(code)));
}

export async function offerReward(ctx: Ctx, id: string, asked: NewReward): Promise<RewardRow> {
  const [types, { currentTiers }] = await Promise.all([pointsTypesOf(ctx), programmeOf(ctx)]);
  const { code, name, cost, stock = null, tiers = [], validDays = null } = asked;
  const type = types.find((it) => it.code === cost.pointsType);
  if (type === undefined) {
    throw invalid("cost.pointsType", `The programme has no points type "${cost.pointsType}".`);
  }
  if (!type.spendable) {
    throw invalid("cost.pointsType", `Points of the type "${type.code}" count for tiers only; they cannot be used.`);
  }
  const stranger = tiers.find((tier) => currentTiers.tiers.every((it) => it.code !== tier));
  if (stranger !== undefined) throw invalid("tiers", `The programme has no tier "${stranger}".`);
  const gift = giftFrom(asked.gift);
  if (gift === null) throw invalid("gift", `A ${asked.gift.kind} has the one field that belongs to it, and no other.`);

  const reward = {
    id,
    code,
    name,
    pointsType: type.pointsType,
    points: cost.points,
    gift,
    ...windowOf(asked),
    tiers,
    audience: audienceOf(asked),
    validDays,
    createdAt: ctx.now,
  };
  if (!(await store.insertReward(ctx, reward))) {
    throw new Refusal("conflict", "There is a reward with this code already.", { field: "code" });
  }
  if (stock !== null) await store.insertStock(ctx, id, stock);
  return { ...reward, status: "live", stock };
}

function windowOf({ validFrom = null, validUntil = null }: NewReward): Pick<RewardRow, "validFrom" | "validUntil"> {
  const window = { validFrom: momentOf(validFrom), validUntil: momentOf(validUntil) };
  if (window.validFrom !== null && window.validUntil !== null && window.validUntil <= window.validFrom) {
    throw invalid("validUntil", "The reward would end before it begins.");
  }
  return window;
}

function momentOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

/** What is known of a member without anything that they do at the moment. */
function audienceOf({ audience }: NewReward): ConditionGroup | null {
  if (audience === undefined) return null;
  const parsed = validateConditions(audience, { scopes: ["member"] });
  if (!parsed.ok) throw invalid(parsed.path === "" ? "audience" : `audience.${parsed.path}`, parsed.message);
  return parsed.group;
}

export async function getReward(ctx: Ctx, id: string): Promise<RewardRow> {
  return known(await store.findReward(ctx, id));
}

export async function getRewardByCode(ctx: Ctx, code: string): Promise<RewardRow> {
  return known(await store.findRewardByCode(ctx, code));
}

/** Of the rewards with these codes those that rules can give. */
export async function offersAmong(ctx: Ctx, codes: readonly string[]): Promise<Offer[]> {
  const found = await Promise.all(codes.map((code) => store.findRewardByCode(ctx, code)));
  return found.flatMap((reward) => {
    if (reward === null || reward.status === "ended") return [];
    const { id: rewardId, code, name, pointsType, points } = reward;
    return [{ rewardId, code, name, pointsType, points }];
  });
}

function known(reward: RewardRow | null): RewardRow {
  if (reward === null) throw new Refusal("not_found", "There is no such reward.");
  return reward;
}

/** The latest first. */
export async function listRewards(ctx: Ctx, page: { before: string | null; limit: number }): Promise<RewardRow[]> {
  return store.listRewards(ctx, page);
}

/** Nobody can take it from now on; what was issued stays good. Twice ends it once. */
export async function endReward(ctx: Ctx, id: string): Promise<void> {
  await getReward(ctx, id);
  await store.endReward(ctx, id);
}

export async function addStock(ctx: Ctx, id: string, pieces: number): Promise<RewardRow> {
  const reward = await getReward(ctx, id);
  if (reward.stock === null) throw new Refusal("conflict", "This reward is without limit: it needs no stock.");
  if (reward.stock + pieces > STOCK_MAX) {
    throw invalid("pieces", `A reward has at most ${STOCK_MAX} pieces in stock.`);
  }
  await store.raiseStock(ctx, id, pieces);
  return getReward(ctx, id);
}
