// All SQL on till_deeds.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf, newId } from "../../../platform/ids.ts";

export type DeedKind = "joined" | "taken" | "paid" | "used" | "undone" | "given_back";

/** `points`: used ones above zero, given back below. */
export type Deed = Readonly<{
  memberId: string;
  actor: string;
  locationId: string | null;
  kind: DeedKind;
  aboutId: string;
  points: Readonly<{ type: number; points: number }> | null;
  reason: string | null;
  /** When it happened. */
  at: number;
}>;

export async function insertDeeds(ctx: Ctx, deeds: readonly Deed[]): Promise<void> {
  await ctx.query(
    `insert into till_deeds (bucket, tenant_id, member_id, id, actor, location_id, kind, about_id, points_type, points,
       reason, at)
     select n.bucket, $1, n.member_id, n.id, n.actor, n.location_id, n.kind, n.about_id, n.points_type, n.points,
       n.reason, n.at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::uuid[],
       $9::smallint[], $10::bigint[], $11::text[], $12::timestamptz[])
       as n (bucket, member_id, id, actor, location_id, kind, about_id, points_type, points, reason, at)`,
    [
      ctx.tenantId,
      deeds.map(({ memberId }) => bucketOf(memberId)),
      deeds.map(({ memberId }) => memberId),
      deeds.map(({ memberId }) => newId(ctx.now, bucketOf(memberId))),
      deeds.map(({ actor }) => actor),
      deeds.map(({ locationId }) => locationId),
      deeds.map(({ kind }) => kind),
      deeds.map(({ aboutId }) => aboutId),
      deeds.map(({ points }) => points?.type ?? null),
      deeds.map(({ points }) => points?.points ?? null),
      deeds.map(({ reason }) => reason),
      deeds.map(({ at }) => iso(at)),
    ],
  );
}

export type Period = Readonly<{ from: number; until: number }>;

/** What one did of one kind, somewhere. */
export type DeedSum = Readonly<{
  actor: string;
  locationId: string | null;
  kind: DeedKind;
  many: number;
  pointsType: number | null;
  points: number;
}>;

/** `actor` null: everybody's. */
export async function sumDeeds(ctx: Ctx, { from, until }: Period, actor: string | null): Promise<DeedSum[]> {
  return ctx.query<DeedSum>(
    `/* scatter: a report of one day, whose members live anywhere */
     select actor, location_id as "locationId", kind, count(*)::int as many, points_type as "pointsType",
       coalesce(sum(points), 0)::bigint as points
     from till_deeds where tenant_id = $1 and at >= $2 and at < $3 and ($4::text is null or actor = $4)
     group by actor, location_id, kind, points_type`,
    [ctx.tenantId, iso(from), iso(until), actor],
  );
}

export type Undone = Readonly<{ actor: string; locationId: string | null; reason: string | null; at: number }>;

/** Uses of rewards that were taken back, the latest first. */
export async function listUndone(
  ctx: Ctx,
  { from, until }: Period,
  { actor, limit }: { actor: string | null; limit: number },
): Promise<Undone[]> {
  return ctx.query<Undone>(
    `/* scatter: a report of one day, whose members live anywhere */
     select actor, location_id as "locationId", reason, at
     from till_deeds where tenant_id = $1 and at >= $2 and at < $3 and ($4::text is null or actor = $4)
       and kind = 'undone'
     order by at desc limit $5`,
    [ctx.tenantId, iso(from), iso(until), actor, limit],
  );
}
