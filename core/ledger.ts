// Double entry for points. Points are never made or lost, only moved: what comes onto a member's wallet goes off a
// counter-account. Each function takes what a member holds and says what they hold afterwards and which movements led
// there; what a movement leaves in its lot, or in the debt, is always the sum of the movements.
import { type Allocation, allocate, allocateReversal, type Lot, spendOrder } from "./lots.ts";

export const counterAccounts = [
  "issued",
  "spent",
  "expired",
  "adjusted",
  "opening",
  "in_transit",
  "forfeited",
  "lost",
] as const;

/** Where points come from and go to. `lost`: what a policy forgave or charged in money. */
export type CounterAccount = (typeof counterAccounts)[number];

/**
 * `balance` is what all lots have left; of it `pending` is not active yet and `held` is set aside. `debt` is what a
 * reversal took although it was spent. pending holds until nextChangeAt (null: for ever); after it, lots must be asked.
 * `draws` counts how often lots were taken from.
 */
export type Wallet = Readonly<{
  balance: number;
  pending: number;
  held: number;
  debt: number;
  draws: number;
  nextChangeAt: number | null;
  lastActivityAt: number | null;
}>;

export const emptyWallet: Wallet = {
  balance: 0,
  pending: 0,
  held: 0,
  debt: 0,
  draws: 0,
  nextChangeAt: null,
  lastActivityAt: null,
};

/** A wallet with its open lots; `lots: null` where nobody needed to look at them. */
export type Holding = Readonly<{ wallet: Wallet; lots: ReadonlyMap<string, Lot> | null }>;

/** `points` onto the wallet (below zero: off it) and minus `points` onto the counter-account; lotId null: debt. */
export type Movement = Readonly<{ points: number; counterAccount: CounterAccount; lotId: string | null }>;

export type Change = Readonly<{ holding: Holding; movements: readonly Movement[] }>;

/** Where earned points go: a lot's terms. */
export type LotTerms = Readonly<Pick<Lot, "id" | "funderId" | "activatesAt" | "expiresAt">>;

export type Hold = Readonly<{ id: string; lots: readonly Allocation[]; expiresAt: number }>;

/** What a member sees. `spendable` may be used now; `total` is balance minus debt and may be below zero. */
export type Balance = Readonly<{ total: number; spendable: number; pending: number; held: number; debt: number }>;

/** Points come in. A debt is paid off first, by a movement of its own. Needs no lots. */
export function earn(
  holding: Holding,
  deposit: { points: number; counterAccount: CounterAccount; lot: LotTerms },
  nowMs: number,
): Change {
  const { points, counterAccount, lot } = deposit;
  const toDebt = Math.min(holding.wallet.debt, points);
  const toLot = points - toDebt;
  const movements: Movement[] = [];
  if (toDebt > 0) movements.push({ points: toDebt, counterAccount, lotId: null });
  if (toLot > 0) movements.push({ points: toLot, counterAccount, lotId: lot.id });

  const isPending = lot.activatesAt > nowMs;
  const wallet: Wallet = {
    ...holding.wallet,
    balance: holding.wallet.balance + toLot,
    pending: holding.wallet.pending + (isPending ? toLot : 0),
    debt: holding.wallet.debt - toDebt,
    nextChangeAt:
      toLot > 0 ? earlier(holding.wallet.nextChangeAt, nextChangeOf(lot, nowMs)) : holding.wallet.nextChangeAt,
  };
  return { holding: { wallet, lots: toLot > 0 ? added(holding.lots, lot, toLot) : holding.lots }, movements };
}

function added(lots: Holding["lots"], terms: LotTerms, points: number): Holding["lots"] {
  if (lots === null) return null;
  const lot = lots.get(terms.id) ?? { ...terms, earned: 0, remaining: 0, held: 0 };
  return new Map(lots).set(lot.id, { ...lot, earned: lot.earned + points, remaining: lot.remaining + points });
}

