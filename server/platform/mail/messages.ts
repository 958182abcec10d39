// All SQL on mail_messages: letters on their way, and those that wait in the outbox because no mail server is set.
// A tenant's letters stand in its own bucket; their times are the wall clock's.
import type { Database } from "../database/database.ts";
import type { Ctx } from "../database/transaction.ts";
import type { PageStart } from "../http/pages.ts";
import { bucketOf } from "../ids.ts";

export type MailStatus = "queued" | "sent" | "failed" | "kept";

export type StoredMessage = {
  readonly id: string;
  readonly kind: string;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly failure: string | undefined;
  /** Undefined once it was emptied. */
  readonly sealed: Buffer | undefined;
  readonly createdAt: number;
  readonly endedAt: number | undefined;
};

/** One that somebody is sending now. */
export type Claimed = StoredMessage & { readonly tenantId: string };

type MessageRow = {
  tenant_id: string;
  id: string;
  kind: string;
  status: MailStatus;
  attempts: number;
  failure: string | null;
  sealed: Buffer | null;
  created_at: number;
  ended_at: number | null;
};

const COLUMNS = "tenant_id, id, kind, status, attempts, failure, sealed, created_at, ended_at";

export async function insertMessage(
  ctx: Ctx,
  message: { id: string; kind: string; sealed: Buffer; status: "queued" | "kept"; nowMs: number },
): Promise<void> {
  const now = new Date(message.nowMs).toISOString();
  await ctx.query(
    `insert into mail_messages (bucket, tenant_id, id, kind, sealed, status, due_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      bucketOf(ctx.tenantId),
      ctx.tenantId,
      message.id,
      message.kind,
      message.sealed,
      message.status,
      message.status === "queued" ? now : null,
      now,
    ],
  );
}

export async function listMessages(ctx: Ctx, page: PageStart<string>): Promise<StoredMessage[]> {
  const rows = await ctx.query<MessageRow>(
    `select ${COLUMNS} from mail_messages
     where bucket = $1 and tenant_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4`,
    [bucketOf(ctx.tenantId), ctx.tenantId, page.after ?? null, page.fetch],
  );
  return rows.map(toMessage);
}

export async function findMessage(ctx: Ctx, id: string): Promise<StoredMessage | undefined> {
  const rows = await ctx.query<MessageRow>(
    `select ${COLUMNS} from mail_messages where bucket = $1 and tenant_id = $2 and id = $3`,
    [bucketOf(ctx.tenantId), ctx.tenantId, id],
  );
  return rows.map(toMessage)[0];
}

export type LetterCounts = Readonly<{ queued: number; failed: number; kept: number }>;

/** Letters of the last days that are on their way, that no server took, and that went to nobody. */
export async function countMessages(ctx: Ctx): Promise<LetterCounts> {
  const [row] = await ctx.query<LetterCounts>(
    `select count(*) filter (where status = 'queued') as queued, count(*) filter (where status = 'failed') as failed,
       count(*) filter (where status = 'kept') as kept
     from mail_messages where bucket = $1 and tenant_id = $2`,
    [bucketOf(ctx.tenantId), ctx.tenantId],
  );
  return row ?? { queued: 0, failed: 0, kept: 0 };
}

/** Takes letters that are due, each for one sender: until the lease is over nobody else takes them. */
export async function claimDue(
  db: Database,
  asked: { nowMs: number; leaseUntilMs: number; limit: number },
): Promise<Claimed[]> {
  const { rows } = await db.maintenance.query<MessageRow>(
    `/* scatter: due letters of every tenant */
     update mail_messages m set due_at = $2, attempts = m.attempts + 1
     from (
       select bucket, tenant_id, id from mail_messages
       where due_at <= $1 order by due_at limit $3 for update skip locked
     ) due
     where m.bucket = due.bucket and m.tenant_id = due.tenant_id and m.id = due.id
     returning m.tenant_id, m.id, m.kind, m.status, m.attempts, m.failure, m.sealed, m.created_at, m.ended_at`,
    [new Date(asked.nowMs).toISOString(), new Date(asked.leaseUntilMs).toISOString(), asked.limit],
  );
  return rows.map((row) => ({ ...toMessage(row), tenantId: row.tenant_id }));
}

/** What came of a try. `dueAt`: when the next one is. */
export async function saveTry(
  db: Database,
  { tenantId, id }: Claimed,
  result: { status: MailStatus; failure: string | undefined; dueAt: number | undefined; endedAt: number | undefined },
): Promise<void> {
  await db.maintenance.query(
    `update mail_messages set status = $4, failure = $5, due_at = $6, ended_at = $7
     where bucket = $1 and tenant_id = $2 and id = $3`,
    [
      bucketOf(tenantId),
      tenantId,
      id,
      result.status,
      result.failure ?? null,
      result.dueAt === undefined ? null : new Date(result.dueAt).toISOString(),
      result.endedAt === undefined ? null : new Date(result.endedAt).toISOString(),
    ],
  );
}

/** Empties what was written before, and forgets altogether what is older still; returns how many it touched. */
export async function sweepMessages(db: Database, before: { emptyMs: number; forgetMs: number }): Promise<number> {
  const emptied = await db.maintenance.query(
    `/* scatter: old letters of every tenant */
     update mail_messages set sealed = null where sealed is not null and due_at is null and created_at < $1`,
    [new Date(before.emptyMs).toISOString()],
  );
  const forgotten = await db.maintenance.query(
    "/* scatter: old letters of every tenant */ delete from mail_messages where due_at is null and created_at < $1",
    [new Date(before.forgetMs).toISOString()],
  );
  return (emptied.rowCount ?? 0) + (forgotten.rowCount ?? 0);
}

function toMessage(row: MessageRow): StoredMessage {
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    attempts: row.attempts,
    failure: row.failure ?? undefined,
    sealed: row.sealed ?? undefined,
    createdAt: row.created_at,
    endedAt: row.ended_at ?? undefined,
  };
}
