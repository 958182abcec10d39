// Rewards that members have taken. A member's rows lie with the member.
import type { Gift, IssuedSource, IssuedStatus } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";

export type MemberKey = Readonly<{ bucket: number; memberId: string }>;
export type IssuedKey = MemberKey & Readonly<{ id: string }>;

/** What an issued reward came of. Only points have a price that can come back. */
export type Origin =
  | Readonly<{ source: "points"; spendId: string; pointsType: number; points: number }>
  | Readonly<{ source: "coupon"; batchId: string; couponId: string }>
  | Readonly<{ source: "gift"; giftId: string }>
  | Readonly<{ source: "benefit"; benefitId: string }>
  | Readonly<{ source: "campaign"; activityId: string }>;

/**
 * `status` as it was last written: that it has expired is seen by its date. `rewardId` is null where what came of a
 * coupon or a benefit stands in no catalogue.
 */
export type IssuedRow = IssuedKey &
  Readonly<{
    origin: Origin;
    rewardId: string | null;
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

/** What no checkout session has had in its hands. */
export const unheld = { sessionId: null, reservedUntil: null, returnedPoints: 0 } as const;

type Columns = {
  bucket: number;
  member_id: string;
  id: string;
  reward_id: string | null;
  spend_id: string | null;
  points_type: number | null;
  points: number;
  source: IssuedSource;
  source_id: string | null;
  coupon_id: string | null;
  gift: Gift;
  status: IssuedStatus;
  expires_at: number | null;
  session_id: string | null;
  reserved_until: number | null;
  returned_points: number;
  created_at: number;
  changed_at: number;
};

const columns = `bucket, member_id, id, reward_id, spend_id, points_type, points, source, source_id, coupon_id, gift,
  status, expires_at, session_id, reserved_until, returned_points, created_at, changed_at`;

function toRow(row: Columns): IssuedRow {
  const { bucket, id, gift, status } = row;
  return {
    bucket,
    memberId: row.member_id,
    id,
    origin: originOf(row),
    rewardId: row.reward_id,
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

/** The table's checks hold what each source needs. */
function originOf(row: Columns): Origin {
  const { id, source, spend_id, points_type, points, source_id, coupon_id } = row;
  if (source === "points" && spend_id !== null && points_type !== null) {
    return { source, spendId: spend_id, pointsType: points_type, points };
  }
  if (source === "coupon" && source_id !== null && coupon_id !== null) {
    return { source, batchId: source_id, couponId: coupon_id };
  }
  if (source === "gift" && source_id !== null) return { source, giftId: source_id };
  if (source === "benefit" && source_id !== null) return { source, benefitId: source_id };
  if (source === "campaign" && source_id !== null) return { source, activityId: source_id };
  throw new Error(`the issued reward ${id} does not say what it came of`);
}

type OriginColumns = Pick<Columns, "spend_id" | "points_type" | "points" | "source" | "source_id" | "coupon_id">;

function columnsOf(origin: Origin): OriginColumns {
  const free = { source: origin.source, spend_id: null, points_type: null, points: 0, coupon_id: null };
  switch (origin.source) {
    case "points":
      return {
        ...free,
        spend_id: origin.spendId,
        points_type: origin.pointsType,
        points: origin.points,
        source_id: null,
      };
    case "coupon":
      return { ...free, source_id: origin.batchId, coupon_id: origin.couponId };
    case "gift":
      return { ...free, source_id: origin.giftId };
    case "benefit":
      return { ...free, source_id: origin.benefitId };
    case "campaign":
      return { ...free, source_id: origin.activityId };
  }
}

export async function insertIssued(ctx: Ctx, issued: IssuedRow): Promise<void> {
  const origin = columnsOf(issued.origin);
  await ctx.query(
    `insert into issued_rewards (bucket, tenant_id, member_id, id, reward_id, spend_id, points_type, points, source,
       source_id, coupon_id, gift, status, expires_at, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      issued.bucket,
      ctx.tenantId,
      issued.memberId,
      issued.id,
      issued.rewardId,
      origin.spend_id,
      origin.points_type,
      origin.points,
      origin.source,
      origin.source_id,
      origin.coupon_id,
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

/** Those of many members; what is not the member's own is missing from the answer. */
export async function findIssuedAmong(ctx: Ctx, keys: readonly IssuedKey[]): Promise<IssuedRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from issued_rewards
     where tenant_id = $1
       and (bucket, member_id, id) in (select * from unnest($2::smallint[], $3::uuid[], $4::uuid[]))`,
    [ctx.tenantId, keys.map(({ bucket }) => bucket), keys.map(({ memberId }) => memberId), keys.map(({ id }) => id)],
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

/** A step in the life of an issued reward, under the name that it has now: the reward's, the batch's, the benefit's. */
export type IssuedStep = Readonly<{
  place: string;
  step: "issued" | "used" | "given" | "cancelled";
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
    `select ${columns.replaceAll(/(\w+)/g, "s.$1")}, s.step, s.place, coalesce(r.name, c.name, n.name, '') as name
     from (
       select i.*, 'issued' as step, i.id::text collate "C" as place
       from issued_rewards i where bucket = $1 and tenant_id = $2 and member_id = $3
       union all
       select i.*, i.status, left(ms, 8) || '-' || right(ms, 4) || '-8' || substr(i.id::text, 16)
       from issued_rewards i
       cross join lateral (select lpad(to_hex((extract(epoch from changed_at) * 1000)::bigint), 12, '0') as ms) as at
       where bucket = $1 and tenant_id = $2 and member_id = $3 and status in ('used', 'given', 'cancelled')
     ) as s
     left join rewards r on r.tenant_id = s.tenant_id and r.id = s.reward_id
     left join coupon_batches c on c.tenant_id = s.tenant_id and c.id = s.source_id
     left join benefits n on n.tenant_id = s.tenant_id and n.id = s.source_id
     where $4::text is null or s.place < $4
     order by s.place desc limit $5`,
    [member.bucket, ctx.tenantId, member.memberId, page.before, page.limit],
  );
  return rows.map((row) => ({ place: row.place, step: row.step, issued: toRow(row), name: row.name }));
}

/** What each of a member's is called now: after the reward, the batch of coupons or the benefit that it came of. */
export async function findIssuedNames(
  ctx: Ctx,
  member: MemberKey,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.query<{ id: string; name: string }>(
    `select i.id, coalesce(r.name, c.name, n.name, '') as name
     from issued_rewards i
     left join rewards r on r.tenant_id = i.tenant_id and r.id = i.reward_id
     left join coupon_batches c on c.tenant_id = i.tenant_id and c.id = i.source_id
     left join benefits n on n.tenant_id = i.tenant_id and n.id = i.source_id
     where i.bucket = $1 and i.tenant_id = $2 and i.member_id = $3 and i.id = any($4::uuid[])`,
    [member.bucket, ctx.tenantId, member.memberId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** How many coupons of a batch a member has had; those that went back do not count. */
export async function countClaimed(ctx: Ctx, member: MemberKey, batchId: string | null): Promise<number> {
  const [row] = await ctx.query<{ claimed: number }>(
    `select count(*) as claimed from issued_rewards
     where bucket = $1 and tenant_id = $2 and member_id = $3 and source = 'coupon' and source_id = $4
       and status <> 'cancelled'`,
    [member.bucket, ctx.tenantId, member.memberId, batchId],
  );
  return row?.claimed ?? 0;
}
