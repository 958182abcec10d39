// Gives what was told (outbox.ts) its place in the log, and brings it to whoever listens: at least once, with exactly
// one effect, in each member's order. One process at a time relays for a tenant. It runs beside the hot path, so it
// never works for a single event: it is nudged, waits a moment for more, and reads what there is.
import { createRounds, type RelayOptions, type Round } from "./relay/rounds.ts";

export type { Listener } from "./relay/deliveries.ts";
export {
  countUnfinished,
  type LetterPlace,
  listDeadLetters,
  retryDeadLetter,
  retryDeadLetters,
  retryEvent,
  sweepMarks,
} from "./relay/processedEvents.ts";
export type { RelayOptions } from "./relay/rounds.ts";

export type Relay = Readonly<{
  /** Something was committed for the tenant. Costs next to nothing: a set, and waking a sleeper if there is one. */
  nudge(tenantId: string): void;
  /** Delivers everything that is due, once through; resolves with how many rows of the outbox are gone. */
  deliverAll(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}>;

/** A nudge waits this long for others: a round costs a millisecond, and next to nothing more for each row. */
const PAUSE_MS = 200;
/** How often it looks by itself: for other processes' rows, for late ones and for what is to be tried again. */
const POLL_MS = 5_000;

export function createRelay(options: RelayOptions): Relay {
  const rounds = createRounds(options);
  const nudged = new Set<string>();
  let wake: (() => void) | undefined;
  let running: Promise<void> | undefined;
  let round: Promise<number> = Promise.resolve(0);
  let isStopped = false;

  /** One round at a time: the relay has one connection and one order. */
  const queueRound = (kind: Round): Promise<number> => {
    const go = (): Promise<number> => {
      const tenants = [...nudged];
      nudged.clear();
      return rounds.go(tenants, kind);
    };
    round = round.then(go, go);
    return round;
  };

  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

  /** Until a nudge, or until the time is over. */
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        wake = undefined;
        resolve();
      };
      const timer = setTimeout(end, ms);
      wake = end;
    });

  const run = async (): Promise<void> => {
    let polledAt = Number.NEGATIVE_INFINITY;
    while (!isStopped) {
      const isPoll = performance.now() - polledAt >= POLL_MS;
      if (isPoll) polledAt = performance.now();
      await queueRound({ isPoll }).catch((error) => options.log.warn({ error }, "the relay could not look for work"));
      if (nudged.size === 0 && !isStopped) await sleep(Math.max(1, polledAt + POLL_MS - performance.now()));
      if (!isStopped) await pause(PAUSE_MS);
    }
  };

  return {
    nudge: (tenantId) => {
      nudged.add(tenantId);
      wake?.();
    },
    deliverAll: () => queueRound({ isPoll: true }),
    start: () => {
      running ??= run();
    },
    stop: async () => {
      isStopped = true;
      wake?.();
      await running;
      await round.catch(() => 0);
      await rounds.close();
    },
  };
}
