// The database as the rest of the server sees it: a pool per role, whichever server stands behind.
import type pg from "pg";
import { Refusal } from "../refusal.ts";
import { type Address, appPool, connect, connectLane, maintenancePool } from "./connections.ts";

export type Database = {
  /** Serves requests. Sees one tenant at a time; go through inTransaction. */
  readonly app: pg.Pool;
  /** Sweeps, relays and verifies. Sees every tenant. */
  readonly maintenance: pg.Pool;
  /** Where the job queue connects; undefined where the operator gave no address for it. */
  readonly jobsAddress: Address | undefined;
  /** False where the operator gave no address for the owner of the tables. */
  readonly mayMigrate: boolean;
  /** Called with the tenant when a transaction that told something (outbox.ts) is committed. Must not throw. */
  readonly hearers: Set<(tenantId: string) => void>;
  /** A connection of its own for one lane, under the application's role. */
  connectLane(): Promise<pg.Client>;
  /** For migrations. */
  connectOwner(): Promise<pg.Client>;
  close(): Promise<void>;
};

export type Addresses = {
  readonly app: Address;
  readonly maintenance: Address;
  readonly owner: Address | undefined;
  readonly jobs: Address | undefined;
};

/** Pools over addresses; `stop` is called once they are closed. */
export function databaseAt(addresses: Addresses, stop: () => Promise<void> = async () => {}): Database {
  const app = appPool(addresses.app);
  const maintenance = maintenancePool(addresses.maintenance);
  let closing: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([app.end(), maintenance.end()]);
    await stop();
  };
  return {
    app,
    maintenance,
    jobsAddress: addresses.jobs,
    mayMigrate: addresses.owner !== undefined,
    hearers: new Set(),
    connectLane: () => connectLane(addresses.app),
    connectOwner: async () => {
      if (addresses.owner !== undefined) return connect(addresses.owner, "fedele migrations");
      throw new Refusal("unavailable", "To migrate this database set DATABASE_OWNER_URL to the address of its owner.");
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}
