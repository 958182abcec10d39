// What the date has decided becomes entries: holds that timed out, debts that points which came free pay off, lots
// whose time is over, points lost by silence.
import { earlier, giveBack, type Movement, settle } from "@fedele/core/ledger.ts";
import { silentUntil } from "@fedele/core/lots.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import type { PointsType } from "./pointsTypes.ts";
import { apply, applyWallet, type Book, type CauseOf, holdingOf } from "./postings.ts";
import type { Entry } from "./store/entries.ts";
import type { HoldRow } from "./store/resources.ts";
import type { WalletKey } from "./store/wallets.ts";

/** Where and under which terms a wallet is settled. */
export type Terms = Readonly<{ zone: string; type: PointsType }>;

/** Settles one wallet whose open lots and due holds are in the book. Twice books once. */
export function settleWallet(ctx: LaneCtx, book: Book, key: WalletKey, terms: Terms): void {
  const before = holdingOf(book, key);
  const dueHolds = book.dueHolds.filter((hold) => isOf(hold, key));
  const silentUntilMs = silentUntil(terms.type.expiry, terms.zone, before.wallet.lastActivityAt);
  const { holding, movements } = settle(before, { nowMs: ctx.now, silentUntilMs, dueHolds });
  applyWallet(book, key, holding);
  for (const hold of dueHolds) book.closedHolds.push({ ...hold, status: "timed_out" });
  book.dueHolds.splice(0, book.dueHolds.length, ...book.dueHolds.filter((hold) => !isOf(hold, key)));

  const causeId = newId(ctx.now, key.bucket);
  const isSilent = silentUntilMs !== null && silentUntilMs <= ctx.now;
  const whyOf = ({ counterAccount, lotId }: Movement): CauseOf => {
    // Off a lot and onto the debt, both with the operator: nobody's position changes.
    if (counterAccount !== "expired") return { cause: "debt_payment", causeId, partnerId: null, eventAt: ctx.now };
    const lot = before.lots?.get(lotId ?? "");
    const eventAt = (isSilent ? silentUntilMs : lot?.expiresAt) ?? ctx.now;
    return { cause: "expiry", causeId, partnerId: lot?.funderId ?? null, eventAt };
  };
  for (const movement of movements) apply(ctx, book, key, { holding, movements: [movement], why: whyOf(movement) });
}

/** When silence ends the points of a wallet; null where silence does not matter. */
export function silenceOf(key: WalletKey, book: Book, terms: Terms): number | null {
  return silentUntil(terms.type.expiry, terms.zone, holdingOf(book, key).wallet.lastActivityAt);
}

/**
 * The member did something that counts, at `atMs`. In time: the silence starts anew, and points that expired only
 * because this was told late come back. Too late: the points of before are gone first. `expiries` are the wallet's
 * expiry entries.
 */
export function breakSilence(
  ctx: LaneCtx,
  book: Book,
  key: WalletKey,
  sign: Terms & { atMs: number; expiries: readonly Entry[] },
): void {
  const last = holdingOf(book, key).wallet.lastActivityAt;
  if (last !== null && sign.atMs <= last) return;
  const endedAt = silenceOf(key, book, sign);
  const hasEnded = endedAt !== null && endedAt <= ctx.now;
  if (hasEnded && sign.atMs >= endedAt) settleWallet(ctx, book, key, sign);
  if (hasEnded && sign.atMs < endedAt) restore(ctx, book, key, { ...sign, endedAt });

  const holding = holdingOf(book, key);
  const silentAt = silentUntil(sign.type.expiry, sign.zone, sign.atMs);
  const nextChangeAt = earlier(holding.wallet.nextChangeAt, silentAt);
  applyWallet(book, key, { ...holding, wallet: { ...holding.wallet, lastActivityAt: sign.atMs, nextChangeAt } });
}

function restore(
  ctx: LaneCtx,
  book: Book,
  key: WalletKey,
  lost: { endedAt: number; atMs: number; expiries: readonly Entry[] },
): void {
  for (const entry of lost.expiries) {
    const isByThisSilence = entry.memberId === key.memberId && entry.pointsType === key.pointsType;
    if (!isByThisSilence || entry.eventAt !== lost.endedAt || entry.lotId === null) continue;
    const lots = [{ lotId: entry.lotId, points: -entry.points }];
    const change = giveBack(holdingOf(book, key), { lots, reissue: null, counterAccount: "expired" }, ctx.now);
    const why = {
      cause: "reinstatement",
      causeId: newId(ctx.now, key.bucket),
      partnerId: entry.partnerId,
      eventAt: lost.atMs,
      reversesId: entry.id,
    } as const;
    apply(ctx, book, key, { ...change, why });
  }
}

function isOf(hold: HoldRow, key: WalletKey): boolean {
  return hold.memberId === key.memberId && hold.pointsType === key.pointsType;
}
