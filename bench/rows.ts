// What the table is made of.

export type Bound = Readonly<{
  /** What must hold, and what we would like. */
  floor: number;
  aim: number;
  /** `most`: less is better. */
  is: "least" | "most";
}>;

export type Row = Readonly<{
  id: string;
  /** What is measured, in words and with its unit. */
  figure: string;
  value: string;
  reference: string;
  /** The number that is held against the bound: a ratio to the reference, or the figure itself. */
  measured: number;
  unit: "×" | "s" | "ms" | "B" | "MB";
  bound: Bound;
  /** CPU, percentiles and sizes that belong to it. */
  notes: readonly string[];
}>;

export type Verdict = "aim" | "floor" | "miss";

export function verdictOf({ measured, bound }: Pick<Row, "measured" | "bound">): Verdict {
  const holds = (limit: number) => (bound.is === "least" ? measured >= limit : measured <= limit);
  if (!Number.isFinite(measured) || !holds(bound.floor)) return "miss";
  return holds(bound.aim) ? "aim" : "floor";
}

export const atLeast = (floor: number, aim: number): Bound => ({ floor, aim, is: "least" });
export const atMost = (floor: number, aim: number): Bound => ({ floor, aim, is: "most" });

/** A rate, a time or a size as people read it: three digits, thousands apart. */
export function written(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString("en");
  return value.toLocaleString("en", { maximumSignificantDigits: 3 });
}
