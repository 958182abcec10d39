// Postgres refuses to run as root. Started by root, Fedele gives it the account of `postgres`, else of `nobody`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

export type EngineUser = { readonly name: string; readonly uid: number; readonly gid: number };

/** The account for Postgres, or undefined where our own will do. */
export function engineUser(): EngineUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const wanted of ["postgres", "nobody"]) {
    const fields = accounts.map((line) => line.split(":")).find((account) => account[0] === wanted);
    if (fields !== undefined) return { name: wanted, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("Fedele runs as root and needs an account named postgres or nobody to run its database under.");
}

/** How a child process is started under that account. */
export function asEngineUser(user: EngineUser | undefined): { uid?: number; gid?: number } {
  return user === undefined ? {} : { uid: user.uid, gid: user.gid };
}

/** True when that account may enter `folder`, all the way down to it. */
export function mayEnter(user: EngineUser | undefined, folder: string): boolean {
  if (user === undefined) return true;
  return spawnSync("test", ["-x", folder], { ...asEngineUser(user), cwd: "/" }).status === 0;
}
