// What a line's cells say of quantity and money.
import { lineAmountMinor, minorOf, thousandthsOf } from "@fedele/core/money.ts";
import type { PurchaseMapping } from "./mapping.ts";

/** Distinct quantities and prices are few in any shop; beyond this many they are read anew. */
const REMEMBERED_MAX = 10_000;

export type Amounts = Readonly<{ isReturn: boolean; quantityThousandths: number; amountMinor: number }>;

type Told = Readonly<{ receipt: string; quantity: string; price: string }>;

/** Null: nothing was sold or nothing was paid. A text says what cannot be read. */
export function amountReader(mapping: PurchaseMapping, exponent: number): (told: Told) => Amounts | string | null {
  const { cancellationMark: mark, columns } = mapping;
  const quantities = remembered(thousandthsOf);
  const prices = remembered((price) => (decimalsOf(price) <= exponent ? minorOf(price, exponent) : null));

  /** Whole pieces at whole pence need no more than a product; everything else is rounded once, exactly. */
  const amountOf = (pieces: string, quantityThousandths: number, price: string): number | null => {
    const minor = decimalsOf(pieces) === 0 ? prices(price) : null;
    const product = minor === null ? Number.NaN : (quantityThousandths / 1000) * minor;
    return Number.isSafeInteger(product) ? product : lineAmountMinor({ quantity: pieces, unitPrice: price, exponent });
  };

  return (told) => {
    if (told.quantity === "" || told.price === "") return null;
    const [quantity, price] = [decimal(told.quantity, mapping), decimal(told.price, mapping)];
    const isReturn = mark === null ? quantity.startsWith("-") : told.receipt.startsWith(mark);
    const pieces = isReturn ? negated(quantity) : quantity;
    const quantityThousandths = quantities(pieces);
    if (quantityThousandths === null) return `has "${told.quantity}" for "${columns.quantity}", which is not a number`;
    const amountMinor = amountOf(pieces, quantityThousandths, price);
    if (amountMinor === null) return `has "${told.price}" for "${columns.unitPrice}", which is not a number`;
    const isPriced = isReturn ? !price.startsWith("-") : Number(price) > 0;
    if (quantityThousandths <= 0 || !isPriced) return null;
    return { isReturn, quantityThousandths, amountMinor };
  };
}

function remembered(read: (text: string) => number | null): (text: string) => number | null {
  const known = new Map<string, number | null>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = read(text);
    if (known.size < REMEMBERED_MAX) known.set(text, value);
    return value;
  };
}

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point === -1 ? 0 : text.length - point - 1;
}

/** "1.234,50" as "1234.50" where the mapping says that a comma is the mark. */
function decimal(text: string, { decimalMark }: PurchaseMapping): string {
  return decimalMark === "," ? text.replaceAll(".", "").replace(",", ".") : text;
}

function negated(decimalText: string): string {
  return decimalText.startsWith("-") ? decimalText.slice(1) : `-${decimalText.replace("+", "")}`;
}
