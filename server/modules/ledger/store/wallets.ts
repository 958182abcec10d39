// Wallets and lots: what members hold. Rows are locked in the order of bucket, member and points type, in every lane.
import type { Wallet } from "@fedele/core/ledger.ts";
import type { Lot } from "@fedele/core/lots.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";

export type WalletKey = Readonly<{ bucket: number; memberId: string; pointsType: number }>;

/** Whom to look at: distinct members, in any order. */
export type MemberKey = Readonly<{ bucket: number; memberId: string }>;

export type OwnedWallet = WalletKey & Readonly<{ wallet: Wallet }>;

type WalletRow = {
  bucket: number;
  member_id: string;
  points_type: number;
  balance: number;
  pending: number;
  held: number;
  debt: number;
  draws: number;
  next_change_at: number | null;
  last_activity_at: number | null;
};

type LotRow = {
  member_id: string;
  points_type: number;
  id: string;
  funder_id: string | null;
  earned: number;
  remaining: number;
  held: number;
  activates_at: number;
  expires_at: number | null;
};

const walletColumns = `w.bucket, w.member_id, w.points_type, w.balance, w.pending, w.held, w.debt, w.draws,
  w.next_change_at, w.last_activity_at`;

/** All wallets of the members, locked. The members' facts must be locked before: a wallet may not exist yet. */
export async function lockWallets(
  ctx: Ctx,
  members: readonly MemberKey[],
): Promise<(WalletKey & { wallet: Wallet })[]> {
  const rows = await ctx.query<WalletRow>(
    `select ${walletColumns}
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join wallets w on w.bucket = m.bucket and w.tenant_id = $1 and w.member_id = m.member_id
     order by w.bucket, w.member_id, w.points_type
     for no key update of w`,
    [ctx.tenantId, members.map((key) => key.bucket), members.map((key) => key.memberId)],
  );
  return rows.map(toWallet);
}

/** The members' wallets as they were last written. */
export async function findWallets(ctx: Ctx, members: readonly MemberKey[]): Promise<OwnedWallet[]> {
  const rows = await ctx.query<WalletRow>(
    `select ${walletColumns}
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join wallets w on w.bucket = m.bucket and w.tenant_id = $1 and w.member_id = m.member_id`,
    [ctx.tenantId, members.map((key) => key.bucket), members.map((key) => key.memberId)],
  );
  return rows.map(toWallet);
}

function toWallet(row: WalletRow): WalletKey & { wallet: Wallet } {
  const { balance, pending, held, debt, draws } = row;
  return {
    bucket: row.bucket,
    memberId: row.member_id,
    pointsType: row.points_type,
    wallet: {
      balance,
      pending,
      held,
      debt,
      draws,
      nextChangeAt: row.next_change_at,
      lastActivityAt: row.last_activity_at,
    },
  };
}

/** Every lot of the members that still has points. Spent lots lie behind the same key and are passed over. */
export async function findOpenLots(ctx: Ctx, members: readonly MemberKey[]): Promise<OwnedLot[]> {
  const rows = await ctx.query<LotRow>(
    `select l.member_id, l.points_type, l.id, l.funder_id, l.earned, l.remaining, l.held, l.activates_at, l.expires_at
     from unnest($2::smallint[], $3::uuid[]) as m (bucket, member_id)
     join lots l on l.bucket = m.bucket and l.tenant_id = $1 and l.member_id = m.member_id
     where l.remaining > 0`,
    [ctx.tenantId, members.map((key) => key.bucket), members.map((key) => key.memberId)],
  );
  return rows.map(toLot);
}

export type OwnedLot = Readonly<{ memberId: string; pointsType: number; lot: Lot }>;

/** Particular lots, empty or not: to give points back to where they came from. */
export async function findLots(ctx: Ctx, lots: readonly (WalletKey & { lotId: string })[]): Promise<OwnedLot[]> {
  const rows = await ctx.query<LotRow>(
    `select l.member_id, l.points_type, l.id, l.funder_id, l.earned, l.remaining, l.held, l.activates_at, l.expires_at
     from unnest($2::smallint[], $3::uuid[], $4::smallint[], $5::uuid[]) as k (bucket, member_id, points_type, id)
     join lots l on l.bucket = k.bucket and l.tenant_id = $1 and l.member_id = k.member_id
       and l.points_type = k.points_type and l.id = k.id`,
    [
      ctx.tenantId,
      lots.map((lot) => lot.bucket),
      lots.map((lot) => lot.memberId),
      lots.map((lot) => lot.pointsType),
      lots.map((lot) => lot.lotId),
    ],
  );
  return rows.map(toLot);
}

