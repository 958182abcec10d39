// Members as the API tells them.
import type { Identity as IdentityReply, Member as MemberReply } from "@fedele/sdk/schemas/member.ts";
import { toTypeId } from "../../platform/ids.ts";
import { type Identity, writeIdentityId } from "./identities.ts";
import type { Member } from "./members.ts";

export function toMemberReply(member: Member): MemberReply {
  return {
    id: toTypeId("mem", member.id),
    kind: member.kind,
    status: member.status,
    ...(member.name === undefined ? {} : { name: member.name }),
    ...(member.language === undefined ? {} : { language: member.language }),
    ...(member.country === undefined ? {} : { country: member.country }),
    ...(member.birthDate === undefined ? {} : { birthDate: member.birthDate }),
    isChild: member.isChild,
    identities: member.identities.map(toIdentityReply),
    ...(member.isErased ? { erased: true } : {}),
    ...(member.mergedInto === undefined ? {} : { mergedInto: toTypeId("mem", member.mergedInto) }),
    enrolledAt: new Date(member.enrolledAt).toISOString(),
  };
}

export function toIdentityReply(identity: Identity): IdentityReply {
  return {
    id: writeIdentityId(identity),
    kind: identity.kind,
    value: identity.value,
    ...(identity.verifiedAt === undefined ? {} : { verifiedAt: new Date(identity.verifiedAt).toISOString() }),
    createdAt: new Date(identity.createdAt).toISOString(),
  };
}
