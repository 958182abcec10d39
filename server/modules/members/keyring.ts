// A member together with the key that their data is sealed with: what every noun about a member begins with.
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import { noSuchMember } from "./members.ts";
import { findMembers, lockMember, type SealedMember } from "./store/members.ts";

export type Keyed = Readonly<{ member: SealedMember; key: MemberKey }>;

/** For reading. Refuses where there is no such member. */
export async function memberWithKey(ctx: Ctx, sealer: Sealer, id: string): Promise<Keyed> {
  const [keys, [member]] = await Promise.all([sealer.keysOf(ctx), findMembers(ctx, [id])]);
  if (member === undefined) throw noSuchMember();
  return { member, key: keys.memberKey(id, member.wrappedKey) };
}

/** For changing: nobody else changes the member until this transaction ends. */
export async function lockedMember(ctx: Ctx, sealer: Sealer, id: string): Promise<Keyed> {
  const keys = await sealer.keysOf(ctx);
  const member = await lockMember(ctx, id);
  if (member === undefined) throw noSuchMember();
  return { member, key: keys.memberKey(id, member.wrappedKey) };
}

/** The same where the membership must not have ended. */
export async function lockedOpenMember(ctx: Ctx, sealer: Sealer, id: string): Promise<Keyed> {
  const keyed = await lockedMember(ctx, sealer, id);
  if (keyed.member.status !== "closed") return keyed;
  throw new Refusal("conflict", "This membership is closed; it cannot change any more.");
}