/**
 * Books what the date has decided: holds that timed out are let go, what came free pays off a debt, then lots whose
 * time is over expire, but for what is still held. `silentUntilMs`: the moment at which all of them expire for want of
 * activity. Running it twice books once.
 */
export function settle(
  holding: Holding,
  facts: { nowMs: number; silentUntilMs: number | null; dueHolds: readonly Hold[] },
): Change {
  let lots = new Map(lotsOf(holding));
  for (const hold of facts.dueHolds) lots = withHeld(lots, hold.lots, -1);

  const payment = debtPayment(lots, holding.wallet.debt, facts.nowMs);
  lots = afterMovements(lots, payment.movements);
  const wallet = { ...holding.wallet, debt: holding.wallet.debt - payment.points };

  const isSilent = facts.silentUntilMs !== null && facts.silentUntilMs <= facts.nowMs;
  const expired: Movement[] = [];
  for (const lot of lots.values()) {
    const isOver =
      (isSilent && isEndedBy(facts.silentUntilMs, lot)) || (lot.expiresAt !== null && lot.expiresAt <= facts.nowMs);
    const points = lot.remaining - lot.held;
    if (isOver && points > 0) expired.push({ points: -points, counterAccount: "expired", lotId: lot.id });
  }
  const movements = [...payment.movements, ...expired];
  return { holding: summed(wallet, afterMovements(lots, expired), { ...facts, draws: movements.length }), movements };
}

/** Whether a silence that ends then takes the lot with it: what came after its end is not lost by it. */
export function isEndedBy(silentUntilMs: number | null, lot: Pick<Lot, "activatesAt">): boolean {
  return silentUntilMs !== null && lot.activatesAt < silentUntilMs;
}

/**
 * Points beside a debt were reserved when it arose, or were given back since. Now that they are free they pay it off,
 * before they can expire and be gone a second time. Off the lots and onto the debt: it sums to nothing.
 */
function debtPayment(
  lots: ReadonlyMap<string, Lot>,
  debt: number,
  nowMs: number,
): { points: number; movements: readonly Movement[] } {
  const { allocations } = debt === 0 ? noAllocations : allocateReversal([...lots.values()], null, debt, nowMs);
  const points = pointsOf(allocations);
  if (points === 0) return { points, movements: [] };
  const paid: Movement = { points, counterAccount: "issued", lotId: null };
  return { points, movements: [...allocations.map((it): Movement => takenFor(it, "issued")), paid] };
}

const noAllocations: { allocations: readonly Allocation[] } = { allocations: [] };

/** Points go out, earliest expiry first; null when there are not enough. A debt counts against what may be used. */
export function spend(
  holding: Holding,
  points: number,
  nowMs: number,
  counterAccount: CounterAccount = "spent",
): (Change & { lots: Allocation[] }) | null {
  if (balanceOf(holding.wallet).spendable < points) return null;
  const allocations = allocate([...lotsOf(holding).values()], points, nowMs);
  if (allocations === null) return null;
  return { ...taken(holding, allocations, counterAccount, nowMs), lots: allocations };
}

/** Sets points aside until `expiresAt`: their lots are chosen now. Null when there are not enough. */
export function hold(
  holding: Holding,
  wanted: { points: number; expiresAt: number },
  nowMs: number,
): { holding: Holding; lots: Allocation[] } | null {
  const { points } = wanted;
  if (balanceOf(holding.wallet).spendable < points) return null;
  const allocations = allocate([...lotsOf(holding).values()], points, nowMs);
  if (allocations === null) return null;
  const lots = withHeld(new Map(lotsOf(holding)), allocations, 1);
  const wallet = {
    ...holding.wallet,
    held: holding.wallet.held + points,
    draws: holding.wallet.draws + 1,
    nextChangeAt: earlier(holding.wallet.nextChangeAt, wanted.expiresAt),
  };
  return { holding: { wallet, lots }, lots: allocations };
}

