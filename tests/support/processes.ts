// Starts and watches the processes of the supervisor's tests.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const serving = fileURLToPath(new URL("serving.ts", import.meta.url));

export type Serving = {
  readonly child: ChildProcess;
  /** What it said so far, on both channels. */
  said(): string;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
};

export type ServingOptions = { purpose?: "serve" | "command"; uid?: number; env?: Record<string, string> };

const started = new Set<ChildProcess>();

/** Starts a process on `dataFolder` without waiting for it. */
export function spawnServing(dataFolder: string, options: ServingOptions = {}): Serving {
  const child = spawn(process.execPath, [serving, options.purpose ?? "serve"], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", FEDELE_DATA: dataFolder, ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  const ended = once(child, "close").then(([code, signal]) => {
    started.delete(child);
    return code ?? signal;
  });
  return { child, said: () => text, ended };
}

/** The same, once it is ready. */
export async function startServing(dataFolder: string, options: ServingOptions = {}): Promise<Serving> {
  const serving = spawnServing(dataFolder, options);
  const outcome = await Promise.race([serving.ended, until(() => serving.said().includes("ready\n"))]);
  if (outcome !== undefined) throw new Error(`It ended with ${outcome}: ${serving.said()}`);
  return serving;
}

export async function stopServing(serving: Serving): Promise<number | string> {
  serving.child.kill("SIGTERM");
  return serving.ended;
}

/** Ends whatever a failed test left behind. */
export async function killAll(): Promise<void> {
  for (const child of started) {
    child.kill("SIGKILL");
    await once(child, "close");
  }
}

/** Waits for something that happens in another process. */
export async function until(isSo: () => boolean, patienceMs = 30_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!isSo()) {
    if (performance.now() > end) throw new Error("It did not happen in time.");
    await sleep(10);
  }
}

/** The process of the Postgres that runs on a data folder. */
export function postmasterOf(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
}
