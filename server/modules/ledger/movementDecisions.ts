// What each movement does to a wallet. The date's own decisions are booked first, so that nothing is drawn that is
// over.
import {
  balanceOf,
  type Change,
  capture,
  earlier,
  earn,
  giveBack,
  hold,
  release,
  reverseEarn,
  spend,
} from "@fedele/core/ledger.ts";
import { type Allocation, expiresAt, isSignOfLife } from "@fedele/core/lots.ts";
import { dateIn, endOfDate, plusDays } from "@fedele/core/time.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Made, Movement, MovementBatch } from "./movementBatch.ts";
import { lotTerms, lotTermsFor, type PointsType } from "./pointsTypes.ts";
import { apply, applyWallet, type CauseOf, holdingOf } from "./postings.ts";
import { breakSilence, settleWallet } from "./settling.ts";
import type { Cause } from "./store/entries.ts";
import type { AdjustmentRow, HoldRow, SpendRow } from "./store/resources.ts";
import type { WalletKey } from "./store/wallets.ts";

type Decided = Refusal | Made;

type Step<Kind extends Movement["request"]["kind"]> = Readonly<{
  batch: MovementBatch;
  movement: Movement;
  request: Extract<Movement["request"], { kind: Kind }>;
}>;

/** Applies one movement to the batch's book, or says why not; then nothing of it is in the book. */
export function decideMovement(batch: MovementBatch, movement: Movement): Decided {
  const { request } = movement;
  switch (request.kind) {
    case "spend":
      return decideSpend({ batch, movement, request });
    case "offline_spend":
      return decideOfflineSpend({ batch, movement, request });
    case "hold":
      return decideHold({ batch, movement, request });
    case "capture":
      return decideCapture({ batch, movement, request });
    case "release":
      return decideRelease({ batch, movement, request });
    case "spend_reversal":
      return decideSpendReversal({ batch, movement, request });
    case "adjustment":
      return decideAdjustment({ batch, movement, request });
    case "adjustment_reversal":
      return decideAdjustmentReversal({ batch, movement, request });
    case "transfer":
      return decideTransfer({ batch, movement, request });
  }
}

function decideSpend({ batch, movement, request }: Step<"spend">): Decided {
  const wallet = openWallet(batch, movement, request.pointsType);
  if (wallet instanceof Refusal) return wallet;
  const change = spend(holdingOf(batch.book, wallet.key), request.points, batch.ctx.now);
  if (change === null) return notEnough(batch, wallet);
  apply(batch.ctx, batch.book, wallet.key, { ...change, why: whyOf(batch, movement, "spend") });
  noteSpending(batch, movement, wallet);
  const { points, reason, paidFor = null } = request;
  return keepSpend(batch, movement, { ...wallet, points, lots: change.lots, reason, holdId: null, paidFor });
}

/** What is there is spent; the rest is taken as an adjustment, which alone may make a debt, under the same id. */
function decideOfflineSpend({ batch, movement, request }: Step<"offline_spend">): Decided {
  const wallet = openWallet(batch, movement, request.pointsType);
  if (wallet instanceof Refusal) return wallet;
  const { pointsType, reason } = request;
  const points = Math.min(request.points, balanceOf(holdingOf(batch.book, wallet.key).wallet).spendable);
  const owed = request.points - points;
  const spending = { kind: "spend", pointsType, points, reason: null } as const;
  const spent: Decided = points === 0 ? {} : decideSpend({ batch, movement, request: spending });
  if (spent instanceof Refusal || owed === 0) return spent;
  const taking = { kind: "adjustment", pointsType, points: -owed, reason } as const;
  const taken = decideAdjustment({ batch, movement, request: taking });
  return taken instanceof Refusal ? taken : { ...spent, ...taken };
}

function decideHold({ batch, movement, request }: Step<"hold">): Decided {
  const wallet = openWallet(batch, movement, request.pointsType);
  if (wallet instanceof Refusal) return wallet;
  const ends = batch.ctx.now + request.seconds * 1000;
  const held = hold(holdingOf(batch.book, wallet.key), { points: request.points, expiresAt: ends }, batch.ctx.now);
  if (held === null) return notEnough(batch, wallet);
  applyWallet(batch.book, wallet.key, held.holding);
  const row: HoldRow = {
    ...wallet.key,
    id: movement.id,
    points: request.points,
    status: "open",
    lots: held.lots,
    reason: request.reason,
    heldFor: request.paidFor ?? null,
    expiresAt: ends,
    closedAt: null,
    createdAt: batch.ctx.now,
  };
  batch.newHolds.set(movement.id, row);
  return { hold: row };
}

