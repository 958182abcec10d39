// What a file of sale lines must give, worked out the slow and simple way: no batches, no database, one line at a time.

/** One row of the file. */
export type FileLine = Readonly<{
  invoice: string;
  product: string;
  pieces: number;
  /** "2025-03-01 10:00:00": of two such texts the later is the greater. */
  time: string;
  /** Thousandths of a pound. */
  mills: number;
  customer: string;
}>;

type SoldLine = { product: string; pieces: number; pence: number; points: number; row: number; returned: number };
type Purchase = { time: string; lines: SoldLine[] };
type NumberedLine = FileLine & { row: number };
type Invoice = { customer: string; time: string; isReturn: boolean; lines: NumberedLine[] };

export function modelOf(lines: readonly FileLine[]) {
  const invoices = inOrder(lines);
  const sales = invoices.filter(({ isReturn }) => !isReturn);
  const purchases = new Map(sales.map(({ customer }): [string, Purchase[]] => [customer, []]));
  const told = { matched: 0, orphanLines: 0, orphanPieces: 0 };
  for (const invoice of invoices) {
    const own = purchases.get(invoice.customer) ?? [];
    if (!invoice.isReturn) own.push(purchaseOf(invoice));
    else for (const line of invoice.lines) takeBack(line, own, invoice.time, told);
  }
  const everyLine = [...purchases.values()].flatMap((own) => own.flatMap((purchase) => purchase.lines));
  const issued = sumOf(everyLine, ({ points }) => points);
  const reversed = sumOf(everyLine, (line) => goneOf(line).points);
  const spends = [...purchases.values()].map((own) =>
    sumOf(
      own.flatMap((purchase) => purchase.lines),
      (line) => line.pence - goneOf(line).pence,
    ),
  );
  return {
    members: purchases.size,
    invoices: sales.length,
    lines: everyLine.length,
    issued,
    reversed,
    outstanding: issued - reversed,
    negative_balances: 0,
    matched_cancellation_lines: told.matched,
    orphan_lines: told.orphanLines,
    orphan_quantity: told.orphanPieces,
    net_spend_minor: sumOf(spends, (pence) => pence),
    tiers: {
      bronze: spends.filter((pence) => pence < 50_000).length,
      silver: spends.filter((pence) => pence >= 50_000 && pence < 200_000).length,
      gold: spends.filter((pence) => pence >= 200_000).length,
    },
    skipped: { no_customer: 0, quantity_or_price: 0 },
  };
}

/** Invoices by the time of their first line; at the same time sales before returns, then as the file has them. */
function inOrder(lines: readonly FileLine[]): Invoice[] {
  const numbered = lines.map((line, index): NumberedLine => ({ ...line, row: index + 2 }));
  const invoices = [...Map.groupBy(numbered, ({ invoice }) => invoice)].map(([invoice, own]): Invoice => {
    const [{ customer, time } = { customer: "", time: "" }] = own;
    return { customer, time, isReturn: invoice.startsWith("C"), lines: own };
  });
  return invoices.toSorted((a, b) => compare(a.time, b.time) || Number(a.isReturn) - Number(b.isReturn));
}

function purchaseOf({ time, lines }: Invoice): Purchase {
  const pence = lines.map((line) => Math.floor((line.pieces * line.mills + 5) / 10));
  const total = sumOf(pence, (amount) => amount);
  const points = Math.floor(total / 100);
  const shares = pence.map((amount) => (total === 0 ? 0 : Math.floor((points * amount) / total)));
  const rest = pence.map((amount, index) => ({ index, rest: total === 0 ? 0 : (points * amount) % total }));
  const left = points - sumOf(shares, (share) => share);
  for (const { index } of rest.toSorted((a, b) => b.rest - a.rest || a.index - b.index).slice(0, left)) {
    shares[index] = (shares[index] ?? 0) + 1;
  }
  return {
    time,
    lines: lines.map(({ product, pieces, row }, index) => {
      return { product, pieces, pence: pence[index] ?? 0, points: shares[index] ?? 0, row, returned: 0 };
    }),
  };
}

function takeBack(
  line: NumberedLine,
  own: readonly Purchase[],
  time: string,
  told: { matched: number; orphanLines: number; orphanPieces: number },
): void {
  const candidates = own
    .filter((purchase) => purchase.time <= time)
    .flatMap((purchase) => purchase.lines.map((sold) => ({ time: purchase.time, sold })))
    .filter(({ sold }) => sold.product === line.product && sold.returned < sold.pieces)
    .toSorted((a, b) => compare(b.time, a.time) || b.sold.row - a.sold.row);
  let missing = -line.pieces;
  for (const { sold } of candidates) {
    const pieces = Math.min(missing, sold.pieces - sold.returned);
    sold.returned += pieces;
    missing -= pieces;
  }
  told.matched += Number(missing < -line.pieces);
  told.orphanLines += Number(missing > 0);
  told.orphanPieces += missing;
}

/** Cumulative and rounded down, so that the last piece takes the rest. */
function goneOf({ pence, points, pieces, returned }: SoldLine): { pence: number; points: number } {
  return { pence: Math.floor((pence * returned) / pieces), points: Math.floor((points * returned) / pieces) };
}

function sumOf<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((sum, one) => sum + of(one), 0);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
