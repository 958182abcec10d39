// Facts on their way: written in the transaction that made them, delivered at least once by relay.ts.
import type { Ctx } from "./database/transaction.ts";
import { newId } from "./ids.ts";

/** Something our software says happened, in the past tense, about one member. Carries ids and numbers, never a name. */
export type OutboxEvent = Readonly<{
  id: string;
  type: string;
  bucket: number;
  memberId: string;
  /** Epoch milliseconds of the tenant's time. */
  at: number;
  data: Readonly<Record<string, unknown>>;
}>;

/** One row per bucket, whatever the number of events. */
export async function emit(ctx: Ctx, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  ctx.told();
  const perBucket = new Map<number, OutboxEvent[]>();
  for (const event of events) {
    const others = perBucket.get(event.bucket);
    if (others === undefined) perBucket.set(event.bucket, [event]);
    else others.push(event);
  }
  const buckets = [...perBucket.keys()].sort((a, b) => a - b);
  await ctx.query(
    `insert into outbox (bucket, tenant_id, id, events, created_at)
     select new.bucket, $1::uuid, new.id, new.events, $5::timestamptz
     from unnest($2::smallint[], $3::uuid[], string_to_array($4, E'\\x1e')::json[]) as new (bucket, id, events)`,
    [
      ctx.tenantId,
      buckets,
      buckets.map((bucket) => newId(ctx.now, bucket)),
      // One text, apart by a character that JSON escapes: in an array every quote of it would be escaped again.
      buckets.map((bucket) => JSON.stringify(perBucket.get(bucket))).join("\x1e"),
      new Date(ctx.now).toISOString(),
    ],
  );
}

export type Untold = Readonly<{ rows: number; oldestAt: number | null }>;

/** What the relay has not read yet. */
export async function countUntold(ctx: Ctx): Promise<Untold> {
  const [row] = await ctx.query<{ rows: number; oldest_at: number | null }>(
    `/* scatter: the table is all but empty */
     select count(*) as rows, min(created_at) as oldest_at from outbox where tenant_id = $1`,
    [ctx.tenantId],
  );
  return { rows: row?.rows ?? 0, oldestAt: row?.oldest_at ?? null };
}
