// The report of a shift as it is told: a document, or a table for a sheet.
import { currencyExponent } from "@fedele/core/money.ts";
import type { ShiftSums } from "@fedele/core/shifts.ts";
import { type Shift, type ShiftReport, undoneReasons } from "@fedele/sdk/schemas/shift.ts";
import { type Cell, csvHead, csvOf } from "../../platform/csv.ts";
import type { CodeOf } from "../ledger/replies.ts";
import type { ShiftAsked, ShiftRows, UndoneRow } from "./shifts.ts";

type Named = Readonly<{ location: string | null; nameOf: (source: string) => string | null; codeOf: CodeOf }>;

export function toShiftReport(rows: ShiftRows, asked: ShiftAsked, { location, nameOf, codeOf }: Named): ShiftReport {
  const undone = Map.groupBy(rows.undone, ({ source }) => source);
  return {
    day: asked.day,
    timezone: asked.zone,
    location,
    currency: asked.currency,
    items: [...rows.shifts].map(
      ([source, sums]): Shift => ({
        source,
        kind: kindOf(source),
        name: nameOf(source),
        ...toSums(sums, codeOf),
        undone: (undone.get(source) ?? []).map(toUndone),
      }),
    ),
    total: toSums(rows.total, codeOf),
  };
}

export function kindOf(source: string): Shift["kind"] {
  if (source.startsWith("tky_")) return "till";
  return source.startsWith("stf_") ? "person" : "other";
}

function toSums({ pointsGiven, pointsUsed, ...sums }: ShiftSums, codeOf: CodeOf) {
  const named = (points: ShiftSums["pointsGiven"]) =>
    points.map((one) => ({ pointsType: codeOf(one.pointsType), points: one.points }));
  return { ...sums, pointsGiven: named(pointsGiven), pointsUsed: named(pointsUsed) };
}

function toUndone({ kind, document, amountMinor, reason, at }: UndoneRow): Shift["undone"][number] {
  const known = undoneReasons.find((one) => one === reason);
  const why = known === undefined ? {} : { reason: known };
  return { kind, document, amountMinor, ...why, at: new Date(at).toISOString() };
}

/** One line a till or person, and one of all together; points of each type in columns of their own. */
export function shiftCsv({ day, location, currency, items, total }: ShiftReport): string {
  const types = [...new Set([...total.pointsGiven, ...items.flatMap(pointsIn)].map(({ pointsType }) => pointsType))];
  const columns = [
    ...["day", "location", "till", "name", "purchases", `amount ${currency}`, "returns", `returned ${currency}`],
    ...types.flatMap((type) => [`given ${type}`, `used ${type}`]),
    ...["rewards used", "rewards undone", "joins", "undone"],
  ].map((name) => ({ name }));
  const lineOf = (who: readonly [string, string | null], sums: Totals, undone: number): Cell[] => [
    ...[day, location, ...who],
    ...[sums.purchases, decimal(sums.amountMinor, currency), sums.returns, decimal(sums.returnedMinor, currency)],
    ...types.flatMap((type) => [pointsOf(sums.pointsGiven, type), pointsOf(sums.pointsUsed, type)]),
    ...[sums.rewardsUsed, sums.rewardsUndone, sums.joins, undone],
  ];
  const lines = items.map((one) => lineOf([one.source, one.name], one, one.undone.length));
  const all = items.reduce((sum, { undone }) => sum + undone.length, 0);
  return csvHead(columns) + csvOf(columns, [...lines, lineOf(["total", null], total, all)]);
}

type Totals = ShiftReport["total"];

function pointsIn({ pointsGiven, pointsUsed }: Totals): Totals["pointsGiven"] {
  return [...pointsGiven, ...pointsUsed];
}

function pointsOf(points: Totals["pointsGiven"], type: string): number {
  return points.find(({ pointsType }) => pointsType === type)?.points ?? 0;
}

/** 1250 as 12.5: a number, so that a sheet adds it up. */
function decimal(minor: number, currency: string): number {
  return minor / 10 ** currencyExponent(currency);
}
