// What happens by the clock: heartbeats that call plain functions. Anything that waits for a tenant's own time is a row
// with `due_at` which such a function sweeps; the queue itself knows no tenant.
import { PgBoss } from "pg-boss";
import type { Database } from "./database/database.ts";

/** The queue's own schema; roles.sql makes it. */
const SCHEMA = "jobs";
const CONNECTIONS_MAX = 2;
/** A heartbeat starts within this many seconds of its minute. */
const POLLING_SECONDS = 5;
const STOP_TIMEOUT_MS = 10_000;
const KEEP_SECONDS = 24 * 60 * 60;

export type Heartbeat = {
  readonly name: string;
  /** Minute, hour, day of month, month, day of week, in UTC. */
  readonly cron: string;
  /** After so long it counts as failed. Default: the queue's own quarter of an hour. */
  readonly timeoutSeconds?: number;
  /** Called at least once per beat by one process of all; may be called again after a crash. */
  readonly run: () => Promise<void>;
};

export type Jobs = { stop(): Promise<void> };

/** Starts the queue and its heartbeats; a heartbeat that is still under way is not started a second time. */
export async function startJobs(
  db: Database,
  heartbeats: readonly Heartbeat[],
  onError: (error: unknown) => void,
): Promise<Jobs> {
  const { jobsAddress } = db;
  if (jobsAddress === undefined) throw new Error("The job queue needs the setting DATABASE_JOBS_URL.");
  const boss = new PgBoss({
    ...jobsAddress,
    application_name: "fedele jobs",
    schema: SCHEMA,
    createSchema: false,
    max: CONNECTIONS_MAX,
  });
  boss.on("error", onError);
  await boss.start();
  for (const heartbeat of heartbeats) await startHeartbeat(boss, heartbeat, onError);
  await dropUnknownSchedules(boss, heartbeats);
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS }) };
}

async function startHeartbeat(boss: PgBoss, beat: Heartbeat, onError: (error: unknown) => void): Promise<void> {
  await boss.createQueue(beat.name, {
    policy: "short",
    retryLimit: 0,
    deleteAfterSeconds: KEEP_SECONDS,
    ...(beat.timeoutSeconds === undefined ? {} : { expireInSeconds: beat.timeoutSeconds }),
  });
  await boss.schedule(beat.name, beat.cron, null, { tz: "UTC" });
  await boss.work(beat.name, { pollingIntervalSeconds: POLLING_SECONDS }, async () => {
    try {
      await beat.run();
    } catch (error) {
      onError(error);
      throw error;
    }
  });
}

/** A heartbeat that this version no longer has would fill its queue for nobody. */
async function dropUnknownSchedules(boss: PgBoss, heartbeats: readonly Heartbeat[]): Promise<void> {
  const known = new Set(heartbeats.map(({ name }) => name));
  for (const { name } of await boss.getSchedules()) {
    if (!known.has(name)) await boss.unschedule(name);
  }
}
