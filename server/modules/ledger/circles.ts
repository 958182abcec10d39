// Points that go round in a circle within a day: nobody gains by it, so somebody should look why. The transfer is
// booked all the same, with a mark.
import type { Ctx } from "../../platform/database/transaction.ts";
import { bucketOf } from "../../platform/ids.ts";
import { findReceiversSince } from "./store/resources.ts";
import type { MemberKey } from "./store/wallets.ts";

/** A circle of this many members is still seen. */
export const CIRCLE_MEMBERS_MAX = 4;
/** How many receivers are followed from one step to the next. */
export const RECEIVERS_MAX = 200;
const WITHIN_MS = 24 * 3_600_000;

/** Whether points of the receiver went, over a few others at most, to the sender of late. */
export async function closesCircle(ctx: Ctx, transfer: { from: MemberKey; to: MemberKey }): Promise<boolean> {
  const seen = new Set<string>();
  let givers = [transfer.to];
  for (let members = 2; members <= CIRCLE_MEMBERS_MAX && givers.length > 0; members += 1) {
    for (const { memberId } of givers) seen.add(memberId);
    const receivers = await findReceiversSince(ctx, givers, ctx.now - WITHIN_MS);
    if (receivers.includes(transfer.from.memberId)) return true;
    givers = receivers
      .filter((memberId) => !seen.has(memberId))
      .slice(0, RECEIVERS_MAX)
      .map((memberId) => ({ memberId, bucket: bucketOf(memberId) }));
  }
  return false;
}
