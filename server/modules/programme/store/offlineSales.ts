// All SQL on offline_sales.
import type { offlineFlags, offlineStates, quarantineReasons } from "@fedele/sdk/schemas/offlineSale.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type OfflineState = (typeof offlineStates)[number];
export type QuarantineReason = (typeof quarantineReasons)[number];
export type OfflineFlag = (typeof offlineFlags)[number];

/** The device's own name for a sale. */
export type SaleKey = Readonly<{ tillKeyId: string; counter: number }>;

export type OfflineRow = SaleKey &
  Readonly<{
    id: string;
    state: OfflineState;
    reason: QuarantineReason | null;
    flag: OfflineFlag | null;
    contentHash: Buffer;
    source: string;
    document: string;
    deviceAt: number;
    happenedAt: number;
    memberId: string | null;
    activityId: string | null;
    spend: Readonly<{ pointsType: string; points: number }> | null;
    taken: number;
    owed: number;
    body: Buffer | null;
    receivedAt: number;
    decidedAt: number | null;
    decidedBy: string | null;
  }>;

type Row = {
  till_key_id: string;
  counter: number;
  id: string;
  state: OfflineState;
  reason: QuarantineReason | null;
  flag: OfflineFlag | null;
  content_hash: Buffer;
  source: string;
  document: string;
  device_at: number;
  happened_at: number;
  member_id: string | null;
  activity_id: string | null;
  spend_type: string | null;
  spend_points: number | null;
  taken: number;
  owed: number;
  body: Buffer | null;
  received_at: number;
  decided_at: number | null;
  decided_by: string | null;
};

const COLUMNS = `till_key_id, counter, id, state, reason, flag, content_hash, source, document, device_at, happened_at,
  member_id, activity_id, spend_type, spend_points, taken, owed, body, received_at, decided_at, decided_by`;

/** False where the device's counter was used before: the row is the lock, and whoever comes second waits for it. */
export async function insertOfflineSale(ctx: Ctx, row: OfflineRow): Promise<boolean> {
  const rows = await ctx.query(
    `insert into offline_sales (bucket, tenant_id, ${COLUMNS})
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
     on conflict do nothing returning id`,
    [
      bucketOf(row.tillKeyId),
      ctx.tenantId,
      row.tillKeyId,
      row.counter,
      row.id,
      row.state,
      row.reason,
      row.flag,
      row.contentHash,
      row.source,
      row.document,
      iso(row.deviceAt),
      iso(row.happenedAt),
      row.memberId,
      row.activityId,
      row.spend?.pointsType ?? null,
      row.spend?.points ?? null,
      row.taken,
      row.owed,
      row.body,
      iso(row.receivedAt),
      isoOrNull(row.decidedAt),
      row.decidedBy,
    ],
  );
  return rows.length === 1;
}

/** What may change of a sale: how it stands, what came of it, and who decided. */
export async function saveOfflineSale(ctx: Ctx, row: OfflineRow): Promise<void> {
  await ctx.query(
    `update offline_sales set state = $5, flag = $6, member_id = $7, activity_id = $8, taken = $9, owed = $10,
       body = $11, decided_at = $12, decided_by = $13
     where bucket = $1 and tenant_id = $2 and till_key_id = $3 and counter = $4`,
    [
      bucketOf(row.tillKeyId),
      ctx.tenantId,
      row.tillKeyId,
      row.counter,
      row.state,
      row.flag,
      row.memberId,
      row.activityId,
      row.taken,
      row.owed,
      row.body,
      isoOrNull(row.decidedAt),
      row.decidedBy,
    ],
  );
}

export async function findOfflineSales(
  ctx: Ctx,
  tillKeyId: string,
  counters: readonly number[],
): Promise<OfflineRow[]> {
  const rows = await ctx.query<Row>(
    `select ${COLUMNS} from offline_sales
     where bucket = $1 and tenant_id = $2 and till_key_id = $3 and counter = any($4::integer[])`,
    [bucketOf(tillKeyId), ctx.tenantId, tillKeyId, counters],
  );
  return rows.map(toOfflineRow);
}

/** The sale with the highest counter of a device. */
export async function findLastOfflineSale(ctx: Ctx, tillKeyId: string): Promise<OfflineRow | null> {
  const rows = await ctx.query<Row>(
    `select ${COLUMNS} from offline_sales where bucket = $1 and tenant_id = $2 and till_key_id = $3
     order by counter desc limit 1`,
    [bucketOf(tillKeyId), ctx.tenantId, tillKeyId],
  );
  return rows.map(toOfflineRow)[0] ?? null;
}

/** By its id, whose bucket is that of its till; nobody else decides about it until this transaction ends. */
export async function lockOfflineSale(ctx: Ctx, id: string): Promise<OfflineRow | null> {
  const rows = await ctx.query<Row>(
    `select ${COLUMNS} from offline_sales where bucket = $1 and tenant_id = $2 and id = $3 for update`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(toOfflineRow)[0] ?? null;
}

export async function findOfflineSale(ctx: Ctx, id: string): Promise<OfflineRow | null> {
  const rows = await ctx.query<Row>(
    `select ${COLUMNS} from offline_sales where bucket = $1 and tenant_id = $2 and id = $3`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(toOfflineRow)[0] ?? null;
}

/** Those that somebody should look at, or has; the latest first. */
export async function listReviewed(
  ctx: Ctx,
  page: { before: string | null; limit: number; waiting: boolean },
): Promise<OfflineRow[]> {
  const rows = await ctx.query<Row>(
    `/* scatter: the few sales of all tills that somebody should look at */ select ${COLUMNS} from offline_sales
     where tenant_id = $1 and (reason is not null or flag is not null) and ($2::uuid is null or id < $2)
       and (not $3 or state = 'quarantined' or (flag is not null and decided_at is null))
     order by id desc limit $4`,
    [ctx.tenantId, page.before, page.waiting, page.limit],
  );
  return rows.map(toOfflineRow);
}

/** What a member used offline since then, at all tills. */
export async function sumOfflineSpends(ctx: Ctx, memberId: string, sinceMs: number): Promise<number> {
  const [row] = await ctx.query<{ points: number }>(
    `/* scatter: what one member used at any till while it had no network */
     select coalesce(sum(spend_points), 0)::bigint as points from offline_sales
     where tenant_id = $1 and member_id = $2 and spend_points is not null and happened_at > $3
       and state in ('recorded', 'accepted')`,
    [ctx.tenantId, memberId, iso(sinceMs)],
  );
  return row?.points ?? 0;
}

function toOfflineRow(row: Row): OfflineRow {
  const { spend_type: pointsType, spend_points: points } = row;
  return {
    tillKeyId: row.till_key_id,
    counter: row.counter,
    id: row.id,
    state: row.state,
    reason: row.reason,
    flag: row.flag,
    contentHash: row.content_hash,
    source: row.source,
    document: row.document,
    deviceAt: row.device_at,
    happenedAt: row.happened_at,
    memberId: row.member_id,
    activityId: row.activity_id,
    spend: pointsType === null || points === null ? null : { pointsType, points },
    taken: row.taken,
    owed: row.owed,
    body: row.body,
    receivedAt: row.received_at,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  };
}
