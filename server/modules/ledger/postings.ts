// The only code that moves points. A book holds what the members of one batch have; changes are applied to it in
// memory, one after the other, and written at the end with one statement a table.
import { emptyWallet, type Holding, type LotTerms, type Movement, type Wallet } from "@fedele/core/ledger.ts";
import type { Lot } from "@fedele/core/lots.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { addToSlots, type Cause, type Entry, insertEntries, type SlotChange } from "./store/entries.ts";
import { closeHolds, findDueHolds, type HoldRow, type HoldStatus, type ResourceKey } from "./store/resources.ts";
import {
  depositLots,
  findLots,
  findOpenLots,
  lockWallets,
  type MemberKey,
  type OwnedLot,
  saveWallets,
  updateLots,
  type WalletKey,
} from "./store/wallets.ts";

/** The counter-account's partner in slots where it is the operator: a key has no null. */
export const OPERATOR = "00000000-0000-0000-0000-000000000000";

/** Why points move: what every entry of a change has in common. */
export type CauseOf = Readonly<{
  cause: Cause;
  causeId: string;
  partnerId: string | null;
  eventAt: number;
  reversesId?: string | null;
  ruleId?: string | null;
  ruleVersion?: number | null;
  rate?: string | null;
}>;

type Account = {
  readonly key: WalletKey;
  before: Holding;
  holding: Holding;
  /** What was put into lots that nobody looked at. */
  readonly deposits: Map<string, Lot>;
  isTouched: boolean;
};

export type Book = {
  readonly accounts: Map<string, Account>;
  readonly entries: Entry[];
  /** Members whose open lots were all looked at. */
  readonly withLots: Set<string>;
  /** Open holds whose time is over, of those members. */
  readonly dueHolds: HoldRow[];
  readonly closedHolds: (ResourceKey & { status: HoldStatus })[];
};

/** The wallets of the members, locked. The members' facts must be locked before: a wallet may not exist yet. */
export async function openBook(ctx: Ctx, members: readonly MemberKey[]): Promise<Book> {
  const wallets = await lockWallets(ctx, members);
  const book: Book = { accounts: new Map(), entries: [], withLots: new Set(), dueHolds: [], closedHolds: [] };
  for (const { wallet, ...key } of wallets) addAccount(book, key, wallet);
  return book;
}

/**
 * Looks at all open lots and due holds of the members, for whatever takes points. Two questions that travel together.
 */
export async function readLots(ctx: Ctx, book: Book, members: readonly MemberKey[]): Promise<void> {
  if (members.length === 0) return;
  const ids = new Set(members.map(({ memberId }) => memberId));
  const isHolding = [...book.accounts.values()].some(
    ({ key, holding }) => ids.has(key.memberId) && holding.wallet.held > 0,
  );
  const [lots, dueHolds] = await Promise.all([findOpenLots(ctx, members), isHolding ? findDueHolds(ctx, members) : []]);
  for (const { memberId } of members) {
    book.withLots.add(memberId);
    for (const account of book.accounts.values()) {
      if (account.key.memberId === memberId) noteLots(account, []);
    }
  }
  addLots(book, lots);
  book.dueHolds.push(...dueHolds);
}

/** Looks at the lots that expiries emptied: what expired only because something was told late comes back to them. */
export async function readExpiredLots(ctx: Ctx, book: Book, expiries: readonly Entry[]): Promise<void> {
  const emptied = expiries.flatMap(({ lotId, ...key }) => (lotId === null ? [] : [{ ...key, lotId }]));
  if (emptied.length > 0) addLots(book, await findLots(ctx, emptied));
}

/** Particular lots besides the open ones: those that points are given back to. */
export function addLots(book: Book, lots: readonly OwnedLot[]): void {
  for (const { memberId, pointsType, lot } of lots) {
    const account = book.accounts.get(`${memberId}/${pointsType}`);
    if (account === undefined) throw new Error(`lot ${lot.id} has no wallet`);
    noteLots(account, [lot]);
  }
}

function noteLots(account: Account, lots: readonly Lot[]): void {
  const unknown = lots.filter((lot) => account.before.lots?.has(lot.id) !== true);
  const add = (known: Holding["lots"]) => new Map([...(known ?? []), ...unknown.map((lot) => [lot.id, lot] as const)]);
  account.before = { ...account.before, lots: add(account.before.lots) };
  account.holding = { ...account.holding, lots: add(account.holding.lots) };
}

function addAccount(book: Book, key: WalletKey, wallet: Wallet): Account {
  const holding = { wallet, lots: book.withLots.has(key.memberId) ? new Map<string, Lot>() : null };
  const account = { key, before: holding, holding, deposits: new Map<string, Lot>(), isTouched: false };
  book.accounts.set(`${key.memberId}/${key.pointsType}`, account);
  return account;
}

/** What the member holds now, within the batch; empty where there is no wallet yet. */
export function holdingOf(book: Book, key: WalletKey): Holding {
  return accountOf(book, key).holding;
}

