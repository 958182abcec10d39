// What rules gave instead of points. A member's rows lie with the member.
import type { CountedPeriod } from "@fedele/core/limits.ts";
import type { EarnedStatus, WhyWithheld } from "@fedele/sdk/schemas/earnedReward.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

export type EarnedKey = Readonly<{ bucket: number; memberId: string; activityId: string; ruleId: string }>;

/** Where it was counted, and the campaign whose budget paid for it. */
export type Room = Readonly<{
  scopes: readonly (readonly [string, CountedPeriod["per"], string])[];
  budget: string | null;
}>;

export type EarnedRow = EarnedKey &
  Readonly<{
    ruleVersion: number;
    rewardId: string;
    /** What it weighs in limits and budgets. */
    points: number;
    room: Room;
    status: EarnedStatus;
    because: WhyWithheld | null;
    issuedRewardId: string | null;
    createdAt: number;
    changedAt: number;
  }>;

type Columns = {
  bucket: number;
  member_id: string;
  activity_id: string;
  rule_id: string;
  rule_version: number;
  reward_id: string;
  points: number;
  room: Room;
  status: EarnedStatus;
  because: WhyWithheld | null;
  issued_reward_id: string | null;
  created_at: number;
  changed_at: number;
};

const columns = `bucket, member_id, activity_id, rule_id, rule_version, reward_id, points, room, status, because,
  issued_reward_id, created_at, changed_at`;

function toRow(row: Columns): EarnedRow {
  const { bucket, points, room, status, because } = row;
  return {
    ...{ bucket, points, room, status, because },
    memberId: row.member_id,
    activityId: row.activity_id,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    rewardId: row.reward_id,
    issuedRewardId: row.issued_reward_id,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}

export async function insertEarned(ctx: Ctx, rows: readonly EarnedRow[]): Promise<void> {
  await ctx.query(
    `insert into earned_rewards (bucket, tenant_id, member_id, activity_id, rule_id, rule_version, reward_id, points,
       room, status, created_at, changed_at)
     select n.bucket, $1, n.member_id, n.activity_id, n.rule_id, n.rule_version, n.reward_id, n.points, n.room,
       'earned', $2, $2
     from unnest($3::smallint[], $4::uuid[], $5::uuid[], $6::uuid[], $7::integer[], $8::uuid[], $9::bigint[],
         string_to_array($10, E'\\x1e')::json[])
       as n (bucket, member_id, activity_id, rule_id, rule_version, reward_id, points, room)`,
    [
      ctx.tenantId,
      iso(ctx.now),
      rows.map(({ bucket }) => bucket),
      rows.map(({ memberId }) => memberId),
      rows.map(({ activityId }) => activityId),
      rows.map(({ ruleId }) => ruleId),
      rows.map(({ ruleVersion }) => ruleVersion),
      rows.map(({ rewardId }) => rewardId),
      rows.map(({ points }) => points),
      rows.map(({ room }) => JSON.stringify(room)).join("\x1e"),
    ],
  );
}

/** Locked, in one order. What is not there is missing from the answer. */
export async function lockEarned(ctx: Ctx, keys: readonly EarnedKey[]): Promise<EarnedRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from earned_rewards
     where tenant_id = $1 and (bucket, member_id, activity_id, rule_id) in
       (select * from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::uuid[]))
     order by bucket, member_id, activity_id, rule_id for no key update`,
    [
      ctx.tenantId,
      keys.map(({ bucket }) => bucket),
      keys.map(({ memberId }) => memberId),
      keys.map(({ activityId }) => activityId),
      keys.map(({ ruleId }) => ruleId),
    ],
  );
  return rows.map(toRow);
}

/** The latest activity's first. */
export async function listEarned(
  ctx: Ctx,
  member: Readonly<{ bucket: number; memberId: string }>,
  page: { before: readonly [string, string] | null; limit: number },
): Promise<EarnedRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from earned_rewards
     where bucket = $1 and tenant_id = $2 and member_id = $3
       and ($4::uuid is null or (activity_id, rule_id) < ($4, $5::uuid))
     order by activity_id desc, rule_id desc limit $6`,
    [member.bucket, ctx.tenantId, member.memberId, page.before?.[0] ?? null, page.before?.[1] ?? null, page.limit],
  );
  return rows.map(toRow);
}

export async function saveEarned(ctx: Ctx, row: EarnedRow): Promise<void> {
  await ctx.query(
    `update earned_rewards set status = $6, because = $7, issued_reward_id = $8, changed_at = $9
     where bucket = $1 and tenant_id = $2 and member_id = $3 and activity_id = $4 and rule_id = $5`,
    [
      ...[row.bucket, ctx.tenantId, row.memberId, row.activityId, row.ruleId],
      ...[row.status, row.because, row.issuedRewardId, iso(ctx.now)],
    ],
  );
}
