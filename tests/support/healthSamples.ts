// One good request for each way of asking how Fedele is. Events that were given up are made by no request.
import type { Sample } from "./operations.ts";

/** By operationId. */
export const healthSamples: Record<string, () => Sample> = {
  reportHealth: () => ({}),
  listDeadLetters: () => ({ query: "limit=100" }),
  retryDeadLetter: () => ({ path: { eventId: "evt_01kb1vn7xqf8krv1q7ey6p4c0m" } }),
  retryDeadLetters: () => ({}),
};
