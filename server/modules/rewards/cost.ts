// What the programme costs: what is owed in points, at their face value, and what was given this month.
import { worthOf } from "@fedele/core/faceValue.ts";
import { dateIn, endOfDate, lastDayOfMonth, startOfDate } from "@fedele/core/time.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { readLiability } from "../ledger/liability.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";
import { type Discounts, sumDiscounts } from "./store/cost.ts";

/** `worthMinor` null: nobody has said what these points are worth. */
export type PointsCost = Readonly<{ type: PointsType; outstanding: number; worthMinor: number | null }>;

export type Cost = Readonly<{
  points: readonly PointsCost[];
  pointsMinor: number;
  /** "2026-03" in the tenant's zone. */
  month: string;
  discounts: Discounts;
}>;

/** At `ctx.now`; the points are those of the liability report. */
export async function readCost(ctx: Ctx, { timezone }: Pick<Tenant, "timezone">): Promise<Cost> {
  const today = dateIn(timezone, ctx.now);
  const from = startOfDate(timezone, `${today.slice(0, 7)}-01`);
  const until = endOfDate(timezone, lastDayOfMonth(today));
  const [liability, discounts] = await Promise.all([readLiability(ctx, timezone), sumDiscounts(ctx, { from, until })]);
  const points = liability.map(({ type, outstanding }): PointsCost => {
    const worthMinor = type.faceValue === null ? null : worthOf(outstanding, type.faceValue);
    return { type, outstanding, worthMinor };
  });
  const pointsMinor = points.reduce((sum, { worthMinor }) => sum + (worthMinor ?? 0), 0);
  return { points, pointsMinor, month: today.slice(0, 7), discounts };
}
