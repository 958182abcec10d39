// The results as a table: on the terminal, and in the README between its two marks.
import { readFileSync, writeFileSync } from "node:fs";
import type { Machine } from "./machine.ts";
import { type Row, verdictOf, written } from "./rows.ts";

export type Results = Readonly<{
  machine: Machine;
  date: string;
  rounds: number;
  secondsARound: number;
  rows: readonly Row[];
}>;

const header = ["id", "figure", "here", "reference", "ratio", "floor", "aim", "holds"] as const;

function cellsOf(row: Row): string[] {
  const limit = (value: number) => `${row.bound.is === "least" ? "≥" : "≤"} ${written(value)} ${row.unit}`;
  const measured = `${written(row.measured)} ${row.unit}`;
  const { floor, aim } = row.bound;
  return [row.id, row.figure, row.value, row.reference, measured, limit(floor), limit(aim), verdictOf(row)];
}

export function textTable(rows: readonly Row[]): string {
  const lines = [[...header], ...rows.map(cellsOf)];
  const widths = header.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)));
  return lines.map((line) => line.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join("  ")).join("\n");
}

export function markdownTable({ machine, date, rounds, secondsARound, rows }: Results): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const facts =
    `Measured on ${date.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memoryGb} GB, ` +
    `${machine.platform}, Node ${machine.node}, PostgreSQL ${machine.postgres}, load ${machine.load} before; ` +
    `server, database and load generator on the same machine; medians of ${rounds} rounds of ${secondsARound} s, ` +
    "each round of ours next to one of its reference.";
  const cells = rows.map((row) => cellsOf(row).map((cell, at) => (at === 0 ? `\`${cell}\`` : cell)));
  return [facts, "", line(header), line(header.map(() => "---")), ...cells.map(line)].join("\n");
}

/** Puts the table between the marks. */
export function writeReadme(file: URL, results: Results): void {
  const text = readFileSync(file, "utf8");
  const marks = /(<!-- bench:start -->\n)[\s\S]*?(<!-- bench:end -->)/;
  if (!marks.test(text)) throw new Error("the README has no place for the table");
  writeFileSync(
    file,
    text.replace(marks, (_, start, end) => `${start}\n${markdownTable(results)}\n\n${end}`),
  );
}
