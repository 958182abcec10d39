// The report of a shift: what each till or person sold, gave and took in a day, put together from sums of each kind.

export type PointsOf = Readonly<{ pointsType: number; points: number }>;

/** What can be added up. */
export type ShiftSums = Readonly<{
  purchases: number;
  amountMinor: number;
  returns: number;
  returnedMinor: number;
  rewardsUsed: number;
  rewardsUndone: number;
  joins: number;
  pointsGiven: readonly PointsOf[];
  pointsUsed: readonly PointsOf[];
}>;

export const nothingDone: ShiftSums = {
  purchases: 0,
  amountMinor: 0,
  returns: 0,
  returnedMinor: 0,
  rewardsUsed: 0,
  rewardsUndone: 0,
  joins: 0,
  pointsGiven: [],
  pointsUsed: [],
};

/** Both together. Points that came to nothing are not named. */
export function together(a: ShiftSums, b: ShiftSums): ShiftSums {
  return {
    purchases: a.purchases + b.purchases,
    amountMinor: a.amountMinor + b.amountMinor,
    returns: a.returns + b.returns,
    returnedMinor: a.returnedMinor + b.returnedMinor,
    rewardsUsed: a.rewardsUsed + b.rewardsUsed,
    rewardsUndone: a.rewardsUndone + b.rewardsUndone,
    joins: a.joins + b.joins,
    pointsGiven: addedUp([...a.pointsGiven, ...b.pointsGiven]),
    pointsUsed: addedUp([...a.pointsUsed, ...b.pointsUsed]),
  };
}

function addedUp(points: readonly PointsOf[]): PointsOf[] {
  const sums = new Map<number, number>();
  for (const one of points) sums.set(one.pointsType, (sums.get(one.pointsType) ?? 0) + one.points);
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([pointsType, sum]) => ({ pointsType, points: sum }))
    .toSorted((x, y) => x.pointsType - y.pointsType);
}

/** A part of what one of them did. */
export type Part = Readonly<{ source: string }> & Partial<ShiftSums>;

/** By who it was, in the order of their names; and all of them together. */
export function shiftsOf(parts: readonly Part[]): { shifts: Map<string, ShiftSums>; total: ShiftSums } {
  const shifts = new Map<string, ShiftSums>();
  for (const { source, ...part } of parts.toSorted((a, b) => (a.source < b.source ? -1 : 1))) {
    shifts.set(source, together(shifts.get(source) ?? nothingDone, { ...nothingDone, ...part }));
  }
  return { shifts, total: [...shifts.values()].reduce(together, nothingDone) };
}
