// Addresses that nobody may write to any more. Kept by a keyed hash alone, so that it outlives whoever was erased, and
// a stolen table tells nobody's address.
import type { MessageChannel } from "@fedele/sdk/schemas/messageTemplate.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import type { Member } from "../members/members.ts";
import type { Address } from "./store/preferences.ts";

export function addressHash(keys: TenantKeys, channel: MessageChannel, address: string): Buffer {
  return keys.blindIndex("suppression", `${channel} ${address}`);
}

/** Where a member is written to: at what is proved rather than at what is only said. */
export function addressOf(member: Pick<Member, "identities">, channel: MessageChannel): string | undefined {
  const fitting = member.identities.filter(({ kind }) => kind === channel);
  return (fitting.find(({ verifiedAt }) => verifiedAt !== undefined) ?? fitting[0])?.value;
}

/** All of a member's addresses on all channels. */
export function addressesOf(keys: TenantKeys, { identities }: Pick<Member, "identities">): Address[] {
  return identities.flatMap(({ kind, value }) =>
    kind === "email" ? [{ channel: kind, hash: addressHash(keys, kind, value) }] : [],
  );
}
