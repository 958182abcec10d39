// An adjustment that waits for a second person.
import type { Call } from "./server.ts";

/** Above a limit that is lifted again: its id. */
export async function pendingOf(call: Call, member: string, pointsType: string): Promise<string> {
  await call("PATCH", "/v1/tenant", { adjustmentLimitPoints: 10_000 });
  const { body } = await call("POST", `${member}/adjustments`, { pointsType, points: 10_001, reason: "Much." });
  await call("PATCH", "/v1/tenant", { adjustmentLimitPoints: null });
  return body.id;
}
