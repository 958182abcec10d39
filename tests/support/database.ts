// A database of its own for a test file: a copy of the migrated template, real in everything.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { inject } from "vitest";
import { ADMIN } from "../../server/platform/database/cluster.ts";
import { connect } from "../../server/platform/database/connections.ts";
import { type Database, databaseAt } from "../../server/platform/database/database.ts";
import { DATABASE_NAME, embeddedAddress, embeddedAddresses } from "../../server/platform/database/roles.ts";

const rolesFile = new URL("../../server/platform/database/roles.sql", import.meta.url);

/** `const db = await testDatabase()` in beforeAll; `await db.close()` in afterAll drops it. */
export async function testDatabase(): Promise<Database> {
  return databaseFrom(DATABASE_NAME);
}

/** One with the four roles and nothing else: what a migration meets on its first day. */
export async function emptyDatabase(): Promise<Database> {
  return databaseFrom("template0", readFileSync(rolesFile, "utf8"));
}

async function databaseFrom(template: string, sql = ""): Promise<Database> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asAdmin(`create database ${name} template ${template}`);
  if (sql !== "") await asAdmin(sql, name);
  const { socketFolder, rootKeyHex } = inject("cluster");
  return databaseAt(embeddedAddresses(socketFolder, Buffer.from(rootKeyHex, "hex"), name), async () => {
    await asAdmin(`drop database ${name} with (force)`);
  });
}

/** Runs SQL as the cluster's superuser, who may look at and break everything. */
export async function asAdmin(sql: string, database = "postgres"): Promise<unknown[]> {
  const client = await connect(addressOf(ADMIN, database), "fedele tests");
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Where a role of the suite's cluster connects. */
export function addressOf(role: Parameters<typeof embeddedAddress>[2], database: string) {
  const { socketFolder, rootKeyHex } = inject("cluster");
  return embeddedAddress(socketFolder, Buffer.from(rootKeyHex, "hex"), role, database);
}

/** The name of a test's own database. */
export async function nameOf(db: Database): Promise<string> {
  const { rows } = await db.app.query<{ name: string }>("select current_database() as name");
  return String(rows[0]?.name);
}
