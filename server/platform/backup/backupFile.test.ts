import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BackupHeader, checkBackupFile, type Written, writeBackupFile } from "./backupFile.ts";

const header: BackupHeader = {
  fedele: "backup",
  version: 1,
  part: "data",
  takenAt: "2026-03-02T09:00:00.000Z",
  rootKey: "0011223344556677",
  migrations: [],
};
/** Files are read in pieces of this size; a backup has many. */
const PIECE_BYTES = 65_536;
const ROWS = 8_000;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fedele-file-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function* manyRows(): AsyncGenerator<Written> {
  yield { table: "things", columns: ["id", "text"] };
  for (let at = 0; at < ROWS; at += 100) {
    yield { rows: Array.from({ length: 100 }, () => JSON.stringify([randomBytes(16).toString("hex"), null])) };
  }
}

test("damage in the first, a middle or the last piece of a file is noticed, and nobody waits for ever", async () => {
  const path = join(folder, "whole");
  expect(await writeBackupFile(path, { header, lines: manyRows() })).toEqual({ things: ROWS });
  expect(await checkBackupFile({ path })).toEqual(header);
  const whole = readFileSync(path);
  expect(whole.length).toBeGreaterThan(1.5 * PIECE_BYTES);
  const broken = join(folder, "broken");
  // The ten bytes of gzip's own header say nothing of the content.
  for (let at = 10; at < whole.length; at += 1_999) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (at % 8)), at);
    writeFileSync(broken, bytes);
    const verdict = await checkBackupFile({ path: broken }).then(() => "whole", String);
    // Packing can say the same in more than one way.
    if (verdict === "whole") expect(gunzipSync(bytes).equals(gunzipSync(whole)), `byte ${at}`).toBe(true);
    else expect(verdict, `byte ${at}`).toContain("is damaged or is no backup");
  }
});

test("a file is never written over", async () => {
  const path = join(folder, "once");
  await writeBackupFile(path, { header, lines: manyRows() });
  await expect(writeBackupFile(path, { header, lines: manyRows() })).rejects.toThrow("EEXIST");
});

test("a newer version's file is refused in words, and something else is no backup", async () => {
  const newer = join(folder, "newer");
  await writeBackupFile(newer, { header: { ...header, version: 2 }, lines: manyRows() });
  await expect(checkBackupFile({ path: newer })).rejects.toThrow("was written by a newer Fedele");
  writeFileSync(join(folder, "text"), "dear diary");
  await expect(checkBackupFile({ path: join(folder, "text") })).rejects.toThrow("is damaged or is no backup");
  writeFileSync(join(folder, "empty"), "");
  await expect(checkBackupFile({ path: join(folder, "empty") })).rejects.toThrow("is damaged or is no backup");
});