/** The held points are used after all, even if their lot expired meanwhile: the reservation wins. */
export function capture(holding: Holding, held: Hold, nowMs: number): Change {
  return taken(release(holding, held), held.lots, "spent", nowMs);
}

/** The held points are free again. `settle` afterwards lets those expire whose time is over. */
export function release(holding: Holding, held: Hold): Holding {
  const lots = withHeld(new Map(lotsOf(holding)), held.lots, -1);
  return { wallet: { ...holding.wallet, held: holding.wallet.held - pointsOf(held.lots) }, lots };
}

/**
 * Takes back points that were earned: from their own lot, then from others, and what nobody can give becomes debt.
 * Two kinds of movement then, so that the member sees both. `missing` says how much became debt.
 */
export function reverseEarn(
  holding: Holding,
  reversal: { points: number; ownLotId: string | null; counterAccount: CounterAccount },
  nowMs: number,
): Change & { missing: number } {
  const lots = [...lotsOf(holding).values()];
  const { allocations, missing } = allocateReversal(lots, reversal.ownLotId, reversal.points, nowMs);
  const change = taken(holding, allocations, reversal.counterAccount, nowMs);
  if (missing === 0) return { ...change, missing };
  const wallet = { ...change.holding.wallet, debt: change.holding.wallet.debt + missing };
  const movement: Movement = { points: -missing, counterAccount: reversal.counterAccount, lotId: null };
  return { holding: { wallet, lots: change.holding.lots }, movements: [...change.movements, movement], missing };
}

/**
 * Forgives debt, or replaces it by money: the other half of a clamped reversal. Or takes it elsewhere, where another
 * account is named.
 */
export function forgive(holding: Holding, points: number, counterAccount: CounterAccount = "lost"): Change {
  const wallet = { ...holding.wallet, debt: holding.wallet.debt - points };
  return { holding: { ...holding, wallet }, movements: [{ points, counterAccount, lotId: null }] };
}

/**
 * Takes out all that is there, what is not active yet too: a wallet is closed, or its points go elsewhere. `lots` says
 * what each gave, with the dates that it had. What is set aside stays: let it go first.
 */
export function withdrawAll(
  holding: Holding,
  counterAccount: CounterAccount,
  nowMs: number,
): Change & { lots: (Lot & { points: number })[] } {
  const lots = [...lotsOf(holding).values()].sort(spendOrder).flatMap((lot) => {
    const points = lot.remaining - lot.held;
    return points > 0 ? [{ ...lot, points }] : [];
  });
  const allocations = lots.map(({ id, points }) => ({ lotId: id, points }));
  return { ...taken(holding, allocations, counterAccount, nowMs), lots };
}

/** Takes points out of these very lots; who asks has looked that they have them free. */
export function withdraw(
  holding: Holding,
  allocations: readonly Allocation[],
  counterAccount: CounterAccount,
  nowMs: number,
): Change {
  return taken(holding, allocations, counterAccount, nowMs);
}

/**
 * Gives spent points back into the very lots they came from, with the dates that those had. Points whose lot is over
 * expire again with the next settle, or go into `reissue`, a lot of their own with some days of grace. A debt is paid
 * off by that settle too.
 */
export function giveBack(
  holding: Holding,
  restored: { lots: readonly Allocation[]; reissue: LotTerms | null; counterAccount: CounterAccount },
  nowMs: number,
): Change {
  const { counterAccount, reissue } = restored;
  let lots = new Map(lotsOf(holding));
  const movements: Movement[] = [];
  for (const { lotId, points } of restored.lots) {
    const lot = lots.get(lotId);
    if (lot === undefined) throw new Error(`lot ${lotId} was not loaded`);
    const isOver = lot.expiresAt !== null && lot.expiresAt <= nowMs;
    if (isOver && reissue !== null) {
      lots = new Map(added(lots, reissue, points));
      movements.push({ points, counterAccount, lotId: reissue.id });
    } else {
      lots.set(lotId, { ...lot, remaining: lot.remaining + points });
      movements.push({ points, counterAccount, lotId });
    }
  }
  return { holding: summed(holding.wallet, lots, { nowMs, silentUntilMs: null, draws: 1 }), movements };
}

