// Many things under way at once, but never more than a bound.

export type InFlight = {
  /** Starts `work` as soon as there is room. Rejects with the first failure of whatever was started before. */
  start(work: () => Promise<void>): Promise<void>;
  /** Resolves when everything that was started has ended. */
  landed(): Promise<void>;
};

export function inFlight(max: number): InFlight {
  let flying = 0;
  let failure: { error: unknown } | undefined;
  let wake: (() => void) | undefined;
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      failure ??= { error };
    } finally {
      flying -= 1;
      wake?.();
    }
  };
  return {
    async start(work) {
      if (flying >= max) await until(() => flying < max);
      if (failure !== undefined) throw failure.error;
      flying += 1;
      void run(work);
    },
    async landed() {
      await until(() => flying === 0);
      if (failure !== undefined) throw failure.error;
    },
  };
}
