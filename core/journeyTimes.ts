// When a journey's waits are over, on the clock of a zone.
import { dayMs, isoDate, isoTimeOfDay, localTime } from "./calendar.ts";
import type { Stretch } from "./journeys.ts";
import { momentIn } from "./localTime.ts";
import { dateIn, plusDays } from "./time.ts";

const MINUTE_MS = 60_000;

/**
 * The end of a stretch that begins at `now`. Minutes and hours are of the clock that never stops; so many days later it
 * is the same time of day, also where clocks were moved in between.
 */
export function afterStretch(zone: string, now: number, { amount, unit }: Stretch): number {
  if (unit === "minutes") return now + amount * MINUTE_MS;
  if (unit === "hours") return now + amount * 60 * MINUTE_MS;
  const local = localTime(now, zone);
  const sinceFullMinute = now % MINUTE_MS;
  const date = plusDays(isoDate(local), amount);
  return momentIn(zone, Date.parse(`${date}T${isoTimeOfDay(local)}:00Z`) + sinceFullMinute);
}

/** The next moment, now included, at which clocks show `time` ("17:30") on one of the weekdays (1: Monday). */
export function nextTimeOfDay(
  zone: string,
  now: number,
  { time, weekdays }: Readonly<{ time: string; weekdays?: readonly number[] | undefined }>,
): number {
  const today = dateIn(zone, now);
  for (let days = 0; days <= 8; days++) {
    const date = plusDays(today, days);
    const moment = momentIn(zone, Date.parse(`${date}T${time}:00Z`));
    if (moment >= now && (weekdays === undefined || weekdays.includes(weekdayOf(date)))) return moment;
  }
  throw new Error("no day of the week is among them");
}

/** 1 is Monday, 7 is Sunday. */
function weekdayOf(date: string): number {
  const days = Math.floor(Date.parse(`${date}T00:00:00Z`) / dayMs);
  return ((((days + 3) % 7) + 7) % 7) + 1;
}
