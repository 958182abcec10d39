// Structured logs for operators. They carry ids, routes and codes, never a person's data, a key or a query string.
import { type DestinationStream, type Logger, pino } from "pino";
import type { LogLevel } from "../config.ts";

export type Log = Logger;

/** Names under which something secret or personal might be logged by mistake. */
const HIDDEN = [
  "authorization",
  "password",
  "secret",
  "key",
  "email",
  "phone",
  "name",
  "value",
  "body",
  "query",
  "url",
];

export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: HIDDEN.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: "[hidden]" },
    serializers: { error: describeError, err: describeError },
    timestamp: pino.stdTimeFunctions.isoTime,
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** What of an error may be kept: databases and parsers repeat the values that they choke on. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: hideValues(String(error)) };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { type: error.name, code, message: hideValues(error.message), stack: hideValues(error.stack ?? "") };
}

/** Keys, e-mail addresses, long numbers and quoted values taken out of a text. */
export function hideValues(text: string): string {
  return text
    .replace(/fed_[A-Za-z0-9_-]+/g, "[key]")
    .replace(/[^\s"'<>()=,:;]+@[^\s"'<>()=,;]+/g, "[e-mail]")
    .replace(/(?<![\w.-])\+?\d(?:[\d ()/-]{5,}\d)(?![\w.-])/g, "[number]")
    .replace(/(: )"[^"\n]*"/g, '$1"[value]"')
    .replace(/=\([^)\n]*\)/g, "=([value])");
}
