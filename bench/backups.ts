// What a backup of a million activities takes, beside Postgres' own way of writing the same rows through gzip.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeBackup } from "../server/backups/backup.ts";
import { tablesOf } from "../server/platform/backup/snapshot.ts";
import { connect } from "../server/platform/database/connections.ts";
import { readRootKey } from "../server/platform/rootKey.ts";
import { alternate, median, ratioOf } from "./figures.ts";
import { atMost, type Row, written } from "./rows.ts";
import type { Site } from "./site.ts";

/** Each takes about a minute; the median of three is steady enough for a ratio. */
const ROUNDS = 3;
const seconds = (ms: number): number => ms / 1_000;

export async function backupRow(site: Site): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "fedele-bench-backup-"));
  const rootKey = readRootKey({ dataFolder: site.folder, rootKey: undefined });
  let [rows, bytes] = [0, 0];
  const backing = async (): Promise<number> => {
    const start = performance.now();
    const taken = await takeBackup(site.parts.db, { folder, rootKey, nowMs: Date.now() });
    const took = seconds(performance.now() - start);
    rows = Object.values(taken.rows).reduce((sum, count) => sum + count, 0);
    bytes = statSync(join(folder, taken.dataFile)).size;
    return took;
  };
  const admin = await connect(site.address("fedele_admin"), "fedele bench");
  const copying = async (): Promise<number> => {
    const start = performance.now();
    for (const table of [...tablesOf("keys"), ...tablesOf("data")]) {
      await admin.query(`copy "${table}" to program 'gzip > /dev/null'`);
    }
    return seconds(performance.now() - start);
  };
  try {
    const [ours = [], reference = []] = await alternate(ROUNDS, [backing, copying]);
    return {
      id: "backup.1m",
      figure: `a backup of ${rows.toLocaleString("en")} rows, a million activities among them, s`,
      value: written(median(ours)),
      reference: `COPY of the same tables through gzip: ${written(median(reference))} s`,
      measured: ratioOf(ours, reference),
      unit: "×",
      bound: atMost(4, 2),
      notes: [`${written(bytes / 1e6)} MB`],
    };
  } finally {
    await admin.end();
    rmSync(folder, { recursive: true });
  }
}
