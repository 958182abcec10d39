// The command line as a person or a script uses it: a process of its own on a data folder.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { until } from "./processes.ts";

const cli = fileURLToPath(new URL("../../server/cli.ts", import.meta.url));
const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

export type Command = {
  readonly child: ChildProcess;
  /** What it said so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
};

const started = new Set<ChildProcess>();

/** Starts a command without waiting for it. */
export function spawnCommand(dataFolder: string, ...words: string[]): Command {
  return spawned([cli, ...words], { FEDELE_DATA: dataFolder });
}

export type Ended = { code: number | string; stdout: string; stderr: string; object: ReturnType<typeof JSON.parse> };

/** Runs a command to its end; `object` is its last line, where that is one. */
export async function runCommand(dataFolder: string, ...words: string[]): Promise<Ended> {
  const command = spawnCommand(dataFolder, ...words);
  const code = await command.ended;
  const last = command.stdout().trimEnd().split("\n").at(-1) ?? "";
  const object = last.startsWith("{") ? JSON.parse(last) : undefined;
  return { code, stdout: command.stdout(), stderr: command.stderr(), object };
}

/** The server on a data folder, once it answers. */
export async function startMain(dataFolder: string): Promise<Command & { url: string }> {
  const server = spawned([main], { FEDELE_DATA: dataFolder, FEDELE_DEMO: "0", PORT: "0" });
  const address = (): string | undefined => /http:\/\/127\.0\.0\.1:\d+/.exec(server.stdout() + server.stderr())?.[0];
  await Promise.race([until(() => address() !== undefined), server.ended]);
  const url = address();
  if (url === undefined) throw new Error(`The server did not start: ${server.stderr()}`);
  return { ...server, url };
}

function spawned(words: readonly string[], env: Record<string, string>): Command {
  const child = spawn(process.execPath, [...words], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  let [stdout, stderr] = ["", ""];
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  const ended = once(child, "close").then(([code, signal]) => {
    started.delete(child);
    return code ?? signal;
  });
  return { child, stdout: () => stdout, stderr: () => stderr, ended };
}

/** Ends whatever a failed test left behind. */
export async function endCommands(): Promise<void> {
  for (const child of started) {
    child.kill("SIGKILL");
    await once(child, "close");
  }
}
