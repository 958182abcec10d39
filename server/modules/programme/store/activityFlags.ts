// Flags on purchases, and what a member did of late. A member's rows lie with the member.
import type { VelocityKind } from "@fedele/core/velocity.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { StoredAwards } from "../storedActivities.ts";

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

export type FlagRow = MemberKey &
  Readonly<{
    activityId: string;
    kind: VelocityKind;
    counted: number;
    bound: number;
    minutes: number;
    locationId: string | null;
    createdAt: number;
  }>;

export type RecentRow = Readonly<{
  memberId: string;
  source: string;
  document: string;
  locationId: string | null;
  awards: StoredAwards | null;
  eventAt: number;
}>;

/** Purchases of the members, recorded since `since`: ids tell the time, so that the primary key finds them. */
export async function findRecent(ctx: Ctx, members: readonly MemberKey[], since: string): Promise<RecentRow[]> {
  const rows = await ctx.query<{
    member_id: string;
    source: string;
    document: string;
    location_id: string | null;
    awards: StoredAwards | null;
    event_at: number;
  }>(
    `select a.member_id, a.source, a.document, a.location_id, a.awards, a.event_at
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join activities a on a.bucket = m.bucket and a.tenant_id = $1 and a.member_id = m.member_id and a.id >= $4
       and a.kind = 'purchase'`,
    [ctx.tenantId, members.map(({ bucket }) => bucket), members.map(({ memberId }) => memberId), since],
  );
  return rows.map(({ member_id, location_id, event_at, ...row }) => {
    return { ...row, memberId: member_id, locationId: location_id, eventAt: event_at };
  });
}

export async function insertFlags(ctx: Ctx, flags: readonly FlagRow[]): Promise<void> {
  await ctx.query(
    `insert into activity_flags (bucket, tenant_id, member_id, activity_id, kind, counted, bound, minutes, location_id,
       created_at)
     select n.bucket, $1, n.member_id, n.activity_id, n.kind, n.counted, n.bound, n.minutes, n.location_id, $2
     from unnest($3::smallint[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[], $8::bigint[], $9::integer[],
         $10::uuid[])
       as n (bucket, member_id, activity_id, kind, counted, bound, minutes, location_id)`,
    [
      ctx.tenantId,
      iso(ctx.now),
      flags.map(({ bucket }) => bucket),
      flags.map(({ memberId }) => memberId),
      flags.map(({ activityId }) => activityId),
      flags.map(({ kind }) => kind),
      flags.map(({ counted }) => counted),
      flags.map(({ bound }) => bound),
      flags.map(({ minutes }) => minutes),
      flags.map(({ locationId }) => locationId),
    ],
  );
}

/** Of all members, the latest activity's first. */
export async function listFlags(
  ctx: Ctx,
  page: { before: readonly [string, string] | null; limit: number },
): Promise<FlagRow[]> {
  const rows = await ctx.query<{
    bucket: number;
    member_id: string;
    activity_id: string;
    kind: VelocityKind;
    counted: number;
    bound: number;
    minutes: number;
    location_id: string | null;
    created_at: number;
  }>(
    `/* scatter: whose purchases are to be looked at is asked of all members */
     select bucket, member_id, activity_id, kind, counted, bound, minutes, location_id, created_at
     from activity_flags where tenant_id = $1 and ($2::uuid is null or (activity_id, kind) < ($2, $3))
     order by activity_id desc, kind desc limit $4`,
    [ctx.tenantId, page.before?.[0] ?? null, page.before?.[1] ?? "", page.limit],
  );
  return rows.map(({ member_id, activity_id, location_id, created_at, ...row }) => {
    const about = { memberId: member_id, activityId: activity_id };
    return { ...row, ...about, locationId: location_id, createdAt: created_at };
  });
}
