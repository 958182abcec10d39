// What was bought in a day, by whoever told it: summed from the activities of that day.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";

/** `locationId`, `source` null: everywhere, everybody. */
export type DayAsked = Readonly<{ from: number; until: number; locationId: string | null; source: string | null }>;

export type SourceSums = Readonly<{
  source: string;
  purchases: number;
  amountMinor: number;
  returns: number;
  returnedMinor: number;
}>;

const ofTheDay = `from activities
     where tenant_id = $1 and event_at >= $2 and event_at < $3 and kind in ('purchase', 'return')
       and ($4::uuid is null or location_id = $4) and ($5::text is null or source = $5)`;

function valuesOf(ctx: Ctx, { from, until, locationId, source }: DayAsked): unknown[] {
  return [ctx.tenantId, iso(from), iso(until), locationId, source];
}

/** Money in this currency alone: what was paid in another one is counted and not summed. */
export async function sumSources(ctx: Ctx, asked: DayAsked, currency: string): Promise<SourceSums[]> {
  return ctx.query<SourceSums>(
    `/* scatter: a report of one day, whose members live anywhere */
     select source,
       count(*) filter (where kind = 'purchase')::int as purchases,
       coalesce(sum(amount_minor) filter (where kind = 'purchase' and currency = $6), 0)::bigint as "amountMinor",
       count(*) filter (where kind = 'return')::int as returns,
       coalesce(sum(amount_minor) filter (where kind = 'return' and currency = $6), 0)::bigint as "returnedMinor"
     ${ofTheDay} group by source`,
    [...valuesOf(ctx, asked), currency],
  );
}

export type SourcePoints = Readonly<{ source: string; pointsType: number; points: number }>;

/** What purchases earned, less what returns took back. */
export async function sumSourcePoints(ctx: Ctx, asked: DayAsked): Promise<SourcePoints[]> {
  return ctx.query<SourcePoints>(
    `/* scatter: a report of one day, whose members live anywhere */
     select source, (one ->> 0)::smallint as "pointsType", sum((one ->> 1)::bigint)::bigint as points
     from (select source, awards ${ofTheDay} and awards -> 'p' is not null) as told
     cross join lateral json_array_elements(told.awards -> 'p') as each (one)
     group by source, one ->> 0`,
    valuesOf(ctx, asked),
  );
}

export type UndonePurchase = Readonly<{
  source: string;
  document: string;
  amountMinor: number;
  reason: string;
  at: number;
}>;

/** Purchases that were taken back a moment later, for one of these reasons; the latest first. */
export async function listUndonePurchases(
  ctx: Ctx,
  asked: DayAsked,
  { reasons, limit }: { reasons: readonly string[]; limit: number },
): Promise<UndonePurchase[]> {
  return ctx.query<UndonePurchase>(
    `/* scatter: a report of one day, whose members live anywhere */
     select source, document, amount_minor as "amountMinor", attributes ->> 'reason' as reason, event_at as at
     ${ofTheDay} and kind = 'return' and attributes ->> 'reason' = any ($6::text[])
     order by event_at desc limit $7`,
    [...valuesOf(ctx, asked), [...reasons], limit],
  );
}
