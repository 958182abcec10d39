// The hours of a day in which nobody is written to without having asked for it, by the clock on their own wall.
import { Temporal } from "temporal-polyfill";
import { dayMs, isoDate, isoTimeOfDay, localTime } from "./calendar.ts";

/** "21:00" inclusive, "08:00" exclusive. At or before `from` the end is that of the next day. */
export type QuietHours = Readonly<{ from: string; until: string }>;

/** Whether it is quiet at that moment in that zone. */
export function isQuiet(atMs: number, zone: string, { from, until }: QuietHours): boolean {
  const now = isoTimeOfDay(localTime(atMs, zone));
  return from < until ? from <= now && now < until : from <= now || now < until;
}

/**
 * The first moment from `atMs` on at which it is not quiet: `atMs` itself where it is not. Where the clocks are moved
 * meanwhile, an hour that they skip is over as soon as it is skipped, and of an hour that comes twice both are quiet.
 */
export function quietUntil(atMs: number, zone: string, quiet: QuietHours): number {
  if (quiet.from === quiet.until || !isQuiet(atMs, zone, quiet)) return atMs;
  const now = localTime(atMs, zone);
  const isEvening = quiet.from >= quiet.until && isoTimeOfDay(now) >= quiet.from;
  const date = isEvening ? isoDate(localTime(Date.parse(isoDate(now)) + dayMs, "UTC")) : isoDate(now);
  const wall = Temporal.PlainDateTime.from(`${date}T${quiet.until}`);
  const ends = (["earlier", "later"] as const).map(
    (disambiguation) => wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  const change = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
  const candidates = change === null ? ends : [...ends, change.epochMilliseconds];
  const allowed = candidates.filter((at) => at > atMs && !isQuiet(at, zone, quiet));
  return Math.min(...allowed);
}