function decideCapture({ batch, movement, request }: Step<"capture">): Decided {
  const held = openHold(batch, movement, request);
  if (held instanceof Refusal) return held;
  const wallet = { key: held, type: typeNumbered(batch, held.pointsType) };
  const change = capture(holdingOf(batch.book, held), held, batch.ctx.now);
  apply(batch.ctx, batch.book, held, { ...change, why: whyOf(batch, movement, "spend") });
  close(batch, held, "captured");
  noteSpending(batch, movement, wallet);
  const { points, lots, reason, id: holdId, heldFor: paidFor } = held;
  return keepSpend(batch, movement, { ...wallet, points, lots, reason, holdId, paidFor });
}

function decideRelease({ batch, movement, request }: Step<"release">): Decided {
  const held = openHold(batch, movement, request);
  if (held instanceof Refusal) return held;
  applyWallet(batch.book, held, release(holdingOf(batch.book, held), held));
  close(batch, held, "released");
  settleWallet(batch.ctx, batch.book, held, { zone: movement.zone, type: typeNumbered(batch, held.pointsType) });
  return { hold: { ...held, status: "released" } };
}

function decideSpendReversal({ batch, movement, request }: Step<"spend_reversal">): Decided {
  const spent = batch.spends.get(request.spendId);
  if (spent === undefined) return new Refusal("not_found", "There is no such spend.");
  if (spent.paidFor !== (request.paidFor ?? null)) {
    return new Refusal("conflict", "This spend paid for something: give that back, and its points come back with it.");
  }
  const open = spent.points - spent.reversed;
  const points = request.points ?? open;
  if (points > open || open === 0) {
    return new Refusal("invalid", `Of this spend ${open} points can still be given back.`);
  }
  const type = typeNumbered(batch, spent.pointsType);
  settleWallet(batch.ctx, batch.book, spent, { zone: movement.zone, type });
  const grace = type.giveBack.kind === "reissue" ? type.giveBack.graceDays : null;
  const graceEnd =
    grace === null ? null : endOfDate(movement.zone, plusDays(dateIn(movement.zone, batch.ctx.now), grace));
  const draws = holdingOf(batch.book, spent).wallet.draws;
  const reissue =
    graceEnd === null
      ? null
      : lotTerms(batch.ctx.now, earlier(graceEnd, type.closesAt), { funderId: null, bucket: movement.bucket, draws });
  const lots = partOf(spent.lots, spent.reversed, points);
  const change = giveBack(holdingOf(batch.book, spent), { lots, reissue, counterAccount: "spent" }, batch.ctx.now);
  const why = { ...whyOf(batch, movement, "spend_reversal"), reversesId: spent.id };
  apply(batch.ctx, batch.book, spent, { ...change, why });
  settleWallet(batch.ctx, batch.book, spent, { zone: movement.zone, type });
  const row = { ...spent, reversed: spent.reversed + points };
  batch.spends.set(spent.id, row);
  batch.changedSpends.add(spent.id);
  return { spend: row };
}

/**
 * The stretch of the allocations that comes after `skipped` points: several give-backs together restore each lot
 * once.
 */
function partOf(lots: readonly Allocation[], skipped: number, points: number): Allocation[] {
  let toSkip = skipped;
  let toTake = points;
  const part: Allocation[] = [];
  for (const lot of lots) {
    const free = Math.max(0, lot.points - toSkip);
    toSkip = Math.max(0, toSkip - lot.points);
    const taken = Math.min(free, toTake);
    if (taken > 0) part.push({ lotId: lot.lotId, points: taken });
    toTake -= taken;
  }
  return part;
}

