// A member as a caller names them: by id, or by one identity.
import type { MemberReference } from "@fedele/sdk/schemas/activity.ts";
import { fromTypeId } from "../../platform/ids.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { type IdentityValue, identityOf } from "./identityValues.ts";

/** The id in a reference, if it is one. */
export function memberIdIn(reference: MemberReference): string | null {
  return reference.id === undefined ? null : fromTypeId("mem", reference.id);
}

/** The identity that a reference names; null where it is the member's id. */
export function identityIn(reference: MemberReference, tenant: Tenant): IdentityValue | null {
  const kinds = ["email", "phone", "qr", "number", "card"] as const;
  for (const kind of kinds) {
    const value = reference[kind];
    if (value !== undefined) return identityOf(kind, value, tenant.country);
  }
  return null;
}
