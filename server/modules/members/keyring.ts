// A member together with the key that their data is sealed with: what every noun about a member begins with.
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import { erased, keyOf, noSuchMember } from "./members.ts";
import { findMembers, lockMember, type SealedMember } from "./store/members.ts";

export type Keyed = Readonly<{ member: SealedMember; key: MemberKey }>;

/** For reading; without a key once the member was erased. Refuses where there is no such member. */
export async function memberWithKey(
  ctx: Ctx,
  sealer: Sealer,
  id: string,
): Promise<Readonly<{ member: SealedMember; key: MemberKey | undefined }>> {
  const [keys, [member]] = await Promise.all([sealer.keysOf(ctx), findMembers(ctx, [id])]);
  if (member === undefined) throw noSuchMember();
  return { member, key: keyOf(keys, member) };
}

/** For changing: nobody else changes the member until this transaction ends, and the membership has not ended. */
export async function lockedOpenMember(ctx: Ctx, sealer: Sealer, id: string): Promise<Keyed> {
  const keys = await sealer.keysOf(ctx);
  const member = await lockMember(ctx, id);
  if (member === undefined) throw noSuchMember();
  if (member.status === "closed") {
    throw new Refusal("conflict", "This membership is closed; it cannot change any more.");
  }
  const key = keyOf(keys, member);
  if (key === undefined) throw erased();
  return { member, key };
}

/** The keys of many members; who was erased or never was has none. */
export async function memberKeysOf(
  ctx: Ctx,
  sealer: Sealer,
  ids: readonly string[],
): Promise<ReadonlyMap<string, MemberKey>> {
  const [keys, members] = await Promise.all([sealer.keysOf(ctx), findMembers(ctx, ids)]);
  return new Map(
    members.flatMap((member): [string, MemberKey][] => {
      const key = keyOf(keys, member);
      return key === undefined ? [] : [[member.id, key]];
    }),
  );
}

/** What was sealed for a member; null where nothing was, or where the key is gone. */
export function openedWith(key: MemberKey | undefined, label: string, sealed: Buffer | null): string | null {
  return key === undefined || sealed === null ? null : key.open(label, sealed);
}
