// Tables as a sheet opens them: text that would be taken for a formula is told as text, numbers stay numbers.
import { stringify } from "csv-stringify/sync";

export type Cell = string | number | boolean | null;

/** A column. `isSafe`: its texts are checked ones of our own, such as phone numbers, and are told as they are. */
export type Column = Readonly<{ name: string; isSafe?: boolean }>;

/** Rows as CSV with CRLF, as RFC 4180 has it. */
export function csvOf(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  const safe = new Set(columns.flatMap(({ isSafe }, index) => (isSafe === true ? [index] : [])));
  return stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: "windows",
      escape_formulas: true,
      cast: {
        boolean: String,
        string: (value, { column }) =>
          typeof column === "number" && safe.has(column) ? { value, escape_formulas: false } : value,
      },
    },
  );
}

export function csvHead(columns: readonly Column[]): string {
  return csvOf(columns, [columns.map(({ name }) => name)]);
}
