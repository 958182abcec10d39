// The ledger's share of undoing a merge: the points that it brought go back the way they came, out of the very lots
// they went into, as transfers with the dates that they had. What was earned since stays. If any of them were used,
// nothing goes back at all: half a wallet is nobody's.
import { reverseEarn, withdraw } from "@fedele/core/ledger.ts";
import { type Part, partedPoints } from "@fedele/core/merging.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Parting } from "../members/merges.ts";
import { type Sent, send } from "./closing.ts";
import { pointsTypesOf } from "./pointsTypes.ts";
import { addLots, apply, type Book, holdingOf, openBook, post, readLots } from "./postings.ts";
import { settleWallet } from "./settling.ts";
import { type Entry, findExpiriesOf } from "./store/entries.ts";
import { findArrived, findEntriesOfTransfers, findTransfersBetween } from "./store/parting.ts";
import { findLots, type MemberKey, type OwnedLot, type WalletKey } from "./store/wallets.ts";

export async function partWallets(ctx: LaneCtx, parting: Parting): Promise<void> {
  const { from, into, tenant } = parting;
  const [book, types, brought, paid] = await Promise.all([
    openBook(ctx, [from, into]),
    pointsTypesOf(ctx),
    movedBy(ctx, parting, { sender: from, receiver: into, ids: null }),
    movedBy(ctx, parting, { sender: into, receiver: from, ids: parting.journal.debts }),
  ]);
  await readLots(ctx, book, [from, into]);
  addLots(book, [...brought.intoLots, ...paid.fromLots]);
  for (const { key } of [...book.accounts.values()]) {
    const type = types.find(({ pointsType }) => pointsType === key.pointsType);
    if (type !== undefined) settleWallet(ctx, book, key, { zone: tenant.timezone, type });
  }
  const expiries = (await findExpiriesOf(ctx, [into])).filter(({ createdAt }) => createdAt >= parting.mergedAt);

  const owed = typesIn(paid.out).map((pointsType) => oweAgain(ctx, book, { parting, pointsType, paid }));
  const back = typesIn(brought.out).flatMap((pointsType) => {
    const sent = goBack(ctx, book, { parting, pointsType, brought, expiries });
    return sent === null ? [] : [sent];
  });
  send(ctx, [...owed, ...back]);
  post(ctx, book);
}

/** What transfers moved: off the one's wallets and onto the other's, with the lots on both sides. */
type Moved = Readonly<{
  out: readonly Entry[];
  arrived: readonly Entry[];
  fromLots: readonly OwnedLot[];
  intoLots: readonly OwnedLot[];
}>;

/** `ids` null: all transfers since the merge, those too that only passed through the one who had ended. */
async function movedBy(
  ctx: LaneCtx,
  { mergedAt }: Parting,
  { sender, receiver, ids }: { sender: MemberKey; receiver: MemberKey; ids: readonly string[] | null },
): Promise<Moved> {
  const between = { from: sender, into: receiver, sinceMs: mergedAt };
  const transferIds = ids ?? (await findTransfersBetween(ctx, between));
  if (transferIds.length === 0) return { out: [], arrived: [], fromLots: [], intoLots: [] };
  const of = { transferIds, sinceMs: mergedAt };
  const [there, out, arrived] = await Promise.all([
    findArrived(ctx, receiver, transferIds),
    findEntriesOfTransfers(ctx, sender, of),
    findEntriesOfTransfers(ctx, receiver, of),
  ]);
  if (there.size < transferIds.length) {
    throw new Refusal("unavailable", "Points of this merge are still on their way; ask again in a moment.");
  }
  const [fromLots, intoLots] = await Promise.all([lotsOf(ctx, out), lotsOf(ctx, arrived)]);
  return { out, arrived, fromLots, intoLots };
}

function lotsOf(ctx: LaneCtx, entries: readonly Entry[]): Promise<OwnedLot[]> {
  const keys = new Map(
    entries.flatMap(({ lotId, bucket, memberId, pointsType }) =>
      lotId === null ? [] : [[lotId, { lotId, bucket, memberId, pointsType }] as const],
    ),
  );
  return keys.size === 0 ? Promise.resolve([]) : findLots(ctx, [...keys.values()]);
}

