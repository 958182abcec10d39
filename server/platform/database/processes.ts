// What the operating system knows of a process: whether it lives, since when, and in which folder it works.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { hostname } from "node:os";

const hasProc = existsSync("/proc/self/stat");

export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

/** The fields of /proc/PID/stat after the command's name, which may itself hold spaces and parentheses. */
function statFields(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string {
  return spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
}

/** True for a process that runs; a zombie, dead but not yet collected by its parent, does not. */
export function isAlive(pid: number): boolean {
  const state = hasProc ? statFields(pid)?.[0] : ps(pid, "stat");
  return state !== undefined && state !== "" && !/^[ZX]/.test(state);
}

/** When the process started, as a text that differs once the number is given to another process. */
export function startedAt(pid: number): string | undefined {
  return hasProc ? statFields(pid)?.[19] : ps(pid, "lstart") || undefined;
}

/** Within what the numbers of processes mean something: this boot of this machine, or this container. */
export function processSpace(): string {
  if (!hasProc) return hostname();
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${readlinkSync("/proc/self/ns/pid")}`;
}

/** True while exactly this process, and not another under its number, is alive. */
export function isRunning(identity: ProcessIdentity): boolean {
  return isAlive(identity.pid) && startedAt(identity.pid) === identity.startedAt;
}

/** The live processes of a Postgres on `folder`: the postmaster and its children, also those that outlived it. */
export function postgresOn(folder: string): number[] {
  return hasProc ? allProcesses().filter((pid) => isPostgresOn(pid, folder)) : [];
}

/** The live processes that were started with exactly this argument. */
export function startedWith(argument: string): number[] {
  return hasProc ? allProcesses().filter((pid) => isAlive(pid) && argumentsOf(pid).includes(argument)) : [];
}

function allProcesses(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

/** True when `pid` is a live Postgres that works in `folder`. Where that cannot be seen its name must do. */
export function isPostgresOn(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false;
  if (!hasProc) return ps(pid, "comm").endsWith("postgres");
  const program = linkOf(pid, "exe")?.replace(/ \(deleted\)$/, "");
  return program?.endsWith("/postgres") === true && linkOf(pid, "cwd") === realpathOf(folder);
}

function linkOf(pid: number, name: "cwd" | "exe"): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/${name}`);
  } catch {
    return undefined;
  }
}

function realpathOf(folder: string): string {
  return existsSync(folder) ? realpathSync(folder) : folder;
}
