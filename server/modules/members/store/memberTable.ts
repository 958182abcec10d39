// All SQL of the table of members: whoever is sought, in an order, page by page, and how many they are.
import type { SqlCondition } from "@fedele/core/conditionSql.ts";
import type { MemberFacts } from "@fedele/core/facts.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";

/** The conditions with their parameters, which begin at `CONDITIONS_FROM`. */
export type Clause = Pick<Extract<SqlCondition, { ok: true }>, "text" | "values">;

export const CONDITIONS_FROM = 11;

export type Sought = Readonly<{
  buckets: readonly number[];
  status: MemberFacts["status"] | null;
  /** Null: no conditions, and who has left is among them. */
  clause: Clause | null;
  /** By name: the hashes of all these beginnings. Null: whatever they are called. */
  hashes: readonly number[] | null;
  /** Those alone; null: whoever it is. */
  ids: readonly string[] | null;
}>;

export const memberOrders = ["id", "joined", "lastActivity", "tier"] as const;
export type MemberOrder = (typeof memberOrders)[number];

/** The value that a member is sorted by, and who it is: no two members share a place. */
export type Place = Readonly<{ value: number; memberId: string }>;

export type TablePage = Readonly<{
  order: MemberOrder;
  isDescending: boolean;
  after: Place | undefined;
  limit: number;
  /** The codes of the tiers, the lowest first. */
  tiers: readonly string[];
}>;

/** Sorted by moments in milliseconds or by ranks, so that every cursor is a number and an id. */
const values: Record<MemberOrder, string> = {
  id: "0::bigint",
  joined: "enrolled_at",
  lastActivity: "coalesce(last_activity_at, enrolled_at)",
  tier: "coalesce(array_position($10::text[], tier), 0)::bigint",
};

const moments: ReadonlySet<MemberOrder> = new Set<MemberOrder>(["joined", "lastActivity"]);

/** Who is sought by name comes out of the index of names; whoever has all the beginnings has as many rows of them. */
function whoever({ clause, hashes }: Sought): string {
  const named = `join (
      select n.bucket as name_bucket, n.member_id as named_id from name_beginnings as n
      where n.bucket = any($2::smallint[]) and n.tenant_id = $1 and n.beginning = any($5::integer[])
      group by n.bucket, n.member_id having count(*) = cardinality($5::integer[])
    ) as named on named_id = member_id and name_bucket = bucket`;
  return `from member_facts ${hashes === null ? "" : named}
    where bucket = any($2::smallint[]) and tenant_id = $1 and ($4::text is null or status = $4)
      and ($5::integer[] is null or true) and ($6::uuid[] is null or member_id = any($6))
      and ${clause === null ? "true" : `status <> 'closed' and (${clause.text})`}`;
}

/** A page of whoever is sought: who they are and what they are sorted by. */
export async function listPlaces(ctx: Ctx, sought: Sought, page: TablePage): Promise<Place[]> {
  const value = values[page.order];
  const [direction, beyond] = page.isDescending ? ["desc", "<"] : ["asc", ">"];
  const type = moments.has(page.order) ? "timestamptz" : "bigint";
  const rows = await ctx.query<{ member_id: string; value: number }>(
    `/* scatter: a page of all of a tenant's members, of whom it reads the facts alone */
     select member_id, ${value} as value ${whoever(sought)}
       and ($7::${type} is null or (${value}, member_id) ${beyond} ($7::${type}, $8::uuid))
       and ($9::integer is null or true) and ($10::text[] is null or true)
     order by ${value} ${direction}, member_id ${direction} limit $3`,
    [
      ...valuesOf(ctx, sought, page.limit),
      page.after === undefined ? null : valueAsParameter(page.order, page.after.value),
      page.after?.memberId ?? null,
      null,
      page.tiers,
      ...(sought.clause?.values ?? []),
    ],
  );
  return rows.map(({ member_id, value: sortedBy }) => ({ memberId: member_id, value: sortedBy }));
}

/** How many there are, or `limit` where there are at least so many. */
export async function countSought(ctx: Ctx, sought: Sought, limit: number): Promise<number> {
  const [row] = await ctx.query<{ members: number }>(
    `/* scatter: a live count over all of a tenant's members, of whom it reads the facts alone */
     select count(*) as members from (select ${whoever(sought)} and ${unusedHere} limit $3) as found`,
    [...valuesOf(ctx, sought, limit), null, null, null, null, ...(sought.clause?.values ?? [])],
  );
  return row?.members ?? 0;
}

/**
 * Whoever is sought as a query, for another module to sort within its own statement: a hundred thousand ids that never
 * leave the database. $3 and $7 to $10 are that module's, each to be named; the others have their values here.
 */
export function soughtAsQuery(ctx: Ctx, sought: Sought): Among {
  const { text, values } = { text: `select member_id ${whoever(sought)}`, values: valuesOf(ctx, sought, 0) };
  const valuesWith: Among["valuesWith"] = (limit, own) => {
    return [...values.with(2, limit), ...own, ...(sought.clause?.values ?? [])];
  };
  return { text, valuesWith };
}

/** `valuesWith`: the parameters in order, with the limit as $3 and four more from $7 on. */
export type Among = Readonly<{
  text: string;
  valuesWith(limit: number, own: readonly [unknown, unknown, unknown, unknown]): readonly unknown[];
}>;

/** The conditions' parameters have the same numbers in every statement. */
const unusedHere = "$7::text is null and $8::text is null and $9::text is null and $10::text is null";

function valuesOf(ctx: Ctx, { buckets, status, hashes, ids }: Sought, limit: number): unknown[] {
  return [ctx.tenantId, buckets, limit, status, hashes, ids];
}

/** A cursor that somebody made up is a moment all the same. */
function valueAsParameter(order: MemberOrder, value: number): string | number {
  return moments.has(order) ? new Date(Math.min(Math.max(value, 0), MOMENT_MAX)).toISOString() : value;
}

/** The end of the year 9999, the last that is written with four digits. */
const MOMENT_MAX = Date.UTC(10_000, 0) - 1;
