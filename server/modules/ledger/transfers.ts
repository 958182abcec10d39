// The other side of a transfer. The debit has told of itself; here the points arrive with the dates that they had, or,
// where nobody can take them, travel back. Sender and receiver are never in one transaction.
import { earn } from "@fedele/core/ledger.ts";
import { whyMayNot } from "@fedele/core/rights.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { erasedAmong } from "../members/erasures.ts";
import { lockFacts, type MemberRecord, rightsOf } from "../members/facts.ts";
import { forfeit, send, sendAll } from "./closing.ts";
import { lotTerms } from "./pointsTypes.ts";
import { apply, type Book, holdingOf, openBook, post, readLots } from "./postings.ts";
import { claimTransferCredits, type RefusedBecause } from "./store/transferCredits.ts";
import type { WalletKey } from "./store/wallets.ts";

/** Points of one lot of the sender: the receiver gets them as good as they were. */
type Part = Readonly<{ points: number; funderId: string | null; activatesAt: number; expiresAt: number | null }>;

/** Points in transit: whose they were and whose they shall be. */
type InTransit = WalletKey &
  Readonly<{ event: OutboxEvent; transferId: string; senderId: string; points: number; parts: readonly Part[] }>;

/** Books transfers onto their receivers, who live in one bucket. Twice books once. */
export async function creditTransfers(ctx: LaneCtx, events: readonly OutboxEvent[]): Promise<void> {
  const transfers = events.map((event) => inTransit(event, event.memberId));
  const { book, records } = await openReceivers(ctx, transfers);
  const decided = transfers.map((transfer) => {
    const because = refusalOf(records.get(transfer.memberId), ctx.now);
    return { ...transfer, because, outcome: because === null ? ("credited" as const) : ("refused" as const) };
  });
  const fresh = await claimTransferCredits(ctx, decided);
  const news = decided.filter(({ transferId }) => fresh.has(transferId));
  const forward = await forwarding(ctx, book, records);
  for (const transfer of news) if (transfer.because === null) credit(ctx, book, transfer);
  forward();
  post(ctx, book);
  await emit(
    ctx,
    news.flatMap((transfer) => (transfer.because === null ? [] : [sentBack(ctx, transfer, transfer.because)])),
  );
}

/**
 * Gives points that nobody could take back to their senders, who live in one bucket. Twice books once. Whoever was
 * erased meanwhile forfeits them.
 */
export async function returnTransfers(ctx: LaneCtx, events: readonly OutboxEvent[]): Promise<void> {
  const transfers = events.map((event) => inTransit(event, event.memberId));
  const { book, records } = await openReceivers(ctx, transfers);
  const closed = [...records.values()].filter(({ facts }) => facts.status === "closed");
  const erased = await erasedAmong(
    ctx,
    closed.map(({ memberId }) => memberId),
  );
  const decided = transfers.map((transfer) => {
    return { ...transfer, outcome: "returned" as const, because: becauseOf(transfer.event) };
  });
  const fresh = await claimTransferCredits(ctx, decided);
  const news = decided.filter(({ transferId }) => fresh.has(transferId));
  const forfeited = news.filter(({ memberId }) => erased.has(memberId));
  await readLots(ctx, book, forfeited);
  const forward = await forwarding(ctx, book, records);
  for (const transfer of news) credit(ctx, book, transfer);
  forward();
  for (const transfer of forfeited) forfeit(ctx, book, transfer);
  post(ctx, book);
}

/** In whose bucket an event of a transfer has its effect. */
export function bucketOfReceiver(event: OutboxEvent): number {
  return bucketOf(textOf(event, "toMemberId"));
}

async function openReceivers(
  ctx: LaneCtx,
  transfers: readonly InTransit[],
): Promise<{ book: Book; records: ReadonlyMap<string, MemberRecord> }> {
  const members = [...new Map(transfers.map(({ bucket, memberId }) => [memberId, { bucket, memberId }])).values()];
  const [records, book] = await Promise.all([lockFacts(ctx, members), openBook(ctx, members)]);
  return { book, records: new Map(records.map((record) => [record.memberId, record])) };
}

