// Backups of a test's database and data folders of their own to restore them into.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Config, parseConfig } from "../../server/config.ts";
import { readClusterFile } from "../../server/platform/database/clusterFile.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { openDatabase } from "../../server/platform/database/open.ts";
import { tables } from "../../server/platform/distribution.ts";

/** Folders that are removed together, with clusters that had to lie elsewhere. */
export function openFolders() {
  const home = mkdtempSync(join(tmpdir(), "fedele-backup-"));
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(home, 0o711);
  const made: string[] = [];
  return {
    backups: join(home, "backups"),
    home,
    /** The configuration of a Fedele on a fresh data folder. */
    fresh(rootKey: Buffer): Config {
      const dataFolder = join(home, `data-${made.length}`);
      made.push(dataFolder);
      return { ...parseConfig({ FEDELE_DATA: dataFolder }), rootKey };
    },
    remove(): void {
      for (const dataFolder of made) {
        const cluster = readClusterFile(dataFolder)?.folder;
        if (cluster !== undefined && !cluster.startsWith(home)) rmSync(dirname(cluster), { recursive: true });
      }
      rmSync(home, { recursive: true });
    },
  };
}

/** Every row of every table as text, but for what a backup leaves out. */
export async function everything(db: Database): Promise<Record<string, string[]>> {
  const kept = Object.entries(tables).filter(([, { backup }]) => backup !== "never");
  const read = kept.map(async ([name]): Promise<[string, string[]]> => {
    const { rows } = await db.maintenance.query<{ row: string }>(`select t::text as row from "${name}" t order by 1`);
    return [name, rows.map(({ row }) => row)];
  });
  return Object.fromEntries(await Promise.all(read));
}

/** What is in the database of a data folder that nobody is using. */
export async function readFolder<T>(config: Config, read: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(config, { purpose: "serve", tell: () => undefined });
  return read(db).finally(() => db.close());
}
