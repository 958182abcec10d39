// Who gets which of several messages, or none to compare with: the same for the same member always, and for each
// broadcast anew. And whether the groups came out as they were meant, which is asked before anything is compared.

/** 32 bits that look like chance: FNV-1a, then the finalizer of MurmurHash3, because FNV alone mixes its end poorly. */
function placeOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Shares are of so many. */
export const SPLIT_OF = 10_000;
export const variantNames = ["a", "b", "c", "d"] as const;

export type Split = Readonly<{
  /** What makes the split a new one: the broadcast's id. */
  seed: string;
  /** Of `SPLIT_OF` members so many are left out. */
  holdout: number;
  /** How much of the rest each variant gets, in proportion. */
  weights: readonly number[];
}>;

/** The variant by its place; "holdout": none. Leaving out and choosing are two draws: neither bends the other. */
export function allocate({ seed, holdout, weights }: Split, memberId: string): number | "holdout" {
  if (placeOf(`${seed} holdout ${memberId}`) % SPLIT_OF < holdout) return "holdout";
  const sum = weights.reduce((all, weight) => all + weight, 0);
  let place = (placeOf(`${seed} variant ${memberId}`) / 2 ** 32) * sum;
  for (const [index, weight] of weights.entries()) {
    place -= weight;
    if (place < 0) return index;
  }
  return weights.length - 1;
}

/**
 * How likely groups of these sizes, or more uneven ones, are by chance: Pearson's χ² goodness of fit, as in Fabijan and
 * others, "Diagnosing Sample Ratio Mismatch in Online Controlled Experiments" (KDD 2019).
 */
export function splitLikelihood(counts: readonly number[], weights: readonly number[]): number {
  const total = counts.reduce((all, count) => all + count, 0);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (total === 0 || counts.length < 2) return 1;
  const statistic = counts.reduce((all, count, index) => {
    const expected = (total * (weights[index] ?? 0)) / sum;
    return expected === 0 ? all : all + (count - expected) ** 2 / expected;
  }, 0);
  return upperGamma((counts.length - 1) / 2, statistic / 2);
}

/**
 * The regularized upper incomplete gamma function for half-integers, by its recurrence from Q(1/2) and Q(1): DLMF
 * 8.4.6, 8.4.5 and 8.8.6. Degrees of freedom here are three at most.
 */
function upperGamma(shape: number, x: number): number {
  const isHalf = shape % 1 !== 0;
  let a = isHalf ? 0.5 : 1;
  let q = isHalf ? complementaryError(Math.sqrt(x)) : Math.exp(-x);
  let term = isHalf ? (Math.exp(-x) * Math.sqrt(x)) / (Math.sqrt(Math.PI) / 2) : Math.exp(-x) * x;
  while (a < shape) {
    q += term;
    a += 1;
    term *= x / a;
  }
  return Math.min(1, q);
}

/** erfc for x ≥ 0: Abramowitz and Stegun 7.1.26, wrong by 1.5e-7 at most. */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const terms = [0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
  const polynomial = terms.reduceRight((sum, term) => (sum + term) * t, 0);
  return polynomial * Math.exp(-x * x);
}
