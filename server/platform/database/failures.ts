// What a failed statement means: try the same again, come back later, or a mistake of ours.
import { Refusal } from "../refusal.ts";

const SERIALIZATION_FAILURE = "40001";
const DEADLOCK = "40P01";
/** Under this code a distributed engine reports that it lost the connection to one of its nodes. */
const INTERNAL_ERROR = "XX000";

/** Connection lost or refused, server shutting down or starting, no room on disk, no free connection, timed out. */
const awaySqlStates = /^(08...|57P0[123]|53...|58...|57014)$/;
const awaySystemCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT", "ETIMEDOUT", "EHOSTUNREACH"]);
const awayMessages = [
  "Connection terminated",
  "timeout exceeded when trying to connect",
  "Client has encountered a connection error",
  "Client was closed",
];

const RETRY_AFTER_SECONDS = 2;

/** The SQLSTATE of a failed statement, or the system's name for a failed call. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** True when the database is not there or has no room, whatever became of the transaction. */
export function isAway(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined && (awaySqlStates.test(code) || awaySystemCodes.has(code))) return true;
  if (!(error instanceof Error)) return false;
  const { message } = error;
  return (
    awayMessages.some((start) => message.startsWith(start)) || (code === INTERNAL_ERROR && /connection/i.test(message))
  );
}

/**
 * True when the same work under the same keys should be tried again: it was rolled back for another's sake, or its
 * outcome is unknown because the connection was lost.
 */
export function mayRetry(error: unknown): boolean {
  const code = errorCode(error);
  return code === SERIALIZATION_FAILURE || code === DEADLOCK || isAway(error);
}

/** What a caller is told: try later for what passes by itself, the error as it is for anything else. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof Refusal || !mayRetry(error)) return error;
  return new Refusal("unavailable", "The database cannot take this just now. Please try again in a moment.", {
    retryAfterSeconds: RETRY_AFTER_SECONDS,
  });
}
