import type { Invitation as InvitationReply, Staff as StaffReply } from "@fedele/sdk/schemas/staff.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import type { StoredInvitation } from "./invitations.ts";
import { hasSecondFactor } from "./signIns.ts";
import { contactOf, type StoredStaff } from "./staff.ts";

export function toStaffReply(person: StoredStaff, keys: TenantKeys): StaffReply {
  return {
    id: toTypeId("stf", person.id),
    ...contactOf(keys, person),
    role: person.role,
    ...partnerOf(person),
    hasSecondFactor: hasSecondFactor(person),
    createdAt: new Date(person.createdAt).toISOString(),
  };
}

export function toInvitationReply(invitation: StoredInvitation, keys: TenantKeys): InvitationReply {
  const { id, sealed, role, acceptedAt, revokedAt } = invitation;
  return {
    id: toTypeId("inv", id),
    ...(sealed === undefined ? { name: "-", email: "-" } : contactOf(keys, { id, sealed })),
    role,
    ...partnerOf(invitation),
    createdAt: new Date(invitation.createdAt).toISOString(),
    expiresAt: new Date(invitation.expiresAt).toISOString(),
    ...(acceptedAt === undefined ? {} : { acceptedAt: new Date(acceptedAt).toISOString() }),
    ...(revokedAt === undefined ? {} : { revokedAt: new Date(revokedAt).toISOString() }),
  };
}

function partnerOf({ partnerId }: { readonly partnerId: string | undefined }): { partnerId?: string } {
  return partnerId === undefined ? {} : { partnerId: toTypeId("par", partnerId) };
}
