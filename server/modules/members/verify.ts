// What other modules need of the members to verify their own rows.
export { tiersOfMembers } from "./store/verify.ts";
