// The outbox as the relay reads it. Events come over as the text that was written: only what somebody hears is parsed.
import type { Database } from "../database/database.ts";
import type { OutboxEvent } from "../outbox.ts";

/** `events`: a JSON array. */
export type OutboxRow = Readonly<{ bucket: number; id: string; events: string }>;

/** How many rows are read at a time. */
export const ROWS_MAX = 200;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Tenants who have something to be told or to be tried again. */
export async function findBusyTenants(db: Database, nowMs: number): Promise<string[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string }>(
    `/* scatter: the relay looks for whom there is work; both tables are all but empty */
     select tenant_id from outbox
     union
     select tenant_id from processed_events where event is not null and not dead and due_at <= $1`,
    [new Date(nowMs).toISOString()],
  );
  return rows.map((row) => row.tenant_id);
}

/** A tenant's rows in the order of their ids. */
export async function readOutbox(db: Database, tenantId: string): Promise<OutboxRow[]> {
  // Not prepared: the table is empty or full, and a plan must fit what it is now.
  const { rows } = await db.maintenance.query<OutboxRow>(
    `/* scatter: also rows that committed late or lie in a bucket of older days */
     select bucket, id, events::text as events from outbox where tenant_id = $1 order by id limit $2`,
    [tenantId, ROWS_MAX],
  );
  return rows;
}

/**
 * The same for rows that were made since `sinceMs`: what was deleted before that is not walked over, which would cost
 * more than all the rest until the next vacuum.
 */
export async function readLatestOutbox(
  db: Database,
  tenantId: string,
  latest: { buckets: readonly number[]; sinceMs: number },
): Promise<OutboxRow[]> {
  const { rows } = await db.maintenance.query<OutboxRow>(
    `select bucket, id, events::text as events from outbox
     where bucket = any($2::smallint[]) and tenant_id = $1 and id > $3 order by id limit $4`,
    [tenantId, latest.buckets, idSince(latest.sinceMs), ROWS_MAX],
  );
  return rows;
}

export async function deleteRows(db: Database, tenantId: string, rows: readonly OutboxRow[]): Promise<void> {
  await db.maintenance.query(
    `delete from outbox o using unnest($2::smallint[], $3::uuid[]) as gone (bucket, id)
     where o.bucket = gone.bucket and o.tenant_id = $1 and o.id = gone.id`,
    [tenantId, rows.map((row) => row.bucket), rows.map((row) => row.id)],
  );
}

/** The events of rows in which one of the types occurs; what nobody hears is not parsed. */
export function eventsOf(rows: readonly OutboxRow[], types: readonly string[]): OutboxEvent[] {
  // How an event of the type reads in the stored text; see emit.
  const markers = types.map((type) => `"type":${JSON.stringify(type)}`);
  return rows
    .filter(({ events }) => markers.some((marker) => events.includes(marker)))
    .flatMap(({ events }): OutboxEvent[] => JSON.parse(events));
}

/** The least UUIDv7 of a moment. */
function idSince(ms: number): string {
  const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}${FIRST_ID.slice(13)}`;
}
