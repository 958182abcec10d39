// Reading the ledger: what a member has now, and every movement that led there.
import { type Balance, balanceOf, isEndedBy, isStale, settle } from "@fedele/core/ledger.ts";
import { type Lot, silentUntil } from "@fedele/core/lots.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { findKnown } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { type PointsType, pointsTypesOf } from "./pointsTypes.ts";
import { type Entry, findExpiriesOf, listEntries } from "./store/entries.ts";
import { findDueHolds, type HoldRow } from "./store/resources.ts";
import { findOpenLots, findWallets, type MemberKey, type OwnedLot, type OwnedWallet } from "./store/wallets.ts";

export type { Entry };
export { findExpiriesOf, listEntries };

export type WalletView = Readonly<{ type: PointsType; balance: Balance; expiring: readonly Expiring[] }>;

/** Points that will be gone at `at` if they are not used. */
export type Expiring = Readonly<{ points: number; at: number }>;

/** How many dates of expiry a wallet tells. */
export const EXPIRING_MAX = 12;

/** Whose wallets, and in which zone days end. */
export type WalletQuestion = MemberKey & Readonly<{ zone: string }>;

/**
 * What members have, by points type, right at `ctx.now` whether or not a job has booked what the date decided. Two
 * statements, and at most three more for whose wallets time changes and for who has none; for one member as for five
 * hundred. Refuses for whom there is no member.
 */
export async function readWallets(
  ctx: Ctx,
  asked: readonly WalletQuestion[],
  typesRead: readonly PointsType[] | Promise<readonly PointsType[]> = pointsTypesOf(ctx),
): Promise<(readonly WalletView[] | Refusal)[]> {
  const [types, wallets] = await Promise.all([typesRead, findWallets(ctx, asked)]);
  const walletsOfMember = Map.groupBy(wallets, ({ memberId }) => memberId);
  const changing = asked.filter(({ memberId }) => maySeeChange(walletsOfMember.get(memberId), types));
  const unseen = asked.filter(({ memberId }) => !walletsOfMember.has(memberId));
  const [known, lots, dueHolds] = await Promise.all([
    unseen.length === 0 ? new Set<string>() : findKnown(ctx, unseen),
    changing.length === 0 ? [] : findOpenLots(ctx, changing),
    changing.length === 0 ? [] : findDueHolds(ctx, changing),
  ]);
  const lotsOfMember = Map.groupBy(lots, ({ memberId }) => memberId);
  const holdsOfMember = Map.groupBy(dueHolds, ({ memberId }) => memberId);
  return asked.map(({ memberId, zone }) => {
    const own = {
      wallets: walletsOfMember.get(memberId) ?? [],
      lots: lotsOfMember.get(memberId) ?? [],
      dueHolds: holdsOfMember.get(memberId) ?? [],
    };
    if (own.wallets.length === 0 && !known.has(memberId)) return noSuchMember();
    return types.map((type) => viewOf(ctx, type, zone, own));
  });
}

/**
 * Whether a date, a silence or the end of a hold changes what is in the wallets: what never changes by itself is read
 * without its lots. A hold's end may stand in no next_change_at: an earlier date that has passed took its place.
 */
function maySeeChange(wallets: readonly OwnedWallet[] | undefined, types: readonly PointsType[]): boolean {
  const endsBySilence = types.some(({ expiry }) => expiry.kind === "inactivity");
  return wallets?.some(({ wallet }) => endsBySilence || wallet.held > 0 || wallet.nextChangeAt !== null) ?? false;
}

/** One member's wallets within a transaction that asks other things too. */
export async function walletsOf(ctx: Ctx, question: WalletQuestion): Promise<readonly WalletView[]> {
  const [views] = await readWallets(ctx, [question]);
  if (views === undefined || views instanceof Refusal) throw views ?? noSuchMember();
  return views;
}

function viewOf(
  ctx: Ctx,
  type: PointsType,
  zone: string,
  own: { wallets: readonly OwnedWallet[]; lots: readonly OwnedLot[]; dueHolds: readonly HoldRow[] },
): WalletView {
  const isOfType = ({ pointsType }: { pointsType: number }): boolean => pointsType === type.pointsType;
  const wallet = own.wallets.find(isOfType)?.wallet;
  if (wallet === undefined) return { type, balance: noPoints, expiring: [] };
  const silentUntilMs = silentUntil(type.expiry, zone, wallet.lastActivityAt);
  const dueHolds = own.dueHolds.filter(isOfType);
  const holding = { wallet, lots: new Map(own.lots.filter(isOfType).map(({ lot }) => [lot.id, lot])) };
  // Silence may have been given a meaning after the wallet was last written.
  const isSilent = silentUntilMs !== null && silentUntilMs <= ctx.now;
  const isDue = isStale(wallet, ctx.now) || isSilent || dueHolds.length > 0;
  const now = isDue ? settle(holding, { nowMs: ctx.now, silentUntilMs, dueHolds }).holding : holding;
  return { type, balance: balanceOf(now.wallet), expiring: expiringOf([...(now.lots?.values() ?? [])], silentUntilMs) };
}

const noPoints: Balance = { total: 0, spendable: 0, pending: 0, held: 0, debt: 0 };

function expiringOf(lots: readonly Lot[], silentUntilMs: number | null): Expiring[] {
  const points = new Map<number, number>();
  for (const lot of lots) {
    const at = lot.expiresAt ?? (isEndedBy(silentUntilMs, lot) ? silentUntilMs : null);
    if (at !== null && lot.remaining > 0) points.set(at, (points.get(at) ?? 0) + lot.remaining);
  }
  return [...points]
    .map(([at, sum]) => ({ points: sum, at }))
    .sort((a, b) => a.at - b.at)
    .slice(0, EXPIRING_MAX);
}
