// What has come back of a purchase, for whoever else has to give something back with it.
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { Batch } from "./batch.ts";
import type { ActivityPlace } from "./store/activities.ts";
import { findReturned } from "./store/returns.ts";
import type { ActivityRow } from "./storedActivities.ts";

/** Thousandths by line, all returns together; nothing where nothing came back. */
export async function returnedQuantities(ctx: Ctx, purchase: ActivityPlace): Promise<readonly number[]> {
  const [found] = await findReturned(ctx, [purchase]);
  return found?.returned.quantities ?? [];
}

/** Told of whoever bought, where the purchase lies. */
export function tellReturned(
  batch: Batch,
  { bucket, memberId, id: purchaseId }: ActivityRow,
  activityId: string,
): void {
  const { now } = batch.ctx;
  const data = { purchaseId, activityId };
  batch.events.push({ id: newId(now, bucket), type: "purchase.returned", bucket, memberId, at: now, data });
}
