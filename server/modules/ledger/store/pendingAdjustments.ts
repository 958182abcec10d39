// Adjustments that wait for a second person. A member's rows lie with the member.

import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import type { ResourceKey } from "./resources.ts";
import { iso, type MemberKey } from "./wallets.ts";

export type PendingStatus = "waiting" | "approved" | "refused" | "expired";

/** `reason` and `refusal` are sealed under the member's key. */
export type PendingRow = ResourceKey &
  Readonly<{
    pointsType: number;
    points: number;
    reversesId: string | null;
    reason: Buffer;
    status: PendingStatus;
    askedBy: string;
    decidedBy: string | null;
    refusal: Buffer | null;
    adjustmentId: string | null;
    expiresAt: number;
    createdAt: number;
    decidedAt: number | null;
  }>;

type Columns = {
  bucket: number;
  member_id: string;
  id: string;
  points_type: number;
  points: number;
  reverses_id: string | null;
  reason: Buffer;
  status: PendingStatus;
  asked_by: string;
  decided_by: string | null;
  refusal: Buffer | null;
  adjustment_id: string | null;
  expires_at: number;
  created_at: number;
  decided_at: number | null;
};

const columns = `bucket, member_id, id, points_type, points, reverses_id, reason, status, asked_by, decided_by, refusal,
  adjustment_id, expires_at, created_at, decided_at`;

function toRow(row: Columns): PendingRow {
  const { bucket, id, points, reason, status, refusal } = row;
  return {
    bucket,
    memberId: row.member_id,
    id,
    pointsType: row.points_type,
    points,
    reversesId: row.reverses_id,
    reason,
    status,
    askedBy: row.asked_by,
    decidedBy: row.decided_by,
    refusal,
    adjustmentId: row.adjustment_id,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    decidedAt: row.decided_at,
  };
}

export async function insertPending(ctx: Ctx, row: PendingRow): Promise<void> {
  await ctx.query(
    `insert into pending_adjustments (bucket, tenant_id, member_id, id, points_type, points, reverses_id, reason,
       status, asked_by, expires_at, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', $9, $10, $11)`,
    [
      row.bucket,
      ctx.tenantId,
      row.memberId,
      row.id,
      row.pointsType,
      row.points,
      row.reversesId,
      row.reason,
      row.askedBy,
      iso(row.expiresAt),
      iso(row.createdAt),
    ],
  );
}

export async function findPending(ctx: Ctx, { bucket, memberId, id }: ResourceKey): Promise<PendingRow | undefined> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from pending_adjustments where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4`,
    [bucket, ctx.tenantId, memberId, id],
  );
  return rows.map(toRow)[0];
}

/** The same, and nobody else decides it until this transaction ends. */
export async function lockPending(ctx: Ctx, { bucket, memberId, id }: ResourceKey): Promise<PendingRow | undefined> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from pending_adjustments
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4 for update`,
    [bucket, ctx.tenantId, memberId, id],
  );
  return rows.map(toRow)[0];
}

/** A page of the tenant's, the latest first. `waitingAt`: only those that can still be decided then. */
export async function listPending(
  ctx: Ctx,
  page: { before: string | null; limit: number; buckets: readonly number[]; waitingAt: number | null },
): Promise<PendingRow[]> {
  const rows = await ctx.query<Columns>(
    `select ${columns} from pending_adjustments
     where bucket = any($1::smallint[]) and tenant_id = $2 and ($3::uuid is null or id < $3)
       and ($4::timestamptz is null or (status = 'waiting' and expires_at > $4))
     order by id desc limit $5`,
    [page.buckets, ctx.tenantId, page.before, page.waitingAt === null ? null : iso(page.waitingAt), page.limit],
  );
  return rows.map(toRow);
}

export async function closePending(ctx: Ctx, row: PendingRow): Promise<void> {
  await ctx.query(
    `update pending_adjustments set status = $5, decided_by = $6, refusal = $7, adjustment_id = $8, decided_at = $9
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = $4 and status = 'waiting'`,
    [
      row.bucket,
      ctx.tenantId,
      row.memberId,
      row.id,
      row.status,
      row.decidedBy,
      row.refusal,
      row.adjustmentId,
      iso(ctx.now),
    ],
  );
}

/** What one actor gave and took a member since, in points of one type, by their own word alone. */
export async function sumOwnAdjustments(
  ctx: Ctx,
  { bucket, memberId }: MemberKey,
  by: { pointsType: number; sinceMs: number },
): Promise<number> {
  const [row] = await ctx.query<{ points: number }>(
    `select coalesce(sum(abs(a.points)), 0)::bigint as points from adjustments a
     where a.bucket = $1 and a.tenant_id = $2 and a.member_id = $3 and a.points_type = $4 and a.actor = $5
       and a.created_at > $6 and not exists (
         select from pending_adjustments p where p.bucket = a.bucket and p.tenant_id = a.tenant_id
           and p.member_id = a.member_id and p.adjustment_id = a.id)`,
    [bucket, ctx.tenantId, memberId, by.pointsType, ctx.actor, iso(by.sinceMs)],
  );
  return row?.points ?? 0;
}

/** Those of a tenant that nobody decided in time, in places where they can be locked. */
export async function findOverdue(
  db: Database,
  { tenantId, nowMs, limit }: { tenantId: string; nowMs: number; limit: number },
): Promise<ResourceKey[]> {
  const { rows } = await db.maintenance.query<Columns>(
    `/* scatter: a sweep of the few that wait for a second person */ select bucket, member_id, id
     from pending_adjustments where tenant_id = $1 and status = 'waiting' and expires_at <= $2 limit $3`,
    [tenantId, iso(nowMs), limit],
  );
  return rows.map(({ bucket, member_id, id }) => ({ bucket, memberId: member_id, id }));
}