function typesIn(entries: readonly Entry[]): number[] {
  return [...new Set(entries.map(({ pointsType }) => pointsType))].sort((a, b) => a - b);
}

type Asked = Readonly<{ parting: Parting; pointsType: number }>;

/** The points of one type that the merge brought, sent back; null where time has taken all of them. */
function goBack(
  ctx: LaneCtx,
  book: Book,
  { parting, pointsType, brought, expiries }: Asked & { brought: Moved; expiries: readonly Entry[] },
): Sent | null {
  const { from, into } = parting;
  const key: WalletKey = { ...into, pointsType };
  const isOfType = (entry: Readonly<{ pointsType: number }>): boolean => entry.pointsType === pointsType;
  const expired = new Map<string, number>();
  for (const { lotId, points } of expiries.filter(isOfType)) {
    if (lotId !== null) expired.set(lotId, (expired.get(lotId) ?? 0) - points);
  }
  const parted = partedPoints(
    { sent: partsOf(ctx, brought.out.filter(isOfType), brought.fromLots), arrived: brought.arrived.filter(isOfType) },
    { lots: holdingOf(book, key).lots ?? new Map(), expired },
    ctx.now,
  );
  if (!parted.ok) {
    const points = `${parted.missing} of the points that it brought`;
    throw new Refusal("conflict", `This merge cannot be undone: ${points} were used or set aside since.`);
  }
  if (parted.parts.length === 0) return null;

  const sent = transferOf(ctx, { key, toMemberId: from.memberId, parts: parted.parts });
  const why = { cause: "transfer", causeId: sent.row.id, partnerId: null, eventAt: ctx.now } as const;
  if (parted.lots.length > 0) {
    apply(ctx, book, key, { ...withdraw(holdingOf(book, key), parted.lots, "in_transit", ctx.now), why });
  }
  if (parted.debt > 0) {
    const owing = { points: parted.debt, ownLotId: null, counterAccount: "in_transit" } as const;
    apply(ctx, book, key, { ...reverseEarn(holdingOf(book, key), owing, ctx.now), why });
  }
  return sent;
}

/** What the survivor paid for the other is owed by that one again, and goes back to whoever paid it. */
function oweAgain(ctx: LaneCtx, book: Book, { parting, pointsType, paid }: Asked & { paid: Moved }): Sent {
  const { from, into } = parting;
  const key: WalletKey = { ...from, pointsType };
  const parts = partsOf(
    ctx,
    paid.out.filter((entry) => entry.pointsType === pointsType),
    paid.fromLots,
  );
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const sent = transferOf(ctx, { key, toMemberId: into.memberId, parts });
  const owing = { points, ownLotId: null, counterAccount: "in_transit" } as const;
  const why = { cause: "transfer", causeId: sent.row.id, partnerId: null, eventAt: ctx.now } as const;
  apply(ctx, book, key, { ...reverseEarn(holdingOf(book, key), owing, ctx.now), why });
  return sent;
}

/** What went off a wallet, with the dates of the lots that it went off. What came off no lot is good at once. */
function partsOf(ctx: LaneCtx, out: readonly Entry[], lots: readonly OwnedLot[]): Part[] {
  const byId = new Map(lots.map(({ lot }) => [lot.id, lot]));
  return out.map(({ points, lotId }) => {
    const lot = lotId === null ? undefined : byId.get(lotId);
    const { funderId = null, activatesAt = ctx.now, expiresAt = null } = lot ?? {};
    return { points: -points, funderId, activatesAt, expiresAt };
  });
}

function transferOf(
  ctx: LaneCtx,
  { key, toMemberId, parts }: { key: WalletKey; toMemberId: string; parts: readonly Part[] },
): Sent {
  const { bucket, memberId, pointsType } = key;
  const id = newId(ctx.now, bucket);
  const points = parts.reduce((sum, part) => sum + part.points, 0);
  const row = { ...key, id, toMemberId, points, reason: null, flag: null, createdAt: ctx.now };
  const data = { transferId: id, toMemberId, pointsType, parts };
  return { row, event: { id, type: "transfer.debited", bucket, memberId, at: ctx.now, data } };
}
