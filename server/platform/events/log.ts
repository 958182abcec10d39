// The order in which a tenant's events leave. Ids do not commit in order, so the relay gives each event its position as
// it reads the outbox: 1, 2, 3 and so on without a gap, once, whoever dies between. A row of the outbox is kept as it
// was written, whole: a row for each event would cost more than all the rest of the relay.
import type { Database } from "../database/database.ts";
import type { Ctx } from "../database/transaction.ts";
import { bucketOf } from "../ids.ts";
import type { OutboxEvent } from "../outbox.ts";

/** How long events can be read again. Nothing stays in the outbox as long. */
export const EVENTS_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
/** Rows of the log that are read at a time where nothing else is said; each holds up to 512 events of a batch. */
const ROWS_MAX = 25;

export type Positioned = Readonly<{ position: number; event: OutboxEvent }>;

/** `position`: of the latest event, 0 before the first. `sweptPosition`: up to here nothing is kept any more. */
export type Head = Readonly<{ position: number; sweptPosition: number }>;

/**
 * Appends rows of the outbox that are not there yet, and says how many were new. The head's lock is the queue, and what
 * the log holds already is looked up behind it: a row that was read twice gets its positions once.
 */
export async function logRows(
  ctx: Ctx,
  rows: readonly Readonly<{ id: string; events: string }>[],
  nowMs: number,
): Promise<number> {
  const bucket = bucketOf(ctx.tenantId);
  const lock = () =>
    ctx.query<{ position: number }>(
      "select position from event_heads where bucket = $2 and tenant_id = $1 for update",
      [ctx.tenantId, bucket],
    );
  const [[head], logged] = await Promise.all([
    lock(),
    ctx.query<{ outbox_id: string }>(
      "select outbox_id from event_log where bucket = $2 and tenant_id = $1 and outbox_id = any($3::uuid[])",
      [ctx.tenantId, bucket, rows.map(({ id }) => id)],
    ),
  ]);
  const known = new Set(logged.map((row) => row.outbox_id));
  const news = rows.filter(({ id }) => !known.has(id));
  if (news.length === 0) return 0;
  if (head === undefined) {
    await ctx.query("insert into event_heads (bucket, tenant_id, position) values ($2, $1, 0) on conflict do nothing", [
      ctx.tenantId,
      bucket,
    ]);
  }
  const from = head?.position ?? (await lock())[0]?.position ?? 0;
  ctx.later(
    ctx.query(
      `insert into event_log (bucket, tenant_id, last_position, event_count, outbox_id, events, logged_at)
       select $2, $1, $3 + sum(n.count) over (order by n.place), n.count, n.id, n.events, $6
       from (select id, events, place, json_array_length(events) as count
         from unnest($4::uuid[], string_to_array($5, E'\\x1e')::json[]) with ordinality as r (id, events, place)) as n`,
      [
        ctx.tenantId,
        bucket,
        from,
        news.map(({ id }) => id),
        news.map(({ events }) => events).join("\x1e"),
        new Date(nowMs).toISOString(),
      ],
    ),
  );
  ctx.later(
    ctx.query(
      `update event_heads set position = (
         select max(last_position) from event_log where bucket = $2 and tenant_id = $1)
       where bucket = $2 and tenant_id = $1`,
      [ctx.tenantId, bucket],
    ),
  );
  return news.length;
}

export async function findHead(ctx: Ctx): Promise<Head> {
  const [head] = await ctx.query<{ position: number; swept_position: number }>(
    "select position, swept_position from event_heads where bucket = $2 and tenant_id = $1",
    [ctx.tenantId, bucketOf(ctx.tenantId)],
  );
  return { position: head?.position ?? 0, sweptPosition: head?.swept_position ?? 0 };
}

type Row = { last_position: number; event_count: number; events: OutboxEvent[] };

/** Whole rows of the log behind a position: few enough to hold in memory, none at the end of the log. */
export async function readLog(ctx: Ctx, after: number, rowsMax = ROWS_MAX): Promise<Positioned[]> {
  const rows = await ctx.query<Row>(
    `select last_position, event_count, events from event_log
     where bucket = $2 and tenant_id = $1 and last_position > $3 order by last_position limit $4`,
    [ctx.tenantId, bucketOf(ctx.tenantId), after, rowsMax],
  );
  return rows.flatMap(({ last_position, event_count, events }) => {
    const first = last_position - event_count + 1;
    return events.map((event, at) => ({ position: first + at, event })).filter(({ position }) => position > after);
  });
}

/** Ends the memory of old events; whoever asks for them afterwards is told. Returns how many rows are gone. */
export async function sweepLog(db: Database, nowMs: number): Promise<number> {
  const before = new Date(nowMs - EVENTS_KEPT_DAYS * DAY_MS).toISOString();
  // First the mark, then the rows: nobody finds a gap that no mark explains.
  await db.maintenance.query(
    `/* scatter: a daily sweep */ update event_heads h set swept_position = old.last_position
     from (select bucket, tenant_id, max(last_position) as last_position from event_log where logged_at < $1
       group by bucket, tenant_id) as old
     where h.bucket = old.bucket and h.tenant_id = old.tenant_id and h.swept_position < old.last_position`,
    [before],
  );
  const { rowCount } = await db.maintenance.query(
    `/* scatter: a daily sweep */ delete from event_log l using event_heads h
     where h.bucket = l.bucket and h.tenant_id = l.tenant_id and l.last_position <= h.swept_position`,
  );
  return rowCount ?? 0;
}