function decideAdjustment({ batch, movement, request }: Step<"adjustment">): Decided {
  const wallet = openWallet(batch, movement, request.pointsType);
  if (wallet instanceof Refusal) return wallet;
  const why = whyOf(batch, movement, "adjustment");
  const change =
    request.points > 0 ? given(batch, movement, wallet, request.points) : taken(batch, wallet, -request.points);
  apply(batch.ctx, batch.book, wallet.key, { ...change, why });
  const row: AdjustmentRow = {
    ...wallet.key,
    id: movement.id,
    points: request.points,
    reason: request.reason,
    reversesId: null,
    reversedBy: null,
    lots: lotsOf(change),
    actor: movement.actor,
    createdAt: batch.ctx.now,
  };
  batch.newAdjustments.push(row);
  return { adjustment: row };
}

function decideAdjustmentReversal({ batch, movement, request }: Step<"adjustment_reversal">): Decided {
  const wrong = batch.adjustments.get(request.adjustmentId);
  if (wrong === undefined) return new Refusal("not_found", "There is no such adjustment.");
  if (wrong.reversedBy !== null) return new Refusal("conflict", "This adjustment has been reversed already.");
  if (wrong.reversesId !== null) return new Refusal("invalid", "A reversal is not reversed; make a new adjustment.");
  const wallet = { key: wrong, type: typeNumbered(batch, wrong.pointsType) };
  settleWallet(batch.ctx, batch.book, wrong, { zone: movement.zone, type: wallet.type });
  const holding = holdingOf(batch.book, wrong);
  const change: Change =
    wrong.points > 0
      ? reverseEarn(
          holding,
          { points: wrong.points, ownLotId: wrong.lots[0]?.lotId ?? null, counterAccount: "adjusted" },
          batch.ctx.now,
        )
      : given(batch, movement, wallet, -wrong.points);
  const why = { ...whyOf(batch, movement, "adjustment_reversal"), reversesId: wrong.id };
  apply(batch.ctx, batch.book, wrong, { ...change, why });
  const { bucket, memberId, pointsType } = wrong;
  const row: AdjustmentRow = {
    bucket,
    memberId,
    pointsType,
    id: movement.id,
    points: -wrong.points,
    reason: request.reason,
    reversesId: wrong.id,
    reversedBy: null,
    lots: lotsOf(change),
    actor: movement.actor,
    createdAt: batch.ctx.now,
  };
  batch.newAdjustments.push(row);
  batch.adjustments.set(wrong.id, { ...wrong, reversedBy: movement.id });
  batch.reversedAdjustments.push({ bucket, memberId, id: wrong.id, by: movement.id });
  return { adjustment: row };
}

function decideTransfer({ batch, movement, request }: Step<"transfer">): Decided {
  if (request.toMemberId === movement.memberId) {
    return new Refusal("invalid", "Points cannot be transferred to the member who sends them.");
  }
  const wallet = openWallet(batch, movement, request.pointsType);
  if (wallet instanceof Refusal) return wallet;
  const before = holdingOf(batch.book, wallet.key);
  const change = spend(before, request.points, batch.ctx.now, "in_transit");
  if (change === null) return notEnough(batch, wallet);
  apply(batch.ctx, batch.book, wallet.key, { ...change, why: whyOf(batch, movement, "transfer") });
  noteSpending(batch, movement, wallet);
  const { bucket, memberId, pointsType } = wallet.key;
  const { toMemberId, points, reason, flag = null } = request;
  const createdAt = batch.ctx.now;
  const row = { bucket, memberId, id: movement.id, toMemberId, pointsType, points, reason, flag, createdAt };
  batch.newTransfers.push(row);
  const parts = change.lots.map(({ lotId, points: part }) => {
    const lot = before.lots?.get(lotId);
    return {
      points: part,
      funderId: lot?.funderId ?? null,
      activatesAt: lot?.activatesAt ?? createdAt,
      expiresAt: lot?.expiresAt ?? null,
    };
  });
  const data = { transferId: movement.id, toMemberId, pointsType, parts };
  batch.events.push({ id: movement.id, type: "transfer.debited", bucket, memberId, at: createdAt, data });
  return { transfer: row };
}

type OpenWallet = Readonly<{ key: WalletKey; type: PointsType }>;

/** The wallet that a request names, settled. */
function openWallet(batch: MovementBatch, movement: Movement, code: string): OpenWallet | Refusal {
  const type = batch.types.get(code);
  if (type === undefined) return new Refusal("invalid", `The programme has no points type "${code}".`);
  if (movement.request.kind !== "adjustment" && !type.spendable) {
    return new Refusal("invalid", `Points of the type "${code}" count for tiers only; they cannot be used.`);
  }
  const key = { bucket: movement.bucket, memberId: movement.memberId, pointsType: type.pointsType };
  settleWallet(batch.ctx, batch.book, key, { zone: movement.zone, type });
  return { key, type };
}

