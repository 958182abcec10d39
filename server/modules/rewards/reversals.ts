// A use that was a mistake is taken back: the reward is the member's to use again, with the date that it had. The piece
// stays the member's; only cancelling the reward puts it back into stock. Of a benefit nothing is left without its use:
// it is free again, for as long as the member has the right.
import type { ReversalReason } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { emit } from "../../platform/outbox.ts";
import { Refusal } from "../../platform/refusal.ts";
import { after, lockIssued } from "./issuedRewards.ts";
import { deleteUse } from "./store/benefits.ts";
import { type IssuedKey, saveStatus } from "./store/issuedRewards.ts";
import { findReversal, insertReversal, type ReversalRow } from "./store/reversals.ts";

export type { ReversalRow } from "./store/reversals.ts";

/** For how long a use can be taken back. Later it is a matter of goodwill, not of a mistake at the till. */
export const REVERSAL_MINUTES = 60;

/** Takes the use of an issued reward back, once in its life. */
export async function reverseUse(ctx: Ctx, key: IssuedKey, reason: ReversalReason): Promise<ReversalRow> {
  const { issued } = await lockIssued(ctx, key);
  const { origin, sessionId } = issued;
  if (issued.status === "used" && sessionId !== null) {
    throw new Refusal("conflict", "This reward was used in a checkout session; it comes back with what was sold.");
  }
  const status = after(issued.status, origin.source === "benefit" ? "annul" : "undo");
  if (ctx.now - issued.changedAt > REVERSAL_MINUTES * 60_000) {
    throw new Refusal("conflict", `A use can be taken back within ${REVERSAL_MINUTES} minutes; this one is older.`);
  }
  const { bucket, memberId, id: issuedRewardId, changedAt: usedAt } = issued;
  const reversal = { bucket, memberId, issuedRewardId, id: newId(ctx.now, bucket), reason, usedAt, createdAt: ctx.now };
  if (!(await insertReversal(ctx, reversal))) {
    throw new Refusal("conflict", "A use of this reward has been taken back once; that is not done again.");
  }

  ctx.later(saveStatus(ctx, { ...key, status }));
  if (origin.source === "benefit") ctx.later(deleteUse(ctx, key, origin.benefitId));
  const data = { issuedRewardId, reason, usedAt };
  const about = { type: "reward.use_reversed", bucket, memberId, at: ctx.now };
  ctx.later(emit(ctx, [{ id: newId(ctx.now, bucket), ...about, data }]));
  return reversal;
}

export async function getReversal(ctx: Ctx, key: IssuedKey): Promise<ReversalRow> {
  const reversal = await findReversal(ctx, key);
  if (reversal === null) throw new Refusal("not_found", "No use of this reward was taken back.");
  return reversal;
}
