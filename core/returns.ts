// What a return takes back: item by item, at the rate that was paid, so that all returns of a purchase together take
// exactly what the purchase gave.

/** A line as sold: how many thousandths of a piece, and for how much. */
export type SoldLine = Readonly<{ product: string; quantityThousandths: number; amountMinor: number }>;

/** Points of one rule, line by line, as they were given. A reward goes back as one piece, once all of it is gone. */
export type GivenAward = Readonly<{ points: number; perLine: readonly number[]; rewardId?: string | undefined }>;

/** How far a purchase has come back: thousandths per line, and points taken per award. */
export type ReturnedSoFar = Readonly<{ quantities: readonly number[]; takenPerAward: readonly number[] }>;

export type ReturnedLine = Readonly<{ line: number; quantityThousandths: number }>;

export type ReturnDecision =
  | Readonly<{
      ok: true;
      amountMinor: number;
      lineAmounts: readonly number[];
      pointsPerAward: readonly number[];
      after: ReturnedSoFar;
      isComplete: boolean;
    }>
  | Readonly<{ ok: false; reason: "unknown_line" | "more_than_sold" | "nothing_returned"; line: number }>;

export function nothingReturned(lines: readonly SoldLine[], awards: readonly GivenAward[]): ReturnedSoFar {
  return { quantities: lines.map(() => 0), takenPerAward: awards.map(() => 0) };
}

/** floor(whole × part ÷ of), exact for any safe integers: what the first `part` of `of` pieces are worth. */
export function shareOf(whole: number, part: number, of: number): number {
  if (part === of) return whole;
  const product = whole * part;
  if (Number.isSafeInteger(product)) return Math.floor(product / of);
  return Number((BigInt(whole) * BigInt(part)) / BigInt(of));
}

/**
 * Takes `returned` back. Per line and cumulative: after r of q pieces, floor(points × r ÷ q) are gone, so the last
 * piece takes the rest. `keepsAward` says which awards the remaining purchase still deserves; one that it does not
 * deserve any more (it fell below its threshold) goes back whole.
 */
export function decideReturn(
  sold: { lines: readonly SoldLine[]; awards: readonly GivenAward[] },
  before: ReturnedSoFar,
  returned: readonly ReturnedLine[],
  keepsAward: (award: number, quantities: readonly number[]) => boolean,
): ReturnDecision {
  const quantities = [...before.quantities];
  for (const { line, quantityThousandths } of returned) {
    const soldLine = sold.lines[line];
    const already = quantities[line];
    if (soldLine === undefined || already === undefined) return { ok: false, reason: "unknown_line", line };
    if (quantityThousandths <= 0) return { ok: false, reason: "nothing_returned", line };
    if (already + quantityThousandths > soldLine.quantityThousandths)
      return { ok: false, reason: "more_than_sold", line };
    quantities[line] = already + quantityThousandths;
  }
  const gone = (whole: number, line: number, after: readonly number[]): number =>
    shareOf(whole, after[line] ?? 0, sold.lines[line]?.quantityThousandths ?? 1);

  const lineAmounts = sold.lines.map(
    ({ amountMinor }, line) => gone(amountMinor, line, quantities) - gone(amountMinor, line, before.quantities),
  );
  const isComplete = sold.lines.every((line, index) => quantities[index] === line.quantityThousandths);
  const takenPerAward = sold.awards.map((award, index) => {
    const already = before.takenPerAward[index] ?? 0;
    if (isComplete || !keepsAward(index, quantities)) return award.points;
    const taken = award.perLine.reduce((sum, points, line) => sum + gone(points, line, quantities), 0);
    return Math.max(already, award.rewardId !== undefined && taken < award.points ? 0 : taken);
  });
  return {
    ok: true,
    amountMinor: lineAmounts.reduce((sum, amount) => sum + amount, 0),
    lineAmounts,
    pointsPerAward: takenPerAward.map((points, index) => points - (before.takenPerAward[index] ?? 0)),
    after: { quantities, takenPerAward },
    isComplete,
  };
}

/** A line that may still be returned, of a purchase at `atMs`; `row` is its place within the purchase or the file. */
export type OpenLine = Readonly<{ purchase: string; line: number; openThousandths: number; atMs: number; row: number }>;

/** Matches a return without a receipt to the latest earlier lines of the same product, latest first. */
export function matchLatest(
  candidates: readonly OpenLine[],
  quantityThousandths: number,
  returnedAtMs: number,
): { matches: { purchase: string; line: number; quantityThousandths: number }[]; unmatched: number } {
  const order = candidates
    .filter((line) => line.atMs <= returnedAtMs && line.openThousandths > 0)
    .sort((a, b) => b.atMs - a.atMs || b.row - a.row);
  const matches: { purchase: string; line: number; quantityThousandths: number }[] = [];
  let unmatched = quantityThousandths;
  for (const candidate of order) {
    if (unmatched === 0) break;
    const taken = Math.min(unmatched, candidate.openThousandths);
    matches.push({ purchase: candidate.purchase, line: candidate.line, quantityThousandths: taken });
    unmatched -= taken;
  }
  return { matches, unmatched };
}
