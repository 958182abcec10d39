// Purchases that follow each other faster than people buy: a cashier who scans a card of their own with every receipt.
// Nothing is refused for it; somebody should look.

/** What is too much within so many minutes; null: however much. */
export type VelocityTerms = Readonly<{
  minutes: number;
  /** Receipts of one member at one till. */
  receiptsPerTill: number | null;
  /** Receipts of one member wherever. */
  receipts: number | null;
  /** Points that one member earns, of all types together. */
  points: number | null;
}>;

/** A purchase: which receipt, at which till, when in the world, and what it earned. */
export type Receipt = Readonly<{ document: string; till: string; at: number; points: number }>;

export const velocityKinds = ["receipts_per_till", "receipts", "points"] as const;
export type VelocityKind = (typeof velocityKinds)[number];

/** What was exceeded: how much there was, and how much is usual. */
export type Hurry = Readonly<{ kind: VelocityKind; count: number; max: number }>;

const MINUTE_MS = 60_000;

/** What a receipt exceeds, together with the member's others in the minutes before it. Parts of one are one receipt. */
export function hurriesOf(terms: VelocityTerms, receipt: Receipt, others: readonly Receipt[]): Hurry[] {
  const since = receipt.at - terms.minutes * MINUTE_MS;
  const recent = [receipt, ...others.filter(({ at }) => at > since && at <= receipt.at)];
  const atTill = recent.filter(({ till }) => till === receipt.till);
  const counts: Readonly<Record<VelocityKind, number>> = {
    receipts_per_till: documentsIn(atTill),
    receipts: documentsIn(recent),
    points: recent.reduce((sum, { points }) => sum + points, 0),
  };
  const most: Readonly<Record<VelocityKind, number | null>> = {
    receipts_per_till: terms.receiptsPerTill,
    receipts: terms.receipts,
    points: terms.points,
  };
  return velocityKinds.flatMap((kind) => {
    const max = most[kind];
    return max !== null && counts[kind] > max ? [{ kind, count: counts[kind], max }] : [];
  });
}

function documentsIn(receipts: readonly Receipt[]): number {
  return new Set(receipts.map(({ document }) => document)).size;
}
