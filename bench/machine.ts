// The machine that figures come from, and how much of it each process used.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";

const TICK_MS = 10;
const GB = 1024 ** 3;

/** CPU milliseconds that these processes have used; their ended children count with them. 0 where /proc is missing. */
export function cpuMs(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + ticksOf(pid) * TICK_MS, 0);
}

function ticksOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field] ?? 0), 0);
  } catch {
    return 0;
  }
}

/** The process's resident set in MB. */
export function residentMb(pid: number): number {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
}

export type Machine = {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly platform: string;
  readonly node: string;
  readonly postgres: string;
  /** Over the last minute, before the first round: what else the machine had to do. */
  readonly load: number;
};

export function describeMachine(postgres: string): Machine {
  return {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / GB),
    platform: `${process.platform} ${process.arch}`,
    node: process.version,
    postgres,
    load: Number((loadavg()[0] ?? 0).toFixed(2)),
  };
}

/** The program's path where it is installed. */
export function findProgram(name: string): string | undefined {
  try {
    return execFileSync("/bin/sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  } catch {
    return undefined;
  }
}
