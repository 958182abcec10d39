// All SQL on visitors.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type SealedVisitor = Readonly<{
  id: string;
  attributes: Buffer;
  firstSeenAt: number;
  lastSeenAt: number;
  memberId: string | null;
  linkedAt: number | null;
}>;

type Row = {
  id: string;
  attributes: Buffer;
  first_seen_at: number;
  last_seen_at: number;
  member_id: string | null;
  linked_at: number | null;
};

const columns = "id, attributes, first_seen_at, last_seen_at, member_id, linked_at";

export async function insertVisitor(ctx: Ctx, visitor: SealedVisitor): Promise<void> {
  await ctx.query(
    `insert into visitors (bucket, tenant_id, id, attributes, first_seen_at, last_seen_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      bucketOf(visitor.id),
      ctx.tenantId,
      visitor.id,
      visitor.attributes,
      iso(visitor.firstSeenAt),
      iso(visitor.lastSeenAt),
    ],
  );
}

export async function findVisitor(ctx: Ctx, id: string): Promise<SealedVisitor | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from visitors where bucket = $1 and tenant_id = $2 and id = $3`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(toVisitor)[0] ?? null;
}

/** One visitor, whom nobody else changes until this transaction ends. */
export async function lockVisitor(ctx: Ctx, id: string): Promise<SealedVisitor | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from visitors where bucket = $1 and tenant_id = $2 and id = $3 for no key update`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map(toVisitor)[0] ?? null;
}

export async function saveVisitor(ctx: Ctx, visitor: SealedVisitor): Promise<void> {
  await ctx.query(
    `update visitors set attributes = $4, last_seen_at = $5, member_id = $6, linked_at = $7
     where bucket = $1 and tenant_id = $2 and id = $3`,
    [
      bucketOf(visitor.id),
      ctx.tenantId,
      visitor.id,
      visitor.attributes,
      iso(visitor.lastSeenAt),
      visitor.memberId,
      isoOrNull(visitor.linkedAt),
    ],
  );
}

/** Returns how many there were. */
export async function deleteUnseen(db: Database, tenantId: string, beforeMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: a sweep of all visitors */ delete from visitors where tenant_id = $1 and last_seen_at < $2",
    [tenantId, new Date(beforeMs).toISOString()],
  );
  return rowCount ?? 0;
}

function toVisitor(row: Row): SealedVisitor {
  return {
    id: row.id,
    attributes: row.attributes,
    firstSeenAt: row.first_seen_at,
    lastSeenAt: row.last_seen_at,
    memberId: row.member_id,
    linkedAt: row.linked_at,
  };
}
