// The ledger's share of a merge: what was reserved is let go, and every lot goes over as a transfer, with the dates
// that it had. On one node as on many: off here, in transit, on there when the event arrives.
import { reverseEarn } from "@fedele/core/ledger.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import type { Journal, Merging } from "../members/merges.ts";
import { type OpenWallet, openForGood, type Sent, send, sendAll } from "./closing.ts";
import { apply, type Book, holdingOf, openBook, post, readLots } from "./postings.ts";
import { settleWallet } from "./settling.ts";
import type { WalletKey } from "./store/wallets.ts";

export async function moveWallets(ctx: LaneCtx, { from, into, tenant }: Merging): Promise<Pick<Journal, "debts">> {
  const { book, wallets } = await openForGood(ctx, from, tenant.timezone);
  const sent = wallets.flatMap(({ key }) => sendAll(ctx, book, key, into.memberId) ?? []);
  const owing = wallets.filter(({ key }) => holdingOf(book, key).wallet.debt > 0);
  const paid = owing.length === 0 ? [] : await payDebts(ctx, { from, into, tenant }, { book, owing });
  send(ctx, [...sent, ...paid]);
  post(ctx, book);
  return { debts: paid.map(({ row }) => row.id) };
}

/** A debt goes the other way: the survivor sends what pays it off, and owes it from then on if there is no more. */
async function payDebts(
  ctx: LaneCtx,
  { from, into, tenant }: Pick<Merging, "from" | "into" | "tenant">,
  { book, owing }: { book: Book; owing: readonly OpenWallet[] },
): Promise<Sent[]> {
  const others = await openBook(ctx, [into]);
  await readLots(ctx, others, [into]);
  const sent = owing.map(({ key: own, type }) => {
    const key: WalletKey = { ...into, pointsType: own.pointsType };
    settleWallet(ctx, others, key, { zone: tenant.timezone, type });
    const points = holdingOf(book, own).wallet.debt;
    const change = reverseEarn(
      holdingOf(others, key),
      { points, ownLotId: null, counterAccount: "in_transit" },
      ctx.now,
    );
    const id = newId(ctx.now, into.bucket);
    apply(ctx, others, key, { ...change, why: { cause: "transfer", causeId: id, partnerId: null, eventAt: ctx.now } });
    const row = { ...key, id, toMemberId: from.memberId, points, reason: null, flag: null, createdAt: ctx.now };
    const parts = [{ points, funderId: null, activatesAt: ctx.now, expiresAt: null }];
    const data = { transferId: id, toMemberId: from.memberId, pointsType: key.pointsType, parts };
    const { bucket, memberId } = into;
    return { row, event: { id, type: "transfer.debited", bucket, memberId, at: ctx.now, data } };
  });
  post(ctx, others);
  return sent;
}
