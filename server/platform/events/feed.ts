// The latest events of tenants whom somebody follows at the moment: read once for all of their followers. It looks when
// this process has logged something, and every second for what others have logged.
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { inTransaction } from "../database/transaction.ts";
import type { Log } from "../log.ts";
import { findHead, type Positioned, readLog } from "./log.ts";
import { publishedFrom } from "./published.ts";

const POLL_MS = 1_000;
/** How many of the latest events are remembered for each tenant that is followed. */
const REMEMBERED_MAX = 1_000;

/** An event as a stream writes it, and whom it is about. */
export type Line = Readonly<{ position: number; type: string; memberId: string; text: string }>;

/** `end`: the position up to which they were read. */
export type Lines = Readonly<{ lines: readonly Line[]; end: number }>;

export type Channel = Readonly<{
  /** What came behind a position; null when that is longer ago than what is remembered. */
  since(position: number): Lines | null;
  /** Resolves when something has come, the reader is gone or this process ends; or after a while. */
  change(waitMs: number, gone: AbortSignal): Promise<void>;
  /** Resolves once the channel knows where the log ends. */
  readonly ready: Promise<void>;
  leave(): void;
}>;

export type Feed = Readonly<{
  follow(tenantId: string): Channel;
  /** Events of the tenant have been logged. */
  nudge(tenantId: string): void;
  readonly isClosed: () => boolean;
  /** Wakes whoever waits, for the last time. */
  close(): void;
}>;

type Followed = { followers: number; readonly channel: Channel; look(): void; end(): void };
type Ground = Readonly<{ db: Database; clock: Clock; log: Log }>;

export function createFeed(ground: Ground): Feed {
  const followed = new Map<string, Followed>();
  let isClosed = false;
  return {
    follow: (tenantId) => {
      const one = followed.get(tenantId) ?? openChannel(ground, tenantId);
      followed.set(tenantId, one);
      one.followers += 1;
      let isLeft = false;
      const leave = (): void => {
        if (isLeft) return;
        isLeft = true;
        one.followers -= 1;
        if (one.followers > 0) return;
        one.end();
        followed.delete(tenantId);
      };
      return { ...one.channel, leave };
    },
    nudge: (tenantId) => followed.get(tenantId)?.look(),
    isClosed: () => isClosed,
    close: () => {
      isClosed = true;
      for (const { end } of followed.values()) end();
    },
  };
}

function openChannel({ db, clock, log }: Ground, tenantId: string): Followed {
  const who = () => ({ tenantId, now: clock.now(), actor: "system" });
  const { change, wake, end: wakeForEver } = createWaiting();
  let lines: Line[] = [];
  let from = 0;
  let end = 0;
  let isEnded = false;

  const ready = inTransaction(db, who(), findHead).then(({ position }) => {
    from = position;
    end = position;
  });
  ready.catch(() => undefined);

  const readOn = async (): Promise<void> => {
    await ready;
    for (;;) {
      const read = await inTransaction(db, who(), (ctx) => readLog(ctx, end));
      const last = read.at(-1);
      if (last === undefined) return;
      end = last.position;
      lines.push(...linesOf(tenantId, read));
      const forgotten = lines.length - REMEMBERED_MAX;
      if (forgotten > 0) {
        from = lines[forgotten - 1]?.position ?? from;
        lines = lines.slice(forgotten);
      }
      wake();
    }
  };

  let isReading = false;
  let isAsked = false;
  const readWhileAsked = async (): Promise<void> => {
    isReading = true;
    while (isAsked && !isEnded) {
      isAsked = false;
      await readOn().catch((error) => log.warn({ error, tenantId }, "events could not be read; it is tried again"));
    }
    isReading = false;
  };
  const look = (): void => {
    isAsked = true;
    if (!isReading) readWhileAsked();
  };
  const poll = setInterval(look, POLL_MS);

  const since: Channel["since"] = (position) => {
    if (position < from) return null;
    return { lines: lines.slice(firstBehind(lines, position)), end: Math.max(end, position) };
  };
  return {
    followers: 0,
    channel: { since, change, ready, leave: () => undefined },
    look,
    end: () => {
      isEnded = true;
      clearInterval(poll);
      wakeForEver();
    },
  };
}

/** Those who wait for a change, each for so long and no longer. */
function createWaiting() {
  const waiting = new Set<() => void>();
  let isOver = false;
  const wake = (): void => {
    for (const go of [...waiting]) go();
  };
  const change: Channel["change"] = (waitMs, gone) =>
    new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        waiting.delete(go);
        gone.removeEventListener("abort", go);
        resolve();
      };
      const timer = setTimeout(go, isOver ? 0 : Math.max(0, waitMs));
      waiting.add(go);
      gone.addEventListener("abort", go);
    });
  const end = (): void => {
    isOver = true;
    wake();
  };
  return { change, wake, end };
}

/** Positions have no gaps but for types that this version does not know: nearly always found at the first look. */
function firstBehind(lines: readonly Line[], position: number): number {
  let at = Math.min(lines.length, Math.max(0, position - (lines[0]?.position ?? 0) + 1));
  while (at > 0 && (lines[at - 1]?.position ?? 0) > position) at -= 1;
  return at;
}

/** Events as a stream writes them. */
export function linesOf(tenantId: string, read: readonly Positioned[]): Line[] {
  return read.flatMap(({ position, event }) => {
    const published = publishedFrom(tenantId, position, event);
    if (published === null) return [];
    const { type } = published;
    const text = `id: ${position}\nevent: ${type}\ndata: ${JSON.stringify(published)}\n\n`;
    return [{ position, type, memberId: event.memberId, text }];
  });
}
