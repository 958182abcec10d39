// Bringing events to listeners: the mark that an event was heard and the effect of hearing it are one transaction, in
// one bucket. A lost commit is tried again and finds the mark; a listener that fails keeps its own event waiting and
// nobody else's.
import type pg from "pg";
import { mayRetry } from "../database/failures.ts";
import { type Ctx, onConnection } from "../database/transaction.ts";
import type { LaneCtx } from "../lanes.ts";
import { describeError, type Log } from "../log.ts";
import type { OutboxEvent } from "../outbox.ts";
import { isHeld } from "./leases.ts";
import { eventsOf, type OutboxRow } from "./outboxRows.ts";
import {
  claimEvents,
  claimWaiting,
  countFailure,
  findWaitingMembers,
  keepFailed,
  type Place,
  putOff,
  type Unfinished,
} from "./processedEvents.ts";

/** Hears events of some types, at least once by trying and exactly once by its marks. */
export type Listener = Readonly<{
  name: string;
  hears: readonly string[];
  /**
   * Whether anything of the tenant's would be heard at this moment; absent: always. Who sleeps leaves no marks, which
   * are a row an event: it costs one question a round instead.
   */
  isAwake?(tenantId: string): Promise<boolean>;
  /**
   * Where the effect lives, if not with the member that the event is about. Nothing in another bucket may be written.
   */
  bucketOf?(event: OutboxEvent): number;
  /** In the order in which they happened to each member; within the transaction that marks them. */
  handle(ctx: LaneCtx, events: readonly OutboxEvent[]): Promise<void>;
}>;

export type Delivery = Readonly<{ listener: Listener; bucket: number; events: readonly OutboxEvent[] }>;

/** What a delivery is made with: the connection, and whose lease it runs under. `nowMs` is the process's own time. */
export type Courier = Readonly<{
  client: pg.Client;
  log: Log;
  tenantId: string;
  /** The tenant's time, which listeners book by. */
  tenantNowMs: number;
  nowMs: number;
  lease: Readonly<{ name: string; token: number }>;
}>;

/** Listeners' postings are a lane of their own, so that they wait for nobody's slots. */
export const RELAY_LANE = 64;
const EVENTS_MAX = 512;

/** The lease was taken over: whatever this process still wants to do is somebody else's now. */
export const leaseLost = new Error("the lease was taken over");

/** The rows' events by listener and bucket, in order. */
export function deliveriesOf(rows: readonly OutboxRow[], listeners: readonly Listener[]): Delivery[] {
  const groups = new Map<string, { listener: Listener; bucket: number; events: OutboxEvent[] }>();
  const types = [...new Set(listeners.flatMap(({ hears }) => hears))];
  for (const event of eventsOf(rows, types)) {
    for (const listener of listeners) {
      if (!listener.hears.includes(event.type)) continue;
      const bucket = listener.bucketOf?.(event) ?? event.bucket;
      const group = groups.get(`${listener.name}/${bucket}`);
      if (group === undefined) groups.set(`${listener.name}/${bucket}`, { listener, bucket, events: [event] });
      else group.events.push(event);
    }
  }
  return [...groups.values()].flatMap(({ events, ...place }) => {
    const parts = Array.from({ length: Math.ceil(events.length / EVENTS_MAX) }, (_, part) => part * EVENTS_MAX);
    return parts.map((start) => ({ ...place, events: events.slice(start, start + EVENTS_MAX) }));
  });
}

/** Delivers; halves what fails until the event that fails stands alone. Throws only what is the database's fault. */
export async function deliver(courier: Courier, delivery: Delivery): Promise<void> {
  try {
    await inOneTransaction(courier, (ctx) => hear(ctx, courier, delivery));
  } catch (error) {
    if (error === leaseLost || mayRetry(error)) throw error;
    const { events } = delivery;
    const [first] = events;
    if (first !== undefined && events.length === 1) return putAside(courier, delivery, first, error);
    const half = Math.ceil(events.length / 2);
    await deliver(courier, { ...delivery, events: events.slice(0, half) });
    await deliver(courier, { ...delivery, events: events.slice(half) });
  }
}

async function hear(ctx: LaneCtx, courier: Courier, { listener, bucket, events }: Delivery): Promise<void> {
  const place = { listener: listener.name, bucket };
  const [fresh, waiting] = await Promise.all([
    claimEvents(ctx, place, events, courier.nowMs),
    findWaitingMembers(ctx, place),
  ]);
  const isBehind = ({ memberId }: OutboxEvent): boolean => waiting.has(memberId);
  const news = events.filter(({ id }) => fresh.has(id));
  const later = news.filter(isBehind);
  const now = news.filter((event) => !isBehind(event));
  if (later.length > 0) await putOff(ctx, place, later, courier.nowMs);
  if (now.length > 0) await listener.handle(ctx, now);
}

async function putAside(courier: Courier, delivery: Delivery, event: OutboxEvent, error: unknown): Promise<void> {
  const place = { listener: delivery.listener.name, bucket: delivery.bucket };
  tell(courier, place, event, { error, attempts: 1, isDead: false });
  await inOneTransaction(courier, (ctx) =>
    keepFailed(ctx, place, { event, error: wordsOf(error), nowMs: courier.nowMs }),
  );
}

/** Tries a waiting event again. False when it failed once more. */
export async function tryAgain(courier: Courier, listener: Listener, waiting: Unfinished): Promise<boolean> {
  const { event, attempts } = waiting;
  try {
    await inOneTransaction(courier, async (ctx) => {
      if (await claimWaiting(ctx, waiting, event.id)) await listener.handle(ctx, [event]);
    });
    return true;
  } catch (error) {
    if (error === leaseLost || mayRetry(error)) throw error;
    const failed = { eventId: event.id, attempts, error: wordsOf(error), nowMs: courier.nowMs };
    const { isDead } = await inOneTransaction(courier, (ctx) => countFailure(ctx, waiting, failed));
    tell(courier, waiting, event, { error, attempts: attempts + 1, isDead });
    // What is dead holds nobody up any more.
    return isDead;
  }
}

/** The lease is asked for in the same flight as the first statements: a process that slept writes nothing. */
export function inOneTransaction<T>(courier: Courier, work: (ctx: LaneCtx) => Promise<T>): Promise<T> {
  const who = { tenantId: courier.tenantId, now: courier.tenantNowMs, actor: "system" };
  return onConnection(courier.client, who, async (ctx: Ctx) => {
    const { name, token } = courier.lease;
    const [held, result] = await Promise.all([isHeld(ctx, name, token), work({ ...ctx, lane: RELAY_LANE })]);
    if (!held) throw leaseLost;
    return result;
  });
}

/** What of an error may be kept with an event: no value that a database or a parser repeats. */
function wordsOf(error: unknown): string {
  const { type = "Error", message } = describeError(error);
  return `${type}: ${message}`.slice(0, 500);
}

function tell(
  { log, tenantId }: Courier,
  { listener }: Place,
  { id, type }: OutboxEvent,
  failure: { error: unknown; attempts: number; isDead: boolean },
): void {
  const facts = { tenantId, listener, event: id, type, attempts: failure.attempts, error: failure.error };
  if (failure.isDead) log.error(facts, "a listener has failed for the last time; its event is a dead letter");
  else log.warn(facts, "a listener has failed; its event will be tried again");
}
