// What rules and tiers know of a member, in one row: counters, coarse facts and the standing. Locking it serializes
// everything that happens to the member; the ledger's wallets are locked after it.
import { isChildAt } from "@fedele/core/age.ts";
import type { Rightholder } from "@fedele/core/rights.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { noSuchMember } from "./members.ts";
import { findFacts, type MemberRecord } from "./store/facts.ts";

export {
  findAllFacts,
  findEnrolments,
  findFacts,
  findKnown,
  freezeSpending,
  lockFacts,
  type MemberRecord,
  saveFacts,
} from "./store/facts.ts";

/** One member's record; refuses where there is no such member. */
export async function getFacts(
  ctx: Ctx,
  member: Readonly<{ bucket: number; memberId: string }>,
): Promise<MemberRecord> {
  const record = await findFacts(ctx, member);
  if (record === null) throw noSuchMember();
  return record;
}

/** What the member may do with points is decided by this, at that moment. */
export function rightsOf({ facts, adultFrom, frozenUntil }: MemberRecord, nowMs: number): Rightholder {
  const isFrozen = frozenUntil !== null && nowMs < frozenUntil;
  return { status: facts.status, isChild: isChildAt(adultFrom, nowMs), isFrozen };
}
