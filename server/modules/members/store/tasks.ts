// All SQL on member_tasks. Lists sort by days and ids: what a task says is sealed.
import type { Task as TaskReply } from "@fedele/sdk/schemas/note.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type SealedTask = Readonly<{
  id: string;
  memberId: string;
  text: Buffer;
  status: TaskReply["status"];
  dueOn: string;
  assignee: string | null;
  createdBy: string;
  createdAt: number;
  closedBy: string | null;
  closedAt: number | null;
}>;

type Row = {
  id: string;
  member_id: string;
  text: Buffer;
  status: TaskReply["status"];
  due_on: string;
  assignee: string | null;
  created_by: string;
  created_at: number;
  closed_by: string | null;
  closed_at: number | null;
};

/** Where a page of open tasks goes on. */
export type TaskPlace = Readonly<{ dueOn: string; id: string }>;

const columns = `t.id, t.member_id, t.text, t.status, t.due_on, t.assignee, t.created_by, t.created_at, t.closed_by,
  t.closed_at`;

export async function insertTask(ctx: Ctx, task: SealedTask): Promise<void> {
  await ctx.query(
    `insert into member_tasks (bucket, tenant_id, member_id, id, text, status, due_on, assignee, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      bucketOf(task.memberId),
      ctx.tenantId,
      task.memberId,
      task.id,
      task.text,
      task.status,
      task.dueOn,
      task.assignee,
      task.createdBy,
      iso(task.createdAt),
    ],
  );
}

/** One task, which nobody else changes until this transaction ends. */
export async function lockTask(ctx: Ctx, memberId: string, id: string): Promise<SealedTask | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_tasks t
     where t.bucket = $1 and t.tenant_id = $2 and t.member_id = $3 and t.id = $4 for no key update`,
    [bucketOf(memberId), ctx.tenantId, memberId, id],
  );
  return rows.map(toTask)[0] ?? null;
}

export async function countOpenTasks(ctx: Ctx, memberId: string): Promise<number> {
  const [row] = await ctx.query<{ tasks: number }>(
    `select count(*) as tasks from member_tasks
     where bucket = $1 and tenant_id = $2 and member_id = $3 and status = 'open'`,
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return row?.tasks ?? 0;
}

export async function closeTask(ctx: Ctx, { memberId, id, status }: SealedTask): Promise<void> {
  await ctx.query(
    `update member_tasks set status = $5, closed_by = $6, closed_at = $7
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [bucketOf(memberId), ctx.tenantId, memberId, id, status, ctx.actor, iso(ctx.now)],
  );
}

/** Of one member, the latest first. */
export async function listTasks(
  ctx: Ctx,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<SealedTask[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_tasks t
     where t.bucket = $1 and t.tenant_id = $2 and t.member_id = $3 and ($4::uuid is null or t.id < $4)
     order by t.id desc limit $5`,
    [bucketOf(memberId), ctx.tenantId, memberId, page.before, page.limit],
  );
  return rows.map(toTask);
}

/**
 * A tenant's open tasks by due day, with the keys that open them. Each bucket gives its first by its index and the
 * first of those are taken, so that the cost grows with the span and the page, not with the tasks.
 */
export async function listOpenTasks(
  ctx: Ctx,
  page: {
    readonly buckets: readonly number[];
    readonly assignee: string | null;
    readonly after: TaskPlace | null;
    readonly limit: number;
  },
): Promise<(SealedTask & { wrappedKey: Buffer | undefined })[]> {
  const rows = await ctx.query<Row & { wrapped_key: Buffer | null }>(
    `select ${columns}, k.wrapped_key from unnest($2::smallint[]) as place (bucket)
     cross join lateral (
       select * from member_tasks o
       where o.bucket = place.bucket and o.tenant_id = $1 and o.status = 'open'
         and ($3::text is null or o.assignee = $3)
         and ($4::date is null or (o.due_on, o.id) > ($4::date, $5::uuid))
       order by o.due_on, o.id limit $6
     ) as t
     left join member_keys k on k.bucket = t.bucket and k.tenant_id = $1 and k.member_id = t.member_id
     order by t.due_on, t.id limit $6`,
    [ctx.tenantId, page.buckets, page.assignee, page.after?.dueOn ?? null, page.after?.id ?? null, page.limit],
  );
  return rows.map((row) => ({ ...toTask(row), wrappedKey: row.wrapped_key ?? undefined }));
}

function toTask(row: Row): SealedTask {
  const { id, text, status, assignee } = row;
  return {
    id,
    memberId: row.member_id,
    text,
    status,
    dueOn: row.due_on,
    assignee,
    createdBy: row.created_by,
    createdAt: row.created_at,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
  };
}
