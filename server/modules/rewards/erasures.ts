// The rewards' share of an erasure: baskets that were not sold are given up, and what was taken and not used is
// cancelled. The pieces go back to the stock, and the points to the member, whose ledger then says who gets them.
import { statusAt } from "@fedele/core/rewards.ts";
import { bucketOf } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import type { Erasing } from "../members/erasures.ts";
import { lockFacts } from "../members/facts.ts";
import { nothingHeld, release } from "./checkoutHolds.ts";
import { cancelIssuedReward } from "./issuedRewards.ts";
import { lockUnsold, saveSession } from "./store/checkoutSessions.ts";
import { findUnused } from "./store/issuedRewards.ts";
import { lockStock } from "./store/rewards.ts";

export async function cancelUnused(ctx: LaneCtx, erasing: Erasing): Promise<void> {
  const baskets = await lockUnsold(ctx, erasing);
  const seen = await findUnused(ctx, erasing);
  // All stocks before the member, in one order: others hold a stock and wait for the member. One that is taken in
  // between is locked late; at worst that is a deadlock, and the request is sent again.
  for (const rewardId of inOrder(seen.map((issued) => issued.rewardId))) await lockStock(ctx, rewardId);
  const [record] = await lockFacts(ctx, [erasing]);
  for (const session of baskets) {
    await release(ctx, session, erasing.tenant);
    await saveSession(ctx, { ...session, status: "cancelled", ...nothingHeld });
  }
  // Whoever had left before can use nothing any more, and takes no points back.
  if (record === undefined || record.facts.status === "closed") return;
  for (const issued of await findUnused(ctx, erasing)) {
    if (statusAt(issued.status, issued.expiresAt, ctx.now) !== "expired")
      await cancelIssuedReward(ctx, issued, erasing);
  }
}

function inOrder(rewardIds: readonly string[]): string[] {
  return [...new Set(rewardIds)].sort((a, b) => bucketOf(a) - bucketOf(b) || (a < b ? -1 : 1));
}
