export { countMembers } from "./store/counts.ts";
