// Stops Postgres when this process dies without having said goodbye.
import { spawn } from "node:child_process";
import { asEngineUser, type EngineUser } from "./engineUser.ts";

/**
 * A shell that waits for the end of its input, which the operating system closes when we die, however we die. Then it
 * asks for a fast shutdown, and after ten seconds for an immediate one. It signals only the process that the data
 * folder still names: the number may belong to somebody else by then.
 */
const script = `
while read -r _; do :; done
named() { read -r running < "$2/postmaster.pid" && [ "$running" = "$1" ]; } 2>/dev/null
named "$1" "$2" || exit 0
kill -INT "$1"
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  sleep 0.5
  named "$1" "$2" || exit 0
done
kill -QUIT "$1"
`;

export type Watchdog = { dismiss(): void };

export function startWatchdog(pid: number, dataFolder: string, user: EngineUser | undefined): Watchdog {
  const shell = spawn("/bin/sh", ["-c", script, "fedele-watchdog", String(pid), dataFolder], {
    ...asEngineUser(user),
    cwd: "/",
    env: { PATH: "/usr/local/bin:/usr/bin:/bin" },
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  shell.on("error", () => {});
  shell.stdin.on("error", () => {});
  return { dismiss: () => shell.stdin.end() };
}
