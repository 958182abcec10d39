// Members who have become others: what is told for them is the others', and what they bought comes back to the others.
import { Refusal } from "../../platform/refusal.ts";
import { findAllFacts, type MemberRecord } from "../members/facts.ts";
import type { Batch } from "./batch.ts";
import type { NewActivity } from "./newActivity.ts";

/** The one who tells is sent on by lanes.ts; a caller sees this only where it cannot be. */
export function movedOn({ mergedInto }: MemberRecord): Refusal | null {
  if (mergedInto === null) return null;
  return new Refusal("conflict", "This member was merged into another; tell it for that one.", { movedTo: mergedInto });
}

/** Looks up who the owners of purchases and keys have become, where they are not the batch's own members. */
export async function readOwners(batch: Batch, owners: readonly string[]): Promise<void> {
  const strangers = [...new Set(owners)].filter((id) => !batch.records.has(id) && !batch.movedTo.has(id));
  if (strangers.length === 0) return;
  const members = strangers.map((memberId) => ({ memberId, bucket: Number.parseInt(memberId.slice(-4), 16) & 0x3fff }));
  for (const { memberId, mergedInto } of await findAllFacts(batch.ctx, members)) {
    if (mergedInto !== null) batch.movedTo.set(memberId, mergedInto);
  }
}

/** Whether what the one did is the other's: the same member, or one who has become the other. */
export function isSamePerson(batch: Batch, ownerId: string, { memberId }: Pick<NewActivity, "memberId">): boolean {
  if (ownerId === memberId) return true;
  const become = (id: string): string | null | undefined => batch.records.get(id)?.mergedInto ?? batch.movedTo.get(id);
  return become(ownerId) === memberId || become(memberId) === ownerId;
}

export function strangersPurchase(): Refusal {
  return new Refusal("conflict", "That purchase belongs to another member; nothing was taken back.");
}
