// Liability: the points that members could still use, for whoever has to put a figure on them.
import type { Ctx } from "../../platform/database/transaction.ts";
import { type PointsType, pointsTypesOf } from "./pointsTypes.ts";
import { type EndingRow, type Silence, sumLiability } from "./store/liability.ts";

/** How many months of expiry are told one by one; points that end after them are one sum. */
export const EXPIRY_MONTHS_MAX = 24;

/**
 * In points. outstanding = spendable + pending + held − debt = Σ expiring + later + never − debt. `month` is
 * "2026-03" in the tenant's zone.
 */
export type Liability = Readonly<{
  type: PointsType;
  outstanding: number;
  spendable: number;
  pending: number;
  held: number;
  debt: number;
  expiring: readonly { month: string; points: number }[];
  later: number;
  never: number;
}>;

/** What is outstanding at `ctx.now`, by points type, whether or not a job has booked what the date decided. */
export async function readLiability(ctx: Ctx, zone: string): Promise<Liability[]> {
  const types = await pointsTypesOf(ctx);
  const { ending, debts } = await sumLiability(ctx, { zone, silences: types.flatMap(silenceOf) });
  return types.map((type) => {
    const own = ending.filter(({ pointsType }) => pointsType === type.pointsType);
    const debt = debts.find(({ pointsType }) => pointsType === type.pointsType)?.debt ?? 0;
    return liabilityOf(type, own, debt);
  });
}

function silenceOf({ pointsType, expiry }: PointsType): Silence[] {
  if (expiry.kind !== "inactivity") return [];
  return [{ pointsType, days: expiry.days, sinceMs: expiry.sinceMs ?? null }];
}

function liabilityOf(type: PointsType, ending: readonly EndingRow[], debt: number): Liability {
  const spendable = sumOf(ending.map((row) => row.spendable));
  const pending = sumOf(ending.map((row) => row.pending));
  const held = sumOf(ending.map((row) => row.held));
  const dated = ending.flatMap((row) =>
    row.month === null ? [] : [{ month: row.month.slice(0, 7), points: all(row) }],
  );
  return {
    type,
    outstanding: spendable + pending + held - debt,
    spendable,
    pending,
    held,
    debt,
    expiring: dated.slice(0, EXPIRY_MONTHS_MAX),
    later: sumOf(dated.slice(EXPIRY_MONTHS_MAX).map(({ points }) => points)),
    never: sumOf(ending.filter(({ month }) => month === null).map(all)),
  };
}

const all = ({ spendable, pending, held }: EndingRow): number => spendable + pending + held;

function sumOf(points: readonly number[]): number {
  return points.reduce((sum, some) => sum + some, 0);
}
