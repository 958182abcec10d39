import { ofTenant } from "../../../platform/verification.ts";

/** Where each member stands, for the module that writes tiers down; a piece of a verifying select. */
export const tiersOfMembers = `(select bucket, tenant_id, member_id, tier from member_facts where ${ofTenant})`;
