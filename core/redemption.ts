// What rewards and points take off a basket, line by line, so that every rate of tax keeps sums of its own. The same
// money can be seen in two ways: as a discount, which lowers what is taxed, or as a means of payment, which does not.
// Prices hold their tax; each line's tax is rounded once, and every total is a sum of lines.
import type { LineKind } from "./activity.ts";
import type { FaceValue } from "./faceValue.ts";
import { partOfMinor } from "./money.ts";
import { flooredProduct, shareByLargestRemainder } from "./points.ts";
import { decideReturn, type ReturnedLine, type ReturnedSoFar, shareOf } from "./returns.ts";
import type { Gift } from "./rewards.ts";

/** A line before anything is redeemed: its amount for the whole line with the tax in it, at so many 1000ths of a %. */
export type TaxedLine = Readonly<{
  product?: string;
  quantityThousandths: number;
  amountMinor: number;
  taxThousandths: number;
  kind?: LineKind;
}>;

/** Points that pay for themselves what they are worth. */
export type PointsAsMoney = Readonly<{ kind: "points"; face: FaceValue }>;

/** Something that a member brings along. `points`: what the reward cost, or how many are there to pay with. */
export type Redemption = Readonly<{ id: string; points: number; gift: Gift | PointsAsMoney }>;

export type Amounts = Readonly<{ grossMinor: number; netMinor: number; taxMinor: number }>;

/** As a discount `after` is taxed; as a means of payment `before` is, and the discount's gross was paid with points. */
export type Split = Readonly<{ before: Amounts; discount: Amounts; after: Amounts }>;

/**
 * What a redemption took off each line, and how the points that it used fall on them; all zero where it changes no
 * price.
 */
export type Applied = Readonly<{
  id: string;
  points: number;
  amountMinor: number;
  perLineMinor: readonly number[];
  perLine: readonly number[];
}>;

export type WhyNotRedeemed = "not_in_basket" | "nothing_to_pay";

export type Bill = Readonly<{
  lines: readonly Split[];
  /** By rate of tax, the lowest first. */
  rates: readonly (Split & Readonly<{ taxThousandths: number }>)[];
  total: Split;
  applied: readonly Applied[];
  notApplied: readonly Readonly<{ id: string; why: WhyNotRedeemed }>[];
}>;

const WHOLE = 100_000;
const PIECE_THOUSANDTHS = 1_000;

/** Other kinds are money or the law's: a gift card is no place to turn points into money, nor is a tip. */
const redeemable: readonly LineKind[] = ["goods", "shipping"];

/** Products first, then percent of what is left, then sums, then points: in whatever order they were named. */
const order: Readonly<Record<Redemption["gift"]["kind"], number>> = {
  product: 0,
  discount_percent: 1,
  discount_amount: 2,
  points: 3,
  benefit: 4,
};

/** The basket after everything was redeemed that can be. No line falls below zero; what is too much is not used. */
export function billOf(lines: readonly TaxedLine[], redemptions: readonly Redemption[]): Bill {
  const open = lines.map(({ amountMinor, kind = "goods" }) => (redeemable.includes(kind) ? amountMinor : 0));
  const pieces = lines.map(() => 0);
  const applied: Applied[] = [];
  const notApplied: { id: string; why: WhyNotRedeemed }[] = [];
  for (const redemption of redemptions.toSorted(inOrder)) {
    const taken = takenOff(redemption, { lines, open, pieces });
    if (typeof taken === "string") {
      notApplied.push({ id: redemption.id, why: taken });
      continue;
    }
    for (const [at, minor] of taken.entries()) open[at] = (open[at] ?? 0) - minor;
    applied.push(appliedFrom(redemption, taken));
  }
  return { ...billFrom(lines, applied), notApplied };
}

/** The bill again from what was taken off: what a sale keeps is that, and its lines. */
export function billFrom(lines: readonly TaxedLine[], applied: readonly Applied[]): Omit<Bill, "notApplied"> {
  const splits = lines.map((line, at) => splitOf(line, sum(applied.map(({ perLineMinor }) => perLineMinor[at] ?? 0))));
  const byRate = Map.groupBy(splits.keys(), (at) => lines[at]?.taxThousandths ?? 0);
  const rates = [...byRate]
    .toSorted(([a], [b]) => a - b)
    .map(([taxThousandths, at]) => ({ taxThousandths, ...summed([...at].flatMap((place) => splits[place] ?? [])) }));
  return { lines: splits, rates, total: summed(splits), applied };
}

function inOrder(a: Redemption, b: Redemption): number {
  const kinds = order[a.gift.kind] - order[b.gift.kind];
  if (kinds !== 0) return kinds;
  return a.id < b.id ? -1 : 1;
}

type Left = Readonly<{ lines: readonly TaxedLine[]; open: readonly number[]; pieces: number[] }>;

function takenOff({ gift, points }: Redemption, left: Left): readonly number[] | WhyNotRedeemed {
  switch (gift.kind) {
    case "product":
      return pieceOf(gift.sku, left);
    case "discount_percent":
      return spread(partOfMinor(sum(left.open), gift.percent, 100), left.open);
    case "discount_amount":
      return spread(Math.min(gift.amountMinor, sum(left.open)), left.open);
    case "points":
      return spread(Math.min(flooredProduct(points, gift.face.minor, gift.face.points), sum(left.open)), left.open);
    case "benefit":
      return left.open.map(() => 0);
  }
}

function spread(minor: number, open: readonly number[]): readonly number[] | WhyNotRedeemed {
  return minor === 0 ? "nothing_to_pay" : shareByLargestRemainder(minor, open);
}

