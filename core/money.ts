// Money is an integer of minor units and its ISO 4217 currency. Decimal text becomes minor units by exact arithmetic,
// half a unit up (away from zero, so that a return mirrors its sale); no float comes near it.

/** The currencies in use (ISO 4217), and two that receipts of 2025 still carry (ANG, BGN). */
const currencies = new Set(
  `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP
  CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR
  ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT
  MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD
  SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES
  VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG`.split(/\s+/),
);

/** Decimals other than 2. Intl is not asked: it knows what shops show (no decimals for HUF), not what ISO books. */
const exponents: ReadonlyMap<string, number> = new Map([
  ...[
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
  ].map((code): [string, number] => [code, 0]),
  ...["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].map((code): [string, number] => [code, 3]),
]);

/** Digits before and after the point that decimal text may have. */
export const decimalDigitsMax = 30;

/** A code that money can have; XXX and the codes of metals and tests are none. */
export function isCurrency(code: string): boolean {
  return currencies.has(code);
}

/** How many decimals the minor unit stands for: 2 for pounds, 0 for yen. */
export function currencyExponent(code: string): number {
  return exponents.get(code) ?? 2;
}

/** "12.34" pounds as 1234 pence, or null where the text is no plain decimal number or too large. */
export function minorOf(amount: string | number, exponent: number): number | null {
  return lineAmountMinor({ quantity: 1, unitPrice: amount, exponent });
}

/** "0.5" kilograms as 500 thousandths, or null. */
export function thousandthsOf(quantity: string | number): number | null {
  return minorOf(quantity, 3);
}

/** Quantity × unit price in minor units, rounded once, half up; null where one of them is no plain decimal number. */
export function lineAmountMinor(line: {
  readonly quantity: string | number;
  readonly unitPrice: string | number;
  readonly exponent: number;
}): number | null {
  const quantity = parseDecimal(line.quantity);
  const price = parseDecimal(line.unitPrice);
  if (quantity === null || price === null) return null;
  const amount = Number(roundedHalfUp(quantity.digits * price.digits, quantity.scale + price.scale - line.exponent));
  return Number.isSafeInteger(amount) ? amount : null;
}

/** So many parts `of` a whole that is minor units, rounded once, half up. `of` is positive. */
export function partOfMinor(minor: number, parts: number, of: number): number {
  return Number(nearest(BigInt(minor) * BigInt(parts), BigInt(of)));
}

/** As a reader of that language writes it: £1,234.50, 1.234,50 £, 1 234,50 £. */
export function formatMoney(minor: number, currency: string, language: string): string {
  return moneyFormat(currency, language).format(minor / 10 ** currencyExponent(currency));
}

/** The same without decimals that are all zero, for sentences: £5, £5.50. */
export function formatShortMoney(minor: number, currency: string, language: string): string {
  const unit = 10 ** currencyExponent(currency);
  if (minor % unit !== 0) return formatMoney(minor, currency, language);
  return wholeMoneyFormat(currency, language).format(minor / unit);
}

type Decimal = { readonly digits: bigint; readonly scale: number };

/** Digits with an optional sign and point; neither grouping nor exponents, which files mean in different ways. */
function parseDecimal(value: string | number): Decimal | null {
  const [, sign, whole = "", decimals = ""] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(String(value).trim()) ?? [];
  const digits = whole + decimals;
  if (digits === "" || digits.length > decimalDigitsMax) return null;
  return { digits: BigInt(sign === "-" ? `-${digits}` : digits), scale: decimals.length };
}

/** digits ÷ 10^scale to the nearest integer. */
function roundedHalfUp(digits: bigint, scale: number): bigint {
  return scale <= 0 ? digits * 10n ** BigInt(-scale) : nearest(digits, 10n ** BigInt(scale));
}

/** The one rounding of money: to the nearest integer, half a unit away from zero. */
function nearest(value: bigint, divisor: bigint): bigint {
  const half = value < 0n ? -divisor / 2n : divisor / 2n;
  return (value + half) / divisor;
}

const formats = new Map<string, Intl.NumberFormat>();

function moneyFormat(currency: string, language: string): Intl.NumberFormat {
  const decimals = currencyExponent(currency);
  return remembered(`${language} ${currency}`, language, {
    style: "currency",
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
}

function wholeMoneyFormat(currency: string, language: string): Intl.NumberFormat {
  return remembered(`${language} ${currency} whole`, language, {
    style: "currency",
    currency,
    maximumFractionDigits: 0,
  });
}

/** Making a format costs a hundred times what using it does. */
function remembered(key: string, language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(language, options);
  formats.set(key, format);
  return format;
}
