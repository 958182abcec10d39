// How Postgres' values become ours: times as epoch milliseconds, whole numbers as numbers, decimals as text.
import pg from "pg";

const oid = { int8: 20, timestamptz: 1184, date: 1082, numeric: 1700 } as const;
const arrayOid = { int8: 1016, timestamptz: 1185, date: 1182, numeric: 1231 } as const;

/** A bigint as a number. Refuses what a number cannot hold exactly, rather than being wrong by one somewhere. */
export function safeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new Error(`The database returned the integer ${text}, which is too large to be exact.`);
}

/** "2026-11-23 21:07:41.123+00" as epoch milliseconds. Connections speak UTC. */
export function epochMs(text: string): number {
  const isUtc = text.endsWith("+00");
  const value = isUtc ? Date.parse(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : Date.parse(text);
  if (Number.isFinite(value)) return value;
  throw new Error(`The database returned the time ${text}, which cannot be read.`);
}

const asText = (text: string): string => text;

/** Arrays of one dimension whose entries hold neither comma nor quote, which is true of numbers and times. */
function arrayOf<Value>(parse: (text: string) => Value): (text: string) => (Value | null)[] {
  const entryOf = (text: string) => (text === "NULL" ? null : parse(text.startsWith('"') ? text.slice(1, -1) : text));
  return (text) => (text === "{}" ? [] : text.slice(1, -1).split(",").map(entryOf));
}

type Parser = (text: string) => unknown;

const parsers = new Map<number, Parser>([
  [oid.int8, safeInteger],
  [oid.timestamptz, epochMs],
  [oid.date, asText],
  [oid.numeric, asText],
  [arrayOid.int8, arrayOf(safeInteger)],
  [arrayOid.timestamptz, arrayOf(epochMs)],
  [arrayOid.date, arrayOf(asText)],
  [arrayOid.numeric, arrayOf(asText)],
]);

export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => parsers.get(id) ?? pg.types.getTypeParser(id, format),
};

let lastMs = Number.NaN;
let lastText = "";

/** A time as a statement takes it. A batch says the same moment many times over: the last one is remembered. */
export function timeText(ms: number): string {
  if (ms !== lastMs) {
    lastText = new Date(ms).toISOString();
    lastMs = ms;
  }
  return lastText;
}

export function timeTextOrNull(ms: number | null): string | null {
  return ms === null ? null : timeText(ms);
}
