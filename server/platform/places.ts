// Names that the world has given: time zones, languages, countries. A name that nobody knows is refused.
import { Refusal } from "./refusal.ts";

/** A refusal of one field's value. */
export function invalid(field: string, message: string): Refusal {
  return new Refusal("invalid", message, { field });
}

export function timezoneOf(name: string): string {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone && name;
  } catch {
    throw invalid("timezone", `"${name.slice(0, 64)}" is not the IANA name of a time zone.`);
  }
}

export function languageOf(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag;
  } catch {
    throw invalid("language", `"${tag.slice(0, 35)}" is not the tag of a language.`);
  }
}

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

export function countryOf(code: string): string {
  if (/^[A-Z]{2}$/.test(code) && code !== "ZZ" && regions.of(code) !== undefined) return code;
  throw invalid("country", `"${code.slice(0, 16)}" is not the ISO 3166 code of a country.`);
}