/** One piece of the first line that has one left; of two pieces for 1.99 the first is 0.99 and the second 1.00. */
function pieceOf(sku: string, { lines, open, pieces }: Left): readonly number[] | WhyNotRedeemed {
  const isLeft = (at: number): boolean => (pieces[at] ?? 0) < (lines[at]?.quantityThousandths ?? 0);
  const at = lines.findIndex((line, place) => line.product === sku && isLeft(place) && (open[place] ?? 0) > 0);
  const line = lines[at];
  if (line === undefined) return "not_in_basket";
  const before = pieces[at] ?? 0;
  const after = Math.min(before + PIECE_THOUSANDTHS, line.quantityThousandths);
  pieces[at] = after;
  const worth = (taken: number): number => shareOf(line.amountMinor, taken, line.quantityThousandths);
  return open.map((_, place) => (place === at ? worth(after) - worth(before) : 0));
}

function appliedFrom({ id, points: brought, gift }: Redemption, perLineMinor: readonly number[]): Applied {
  const amountMinor = sum(perLineMinor);
  // Points that are worth less than the smallest coin stay with the member: no more are used than the money needs.
  const points = gift.kind === "points" ? -flooredProduct(amountMinor, -gift.face.points, gift.face.minor) : brought;
  const perLine = amountMinor === 0 ? perLineMinor : shareByLargestRemainder(points, perLineMinor);
  return { id, points, amountMinor, perLineMinor, perLine };
}

function splitOf({ amountMinor, taxThousandths }: TaxedLine, discountMinor: number): Split {
  const before = amountsOf(amountMinor, taxThousandths);
  const after = amountsOf(amountMinor - discountMinor, taxThousandths);
  return { before, discount: minus(before, after), after };
}

/** The tax within a price. The more the price, the more the tax, so that a discount's tax is never below zero. */
export function amountsOf(grossMinor: number, taxThousandths: number): Amounts {
  const taxMinor = partOfMinor(grossMinor, taxThousandths, WHOLE + taxThousandths);
  return { grossMinor, netMinor: grossMinor - taxMinor, taxMinor };
}

function minus(a: Amounts, b: Amounts): Amounts {
  return {
    grossMinor: a.grossMinor - b.grossMinor,
    netMinor: a.netMinor - b.netMinor,
    taxMinor: a.taxMinor - b.taxMinor,
  };
}

function summed(splits: readonly Split[]): Split {
  const total = (part: keyof Split): Amounts => ({
    grossMinor: sum(splits.map((split) => split[part].grossMinor)),
    netMinor: sum(splits.map((split) => split[part].netMinor)),
    taxMinor: sum(splits.map((split) => split[part].taxMinor)),
  });
  return { before: total("before"), discount: total("discount"), after: total("after") };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What was sold, as far as a return needs to know it. */
export type SoldBill = Readonly<{ lines: readonly TaxedLine[]; bill: Pick<Bill, "lines" | "applied"> }>;

/** How far a sale came back: thousandths per line, and points given back per redemption. */
export type GivenBack = ReturnedSoFar;

export type ReturnBill =
  | Readonly<{
      ok: true;
      /** Per line: the money that goes back, and what the pieces were worth before anything was redeemed. */
      lines: readonly Readonly<{ money: Amounts; worth: Amounts }>[];
      moneyMinor: number;
      /** Per redemption that was applied. */
      points: readonly number[];
      after: GivenBack;
      isComplete: boolean;
    }>
  | Readonly<{ ok: false; reason: "unknown_line" | "more_than_sold" | "nothing_returned"; line: number }>;

export function nothingGivenBack({ lines, bill }: SoldBill): GivenBack {
  return { quantities: lines.map(() => 0), takenPerAward: bill.applied.map(() => 0) };
}

/**
 * Points go back as points and money as money, line by line in proportion to the pieces: cumulative and rounded down,
 * so that the last piece takes the rest and all returns together give back exactly what was paid.
 */
export function returnBill(sold: SoldBill, before: GivenBack, returned: readonly ReturnedLine[]): ReturnBill {
  const lines = sold.lines.map((line, at) => ({
    product: line.product ?? "",
    quantityThousandths: line.quantityThousandths,
    amountMinor: sold.bill.lines[at]?.after.grossMinor ?? 0,
  }));
  const decision = decideReturn({ lines, awards: sold.bill.applied }, before, returned, () => true);
  if (!decision.ok) return decision;
  const { after, isComplete } = decision;
  return {
    ok: true,
    lines: sold.lines.map((line, at) => {
      const then = goneOf(line, sold.bill.lines[at], after.quantities[at] ?? 0);
      const already = goneOf(line, sold.bill.lines[at], before.quantities[at] ?? 0);
      return { money: minus(then.money, already.money), worth: minus(then.worth, already.worth) };
    }),
    moneyMinor: decision.amountMinor,
    points: decision.pointsPerAward,
    after,
    isComplete,
  };
}

/** Of a line after so many thousandths came back. Worth is money and discount, so that neither ever falls. */
function goneOf(
  { quantityThousandths, taxThousandths }: TaxedLine,
  split: Split | undefined,
  thousandths: number,
): { money: Amounts; worth: Amounts } {
  const moneyMinor = shareOf(split?.after.grossMinor ?? 0, thousandths, quantityThousandths);
  const discountMinor = shareOf(split?.discount.grossMinor ?? 0, thousandths, quantityThousandths);
  return {
    money: amountsOf(moneyMinor, taxThousandths),
    worth: amountsOf(moneyMinor + discountMinor, taxThousandths),
  };
}