function accountOf(book: Book, key: WalletKey): Account {
  return book.accounts.get(`${key.memberId}/${key.pointsType}`) ?? addAccount(book, key, emptyWallet);
}

/** Takes a change over. `terms` are those of the lots that the change may have put points into. */
export function apply(
  ctx: LaneCtx,
  book: Book,
  key: WalletKey,
  change: { holding: Holding; movements: readonly Movement[]; why: CauseOf; terms?: LotTerms },
): void {
  const account = accountOf(book, key);
  account.holding = change.holding;
  account.isTouched = true;
  for (const movement of change.movements) {
    if (account.holding.lots === null) noteDeposit(account, movement, change.terms);
    book.entries.push(toEntry(ctx, key, movement, change.why));
  }
}

/** What changed without points moving: points set aside, dates, the last sign of life. */
export function applyWallet(book: Book, key: WalletKey, holding: Holding): void {
  const account = accountOf(book, key);
  account.holding = holding;
  account.isTouched = true;
}

function noteDeposit(account: Account, { lotId, points }: Movement, terms: LotTerms | undefined): void {
  if (lotId === null) return;
  if (terms?.id !== lotId || points < 0) throw new Error(`lot ${lotId} is drawn on unseen`);
  const earned = (account.deposits.get(lotId)?.earned ?? 0) + points;
  account.deposits.set(lotId, { ...terms, earned, remaining: earned, held: 0 });
}

function toEntry(ctx: LaneCtx, key: WalletKey, movement: Movement, why: CauseOf): Entry {
  return {
    ...key,
    id: newId(ctx.now, key.bucket),
    points: movement.points,
    counterAccount: movement.counterAccount,
    lotId: movement.lotId,
    partnerId: why.partnerId,
    cause: why.cause,
    causeId: why.causeId,
    reversesId: why.reversesId ?? null,
    ruleId: why.ruleId ?? null,
    ruleVersion: why.ruleVersion ?? null,
    rate: why.rate ?? null,
    eventAt: why.eventAt,
    createdAt: ctx.now,
  };
}

/** Writes the book: wallets, lots, entries and their other side. At most six statements, not waited for. */
export function post(ctx: LaneCtx, book: Book): void {
  if (book.closedHolds.length > 0) ctx.later(closeHolds(ctx, book.closedHolds));
  const touched = [...book.accounts.values()].filter((account) => account.isTouched).sort(byKey);
  if (touched.length === 0) return;
  const deposits = touched.flatMap(({ key, holding, before, deposits }) =>
    [...(holding.lots === null ? deposits : newLots(before, holding)).values()].map((lot) => ({ ...key, lot })),
  );
  const changed = touched.flatMap(({ key, holding, before }) =>
    changedLots(before, holding).map((lot) => ({ ...key, lot })),
  );
  ctx.later(
    saveWallets(
      ctx,
      touched.map(({ key, holding }) => ({ ...key, wallet: holding.wallet })),
    ),
  );
  if (deposits.length > 0) ctx.later(depositLots(ctx, deposits));
  if (changed.length > 0) ctx.later(updateLots(ctx, changed));
  if (book.entries.length > 0) {
    ctx.later(insertEntries(ctx, book.entries));
    ctx.later(addToSlots(ctx, ctx.lane, slotChanges(book.entries)));
  }
}

function newLots(before: Holding, after: Holding): Map<string, Lot> {
  return new Map([...(after.lots ?? [])].filter(([id]) => before.lots?.has(id) !== true));
}

/** New lots are inserted as they were earned; whatever was taken from them in the same batch is written after. */
function changedLots(before: Holding, after: Holding): Lot[] {
  return [...(after.lots?.values() ?? [])].filter((lot) => {
    const old = before.lots?.get(lot.id);
    if (old === undefined) return lot.remaining !== lot.earned || lot.held !== 0;
    return old.remaining !== lot.remaining || old.held !== lot.held || old.earned !== lot.earned;
  });
}

function slotChanges(entries: readonly Entry[]): SlotChange[] {
  const slots = new Map<
    string,
    { bucket: number; account: string; partnerId: string; pointsType: number; points: number }
  >();
  for (const { bucket, counterAccount, partnerId, pointsType, points } of entries) {
    const key = `${String(bucket).padStart(5, "0")}/${counterAccount}/${partnerId ?? OPERATOR}/${pointsType}`;
    const slot = slots.get(key);
    if (slot === undefined) {
      slots.set(key, {
        bucket,
        account: counterAccount,
        partnerId: partnerId ?? OPERATOR,
        pointsType,
        points: -points,
      });
    } else {
      slot.points -= points;
    }
  }
  return [...slots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot);
}

function byKey(a: Account, b: Account): number {
  if (a.key.bucket !== b.key.bucket) return a.key.bucket - b.key.bucket;
  if (a.key.memberId !== b.key.memberId) return a.key.memberId < b.key.memberId ? -1 : 1;
  return a.key.pointsType - b.key.pointsType;
}
