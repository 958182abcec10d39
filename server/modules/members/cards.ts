// A member's card on a device of theirs: a key that the device alone has, and the code that it makes of the time. By
// the wall clock, as the device knows no other.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { isCurrent, MAC_BYTES, readCardCode, STEPS_OFF_MAX } from "@fedele/core/cardCodes.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Sealer } from "../../platform/sealing.ts";
import { lockedOpenMember, memberWithKey } from "./keyring.ts";
import * as store from "./store/cards.ts";

/** Devices of a member whose codes are good at the same time; a further one ends the oldest. */
export const CARDS_MAX = 5;
const KEY_BYTES = 32;

/** What the device is given once: `key` in base64url, to be made into a key that cannot be taken out again. */
export type NewCard = Readonly<{ id: string; key: string }>;

/** A card for a device of a member who has just signed in there. Whoever calls has made sure of that. */
export async function provisionCard(ctx: Ctx, sealer: Sealer, memberId: string): Promise<NewCard> {
  const { key } = await lockedOpenMember(ctx, sealer, memberId);
  const secret = randomBytes(KEY_BYTES).toString("base64url");
  const id = newId(ctx.now, bucketOf(memberId));
  await store.insertCard(ctx, { id, memberId, keySealed: key.seal(labelOf(id), secret), madeAt: ctx.now });
  await store.endCards(ctx, memberId, { keep: CARDS_MAX });
  return { id: toTypeId("crd", id), key: secret };
}

/** The codes of all devices of a member are good no longer: one was lost. */
export async function endMemberCards(ctx: Ctx, sealer: Sealer, memberId: string): Promise<void> {
  await memberWithKey(ctx, sealer, memberId);
  await store.endCards(ctx, memberId, { keep: 0 });
}

/**
 * The member who shows this code, and nobody twice by the same step. `nowMs`: when it was shown, by the wall clock;
 * `stepsOff`: how far the device's clock may be off. Whatever is wrong with it is told alike.
 */
export async function readCard(
  ctx: Ctx,
  sealer: Sealer,
  shown: { code: string; nowMs: number; stepsOff?: number },
): Promise<string> {
  const read = readCardCode(shown.code);
  if (read === null || !isCurrent(read.step, shown.nowMs, shown.stepsOff ?? STEPS_OFF_MAX)) throw notGood();
  const card = await store.findCard(ctx, cardIn(shown.code));
  if (card === undefined) throw notGood();
  const { member, key } = await memberWithKey(ctx, sealer, card.memberId);
  if (key === undefined || member.status === "closed") throw notGood();
  const secret = Buffer.from(key.open(labelOf(card.id), card.keySealed), "base64url");
  const expected = createHmac("sha256", secret).update(read.signed).digest().subarray(0, MAC_BYTES);
  if (!timingSafeEqual(expected, read.mac)) throw notGood();
  if (await store.claimStep(ctx, { memberId: card.memberId, step: read.step, nowMs: shown.nowMs }))
    return card.memberId;
  throw new Refusal("conflict", "This code was shown before; wait for the next one.", { field: "qr" });
}

/** The card that a code names, whose id says where the member lives; refused where it is no code. */
export function cardIn(code: string): string {
  const letters = readCardCode(code)?.card.toLowerCase();
  // An id has 128 bits and 26 letters have 130: the first of them is 7 at most.
  if (letters === undefined || letters > "8") throw notGood();
  return fromTypeId("crd", `crd_${letters}`);
}

function labelOf(id: string): string {
  return `card ${id}`;
}

function notGood(): Refusal {
  return new Refusal("invalid", "This code is not good, or no longer; ask the member to show the one of now.", {
    field: "qr",
  });
}
