// What the columns of a file of old balances mean.
import { fileURLToPath } from "node:url";
import {
  columnReader,
  readMappingFile,
  refuseUnknown,
  sourceOf,
  type TableShape,
  tableShapeOf,
  textOf,
} from "./mapping.ts";
import { readTimeFormat, type TimeFormat } from "./timeFormat.ts";

const readyFolder = fileURLToPath(new URL("balanceMappings", import.meta.url));

const columns = ["number", "email", "phone", "name", "points", "expires", "tier", "tierUntil"] as const;

export type BalanceMapping = TableShape &
  Readonly<{
    /** The source that the openings are recorded under. */
    name: string;
    /** Titles of the file's columns; empty where the file has none for it. */
    columns: Readonly<Record<(typeof columns)[number], string>>;
    /** Null: the first points type that may be spent. */
    pointsType: string | null;
    timeFormat: TimeFormat;
  }>;

/** A ready-made mapping by its name, or one's own by the path of its file. */
export function readBalanceMapping(nameOrPath: string): BalanceMapping {
  const { fallbackName, told } = readMappingFile(nameOrPath, readyFolder);
  refuseUnknown(told, ["name", "columns", "pointsType", "timeFormat", "delimiter", "decimalMark"], " of balances");
  const column = columnReader(told, columns, ["points"]);
  return {
    name: sourceOf(textOf(told, "name") ?? fallbackName),
    columns: {
      number: column("number"),
      email: column("email"),
      phone: column("phone"),
      name: column("name"),
      points: column("points"),
      expires: column("expires"),
      tier: column("tier"),
      tierUntil: column("tierUntil"),
    },
    pointsType: textOf(told, "pointsType"),
    timeFormat: readTimeFormat(textOf(told, "timeFormat") ?? "iso"),
    ...tableShapeOf(told),
  };
}
