// Times as files write them. A format names the parts in the order in which they stand.
import { momentIn } from "@fedele/core/localTime.ts";
import { Refusal } from "../../../platform/refusal.ts";

/** Reads a time that clocks in `zone` showed; null where it is none, 30 February included. */
export type TimeFormat = (text: string, zone: string) => number | null;

const parts: ReadonlyMap<string, string> = new Map([
  ["yyyy", "(?<year>\\d{4})"],
  ["MM", "(?<month>\\d{1,2})"],
  ["dd", "(?<day>\\d{1,2})"],
  ["HH", "(?<hour>\\d{1,2})"],
  ["mm", "(?<minute>\\d{2})"],
  ["ss", "(?<second>\\d{2})"],
]);

/** "2026-03-29", "2026-03-29 10:15", "2026-03-29T10:15:30.250", with or without Z or an offset. */
const iso = new RegExp(
  "^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})" +
    "(?:[T ](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?)?" +
    "(?<offset>Z|[+-]\\d{2}:?\\d{2})?$",
);

/** "iso", or parts like "dd/MM/yyyy HH:mm"; a leading zero may be left out in the file. */
export function readTimeFormat(format: string): TimeFormat {
  if (format === "iso") return (text, zone) => timeFrom(iso.exec(text.trim())?.groups, zone);
  const pattern = format.replaceAll(/yyyy|MM|dd|HH|mm|ss|[^a-zA-Z]|[a-zA-Z]+/g, (part) => {
    const known = parts.get(part);
    if (known === undefined && /[a-zA-Z]/.test(part)) throw unknownPart(format, part);
    return known ?? part.replace(/[.*+?^${}()|[\]\\/]/, "\\$&");
  });
  const isWhole = ["yyyy", "MM", "dd"].every((part) => format.split(part).length === 2);
  if (!isWhole) throw new Refusal("invalid", `The time format "${format}" needs yyyy, MM and dd, each once.`);
  const expression = new RegExp(`^${pattern}$`);
  return (text, zone) => timeFrom(expression.exec(text.trim())?.groups, zone);
}

function unknownPart(format: string, part: string): Refusal {
  const known = [...parts.keys()].join(", ");
  return new Refusal("invalid", `The time format "${format}" has "${part}"; known are ${known}, or "iso" as a whole.`);
}

function timeFrom(told: Readonly<Record<string, string | undefined>> | undefined, zone: string): number | null {
  if (told === undefined) return null;
  const [year, month, day] = [Number(told.year), Number(told.month), Number(told.day)];
  const [hour, minute, second] = [Number(told.hour ?? 0), Number(told.minute ?? 0), Number(told.second ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const wallMs = Date.UTC(year, month - 1, day, hour, minute, second);
  const shown = new Date(wallMs);
  const isReal = shown.getUTCFullYear() === year && shown.getUTCMonth() === month - 1 && shown.getUTCDate() === day;
  if (!isReal) return null;
  return told.offset === undefined ? momentIn(zone, wallMs) : wallMs - offsetMs(told.offset);
}

function offsetMs(offset: string): number {
  if (offset === "Z") return 0;
  const sign = offset.startsWith("-") ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))) * 60_000;
}
