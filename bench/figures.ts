// Numbers out of rounds.

export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that `percent` of the values do not exceed; 0 of nothing. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}

/** One side of a comparison: measures one round and says what it found. */
export type Side<Result> = () => Promise<Result>;

/**
 * Rounds of all sides in turn, so that a busy moment of the machine meets all of them alike. The first turn warms up
 * and does not count.
 */
export async function alternate<Result>(rounds: number, sides: readonly Side<Result>[]): Promise<Result[][]> {
  const results: Result[][] = sides.map(() => []);
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, side] of sides.entries()) {
      const result = await side();
      if (round >= 0) results[index]?.push(result);
    }
  }
  return results;
}

/** The median of one figure over the rounds of a side. */
export function medianOf<Result>(rounds: readonly Result[] | undefined, figure: (result: Result) => number): number {
  return median((rounds ?? []).map(figure));
}

/** The median of the ratios of rounds that stood next to each other: steadier than the ratio of two medians. */
export function ratioOf(own: readonly number[], reference: readonly number[]): number {
  return median(own.map((value, round) => value / (reference[round] ?? Number.NaN)));
}
