// One Fedele per data folder. The lock is a file that names its holder; a holder that has died loses it.
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../clock.ts";
import { errorCode } from "./failures.ts";
import { isRunning, type ProcessIdentity, processSpace, startedAt } from "./processes.ts";

const LOCK_FILE = "lock";
/** Nobody needs the guard for longer than a few milliseconds; one this old was left by a process that died. */
const GUARD_STALE_MS = 5_000;
/** The holder touches its lock this often, for those who cannot see its process: other containers on the folder. */
const TOUCH_MS = 4_000;
const TOUCH_STALE_MS = 15_000;

export type Lock = { release(): void };
export type LockHolder = ProcessIdentity & {
  readonly purpose: string;
  /** True when the holder's process cannot be seen from here. */
  readonly isFromElsewhere: boolean;
};

/** The lock, or whoever holds it instead. */
export async function acquireLock(folder: string, purpose: string): Promise<Lock | LockHolder> {
  const file = join(folder, LOCK_FILE);
  for (;;) {
    if (claimed(file, purpose)) return heldLock(file);
    const holder = readHolder(file);
    if (holder !== undefined && isHolding(file, holder)) return holder;
    await removeStale(file);
  }
}

function heldLock(file: string): Lock {
  const timer = setInterval(() => touch(file), TOUCH_MS);
  timer.unref();
  const release = () => {
    clearInterval(timer);
    rmSync(file, { force: true });
  };
  return { release };
}

function touch(file: string): void {
  const seconds = systemClock.now() / 1000;
  try {
    utimesSync(file, seconds, seconds);
  } catch {
    // The folder is gone, and with it what the lock protects.
  }
}

/** Written beside and linked into place: the file is never there without its whole content, and only one link wins. */
function claimed(file: string, purpose: string): boolean {
  const draft = `${file}.${process.pid}`;
  const content = { pid: process.pid, startedAt: startedAt(process.pid), space: processSpace(), purpose };
  writeFileSync(draft, JSON.stringify(content));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(file: string): LockHolder | undefined {
  try {
    const { pid, startedAt, space, purpose } = JSON.parse(readFileSync(file, "utf8"));
    return { pid, startedAt, purpose, isFromElsewhere: space !== processSpace() };
  } catch {
    return undefined;
  }
}

function isHolding(file: string, holder: LockHolder): boolean {
  return holder.isFromElsewhere ? ageOf(file) < TOUCH_STALE_MS : isRunning(holder);
}

/** Two that find the same stale lock take turns, so that the second cannot remove the fresh lock of the first. */
async function removeStale(file: string): Promise<void> {
  const guard = `${file}.guard`;
  try {
    mkdirSync(guard);
  } catch {
    await sleep(20);
    if (ageOf(guard) > GUARD_STALE_MS) rmSync(guard, { recursive: true, force: true });
    return;
  }
  const holder = readHolder(file);
  if (holder === undefined || !isHolding(file, holder)) rmSync(file, { force: true });
  rmdirSync(guard);
}

function ageOf(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats === undefined ? 0 : systemClock.now() - stats.mtimeMs;
}

export { errorCode } from "./failures.ts";
