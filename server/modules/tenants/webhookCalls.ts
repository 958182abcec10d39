// Calls to webhook endpoints, by the format of Standard Webhooks. What the log holds becomes rows, one for an event and
// an endpoint; rows that are due are called. At least once: whoever dies between the call and its mark leaves the row
// to be called again, under the same webhook-id. No order is promised: what fails must not hold up what follows.
import type { EventType } from "@fedele/sdk/schemas/event.ts";
import { WEBHOOK_TRIES_MAX } from "@fedele/sdk/schemas/webhook.ts";
import { Webhook } from "standardwebhooks";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database/database.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { lockCursors, moveCursors } from "../../platform/events/cursors.ts";
import { type Positioned, readLog } from "../../platform/events/log.ts";
import { publishedFrom } from "../../platform/events/published.ts";
import { bucketOf, newId, toTypeId } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import { emit } from "../../platform/outbox.ts";
import { type Outgoing, type Sent, TIMEOUT_MS } from "../../platform/outgoing.ts";
import type { Sealer } from "../../platform/sealing.ts";
import type { Endpoint, NewDelivery, Outcome } from "./store/webhooks.ts";
import * as store from "./store/webhooks.ts";
import { cursorOf, secretsOf } from "./webhookEndpoints.ts";

type Parts = Readonly<{ db: Database; clock: Clock; log: Log; sealer: Sealer; outgoing: Outgoing }>;

export type Webhooks = Readonly<{
  /** Events of the tenant have been logged. */
  nudge(tenantId: string): void;
  /** Everything that is due for everybody, once through; resolves with how many calls were made. */
  deliverAll(): Promise<number>;
  start(): void;
  stop(): Promise<void>;
}>;

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** How long after each failed try the next one follows: 45 hours in all. */
export const BACKOFF_MS: readonly number[] = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
];
/** Up to so much of a wait is added to it by chance, so that what failed together does not come back together. */
const JITTER = 0.2;
/** An endpoint that took no call for this long is not called any more. */
export const FAILING_DAYS_MAX = 5;
const DELIVERIES_KEPT_DAYS = 30;

/** Calls under way to one endpoint, and endpoints called by one process, at the same time. */
const CALLS_AT_ONCE = 8;
const ENDPOINTS_AT_ONCE = 64;
const CLAIM_MAX = 64;
/** What is taken in hand is nobody else's for this long; a call begins early enough to end within it. */
export const CLAIM_MS = 3 * TIMEOUT_MS;
const POLL_MS = 5_000;
/** What a receiver answers who will never want to be called again. */
const GONE = "410";

export function createWebhooks(parts: Parts): Webhooks {
  const { db, clock, log } = parts;
  const nudged = new Set<string>();
  const busy = new Map<string, Promise<number>>();
  const nap = createNap();
  let running: Promise<void> | undefined;
  let isStopped = false;

  /** One endpoint by one hand of this process; others are not held up by it. */
  const call = (due: store.Due): Promise<number> => {
    const key = `${due.tenantId} ${due.endpointId}`;
    const known = busy.get(key);
    if (known !== undefined) return known;
    if (busy.size >= ENDPOINTS_AT_ONCE) return Promise.resolve(0);
    const calling = callEndpoint(parts, due, () => isStopped)
      .catch((error) => {
        log.warn({ error, tenantId: due.tenantId }, "webhooks could not be sent; they are tried again");
        return 0;
      })
      .finally(() => busy.delete(key));
    busy.set(key, calling);
    return calling;
  };

  /** Starts what is to do; `calls` ends when the calls have. */
  const look = async (tenants: Iterable<string>): Promise<{ calls: Promise<number>[] }> => {
    for (const tenantId of tenants) await handOut(parts, tenantId);
    return { calls: (await store.findDue(db, clock.now())).map(call) };
  };

  const run = async (): Promise<void> => {
    let polledAt = Number.NEGATIVE_INFINITY;
    while (!isStopped) {
      const isPoll = performance.now() - polledAt >= POLL_MS;
      if (isPoll) polledAt = performance.now();
      const tenants = [...nudged];
      nudged.clear();
      const looking = isPoll ? store.findCalledTenants(db).then(look) : look(tenants);
      await looking.catch((error) => log.warn({ error }, "webhooks could not look for work"));
      if (nudged.size === 0 && !isStopped) await nap.sleep(POLL_MS);
    }
  };

  return {
    nudge: (tenantId) => {
      nudged.add(tenantId);
      nap.wake();
    },
    deliverAll: async () => {
      const { calls } = await look(await store.findCalledTenants(db));
      return (await Promise.all(calls)).reduce((sum, count) => sum + count, 0);
    },
    start: () => {
      running ??= run();
    },
    stop: async () => {
      isStopped = true;
      nap.wake();
      await running;
      await Promise.all(busy.values());
    },
  };
}

