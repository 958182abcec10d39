// An adjustment that waits for a second person.
import type { Call } from "./server.ts";

/**
 * Whatever limits a tenant was given before: by hand one person gives as much as is asked for, and nobody at a till
 * asks a member for a proof.
 */
export async function liftLimits(call: Call): Promise<void> {
  const limits = { adjustmentLimitPoints: null, adjustmentLimitMinor: null };
  await call("PATCH", "/v1/tenant", { ...limits, spendingProof: "none" });
}

/** Above a limit that is lifted again, and asked for by somebody else than the caller, who may decide it: its id. */
export async function pendingOf(call: Call, member: string, pointsType: string): Promise<string> {
  await call("PATCH", "/v1/tenant", { adjustmentLimitPoints: 10_000 });
  const asker = await call("POST", "/v1/api-keys", { name: "Who asks", scopes: ["adjustments:write"] });
  const asked = { pointsType, points: 10_001, reason: "Much." };
  const headers = { authorization: `Bearer ${asker.body.secret}` };
  const { body } = await call("POST", `${member}/adjustments`, asked, headers);
  await liftLimits(call);
  return body.id;
}
