// All SQL on broadcasts, and on the deliveries of one as a whole.
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { BroadcastStatus } from "@fedele/sdk/schemas/broadcast.ts";
import type { DeliveryStatus } from "@fedele/sdk/schemas/message.ts";
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";

export type BroadcastRow = Readonly<{
  id: string;
  name: string;
  variants: readonly Readonly<{ templateId: string; weight: number }>[];
  audience: ConditionGroup;
  holdout: number;
  perMinute: number | null;
  inOwnZone: boolean;
  status: BroadcastStatus;
  scheduledAt: number | null;
  /** How far the walk through the members has come; bucket null: not begun. */
  placeBucket: number | null;
  placeMember: string | null;
  planned: number;
  spreadAt: number | null;
  advancedAt: number | null;
  startedAt: number | null;
  finishedAt: number | null;
  createdAt: number;
  changedAt: number;
}>;

type Row = {
  id: string;
  name: string;
  variants: BroadcastRow["variants"];
  audience: ConditionGroup;
  holdout: number;
  per_minute: number | null;
  in_own_zone: boolean;
  status: BroadcastStatus;
  scheduled_at: number | null;
  place_bucket: number | null;
  place_member: string | null;
  planned: number;
  spread_at: number | null;
  advanced_at: number | null;
  started_at: number | null;
  finished_at: number | null;
  created_at: number;
  changed_at: number;
};

const columns = `id, name, variants, audience, holdout, per_minute, in_own_zone, status, scheduled_at, place_bucket,
  place_member, planned, spread_at, advanced_at, started_at, finished_at, created_at, changed_at`;

export async function insertBroadcast(ctx: Ctx, broadcast: BroadcastRow): Promise<void> {
  const { id, name, variants, audience, holdout, perMinute, inOwnZone } = broadcast;
  await ctx.query(
    `insert into broadcasts (tenant_id, id, name, variants, audience, holdout, per_minute, in_own_zone, status,
       created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', $9, $9)`,
    [
      ctx.tenantId,
      id,
      name,
      JSON.stringify(variants),
      JSON.stringify(audience),
      holdout,
      perMinute,
      inOwnZone,
      iso(ctx.now),
    ],
  );
}

export async function countBroadcasts(ctx: Ctx): Promise<number> {
  const [row] = await ctx.query<{ broadcasts: number }>(
    "select count(*) as broadcasts from broadcasts where tenant_id = $1",
    [ctx.tenantId],
  );
  return row?.broadcasts ?? 0;
}

export async function findBroadcasts(ctx: Ctx, ids: readonly string[]): Promise<BroadcastRow[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.query<Row>(`select ${columns} from broadcasts where tenant_id = $1 and id = any($2::uuid[])`, [
    ctx.tenantId,
    ids,
  ]);
  return rows.map(toBroadcast);
}

/** Locked: the walk, a pause and an edit of the same broadcast wait for each other. */
export async function lockBroadcast(ctx: Ctx, id: string): Promise<BroadcastRow | undefined> {
  const rows = await ctx.query<Row>(`select ${columns} from broadcasts where tenant_id = $1 and id = $2 for update`, [
    ctx.tenantId,
    id,
  ]);
  return rows.map(toBroadcast)[0];
}

/** The latest first. */
export async function listBroadcasts(
  ctx: Ctx,
  page: { before: string | null; limit: number },
): Promise<BroadcastRow[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from broadcasts
     where tenant_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
  return rows.map(toBroadcast);
}

export async function saveBroadcast(ctx: Ctx, row: BroadcastRow): Promise<void> {
  await ctx.query(
    `update broadcasts set name = $3, audience = $4, per_minute = $5, status = $6, scheduled_at = $7,
       place_bucket = $8, place_member = $9, planned = $10, spread_at = $11, advanced_at = $12, started_at = $13,
       finished_at = $14, changed_at = $15
     where tenant_id = $1 and id = $2`,
    [
      ctx.tenantId,
      row.id,
      row.name,
      JSON.stringify(row.audience),
      row.perMinute,
      row.status,
      isoOrNull(row.scheduledAt),
      row.placeBucket,
      row.placeMember,
      row.planned,
      isoOrNull(row.spreadAt),
      isoOrNull(row.advancedAt),
      isoOrNull(row.startedAt),
      isoOrNull(row.finishedAt),
      iso(ctx.now),
    ],
  );
}

