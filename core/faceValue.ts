// What points are worth in money. Said for a number of points that people choose, such as 5 euros for 1,000, so that a
// point may be worth less than the smallest coin and still nothing is ever a float.

/** So many points are worth so many minor units of the tenant's currency. Both are positive integers. */
export type FaceValue = Readonly<{ points: number; minor: number }>;

/** What can be said of one face value; beyond it a sum of points might not be an exact number any more. */
export const facePointsMax = 1_000_000;
export const faceMinorMax = 1_000_000_000;

/**
 * Points in minor units, half a unit away from zero. Rounded once, so give the sum of points, not each part of it: the
 * parts of a report may differ from its sum by a unit, the sum never does from the points.
 */
export function worthOf(points: number, { points: per, minor }: FaceValue): number {
  const product = BigInt(points) * BigInt(minor);
  const half = BigInt(product < 0n ? -per : per);
  return Number((2n * product + half) / (2n * BigInt(per)));
}