/** What reaches a member who has become another pays off what they owe and goes on to that one. */
async function forwarding(ctx: LaneCtx, book: Book, records: ReadonlyMap<string, MemberRecord>): Promise<() => void> {
  const moved = [...records.values()].filter(({ mergedInto }) => mergedInto !== null);
  await readLots(ctx, book, moved);
  return () => {
    const sent = [...book.accounts.values()].flatMap(({ key }) => {
      const { mergedInto = null } = moved.find(({ memberId }) => memberId === key.memberId) ?? {};
      return mergedInto === null ? [] : (sendAll(ctx, book, key, mergedInto) ?? []);
    });
    send(ctx, sent);
  };
}

/** Who may only earn may be given points as well, and so may a child. */
function refusalOf(record: MemberRecord | undefined, nowMs: number): RefusedBecause | null {
  if (record === undefined) return "unknown";
  if (record.mergedInto !== null) return null;
  const why = whyMayNot(rightsOf(record, nowMs), "receive");
  return why === "closed" || why === "blocked" ? why : null;
}

/** The sender's debit has no partner, so neither has its other half: what is in transit sums to nothing. */
function credit(ctx: LaneCtx, book: Book, transfer: InTransit): void {
  const { bucket, event, transferId } = transfer;
  const why = { cause: "transfer", causeId: transferId, partnerId: null, eventAt: event.at } as const;
  for (const { points, funderId, activatesAt, expiresAt } of transfer.parts) {
    const holding = holdingOf(book, transfer);
    const lot = lotTerms(activatesAt, expiresAt, { funderId, bucket, draws: holding.wallet.draws });
    const change = earn(holding, { points, counterAccount: "in_transit", lot }, ctx.now);
    apply(ctx, book, transfer, { ...change, why, terms: lot });
  }
}

function sentBack(ctx: LaneCtx, transfer: InTransit, because: RefusedBecause): OutboxEvent {
  const { bucket, senderId, transferId, pointsType, parts } = transfer;
  const data = { transferId, toMemberId: senderId, pointsType, parts, because };
  return { id: newId(ctx.now, bucket), type: "transfer.returned", bucket, memberId: senderId, at: ctx.now, data };
}

function inTransit(event: OutboxEvent, senderId: string): InTransit {
  const memberId = textOf(event, "toMemberId");
  const { parts, pointsType } = event.data;
  if (!Array.isArray(parts) || typeof pointsType !== "number") throw malformed(event);
  const read = parts.map((part: unknown) => partOf(event, part));
  return {
    event,
    transferId: textOf(event, "transferId"),
    senderId,
    bucket: bucketOf(memberId),
    memberId,
    pointsType,
    points: read.reduce((sum, { points }) => sum + points, 0),
    parts: read,
  };
}

function partOf(event: OutboxEvent, part: unknown): Part {
  if (typeof part !== "object" || part === null) throw malformed(event);
  if (!("points" in part && "funderId" in part && "activatesAt" in part && "expiresAt" in part)) throw malformed(event);
  const { points, funderId, activatesAt, expiresAt } = part;
  const isFunded = funderId === null || typeof funderId === "string";
  const isDated = typeof activatesAt === "number" && (expiresAt === null || typeof expiresAt === "number");
  if (typeof points !== "number" || !isFunded || !isDated) throw malformed(event);
  return { points, funderId, activatesAt, expiresAt };
}

function becauseOf(event: OutboxEvent): RefusedBecause {
  const { because } = event.data;
  if (because === "unknown" || because === "blocked" || because === "closed") return because;
  throw malformed(event);
}

function textOf(event: OutboxEvent, field: "transferId" | "toMemberId"): string {
  const value = event.data[field];
  if (typeof value !== "string") throw malformed(event);
  return value;
}

function malformed({ id, type }: OutboxEvent): Error {
  return new Error(`event ${id} does not read like ${type}`);
}
