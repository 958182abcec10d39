// A member's entries put together again by what moved them.
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { Cause } from "./entries.ts";
import type { MemberKey } from "./wallets.ts";

/** What one cause did at one moment. `place`: the id of its last entry. `points`: by points type. */
export type MovementRow = Readonly<{
  cause: Cause;
  causeId: string;
  reversesId: string | null;
  place: string;
  points: readonly (readonly [pointsType: number, points: number])[];
  createdAt: number;
}>;

type Row = {
  cause: Cause;
  cause_id: string;
  reverses_id: string | null;
  place: string;
  points: [number, number][];
  created_at: number;
};

/**
 * A page of movements, latest first, without those of `but`. A movement has an entry for each lot, all of one moment:
 * what is not later than that moment is read, and the place decides, so that no page cuts through a movement. What paid
 * off a debt moves points from a lot to what is owed; it counts once.
 */
export async function listMovements(
  ctx: Ctx,
  { bucket, memberId }: MemberKey,
  page: { before: string | null; limit: number; but: readonly Cause[] },
): Promise<MovementRow[]> {
  const rows = await ctx.query<Row>(
    `with moved as (
       select cause, cause_id, created_at, points_type, max(id::text collate "C") as place,
         max(reverses_id::text) as reverses_id,
         coalesce(sum(points) filter (where cause <> 'debt_payment' or points > 0), 0)::bigint as points
       from entries
       where bucket = $2 and tenant_id = $1 and member_id = $3 and cause <> all($6::text[])
         and ($5::uuid is null or id <= $5)
       group by cause, cause_id, created_at, points_type
     )
     select cause, cause_id, created_at, max(place) as place, max(reverses_id) as reverses_id,
       json_agg(json_build_array(points_type, points) order by points_type) as points
     from moved group by cause, cause_id, created_at
     having $4::text is null or max(place) < $4
     order by place desc limit $7`,
    [ctx.tenantId, bucket, memberId, page.before, endOfMoment(page.before), page.but, page.limit],
  );
  return rows.map(({ cause, cause_id, reverses_id, place, points, created_at }) => {
    return { cause, causeId: cause_id, reversesId: reverses_id, place, points, createdAt: created_at };
  });
}

/** The last id of the millisecond that an id was made in. */
function endOfMoment(id: string | null): string | null {
  return id === null ? null : `${id.slice(0, 13)}-ffff-ffff-ffffffffffff`;
}
