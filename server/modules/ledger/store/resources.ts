// Holds, spends, adjustments and transfers: what somebody asked for by name and may ask about again.
import type { Allocation } from "@fedele/core/lots.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso, isoOrNull, type MemberKey } from "./wallets.ts";

export type HoldStatus = "open" | "captured" | "released" | "timed_out";

type Owned = Readonly<{
  bucket: number;
  memberId: string;
  id: string;
  pointsType: number;
  points: number;
  createdAt: number;
}>;

export type HoldRow = Owned &
  Readonly<{
    status: HoldStatus;
    lots: readonly Allocation[];
    reason: string | null;
    /** The id of what they are set aside for, which alone captures or releases them. */
    heldFor: string | null;
    expiresAt: number;
    closedAt: number | null;
  }>;

export type SpendRow = Owned &
  Readonly<{
    reversed: number;
    holdId: string | null;
    /** The id of what it paid for, which alone brings its points back. */
    paidFor: string | null;
    lots: readonly Allocation[];
    reason: string | null;
  }>;

export type AdjustmentRow = Owned &
  Readonly<{
    reason: string;
    reversesId: string | null;
    reversedBy: string | null;
    lots: readonly Allocation[];
    actor: string;
  }>;

/** Why somebody should look at a transfer. */
export type TransferFlag = "circle";

export type TransferRow = Owned & Readonly<{ toMemberId: string; reason: string | null; flag: TransferFlag | null }>;

export type ResourceKey = MemberKey & Readonly<{ id: string }>;

/** Several columns of a row as one array each: what `unnest` takes. */
function keysOf(rows: readonly ResourceKey[]): [number[], string[], string[]] {
  return [rows.map((row) => row.bucket), rows.map((row) => row.memberId), rows.map((row) => row.id)];
}

const lotsJson = (lots: readonly Allocation[]): string =>
  JSON.stringify(lots.map(({ lotId, points }) => [lotId, points]));
const lotsFrom = (stored: readonly [string, number][]): Allocation[] =>
  stored.map(([lotId, points]) => ({ lotId, points }));

type OwnedColumns = {
  bucket: number;
  member_id: string;
  id: string;
  points_type: number;
  points: number;
  created_at: number;
};

function ownedFrom(row: OwnedColumns): Owned {
  return {
    bucket: row.bucket,
    memberId: row.member_id,
    id: row.id,
    pointsType: row.points_type,
    points: row.points,
    createdAt: row.created_at,
  };
}

type HoldColumns = OwnedColumns & {
  status: HoldStatus;
  lots: [string, number][];
  reason: string | null;
  held_for: string | null;
  expires_at: number;
  closed_at: number | null;
};

const holdColumns = `h.bucket, h.member_id, h.id, h.points_type, h.points, h.status, h.lots, h.reason, h.held_for,
  h.expires_at, h.closed_at, h.created_at`;

function holdFrom(row: HoldColumns): HoldRow {
  const { status, reason } = row;
  return {
    ...ownedFrom(row),
    status,
    reason,
    lots: lotsFrom(row.lots),
    heldFor: row.held_for,
    expiresAt: row.expires_at,
    closedAt: row.closed_at,
  };
}

export async function insertHolds(ctx: Ctx, holds: readonly HoldRow[]): Promise<void> {
  await ctx.query(
    `insert into holds (bucket, tenant_id, member_id, id, points_type, points, status, lots, reason, expires_at,
       created_at, held_for)
     select n.bucket, $1, n.member_id, n.id, n.points_type, n.points, n.status, n.lots, n.reason, n.expires_at,
       n.created_at, n.held_for
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::smallint[], $6::bigint[], $7::text[], $8::json[],
       $9::text[], $10::timestamptz[], $11::timestamptz[], $12::uuid[])
       as n (bucket, member_id, id, points_type, points, status, lots, reason, expires_at, created_at, held_for)`,
    [
      ctx.tenantId,
      ...keysOf(holds),
      holds.map((hold) => hold.pointsType),
      holds.map((hold) => hold.points),
      holds.map((hold) => hold.status),
      holds.map((hold) => lotsJson(hold.lots)),
      holds.map((hold) => hold.reason),
      holds.map((hold) => iso(hold.expiresAt)),
      holds.map((hold) => iso(hold.createdAt)),
      holds.map((hold) => hold.heldFor),
    ],
  );
}

export async function findHolds(ctx: Ctx, keys: readonly ResourceKey[]): Promise<HoldRow[]> {
  const rows = await ctx.query<HoldColumns>(
    `select ${holdColumns} from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as w (bucket, member_id, id)
     join holds h on h.bucket = w.bucket and h.tenant_id = $1 and h.member_id = w.member_id and h.id = w.id`,
    [ctx.tenantId, ...keysOf(keys)],
  );
  return rows.map(holdFrom);
}

