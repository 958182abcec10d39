// Something that is asked for again whenever it may have changed, but not for every change: a moment after the first of
// many, and not before some time has passed since it was asked for last.
type Pace = {
  /** What comes within this time after the first is one change. */
  readonly settleMs: number;
  /** At most once in this time. */
  readonly everyMs: number;
  /** When it was asked for last, by whomever. Left out: by this alone. */
  readonly askedAt?: () => number;
};

export type Paced = {
  /** Something has changed. */
  nudge(): void;
  stop(): void;
};

export function paced(ask: () => void, { settleMs, everyMs, askedAt }: Pace): Paced {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let lastAt = Number.NEGATIVE_INFINITY;
  const dueIn = () => (askedAt?.() ?? lastAt) + everyMs - Date.now();
  const wait = (ms: number) => {
    waiting = setTimeout(() => {
      // Meanwhile somebody else may have asked.
      const stillMs = dueIn();
      if (stillMs > 0) return wait(stillMs);
      waiting = undefined;
      lastAt = Date.now();
      ask();
    }, ms);
  };
  return {
    nudge() {
      if (waiting === undefined) wait(Math.max(settleMs, dueIn()));
    },
    stop() {
      clearTimeout(waiting);
      waiting = undefined;
    },
  };
}
