// From what a clock on the wall showed to the moment that it was.
import { Temporal } from "temporal-polyfill";

const SLOT_MS = 15 * 60_000;
const CACHE_MAX = 50_000;

/** Zones change their offset at a quarter of an hour, so one answer serves the whole slot of the wall's clock. */
const momentOfSlot = new Map<string, Map<number, number>>();

/**
 * The moment at which clocks in `zone` showed `wallMs`, the date and time written down as if they were UTC. An hour
 * that the clocks skipped is read as if they had not been moved yet; of an hour that came twice the first is meant.
 */
export function momentIn(zone: string, wallMs: number): number {
  let slots = momentOfSlot.get(zone);
  if (slots === undefined) {
    slots = new Map();
    momentOfSlot.set(zone, slots);
  }
  const slot = Math.floor(wallMs / SLOT_MS);
  const rest = wallMs - slot * SLOT_MS;
  const known = slots.get(slot);
  if (known !== undefined) return known + rest;
  if (slots.size > CACHE_MAX) slots.clear();
  const text = new Date(slot * SLOT_MS).toISOString().slice(0, -1);
  const moment = Temporal.PlainDateTime.from(text).toZonedDateTime(zone, {
    disambiguation: "compatible",
  }).epochMilliseconds;
  slots.set(slot, moment);
  return moment + rest;
}
