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
    /** The checkout session that holds it, or has used it. */
    sessionId: string | null;
    reservedUntil: number | null;
    /** How much of its cost came back with goods that were returned. */
    returnedPoints: number;
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
  session_id: string | null;
  reserved_until: number | null;
  returned_points: number;
  created_at: number;
  changed_at: number;
};

const columns = `bucket, member_id, id, reward_id, spend_id, points_type, points, gift, status, expires_at, session_id,
  reserved_until, returned_points, created_at, changed_at`;

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
    sessionId: row.session_id,
    reservedUntil: row.reserved_until,
    returnedPoints: row.returned_points,
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

/** Some of a member's, by their ids. */
export async function findIssuedOf(ctx: Ctx, member: MemberKey, ids: readonly string[]): Promise<IssuedRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from issued_rewards
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = any($4::uuid[])`,
    [member.bucket, ctx.tenantId, member.memberId, ids],
  );
  return rows.map(toRow);
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

/** What a member has taken and not used, whether or not it has expired meanwhile. */
export async function findUnused(ctx: Ctx, member: MemberKey): Promise<IssuedRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from issued_rewards
     where bucket = $1 and tenant_id = $2 and member_id = $3 and status in ('issued', 'active', 'reserved')
     order by id`,
    [member.bucket, ctx.tenantId, member.memberId],
  );
  return rows.map(toRow);
}

/** By hand, hence for no session any more: one whose reservation is over holds nothing. */
export async function saveStatus(ctx: Ctx, { status, ...key }: IssuedKey & { status: IssuedStatus }): Promise<void> {
  await ctx.query(
    `update issued_rewards set status = $5, session_id = null, reserved_until = null, changed_at = $6
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [key.bucket, ctx.tenantId, key.memberId, key.id, status, iso(ctx.now)],
  );
}

/** A step in the life of an issued reward, under the name that the reward has now. */
export type IssuedStep = Readonly<{
  place: string;
  step: "issued" | "used" | "cancelled";
  issued: IssuedRow;
  name: string;
}>;

/**
 * A page of steps, latest first. Its end has no row of its own: its place is made of the moment and of the reward's id,
 * behind everything else of that millisecond.
 */
export async function listIssuedSteps(
  ctx: Ctx,
  member: MemberKey,
  page: { before: string | null; limit: number },
): Promise<IssuedStep[]> {
  const rows = await ctx.query<Columns & Pick<IssuedStep, "place" | "step" | "name">>(
    `select ${columns.replaceAll(/(\w+)/g, "s.$1")}, s.step, s.place, r.name
     from (
       select i.*, 'issued' as step, i.id::text collate "C" as place
       from issued_rewards i where bucket = $1 and tenant_id = $2 and member_id = $3
       union all
       select i.*, i.status, left(ms, 8) || '-' || right(ms, 4) || '-8' || substr(i.id::text, 16)
       from issued_rewards i
       cross join lateral (select lpad(to_hex((extract(epoch from changed_at) * 1000)::bigint), 12, '0') as ms) as at
       where bucket = $1 and tenant_id = $2 and member_id = $3 and status in ('used', 'cancelled')
     ) as s
     join rewards r on r.tenant_id = s.tenant_id and r.id = s.reward_id
     where $4::text is null or s.place < $4
     order by s.place desc limit $5`,
    [member.bucket, ctx.tenantId, member.memberId, page.before, page.limit],
  );
  return rows.map((row) => ({ place: row.place, step: row.step, issued: toRow(row), name: row.name }));
}
