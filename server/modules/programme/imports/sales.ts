// The sales and cancellations of a file, put together from its lines and in the order in which they happened.
import { currencyExponent } from "@fedele/core/money.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { identityOf } from "../../members/identityValues.ts";
import { amountReader } from "./amounts.ts";
import type { PurchaseMapping } from "./mapping.ts";
import { type Mistakes, noMistakes } from "./mistakes.ts";
import { placesOf, type RowReader, readTable } from "./tables.ts";

/** A line of a sale as it is kept until it is recorded: four numbers in a row of an array, 32 bytes. */
const LINE_FIELDS = 4;

/** Of documents and products. */
export const NAME_CHARS_MAX = 128;

/** One invoice of one customer. A million lines in 50,000 invoices take about 70 MB. */
export type Sale = {
  readonly document: string;
  /** Another customer's lines came first under the same number. */
  readonly isSecond: boolean;
  /** The customer's number in its one written form. */
  readonly customer: string;
  readonly isReturn: boolean;
  /** The time stamp of its first line. */
  readonly at: number;
  /** product, thousandths, amount, row of the file; then the next line. Quantities and amounts are above zero. */
  readonly lines: number[];
};

export type SaleLine = Readonly<{ product: string; quantityThousandths: number; amountMinor: number; row: number }>;

export type Sales = Readonly<{
  /** In the order of their time; at the same time sales before returns, then as the file has them. */
  list: readonly Sale[];
  linesOf(sale: Sale): SaleLine[];
  skipped: Skipped;
  mistakes: Mistakes;
}>;

export type Skipped = { noCustomer: number; quantityOrPrice: number };

/** What of a tenant a file is read by. */
export type Home = Readonly<{ currency: string; timezone: string; country: string | undefined }>;

type Draft = {
  readonly byKey: Map<string, Sale>;
  readonly products: Map<string, number>;
  /** Null: cannot be a customer's number. */
  readonly customers: Map<string, string | null>;
  readonly skipped: Skipped;
  readonly mistakes: Mistakes;
};

/** Reads all of a file. Nothing is written, so that a file that cannot be read leaves nothing behind. */
export async function readSales(file: string, mapping: PurchaseMapping, home: Home): Promise<Sales> {
  let draft = emptyDraft();
  const begin = (header: readonly string[]): RowReader => {
    draft = emptyDraft();
    return lineReader(draft, mapping, { ...home, header });
  };
  await readTable({ file, delimiter: mapping.delimiter, begin });
  const { byKey, products, skipped, mistakes } = draft;
  const names = [...products.keys()];
  // A stable sort: what is equal stays in the order of the file.
  const list = [...byKey.values()].sort((a, b) => a.at - b.at || Number(a.isReturn) - Number(b.isReturn));
  return { list, linesOf: (sale) => linesOf(sale, names), skipped, mistakes };
}

function emptyDraft(): Draft {
  return {
    byKey: new Map(),
    products: new Map(),
    customers: new Map(),
    skipped: { noCustomer: 0, quantityOrPrice: 0 },
    mistakes: noMistakes(),
  };
}

function linesOf({ lines }: Sale, products: readonly string[]): SaleLine[] {
  return Array.from({ length: lines.length / LINE_FIELDS }, (_, index) => {
    const start = index * LINE_FIELDS;
    const [product = -1, quantityThousandths = 0, amountMinor = 0, row = 0] = lines.slice(start, start + LINE_FIELDS);
    return { product: products[product] ?? "", quantityThousandths, amountMinor, row };
  });
}

