import { tmpdir } from "node:os";
import { afterEach, expect, test } from "vitest";
import { emptyDatabase, testDatabase } from "../../tests/support/database.ts";
import type { Database } from "../platform/database/database.ts";
import { findingsOf } from "./doctor.ts";

let db: Database;
afterEach(() => db.close());

async function found(database: Database) {
  db = database;
  const findings = await findingsOf(db, { dataFolder: tmpdir() });
  return new Map(findings.map(({ name, state, words }) => [name, `${state}: ${words}`]));
}

test("a database that does not wait for its disk is called wrong, and what to do is said", async () => {
  const findings = await found(await testDatabase());
  expect(findings.get("fsync")).toBe("wrong: off; a power cut can destroy the database. Set it to on.");
  expect(findings.get("synchronous_commit")).toContain("wrong: off; a power cut takes back what was acknowledged");
  expect(findings.get("data checksums")).toBe("ok: on");
  expect(findings.get("clock")).toMatch(/^ok: \d+ ms/);
  expect(findings.get("ledger")).toContain("ok: 0 wallets");
});

test("a schema that is behind is told, and nothing is asked of tables that are not there", async () => {
  const findings = await found(await emptyDatabase());
  expect(findings.get("migrations")).toMatch(/^wrong: \d+ are missing; run the command "migrate"\.$/);
  expect(findings.has("outbox")).toBe(false);
});
