// What a tenant owes its members in points, summed over everybody: a report, never on the hot path.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso } from "./wallets.ts";

/** Points of one type. `month`: "2026-03-01" for those that end in it, null for those that never do. */
export type EndingRow = Readonly<{
  pointsType: number;
  month: string | null;
  spendable: number;
  pending: number;
  held: number;
}>;

export type DebtRow = Readonly<{ pointsType: number; debt: number }>;

/** How long wallets of a type may be silent. `sinceMs`: silence before that does not count; null: all of it does. */
export type Silence = Readonly<{ pointsType: number; days: number; sinceMs: number | null }>;

type Row = {
  points_type: number;
  is_debt: boolean;
  month: string | null;
  spendable: number;
  pending: number;
  held: number;
  debt: number;
};

/** $1 the tenant, $2 now, $3 its zone, $4 to $6 how long wallets of which type may be silent. */
const everyWallet = `/* scatter: a report sums every wallet of the tenant */
  with silences as (
    select * from unnest($4::smallint[], $5::int[], $6::timestamptz[]) as s (points_type, days, since)
  ), freed as (
    select bucket, member_id, points_type, (part ->> 0)::uuid as id, sum((part ->> 1)::bigint)::bigint as points
    from holds cross join lateral json_array_elements(lots) as parts (part)
    where tenant_id = $1 and status = 'open' and expires_at <= $2
    group by bucket, member_id, points_type, (part ->> 0)::uuid
  ), open_lots as (
    select l.bucket, l.member_id, l.points_type, l.id, l.activates_at, l.expires_at, l.remaining,
      l.held - coalesce(f.points, 0) as held, w.debt,
      least(l.expires_at, case when l.activates_at < q.silent_until then q.silent_until end) as ends_at
    from lots l
    join wallets w on w.bucket = l.bucket and w.tenant_id = l.tenant_id and w.member_id = l.member_id
      and w.points_type = l.points_type
    left join freed f on f.bucket = l.bucket and f.member_id = l.member_id and f.points_type = l.points_type
      and f.id = l.id
    left join silences s on s.points_type = l.points_type
    cross join lateral (select ((greatest(w.last_activity_at, s.since) at time zone $3)::date + s.days + 1)
      ::timestamp at time zone $3 as silent_until) as q
    where l.tenant_id = $1 and w.tenant_id = $1 and l.remaining > 0
  ), paid as (
    select bucket, member_id, points_type, id, greatest(0, least(free, debt - (upto - free))) as points
    from (
      select bucket, member_id, points_type, id, debt, remaining - held as free, sum(remaining - held) over (
        partition by bucket, member_id, points_type
        order by activates_at > $2 desc, expires_at desc nulls first, activates_at desc, id desc
      ) as upto
      from open_lots where debt > 0
    ) as order_of_payment
  ), settled as (
    select o.points_type, o.activates_at, o.ends_at, o.held,
      case when o.ends_at <= $2 then 0 else o.remaining - o.held - coalesce(p.points, 0) end as free
    from open_lots o
    left join paid p on p.bucket = o.bucket and p.member_id = o.member_id and p.points_type = o.points_type
      and p.id = o.id
  )
  select points_type, false as is_debt,
    to_char(date_trunc('month', greatest(ends_at - interval '1 millisecond', $2) at time zone $3), 'YYYY-MM-DD')
      as month,
    coalesce(sum(free) filter (where activates_at <= $2), 0)::bigint as spendable,
    coalesce(sum(free) filter (where activates_at > $2), 0)::bigint as pending,
    sum(held)::bigint as held, 0::bigint as debt
  from settled where ends_at is not null and (free > 0 or held > 0) group by points_type, 3
  union all
  select points_type, false, null, coalesce(sum(free) filter (where activates_at <= $2), 0)::bigint,
    coalesce(sum(free) filter (where activates_at > $2), 0)::bigint, sum(held)::bigint, 0
  from settled where ends_at is null group by points_type
  union all
  select points_type, true, null, 0, 0, 0, sum(debt)::bigint from (
    select points_type, debt from wallets where tenant_id = $1 and debt > 0
    union all select points_type, -points from paid
  ) as debts group by points_type
  order by points_type, month`;

/**
 * What is outstanding at `ctx.now`, by points type and the month in `zone` in which it ends, and what is owed: as
 * `settle` in core/ledger.ts would leave every wallet, whether or not a job has booked it. One statement, so that one
 * snapshot. Due holds are let go, what they free pays off debt (latest end first), and what is over is left out. What
 * a hold keeps beyond its date counts for the month of now.
 */
export async function sumLiability(
  ctx: Ctx,
  { zone, silences }: { zone: string; silences: readonly Silence[] },
): Promise<{ ending: EndingRow[]; debts: DebtRow[] }> {
  const rows = await ctx.query<Row>(everyWallet, [
    ctx.tenantId,
    iso(ctx.now),
    zone,
    silences.map(({ pointsType }) => pointsType),
    silences.map(({ days }) => days),
    silences.map(({ sinceMs }) => (sinceMs === null ? null : iso(sinceMs))),
  ]);
  return {
    ending: rows
      .filter((row) => !row.is_debt)
      .map(({ points_type: pointsType, month, spendable, pending, held }) => {
        return { pointsType, month, spendable, pending, held };
      }),
    debts: rows.filter((row) => row.is_debt).map((row) => ({ pointsType: row.points_type, debt: row.debt })),
  };
}
