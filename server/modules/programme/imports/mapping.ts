// What the columns of a file mean. Ready-made mappings lie in mappings/; anybody's own is a JSON file of the same
// shape.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { isCurrency } from "@fedele/core/money.ts";
import { type IdentityKind, identityKinds } from "@fedele/sdk/schemas/member.ts";
import { timezoneOf } from "../../../platform/places.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { readTimeFormat, type TimeFormat } from "./timeFormat.ts";

/** Where the ready-made mappings of sale lines lie. */
const readyFolder = fileURLToPath(new URL("mappings", import.meta.url));

export const MAPPING_BYTES_MAX = 64 * 1024;

/** How a table of text is to be read, whatever it is about. */
export type TableShape = Readonly<{
  /** Null: found out from the first line. */
  delimiter: string | null;
  decimalMark: "." | ",";
}>;

/** What a file of sale lines says where. */
export type PurchaseMapping = TableShape &
  Readonly<{
    /** The source that the activities are recorded under. */
    name: string;
    /** Titles of the file's columns. */
    columns: PurchaseColumns;
    /** How the number of a cancellation begins; null: what has a negative quantity is a return. */
    cancellationMark: string | null;
    /** Null: the tenant's. */
    currency: string | null;
    /** What one unit of the currency is worth in the tenant's, where they differ. */
    rate: string | null;
    timezone: string | null;
    timeFormat: TimeFormat;
    /** What the customer's column holds. */
    customerKind: IdentityKind;
  }>;

export type PurchaseColumns = Readonly<Record<(typeof purchaseColumns)[number], string>>;

const purchaseColumns = ["document", "product", "quantity", "unitPrice", "time", "customer"] as const;

const purchaseKeys = [
  "name",
  "columns",
  "cancellationMark",
  "currency",
  "rate",
  "timezone",
  "timeFormat",
  "delimiter",
  "decimalMark",
  "customerKind",
];

/** A ready-made mapping by its name, or one's own by the path of its file. */
export function readPurchaseMapping(nameOrPath: string): PurchaseMapping {
  const { fallbackName, told } = readMappingFile(nameOrPath, readyFolder);
  refuseUnknown(told, purchaseKeys, "");
  return {
    name: sourceOf(textOf(told, "name") ?? fallbackName),
    columns: purchaseColumnsOf(told),
    cancellationMark: textOf(told, "cancellationMark"),
    currency: currencyOf(textOf(told, "currency")),
    rate: rateOf(textOf(told, "rate")),
    timezone: zoneOf(textOf(told, "timezone")),
    timeFormat: readTimeFormat(textOf(told, "timeFormat") ?? "iso"),
    customerKind: kindOf(textOf(told, "customerKind") ?? "number"),
    ...tableShapeOf(told),
  };
}

function purchaseColumnsOf(told: Told): PurchaseColumns {
  const column = columnReader<(typeof purchaseColumns)[number] | "description">(
    told,
    [...purchaseColumns, "description"],
    purchaseColumns,
  );
  return {
    document: column("document"),
    product: column("product"),
    quantity: column("quantity"),
    unitPrice: column("unitPrice"),
    time: column("time"),
    customer: column("customer"),
  };
}

export type Told = Readonly<Record<string, unknown>>;

/** The JSON of a mapping as it was written, and the name of its file. */
export function readMappingFile(nameOrPath: string, folder: string): { fallbackName: string; told: Told } {
  const readyMade = join(folder, `${nameOrPath}.json`);
  const isReady = /^[a-z0-9-]+$/.test(nameOrPath) && existsSync(readyMade);
  const file = isReady ? readyMade : nameOrPath;
  if (!existsSync(file)) {
    const ready = readyNames(folder).join(", ");
    throw invalid(`There is no mapping "${nameOrPath}". Ready-made: ${ready}; or give the path of a JSON file.`);
  }
  const text = readFileSync(file, "utf8");
  if (text.length > MAPPING_BYTES_MAX) throw invalid(`The mapping ${file} is no mapping: it is too large.`);
  return { fallbackName: basename(file, extname(file)), told: objectOf(parsed(text, file), `The mapping ${file}`) };
}

function readyNames(folder: string): string[] {
  return readdirSync(folder)
    .map((file) => basename(file, ".json"))
    .sort();
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw invalid(`The mapping ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function objectOf(value: unknown, what: string): Told {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalid(`${what} must be an object in curly brackets.`);
  }
  return Object.fromEntries(Object.entries(value));
}

export function refuseUnknown(told: Told, known: readonly string[], where: string): void {
  const unknown = Object.keys(told).filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw invalid(`A mapping${where} has no "${unknown.join('", "')}"; it may have ${known.join(", ")}.`);
}

/** Reads which column of the file is which, empty where the mapping names none; refuses when one is needed. */
export function columnReader<Column extends string>(
  told: Told,
  known: readonly Column[],
  needed: readonly Column[],
): (name: Column) => string {
  const columns = objectOf(told.columns, `"columns" of the mapping`);
  refuseUnknown(columns, known, `'s "columns"`);
  const missing = needed.filter((name) => textOf(columns, name) === null);
  if (missing.length > 0) throw invalid(`The mapping's "columns" must say which column is ${missing.join(", ")}.`);
  return (name) => textOf(columns, name) ?? "";
}

/** A text of the mapping; null where it is absent. */
export function textOf(told: Told, name: string): string | null {
  const value = told[name];
  if (value === undefined || value === null) return null;
  if (typeof value === "string" && value !== "") return value;
  throw invalid(`"${name}" of the mapping must be a text that is not empty.`);
}

export function tableShapeOf(told: Told): TableShape {
  const delimiter = textOf(told, "delimiter");
  if (delimiter !== null && delimiter.length !== 1) {
    throw invalid(`"delimiter" of the mapping must be one character, like ";" or "\\t".`);
  }
  const mark = textOf(told, "decimalMark") ?? ".";
  if (mark === "." || mark === ",") return { delimiter, decimalMark: mark };
  throw invalid(`"decimalMark" of the mapping must be "." or ",".`);
}

export function sourceOf(name: string): string {
  if (/^[\w.:-]{1,64}$/.test(name)) return name;
  throw invalid(`"${name}" cannot be the name of a source: 1 to 64 letters, digits and . _ : - are possible.`);
}

export function zoneOf(zone: string | null): string | null {
  return zone === null ? null : timezoneOf(zone);
}

function currencyOf(code: string | null): string | null {
  if (code === null || isCurrency(code)) return code;
  throw invalid(`"${code}" of the mapping is not the ISO 4217 code of a currency.`);
}

function rateOf(rate: string | null): string | null {
  if (rate === null || (/^\d{1,12}(\.\d{1,12})?$/.test(rate) && Number(rate) > 0)) return rate;
  throw invalid(`"rate" of the mapping must be a decimal number above zero, like "0.9215".`);
}

function kindOf(kind: string): IdentityKind {
  const known = identityKinds.find((candidate) => candidate === kind);
  if (known !== undefined) return known;
  throw invalid(`"customerKind" of the mapping must be one of ${identityKinds.join(", ")}.`);
}

export function invalid(message: string): Refusal {
  return new Refusal("invalid", message);
}