/** Open holds of the members whose time is over. */
export async function findDueHolds(ctx: Ctx, members: readonly MemberKey[]): Promise<HoldRow[]> {
  const rows = await ctx.query<HoldColumns>(
    `select ${holdColumns} from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join holds h on h.bucket = m.bucket and h.tenant_id = $1 and h.member_id = m.member_id
     where h.status = 'open' and h.expires_at <= $4`,
    [ctx.tenantId, members.map((member) => member.bucket), members.map((member) => member.memberId), iso(ctx.now)],
  );
  return rows.map(holdFrom);
}

/** Every open hold of a member, those whose time is over too. */
export async function findOpenHolds(ctx: Ctx, member: MemberKey): Promise<HoldRow[]> {
  const rows = await ctx.query<HoldColumns>(
    `select ${holdColumns} from holds h
     where h.bucket = $2 and h.tenant_id = $1 and h.member_id = $3 and h.status = 'open' order by h.id`,
    [ctx.tenantId, member.bucket, member.memberId],
  );
  return rows.map(holdFrom);
}

export async function closeHolds(ctx: Ctx, holds: readonly (ResourceKey & { status: HoldStatus })[]): Promise<void> {
  await ctx.query(
    `update holds h set status = n.status, closed_at = $6
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::text[]) as n (bucket, member_id, id, status)
     where h.bucket = n.bucket and h.tenant_id = $1 and h.member_id = n.member_id and h.id = n.id`,
    [ctx.tenantId, ...keysOf(holds), holds.map((hold) => hold.status), isoOrNull(ctx.now)],
  );
}

export async function insertSpends(ctx: Ctx, spends: readonly SpendRow[]): Promise<void> {
  await ctx.query(
    `insert into spends (bucket, tenant_id, member_id, id, points_type, points, hold_id, paid_for, lots, reason,
       created_at)
     select n.bucket, $1, n.member_id, n.id, n.points_type, n.points, n.hold_id, n.paid_for, n.lots, n.reason,
       n.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::smallint[], $6::bigint[], $7::uuid[], $8::uuid[],
       $9::json[], $10::text[], $11::timestamptz[])
       as n (bucket, member_id, id, points_type, points, hold_id, paid_for, lots, reason, created_at)`,
    [
      ctx.tenantId,
      ...keysOf(spends),
      spends.map((spend) => spend.pointsType),
      spends.map((spend) => spend.points),
      spends.map((spend) => spend.holdId),
      spends.map((spend) => spend.paidFor),
      spends.map((spend) => lotsJson(spend.lots)),
      spends.map((spend) => spend.reason),
      spends.map((spend) => iso(spend.createdAt)),
    ],
  );
}

type SpendColumns = OwnedColumns & {
  reversed: number;
  hold_id: string | null;
  paid_for: string | null;
  lots: [string, number][];
  reason: string | null;
};

export async function findSpends(ctx: Ctx, keys: readonly ResourceKey[]): Promise<SpendRow[]> {
  const rows = await ctx.query<SpendColumns>(
    `select s.bucket, s.member_id, s.id, s.points_type, s.points, s.reversed, s.hold_id, s.paid_for, s.lots, s.reason,
       s.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as w (bucket, member_id, id)
     join spends s on s.bucket = w.bucket and s.tenant_id = $1 and s.member_id = w.member_id and s.id = w.id`,
    [ctx.tenantId, ...keysOf(keys)],
  );
  return rows.map(({ reversed, hold_id, paid_for, lots, reason, ...owned }) => ({
    ...ownedFrom(owned),
    reversed,
    holdId: hold_id,
    paidFor: paid_for,
    lots: lotsFrom(lots),
    reason,
  }));
}

export async function saveReversed(ctx: Ctx, spends: readonly (ResourceKey & { reversed: number })[]): Promise<void> {
  await ctx.query(
    `update spends s set reversed = n.reversed
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::bigint[]) as n (bucket, member_id, id, reversed)
     where s.bucket = n.bucket and s.tenant_id = $1 and s.member_id = n.member_id and s.id = n.id`,
    [ctx.tenantId, ...keysOf(spends), spends.map((spend) => spend.reversed)],
  );
}

