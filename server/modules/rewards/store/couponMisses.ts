// How often codes were tried that cannot be used. A row is one subject's count within an hour of its first miss.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

/** Who is counted, and where that count lies. */
export type Subject = Readonly<{ bucket: number; subject: string }>;
export type Misses = Readonly<{ subject: string; since: number; misses: number }>;

/** The counts of these subjects that began within `withinMs` of now; of before or after, as clocks differ a little. */
export async function findMisses(ctx: Ctx, subjects: readonly Subject[], withinMs: number): Promise<Misses[]> {
  return ctx.query<Misses>(
    `select m.subject, m.since, m.misses
     from unnest($2::smallint[], $3::text[]) as s (bucket, subject)
     join coupon_misses m on m.bucket = s.bucket and m.tenant_id = $1 and m.subject = s.subject
     where m.since > $4 and m.since < $5`,
    [
      ctx.tenantId,
      subjects.map((it) => it.bucket),
      subjects.map((it) => it.subject),
      iso(ctx.now - withinMs),
      iso(ctx.now + withinMs),
    ],
  );
}

/** Counts one miss more for each; what began longer ago begins anew. Sorted, so that two cannot wait in a ring. */
export async function countMisses(ctx: Ctx, subjects: readonly Subject[], withinMs: number): Promise<Misses[]> {
  const sorted = subjects.toSorted((a, b) => a.bucket - b.bucket || (a.subject < b.subject ? -1 : 1));
  return ctx.query<Misses>(
    `insert into coupon_misses as m (bucket, tenant_id, subject, since, misses)
     select s.bucket, $1, s.subject, $4, 1 from unnest($2::smallint[], $3::text[]) as s (bucket, subject)
     on conflict (bucket, tenant_id, subject) do update set
       misses = case when m.since > $5 and m.since < $6 then m.misses + 1 else 1 end,
       since = case when m.since > $5 and m.since < $6 then m.since else excluded.since end
     returning subject, since, misses`,
    [
      ctx.tenantId,
      sorted.map((it) => it.bucket),
      sorted.map((it) => it.subject),
      iso(ctx.now),
      iso(ctx.now - withinMs),
      iso(ctx.now + withinMs),
    ],
  );
}

/** Deletes the counts of hours that are long over; returns how many. */
export async function deleteMisses(db: Database, beforeMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: old counts of every tenant */ delete from coupon_misses where since < $1",
    [iso(beforeMs)],
  );
  return rowCount ?? 0;
}

/** How many tenants have had more misses than this within the hour. */
export async function countGuessed(
  db: Database,
  { subject, misses, afterMs }: { subject: string; misses: number; afterMs: number },
): Promise<number> {
  const { rows } = await db.maintenance.query<{ tenants: number }>(
    `/* scatter: asked by the operator's metrics, of all tenants */
     select count(*) as tenants from coupon_misses where subject = $1 and misses > $2 and since > $3`,
    [subject, misses, iso(afterMs)],
  );
  return rows[0]?.tenants ?? 0;
}
