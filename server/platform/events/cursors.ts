// How far those have read the log who are called rather than call. Moved in the transaction of what was done with it.
import type { Ctx } from "../database/transaction.ts";
import { bucketOf } from "../ids.ts";

/** Begins, or begins again, at a position. */
export async function openCursor(ctx: Ctx, consumer: string, position: number): Promise<void> {
  await ctx.query(
    `insert into event_cursors (bucket, tenant_id, consumer, position) values ($2, $1, $3, $4)
     on conflict (bucket, tenant_id, consumer) do update set position = excluded.position`,
    [ctx.tenantId, bucketOf(ctx.tenantId), consumer, position],
  );
}

export async function closeCursor(ctx: Ctx, consumer: string): Promise<void> {
  await ctx.query("delete from event_cursors where bucket = $2 and tenant_id = $1 and consumer = $3", [
    ctx.tenantId,
    bucketOf(ctx.tenantId),
    consumer,
  ]);
}

/** The cursors of these consumers, locked: who comes second waits, and finds them moved. */
export async function lockCursors(ctx: Ctx, consumers: readonly string[]): Promise<Map<string, number>> {
  const rows = await ctx.query<{ consumer: string; position: number }>(
    `select consumer, position from event_cursors
     where bucket = $2 and tenant_id = $1 and consumer = any($3::text[]) order by consumer for update`,
    [ctx.tenantId, bucketOf(ctx.tenantId), consumers],
  );
  return new Map(rows.map(({ consumer, position }) => [consumer, position]));
}

export async function moveCursors(ctx: Ctx, consumers: readonly string[], position: number): Promise<void> {
  await ctx.query(
    `update event_cursors set position = $4
     where bucket = $2 and tenant_id = $1 and consumer = any($3::text[]) and position < $4`,
    [ctx.tenantId, bucketOf(ctx.tenantId), consumers, position],
  );
}
