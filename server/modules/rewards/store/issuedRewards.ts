// Rewards that members have taken. A member's rows lie with the member.
import type { Gift, IssuedStatus } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";

export type MemberKey = Readonly<{ bucket: number; memberId: string }>;
export type IssuedKey = MemberKey & Readonly<{ id: string }>;

/** `status` as it was last written: that it has expired is seen by its date. */
export type IssuedRow = IssuedKey &
  Readonly<{
    rewardId: string;
    spendId: string;
    pointsType: number;
    points: number;
    gift: Gift;
    status: IssuedStatus;
    expiresAt: number | null;
    createdAt: number;
    changedAt: number;
  }>;

type Columns = {
  bucket: number;
  member_id: string;
  id: string;
  reward_id: string;
  spend_id: string;
  points_type: number;
  points: number;
  gift: Gift;
  status: IssuedStatus;
  expires_at: number | null;
  created_at: number;
  changed_at: number;
};

const columns = `bucket, member_id, id, reward_id, spend_id, points_type, points, gift, status, expires_at, created_at,
  changed_at`;

function toRow(row: Columns): IssuedRow {
  const { bucket, id, points, gift, status } = row;
  return {
    bucket,
    memberId: row.member_id,
    id,
    rewardId: row.reward_id,
    spendId: row.spend_id,
    pointsType: row.points_type,
    points,
    gift,
    status,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

export async function insertIssued(ctx: Ctx, issued: IssuedRow): Promise<void> {
  await ctx.query(
    `insert into issued_rewards (bucket, tenant_id, member_id, id, reward_id, spend_id, points_type, points, gift,
       status, expires_at, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      issued.bucket,
      ctx.tenantId,
      issued.memberId,
      issued.id,
      issued.rewardId,
      issued.spendId,
      issued.pointsType,
      issued.points,
      JSON.stringify(issued.gift),
      issued.status,
      isoOrNull(issued.expiresAt),
      iso(issued.createdAt),
      iso(issued.changedAt),
    ],
  );
}

export async function findIssued(ctx: Ctx, key: IssuedKey): Promise<IssuedRow | null> {
  const [row] = await ctx.query<Columns>(
    `select ${columns} from issued_rewards where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [key.bucket, ctx.tenantId, key.memberId, key.id],
  );
  return row === undefined ? null : toRow(row);
}

/** The latest first. */
export async function listIssued(
  ctx: Ctx,
  member: MemberKey,
  page: { before: string | null; limit: number },
): Promise<IssuedRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from issued_rewards
     where bucket = $1 and tenant_id = $2 and member_id = $3 and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [member.bucket, ctx.tenantId, member.memberId, page.before, page.limit],
  );
  return rows.map(toRow);
}

export async function saveStatus(ctx: Ctx, { status, ...key }: IssuedKey & { status: IssuedStatus }): Promise<void> {
  await ctx.query(
    `update issued_rewards set status = $5, changed_at = $6
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [key.bucket, ctx.tenantId, key.memberId, key.id, status, iso(ctx.now)],
  );
}
