// A reward that one member gives to another. Giver and friend are never in one transaction: the giver's side tells that
// the reward is on its way, and it arrives once, or comes back. Taking it back goes the same way round.

import { whyMayNot } from "@fedele/core/rights.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, newId } from "../../platform/ids.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import { getFacts, lockFacts, rightsOf } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { after, lockIssued } from "./issuedRewards.ts";
import { countGiftsSince, findGift, type GiftRow, insertGift, saveGift } from "./store/gifts.ts";
import { type IssuedRow, type MemberKey, saveStatus } from "./store/issuedRewards.ts";

export type { GiftRow } from "./store/gifts.ts";

/** How many rewards a member can give away within a day. */
export const GIFTS_PER_DAY_MAX = 10;
const DAY_MS = 86_400_000;

/** Gives an active reward away, under an id that a repeat of the request finds again. */
export async function giveReward(
  ctx: Ctx,
  key: MemberKey & { id: string },
  { issuedRewardId, toMemberId }: { issuedRewardId: string; toMemberId: string },
): Promise<GiftRow> {
  if (toMemberId === key.memberId) throw new Refusal("invalid", "A gift is for somebody else.", { field: "to" });
  const friend = await getFacts(ctx, { memberId: toMemberId, bucket: bucketOf(toMemberId) });
  if (whyMayNot(rightsOf(friend, ctx.now), "receive") !== null) {
    throw new Refusal("conflict", "This member can be given nothing now.");
  }

  const { issued, rights } = await lockIssued(ctx, { ...key, id: issuedRewardId });
  if (whyMayNot(rights, "give_reward") !== null)
    throw new Refusal("forbidden", "This member may not give rewards at present.");
  mayGive(issued);
  const status = after(issued.status, "give");
  if ((await countGiftsSince(ctx, key, ctx.now - DAY_MS)) >= GIFTS_PER_DAY_MAX) {
    throw new Refusal("too_many", `A member can give ${GIFTS_PER_DAY_MAX} rewards away within a day.`, {
      retryAfterSeconds: DAY_MS / 1000,
    });
  }

  const times = { createdAt: ctx.now, changedAt: ctx.now };
  const gift: GiftRow = { ...key, issuedRewardId, toMemberId, status: "sent", because: null, ...times };
  ctx.later(saveStatus(ctx, { ...issued, status }));
  ctx.later(insertGift(ctx, gift));
  const { rewardId, gift: what, expiresAt } = issued;
  ctx.later(emit(ctx, [told(ctx, gift, "reward.given", { rewardId, gift: what, expiresAt })]));
  return gift;
}

/** What was meant for one person alone is not handed on: codes and tiers would be. */
function mayGive({ origin: { source } }: IssuedRow): void {
  if (source === "points" || source === "gift") return;
  const words = {
    coupon: "came of a coupon",
    benefit: "is a benefit of the member's tier",
    campaign: "is the thanks of a campaign",
  } as const;
  throw new Refusal("conflict", `This reward ${words[source]}: it cannot be given to another member.`);
}

export async function getGift(ctx: Ctx, key: MemberKey, id: string): Promise<GiftRow> {
  const gift = await findGift(ctx, key, id);
  if (gift === null) throw new Refusal("not_found", "There is no such gift.");
  return gift;
}

/** Asks for a gift back. It comes back as it was where the friend has not used it, and stays where it is otherwise. */
export async function recallGift(ctx: Ctx, key: MemberKey, id: string): Promise<GiftRow> {
  const [giver] = await lockFacts(ctx, [key]);
  if (giver === undefined) throw noSuchMember();
  const gift = await getGift(ctx, key, id);
  if (gift.status !== "sent") {
    const words = { recalled: "has been asked back already", returned: "is back already" } as const;
    throw new Refusal("conflict", `This gift ${words[gift.status]}.`);
  }
  const recalled = { ...gift, status: "recalled" as const, changedAt: ctx.now };
  ctx.later(saveGift(ctx, recalled));
  ctx.later(emit(ctx, [told(ctx, gift, "gift.recalled", {})]));
  return recalled;
}

/** Something that the giver's side says of a gift; whoever hears it acts for the friend. */
function told(ctx: Ctx, gift: GiftRow, type: string, more: OutboxEvent["data"]): OutboxEvent {
  const { bucket, memberId, id, toMemberId } = gift;
  return { id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data: { giftId: id, toMemberId, ...more } };
}