/** Those that have something to do, of every tenant. */
export async function findBusyBroadcasts(db: Database): Promise<{ tenantId: string; id: string }[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string; id: string }>(
    `select tenant_id, id from broadcasts where status in ('scheduled', 'running') order by tenant_id, id`,
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, id: row.id }));
}

export type Tally = Readonly<{
  variant: string | null;
  status: DeliveryStatus;
  reason: string | null;
  messages: number;
}>;

/** What became of a broadcast's messages, by the unique key that begins with their cause. */
export async function tallyDeliveries(
  ctx: Ctx,
  { id, buckets }: { readonly id: string; readonly buckets: readonly number[] },
): Promise<Tally[]> {
  return ctx.query<Tally>(
    `select variant, status, case when status = 'skipped' then reason end as reason, count(*) as messages
     from deliveries
     where bucket = any($2::smallint[]) and tenant_id = $1 and cause_kind = 'broadcast' and cause_id = $3
     group by 1, 2, 3`,
    [ctx.tenantId, buckets, id],
  );
}

/** Whether a message of it waits still. */
export async function hasQueued(
  ctx: Ctx,
  { id, buckets }: { readonly id: string; readonly buckets: readonly number[] },
): Promise<boolean> {
  const rows = await ctx.query(
    `select from deliveries
     where bucket = any($2::smallint[]) and tenant_id = $1 and cause_kind = 'broadcast' and cause_id = $3
       and status = 'queued' limit 1`,
    [ctx.tenantId, buckets, id],
  );
  return rows.length > 0;
}

/** What was put aside is due again, `perMinute` of them a minute. */
export async function unpark(
  ctx: Ctx,
  { id, buckets, perMinute }: { readonly id: string; readonly buckets: readonly number[]; perMinute: number | null },
): Promise<void> {
  await ctx.query(
    `update deliveries d set due_at = $4::timestamptz
       + case when $5::int is null then interval '0' else parked.place / $5::int * interval '1 minute' end,
       reason = null, changed_at = $4
     from (
       select bucket, tenant_id, member_id, id, row_number() over (order by bucket, id) - 1 as place from deliveries
       where bucket = any($2::smallint[]) and tenant_id = $1 and cause_kind = 'broadcast' and cause_id = $3
         and status = 'queued' and due_at is null
     ) parked
     where d.bucket = parked.bucket and d.tenant_id = parked.tenant_id and d.member_id = parked.member_id
       and d.id = parked.id`,
    [ctx.tenantId, buckets, id, iso(ctx.now), perMinute],
  );
}

/** What was put aside is skipped: its broadcast was given up. */
export async function skipParked(
  ctx: Ctx,
  { id, buckets }: { readonly id: string; readonly buckets: readonly number[] },
): Promise<void> {
  await ctx.query(
    `update deliveries set status = 'skipped', reason = 'cancelled', changed_at = $4
     where bucket = any($2::smallint[]) and tenant_id = $1 and cause_kind = 'broadcast' and cause_id = $3
       and status = 'queued' and due_at is null`,
    [ctx.tenantId, buckets, id, iso(ctx.now)],
  );
}

function toBroadcast(row: Row): BroadcastRow {
  return {
    id: row.id,
    name: row.name,
    variants: row.variants,
    audience: row.audience,
    holdout: row.holdout,
    perMinute: row.per_minute,
    inOwnZone: row.in_own_zone,
    status: row.status,
    scheduledAt: row.scheduled_at,
    placeBucket: row.place_bucket,
    placeMember: row.place_member,
    planned: row.planned,
    spreadAt: row.spread_at,
    advancedAt: row.advanced_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    createdAt: row.created_at,
    changedAt: row.changed_at,
  };
}
