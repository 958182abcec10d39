// Names that the browser knows in every language: days of the week, months, countries, languages.
import type { Language } from "@fedele/core/sentences.ts";

type Named = { readonly value: string; readonly label: string };

const DAY_MS = 86_400_000;
/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Unions, and places that were given up: what Intl has names for and nobody lives in. */
const noCountries = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AN", "BU", "CS", "DD", "FX", "NT", "SU", "TP"]);

const remembered = new Map<string, readonly Named[]>();

/** Monday is 1. */
export function weekdayNames(language: Language): readonly Named[] {
  const { format } = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => ({ value: `${day + 1}`, label: format(MONDAY_MS + day * DAY_MS) }));
}

export function monthNames(language: Language): readonly Named[] {
  const { format } = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => ({ value: `${month + 1}`, label: format(Date.UTC(2024, month, 1)) }));
}

export function countryNames(language: Language): readonly Named[] {
  return namesOf(language, "region", (code) => !noCountries.has(code));
}

/** By the codes of two letters. */
export function languageTagNames(language: Language): readonly Named[] {
  return namesOf(language, "language", () => true);
}

/** What one code is called; the code itself where it has no name. */
export function nameOfCode(language: Language, type: "region" | "language", code: string): string {
  try {
    return new Intl.DisplayNames(language, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

function namesOf(language: Language, type: "region" | "language", isWanted: (code: string) => boolean) {
  const key = `${language} ${type}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames(language, { type, fallback: "none" });
  const pairs = letters.flatMap((first) => letters.map((second) => `${first}${second}`));
  const codes = type === "region" ? pairs : pairs.map((pair) => pair.toLowerCase());
  const found = codes
    .filter(isWanted)
    .map((value) => ({ value, label: names.of(value) ?? "" }))
    .filter(({ label }) => label !== "")
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
  // Some languages have two codes; a name stands in a list once.
  const once = found.filter(({ label }, place) => label !== found[place - 1]?.label);
  remembered.set(key, once);
  return once;
}
