// Daily totals: what was booked on a day of UTC, in a form that does not depend on the order of rows.
import type { Database } from "../../../platform/database/database.ts";
import { type Ask, ofTenant } from "../../../platform/verification.ts";
import { iso } from "./wallets.ts";

/** `digest` sums 128 bits of SHA-256 of every entry; like `points` it is text, being larger than any number here. */
export type DayTotal = Readonly<{ tenantId: string; day: string; entries: number; points: string; digest: string }>;

export type Seal = DayTotal & Readonly<{ signature: Buffer }>;

/** Everything that an entry says. Binary, because writing it out as text costs more than hashing it. */
const content = `int2send(bucket) || uuid_send(member_id) || uuid_send(id) || int2send(points_type) || int8send(points)
  || convert_to(counter_account || '/' || cause || '/' || coalesce(rate::text, ''), 'UTF8') || uuid_send(cause_id)
  || coalesce(uuid_send(partner_id), '') || '\\x01'::bytea || coalesce(uuid_send(lot_id), '') || '\\x02'::bytea
  || coalesce(uuid_send(reverses_id), '') || '\\x03'::bytea || coalesce(uuid_send(rule_id), '') || '\\x04'::bytea
  || coalesce(int4send(rule_version), '') || timestamptz_send(event_at) || timestamptz_send(created_at)`;

const dayOf = "(created_at at time zone 'UTC')::date";

const summed = `tenant_id, day, count(*) as entries, sum(points) as points,
  sum(('x' || left(hash, 16))::bit(64)::bigint) * 18446744073709551616
    + sum(('x' || substr(hash, 17, 16))::bit(64)::bigint) as digest`;

type TotalRow = { tenant_id: string; day: string; entries: number; points: string; digest: string };

function toTotal(row: TotalRow): DayTotal {
  const { day, entries, points, digest } = row;
  return { tenantId: row.tenant_id, day, entries, points: String(points), digest };
}

/** Totals of the days of each tenant within its stretch of time; one pass over the entries. */
export async function sumDays(
  db: Database,
  stretches: readonly Readonly<{ tenantId: string; fromMs: number; untilMs: number }>[],
): Promise<DayTotal[]> {
  const { rows } = await db.maintenance.query<TotalRow>(
    `/* scatter: once a day */ select ${summed}
     from (select e.tenant_id, ${dayOf} as day, points, encode(sha256(${content}), 'hex') as hash
       from entries e join unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) as t (tenant, since, until)
         on e.tenant_id = t.tenant and e.created_at >= t.since and e.created_at < t.until
       offset 0) as hashed
     group by tenant_id, day order by tenant_id, day`,
    [
      stretches.map(({ tenantId }) => tenantId),
      stretches.map(({ fromMs }) => iso(fromMs)),
      stretches.map(({ untilMs }) => iso(untilMs)),
    ],
  );
  return rows.map(toTotal);
}

/** Totals of every day as the entries have them now. */
export async function sumAllDays(ask: Ask, tenantId: string | null): Promise<DayTotal[]> {
  const rows = await ask<TotalRow>(
    `/* scatter: verification reads everything */ select ${summed}
     from (select tenant_id, ${dayOf} as day, points, encode(sha256(${content}), 'hex') as hash
       from entries where ${ofTenant} offset 0) as hashed
     group by tenant_id, day`,
    [tenantId],
  );
  return rows.map(toTotal);
}

type SealRow = TotalRow & { signature: Buffer };

export async function listSeals(ask: Ask, tenantId: string | null): Promise<Seal[]> {
  const rows = await ask<SealRow>(
    `select tenant_id, day, entries, points, digest, signature from ledger_totals
     where ${ofTenant} order by tenant_id, day`,
    [tenantId],
  );
  return rows.map((row) => ({ ...toTotal(row), signature: row.signature }));
}

/** The last seal of every tenant. */
export async function findLastSeals(db: Database): Promise<Seal[]> {
  const { rows } = await db.maintenance.query<SealRow>(
    `select distinct on (tenant_id) tenant_id, day, entries, points, digest, signature from ledger_totals
     order by tenant_id, day desc`,
  );
  return rows.map((row) => ({ ...toTotal(row), signature: row.signature }));
}

/** False when another process was faster. */
export async function insertSeal(db: Database, seal: Seal, nowMs: number): Promise<boolean> {
  const { rowCount } = await db.maintenance.query(
    `insert into ledger_totals (tenant_id, day, entries, points, digest, signature, created_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [seal.tenantId, seal.day, seal.entries, seal.points, seal.digest, seal.signature, iso(nowMs)],
  );
  return rowCount === 1;
}
