// A tenant's events as they come, for one reader: what was missed first, then what happens, without a gap and without a
// double. A reader who does not read is cut; one whose key is revoked is let go.
import { randomInt } from "node:crypto";
import { Readable } from "node:stream";
import type { Database } from "../database/database.ts";
import { inTransaction, type Who } from "../database/transaction.ts";
import { Refusal } from "../refusal.ts";
import { type Channel, type Feed, type Line, type Lines, linesOf } from "./feed.ts";
import { findHead, readLog } from "./log.ts";

/** How many streams may be open at a time in one process. */
export const STREAMS_OF_KEY_MAX = 100;
export const STREAMS_OF_TENANT_MAX = 500;
/** Members' streams are counted apart: however many look at their portals, the shop's own go on. */
export const STREAMS_OF_SESSION_MAX = 5;
export const STREAMS_OF_MEMBERS_MAX = 500;

/** A reader who takes nothing for this long is cut: what waits for them is held in memory. */
const PATIENCE_MS = 30_000;

const HEARTBEAT_MS = 15_000;
/** Rows of the log that a reader who catches up is given at a time: as much as is held in memory for them. */
const CATCH_UP_ROWS = 4;
const LINES_AT_ONCE = 200;
/** After a restart readers come back spread over this time, so that they do not come all at once. */
const RETRY_LEAST_MS = 1_000;
const RETRY_MOST_MS = 10_000;

export type Reading = Readonly<{
  who: Who;
  /** The last position that the reader has; null: only what comes from now on. */
  after: number | null;
  types: ReadonlySet<string>;
  /** A member who reads: hears that something of theirs has changed, and nothing of what or of anybody else. */
  memberId?: string;
  seconds: number;
  heartbeatMs?: number;
  /** Raised when the reader is not there any more. */
  gone: AbortSignal;
  /** Whether the reader's key still opens this door. */
  mayGoOn(): Promise<boolean>;
}>;

/** The text of a stream, piece by piece. Each piece is asked for when the reader has taken the one before. */
export async function* streamOf(db: Database, feed: Feed, reading: Reading): AsyncGenerator<string> {
  const channel = feed.follow(reading.who.tenantId);
  try {
    await channel.ready;
    yield* piecesOf({ db, feed, channel }, reading);
  } finally {
    channel.leave();
  }
}

type Ground = Readonly<{ db: Database; feed: Feed; channel: Channel }>;

async function* piecesOf({ db, feed, channel }: Ground, reading: Reading): AsyncGenerator<string> {
  const { who, types, memberId, heartbeatMs = HEARTBEAT_MS } = reading;
  const endsAt = performance.now() + reading.seconds * 1_000;
  let checkedAt = performance.now();
  yield `retry: ${randomInt(RETRY_LEAST_MS, RETRY_MOST_MS)}\n\n`;
  const { position: start, lost } = await beginning(db, reading);
  if (lost !== null) yield lost;
  let position = start;
  while (!feed.isClosed() && !reading.gone.aborted) {
    const { lines, end } = channel.since(position) ?? (await catchUp(db, who, position));
    for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
      const some = lines.slice(at, at + LINES_AT_ONCE);
      position = some.at(-1)?.position ?? position;
      const text = memberId === undefined ? textOf(some, types) : changeOf(some, memberId);
      if (text !== "") yield text;
    }
    const hasRead = end > position || lines.length > 0;
    position = end;
    const nowMs = performance.now();
    if (nowMs >= endsAt) return;
    if (nowMs - checkedAt >= heartbeatMs) {
      checkedAt = nowMs;
      if (!(await reading.mayGoOn())) return;
      // An id without data is no event, but the reader remembers it: whoever asks for rare types does not fall behind.
      yield memberId === undefined ? `: still here\nid: ${position}\n\n` : ": still here\n\n";
    }
    if (!hasRead) await channel.change(Math.min(endsAt, checkedAt + heartbeatMs) - nowMs, reading.gone);
  }
}

function textOf(lines: readonly Line[], types: ReadonlySet<string>): string {
  return lines.map((line) => (types.has(line.type) ? line.text : "")).join("");
}

/** Without an id: positions would tell a member how much happens in the shop. */
function changeOf(lines: readonly Line[], memberId: string): string {
  return lines.some((line) => line.memberId === memberId) ? "event: changed\ndata: {}\n\n" : "";
}

/** Where to begin; and, where what the reader has is too old or unknown, the word that there is a gap. */
async function beginning(db: Database, { who, after }: Reading): Promise<{ position: number; lost: string | null }> {
  const head = await inTransaction(db, who, findHead);
  if (after === null) return { position: head.position, lost: null };
  const isKnown = after >= head.sweptPosition && after <= head.position;
  if (isKnown) return { position: after, lost: null };
  const position = after < head.sweptPosition ? head.sweptPosition : head.position;
  const told = JSON.stringify({ after, position });
  return { position, lost: `id: ${position}\nevent: reset\ndata: ${told}\n\n` };
}

async function catchUp(db: Database, who: Who, position: number): Promise<Lines> {
  const read = await inTransaction(db, who, (ctx) => readLog(ctx, position, CATCH_UP_ROWS));
  return { lines: linesOf(who.tenantId, read), end: read.at(-1)?.position ?? position };
}

/** Asks for the next piece when the one before has been taken; ends when that takes too long. */
export function readable(pieces: AsyncIterable<string>, patienceMs = PATIENCE_MS): Readable {
  const stream = Readable.from(withPatience(pieces, patienceMs, () => stream.destroy()));
  // Whoever goes away in the middle is no failure of ours.
  stream.on("error", () => undefined);
  return stream;
}

async function* withPatience(
  pieces: AsyncIterable<string>,
  patienceMs: number,
  cut: () => void,
): AsyncGenerator<string> {
  for await (const piece of pieces) {
    const timer = setTimeout(cut, patienceMs);
    try {
      yield piece;
    } finally {
      clearTimeout(timer);
    }
  }
}

const staffMost = { ofKey: STREAMS_OF_KEY_MAX, ofTenant: STREAMS_OF_TENANT_MAX };

/** Counts the streams of keys and tenants; refuses one too many. */
export function createStreamCounts(most: Readonly<{ ofKey: number; ofTenant: number }> = staffMost) {
  const open = new Map<string, number>();
  const take = (name: string, limit: number): void => {
    const count = open.get(name) ?? 0;
    if (count >= limit) {
      throw new Refusal("too_many", `There are ${limit} streams open already.`, { retryAfterSeconds: 10 });
    }
    open.set(name, count + 1);
  };
  const give = (name: string): void => {
    const count = (open.get(name) ?? 1) - 1;
    if (count > 0) open.set(name, count);
    else open.delete(name);
  };
  return {
    total: (): number => [...open].reduce((sum, [name, count]) => (name.startsWith("key ") ? sum + count : sum), 0),
    /** Returns what gives the place back, once. */
    enter: ({ tenantId, keyId }: { tenantId: string; keyId: string }): (() => void) => {
      const [key, tenant] = [`key ${keyId}`, `tenant ${tenantId}`];
      take(key, most.ofKey);
      try {
        take(tenant, most.ofTenant);
      } catch (error) {
        give(key);
        throw error;
      }
      let isGiven = false;
      return () => {
        if (isGiven) return;
        isGiven = true;
        give(key);
        give(tenant);
      };
    },
  };
}
