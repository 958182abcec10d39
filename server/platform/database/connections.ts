// How we connect: one way for every role, embedded or not.
import pg from "pg";
import { valueTypes } from "./values.ts";

export const ROLES = ["fedele_owner", "fedele_app", "fedele_maintenance", "fedele_jobs"] as const;
export type Role = (typeof ROLES)[number];

const CONNECT_TIMEOUT_MS = 5_000;
/** A request that holds a statement longer than this is broken; maintenance and migrations may take their time. */
const APP_STATEMENT_TIMEOUT_MS = 30_000;
export const APP_CONNECTIONS_MAX = 10;
export const MAINTENANCE_CONNECTIONS_MAX = 4;

/** Where a role connects: an address as the operator writes it, or the embedded cluster's socket. */
export type Address = { readonly connectionString: string } | SocketAddress;

export type SocketAddress = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
};

/** Plans made once per connection and kept (0.5 instead of 1.1 ms in our longest statements); times come in UTC. */
const SESSION = "-c plan_cache_mode=force_generic_plan -c timezone=UTC -c datestyle=ISO";

/**
 * What a lane asks is found by keys. A plan is made when the tables are new and kept while they grow, so it must not be
 * the one for small tables, which reads them whole: after a minute of load that is 20 ms a batch instead of 0.5.
 */
const BY_KEYS = ["seqscan", "bitmapscan", "hashjoin", "mergejoin", "material"].map((way) => `-c enable_${way}=off`);

export function clientConfig(address: Address, applicationName: string, settings = SESSION): pg.ClientConfig {
  return {
    ...address,
    application_name: applicationName,
    options: settings,
    types: valueTypes,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    // Statements that do not wait for each other travel together.
    pipeline: true,
  };
}

export async function connect(address: Address, applicationName: string, settings = SESSION): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(address, applicationName, settings));
  // A connection lost between two statements is reported by the next one; unheard it would end the process.
  client.on("error", () => {});
  await client.connect();
  return client;
}

/** A connection of its own for a lane. */
export function connectLane(address: Address): Promise<pg.Client> {
  return connect(address, "fedele lane", [SESSION, ...BY_KEYS].join(" "));
}

export function appPool(address: Address): pg.Pool {
  return pool(
    { ...clientConfig(address, "fedele app"), statement_timeout: APP_STATEMENT_TIMEOUT_MS },
    APP_CONNECTIONS_MAX,
  );
}

export function maintenancePool(address: Address): pg.Pool {
  return pool(clientConfig(address, "fedele maintenance"), MAINTENANCE_CONNECTIONS_MAX);
}

function pool(config: pg.ClientConfig, max: number): pg.Pool {
  const made = new pg.Pool({ ...config, max });
  made.on("error", () => {});
  // The pool hears its idle connections only; one that is lost while lent would end the process.
  made.on("connect", (client) => client.on("error", () => {}));
  return made;
}
