// Whom the date has changed something for. Nothing of this is on the hot path.
import type { Database } from "../../../platform/database/database.ts";
import type { Due } from "../../../platform/sweeping.ts";
import { iso } from "./wallets.ts";

type Row = { bucket: number; tenant_id: string; member_id: string };

const FIRST = { bucket: -1, tenantId: "00000000-0000-0000-0000-000000000000" };

/** Members with a wallet whose next change is over. In the order of the key, so that a page starts where one ended. */
export async function findDueWallets(db: Database, nowMs: number, after: Due | null, limit: number): Promise<Due[]> {
  const { rows } = await db.maintenance.query<Row>(
    `/* scatter: a sweep of all members */
     select distinct bucket, tenant_id, member_id from wallets
     where next_change_at <= $1 and (bucket, tenant_id, member_id) > ($2, $3, $4)
     order by bucket, tenant_id, member_id limit $5`,
    [iso(nowMs), ...placeOf(after), limit],
  );
  return rows.map(toDue);
}

/** Members with a reservation whose time is over: their wallet's next change may have been another one. */
export async function findDueHolders(db: Database, nowMs: number, after: Due | null, limit: number): Promise<Due[]> {
  const { rows } = await db.maintenance.query<Row>(
    `/* scatter: a sweep of all members */
     select distinct bucket, tenant_id, member_id from holds
     where status = 'open' and expires_at <= $1 and (bucket, tenant_id, member_id) > ($2, $3, $4)
     order by bucket, tenant_id, member_id limit $5`,
    [iso(nowMs), ...placeOf(after), limit],
  );
  return rows.map(toDue);
}

function placeOf(after: Due | null): [number, string, string] {
  return [after?.bucket ?? FIRST.bucket, after?.tenantId ?? FIRST.tenantId, after?.memberId ?? FIRST.tenantId];
}

function toDue(row: Row): Due {
  return { bucket: row.bucket, tenantId: row.tenant_id, memberId: row.member_id };
}
