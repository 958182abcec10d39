// backup and restore.
import { existsSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { takeBackup } from "../backups/backup.ts";
import { type BackupSummary, removeOld, writeSummary } from "../backups/folder.ts";
import { type Restored, rehearse, restore } from "../backups/restore.ts";
import { type Config, readConfig } from "../config.ts";
import type { RowCounts } from "../platform/backup/backupFile.ts";
import { systemClock } from "../platform/clock.ts";
import { Refusal } from "../platform/refusal.ts";
import { command, json } from "./commands.ts";
import { withParts } from "./session.ts";
import { print, printJson, say } from "./terminal.ts";

const passphraseFile = {
  type: "string",
  description: "A file whose first line is the passphrase. Default: the setting BACKUP_PASSPHRASE_FILE.",
} as const;

export const backupCommand = command({
  meta: { name: "backup", description: "Write a backup, beside a server too, and remove those that are old enough." },
  args: {
    into: { type: "string", description: "The folder it goes into. Default: the setting BACKUP_FOLDER." },
    "passphrase-file": passphraseFile,
    verify: { type: "boolean", description: "Restore it into a folder of its own and verify the ledger there." },
    json,
  },
  run: async ({ args }) => {
    const config = readConfig();
    const folder = args.into === undefined ? config.backup.folder : resolve(args.into);
    if (folder === undefined) {
      throw new Refusal("invalid", 'Say where the backup goes: "--into FOLDER", or the setting BACKUP_FOLDER.');
    }
    const passphrase = readPassphrase(args["passphrase-file"] ?? config.backup.passphraseFile);
    const nowMs = systemClock.now();
    const taken = await withParts(({ db }, rootKey) => takeBackup(db, { folder, passphrase, rootKey, nowMs }));
    say(`Written: ${join(folder, taken.dataFile)} and ${taken.keysFile}, ${sumOf(taken.rows)} rows.`);
    const summary = args.verify === true ? await verified({ config, folder, passphrase, taken }) : taken;
    const { keepDays: dataDays, keepKeysDays: keysDays } = config.backup;
    const removed = removeOld(folder, { nowMs, dataDays, keysDays });
    if (removed.length > 0) say(`Removed, because they are old enough: ${removed.join(", ")}.`);
    if (args.json) printJson({ folder, ...summary, removed });
  },
});

export const restoreCommand = command({
  meta: { name: "restore", description: "Fill an empty database from a backup, then verify the ledger." },
  args: {
    data: { type: "positional", description: "The file of the data.", required: true },
    keys: { type: "string", description: "The file of the keys, of this backup or of a later one.", required: true },
    "passphrase-file": passphraseFile,
    json,
  },
  run: async ({ args }) => {
    const config = readConfig();
    const restored = await restore(config, {
      dataFile: resolve(args.data),
      keysFile: resolve(args.keys),
      passphrase: readPassphrase(args["passphrase-file"] ?? config.backup.passphraseFile),
      nowMs: systemClock.now(),
      tell: say,
    });
    const isClean = restored.verification.clean;
    if (args.json) printJson({ rows: restored.rows, clean: isClean });
    else if (isClean) print(`${sumOf(restored.rows)} rows are back, and the ledger agrees with itself.`);
    if (!isClean) throw new Refusal("conflict", disagreement(restored));
  },
});

type Taken = { config: Config; folder: string; passphrase: string | undefined; taken: BackupSummary };

async function verified({ config, folder, passphrase, taken }: Taken): Promise<BackupSummary> {
  say("Restoring it into a folder of its own.");
  const restored = await rehearse(config, {
    dataFile: join(folder, taken.dataFile),
    keysFile: join(folder, taken.keysFile),
    passphrase,
    nowMs: systemClock.now(),
  });
  if (!restored.verification.clean) throw new Refusal("conflict", disagreement(restored));
  const summary = { ...taken, verifiedAt: new Date(systemClock.now()).toISOString() };
  writeSummary(folder, summary);
  say("Its ledger agrees with itself.");
  return summary;
}

function disagreement({ verification }: Restored): string {
  const wrong = verification.checks.filter(({ violations }) => violations > 0).map(({ name }) => name);
  return `The rows are back, but the ledger does NOT agree with itself: ${wrong.join("; ")}.`;
}

/** Not an option or a setting by itself: the list of processes and the environment are read by others. */
function readPassphrase(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new Refusal("not_found", `There is no file ${file}.`);
  const [passphrase = ""] = readFileSync(file, "utf8").split(/\r?\n/);
  if (passphrase !== "") return passphrase;
  throw new Refusal("invalid", `The first line of ${basename(file)} is empty; it must be the passphrase.`);
}

function sumOf(rows: RowCounts): string {
  return Object.values(rows)
    .reduce((sum, count) => sum + count, 0)
    .toLocaleString("en");
}
