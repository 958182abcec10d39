// What a rule gives for the lines that count: whole points, rounded down once per transaction and shared over the lines
// so that they sum to it exactly and a part that is returned takes back its own share.
import type { Line, LineKind } from "./activity.ts";
import { awardPointsMax, flooredProduct, shareByLargestRemainder } from "./points.ts";

export type Effect =
  /** `points` for every `perMinor` of the lines' money. */
  | {
      readonly kind: "points_per_money";
      readonly points: number;
      readonly perMinor: number;
      readonly base?: EarnBase | undefined;
    }
  /** Once per activity, however many lines count. */
  | { readonly kind: "fixed"; readonly points: number }
  /** `points` for every `perThousandths` of the lines' quantity; 1000 is one piece. */
  | { readonly kind: "per_item"; readonly points: number; readonly perThousandths: number }
  /** factor − 1 times what the rules above gave for the lines, as decimal text: "2" doubles, "1.5" adds the half. */
  | { readonly kind: "multiplier"; readonly factor: string }
  /** A reward, once per activity. It weighs in limits and budgets what it costs in the catalogue: `points`. */
  | {
      readonly kind: "reward";
      readonly rewardId: string;
      readonly code: string;
      readonly name: string;
      readonly points: number;
    };

/** What multipliers work on: what was given for the money and the pieces of each line. */
export function isMultiplied({ kind }: Effect): boolean {
  return kind === "points_per_money" || kind === "per_item";
}

/** What is given once for a document as a whole, however many parts it comes in. */
export function isOnce({ kind }: Effect): boolean {
  return kind === "fixed" || kind === "reward";
}

/** Which money earns. The part paid with points never does. */
export type EarnBase = {
  readonly tax: "included" | "excluded";
  readonly discount: "before" | "after";
  /** Lines of these kinds earn nothing. */
  readonly without: readonly LineKind[];
};

/** What was really paid, for goods: a gift card earns when it is used, shipping, tips and restricted goods never do. */
export const earnBaseDefault: EarnBase = {
  tax: "included",
  discount: "after",
  without: ["shipping", "gift_card", "tip", "restricted"],
};

/** A factor is decimal text, so that no float comes near it. */
export const factorPattern = /^(\d{1,4})(?:\.(\d{1,6}))?$/;

/** Points and how they fall on the activity's lines; an activity without lines has them all itself. */
export type Share = { readonly points: number; readonly perLine: number[] };

/**
 * What an effect gives for those lines that count, or null where that is nothing. `given` is what other rules gave for
 * each line: a multiplier works on it.
 */
export type Give = (lines: readonly Line[], counts: readonly boolean[], given: readonly number[]) => Share | null;

export function compileEffect(effect: Effect): Give {
  switch (effect.kind) {
    case "points_per_money": {
      const { points, perMinor, base = earnBaseDefault } = effect;
      return (lines, counts) => {
        const money = weighed(lines, counts, (line) => earningMinor(line, base));
        return shared(flooredProduct(sumOf(money), points, perMinor), money);
      };
    }
    case "per_item": {
      const { points, perThousandths } = effect;
      return (lines, counts) => {
        const thousandths = weighed(lines, counts, earningThousandths);
        return shared(flooredProduct(sumOf(thousandths), 1, perThousandths) * points, thousandths);
      };
    }
    case "multiplier": {
      const { numerator, denominator } = bonusOf(effect.factor);
      return (_lines, counts, given) => {
        const points = given.map((gave, at) => (counts[at] === true ? gave : 0));
        return shared(flooredProduct(sumOf(points), numerator, denominator), points);
      };
    }
    case "fixed":
    case "reward": {
      const { points } = effect;
      return (lines, counts) => {
        if (lines.length === 0) return { points, perLine: [] };
        const amounts = weighed(lines, counts, (line) => line.amountMinor);
        return shared(points, sumOf(amounts) > 0 ? amounts : weighed(lines, counts, () => 1));
      };
    }
  }
}

/** The money of a line that earns, in minor units. */
function earningMinor(line: Line, base: EarnBase): number {
  if (line.kind !== undefined && base.without.includes(line.kind)) return 0;
  const { amountMinor, taxMinor = 0, discountMinor = 0, paidWithPointsMinor = 0 } = line;
  const full = base.discount === "before" ? amountMinor + discountMinor : amountMinor;
  const inMoney = full - Math.min(paidWithPointsMinor, Math.max(0, amountMinor));
  if (base.tax === "included" || amountMinor === 0) return inMoney;
  return flooredProduct(inMoney, amountMinor - taxMinor, amountMinor);
}

/** The quantity of a line that was paid with money: all of it, or pro rata. */
function earningThousandths({ quantityThousandths, amountMinor, paidWithPointsMinor = 0 }: Line): number {
  if (paidWithPointsMinor === 0) return quantityThousandths;
  const inMoney = amountMinor - paidWithPointsMinor;
  return inMoney > 0 ? flooredProduct(quantityThousandths, inMoney, amountMinor) : 0;
}

/** "1.25" gives a quarter more. Nothing where the text is not a number above 1. */
function bonusOf(factor: string): { numerator: number; denominator: number } {
  const [, whole = "1", decimals = ""] = factorPattern.exec(factor) ?? [];
  const denominator = 10 ** decimals.length;
  return { numerator: Math.max(0, Number(whole + decimals) - denominator), denominator };
}

/** A weight per line: zero for the lines that do not count. */
function weighed(lines: readonly Line[], counts: readonly boolean[], weigh: (line: Line) => number): number[] {
  const weights = new Array<number>(lines.length);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    weights[at] = line !== undefined && counts[at] === true ? weigh(line) : 0;
  }
  return weights;
}

function shared(points: number, weights: readonly number[]): Share | null {
  if (points <= 0) return null;
  const bounded = Math.min(points, awardPointsMax);
  return { points: bounded, perLine: shareByLargestRemainder(bounded, weights) };
}

function sumOf(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
