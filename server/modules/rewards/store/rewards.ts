// The catalogue of rewards, and how much of each is left.
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { Gift } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

/** `stock`: what is left; null: without limit. */
export type RewardRow = Readonly<{
  id: string;
  code: string;
  name: string;
  status: "live" | "ended";
  pointsType: number;
  points: number;
  gift: Gift;
  validFrom: number | null;
  validUntil: number | null;
  tiers: readonly string[];
  audience: ConditionGroup | null;
  validDays: number | null;
  createdAt: number;
  stock: number | null;
}>;

type Columns = {
  id: string;
  code: string;
  name: string;
  status: "live" | "ended";
  points_type: number;
  points: number;
  gift: Gift;
  valid_from: number | null;
  valid_until: number | null;
  tiers: string[];
  audience: ConditionGroup | null;
  valid_days: number | null;
  created_at: number;
};

const columns = `id, code, name, status, points_type, points, gift, valid_from, valid_until, tiers, audience,
  valid_days, created_at`;

/** False when the code is taken. */
export async function insertReward(ctx: Ctx, reward: Omit<RewardRow, "status" | "stock">): Promise<boolean> {
  const rows = await ctx.query(
    `insert into rewards (tenant_id, id, code, name, points_type, points, gift, valid_from, valid_until, tiers,
       audience, valid_days, status, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'live', $13) on conflict do nothing returning id`,
    [
      ctx.tenantId,
      reward.id,
      reward.code,
      reward.name,
      reward.pointsType,
      reward.points,
      JSON.stringify(reward.gift),
      isoOrNull(reward.validFrom),
      isoOrNull(reward.validUntil),
      reward.tiers,
      reward.audience === null ? null : JSON.stringify(reward.audience),
      reward.validDays,
      iso(reward.createdAt),
    ],
  );
  return rows.length === 1;
}

export async function listRewards(ctx: Ctx, page: { before: string | null; limit: number }): Promise<RewardRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from rewards where tenant_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
  return withStocks(ctx, rows);
}

/** Those that have not been ended, the latest first. */
export async function listLiveRewards(ctx: Ctx, limit: number): Promise<RewardRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from rewards where tenant_id = $1 and status = 'live' order by id desc limit $2`,
    [ctx.tenantId, limit],
  );
  return withStocks(ctx, rows);
}

export async function findReward(ctx: Ctx, id: string): Promise<RewardRow | null> {
  const rows = await ctx.query<Columns>(`select ${columns} from rewards where tenant_id = $1 and id = $2`, [
    ctx.tenantId,
    id,
  ]);
  const [reward] = await withStocks(ctx, rows);
  return reward ?? null;
}

export async function findRewardByCode(ctx: Ctx, code: string): Promise<RewardRow | null> {
  const rows = await ctx.query<Columns>(`select ${columns} from rewards where tenant_id = $1 and code = $2`, [
    ctx.tenantId,
    code,
  ]);
  const [reward] = await withStocks(ctx, rows);
  return reward ?? null;
}

async function withStocks(ctx: Ctx, rows: readonly Columns[]): Promise<RewardRow[]> {
  if (rows.length === 0) return [];
  const stocks = await ctx.query<{ reward_id: string; remaining: number }>(
    `select s.reward_id, s.remaining from unnest($2::smallint[], $3::uuid[]) as r (bucket, id)
     join reward_stocks s on s.bucket = r.bucket and s.tenant_id = $1 and s.reward_id = r.id`,
    [ctx.tenantId, rows.map(({ id }) => bucketOf(id)), rows.map(({ id }) => id)],
  );
  const remaining = new Map(stocks.map((stock) => [stock.reward_id, stock.remaining]));
  return rows.map(({ points_type, valid_from, valid_until, valid_days, created_at, ...row }) => ({
    ...row,
    pointsType: points_type,
    validFrom: valid_from,
    validUntil: valid_until,
    validDays: valid_days,
    createdAt: created_at,
    stock: remaining.get(row.id) ?? null,
  }));
}

export async function endReward(ctx: Ctx, id: string): Promise<void> {
  await ctx.query("update rewards set status = 'ended' where tenant_id = $1 and id = $2", [ctx.tenantId, id]);
}

export async function insertStock(ctx: Ctx, rewardId: string, pieces: number): Promise<void> {
  await ctx.query(
    `insert into reward_stocks (bucket, tenant_id, reward_id, stocked, remaining) values ($1, $2, $3, $4, $4)`,
    [bucketOf(rewardId), ctx.tenantId, rewardId, pieces],
  );
}

/** Puts more pieces into the stock of a limited reward. */
export async function raiseStock(ctx: Ctx, rewardId: string, pieces: number): Promise<void> {
  await ctx.query(
    `update reward_stocks set stocked = stocked + $4, remaining = remaining + $4
     where bucket = $1 and tenant_id = $2 and reward_id = $3`,
    [bucketOf(rewardId), ctx.tenantId, rewardId, pieces],
  );
}

/**
 * Takes one piece; false where there is none. Who comes second waits for the first one's COMMIT and then looks again,
 * so that the last piece is taken once.
 */
export async function takePiece(ctx: Ctx, rewardId: string): Promise<boolean> {
  const rows = await ctx.query(
    `update reward_stocks set remaining = remaining - 1
     where bucket = $1 and tenant_id = $2 and reward_id = $3 and remaining > 0 returning remaining`,
    [bucketOf(rewardId), ctx.tenantId, rewardId],
  );
  return rows.length === 1;
}

/** For whoever gives a piece back after the member was locked, whom others lock after the stock. */
export async function lockStock(ctx: Ctx, rewardId: string): Promise<void> {
  await ctx.query(
    `select from reward_stocks where bucket = $1 and tenant_id = $2 and reward_id = $3 for no key update`,
    [bucketOf(rewardId), ctx.tenantId, rewardId],
  );
}

/** Puts one piece back, where the reward is limited. */
export async function putPieceBack(ctx: Ctx, rewardId: string): Promise<void> {
  await ctx.query(
    `update reward_stocks set remaining = remaining + 1 where bucket = $1 and tenant_id = $2 and reward_id = $3`,
    [bucketOf(rewardId), ctx.tenantId, rewardId],
  );
}
