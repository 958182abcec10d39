// A folder of backups: what its files are called, which is the newest, and which are old enough to go.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BackupPart, RowCounts } from "../platform/backup/backupFile.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Written last: without it a backup was not finished. */
export type BackupSummary = {
  readonly takenAt: string;
  readonly dataFile: string;
  readonly keysFile: string;
  readonly rows: RowCounts;
  /** When it was restored into a folder of its own and its ledger found to agree; absent where nobody tried. */
  readonly verifiedAt?: string;
};

/** The instant as it stands in names: no colon, in the order of time; to the millisecond, so that no two are alike. */
function stampOf(takenAt: string): string {
  return takenAt.replaceAll(":", "-");
}

export type Ending = "jsonl.gz" | "jsonl.gz.age";

export function fileNameOf({ takenAt, part, ending }: { takenAt: string; part: BackupPart; ending: Ending }): string {
  return `fedele-${stampOf(takenAt)}.${part}.${ending}`;
}

const summaryNameOf = (takenAt: string): string => `fedele-${stampOf(takenAt)}.json`;
const ours = /^fedele-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3})Z\.(?:(data|keys)\.jsonl\.gz(?:\.age)?|json)$/;

/** Made if need be, for its owner alone. */
export function makeBackupFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

export function writeSummary(folder: string, summary: BackupSummary): void {
  const file = join(folder, summaryNameOf(summary.takenAt));
  writeFileSync(`${file}.new`, `${JSON.stringify(summary, undefined, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

/** The newest backup that was finished. */
export function findNewest(folder: string): BackupSummary | undefined {
  const newest = (existsSync(folder) ? readdirSync(folder) : [])
    .filter((name) => ours.exec(name) !== null && name.endsWith(".json"))
    .sort()
    .at(-1);
  return newest === undefined ? undefined : JSON.parse(readFileSync(join(folder, newest), "utf8"));
}

/**
 * Removes what is older than it is to be kept, and what an interrupted run left behind; returns the names. The newest
 * finished backup stays, however old it is.
 */
export function removeOld(folder: string, keep: { nowMs: number; dataDays: number; keysDays: number }): string[] {
  const newest = findNewest(folder);
  const kept = new Set(newest === undefined ? [] : [newest.dataFile, newest.keysFile, summaryNameOf(newest.takenAt)]);
  const old = readdirSync(folder).filter((name) => {
    const match = ours.exec(name);
    if (match === null) return /^fedele-.*\.(partial|new)$/.test(name);
    const [, day, hour, minute, second, part] = match;
    const ageMs = keep.nowMs - Date.parse(`${day}T${hour}:${minute}:${second}Z`);
    return !kept.has(name) && ageMs > (part === "keys" ? keep.keysDays : keep.dataDays) * DAY_MS;
  });
  for (const name of old) rmSync(join(folder, name), { force: true });
  return old;
}
