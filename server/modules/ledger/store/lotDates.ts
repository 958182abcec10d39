// The dates of many members' lots at once: only when a programme changes its terms, never on the hot path.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso, isoOrNull } from "./wallets.ts";

export type LotDates = Readonly<{ activatesAt: number; expiresAt: number }>;

/** The pairs of dates that open lots of a type have which are not over: a few for each day, however many members. */
export async function findLotDates(ctx: Ctx, pointsType: number): Promise<LotDates[]> {
  const rows = await ctx.query<{ activates_at: number; expires_at: number }>(
    `/* scatter: terms change for everybody */ select distinct activates_at, expires_at from lots
     where tenant_id = $1 and points_type = $2 and remaining > 0 and expires_at > $3`,
    [ctx.tenantId, pointsType, iso(ctx.now)],
  );
  return rows.map((row) => ({ activatesAt: row.activates_at, expiresAt: row.expires_at }));
}

/** Moves the end of lots with these dates. Wallets may look again too early for it, never too late. */
export async function extendLotDates(
  ctx: Ctx,
  pointsType: number,
  dates: readonly (LotDates & { expiresAtMs: number | null })[],
): Promise<void> {
  await ctx.query(
    `/* scatter: terms change for everybody */ update lots l set expires_at = n.later
     from unnest($3::timestamptz[], $4::timestamptz[], $5::timestamptz[]) as n (activates_at, expires_at, later)
     where l.tenant_id = $1 and l.points_type = $2 and l.activates_at = n.activates_at and l.expires_at = n.expires_at
       and l.remaining > 0`,
    [
      ctx.tenantId,
      pointsType,
      dates.map(({ activatesAt }) => iso(activatesAt)),
      dates.map(({ expiresAt }) => iso(expiresAt)),
      dates.map(({ expiresAtMs }) => isoOrNull(expiresAtMs)),
    ],
  );
}

/** Lots that would end later, or never, end then. Empty ones too: points may come back into them. */
export async function cutLots(ctx: Ctx, endMs: number): Promise<void> {
  await ctx.query(
    `/* scatter: the programme ends for everybody */ update lots set expires_at = $2
     where tenant_id = $1 and (expires_at is null or expires_at > $2)`,
    [ctx.tenantId, iso(endMs)],
  );
}

/** Every wallet asks its lots again then. */
export async function lookSooner(ctx: Ctx, endMs: number): Promise<void> {
  await ctx.query(
    `/* scatter: the programme ends for everybody */ update wallets set next_change_at = $2
     where tenant_id = $1 and (next_change_at is null or next_change_at > $2)`,
    [ctx.tenantId, iso(endMs)],
  );
}

/** When the lots of a type that end at this moment became usable: a moment for each day, however many members. */
export async function findActivationsEndingAt(ctx: Ctx, pointsType: number, endMs: number): Promise<number[]> {
  const rows = await ctx.query<{ activates_at: number }>(
    `/* scatter: terms change for everybody */ select distinct activates_at from lots
     where tenant_id = $1 and points_type = $2 and expires_at = $3`,
    [ctx.tenantId, pointsType, iso(endMs)],
  );
  return rows.map(({ activates_at }) => activates_at);
}

/** Wallets may look again too early for it, never too late. */
export async function moveLotsEndingAt(
  ctx: Ctx,
  pointsType: number,
  { endMs, moved }: { endMs: number; moved: readonly { activatesAt: number; expiresAt: number | null }[] },
): Promise<void> {
  await ctx.query(
    `/* scatter: terms change for everybody */ update lots l set expires_at = n.later
     from unnest($4::timestamptz[], $5::timestamptz[]) as n (activates_at, later)
     where l.tenant_id = $1 and l.points_type = $2 and l.expires_at = $3 and l.activates_at = n.activates_at`,
    [
      ctx.tenantId,
      pointsType,
      iso(endMs),
      moved.map(({ activatesAt }) => iso(activatesAt)),
      moved.map(({ expiresAt }) => isoOrNull(expiresAt)),
    ],
  );
}
