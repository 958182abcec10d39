// Money of one currency as money of another, at a rate that somebody fixed on a day.
import Big from "big.js";
import { currencyExponent } from "./money.ts";

/**
 * `amountMinor` of `from` in minor units of `to`, half up. `rate`: how many units of `to` one unit of `from` is worth,
 * as decimal text.
 */
export function exchanged(amountMinor: number, rate: string, from: string, to: string): number {
  const shift = currencyExponent(to) - currencyExponent(from);
  const factor = shift >= 0 ? new Big(10).pow(shift) : new Big(1).div(new Big(10).pow(-shift));
  return new Big(amountMinor).times(rate).times(factor).round(0, Big.roundHalfUp).toNumber();
}

/** Whether a text is a rate: a decimal above zero with at most 12 digits behind the point. */
export function isRate(text: string): boolean {
  return /^\d{1,12}(\.\d{1,12})?$/.test(text) && new Big(text).gt(0);
}
