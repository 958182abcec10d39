// What is bought: a sum of euros, or lines of a receipt.

export type Line = {
  product?: string;
  pieces?: number;
  /** For the whole line. */
  euros: number;
  taxEuros?: number;
  discountEuros?: number;
  pointsEuros?: number;
  kind?: string;
  categories?: readonly string[];
};

export type Goods = number | readonly Line[];

/** Cents, without a float's tail: 11.5 euros are 1150. */
export function minorOf(euros: number): number {
  return Math.round(euros * 100);
}

/** The goods as a purchase tells them. */
export function told(goods: Goods): object {
  return typeof goods === "number" ? { amountMinor: minorOf(goods) } : { lines: linesOf(goods) };
}

function linesOf(lines: readonly Line[]): object[] {
  return lines.map(({ product, pieces = 1, euros, taxEuros, discountEuros, pointsEuros, kind, categories }) => ({
    ...(product === undefined ? {} : { product }),
    quantityThousandths: Math.round(pieces * 1000),
    amountMinor: minorOf(euros),
    ...(taxEuros === undefined ? {} : { taxMinor: minorOf(taxEuros) }),
    ...(discountEuros === undefined ? {} : { discountMinor: minorOf(discountEuros) }),
    ...(pointsEuros === undefined ? {} : { paidWithPointsMinor: minorOf(pointsEuros) }),
    ...(kind === undefined ? {} : { kind }),
    ...(categories === undefined ? {} : { categories }),
  }));
}