/** A sleep that ends with the time or when somebody wakes the sleeper. */
function createNap() {
  let end: (() => void) | undefined;
  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => end?.(), ms);
      end = (): void => {
        clearTimeout(timer);
        end = undefined;
        resolve();
      };
    });
  return { sleep, wake: (): void => end?.() };
}

/** Makes rows of what the log holds behind the cursors of a tenant's endpoints; each event once for each of them. */
async function handOut({ db, clock }: Parts, tenantId: string): Promise<void> {
  const who = { tenantId, now: clock.now(), actor: "system" };
  while (await inTransaction(db, who, (ctx) => handOutPage(ctx, clock.now())));
}

/** True while there may be more. */
async function handOutPage(ctx: Ctx, nowMs: number): Promise<boolean> {
  const endpoints = (await store.listEndpoints(ctx, { before: null, limit: 1_000 })).filter(isEnabled);
  if (endpoints.length === 0) return false;
  const names = endpoints.map(({ id }) => cursorOf(id));
  const cursors = await lockCursors(ctx, names);
  const read = await readLog(ctx, Math.min(...cursors.values()));
  const last = read.at(-1);
  if (last === undefined) return false;
  for (const { id, eventTypes } of endpoints) {
    const from = cursors.get(cursorOf(id)) ?? last.position;
    const news = read.filter(({ position, event }) => {
      return position > from && (eventTypes.length === 0 || eventTypes.includes(event.type));
    });
    if (news.length > 0) await store.insertDeliveries(ctx, id, deliveriesOf(ctx.tenantId, news), nowMs);
  }
  await moveCursors(ctx, names, last.position);
  return true;
}

function isEnabled({ status }: Endpoint): boolean {
  return status === "enabled";
}

/** Written once: a call that is made again has the same bytes. */
function deliveriesOf(tenantId: string, news: readonly Positioned[]): NewDelivery[] {
  return news.flatMap(({ position, event }) => {
    const published = publishedFrom(tenantId, position, event);
    if (published === null) return [];
    const type: EventType = published.type;
    return [{ eventId: event.id, type, body: JSON.stringify(published) }];
  });
}

/** Calls one endpoint until nothing is due for it; says how often. */
async function callEndpoint(parts: Parts, due: store.Due, isStopped: () => boolean): Promise<number> {
  const { db, clock, sealer } = parts;
  let calls = 0;
  while (!isStopped()) {
    const nowMs = clock.now();
    const who = { tenantId: due.tenantId, now: nowMs, actor: "system" };
    const taken = await inTransaction(db, who, async (ctx) => {
      const endpoint = await store.findEndpoint(ctx, due.endpointId);
      if (endpoint === undefined || !isEnabled(endpoint)) return null;
      const { own } = await sealer.keysOf(ctx);
      const claim = { nowMs, untilMs: nowMs + CLAIM_MS, limit: CLAIM_MAX };
      const claimed = await store.claimDue(ctx, due.endpointId, claim);
      return { endpoint, claimed, secrets: secretsOf(endpoint, own, nowMs) };
    });
    if (taken === null || taken.claimed.length === 0) return calls;
    const outcomes = await callAll(parts, taken);
    calls += outcomes.length;
    await inTransaction(db, who, (ctx) => saveAll(ctx, parts, due.endpointId, outcomes));
  }
  return calls;
}

type Taken = Readonly<{ endpoint: Endpoint; claimed: readonly store.Claimed[]; secrets: readonly string[] }>;

