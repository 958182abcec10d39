// The friend's side of a gift: it arrives as an issued reward, once; where nobody can take it, or it is asked back
// before it was used, it travels back. Each side acts in its own bucket, by the other's events, heard once.
import { freeAt, type Gift, giftFrom, giftKinds, statusAfter } from "@fedele/core/rewards.ts";
import { whyMayNot } from "@fedele/core/rights.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { lockFacts, type MemberRecord, rightsOf } from "../members/facts.ts";
import { claimArrival, findArrival, findGift, saveGift, type WhyReturned, whyReturned } from "./store/gifts.ts";
import { findIssued, insertIssued, type MemberKey, saveStatus, unheld } from "./store/issuedRewards.ts";

/** In whose bucket the friend's part happens. */
export function bucketOfFriend(event: OutboxEvent): number {
  return bucketOf(textOf(event, "toMemberId"));
}

/** In whose bucket the giver's part happens. */
export function bucketOfGiver(event: OutboxEvent): number {
  return bucketOf(textOf(event, "giverId"));
}

/** Gifts that were made or asked back, of friends in one bucket, in the order in which that happened. */
export async function bringGifts(ctx: Ctx, events: readonly OutboxEvent[]): Promise<void> {
  const friends = events.map((event) => ({ memberId: textOf(event, "toMemberId"), bucket: bucketOfFriend(event) }));
  const records = await lockFacts(ctx, distinct(friends));
  const known = new Map(records.map((record) => [record.memberId, record]));
  for (const event of events) {
    const memberId = textOf(event, "toMemberId");
    const friend = { memberId, bucket: bucketOf(memberId) };
    if (event.type === "reward.given") await arrive(ctx, friend, event, known.get(memberId));
    else await takeAway(ctx, friend, event);
  }
}

async function arrive(
  ctx: Ctx,
  friend: MemberKey,
  event: OutboxEvent,
  record: MemberRecord | undefined,
): Promise<void> {
  const giftId = textOf(event, "giftId");
  const because = whyNot(record, ctx.now);
  const issuedRewardId = because === null ? newId(ctx.now, friend.bucket) : null;
  const isNew = await claimArrival(ctx, friend, { giftId, giverId: event.memberId, issuedRewardId });
  if (!isNew) return;
  if (because !== null) return sendBack(ctx, friend, { giftId, giverId: event.memberId, because });
  if (issuedRewardId === null) return;
  const { rewardId, expiresAt } = event.data;
  const times = { createdAt: ctx.now, changedAt: ctx.now };
  await insertIssued(ctx, {
    ...friend,
    id: issuedRewardId,
    origin: { source: "gift", giftId },
    rewardId: typeof rewardId === "string" ? rewardId : null,
    gift: giftIn(event),
    status: "active",
    expiresAt: typeof expiresAt === "number" ? expiresAt : null,
    ...unheld,
    ...times,
  });
  const data = { giftId, issuedRewardId };
  await emit(ctx, [{ id: newId(ctx.now, friend.bucket), type: "gift.arrived", ...friend, at: ctx.now, data }]);
}

/** A child may be given to, and so may who only earns. */
function whyNot(record: MemberRecord | undefined, nowMs: number): "unknown" | "blocked" | "closed" | null {
  if (record === undefined) return "unknown";
  const why = whyMayNot(rightsOf(record, nowMs), "receive");
  return why === "closed" || why === null ? why : "blocked";
}

/** Asked back: what the friend has not touched goes; what was used, reserved or given on stays, and the giver hears. */
async function takeAway(ctx: Ctx, friend: MemberKey, event: OutboxEvent): Promise<void> {
  const giftId = textOf(event, "giftId");
  const arrival = await findArrival(ctx, friend, giftId);
  // Refused when it came: it is on its way back already.
  if (arrival?.issuedRewardId == null) return;
  const issued = await findIssued(ctx, { ...friend, id: arrival.issuedRewardId });
  // Declined meanwhile: the same.
  if (issued === null || issued.status === "cancelled") return;
  if (freeAt(issued.status, issued.reservedUntil, ctx.now) === "active") {
    await saveStatus(ctx, { ...issued, status: "cancelled" });
    return sendBack(ctx, friend, { giftId, giverId: event.memberId, because: "recalled" });
  }
  await emit(ctx, [about(ctx, friend, "gift.kept", { giftId, giverId: event.memberId })]);
}

