// Points given or taken by hand. Not on the lanes: people do it now and then, and each is a transaction of its own, so
// that its entry in the audit log is in the same one and no till waits for the end of that log.
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Claim } from "../../platform/idempotency.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { MovementRequest } from "./movementBatch.ts";
import { moveWithin } from "./movements.ts";
import type { AdjustmentRow, ResourceKey } from "./store/resources.ts";

/** Postings by hand are a lane of their own, so that they wait for nobody's slots but each other's. */
const DESK_LANE = 67;

/** What is asked for by hand: points, or that earlier ones were wrong. */
export type ByHand = Extract<MovementRequest, { kind: "adjustment" | "adjustment_reversal" }>;

/** Who asks: the claim is that of the request, and it is fresh. */
export type Asking = Readonly<{ claim: Claim; tenant: Tenant }>;

/** Gives or takes points by hand. `key` holds the id of what will come of it. */
export async function adjust(
  ctx: Ctx,
  key: ResourceKey,
  { claim, tenant, request, actor = ctx.actor }: Asking & Readonly<{ request: ByHand; actor?: string }>,
): Promise<AdjustmentRow> {
  const movement = { ...key, claim, actor, zone: tenant.timezone, request };
  const { adjustment } = await moveWithin({ ...ctx, lane: DESK_LANE }, movement);
  if (adjustment === undefined) throw new Error("an adjustment made no adjustment");
  return adjustment;
}
