// Money as people type it: "12,50", "12.50", "1 250". The API gets minor units.
import { currencyExponent } from "@fedele/core/money.ts";

/** Minor units; undefined for what is no amount, or more precise than the currency. */
export function parseAmount(text: string, currency: string): number | undefined {
  const digits = currencyExponent(currency);
  const plain = text.trim().replaceAll(/[\s\u00a0\u202f'’]/g, "");
  const [, whole = "", fraction = ""] = /^(\d+(?:[.,]\d{3})*)(?:[.,](\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === "" || fraction.length > digits) return undefined;
  const minor = Number(whole.replaceAll(/[.,]/g, "")) * 10 ** digits + Number(fraction.padEnd(digits, "0") || 0);
  return Number.isSafeInteger(minor) && minor > 0 ? minor : undefined;
}