function openHold(
  batch: MovementBatch,
  movement: Movement,
  { holdId, paidFor = null }: { holdId: string; paidFor?: string | null },
): HoldRow | Refusal {
  const held = batch.holds.get(holdId) ?? batch.newHolds.get(holdId);
  if (held === undefined) return new Refusal("not_found", "There is no such reservation.");
  if (held.heldFor !== paidFor) {
    return new Refusal("conflict", "These points are set aside for a checkout session, which alone ends that.");
  }
  const type = typeNumbered(batch, held.pointsType);
  const status = batch.book.closedHolds.find(({ id }) => id === holdId)?.status ?? held.status;
  if (status === "open" && held.expiresAt > batch.ctx.now) return held;
  settleWallet(batch.ctx, batch.book, held, { zone: movement.zone, type });
  const words = {
    open: "timed out",
    timed_out: "timed out",
    captured: "been used already",
    released: "been released already",
  } as const;
  return new Refusal("conflict", `This reservation has ${words[status]}.`);
}

function typeNumbered(batch: MovementBatch, pointsType: number): PointsType {
  const type = [...batch.types.values()].find((it) => it.pointsType === pointsType);
  if (type === undefined) throw new Error(`points type ${pointsType} is gone`);
  return type;
}

function notEnough(batch: MovementBatch, { key }: OpenWallet): Refusal {
  const { spendable } = balanceOf(holdingOf(batch.book, key).wallet);
  return new Refusal("insufficient_points", `There are not enough points for this: ${spendable} can be used.`);
}

function noteSpending(batch: MovementBatch, movement: Movement, { key, type }: OpenWallet): void {
  if (!isSignOfLife(type.expiry, "spend")) return;
  breakSilence(batch.ctx, batch.book, key, { zone: movement.zone, type, atMs: batch.ctx.now, expiries: [] });
}

function keepSpend(
  batch: MovementBatch,
  movement: Movement,
  spent: OpenWallet & Pick<SpendRow, "points" | "lots" | "reason" | "holdId" | "paidFor">,
): Made {
  const { bucket, memberId, pointsType } = spent.key;
  const { points, lots, reason, holdId, paidFor } = spent;
  const made = { id: movement.id, createdAt: batch.ctx.now };
  const row = { bucket, memberId, pointsType, points, reversed: 0, holdId, paidFor, lots, reason, ...made };
  batch.newSpends.push(row);
  return { spend: row };
}

function close(batch: MovementBatch, held: HoldRow, status: "captured" | "released"): void {
  batch.holds.set(held.id, { ...held, status });
  batch.book.closedHolds.push({ bucket: held.bucket, memberId: held.memberId, id: held.id, status });
}

/** Points by hand have the dates that earned ones of today would have. */
function given(
  batch: MovementBatch,
  movement: Movement,
  { key, type }: OpenWallet,
  points: number,
): Change & { lot: string } {
  const holding = holdingOf(batch.book, key);
  const expires = expiresAt(type.expiry, movement.zone, batch.ctx.now);
  const terms = lotTermsFor(
    { ...type, activation: { kind: "immediately" } },
    { zone: movement.zone, dayMs: batch.ctx.now, funderId: null, bucket: key.bucket, draws: holding.wallet.draws },
  );
  const lot = { ...terms, expiresAt: expires };
  return { ...earn(holding, { points, counterAccount: "adjusted", lot }, batch.ctx.now), lot: lot.id };
}

function taken(batch: MovementBatch, { key }: OpenWallet, points: number): Change {
  return reverseEarn(holdingOf(batch.book, key), { points, ownLotId: null, counterAccount: "adjusted" }, batch.ctx.now);
}

function lotsOf(change: Change): Allocation[] {
  return change.movements.flatMap(({ lotId, points }) => (lotId === null ? [] : [{ lotId, points: Math.abs(points) }]));
}

function whyOf(batch: MovementBatch, movement: Movement, cause: Cause): CauseOf {
  return { cause, causeId: movement.id, partnerId: null, eventAt: batch.ctx.now };
}
