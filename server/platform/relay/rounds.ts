// One round of the relay: for each tenant that has something to be told, under that tenant's lease.
import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import { logRows } from "../events/log.ts";
import { bucketWithin } from "../ids.ts";
import type { Log } from "../log.ts";
import {
  type Courier,
  type Delivery,
  deliver,
  deliveriesOf,
  inOneTransaction,
  type Listener,
  leaseLost,
  tryAgain,
} from "./deliveries.ts";
import { endLeases, takeLease } from "./leases.ts";
import { deleteRows, findBusyTenants, type OutboxRow, ROWS_MAX, readLatestOutbox, readOutbox } from "./outboxRows.ts";
import { listWaiting } from "./processedEvents.ts";

/** What the relay must know of a tenant. */
export type RelayedTenant = Readonly<{ clockOffsetMs: number; bucketSpan: number }>;

export type RelayOptions = Readonly<{
  db: Database;
  clock: Clock;
  log: Log;
  listeners: readonly Listener[];
  tenantOf(tenantId: string): Promise<RelayedTenant>;
  /** Events of the tenant have got their positions: whoever follows them may look. */
  onLogged?(tenantId: string): void;
}>;

/** A poll looks at everything of everybody; any other round at the latest rows of those who were nudged. */
export type Round = Readonly<{ isPoll: boolean }>;

export type Rounds = Readonly<{
  /** Resolves with how many rows are gone. A tenant whose turn fails keeps its rows; the others have theirs. */
  go(nudged: Iterable<string>, kind: Round): Promise<number>;
  close(): Promise<void>;
}>;

const LEASE_MS = 10_000;
const LEASE_NAME = "relay";
/** Rows that commit later than this after their id was made are found by the next poll. */
const LATE_MS = 5_000;
/** More buckets than this are not asked for one by one. */
const BUCKETS_MAX = 64;
const WAITING_MAX = 1_000;
const TENANTS_CACHED_MAX = 10_000;

export function createRounds(options: RelayOptions): Rounds {
  const { db, clock, log } = options;
  const holder = randomUUID();
  const leases = new Map<string, { token: number; untilMs: number }>();
  const tenants = new Map<string, RelayedTenant>();
  let client: pg.Client | undefined;

  /** Kept in memory until half of it is over. */
  const leaseOf = async (tenantId: string, nowMs: number): Promise<number | null> => {
    const known = leases.get(tenantId);
    if (known !== undefined && known.untilMs - nowMs > LEASE_MS / 2) return known.token;
    const untilMs = nowMs + LEASE_MS;
    const token = await takeLease(db, { tenantId, name: LEASE_NAME, holder }, { nowMs, untilMs });
    if (token === null) leases.delete(tenantId);
    else leases.set(tenantId, { token, untilMs });
    return token;
  };

  const tenantFor: Turn["tenantFor"] = async (tenantId, need) => {
    const known = tenants.get(tenantId);
    if (known !== undefined && need === "any") return known;
    if (tenants.size >= TENANTS_CACHED_MAX) tenants.clear();
    const tenant = await options.tenantOf(tenantId);
    tenants.set(tenantId, tenant);
    return tenant;
  };

  const courierFor = async (tenantId: string, tenant: RelayedTenant): Promise<Courier | null> => {
    const nowMs = clock.now();
    const token = await leaseOf(tenantId, nowMs);
    if (token === null) return null;
    client ??= await db.connectLane();
    const lease = { name: LEASE_NAME, token };
    return { client, log, tenantId, nowMs, tenantNowMs: nowMs + tenant.clockOffsetMs, lease };
  };

  const interrupted = async (tenantId: string, error: unknown): Promise<number> => {
    leases.delete(tenantId);
    if (error === leaseLost) return 0;
    log.warn({ error, tenantId }, "the relay was interrupted; it goes on with the next round");
    const lost = client;
    client = undefined;
    await lost?.end().catch(() => undefined);
    return 0;
  };

  return {
    go: async (nudged, kind) => {
      const busy = new Set(nudged);
      if (kind.isPoll) for (const tenantId of await findBusyTenants(db, clock.now())) busy.add(tenantId);
      let gone = 0;
      for (const tenantId of busy) {
        const step = turn(options, { tenantId, kind, courierFor, tenantFor });
        gone += await step.catch((error) => interrupted(tenantId, error));
      }
      return gone;
    },
    close: async () => {
      await client?.end().catch(() => undefined);
      if (leases.size > 0) await endLeases(db, holder, clock.now()).catch(() => undefined);
    },
  };
}

