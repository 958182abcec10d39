// Gifts from one member to another: the giver's side lies with the giver, the arrival with the friend.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { MemberKey } from "./issuedRewards.ts";

export const whyReturned = ["unknown", "blocked", "closed", "declined", "recalled"] as const;
export type WhyReturned = (typeof whyReturned)[number];
export type GiftStatus = "sent" | "recalled" | "returned";

export type GiftRow = MemberKey &
  Readonly<{
    id: string;
    issuedRewardId: string;
    toMemberId: string;
    status: GiftStatus;
    because: WhyReturned | null;
    createdAt: number;
    changedAt: number;
  }>;

type Columns = {
  bucket: number;
  member_id: string;
  id: string;
  issued_reward_id: string;
  to_member_id: string;
  status: GiftStatus;
  because: WhyReturned | null;
  created_at: number;
  changed_at: number;
};

export async function insertGift(ctx: Ctx, gift: GiftRow): Promise<void> {
  await ctx.query(
    `insert into gifts (bucket, tenant_id, member_id, id, issued_reward_id, to_member_id, status, because, created_at,
       changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      gift.bucket,
      ctx.tenantId,
      gift.memberId,
      gift.id,
      gift.issuedRewardId,
      gift.toMemberId,
      gift.status,
      gift.because,
      iso(gift.createdAt),
      iso(gift.changedAt),
    ],
  );
}

export async function findGift(ctx: Ctx, key: MemberKey, id: string): Promise<GiftRow | null> {
  const [row] = await ctx.query<Columns>(
    `select bucket, member_id, id, issued_reward_id, to_member_id, status, because, created_at, changed_at from gifts
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [key.bucket, ctx.tenantId, key.memberId, id],
  );
  if (row === undefined) return null;
  const { bucket, status, because } = row;
  const between = { bucket, memberId: row.member_id, toMemberId: row.to_member_id };
  const times = { createdAt: row.created_at, changedAt: row.changed_at };
  return { ...between, id: row.id, issuedRewardId: row.issued_reward_id, status, because, ...times };
}

/** How many gifts a member has made since. */
export async function countGiftsSince(ctx: Ctx, member: MemberKey, sinceMs: number): Promise<number> {
  const [row] = await ctx.query<{ gifts: number }>(
    `select count(*) as gifts from gifts where bucket = $1 and tenant_id = $2 and member_id = $3 and created_at > $4`,
    [member.bucket, ctx.tenantId, member.memberId, iso(sinceMs)],
  );
  return row?.gifts ?? 0;
}

/** What has become of a gift, unless it is back already. True where that is news. */
export async function saveGift(
  ctx: Ctx,
  gift: MemberKey & { id: string; status: GiftStatus; because: WhyReturned | null },
): Promise<boolean> {
  const rows = await ctx.query(
    `update gifts set status = $5, because = $6, changed_at = $7
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4 and status <> 'returned' returning id`,
    [gift.bucket, ctx.tenantId, gift.memberId, gift.id, gift.status, gift.because, iso(ctx.now)],
  );
  return rows.length === 1;
}

/** Where a gift has arrived: what the friend got, unless it could not be taken, and who gave it. */
export type Arrival = Readonly<{ giftId: string; giverId: string; issuedRewardId: string | null }>;

/** The row is the guard: false where the gift has arrived, or been refused, before. */
export async function claimArrival(ctx: Ctx, member: MemberKey, arrival: Arrival): Promise<boolean> {
  const { giftId, giverId, issuedRewardId } = arrival;
  const rows = await ctx.query(
    `insert into gift_arrivals (bucket, tenant_id, member_id, gift_id, giver_id, issued_reward_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning gift_id`,
    [member.bucket, ctx.tenantId, member.memberId, giftId, giverId, issuedRewardId, iso(ctx.now)],
  );
  return rows.length === 1;
}

export async function findArrival(ctx: Ctx, member: MemberKey, giftId: string): Promise<Arrival | null> {
  const [row] = await ctx.query<{ giver_id: string; issued_reward_id: string | null }>(
    `select giver_id, issued_reward_id from gift_arrivals
     where bucket = $1 and tenant_id = $2 and member_id = $3 and gift_id = $4`,
    [member.bucket, ctx.tenantId, member.memberId, giftId],
  );
  return row === undefined ? null : { giftId, giverId: row.giver_id, issuedRewardId: row.issued_reward_id };
}
