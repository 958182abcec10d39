// Uses that were taken back.
import type { ReversalReason } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { IssuedKey, MemberKey } from "./issuedRewards.ts";

export type ReversalRow = MemberKey &
  Readonly<{
    id: string;
    issuedRewardId: string;
    reason: ReversalReason;
    usedAt: number;
    createdAt: number;
  }>;

/** False where a use of it was taken back before: the row is the guard. */
export async function insertReversal(ctx: Ctx, reversal: ReversalRow): Promise<boolean> {
  const rows = await ctx.query(
    `insert into reward_reversals (bucket, tenant_id, member_id, issued_reward_id, id, reason, actor, used_at,
       created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning id`,
    [
      reversal.bucket,
      ctx.tenantId,
      reversal.memberId,
      reversal.issuedRewardId,
      reversal.id,
      reversal.reason,
      ctx.actor,
      iso(reversal.usedAt),
      iso(reversal.createdAt),
    ],
  );
  return rows.length === 1;
}

export async function findReversal(ctx: Ctx, issued: IssuedKey): Promise<ReversalRow | null> {
  const [row] = await ctx.query<{ id: string; reason: ReversalReason; used_at: number; created_at: number }>(
    `select id, reason, used_at, created_at from reward_reversals
     where bucket = $1 and tenant_id = $2 and member_id = $3 and issued_reward_id = $4`,
    [issued.bucket, ctx.tenantId, issued.memberId, issued.id],
  );
  if (row === undefined) return null;
  const { bucket, memberId, id: issuedRewardId } = issued;
  const times = { usedAt: row.used_at, createdAt: row.created_at };
  return { bucket, memberId, issuedRewardId, id: row.id, reason: row.reason, ...times };
}