function toLot(row: LotRow): OwnedLot {
  const lot = {
    id: row.id,
    funderId: row.funder_id,
    earned: row.earned,
    remaining: row.remaining,
    held: row.held,
    activatesAt: row.activates_at,
    expiresAt: row.expires_at,
  };
  return { memberId: row.member_id, pointsType: row.points_type, lot };
}

/** Writes wallets as they now are; makes those that did not exist. */
export async function saveWallets(ctx: Ctx, wallets: readonly (WalletKey & { wallet: Wallet })[]): Promise<void> {
  await ctx.query(
    `insert into wallets (bucket, tenant_id, member_id, points_type, balance, pending, held, debt, draws,
       next_change_at, last_activity_at)
     select n.bucket, $1, n.member_id, n.points_type, n.balance, n.pending, n.held, n.debt, n.draws,
       n.next_change_at, n.last_activity_at
     from unnest($2::smallint[], $3::uuid[], $4::smallint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
       $9::int[], $10::timestamptz[], $11::timestamptz[])
       as n (bucket, member_id, points_type, balance, pending, held, debt, draws, next_change_at, last_activity_at)
     on conflict (bucket, tenant_id, member_id, points_type) do update set
       balance = excluded.balance, pending = excluded.pending, held = excluded.held, debt = excluded.debt,
       draws = excluded.draws, next_change_at = excluded.next_change_at, last_activity_at = excluded.last_activity_at`,
    [
      ctx.tenantId,
      wallets.map((key) => key.bucket),
      wallets.map((key) => key.memberId),
      wallets.map((key) => key.pointsType),
      wallets.map(({ wallet }) => wallet.balance),
      wallets.map(({ wallet }) => wallet.pending),
      wallets.map(({ wallet }) => wallet.held),
      wallets.map(({ wallet }) => wallet.debt),
      wallets.map(({ wallet }) => wallet.draws),
      wallets.map(({ wallet }) => isoOrNull(wallet.nextChangeAt)),
      wallets.map(({ wallet }) => isoOrNull(wallet.lastActivityAt)),
    ],
  );
}

/** Adds deposits to lots that nobody looked at; a lot that is not there yet is made. */
export async function depositLots(ctx: Ctx, lots: readonly (WalletKey & { lot: Lot })[]): Promise<void> {
  await ctx.query(
    `insert into lots (bucket, tenant_id, member_id, points_type, id, funder_id, earned, remaining, activates_at,
       expires_at)
     select n.bucket, $1, n.member_id, n.points_type, n.id, n.funder_id, n.earned, n.earned, n.activates_at,
       n.expires_at
     from unnest($2::smallint[], $3::uuid[], $4::smallint[], $5::uuid[], $6::uuid[], $7::bigint[], $8::timestamptz[],
       $9::timestamptz[]) as n (bucket, member_id, points_type, id, funder_id, earned, activates_at, expires_at)
     on conflict (bucket, tenant_id, member_id, points_type, id) do update set
       earned = lots.earned + excluded.earned, remaining = lots.remaining + excluded.remaining`,
    [
      ctx.tenantId,
      lots.map((key) => key.bucket),
      lots.map((key) => key.memberId),
      lots.map((key) => key.pointsType),
      lots.map(({ lot }) => lot.id),
      lots.map(({ lot }) => lot.funderId),
      lots.map(({ lot }) => lot.earned),
      lots.map(({ lot }) => iso(lot.activatesAt)),
      lots.map(({ lot }) => isoOrNull(lot.expiresAt)),
    ],
  );
}

/** Writes lots as they now are. */
export async function updateLots(ctx: Ctx, lots: readonly (WalletKey & { lot: Lot })[]): Promise<void> {
  await ctx.query(
    `update lots l set earned = n.earned, remaining = n.remaining, held = n.held
     from unnest($2::smallint[], $3::uuid[], $4::smallint[], $5::uuid[], $6::bigint[], $7::bigint[], $8::bigint[])
       as n (bucket, member_id, points_type, id, earned, remaining, held)
     where l.bucket = n.bucket and l.tenant_id = $1 and l.member_id = n.member_id
       and l.points_type = n.points_type and l.id = n.id`,
    [
      ctx.tenantId,
      lots.map((key) => key.bucket),
      lots.map((key) => key.memberId),
      lots.map((key) => key.pointsType),
      lots.map(({ lot }) => lot.id),
      lots.map(({ lot }) => lot.earned),
      lots.map(({ lot }) => lot.remaining),
      lots.map(({ lot }) => lot.held),
    ],
  );
}

export { iso, isoOrNull };