/** A few at a time. What there was no time for is given back as it was. */
async function callAll({ clock, outgoing }: Parts, { endpoint, claimed, secrets }: Taken): Promise<Outcome[]> {
  const signers = secrets.map((secret) => new Webhook(secret));
  const lastStart = performance.now() + CLAIM_MS - 2 * TIMEOUT_MS;
  const left = [...claimed];
  const outcomes: Outcome[] = [];
  const oneAfterTheOther = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      if (performance.now() > lastStart) {
        outcomes.push(givenBack(next, clock.now()));
        continue;
      }
      const sent = await outgoing.post(endpoint.url, messageOf(next, signers, clock.now()));
      outcomes.push(outcomeOf(next, sent, clock.now()));
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, oneAfterTheOther));
  return outcomes;
}

function messageOf({ eventId, body }: store.Claimed, signers: readonly Webhook[], nowMs: number) {
  const id = toTypeId("evt", eventId);
  const at = new Date(nowMs);
  const headers = {
    "content-type": "application/json",
    "user-agent": "Fedele",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(nowMs / SECOND_MS)),
    "webhook-signature": signers.map((signer) => signer.sign(id, at, body)).join(" "),
  };
  return { headers, body };
}

const nothing = { replyStatus: null, failure: null, tookMs: null, attemptedAt: null };

function givenBack({ eventId, attempts }: store.Claimed, nowMs: number): Outcome {
  return { ...nothing, eventId, attempts: attempts - 1, status: "pending", dueAt: nowMs };
}

function outcomeOf({ eventId, attempts }: store.Claimed, { status, failure, tookMs }: Sent, nowMs: number): Outcome {
  const told = { eventId, attempts, replyStatus: status, failure, tookMs, attemptedAt: nowMs };
  if (failure === null) return { ...told, status: "delivered", dueAt: null };
  const wait = attempts < WEBHOOK_TRIES_MAX ? BACKOFF_MS[attempts - 1] : undefined;
  if (wait === undefined) return { ...told, status: "failed", dueAt: null };
  return { ...told, status: "pending", dueAt: nowMs + Math.round(wait * (1 + JITTER * Math.random())) };
}

/** The rows, and what they say of their endpoint: taken again, failing, failing for too long, or gone. */
async function saveAll(ctx: Ctx, { log }: Parts, endpointId: string, outcomes: readonly Outcome[]): Promise<void> {
  await store.saveOutcomes(ctx, endpointId, outcomes);
  const endpoint = await store.findEndpoint(ctx, endpointId);
  const tried = outcomes.filter(({ attemptedAt }) => attemptedAt !== null);
  if (endpoint === undefined || tried.length === 0 || !isEnabled(endpoint)) return;
  const after = { ...endpoint, ...standingAfter(endpoint, tried, ctx.now) };
  if (after.failingSince === endpoint.failingSince && after.status === endpoint.status) return;
  await store.saveEndpoint(ctx, after);
  if (isEnabled(after)) return;
  await store.dropPending(ctx, endpointId);
  const facts = { tenantId: ctx.tenantId, endpoint: toTypeId("whe", endpointId), reason: after.disabledReason };
  log.warn(facts, "a webhook endpoint is not called any more");
  // It is about no member: it goes by the tenant's own id.
  const about = { bucket: bucketOf(ctx.tenantId), memberId: ctx.tenantId, at: ctx.now };
  const data = { endpointId, because: after.disabledReason };
  await emit(ctx, [{ id: newId(ctx.now, about.bucket), type: "webhook_endpoint.disabled", ...about, data }]);
}

function standingAfter(
  { failingSince }: Endpoint,
  tried: readonly Outcome[],
  nowMs: number,
): Pick<Endpoint, "status" | "disabledReason" | "failingSince"> {
  if (tried.some(({ failure }) => failure === null)) {
    return { status: "enabled", disabledReason: null, failingSince: null };
  }
  const since = failingSince ?? nowMs;
  if (tried.some(({ replyStatus }) => String(replyStatus) === GONE)) {
    return { status: "disabled", disabledReason: "gone", failingSince: since };
  }
  if (nowMs - since >= FAILING_DAYS_MAX * DAY_MS) {
    return { status: "disabled", disabledReason: "failing", failingSince: since };
  }
  return { status: "enabled", disabledReason: null, failingSince: since };
}

export function sweepDeliveries(db: Database, nowMs: number): Promise<number> {
  return store.sweepDeliveries(db, nowMs - DELIVERIES_KEPT_DAYS * DAY_MS);
}
