// The end of a member's wallets: what was reserved is let go, what the date decided is booked, and what is left goes
// to an heir or is forfeited. A debt that nobody will pay off is lost.
import { forgive, release, withdrawAll } from "@fedele/core/ledger.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import type { Erasing } from "../members/erasures.ts";
import { lockFacts } from "../members/facts.ts";
import { type PointsType, pointsTypesOf } from "./pointsTypes.ts";
import { apply, applyWallet, type Book, holdingOf, openBook, post, readLots } from "./postings.ts";
import { settleWallet } from "./settling.ts";
import { blankReasons } from "./store/reasons.ts";
import { findOpenHolds, insertTransfers, type TransferRow } from "./store/resources.ts";
import type { MemberKey, WalletKey } from "./store/wallets.ts";

/** The ledger's share of an erasure: numbers stay, words go. */
export async function closeWallets(ctx: LaneCtx, erasing: Erasing): Promise<void> {
  const member = { bucket: erasing.bucket, memberId: erasing.memberId };
  const { book, wallets } = await openForGood(ctx, member, erasing.tenant.timezone);

  const all: Sent[] = [];
  for (const { key, type } of wallets) {
    const sent = erasing.heirId === null || !type.spendable ? null : sendAll(ctx, book, key, erasing.heirId);
    if (sent !== null) all.push(sent);
    forfeit(ctx, book, key);
  }

  send(ctx, all);
  post(ctx, book);
  ctx.later(blankReasons(ctx, member));
}

/** Writes transfers down and tells of them. */
export function send(ctx: LaneCtx, all: readonly Sent[]): void {
  if (all.length === 0) return;
  ctx.later(
    insertTransfers(
      ctx,
      all.map(({ row }) => row),
    ),
  );
  ctx.later(
    emit(
      ctx,
      all.map(({ event }) => event),
    ),
  );
}

export type OpenWallet = Readonly<{ key: WalletKey; type: PointsType }>;

/** A member's wallets with all their lots, settled, and with nothing reserved any more. */
export async function openForGood(
  ctx: LaneCtx,
  member: MemberKey,
  zone: string,
): Promise<{ book: Book; wallets: readonly OpenWallet[] }> {
  const [, book, types] = await Promise.all([lockFacts(ctx, [member]), openBook(ctx, [member]), pointsTypesOf(ctx)]);
  const [holds] = await Promise.all([findOpenHolds(ctx, member), readLots(ctx, book, [member])]);
  const wallets = [...book.accounts.values()].flatMap(({ key }): OpenWallet[] => {
    const type = types.find(({ pointsType }) => pointsType === key.pointsType);
    return type === undefined ? [] : [{ key, type }];
  });
  for (const { key, type } of wallets) {
    // Those whose time is over are let go by settling.
    for (const held of holds.filter((it) => it.pointsType === key.pointsType && it.expiresAt > ctx.now)) {
      applyWallet(book, key, release(holdingOf(book, key), held));
      book.closedHolds.push({ ...member, id: held.id, status: "released" });
    }
    settleWallet(ctx, book, key, { zone, type });
  }
  return { book, wallets };
}

/** What no heir gets is forfeited, to the account of whoever paid for it, as if it had expired. */
export function forfeit(ctx: LaneCtx, book: Book, key: WalletKey): void {
  const whyOf = (partnerId: string | null) =>
    ({ cause: "closure", causeId: key.memberId, partnerId, eventAt: ctx.now }) as const;
  const { holding, movements, lots } = withdrawAll(holdingOf(book, key), "forfeited", ctx.now);
  for (const movement of movements) {
    const funderId = lots.find(({ id }) => id === movement.lotId)?.funderId ?? null;
    apply(ctx, book, key, { holding, movements: [movement], why: whyOf(funderId) });
  }
  const { debt } = holding.wallet;
  if (debt > 0) apply(ctx, book, key, { ...forgive(holding, debt), why: whyOf(null) });
}

/** A transfer that has begun: its row, and the event that brings it to whoever gets it. */
export type Sent = Readonly<{ row: TransferRow; event: OutboxEvent }>;

/** Sends all that is there to another member as a transfer, each lot with its dates; null where there is nothing. */
export function sendAll(ctx: LaneCtx, book: Book, key: WalletKey, toMemberId: string): Sent | null {
  const { lots, ...change } = withdrawAll(holdingOf(book, key), "in_transit", ctx.now);
  if (lots.length === 0) return null;
  const { bucket, memberId, pointsType } = key;
  const id = newId(ctx.now, bucket);
  apply(ctx, book, key, { ...change, why: { cause: "transfer", causeId: id, partnerId: null, eventAt: ctx.now } });
  const points = lots.reduce((sum, lot) => sum + lot.points, 0);
  const row = { ...key, id, toMemberId, points, reason: null, flag: null, createdAt: ctx.now };
  const parts = lots.map((lot) => {
    const { funderId, activatesAt, expiresAt } = lot;
    return { points: lot.points, funderId, activatesAt, expiresAt };
  });
  const data = { transferId: id, toMemberId, pointsType, parts };
  return { row, event: { id, type: "transfer.debited", bucket, memberId, at: ctx.now, data } };
}