type Turn = Readonly<{
  tenantId: string;
  kind: Round;
  courierFor(tenantId: string, tenant: RelayedTenant): Promise<Courier | null>;
  /** From memory where that is good enough: nine of ten rounds find nothing that anybody hears. */
  tenantFor(tenantId: string, need: "any" | "fresh"): Promise<RelayedTenant>;
}>;

async function turn(options: RelayOptions, { tenantId, kind, courierFor, tenantFor }: Turn): Promise<number> {
  let gone = 0;
  for (;;) {
    const tenant = await tenantFor(tenantId, kind.isPoll ? "fresh" : "any");
    const courier = await courierFor(tenantId, tenant);
    if (courier === null) return gone;
    const rows = await rowsFor(options, courier, tenant, kind);
    if (rows.length > 0) await log(options, courier, rows);
    const deliveries = await awake(tenantId, deliveriesOf(rows, options.listeners));
    const booking = deliveries.length === 0 ? courier : await courierFor(tenantId, await tenantFor(tenantId, "fresh"));
    if (booking === null) return gone;
    for (const delivery of deliveries) await deliver(booking, delivery);
    if (rows.length > 0) await deleteRows(options.db, tenantId, rows);
    gone += rows.length;
    if (rows.length === ROWS_MAX) continue;
    if (kind.isPoll) await tryWaiting(options, booking);
    return gone;
  }
}

/** Without those whom nobody hears at this moment. */
async function awake(tenantId: string, deliveries: readonly Delivery[]): Promise<readonly Delivery[]> {
  const sleepers = new Set<Listener>();
  for (const listener of new Set(deliveries.map((delivery) => delivery.listener))) {
    if ((await listener.isAwake?.(tenantId)) === false) sleepers.add(listener);
  }
  return sleepers.size === 0 ? deliveries : deliveries.filter(({ listener }) => !sleepers.has(listener));
}

/** Before the listeners: what leaves does not wait for what is done inside. */
async function log({ onLogged }: RelayOptions, courier: Courier, rows: readonly OutboxRow[]): Promise<void> {
  const logged = await inOneTransaction(courier, (ctx) => logRows(ctx, rows, courier.nowMs));
  if (logged > 0) onLogged?.(courier.tenantId);
}

function rowsFor(
  { db }: RelayOptions,
  { tenantId, tenantNowMs }: Courier,
  { bucketSpan }: RelayedTenant,
  { isPoll }: Round,
): Promise<OutboxRow[]> {
  if (isPoll || bucketSpan > BUCKETS_MAX) return readOutbox(db, tenantId);
  const buckets = Array.from({ length: bucketSpan }, (_, step) => bucketWithin(tenantId, bucketSpan, step));
  return readLatestOutbox(db, tenantId, { buckets, sinceMs: tenantNowMs - LATE_MS });
}

/** What failed before and is due, in order; a member's later events wait for the earlier ones. */
async function tryWaiting({ db, listeners }: RelayOptions, courier: Courier): Promise<void> {
  const stuck = new Set<string>();
  for (const waiting of await listWaiting(db, courier.tenantId, WAITING_MAX)) {
    const subject = `${waiting.listener} ${waiting.event.memberId}`;
    const listener = listeners.find(({ name }) => name === waiting.listener);
    const mayGo = listener !== undefined && waiting.dueAt <= courier.nowMs && !stuck.has(subject);
    if (!mayGo || !(await tryAgain(courier, listener, waiting))) stuck.add(subject);
  }
}
