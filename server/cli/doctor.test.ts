import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { asAdmin, emptyDatabase, nameOf, testDatabase } from "../../tests/support/database.ts";
import { writeSummary } from "../backups/folder.ts";
import { parseConfig } from "../config.ts";
import { systemClock } from "../platform/clock.ts";
import type { Database } from "../platform/database/database.ts";
import { findingsOf } from "./doctor.ts";

let db: Database;
afterEach(() => db.close());

async function found(database: Database, settings: Record<string, string> = {}) {
  db = database;
  const findings = await findingsOf(db, parseConfig({ FEDELE_DATA: tmpdir(), ...settings }));
  return new Map(findings.map(({ name, state, words }) => [name, `${state}: ${words}`]));
}

test("a database that does not wait for its disk is called wrong, and what to do is said", async () => {
  const findings = await found(await testDatabase());
  expect(findings.get("fsync")).toBe("wrong: off; a power cut can destroy the database. Set it to on.");
  expect(findings.get("synchronous_commit")).toContain("wrong: off; a power cut takes back what was acknowledged");
  expect(findings.get("data checksums")).toBe("ok: on");
  expect(findings.get("clock")).toMatch(/^ok: \d+ ms/);
  expect(findings.get("ledger")).toContain("ok: 0 wallets");
  expect(findings.get("audit log")).toBe("ok: 0 entries; every chain is whole");
});

test("a hole in an audit log is told, and which entry is missing", async () => {
  const tenant = "01890000-0000-7000-8000-00000000000a";
  const database = await testDatabase();
  await asAdmin(
    `    insert into audit_heads (bucket, tenant_id, entries, seal) values (10, '${tenant}', 2, 'b');
    insert into audit_entries (bucket, tenant_id, place, at, actor, operation, fields, seal)
    values (10, '${tenant}', 2, 'epoch', 'cli', 'createApiKey', '{}', 'b')`,
    await nameOf(database),
  );
  const findings = await found(database);
  expect(findings.get("audit log")).toContain(`wrong: tenant ${tenant}: entry 1 is missing`);
});

test("a schema that is behind is told, and nothing is asked of tables that are not there", async () => {
  const findings = await found(await emptyDatabase());
  expect(findings.get("migrations")).toMatch(/^wrong: \d+ are missing; run the command "migrate"\.$/);
  expect(findings.has("outbox")).toBe(false);
});

test("the age of the newest backup, and whether anybody tried to restore it, are told", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fedele-doctor-"));
  const told = async (settings = { BACKUP_FOLDER: folder }): Promise<string | undefined> =>
    (await found(await testDatabase(), settings).finally(() => db.close())).get("backup");
  const summary = { dataFile: "", keysFile: "", rows: {} };
  const ago = (hours: number): string => new Date(systemClock.now() - hours * 3_600_000).toISOString();
  expect(await told({ BACKUP_FOLDER: "" })).toContain("warning: none is taken; set BACKUP_FOLDER");
  expect(await told()).toContain("warning: there is none in");
  writeSummary(folder, { ...summary, takenAt: ago(50) });
  expect(await told()).toContain("warning: the newest is from 2 days ago; read the log");
  writeSummary(folder, { ...summary, takenAt: ago(3) });
  expect(await told()).toContain("warning: the newest is from 3 hours ago and was never tried");
  writeSummary(folder, { ...summary, takenAt: ago(2), verifiedAt: ago(1) });
  expect(await told()).toBe("ok: the newest is from 2 hours ago, and was verified");
  rmSync(folder, { recursive: true });
});

test.each([
  [{}, "ok: listens on 127.0.0.1, no PUBLIC_URL"],
  [{ PUBLIC_URL: "https://points.example.com" }, "ok: listens on 127.0.0.1, https://points.example.com"],
  [{ PUBLIC_URL: "http://points.example.com" }, "warning: http://points.example.com is not https"],
  [{ HOST: "0.0.0.0" }, "warning: it listens on 0.0.0.0 without TLS"],
  [{ HOST: "0.0.0.0", TLS_CERT: "c.pem", TLS_KEY: "k.pem" }, "ok: listens on 0.0.0.0 with TLS"],
])("who may hear what is said on its way: %j", async (settings, words) => {
  expect((await found(await testDatabase(), settings)).get("hosting")).toContain(words);
});