/** For whoever has cancelled what arrived: the gift goes back to whoever gave it. */
export async function declineGift(ctx: Ctx, friend: MemberKey, giftId: string): Promise<void> {
  const arrival = await findArrival(ctx, friend, giftId);
  if (arrival === null) throw new Error(`the gift ${giftId} is with a friend and never arrived`);
  await sendBack(ctx, friend, { giftId, giverId: arrival.giverId, because: "declined" });
}

type Back = Readonly<{ giftId: string; giverId: string; because: WhyReturned }>;

function sendBack(ctx: Ctx, friend: MemberKey, back: Back): Promise<void> {
  return emit(ctx, [about(ctx, friend, "gift.returned", back)]);
}

function about(ctx: Ctx, { bucket, memberId }: MemberKey, type: string, data: OutboxEvent["data"]): OutboxEvent {
  return { id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data };
}

/** Gifts that came back or stay where they are, of givers in one bucket. Twice changes nothing. */
export async function takeGiftsBack(ctx: Ctx, events: readonly OutboxEvent[]): Promise<void> {
  const givers = events.map((event) => ({ memberId: textOf(event, "giverId"), bucket: bucketOfGiver(event) }));
  await lockFacts(ctx, distinct(givers));
  for (const event of events) {
    const memberId = textOf(event, "giverId");
    const giver = { memberId, bucket: bucketOf(memberId) };
    const key = { ...giver, id: textOf(event, "giftId") };
    if (event.type === "gift.kept") await saveGift(ctx, { ...key, status: "sent", because: null });
    else await comeBack(ctx, key, becauseOf(event));
  }
}

async function comeBack(ctx: Ctx, key: MemberKey & { id: string }, because: WhyReturned): Promise<void> {
  const isNew = await saveGift(ctx, { ...key, status: "returned", because });
  const gift = isNew ? await findGift(ctx, key, key.id) : null;
  const issued = gift === null ? null : await findIssued(ctx, { ...key, id: gift.issuedRewardId });
  const status = issued === null ? null : statusAfter(issued.status, "come_back");
  if (issued !== null && status !== null) await saveStatus(ctx, { ...issued, status });
}

function distinct(members: readonly MemberKey[]): MemberKey[] {
  return [...new Map(members.map((member) => [member.memberId, member])).values()];
}

function giftIn(event: OutboxEvent): Gift {
  const { gift } = event.data;
  if (typeof gift !== "object" || gift === null || !("kind" in gift)) throw malformed(event);
  const kind = giftKinds.find((it) => it === gift.kind);
  const number = (name: string): number | undefined => {
    const value: unknown = Reflect.get(gift, name);
    return typeof value === "number" ? value : undefined;
  };
  const sku: unknown = Reflect.get(gift, "sku");
  const told = { amountMinor: number("amountMinor"), percent: number("percent") };
  const read = kind === undefined ? null : giftFrom({ kind, ...told, sku: typeof sku === "string" ? sku : undefined });
  if (read === null) throw malformed(event);
  return read;
}

function becauseOf(event: OutboxEvent): WhyReturned {
  const because = whyReturned.find((it) => it === event.data.because);
  if (because === undefined) throw malformed(event);
  return because;
}

function textOf(event: OutboxEvent, field: "giftId" | "toMemberId" | "giverId"): string {
  const value = event.data[field];
  if (typeof value !== "string") throw malformed(event);
  return value;
}

function malformed({ id, type }: OutboxEvent): Error {
  return new Error(`event ${id} does not read like ${type}`);
}
