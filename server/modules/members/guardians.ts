// Members who look after a member: a child's parents, mostly.
import { isChildAt } from "@fedele/core/age.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import { noSuchMember } from "./members.ts";
import type { Guardian } from "./store/ages.ts";
import * as store from "./store/ages.ts";
import { findMembers, lockMember } from "./store/members.ts";

export type { Guardian } from "./store/ages.ts";

/** Two parents, and who else they trust. */
export const GUARDIANS_MAX = 4;

/** Twice is once. */
export async function addGuardian(ctx: Ctx, memberId: string, guardianId: string): Promise<void> {
  if (memberId === guardianId) throw invalid("guardianId", "Nobody is their own guardian.");
  if ((await lockMember(ctx, memberId)) === undefined) throw noSuchMember();
  const [[guardian], guardians] = await Promise.all([
    findMembers(ctx, [guardianId]),
    store.listGuardians(ctx, memberId),
  ]);
  if (guardian === undefined) throw noSuchMember();
  if (guardian.kind !== "individual" || guardian.status === "closed" || isChildAt(guardian.adultFrom, ctx.now)) {
    throw new Refusal("conflict", "A guardian is a person who is of age and takes part.");
  }
  if (guardians.some((known) => known.guardianId === guardianId)) return;
  if (guardians.length >= GUARDIANS_MAX) {
    throw new Refusal("conflict", `A member has at most ${GUARDIANS_MAX} guardians.`);
  }
  await store.insertGuardian(ctx, memberId, guardianId);
}

export async function listGuardians(ctx: Ctx, memberId: string): Promise<Guardian[]> {
  const [[member], guardians] = await Promise.all([findMembers(ctx, [memberId]), store.listGuardians(ctx, memberId)]);
  if (member === undefined) throw noSuchMember();
  return guardians;
}

export async function removeGuardian(ctx: Ctx, memberId: string, guardianId: string): Promise<void> {
  if (!(await store.deleteGuardian(ctx, memberId, guardianId))) {
    throw new Refusal("not_found", "The member has no such guardian.");
  }
}
