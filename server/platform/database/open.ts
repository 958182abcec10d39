// Opens the database that the configuration asks for: the operator's own server, our embedded one, or the embedded one
// of the Fedele that already runs on the same data folder.
import { setTimeout as sleep } from "node:timers/promises";
import type { Config, ExternalDatabase } from "../../config.ts";
import { readRootKey } from "../rootKey.ts";
import { ADMIN } from "./cluster.ts";
import { readClusterFile } from "./clusterFile.ts";
import { type Address, connect } from "./connections.ts";
import { type Addresses, type Database, databaseAt } from "./database.ts";
import { startEmbedded } from "./embedded.ts";
import { obstaclesToServing } from "./external.ts";
import { acquireLock, type Lock, type LockHolder } from "./lock.ts";
import { makeDataFolder } from "./places.ts";
import { embeddedAddress, embeddedAddresses, passwordOf, prepareRoles } from "./roles.ts";

/** How long a command waits for a Fedele that is just starting or stopping. */
const JOIN_TIMEOUT_MS = 20_000;
const JOIN_PAUSE_MS = 100;

export type OpenOptions = {
  /** A serving process needs the data folder for itself; a command joins whoever runs on it. */
  readonly purpose: "serve" | "command";
  /** Told what an operator should know, in sentences. */
  readonly tell: (sentence: string) => void;
};

export async function openDatabase(config: Config, options: OpenOptions): Promise<Database> {
  if (config.externalDatabase !== undefined) return openExternal(config.externalDatabase, options);
  makeDataFolder(config.dataFolder);
  const deadline = performance.now() + (options.purpose === "serve" ? 0 : JOIN_TIMEOUT_MS);
  for (;;) {
    const lock = await acquireLock(config.dataFolder, options.purpose);
    if ("release" in lock) return openOwn(config, options, lock);
    const joined = options.purpose === "command" ? await joinRunning(config) : undefined;
    if (joined !== undefined) return joined;
    if (performance.now() > deadline) throw new Error(occupied(config.dataFolder, lock));
    await sleep(JOIN_PAUSE_MS);
  }
}

function occupied(dataFolder: string, holder: LockHolder): string {
  return (
    `Another Fedele (process ${holder.pid}${holder.isFromElsewhere ? " in another container" : ""}) ` +
    `is using the data folder ${dataFolder}. Stop it first, or give this one a folder of its own with FEDELE_DATA.`
  );
}

/** The cluster of the Fedele that holds the lock; undefined while it cannot be reached. */
async function joinRunning(config: Config): Promise<Database | undefined> {
  const running = readClusterFile(config.dataFolder);
  if (running === undefined) return undefined;
  const addresses = embeddedAddresses(running.socketFolder, readRootKey(config));
  try {
    // Held until we close: the one who runs the cluster sees that somebody still needs it.
    const presence = await connect(addresses.app, "fedele command");
    return databaseAt(addresses, () => presence.end());
  } catch {
    return undefined;
  }
}

async function openOwn(config: Config, options: OpenOptions, lock: Lock): Promise<Database> {
  try {
    const rootKey = readRootKey(config);
    const adminPassword = passwordOf(rootKey, ADMIN);
    const postgres = await startEmbedded({ dataFolder: config.dataFolder, adminPassword, tell: options.tell });
    const stop = async () => {
      await postgres.stop();
      lock.release();
    };
    try {
      await prepareRoles(postgres, rootKey);
    } catch (error) {
      await postgres.stop();
      throw error;
    }
    return databaseAt(embeddedAddresses(postgres.socketFolder, rootKey), async () => {
      if (options.purpose === "command") await waitForOthers(embeddedAddress(postgres.socketFolder, rootKey, ADMIN));
      await stop();
    });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Commands that joined ours would lose their database with us. */
async function waitForOthers(admin: Address): Promise<void> {
  const client = await connect(admin, "fedele administration");
  const countOthers = `
    select count(*)::int as others from pg_stat_activity
     where backend_type = 'client backend' and application_name = 'fedele command'`;
  try {
    for (;;) {
      const { rows } = await client.query<{ others: number }>(countOthers);
      if (rows[0]?.others === 0) return;
      await sleep(JOIN_PAUSE_MS);
    }
  } finally {
    await client.end();
  }
}

async function openExternal(external: ExternalDatabase, options: OpenOptions): Promise<Database> {
  const at = (url: string | undefined) => (url === undefined ? undefined : { connectionString: url });
  const app = { connectionString: external.app };
  if (options.purpose === "serve") await refuseUnfit(external, app);
  const addresses: Addresses = {
    app,
    maintenance: at(external.maintenance) ?? app,
    owner: at(external.owner),
    jobs: at(external.jobs),
  };
  return databaseAt(addresses);
}

async function refuseUnfit(external: ExternalDatabase, app: Address): Promise<void> {
  const client = await connect(app, "fedele check").catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database at DATABASE_URL cannot be reached: ${reason}`);
  });
  const obstacles = await obstaclesToServing(client).finally(() => client.end());
  if (external.maintenance === undefined)
    obstacles.push("Set DATABASE_MAINTENANCE_URL for the role fedele_maintenance.");
  if (external.jobs === undefined) obstacles.push("Set DATABASE_JOBS_URL for the role fedele_jobs.");
  if (obstacles.length > 0) throw new Error(`Fedele cannot serve from this database. ${obstacles.join(" ")}`);
}