function lineReader(
  draft: Draft,
  mapping: PurchaseMapping,
  home: Home & { readonly header: readonly string[] },
): RowReader {
  const { columns } = mapping;
  const [document = 0, product = 0, quantity = 0, unitPrice = 0, time = 0, customer = 0] = placesOf(home.header, [
    columns.document,
    columns.product,
    columns.quantity,
    columns.unitPrice,
    columns.time,
    columns.customer,
  ]);
  const text = (cells: readonly string[], place: number): string => cells[place]?.trim() ?? "";
  const zone = mapping.timezone ?? home.timezone;
  const readAmounts = amountReader(mapping, currencyExponent(mapping.currency ?? home.currency));

  return (cells, row) => {
    const wrong = widthMistake(cells, home.header.length);
    if (wrong !== null) return draft.mistakes.note(row, wrong);
    const buyer = text(cells, customer);
    if (buyer === "") {
      draft.skipped.noCustomer += 1;
      return;
    }
    const receipt = text(cells, document);
    const amounts = readAmounts({ receipt, quantity: text(cells, quantity), price: text(cells, unitPrice) });
    if (typeof amounts === "string") return draft.mistakes.note(row, amounts);
    if (amounts === null) {
      draft.skipped.quantityOrPrice += 1;
      return;
    }
    const sku = text(cells, product);
    const known = customerOf(draft, mapping, buyer, home.country);
    const unnamed = nameMistake(mapping, { receipt, sku, buyer: known });
    if (unnamed !== null || known === null) return draft.mistakes.note(row, unnamed ?? "has no customer");
    const { isReturn, quantityThousandths, amountMinor } = amounts;
    const stamp = (): number | null => mapping.timeFormat(text(cells, time), zone);
    const sale = saleOf(draft, { document: receipt, customer: known, isReturn }, stamp);
    if (sale === null) {
      return draft.mistakes.note(row, `has "${text(cells, time)}" for "${columns.time}", which is not a time`);
    }
    sale.lines.push(productOf(draft, sku), quantityThousandths, amountMinor, row);
  };
}

/** More columns than the first line has, or fewer, say that a delimiter stands where none was meant. */
function widthMistake(cells: readonly string[], width: number): string | null {
  const isFitting = cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell === ""));
  return isFitting ? null : `has ${cells.length} columns instead of ${width}`;
}

function nameMistake(
  { columns }: PurchaseMapping,
  told: { receipt: string; sku: string; buyer: string | null },
): string | null {
  if (!isName(told.receipt)) return `has something for "${columns.document}" that cannot name a document`;
  if (!isName(told.sku)) return `has something for "${columns.product}" that cannot name a product`;
  if (told.buyer === null) return `has something for "${columns.customer}" that cannot name a customer`;
  return null;
}

function isName(text: string): boolean {
  return text !== "" && text.length <= NAME_CHARS_MAX && !/\p{Cc}/u.test(text);
}

/** The customer's number in its one written form; null where it cannot be one. Each is looked at once. */
function customerOf(draft: Draft, mapping: PurchaseMapping, text: string, country: string | undefined): string | null {
  const known = draft.customers.get(text);
  if (known !== undefined) return known;
  const customer = writtenForm(mapping, text, country);
  draft.customers.set(kept(text), customer);
  return customer;
}

function writtenForm({ customerKind }: PurchaseMapping, text: string, country: string | undefined): string | null {
  try {
    return identityOf(customerKind, text, country).value;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The sale that a line belongs to, begun by its first line; null where that has no time. */
function saleOf(
  draft: Draft,
  line: Pick<Sale, "document" | "customer" | "isReturn">,
  stamp: () => number | null,
): Sale | null {
  const { document, customer, isReturn } = line;
  const name = `${isReturn ? "-" : "+"}${document}`;
  const first = draft.byKey.get(name);
  const isOther = first !== undefined && first.customer !== customer;
  const key = isOther ? `${name}\n${customer}` : name;
  const known = isOther ? draft.byKey.get(key) : first;
  if (known !== undefined) return known;
  const at = stamp();
  if (at === null) return null;
  const sale = { document: kept(document), isSecond: isOther, customer, isReturn, at, lines: [] };
  draft.byKey.set(key, sale);
  return sale;
}

function productOf(draft: Draft, sku: string): number {
  const known = draft.products.get(sku);
  if (known !== undefined) return known;
  draft.products.set(kept(sku), draft.products.size);
  return draft.products.size - 1;
}

/** A piece of a longer text keeps all of that in memory; a copy of its own does not. Short pieces are copies anyway. */
function kept(text: string): string {
  return text.length < 13 ? text : Buffer.from(text).toString();
}
