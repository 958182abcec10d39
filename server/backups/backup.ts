// A backup: two files of one moment, written beside a serving process. What opens members' personal data has a file of
// its own, to be kept for a shorter time: once the last of these from before an erasure is gone, so is that person.
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import {
  BACKUP_VERSION,
  type BackupHeader,
  type BackupPart,
  type RowCounts,
  writeBackupFile,
} from "../platform/backup/backupFile.ts";
import { type Snapshot, withSnapshot } from "../platform/backup/snapshot.ts";
import type { Database } from "../platform/database/database.ts";
import { Refusal } from "../platform/refusal.ts";
import { secretFor } from "../platform/rootKey.ts";
import { type BackupSummary, fileNameOf, makeBackupFolder, writeSummary } from "./folder.ts";

export type BackupOptions = {
  readonly folder: string;
  /** Encrypts both files. */
  readonly passphrase?: string | undefined;
  readonly rootKey: Buffer;
  readonly nowMs: number;
};

/** Both files are on the disk, whole, when this resolves. */
export async function takeBackup(db: Database, options: BackupOptions): Promise<BackupSummary> {
  const { folder, passphrase } = options;
  makeBackupFolder(folder);
  const takenAt = new Date(options.nowMs).toISOString();
  const ending = passphrase === undefined ? "jsonl.gz" : "jsonl.gz.age";
  const nameOf = (part: BackupPart): string => fileNameOf({ takenAt, part, ending });
  if (existsSync(join(folder, nameOf("data")))) {
    throw new Refusal("conflict", `There is a backup of this moment in ${folder} already.`);
  }
  const rows = await withSnapshot(db, async (snapshot) => {
    const write = (part: BackupPart): Promise<RowCounts> => {
      const header = headerOf(snapshot, { part, takenAt, rootKey: options.rootKey });
      return writePart(join(folder, nameOf(part)), { header, snapshot, passphrase });
    };
    return { ...(await write("keys")), ...(await write("data")) };
  });
  const summary = { takenAt, dataFile: nameOf("data"), keysFile: nameOf("keys"), rows };
  writeSummary(folder, summary);
  return summary;
}

/** Under its name only once it is whole. */
async function writePart(
  path: string,
  { header, snapshot, passphrase }: { header: BackupHeader; snapshot: Snapshot; passphrase: string | undefined },
): Promise<RowCounts> {
  const rows = await writeBackupFile(`${path}.partial`, { header, lines: snapshot.read(header.part), passphrase });
  renameSync(`${path}.partial`, path);
  return rows;
}

function headerOf(
  { migrations }: Snapshot,
  { part, takenAt, rootKey }: { part: BackupPart; takenAt: string; rootKey: Buffer },
): BackupHeader {
  return { fedele: "backup", version: BACKUP_VERSION, part, takenAt, rootKey: fingerprintOf(rootKey), migrations };
}

/** Tells whether two files need the same root key; nobody comes from it to the key. */
export function fingerprintOf(rootKey: Buffer): string {
  return secretFor(rootKey, "backup fingerprint").subarray(0, 8).toString("hex");
}
