// The embedded cluster's settings, written anew at each start.
import { totalmem } from "node:os";

const MB = 1024 * 1024;

/** A quarter of the memory up to 1 GB: beyond that the operating system's own cache serves as well. */
function sharedBuffersMb(memory: number): number {
  return Math.max(64, Math.min(1024, Math.floor(memory / MB / 4)));
}

export type ServerSettings = Readonly<Record<string, string | number>>;

/** The machine's memory, or what a container may have of it. */
function memoryBytes(): number {
  const allowance = process.constrainedMemory();
  return allowance > 0 ? Math.min(allowance, totalmem()) : totalmem();
}

export function clusterSettings(socketFolder: string): ServerSettings {
  const memory = memoryBytes();
  return {
    cluster_name: "fedele",
    listen_addresses: "",
    unix_socket_directories: socketFolder,
    unix_socket_permissions: "0700",
    max_connections: 200,
    password_encryption: "scram-sha-256",

    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",

    shared_buffers: `${sharedBuffersMb(memory)}MB`,
    effective_cache_size: `${Math.max(128, Math.floor((memory / MB) * 0.6))}MB`,
    work_mem: "16MB",
    maintenance_work_mem: "128MB",
    // One process a connection is enough here: readers of whole tables are few and the machine may be small.
    io_method: "sync",
    jit: "off",
    random_page_cost: 1.1,

    // Random keys touch most pages between two checkpoints, and each first touch writes the whole page: seldom, then.
    max_wal_size: "4GB",
    min_wal_size: "256MB",
    checkpoint_timeout: "15min",
    checkpoint_completion_target: 0.9,
    // The build knows pglz alone, which halves the log (5.1 to 2.8 kB an activity with random keys after a checkpoint)
    // but more than doubles our backends' CPU (57 to 130 µs; 2 cores, November 2026). Disks are cheaper.
    wal_compression: "off",
    wal_buffers: "16MB",

    // Wallets and facts change all day: small bites often, rather than a fifth of a table at once.
    autovacuum_naptime: "15s",
    autovacuum_vacuum_scale_factor: 0.05,
    autovacuum_vacuum_insert_scale_factor: 0.1,
    autovacuum_analyze_scale_factor: 0.05,
    autovacuum_vacuum_cost_limit: 1000,

    idle_in_transaction_session_timeout: "60s",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    log_line_prefix: "%m [%p] %q%u ",
    log_checkpoints: "off",
  };
}

/** As lines of postgresql.conf. */
export function settingsText(settings: ServerSettings): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`);
  return `# Written by Fedele at each start; changes made here are lost.\n${lines.join("\n")}\n`;
}
