// Members of whom a checkout session's reservation is over.
import type { Database } from "../../../platform/database/database.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { Due } from "../../../platform/sweeping.ts";

const FIRST: Due = { bucket: -1, tenantId: "00000000-0000-0000-0000-000000000000", memberId: "" };

export async function findDueSessions(db: Database, nowMs: number, after: Due | null, limit: number): Promise<Due[]> {
  const { bucket, tenantId, memberId } = after ?? { ...FIRST, memberId: FIRST.tenantId };
  const { rows } = await db.maintenance.query<{ bucket: number; tenant_id: string; member_id: string }>(
    `/* scatter: a sweep of all members */
     select distinct bucket, tenant_id, member_id from checkout_sessions
     where status = 'reserved' and reserved_until <= $1 and (bucket, tenant_id, member_id) > ($2, $3, $4)
     order by bucket, tenant_id, member_id limit $5`,
    [iso(nowMs), bucket, tenantId, memberId, limit],
  );
  return rows.map((row) => ({ bucket: row.bucket, tenantId: row.tenant_id, memberId: row.member_id }));
}
