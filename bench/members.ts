// Members whose ids can be reckoned, so that the load generator and pgbench need no list of them.
import { BUCKETS } from "../server/platform/ids.ts";

/** The first three groups of every member's id; the rest is number × 16,384 + bucket. */
export const MEMBER_ID_START = "01900000-0000-7000-8000-";

/** The id of member `number` of a tenant whose buckets are `start` and the `span` − 1 after it. */
export function memberIdOf(number: number, start: number, span: number): string {
  const tail = number * BUCKETS + ((start + (number % span)) % BUCKETS);
  return MEMBER_ID_START + tail.toString(16).padStart(12, "0");
}
