// backup and restore as commands: beside a serving process, then back on a data folder of their own.
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findNewest } from "../../server/backups/folder.ts";
import { backupHeartbeats } from "../../server/backups/schedule.ts";
import { readConfig } from "../../server/config.ts";
import { createLog } from "../../server/platform/log.ts";
import { endCommands, runCommand, spawnCommand, startMain } from "../support/commands.ts";
import { until } from "../support/processes.ts";

const folder = mkdtempSync(join(tmpdir(), "fedele-saved-"));
const data = join(folder, "data");
const sales = join(folder, "sales.csv");
const backups = join(folder, "backups");

beforeAll(async () => {
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(folder, 0o711);
  const lines = Array.from({ length: 200 }, (_, index) => `r${index},m${index % 20},2026-01-05 10:00:00,12.50`);
  writeFileSync(sales, `receipt,member,time,amount\n${lines.join("\n")}\n`);
  const place = ["--currency", "EUR", "--timezone", "Europe/Rome", "--preset", "retail-points"];
  expect(await runCommand(data, "tenant", "create", "--name", "Bar", "--slug", "bar", ...place)).toMatchObject({
    code: 0,
  });
});
afterAll(async () => {
  await endCommands();
  rmSync(folder, { recursive: true });
});

test("what was saved beside a server serves again from another folder", { timeout: 120_000 }, async () => {
  const server = await startMain(data);
  const key = await runCommand(data, "key", "create", "--tenant", "bar", "--name", "till", "--json");
  const headers = {
    authorization: `Bearer ${key.object.key}`,
    "content-type": "application/json",
    "idempotency-key": "ana",
  };
  const body = JSON.stringify({ name: "Ana Popescu", identities: [{ kind: "email", value: "ana@example.com" }] });
  const made = await fetch(`${server.url}/v1/members`, { method: "POST", headers, body });
  const member: { id: string } = JSON.parse(await made.text());
  expect(made.status, JSON.stringify(member)).toBe(201);

  const words = join(folder, "words");
  writeFileSync(words, "a few words that nobody guesses\n");
  const saved = await runCommand(
    data,
    ...["backup", "--into", backups, "--passphrase-file", words, "--verify", "--json"],
  );
  expect(saved, saved.stderr).toMatchObject({ code: 0, object: { rows: { members: 1 } } });
  expect(saved.object.verifiedAt).toBeDefined();
  server.child.kill("SIGTERM");
  expect(await server.ended).toBe(0);

  const fresh = join(folder, "fresh");
  mkdirSync(fresh, { mode: 0o711 });
  copyFileSync(join(data, "root.key"), join(fresh, "root.key"));
  const { dataFile, keysFile } = saved.object;
  const restoring = ["restore", join(backups, dataFile), "--keys", join(backups, keysFile), "--json"];
  const refused = await runCommand(fresh, ...restoring);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain("is encrypted: give the passphrase");
  expect(refused.stderr).not.toContain("    at ");
  const restored = await runCommand(fresh, ...restoring, "--passphrase-file", words);
  expect(restored, restored.stderr).toMatchObject({ code: 0, object: { clean: true, rows: { members: 1 } } });

  const again = await startMain(fresh);
  const found = await fetch(`${again.url}/v1/members/${member.id}`, { headers });
  expect(await found.json()).toMatchObject({ name: "Ana Popescu" });
  again.child.kill("SIGTERM");
  expect(await again.ended).toBe(0);
});

test("a backup that was killed is none, and the next one clears it away", { timeout: 60_000 }, async () => {
  const killed = join(folder, "killed");
  const doomed = spawnCommand(data, "backup", "--into", killed);
  await Promise.race([doomed.ended, until(() => readdirOr(killed).length > 0)]);
  doomed.child.kill("SIGKILL");
  await doomed.ended;
  const next = await runCommand(data, "backup", "--into", killed, "--json");
  expect(next, next.stderr).toMatchObject({ code: 0 });
  expect(readdirOr(killed).filter((name) => name.endsWith(".partial"))).toEqual([]);
});

test("the daily one is taken by a process of its own and verified; where it fails it says why", {
  timeout: 120_000,
}, async () => {
  const daily = join(folder, "daily");
  vi.stubEnv("FEDELE_DATA", data);
  vi.stubEnv("BACKUP_FOLDER", daily);
  const [beat, ...others] = backupHeartbeats(readConfig().backup, createLog("silent"));
  expect({ cron: beat?.cron, others }).toEqual({ cron: "17 2 * * *", others: [] });
  await beat?.run();
  expect(findNewest(daily)?.verifiedAt).toBeDefined();
  vi.stubEnv("BACKUP_PASSPHRASE_FILE", join(folder, "nowhere"));
  await expect(beat?.run()).rejects.toThrow("The backup failed: There is no file");
  vi.unstubAllEnvs();
  expect(backupHeartbeats(readConfig().backup, createLog("silent"))).toEqual([]);
});

function readdirOr(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
