// The ground under this installation in figures: its disk, its clock, its backups. doctor says them in words at the
// terminal, the health report shows them to whoever it belongs to.
import { statfsSync } from "node:fs";
import type { Ground } from "@fedele/sdk/schemas/health.ts";
import { findNewest } from "./backups/folder.ts";
import type { Config } from "./config.ts";
import { engineTime } from "./platform/checkup.ts";
import type { Clock } from "./platform/clock.ts";
import type { Database } from "./platform/database/database.ts";

const GB = 1024 ** 3;
const FREE_WRONG_BYTES = 1 * GB;
const FREE_WARNING_BYTES = 5 * GB;
/** Codes, sessions and leases bear this much between two clocks. */
const CLOCKS_APART_MS = 2_000;
/** One is taken every day. */
export const BACKUP_AGE_MS = 36 * 60 * 60_000;

type Needed = Pick<Config, "dataFolder" | "backup" | "externalDatabase">;

/** Everything at once. */
export async function groundOf(db: Database, clock: Clock, config: Needed): Promise<Ground> {
  const { apartMs, state } = await clockOf(db, clock);
  return {
    disk: diskOf(config.dataFolder),
    clock: { apartMs: Math.round(apartMs), state },
    backup: backupOf(config, clock.now()),
  };
}

export function diskOf(dataFolder: string): Ground["disk"] {
  const { bavail, bsize } = statfsSync(dataFolder);
  const freeBytes = bavail * bsize;
  if (freeBytes < FREE_WRONG_BYTES) return { freeBytes, state: "wrong" };
  return { freeBytes, state: freeBytes < FREE_WARNING_BYTES ? "warning" : "ok" };
}

/** How far this machine and its database are apart, and what time it is here. */
export async function clockOf(db: Database, clock: Clock): Promise<Ground["clock"] & { atMs: number }> {
  const before = clock.now();
  const engine = await engineTime(db);
  const atMs = clock.now();
  const apartMs = engine === null ? 0 : Math.max(0, before - engine, engine - atMs);
  return { apartMs, state: apartMs <= CLOCKS_APART_MS ? "ok" : "warning", atMs };
}

export function backupOf(
  { backup: { folder }, externalDatabase }: Omit<Needed, "dataFolder">,
  nowMs: number,
): Ground["backup"] {
  if (folder === undefined && externalDatabase !== undefined) return { kind: "left_to_you", state: "ok" };
  if (folder === undefined) return { kind: "none", state: "warning" };
  const newest = findNewest(folder);
  if (newest === undefined) return { kind: "never", state: "warning" };
  const { takenAt, verifiedAt } = newest;
  const isGood = verifiedAt !== undefined && nowMs - Date.parse(takenAt) <= BACKUP_AGE_MS;
  return {
    kind: "taken",
    state: isGood ? "ok" : "warning",
    takenAt,
    ...(verifiedAt === undefined ? {} : { verifiedAt }),
  };
}
