// Sweeps book late what reads already know by date. They look for work under the maintenance role, everywhere, in
// pages, and do it under the application's role, for one tenant and one bucket at a time.
import type { Clock } from "./clock.ts";
import type { Database } from "./database/database.ts";
import { mayRetry } from "./database/failures.ts";
import { inTransaction } from "./database/transaction.ts";
import type { LaneCtx } from "./lanes.ts";
import type { Log } from "./log.ts";
import { Refusal } from "./refusal.ts";
import type { Tenant } from "./tenant.ts";

export type SweepParts = Readonly<{ db: Database; clock: Clock; log: Log }>;

/** A member whom the date may have changed something for. */
export type Due = Readonly<{ bucket: number; tenantId: string; memberId: string }>;

/** Sweeps' postings are a lane of their own. */
export const SWEEP_LANE = 65;
/** How many members are looked for at a time, and booked in one transaction. */
export const PAGE_MAX = 1_000;
export const GROUP_MAX = 200;

/** Finds due members after a place, in the order of bucket, tenant and member. */
export type FindDue = (db: Database, nowMs: number, after: Due | null, limit: number) => Promise<Due[]>;

/** Books a group of one tenant and bucket; says how many had something to book. */
export type BookDue = (ctx: LaneCtx, tenant: Tenant, members: readonly Due[]) => Promise<number>;

/** The tenant's own time. */
export function tenantNow(clock: Clock, tenant: Pick<Tenant, "clockOffsetMs">): number {
  return clock.now() + tenant.clockOffsetMs;
}

/** One pass over everybody who is due. Whoever cannot be booked is logged and left for the next pass. */
export async function sweepMembers(
  parts: SweepParts,
  tenants: readonly Tenant[],
  find: FindDue,
  book: BookDue,
): Promise<number> {
  // Due by the clock that is furthest ahead; whose own clock is behind is left out below.
  const latest = Math.max(...tenants.map((tenant) => tenantNow(parts.clock, tenant)), parts.clock.now());
  const known = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  let booked = 0;
  let after: Due | null = null;
  for (;;) {
    const page: Due[] = await find(parts.db, latest, after, PAGE_MAX);
    for (const [place, members] of Map.groupBy(page, ({ bucket, tenantId }) => `${tenantId}/${bucket}`)) {
      const tenant = known.get(place.slice(0, place.indexOf("/")));
      if (tenant === undefined) continue;
      for (let start = 0; start < members.length; start += GROUP_MAX) {
        booked += await bookGroup(parts, tenant, members.slice(start, start + GROUP_MAX), book);
      }
    }
    after = page.at(-1) ?? null;
    if (page.length < PAGE_MAX) return booked;
  }
}

/** One member who cannot be booked must not keep the others from it. */
async function bookGroup(parts: SweepParts, tenant: Tenant, members: readonly Due[], book: BookDue): Promise<number> {
  const who = { tenantId: tenant.id, now: tenantNow(parts.clock, tenant), actor: "system" };
  try {
    return await inTransaction(parts.db, who, (ctx) => book({ ...ctx, lane: SWEEP_LANE }, tenant, members));
  } catch (error) {
    if (mayRetry(error) || error instanceof Refusal) throw error;
    if (members.length === 1) {
      parts.log.error({ error, tenantId: tenant.id, member: members[0]?.memberId }, "a sweep cannot book a member");
      return 0;
    }
    const half = Math.ceil(members.length / 2);
    const first = await bookGroup(parts, tenant, members.slice(0, half), book);
    return first + (await bookGroup(parts, tenant, members.slice(half), book));
  }
}
