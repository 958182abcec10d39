// The end of all points of a tenant on one day. Dates are cut when it is decided, so that every balance, statement and
// report is right by them from then on, whether or not a job has run.
import { earnedOn, expiresAt } from "@fedele/core/lots.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { type PointsType, pointsTypesOf } from "./pointsTypes.ts";
import { cutLots, findActivationsEndingAt, lookSooner, moveLotsEndingAt } from "./store/lotDates.ts";
import { setClosing } from "./store/pointsTypes.ts";

/** All points end at `endMs` at the latest, those too that are still to come. Twice does it once. */
export async function endPoints(ctx: Ctx, endMs: number): Promise<void> {
  await setClosing(ctx, endMs);
  await cutLots(ctx, endMs);
  await lookSooner(ctx, endMs);
}

/** Points end by their terms again, also those that were cut. */
export async function resumePoints(ctx: Ctx, zone: string): Promise<void> {
  for (const type of await pointsTypesOf(ctx)) {
    if (type.closesAt !== null) await restoreDates(ctx, type, { endMs: type.closesAt, zone });
  }
  await setClosing(ctx, null);
}

async function restoreDates(
  ctx: Ctx,
  type: PointsType,
  { endMs, zone }: { endMs: number; zone: string },
): Promise<void> {
  const activations = await findActivationsEndingAt(ctx, type.pointsType, endMs);
  const moved = activations.map((activatesAt) => ({
    activatesAt,
    expiresAt: expiresAt(type.expiry, zone, earnedOn(type.activation, zone, activatesAt)),
  }));
  await moveLotsEndingAt(ctx, type.pointsType, { endMs, moved });
}
