// The way back: files are looked at first and whole, then put into an empty database, then the ledger is asked whether
// it agrees with itself. A restore that fails leaves no rows behind.
import { existsSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Config } from "../config.ts";
import { applyErasures, keptErasures } from "../erasing.ts";
import { hasTenants } from "../modules/tenants/tenants.ts";
import { type BackupHeader, checkBackupFile, type RowCounts, readBackupFile } from "../platform/backup/backupFile.ts";
import { fillTables } from "../platform/backup/filling.ts";
import { readClusterFile } from "../platform/database/clusterFile.ts";
import type { Database } from "../platform/database/database.ts";
import { openDatabase } from "../platform/database/open.ts";
import { migrate, mistakeIn, readMigrations } from "../platform/migrate.ts";
import { Refusal } from "../platform/refusal.ts";
import { findRootKey } from "../platform/rootKey.ts";
import { type Verification, verifyLedger } from "../verify.ts";
import { fingerprintOf } from "./backup.ts";

export type RestoreOptions = {
  readonly dataFile: string;
  /** May be of a later backup than the data: who was erased in between stays so. Never of an earlier one. */
  readonly keysFile: string;
  readonly passphrase?: string | undefined;
  readonly nowMs: number;
  readonly tell: (sentence: string) => void;
};

export type Restored = { readonly rows: RowCounts; readonly verification: Verification };

/** Fills the database of `config`, which must be empty and not in use. */
export async function restore(config: Config, options: RestoreOptions): Promise<Restored> {
  const rootKey = findRootKey(config);
  if (rootKey === undefined) {
    throw new Refusal(
      "invalid",
      `There is no root key: put the file root.key into ${config.dataFolder}, or set FEDELE_ROOT_KEY. ` +
        "A backup cannot be read without the key that it was made under.",
    );
  }
  options.tell("Reading the files.");
  const header = await checkFiles(options, rootKey);
  const db = await openDatabase(config, { purpose: "serve", tell: options.tell });
  try {
    await prepareSchema(db, header, options.nowMs);
    options.tell("Putting the rows in.");
    const files = [options.dataFile, options.keysFile].map((path) => readBackupFile({ ...options, path }));
    const rows = await fillTables(db, files);
    await migrate(db, options.nowMs);
    const erased = await applyErasures({ db, clock: { now: () => options.nowMs } }, await keptErasures({ db }));
    if (erased > 0) options.tell(`Erased again, because they were since the data was saved: ${erased} members.`);
    options.tell("Asking the ledger whether it agrees with itself.");
    return { rows, verification: await verifyLedger(db, { rootKey }) };
  } finally {
    await db.close();
  }
}

/** A rehearsal that was killed left this much behind; the next one removes it once it is this old. */
const STALE_MS = 24 * 60 * 60_000;

/** Restores into a folder of its own, which is removed again: the proof that a backup is one. */
export async function rehearse(config: Config, options: Omit<RestoreOptions, "tell">): Promise<Restored> {
  // Beside the backup, where there is room for its like.
  const beside = dirname(options.dataFile);
  for (const name of readdirSync(beside)) {
    const home = join(beside, name);
    if (name.startsWith(REHEARSAL) && statSync(home).mtimeMs < options.nowMs - STALE_MS) removeRehearsal(home);
  }
  const home = mkdtempSync(join(beside, REHEARSAL));
  const stage = { ...config, dataFolder: dataIn(home), rootKey: findRootKey(config), externalDatabase: undefined };
  try {
    return await restore(stage, { ...options, tell: () => undefined });
  } finally {
    removeRehearsal(home);
  }
}

const REHEARSAL = "rehearsal-";
const dataIn = (home: string): string => join(home, "data");

function removeRehearsal(home: string): void {
  // Outside the data folder where Postgres' account could not enter that.
  const cluster = readClusterFile(dataIn(home))?.folder;
  if (cluster !== undefined) rmSync(cluster, { recursive: true, force: true });
  if (cluster !== undefined && isEmpty(dirname(cluster))) rmdirSync(dirname(cluster));
  rmSync(home, { recursive: true, force: true });
}

const isEmpty = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length === 0;

/** Both are read to their ends before anything is touched. */
async function checkFiles(options: RestoreOptions, rootKey: Buffer): Promise<BackupHeader> {
  const [data, keys] = [
    await checkBackupFile({ ...options, path: options.dataFile }),
    await checkBackupFile({ ...options, path: options.keysFile }),
  ];
  if (data.part !== "data" || keys.part !== "keys") {
    throw new Refusal("invalid", `${basename(options.dataFile)} must be the data and the other file the keys.`);
  }
  if (keys.takenAt < data.takenAt) {
    throw new Refusal(
      "invalid",
      `The keys are of ${keys.takenAt}, before the data of ${data.takenAt}. Use later ones.`,
    );
  }
  if ([data, keys].some((header) => header.rootKey !== fingerprintOf(rootKey))) {
    throw new Refusal("invalid", "The root key is not the one that this backup was made under.");
  }
  const mistake = mistakeIn([...data.migrations, ...keys.migrations], readMigrations());
  if (mistake !== undefined) throw new Refusal("invalid", mistake);
  return data;
}

/** The schema that the rows had, in a database that has no others. */
async function prepareSchema(db: Database, header: BackupHeader, nowMs: number): Promise<void> {
  const names = new Set(header.migrations.map(({ name }) => name));
  const wanted = readMigrations().filter(({ name }) => names.has(name));
  try {
    await migrate(db, nowMs, wanted);
  } catch (error) {
    const isNewer = error instanceof Error && error.message.includes("which this one does not know");
    if (!isNewer) throw error;
    throw new Refusal("conflict", "The database has a newer schema than the backup. Restore into an empty one.");
  }
  if (await hasTenants(db)) {
    throw new Refusal("conflict", "There are tenants in this database. A backup is restored into an empty one.");
  }
}