export async function insertAdjustments(ctx: Ctx, adjustments: readonly AdjustmentRow[]): Promise<void> {
  await ctx.query(
    `insert into adjustments (bucket, tenant_id, member_id, id, points_type, points, reason, reverses_id, lots, actor,
       created_at)
     select n.bucket, $1, n.member_id, n.id, n.points_type, n.points, n.reason, n.reverses_id, n.lots, n.actor,
       n.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::smallint[], $6::bigint[], $7::text[], $8::uuid[],
       $9::json[],
       $10::text[], $11::timestamptz[])
       as n (bucket, member_id, id, points_type, points, reason, reverses_id, lots, actor, created_at)`,
    [
      ctx.tenantId,
      ...keysOf(adjustments),
      adjustments.map((row) => row.pointsType),
      adjustments.map((row) => row.points),
      adjustments.map((row) => row.reason),
      adjustments.map((row) => row.reversesId),
      adjustments.map((row) => lotsJson(row.lots)),
      adjustments.map((row) => row.actor),
      adjustments.map((row) => iso(row.createdAt)),
    ],
  );
}

type AdjustmentColumns = OwnedColumns & {
  reason: string;
  reverses_id: string | null;
  reversed_by: string | null;
  lots: [string, number][];
  actor: string;
};

export async function findAdjustments(ctx: Ctx, keys: readonly ResourceKey[]): Promise<AdjustmentRow[]> {
  const rows = await ctx.query<AdjustmentColumns>(
    `select a.bucket, a.member_id, a.id, a.points_type, a.points, a.reason, a.reverses_id, a.reversed_by, a.lots,
       a.actor,
       a.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as w (bucket, member_id, id)
     join adjustments a on a.bucket = w.bucket and a.tenant_id = $1 and a.member_id = w.member_id and a.id = w.id`,
    [ctx.tenantId, ...keysOf(keys)],
  );
  return rows.map(({ reason, reverses_id, reversed_by, lots, actor, ...owned }) => ({
    ...ownedFrom(owned),
    reason,
    reversesId: reverses_id,
    reversedBy: reversed_by,
    lots: lotsFrom(lots),
    actor,
  }));
}

export async function markReversed(ctx: Ctx, adjustments: readonly (ResourceKey & { by: string })[]): Promise<void> {
  await ctx.query(
    `update adjustments a set reversed_by = n.reversed_by
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::uuid[]) as n (bucket, member_id, id, reversed_by)
     where a.bucket = n.bucket and a.tenant_id = $1 and a.member_id = n.member_id and a.id = n.id`,
    [ctx.tenantId, ...keysOf(adjustments), adjustments.map((row) => row.by)],
  );
}

export async function insertTransfers(ctx: Ctx, transfers: readonly TransferRow[]): Promise<void> {
  await ctx.query(
    `insert into transfers (bucket, tenant_id, member_id, id, to_member_id, points_type, points, reason, flag,
       created_at)
     select n.bucket, $1, n.member_id, n.id, n.to_member_id, n.points_type, n.points, n.reason, n.flag, n.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::smallint[], $7::bigint[], $8::text[],
       $9::text[], $10::timestamptz[])
       as n (bucket, member_id, id, to_member_id, points_type, points, reason, flag, created_at)`,
    [
      ctx.tenantId,
      ...keysOf(transfers),
      transfers.map((row) => row.toMemberId),
      transfers.map((row) => row.pointsType),
      transfers.map((row) => row.points),
      transfers.map((row) => row.reason),
      transfers.map((row) => row.flag),
      transfers.map((row) => iso(row.createdAt)),
    ],
  );
}

export async function findTransfers(ctx: Ctx, keys: readonly ResourceKey[]): Promise<TransferRow[]> {
  const rows = await ctx.query<
    OwnedColumns & { to_member_id: string; reason: string | null; flag: TransferFlag | null }
  >(
    `select t.bucket, t.member_id, t.id, t.to_member_id, t.points_type, t.points, t.reason, t.flag, t.created_at
     from unnest($2::smallint[], $3::uuid[], $4::uuid[]) as w (bucket, member_id, id)
     join transfers t on t.bucket = w.bucket and t.tenant_id = $1 and t.member_id = w.member_id and t.id = w.id`,
    [ctx.tenantId, ...keysOf(keys)],
  );
  return rows.map(({ to_member_id, reason, flag, ...owned }) => {
    return { ...ownedFrom(owned), toMemberId: to_member_id, reason, flag };
  });
}

/** To whom these members gave points since. */
export async function findReceiversSince(
  ctx: Ctx,
  givers: readonly MemberKey[],
  sinceMs: number,
): Promise<readonly string[]> {
  const rows = await ctx.query<{ to_member_id: string }>(
    `select distinct t.to_member_id from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join transfers t on t.bucket = m.bucket and t.tenant_id = $1 and t.member_id = m.member_id
     where t.created_at >= $4`,
    [ctx.tenantId, givers.map((giver) => giver.bucket), givers.map((giver) => giver.memberId), iso(sinceMs)],
  );
  return rows.map((row) => row.to_member_id);
}
