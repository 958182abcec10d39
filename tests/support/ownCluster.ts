// A Postgres for one test alone, that may be stopped and started while a server works on it. Nobody revives it.
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readyBinaries } from "../../server/platform/database/binaries.ts";
import {
  ADMIN,
  type Cluster,
  createCluster,
  startServer as startPostgres,
  stopServer as stopPostgres,
} from "../../server/platform/database/cluster.ts";
import { connect } from "../../server/platform/database/connections.ts";
import { type Database, databaseAt } from "../../server/platform/database/database.ts";
import {
  clusterFolderFor,
  engineUserFor,
  makeDataFolder,
  makeSocketFolder,
  makeStateFolder,
  removeSocketFolder,
} from "../../server/platform/database/places.ts";
import { embeddedAddress, embeddedAddresses, passwordOf, prepareRoles } from "../../server/platform/database/roles.ts";
import { clusterSettings, type ServerSettings } from "../../server/platform/database/settings.ts";
import { migrate } from "../../server/platform/migrate.ts";

export type OwnCluster = {
  readonly db: Database;
  /** A connection of the superuser, who is let in even when everybody else is not. */
  admin(): ReturnType<typeof connect>;
  stop(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
};

export async function startOwnCluster(settings: ServerSettings = {}): Promise<OwnCluster> {
  const home = mkdtempSync(join(tmpdir(), "fedele-own-"));
  // Passable for the account that Postgres runs under when the tests run as root.
  chmodSync(home, 0o711);
  const dataFolder = join(home, "data");
  makeDataFolder(dataFolder);
  const rootKey = randomBytes(32);
  const user = engineUserFor(undefined);
  const folder = clusterFolderFor(dataFolder, user, randomBytes(8).toString("hex"));
  const binaries = readyBinaries(user, user === undefined ? dataFolder : makeStateFolder("programs"));
  const cluster: Cluster = { binaries, user, folder, logFile: join(dataFolder, "postgres.log") };
  const socketFolder = makeSocketFolder(user);
  const tell = (sentence: string): boolean => process.stderr.write(`${sentence}\n`);
  let server: ChildProcess | undefined;
  const start = async (): Promise<void> => {
    server = await startPostgres({ cluster, settings: { ...clusterSettings(socketFolder), ...settings }, tell });
  };
  const stop = async (): Promise<void> => {
    if (server !== undefined) await stopPostgres(server);
    server = undefined;
  };
  await createCluster(cluster, passwordOf(rootKey, ADMIN));
  await start();
  await prepareRoles({ socketFolder, preparedFor: "", markPrepared: () => undefined, stop }, rootKey);
  const db = databaseAt(embeddedAddresses(socketFolder, rootKey));
  await migrate(db, Date.now());
  return {
    db,
    start,
    stop,
    admin: () => connect(embeddedAddress(socketFolder, rootKey, ADMIN), "fedele tests"),
    remove: async () => {
      await stop();
      removeSocketFolder(socketFolder, folder);
      rmSync(folder, { recursive: true, force: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}
