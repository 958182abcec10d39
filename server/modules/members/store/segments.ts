// All SQL on segments, and that of who is in them: the conditions come as SQL over member_facts alone.

import type { SqlCondition } from "@fedele/core/conditionSql.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type Segment = Readonly<{
  id: string;
  code: string;
  name: string;
  conditions: ConditionGroup;
  createdAt: number;
  changedAt: number;
}>;

type Row = {
  id: string;
  code: string;
  name: string;
  conditions: ConditionGroup;
  created_at: number;
  changed_at: number;
};

/** The conditions with their parameters. */
export type Clause = Pick<Extract<SqlCondition, { ok: true }>, "text" | "values">;

/** The parameters before those of the conditions. */
export const CONDITIONS_FROM = 6;

const columns = "id, code, name, conditions, created_at, changed_at";

/** False when the code is taken. */
export async function insertSegment(ctx: Ctx, segment: Segment): Promise<boolean> {
  const { id, code, name, conditions, createdAt, changedAt } = segment;
  const rows = await ctx.query(
    `insert into segments (tenant_id, id, code, name, conditions, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [ctx.tenantId, id, code, name, JSON.stringify(conditions), iso(createdAt), iso(changedAt)],
  );
  return rows.length === 1;
}

export async function countSegments(ctx: Ctx): Promise<number> {
  const [row] = await ctx.query<{ segments: number }>(
    "select count(*) as segments from segments where tenant_id = $1",
    [ctx.tenantId],
  );
  return row?.segments ?? 0;
}

export async function findSegment(ctx: Ctx, id: string): Promise<Segment | null> {
  const rows = await ctx.query<Row>(`select ${columns} from segments where tenant_id = $1 and id = $2`, [
    ctx.tenantId,
    id,
  ]);
  return rows.map(toSegment)[0] ?? null;
}

/** The latest first. */
export async function listSegments(ctx: Ctx, page: { before: string | null; limit: number }): Promise<Segment[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from segments where tenant_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
  return rows.map(toSegment);
}

/** Null when there is no such segment. */
export async function updateSegment(
  ctx: Ctx,
  id: string,
  change: { name: string | null; conditions: ConditionGroup | null },
): Promise<Segment | null> {
  const conditions = change.conditions === null ? null : JSON.stringify(change.conditions);
  const rows = await ctx.query<Row>(
    `update segments set name = coalesce($3, name), conditions = coalesce($4::json, conditions), changed_at = $5
     where tenant_id = $1 and id = $2 returning ${columns}`,
    [ctx.tenantId, id, change.name, conditions, iso(ctx.now)],
  );
  return rows.map(toSegment)[0] ?? null;
}

/** False when there is no such segment. */
export async function deleteSegment(ctx: Ctx, id: string): Promise<boolean> {
  const rows = await ctx.query("delete from segments where tenant_id = $1 and id = $2 returning id", [
    ctx.tenantId,
    id,
  ]);
  return rows.length === 1;
}

/** From here to the end of the transaction no statement takes longer. */
export async function limitTime(ctx: Ctx, timeoutMs: number): Promise<void> {
  await ctx.query(`set local statement_timeout = ${Math.ceil(timeoutMs)}`);
}

/** How many members there are, or `limit` where there are at least so many. Who has left is in no segment. */
export async function countMembersWhere(
  ctx: Ctx,
  clause: Clause,
  page: { readonly buckets: readonly number[]; readonly limit: number },
): Promise<number> {
  const [row] = await ctx.query<{ members: number }>(
    `/* scatter: a live count over all of a tenant's members, of whom it reads the facts alone */
     select count(*) as members from (
       select from member_facts
       where bucket = any($2::smallint[]) and tenant_id = $1 and status <> 'closed'
         and $4::uuid is null and $5::uuid is null and (${clause.text})
       limit $3
     ) as found`,
    [ctx.tenantId, page.buckets, page.limit, null, null, ...clause.values],
  );
  return row?.members ?? 0;
}

/** Ids of the members, the latest first, by the primary key of each bucket. */
export async function listMembersWhere(
  ctx: Ctx,
  clause: Clause,
  page: { readonly buckets: readonly number[]; readonly before: string | null; readonly limit: number },
): Promise<string[]> {
  const rows = await ctx.query<{ member_id: string }>(
    `/* scatter: members of a segment may live anywhere */
     select latest.member_id from unnest($2::smallint[]) as place (bucket)
     cross join lateral (
       select member_id from member_facts
       where member_facts.bucket = place.bucket and tenant_id = $1 and status <> 'closed'
         and ($4::uuid is null or member_id < $4) and $5::uuid is null and (${clause.text})
       order by member_id desc limit $3
     ) as latest
     order by latest.member_id desc limit $3`,
    [ctx.tenantId, page.buckets, page.limit, page.before, null, ...clause.values],
  );
  return rows.map((row) => row.member_id);
}

/** Ids of the members of one bucket in the order of their ids, after a place. */
export async function walkMembersWhere(
  ctx: Ctx,
  clause: Clause,
  page: { readonly bucket: number; readonly after: string | null; readonly limit: number },
): Promise<string[]> {
  const rows = await ctx.query<{ member_id: string }>(
    `select member_id from member_facts
     where bucket = $2 and tenant_id = $1 and status <> 'closed' and ($4::uuid is null or member_id > $4)
       and $5::uuid is null and (${clause.text})
     order by member_id limit $3`,
    [ctx.tenantId, page.bucket, page.limit, page.after, null, ...clause.values],
  );
  return rows.map((row) => row.member_id);
}

/** Which of these members meet the conditions. */
export async function findMembersWhere(ctx: Ctx, clause: Clause, ids: readonly string[]): Promise<string[]> {
  const rows = await ctx.query<{ member_id: string }>(
    `select member_facts.member_id from unnest($2::smallint[], $3::uuid[]) as wanted (in_bucket, id)
     join member_facts on member_facts.bucket = wanted.in_bucket and member_facts.tenant_id = $1
      and member_facts.member_id = wanted.id
     where $4::uuid is null and $5::uuid is null and (${clause.text})`,
    [ctx.tenantId, ids.map(bucketOf), ids, null, null, ...clause.values],
  );
  return rows.map((row) => row.member_id);
}

/** Null when there is no such member. */
export async function isMemberWhere(ctx: Ctx, clause: Clause, memberId: string): Promise<boolean | null> {
  const [row] = await ctx.query<{ meets: boolean }>(
    `select status <> 'closed' and (${clause.text}) as meets from member_facts
     where bucket = $2 and tenant_id = $1 and member_id = $3 and $4::uuid is null and $5::uuid is null`,
    [ctx.tenantId, bucketOf(memberId), memberId, null, null, ...clause.values],
  );
  return row?.meets ?? null;
}

function toSegment({ created_at, changed_at, ...row }: Row): Segment {
  return { ...row, createdAt: created_at, changedAt: changed_at };
}
