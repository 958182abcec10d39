// Days, months and years in a place's own time zone: when points become usable and until when they are good.
import { Temporal } from "temporal-polyfill";

const SLOT_MS = 15 * 60_000;
const CACHE_MAX = 50_000;

/** Every zone's offset is a multiple of 15 minutes, and so is every change of it: one answer serves the whole slot. */
const dateOfSlot = new Map<string, Map<number, string>>();
const startOfDates = new Map<string, number>();

/** The calendar date, "2026-03-29", that the clocks in `zone` show at `atMs`. */
export function dateIn(zone: string, atMs: number): string {
  let slots = dateOfSlot.get(zone);
  if (!slots) {
    slots = new Map();
    dateOfSlot.set(zone, slots);
  }
  const slot = Math.floor(atMs / SLOT_MS);
  const known = slots.get(slot);
  if (known !== undefined) return known;
  if (slots.size > CACHE_MAX) slots.clear();
  const date = Temporal.Instant.fromEpochMilliseconds(slot * SLOT_MS)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  slots.set(slot, date);
  return date;
}

/** The moment at which `date` begins in `zone`; on days whose midnight does not exist, the first moment that does. */
export function startOfDate(zone: string, date: string): number {
  const key = `${date} ${zone}`;
  const known = startOfDates.get(key);
  if (known !== undefined) return known;
  if (startOfDates.size > CACHE_MAX) startOfDates.clear();
  const start = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
  startOfDates.set(key, start);
  return start;
}

/** The end of `date` in `zone`, exclusive: the moment at which the next day begins. Days have 23, 24 or 25 hours. */
export function endOfDate(zone: string, date: string): number {
  return startOfDate(zone, plusDays(date, 1));
}

/** Dates reckoned from other dates, by what was asked: thousands of purchases of one day ask the same. */
const reckoned = new Map<string, string>();

function once(question: string, answer: () => string): string {
  const known = reckoned.get(question);
  if (known !== undefined) return known;
  if (reckoned.size > CACHE_MAX) reckoned.clear();
  const date = answer();
  reckoned.set(question, date);
  return date;
}

export function plusDays(date: string, days: number): string {
  return once(`${date} ${days}d`, () => Temporal.PlainDate.from(date).add({ days }).toString());
}

/** One month after 31 January is the last day of February; one year after 29 February is 28 February. */
export function plusMonths(date: string, months: number): string {
  return once(`${date} ${months}m`, () =>
    Temporal.PlainDate.from(date).add({ months }, { overflow: "constrain" }).toString(),
  );
}

export function lastDayOfMonth(date: string): string {
  return once(`${date} end`, () => {
    const day = Temporal.PlainDate.from(date);
    return day.with({ day: day.daysInMonth }).toString();
  });
}
