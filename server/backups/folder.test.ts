import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { fileNameOf, findNewest, removeOld, writeSummary } from "./folder.ts";

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.parse("2026-03-31T02:17:00Z");

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fedele-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function backupOf(daysAgo: number): void {
  const takenAt = new Date(NOW - daysAgo * DAY_MS).toISOString();
  const dataFile = fileNameOf({ takenAt, part: "data", ending: "jsonl.gz" });
  const keysFile = fileNameOf({ takenAt, part: "keys", ending: "jsonl.gz" });
  for (const name of [dataFile, keysFile]) writeFileSync(join(folder, name), "");
  writeSummary(folder, { takenAt, dataFile, keysFile, rows: {} });
}

const keep = { nowMs: NOW, dataDays: 30, keysDays: 7 };

test("keys go after their own, shorter time; data and summaries after theirs", () => {
  for (const daysAgo of [0, 5, 8, 31]) backupOf(daysAgo);
  expect(removeOld(folder, keep).sort()).toEqual([
    "fedele-2026-02-28T02-17-00.000Z.data.jsonl.gz",
    "fedele-2026-02-28T02-17-00.000Z.json",
    "fedele-2026-02-28T02-17-00.000Z.keys.jsonl.gz",
    "fedele-2026-03-23T02-17-00.000Z.keys.jsonl.gz",
  ]);
  expect(removeOld(folder, keep)).toEqual([]);
});

test("the newest that was finished stays, however old it is", () => {
  backupOf(100);
  backupOf(90);
  removeOld(folder, keep);
  expect(readdirSync(folder).sort()).toEqual([
    "fedele-2025-12-31T02-17-00.000Z.data.jsonl.gz",
    "fedele-2025-12-31T02-17-00.000Z.json",
    "fedele-2025-12-31T02-17-00.000Z.keys.jsonl.gz",
  ]);
});

test("what an interrupted run left goes, what is not ours stays", () => {
  backupOf(0);
  for (const name of ["fedele-2026-03-30T02-17-00.000Z.data.jsonl.gz.partial", "notes.txt", "fedele-old.sql"]) {
    writeFileSync(join(folder, name), "");
  }
  expect(removeOld(folder, keep)).toEqual(["fedele-2026-03-30T02-17-00.000Z.data.jsonl.gz.partial"]);
});

test("a backup counts once its summary is there", () => {
  expect(findNewest(folder)).toBeUndefined();
  backupOf(1);
  writeFileSync(join(folder, "fedele-2026-03-31T02-17-00.000Z.data.jsonl.gz"), "");
  expect(findNewest(folder)).toMatchObject({ takenAt: "2026-03-30T02:17:00.000Z" });
  expect(findNewest(join(folder, "elsewhere"))).toBeUndefined();
});
