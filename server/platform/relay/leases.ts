// What only one process may do at a time for a tenant. A lease ends by itself; whoever takes it over gets a higher
// token, and who slept meanwhile finds that its own is old before it writes anything.
import type { Database } from "../database/database.ts";
import type { Ctx } from "../database/transaction.ts";

export type Lease = Readonly<{ tenantId: string; name: string; holder: string }>;

/** The token, when the lease is free or was ours already. */
export async function takeLease(
  db: Database,
  lease: Lease,
  at: { nowMs: number; untilMs: number },
): Promise<number | null> {
  const { rows } = await db.maintenance.query<{ token: number }>(
    `insert into leases (tenant_id, name, holder, token, until) values ($1, $2, $3, 1, $5)
     on conflict (tenant_id, name) do update set
       token = leases.token + case when leases.holder = excluded.holder then 0 else 1 end,
       holder = excluded.holder, until = excluded.until
     where leases.holder = excluded.holder or leases.until <= $4
     returning token`,
    [lease.tenantId, lease.name, lease.holder, iso(at.nowMs), iso(at.untilMs)],
  );
  return rows[0]?.token ?? null;
}

/** Ends every lease of a holder: the next one need not wait. */
export async function endLeases(db: Database, holder: string, nowMs: number): Promise<void> {
  await db.maintenance.query("update leases set until = $2 where holder = $1 and until > $2", [holder, iso(nowMs)]);
}

/** Whether nobody has taken the lease over since the token was given. */
export async function isHeld(ctx: Ctx, name: string, token: number): Promise<boolean> {
  const rows = await ctx.query("select from leases where tenant_id = $1 and name = $2 and token = $3", [
    ctx.tenantId,
    name,
    token,
  ]);
  return rows.length === 1;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
