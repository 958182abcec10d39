// Members in the order of what they have.
import type { Ctx } from "../../../platform/database/transaction.ts";

export type Sorted = Readonly<{ memberId: string; value: number }>;

type PointsPage = Readonly<{
  pointsType: number;
  buckets: readonly number[];
  isDescending: boolean;
  after: { readonly value: number; readonly memberId: string } | undefined;
  limit: number;
}>;

/** A page of whoever has points of one type, the most first. */
export async function listHolders(ctx: Ctx, page: Omit<PointsPage, "isDescending">): Promise<Sorted[]> {
  const { pointsType, buckets, after, limit } = page;
  const rows = await ctx.query<{ id: string; points: number }>(
    `/* scatter: those of a tenant's members who have most may live anywhere */
     select w.member_id as id, w.balance - w.debt as points from wallets w
     where w.bucket = any($2::smallint[]) and w.tenant_id = $1 and w.points_type = $3 and w.balance > w.debt
       and ($4::bigint is null or (w.balance - w.debt, w.member_id) < ($4::bigint, $5::uuid))
     order by w.balance - w.debt desc, w.member_id desc limit $6`,
    [ctx.tenantId, buckets, pointsType, after?.value ?? null, after?.memberId ?? null, limit],
  );
  return rows.map(toSorted);
}

/**
 * A page of these members by the total of one points type; who has no wallet of it has none of the points. `ids` is the
 * text of an array: 100,000 of them are 3.7 MB. The totals are those that are booked; what a date has decided since and
 * no job has booked yet does not move anybody.
 */
export async function listByPoints(
  ctx: Ctx,
  ids: string,
  { pointsType, buckets, isDescending, after, limit }: PointsPage,
): Promise<Sorted[]> {
  const [direction, beyond] = isDescending ? ["desc", "<"] : ["asc", ">"];
  const rows = await ctx.query<{ id: string; points: number }>(
    // Materialized, or the planner looks for each of the members by itself: it takes them to be a hundred.
    `/* scatter: members who were chosen elsewhere, anywhere in the tenant */
     with held as materialized (
       select w.member_id, w.balance - w.debt as points from wallets w
       where w.bucket = any($2::smallint[]) and w.tenant_id = $1 and w.points_type = $4
     )
     select m.id, m.points from (
       select asked.id, coalesce(held.points, 0) as points
       from unnest($3::uuid[]) as asked (id) left join held on held.member_id = asked.id
     ) as m
     where $5::bigint is null or (m.points, m.id) ${beyond} ($5::bigint, $6::uuid)
     order by m.points ${direction}, m.id ${direction} limit $7`,
    [ctx.tenantId, buckets, ids, pointsType, after?.value ?? null, after?.memberId ?? null, limit],
  );
  return rows.map(toSorted);
}

function toSorted({ id, points }: { id: string; points: number }): Sorted {
  return { memberId: id, value: points };
}
