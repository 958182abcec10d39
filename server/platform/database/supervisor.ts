// Keeps Postgres running: one that dies is started again, one that is told to stop is stopped for good.
import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { type StartOptions, startServer, stopOrphan, stopServer } from "./cluster.ts";
import { startWatchdog } from "./watchdog.ts";

const RESTART_PAUSE_MS = 100;
const RESTART_PAUSE_MAX_MS = 5_000;

export type Supervisor = { stop(): Promise<void> };

type Watched = { readonly server: ChildProcess; dismiss(): void };

/** Resolves once the server takes connections; rejects when the first start fails. */
export async function supervise(options: StartOptions): Promise<Supervisor> {
  let isStopping = false;
  let revival = Promise.resolve();
  let current = await startWatched(options);

  const watch = (): void => {
    current.server.once("exit", () => {
      current.dismiss();
      if (!isStopping) revival = revive();
    });
  };
  const revive = async (): Promise<void> => {
    options.tell("The embedded database has stopped unexpectedly and is started again.");
    for (let pauseMs = RESTART_PAUSE_MS; !isStopping; pauseMs = Math.min(pauseMs * 2, RESTART_PAUSE_MAX_MS)) {
      try {
        await stopOrphan(options.cluster);
        current = await startWatched(options);
        watch();
        options.tell("The embedded database runs again.");
        return;
      } catch (error) {
        options.tell(error instanceof Error ? error.message : String(error));
        await sleep(pauseMs);
      }
    }
  };
  watch();
  const stop = async (): Promise<void> => {
    isStopping = true;
    await revival;
    await stopServer(current.server);
    current.dismiss();
  };
  return { stop };
}

async function startWatched(options: StartOptions): Promise<Watched> {
  const server = await startServer(options);
  const watchdog = startWatchdog(server.pid ?? 0, options.cluster.folder, options.cluster.user);
  return { server, dismiss: watchdog.dismiss };
}
