// The days of a story: counted from its first one, at the wall of a shop, with the shop's week and year.
import { momentIn } from "@fedele/core/localTime.ts";
import { dateIn } from "@fedele/core/time.ts";
import type { Chance } from "./chance.ts";
import type { Shop, Story } from "./story.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;

/** When a story is told: it ends now, and begins so many days before. */
export type Told = { readonly story: Story; readonly seed: string; readonly nowMs: number };

/** The wall's midnight of a day of the story at the shop, written down as if it were UTC. */
function midnightOf({ story, nowMs }: Told, shop: Shop, day: number): number {
  return Date.parse(`${dateIn(shop.timezone, nowMs)}T00:00:00Z`) + (day - story.days) * DAY_MS;
}

/** From 0, Monday, to 6. */
export function weekdayOf(told: Told, shop: Shop, day: number): number {
  return (Math.floor(midnightOf(told, shop, day) / DAY_MS) + FIRST_WEEKDAY) % 7;
}

/** From 0, January. */
export function monthOf(told: Told, shop: Shop, day: number): number {
  return new Date(midnightOf(told, shop, day)).getUTCMonth();
}

/** The first day from `day` on at which the shop is open, more likely one that is well attended. */
export function openDay(told: Told, shop: Shop, day: number, chance: Chance): number {
  const busiest = Math.max(...shop.weekdays);
  for (let open = day; open < day + 14; open += 1) {
    const attendance = shop.weekdays[weekdayOf(told, shop, open)] ?? 0;
    if (chance.next() * busiest < attendance) return open;
  }
  return day;
}

/** A moment of that day at which the shop is open. */
export function openMoment(told: Told, shop: Shop, day: number, chance: Chance): number {
  const [from, until] = shop.hours;
  const minute = chance.between(Math.ceil(from * 60), Math.floor(until * 60) - 1);
  return momentIn(shop.timezone, midnightOf(told, shop, day) + minute * MINUTE_MS + chance.between(0, 59) * 1_000);
}
