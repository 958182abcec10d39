// Whose standing the calendar may have changed.
import type { Database } from "../../../platform/database/database.ts";
import type { Due } from "../../../platform/sweeping.ts";

/** Members judged by `version` whose period began before `beforeMs`; null: whenever it began. */
export type DuePeriod = Readonly<{ version: number; beforeMs: number | null }>;

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** Due members of a tenant by bucket and id: those of a tier, grace or courtesy that ended, or of a period that did. */
export async function findDueStandings(
  db: Database,
  due: { tenantId: string; nowMs: number; periods: readonly DuePeriod[] },
  after: Due | null,
  limit: number,
): Promise<Due[]> {
  const iso = (ms: number | null): string => (ms === null ? "infinity" : new Date(ms).toISOString());
  const { rows } = await db.maintenance.query<{ bucket: number; member_id: string }>(
    `/* scatter: a sweep of all members */
     select bucket, member_id from member_facts f
     where tenant_id = $1 and (bucket, member_id) > ($2, $3)
       and (tier_until <= $4 or tier_manual_until <= $4
         or exists (select from unnest($5::int[], $6::timestamptz[]) as p (version, before)
           where p.version = f.tier_version and coalesce(f.period_start, '-infinity') < p.before))
     order by bucket, member_id limit $7`,
    [
      due.tenantId,
      after?.bucket ?? -1,
      after?.memberId ?? FIRST_ID,
      iso(due.nowMs),
      due.periods.map(({ version }) => version),
      due.periods.map(({ beforeMs }) => iso(beforeMs)),
      limit,
    ],
  );
  return rows.map((row) => ({ bucket: row.bucket, tenantId: due.tenantId, memberId: row.member_id }));
}
