// Members in the order of what they have.
import { MEMBER_COUNT_MAX } from "@fedele/sdk/schemas/memberTable.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { Among } from "../../members/memberTable.ts";

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
 * A page of these members by the total of one points type; who has no wallet of it has none of the points. Undefined
 * where they are more than `MEMBER_COUNT_MAX`. The totals are those that are booked; what a date has decided since and
 * no job has booked yet does not move anybody.
 */
export async function listByPoints(
  ctx: Ctx,
  among: Among,
  { pointsType, isDescending, after, limit }: PointsPage,
): Promise<Sorted[] | undefined> {
  const [direction, beyond] = isDescending ? ["desc", "<"] : ["asc", ">"];
  const rows = await ctx.query<{ id: string; points: number; members: number }>(
    // Materialized, or the planner looks for each of the members by itself: it takes them to be a hundred.
    `/* scatter: members who were chosen elsewhere, anywhere in the tenant */
     with held as materialized (
       select w.member_id, w.balance - w.debt as points from wallets w
       where w.bucket = any($2::smallint[]) and w.tenant_id = $1 and w.points_type = $9
     ), asked as materialized (${among.text} limit ${MEMBER_COUNT_MAX + 1})
     select m.id, m.points, (select count(*) from asked) as members from (
       select asked.member_id as id, coalesce(held.points, 0) as points
       from asked left join held on held.member_id = asked.member_id
     ) as m
     where ($7::bigint is null or (m.points, m.id) ${beyond} ($7::bigint, $8::uuid)) and $10::text is null
     order by m.points ${direction}, m.id ${direction} limit $3`,
    among.valuesWith(limit, [after?.value ?? null, after?.memberId ?? null, pointsType, null]),
  );
  return (rows[0]?.members ?? 0) > MEMBER_COUNT_MAX ? undefined : rows.map(toSorted);
}

function toSorted({ id, points }: Readonly<{ id: string; points: number }>): Sorted {
  return { memberId: id, value: points };
}
