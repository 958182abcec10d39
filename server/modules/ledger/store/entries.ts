// Entries: the history of every point, only ever added to. And their other side, summed in slots.
import type { CounterAccount } from "@fedele/core/ledger.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso, type MemberKey } from "./wallets.ts";

/** Why points moved: the kind of row that `causeId` names. */
export const causes = [
  "activity",
  "return",
  "spend",
  "spend_reversal",
  "adjustment",
  "adjustment_reversal",
  "transfer",
  "expiry",
  "reinstatement",
  "debt_payment",
  "opening",
  "top_up",
  "closure",
] as const;

export type Cause = (typeof causes)[number];

export type Entry = Readonly<{
  bucket: number;
  memberId: string;
  id: string;
  pointsType: number;
  points: number;
  counterAccount: CounterAccount;
  partnerId: string | null;
  lotId: string | null;
  cause: Cause;
  causeId: string;
  reversesId: string | null;
  ruleId: string | null;
  ruleVersion: number | null;
  rate: string | null;
  eventAt: number;
  createdAt: number;
}>;

export async function insertEntries(ctx: Ctx, entries: readonly Entry[]): Promise<void> {
  await ctx.query(
    `insert into entries (bucket, tenant_id, member_id, id, points_type, points, counter_account, partner_id, lot_id,
       cause, cause_id, reverses_id, rule_id, rule_version, rate, event_at, created_at)
     select n.bucket, $1, n.member_id, n.id, n.points_type, n.points, n.counter_account, n.partner_id, n.lot_id,
       n.cause, n.cause_id, n.reverses_id, n.rule_id, n.rule_version, n.rate, n.event_at, n.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::smallint[], $6::bigint[], $7::text[], $8::uuid[],
       $9::uuid[],
       $10::text[], $11::uuid[], $12::uuid[], $13::uuid[], $14::int[], $15::numeric[], $16::timestamptz[],
       $17::timestamptz[])
       as n (bucket, member_id, id, points_type, points, counter_account, partner_id, lot_id, cause, cause_id,
         reverses_id, rule_id, rule_version, rate, event_at, created_at)`,
    [
      ctx.tenantId,
      entries.map((entry) => entry.bucket),
      entries.map((entry) => entry.memberId),
      entries.map((entry) => entry.id),
      entries.map((entry) => entry.pointsType),
      entries.map((entry) => entry.points),
      entries.map((entry) => entry.counterAccount),
      entries.map((entry) => entry.partnerId),
      entries.map((entry) => entry.lotId),
      entries.map((entry) => entry.cause),
      entries.map((entry) => entry.causeId),
      entries.map((entry) => entry.reversesId),
      entries.map((entry) => entry.ruleId),
      entries.map((entry) => entry.ruleVersion),
      entries.map((entry) => entry.rate),
      entries.map((entry) => iso(entry.eventAt)),
      entries.map((entry) => iso(entry.createdAt)),
    ],
  );
}

export type SlotChange = Readonly<{
  bucket: number;
  account: string;
  partnerId: string;
  pointsType: number;
  points: number;
}>;

/** The other side of a batch's entries. The lane's number keeps two batches from waiting for one row. */
export async function addToSlots(ctx: Ctx, lane: number, changes: readonly SlotChange[]): Promise<void> {
  await ctx.query(
    `insert into account_slots (bucket, tenant_id, account, partner_id, points_type, lane, points)
     select n.bucket, $1, n.account, n.partner_id, n.points_type, $2, n.points
     from unnest($3::smallint[], $4::text[], $5::uuid[], $6::smallint[], $7::bigint[])
       as n (bucket, account, partner_id, points_type, points)
     on conflict (bucket, tenant_id, account, partner_id, points_type, lane)
       do update set points = account_slots.points + excluded.points`,
    [
      ctx.tenantId,
      lane,
      changes.map((change) => change.bucket),
      changes.map((change) => change.account),
      changes.map((change) => change.partnerId),
      changes.map((change) => change.pointsType),
      changes.map((change) => change.points),
    ],
  );
}

export type EntryRow = {
  bucket: number;
  member_id: string;
  id: string;
  points_type: number;
  points: number;
  counter_account: CounterAccount;
  partner_id: string | null;
  lot_id: string | null;
  cause: Cause;
  cause_id: string;
  reverses_id: string | null;
  rule_id: string | null;
  rule_version: number | null;
  rate: string | null;
  event_at: number;
  created_at: number;
};

export const entryColumns = `bucket, member_id, id, points_type, points, counter_account, partner_id, lot_id, cause,
  cause_id, reverses_id, rule_id, rule_version, rate, event_at, created_at`;

/** A page of a member's history, latest first; `before` is the last id of the page before. */
export async function listEntries(
  ctx: Ctx,
  key: MemberKey,
  page: { before: string | null; limit: number },
): Promise<Entry[]> {
  const rows = await ctx.query<EntryRow>(
    `select ${entryColumns} from entries
     where bucket = $2 and tenant_id = $1 and member_id = $3 and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [ctx.tenantId, key.bucket, key.memberId, page.before, page.limit],
  );
  return rows.map(toEntry);
}

/** What members lost by expiry, for points that come back because something was told late. */
export async function findExpiriesOf(ctx: Ctx, members: readonly MemberKey[]): Promise<Entry[]> {
  const rows = await ctx.query<EntryRow>(
    `select ${entryColumns.replaceAll(/(\w+)/g, "e.$1")}
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join entries e on e.bucket = m.bucket and e.tenant_id = $1 and e.member_id = m.member_id
     where e.cause = 'expiry' order by e.id`,
    [ctx.tenantId, members.map((member) => member.bucket), members.map((member) => member.memberId)],
  );
  return rows.map(toEntry);
}

export function toEntry(row: EntryRow): Entry {
  return {
    bucket: row.bucket,
    memberId: row.member_id,
    id: row.id,
    pointsType: row.points_type,
    points: row.points,
    counterAccount: row.counter_account,
    partnerId: row.partner_id,
    lotId: row.lot_id,
    cause: row.cause,
    causeId: row.cause_id,
    reversesId: row.reverses_id,
    ruleId: row.rule_id,
    ruleVersion: row.rule_version,
    rate: row.rate,
    eventAt: row.event_at,
    createdAt: row.created_at,
  };
}
