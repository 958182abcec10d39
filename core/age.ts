// Who is a child, and until when. The birth date is sealed; what is decided by it is one moment.
import { startOfDate } from "./time.ts";

/** Years at which somebody is of age where a tenant has said nothing else. */
export const AGE_LIMIT_DEFAULT = 18;

/** The years at which members are of age, by country; what is not named has the usual ones. */
export type AgeLimits = Readonly<{ usual: number; countries: ReadonlyMap<string, number> }>;

/** Of a child whose birth date nobody told: until somebody says otherwise. */
export const UNTIL_TOLD = Date.UTC(9999, 11, 31);

export function ageLimitFor({ usual, countries }: AgeLimits, country: string | undefined): number {
  return (country === undefined ? undefined : countries.get(country)) ?? usual;
}

/**
 * The moment at which somebody who was born on a date has so many years, on the calendar of the zone. Who was born on
 * 29 February has them on 1 March where there is no 29th: nobody is of age a day early.
 */
export function adultFrom(birthDate: string, years: number, zone: string): number {
  const [year = 0, month = 1, day = 1] = birthDate.split("-").map(Number);
  // Days past the end of a month run on into the next one.
  const reached = new Date(Date.UTC(year + years, month - 1, day));
  return startOfDate(zone, reached.toISOString().slice(0, 10));
}

export function isChildAt(adultFromMs: number | null | undefined, nowMs: number): boolean {
  return adultFromMs !== null && adultFromMs !== undefined && nowMs < adultFromMs;
}
