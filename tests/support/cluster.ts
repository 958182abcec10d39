// One embedded Postgres for the whole run of the tests, with a migrated database that every test file copies.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { ADMIN } from "../../server/platform/database/cluster.ts";
import { databaseAt } from "../../server/platform/database/database.ts";
import { startEmbedded } from "../../server/platform/database/embedded.ts";
import { makeDataFolder } from "../../server/platform/database/places.ts";
import { DATABASE_NAME, embeddedAddresses, passwordOf, prepareRoles } from "../../server/platform/database/roles.ts";
import { migrate } from "../../server/platform/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    cluster: { socketFolder: string; rootKeyHex: string };
  }
}

/** The suite's cluster is thrown away at its end: nothing need reach the disk. Crash tests start their own. */
const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: 300 };

/** Run by vitest before all files; returns what to run after them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "fedele-tests-"));
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(folder, 0o711);
  const dataFolder = join(folder, "data");
  const rootKey = randomBytes(32);
  makeDataFolder(dataFolder);
  const postgres = await startEmbedded({
    dataFolder,
    adminPassword: passwordOf(rootKey, ADMIN),
    tell: (sentence) => process.stderr.write(`${sentence}\n`),
    settings,
  });
  const end = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await prepareRoles(postgres, rootKey);
    const template = databaseAt(embeddedAddresses(postgres.socketFolder, rootKey, DATABASE_NAME));
    await migrate(template, Date.now()).finally(() => template.close());
  } catch (error) {
    await end();
    throw error;
  }
  project.provide("cluster", { socketFolder: postgres.socketFolder, rootKeyHex: rootKey.toString("hex") });
  return end;
}
