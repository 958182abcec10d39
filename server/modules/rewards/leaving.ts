// What a member leaves behind when the membership ends: baskets that were not sold are given up, and what was taken
// and not used is cancelled. The pieces go back to the stock, the points to the member; the ledger says where they go.
// A coupon can be used again by whoever has its code, and a gift goes back to whoever gave it.
import { statusAt } from "@fedele/core/rewards.ts";
import { bucketOf } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { lockFacts } from "../members/facts.ts";
import type { MergingPart } from "../members/merges.ts";
import { cancelIssuedReward } from "./cancellations.ts";
import { nothingHeld, ofSession, release } from "./checkoutHolds.ts";
import type { Asking } from "./issuedRewards.ts";
import { lockUnsold, type SessionRow, saveSessions } from "./store/checkoutSessions.ts";
import { lockCouponById } from "./store/coupons.ts";
import { freeIssued } from "./store/heldRewards.ts";
import { findUnused, type MemberKey } from "./store/issuedRewards.ts";
import { lockStock } from "./store/rewards.ts";

/** For an erasure. */
export async function giveUp(ctx: LaneCtx, leaving: MemberKey & Asking): Promise<void> {
  const sessions = await lockOfMember(ctx, leaving);
  await giveUpLocked(ctx, leaving, sessions);
}

/** For a merge: the member who ends leaves nothing behind. */
export const rewardsMerging: MergingPart = {
  lock: async (ctx, { from }) => {
    await lockOfMember(ctx, from);
  },
  merge: async (ctx, { from, ...asking }) => {
    await giveUpLocked(ctx, { ...from, ...asking }, await lockUnsold(ctx, from));
    return undefined;
  },
};

/**
 * Sessions, then all coupons and stocks in one order, before the member: others hold them and wait for the member. One
 * that is taken in between is locked late; at worst that is a deadlock, and the request is sent again.
 */
async function lockOfMember(ctx: LaneCtx, member: MemberKey): Promise<SessionRow[]> {
  const sessions = await lockUnsold(ctx, member);
  const unused = await findUnused(ctx, member);
  const coupons = unused.flatMap(({ origin }) => (origin.source === "coupon" ? [origin.couponId] : []));
  for (const couponId of inOrder(coupons)) await lockCouponById(ctx, couponId);
  const rewards = unused.flatMap(({ rewardId }) => (rewardId === null ? [] : [rewardId]));
  for (const rewardId of inOrder(rewards)) await lockStock(ctx, rewardId);
  return sessions;
}

function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1));
}

async function giveUpLocked(ctx: LaneCtx, leaving: MemberKey & Asking, sessions: readonly SessionRow[]): Promise<void> {
  const [record] = await lockFacts(ctx, [leaving]);
  // Whoever had left before can use nothing any more and takes no points back; holds are let go with the wallets.
  const isGone = record === undefined || record.facts.status === "closed";
  for (const session of sessions) {
    if (isGone) await freeIssued(ctx, ofSession(session));
    else await release(ctx, session, leaving.tenant);
    await saveSessions(ctx, [{ ...session, status: "cancelled", ...nothingHeld, changedAt: ctx.now }]);
  }
  if (isGone) return;
  for (const issued of await findUnused(ctx, leaving)) {
    if (statusAt(issued.status, issued.expiresAt, ctx.now) !== "expired")
      await cancelIssuedReward(ctx, issued, leaving);
  }
}
