// The outbox as the relay reads it. Only rows in which somebody is interested are brought over whole.
import type { Database } from "../database/database.ts";
import type { OutboxEvent } from "../outbox.ts";

/** `events` null: nobody hears any of them. */
export type OutboxRow = Readonly<{ bucket: number; id: string; events: readonly OutboxEvent[] | null }>;

/** How many rows are read at a time. */
export const ROWS_MAX = 500;
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

const heard = "exists (select from unnest($2::text[]) as t (type) where strpos(events::text, t.type) > 0)";

/** A tenant's rows in the order of their ids. */
export async function readOutbox(db: Database, tenantId: string, types: readonly string[]): Promise<OutboxRow[]> {
  // Not prepared: the table is empty or full, and a plan must fit what it is now.
  const { rows } = await db.maintenance.query<OutboxRow>(
    `/* scatter: also rows that committed late or lie in a bucket of older days */
     select bucket, id, case when ${heard} then events end as events from outbox
     where tenant_id = $1 order by id limit $3`,
    [tenantId, markersOf(types), ROWS_MAX],
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
  types: readonly string[],
  latest: { buckets: readonly number[]; sinceMs: number },
): Promise<OutboxRow[]> {
  const { rows } = await db.maintenance.query<OutboxRow>(
    `select bucket, id, case when ${heard} then events end as events from outbox
     where bucket = any($3::smallint[]) and tenant_id = $1 and id > $4 order by id limit $5`,
    [tenantId, markersOf(types), latest.buckets, idSince(latest.sinceMs), ROWS_MAX],
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

/** How an event of the type reads in the stored text; see emit. */
function markersOf(types: readonly string[]): string[] {
  return types.map((type) => `"type":${JSON.stringify(type)}`);
}

/** The least UUIDv7 of a moment. */
function idSince(ms: number): string {
  const time = Math.max(0, Math.floor(ms)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}${FIRST_ID.slice(13)}`;
}
