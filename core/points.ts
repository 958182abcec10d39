// Points are integers and are only ever rounded down, once. Products that pass 2^53 go through BigInt, so that no
// amount, however large, meets a float.

/** No single award is larger. A bound that no programme meets keeps every sum of awards an exact integer. */
export const awardPointsMax = 1_000_000_000_000;

/** floor(a × b ÷ divisor), exactly. The divisor is positive. */
export function flooredProduct(a: number, b: number, divisor: number): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) {
    // Towards zero first: from a product near the limit a step away from zero would leave what is exact.
    const rest = product % divisor;
    const whole = (product - rest) / divisor;
    return rest < 0 ? whole - 1 : whole;
  }
  const exact = BigInt(a) * BigInt(b);
  const by = BigInt(divisor);
  const rest = exact % by;
  return Number((exact - (rest < 0n ? rest + by : rest)) / by);
}

/**
 * The total split in proportion to the weights, into whole points that sum to it exactly: everybody gets the floor of
 * the share, what is left goes one by one to the largest remainders, the earlier first where they are equal. Where all
 * weights are zero they count as equal. A negative weight counts as zero.
 */
export function shareByLargestRemainder(total: number, weights: readonly number[]): number[] {
  if (weights.length === 1) return [total];
  let sum = 0;
  for (const weight of weights) sum += Math.max(0, weight);
  if (sum === 0) return weights.length === 0 ? [] : equalShares(total, weights.length);
  if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(total * sum)) return largeShares(total, weights);

  const shares = new Array<number>(weights.length);
  const remainders = new Array<number>(weights.length);
  let left = total;
  for (let at = 0; at < weights.length; at++) {
    const product = total * Math.max(0, weights[at] ?? 0);
    const remainder = product % sum;
    const share = (product - remainder) / sum;
    shares[at] = share;
    remainders[at] = remainder;
    left -= share;
  }
  giveToLargest(shares, remainders, left);
  return shares;
}

function equalShares(total: number, count: number): number[] {
  return shareByLargestRemainder(total, new Array<number>(count).fill(1));
}

/** The same in BigInt, for totals and weights whose product passes 2^53. */
function largeShares(total: number, weights: readonly number[]): number[] {
  const exact = weights.map((weight) => BigInt(Math.max(0, weight)));
  const sum = exact.reduce((before, weight) => before + weight, 0n);
  const products = exact.map((weight) => BigInt(total) * weight);
  const shares = products.map((product) => Number(product / sum));
  const left = total - shares.reduce((before, share) => before + share, 0);
  const remainders = products.map((product) => product % sum);
  giveToLargest(shares, ranksOf(remainders), left);
  return shares;
}

/** Their places in ascending order, equal ones alike: numbers that compare as the values do. */
function ranksOf(values: readonly bigint[]): number[] {
  const ascending = [...new Set(values)].sort((a, b) => (a < b ? -1 : 1));
  const ranks = new Map(ascending.map((value, rank) => [value, rank]));
  return values.map((value) => ranks.get(value) ?? 0);
}

/** Up to so many shares, looking for the largest again and again is faster than sorting. */
const searchedMax = 32;

/** One point more to each of the `left` largest remainders, the earlier first where they are equal. */
function giveToLargest(shares: number[], remainders: number[], left: number): void {
  if (shares.length > searchedMax) {
    const order = remainders.map((_, at) => at).sort((a, b) => (remainders[b] ?? 0) - (remainders[a] ?? 0));
    for (const at of order.slice(0, left)) shares[at] = (shares[at] ?? 0) + 1;
    return;
  }
  for (let given = 0; given < left; given++) {
    let largest = 0;
    for (let at = 1; at < remainders.length; at++) {
      if ((remainders[at] ?? -1) > (remainders[largest] ?? -1)) largest = at;
    }
    shares[largest] = (shares[largest] ?? 0) + 1;
    remainders[largest] = -1;
  }
}