/** What the wallet says, true until its nextChangeAt; after that `settle` first. */
export function balanceOf(wallet: Wallet): Balance {
  const { balance, pending, held, debt } = wallet;
  return { total: balance - debt, spendable: Math.max(0, balance - pending - held - debt), pending, held, debt };
}

/** Whether the date has decided something that the wallet does not show yet. */
export function isStale(wallet: Wallet, nowMs: number): boolean {
  return wallet.nextChangeAt !== null && wallet.nextChangeAt <= nowMs;
}

export function earlier(a: number | null, b: number | null): number | null {
  if (a === null) return b;
  return b === null ? a : Math.min(a, b);
}

function taken(holding: Holding, allocations: readonly Allocation[], account: CounterAccount, nowMs: number): Change {
  const movements = allocations.map((allocation) => takenFor(allocation, account));
  const lots = afterMovements(new Map(lotsOf(holding)), movements);
  return {
    holding: summed(holding.wallet, lots, { nowMs, silentUntilMs: null, draws: allocations.length }),
    movements,
  };
}

function takenFor({ lotId, points }: Allocation, counterAccount: CounterAccount): Movement {
  return { points: -points, counterAccount, lotId };
}

/** The lots after the movements that are about them; those without a lot are about the debt. */
function afterMovements(lots: Map<string, Lot>, movements: readonly Movement[]): Map<string, Lot> {
  for (const { lotId, points } of movements) {
    if (lotId === null) continue;
    const lot = lots.get(lotId);
    if (lot === undefined) throw new Error(`lot ${lotId} was not loaded`);
    lots.set(lot.id, { ...lot, remaining: lot.remaining + points });
  }
  return lots;
}

function withHeld(lots: Map<string, Lot>, allocations: readonly Allocation[], sign: 1 | -1): Map<string, Lot> {
  for (const { lotId, points } of allocations) {
    const lot = lots.get(lotId);
    if (lot === undefined) throw new Error(`lot ${lotId} was not loaded`);
    lots.set(lotId, { ...lot, held: lot.held + sign * points });
  }
  return lots;
}

/** The wallet as its lots say it is. A change that a hold or silence will bring is kept if it lies ahead. */
function summed(
  wallet: Wallet,
  lots: ReadonlyMap<string, Lot>,
  facts: { nowMs: number; silentUntilMs: number | null; draws: number },
): Holding {
  let balance = 0;
  let pending = 0;
  let held = 0;
  const isAhead = wallet.nextChangeAt !== null && wallet.nextChangeAt > facts.nowMs;
  let nextChangeAt = isAhead ? wallet.nextChangeAt : null;
  if (facts.silentUntilMs !== null && facts.silentUntilMs > facts.nowMs) {
    nextChangeAt = earlier(nextChangeAt, facts.silentUntilMs);
  }
  for (const lot of lots.values()) {
    if (lot.remaining === 0) continue;
    balance += lot.remaining;
    held += lot.held;
    if (lot.activatesAt > facts.nowMs) pending += lot.remaining - lot.held;
    nextChangeAt = earlier(nextChangeAt, nextChangeOf(lot, facts.nowMs));
  }
  return { wallet: { ...wallet, balance, pending, held, nextChangeAt, draws: wallet.draws + facts.draws }, lots };
}

/** When the lot's part of the wallet changes next. A time that has passed already says that `settle` is due. */
function nextChangeOf(lot: LotTerms, nowMs: number): number | null {
  return lot.activatesAt > nowMs ? lot.activatesAt : lot.expiresAt;
}

function pointsOf(allocations: readonly Allocation[]): number {
  return allocations.reduce((sum, { points }) => sum + points, 0);
}

function lotsOf(holding: Holding): ReadonlyMap<string, Lot> {
  if (holding.lots === null) throw new Error("the wallet's lots were not loaded");
  return holding.lots;
}
