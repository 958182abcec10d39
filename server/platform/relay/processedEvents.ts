// The marks of what listeners have heard. A row without its event says done; with it the event waits for another try,
// or is dead: given up after TRIES_MAX until somebody asks for it again.
import type { Database } from "../database/database.ts";
import type { Ctx } from "../database/transaction.ts";
import type { OutboxEvent } from "../outbox.ts";

export const TRIES_MAX = 10;
/** How long the marks of what was done are kept. Nothing stays in the outbox as long. */
export const MARKS_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;
const BACKOFF_MAX_MS = 5 * 60_000;

/** A listener and the bucket of its effect: what a mark belongs to. */
export type Place = Readonly<{ listener: string; bucket: number }>;

export type Unfinished = Place & Readonly<{ event: OutboxEvent; attempts: number; dueAt: number }>;

export type DeadLetter = Place & Readonly<{ event: OutboxEvent; attempts: number; error: string; since: number }>;

/** 1, 2, 4 … seconds, at most five minutes. */
export function backoffMs(attempts: number): number {
  return Math.min(1000 * 2 ** (attempts - 1), BACKOFF_MAX_MS);
}

/** The events that were new to the listener, now marked. The row is the lock. */
export async function claimEvents(
  ctx: Ctx,
  { listener, bucket }: Place,
  events: readonly OutboxEvent[],
  nowMs: number,
): Promise<Set<string>> {
  const rows = await ctx.query<{ event_id: string }>(
    `insert into processed_events (bucket, tenant_id, listener, event_id, created_at)
     select $2, $1, $3, new.event_id, $4 from unnest($5::uuid[]) as new (event_id)
     on conflict do nothing returning event_id`,
    [ctx.tenantId, bucket, listener, iso(nowMs), events.map(({ id }) => id).sort()],
  );
  return new Set(rows.map((row) => row.event_id));
}

/** Members of whom an earlier event still waits: what came later waits behind it. */
export async function findWaitingMembers(ctx: Ctx, { listener, bucket }: Place): Promise<Set<string>> {
  const rows = await ctx.query<{ member_id: string }>(
    `select distinct event ->> 'memberId' as member_id from processed_events
     where bucket = $2 and tenant_id = $1 and listener = $3 and event is not null and not dead`,
    [ctx.tenantId, bucket, listener],
  );
  return new Set(rows.map((row) => row.member_id));
}

/** Events claimed in this transaction that must wait behind an earlier one of their member. */
export async function putOff(
  ctx: Ctx,
  { listener, bucket }: Place,
  events: readonly OutboxEvent[],
  nowMs: number,
): Promise<void> {
  await ctx.query(
    `update processed_events p set attempts = 0, event = n.event, due_at = $4
     from unnest($5::uuid[], $6::json[]) as n (event_id, event)
     where p.bucket = $2 and p.tenant_id = $1 and p.listener = $3 and p.event_id = n.event_id`,
    [
      ctx.tenantId,
      bucket,
      listener,
      iso(nowMs),
      events.map(({ id }) => id),
      events.map((event) => JSON.stringify(event)),
    ],
  );
}

/** The first try of an event has failed and was rolled back. */
export async function keepFailed(
  ctx: Ctx,
  { listener, bucket }: Place,
  failed: { event: OutboxEvent; error: string; nowMs: number },
): Promise<void> {
  await ctx.query(
    `insert into processed_events (bucket, tenant_id, listener, event_id, attempts, event, error, due_at, created_at)
     values ($2, $1, $3, $4, 1, $5, $6, $7, $8)
     on conflict do nothing`,
    [
      ctx.tenantId,
      bucket,
      listener,
      failed.event.id,
      JSON.stringify(failed.event),
      failed.error,
      iso(failed.nowMs + backoffMs(1)),
      iso(failed.nowMs),
    ],
  );
}

/** Marks a waiting event as done, in the transaction of its effect. False when somebody else did. */
export async function claimWaiting(ctx: Ctx, { listener, bucket }: Place, eventId: string): Promise<boolean> {
  const rows = await ctx.query(
    `update processed_events set attempts = attempts + 1, event = null, error = null, due_at = null
     where bucket = $2 and tenant_id = $1 and listener = $3 and event_id = $4 and event is not null and not dead
     returning event_id`,
    [ctx.tenantId, bucket, listener, eventId],
  );
  return rows.length === 1;
}

/** One more try has failed; after the last one the event is dead. */
export async function countFailure(
  ctx: Ctx,
  { listener, bucket }: Place,
  failed: { eventId: string; attempts: number; error: string; nowMs: number },
): Promise<{ isDead: boolean }> {
  const attempts = failed.attempts + 1;
  const isDead = attempts >= TRIES_MAX;
  await ctx.query(
    `update processed_events set attempts = $5, error = $6, dead = $7, due_at = $8
     where bucket = $2 and tenant_id = $1 and listener = $3 and event_id = $4 and event is not null`,
    [
      ctx.tenantId,
      bucket,
      listener,
      failed.eventId,
      attempts,
      failed.error,
      isDead,
      isDead ? null : iso(failed.nowMs + backoffMs(attempts)),
    ],
  );
  return { isDead };
}

type UnfinishedRow = { bucket: number; listener: string; event: OutboxEvent; attempts: number; due_at: number };

/** What waits for a tenant's listeners, in the order in which it came. */
export async function listWaiting(db: Database, tenantId: string, limit: number): Promise<Unfinished[]> {
  const { rows } = await db.maintenance.query<UnfinishedRow>(
    `/* scatter: what waits is rare and may wait anywhere */
     select bucket, listener, event, attempts, due_at from processed_events
     where tenant_id = $1 and event is not null and not dead order by created_at, event_id limit $2`,
    [tenantId, limit],
  );
  return rows.map(({ due_at, ...row }) => ({ ...row, dueAt: due_at }));
}

type DeadRow = {
  bucket: number;
  listener: string;
  event: OutboxEvent;
  attempts: number;
  error: string;
  created_at: number;
};

/** Where a page of dead letters goes on. */
export type LetterPlace = Readonly<{ since: number; eventId: string; listener: string }>;

/** Events that a listener failed on TRIES_MAX times, oldest first. */
export async function listDeadLetters(
  ctx: Ctx,
  limit: number,
  after: LetterPlace | null = null,
): Promise<DeadLetter[]> {
  const rows = await ctx.query<DeadRow>(
    `/* scatter: what is dead is rare and may lie anywhere */
     select bucket, listener, event, attempts, error, created_at from processed_events
     where tenant_id = $1 and event is not null and dead
       and ($3::timestamptz is null or (created_at, event_id, listener) > ($3, $4::uuid, $5::text collate "C"))
     order by created_at, event_id, listener limit $2`,
    [ctx.tenantId, limit, after === null ? null : iso(after.since), after?.eventId ?? null, after?.listener ?? null],
  );
  return rows.map(({ created_at, ...row }) => ({ ...row, since: created_at }));
}

/** Lets what was given up be tried again: the oldest first, at most so many. Returns how many it was. */
export async function retryDeadLetters(ctx: Ctx, limit: number, nowMs: number): Promise<number> {
  const letters = await listDeadLetters(ctx, limit);
  return retryAll(
    ctx,
    letters.map(({ listener, bucket, event }) => ({ listener, bucket, eventId: event.id })),
    nowMs,
  );
}

/** The same for one event, whoever gave it up; one that nobody gave up is left as it is. */
export async function retryEvent(ctx: Ctx, eventId: string, nowMs: number): Promise<void> {
  const places = await ctx.query<Place>(
    `/* scatter: what is dead is rare and may lie anywhere */
     select listener, bucket from processed_events
     where tenant_id = $1 and event_id = $2 and event is not null and dead`,
    [ctx.tenantId, eventId],
  );
  await retryAll(
    ctx,
    places.map((place) => ({ ...place, eventId })),
    nowMs,
  );
}

async function retryAll(ctx: Ctx, letters: readonly (Place & { eventId: string })[], nowMs: number): Promise<number> {
  const retried = await Promise.all(letters.map((letter) => retryDeadLetter(ctx, letter, nowMs)));
  return retried.filter((isAlive) => isAlive).length;
}

/** Gives a dead event TRIES_MAX more tries, from `nowMs` on. False when it is not dead any more. */
export async function retryDeadLetter(ctx: Ctx, letter: Place & { eventId: string }, nowMs: number): Promise<boolean> {
  const rows = await ctx.query(
    `update processed_events set dead = false, attempts = 0, due_at = $5
     where bucket = $2 and tenant_id = $1 and listener = $3 and event_id = $4 and event is not null and dead
     returning event_id`,
    [ctx.tenantId, letter.bucket, letter.listener, letter.eventId, iso(nowMs)],
  );
  return rows.length === 1;
}

export type Waiting = Readonly<{ waiting: number; dead: number; oldestAt: number | null }>;

/** What listeners have failed on and not done yet. */
export async function countUnfinished(ctx: Ctx): Promise<Waiting> {
  const [row] = await ctx.query<{ waiting: number; dead: number; oldest_at: number | null }>(
    `/* scatter: what waits is rare and may wait anywhere */
     select count(*) filter (where not dead) as waiting, count(*) filter (where dead) as dead,
       min(created_at) filter (where not dead) as oldest_at
     from processed_events where tenant_id = $1 and event is not null`,
    [ctx.tenantId],
  );
  return { waiting: row?.waiting ?? 0, dead: row?.dead ?? 0, oldestAt: row?.oldest_at ?? null };
}

/** Deletes the marks of what was done long ago; what waits or is dead stays. Returns how many. */
export async function sweepMarks(db: Database, nowMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: a daily sweep */ delete from processed_events where event is null and created_at < $1",
    [iso(nowMs - MARKS_KEPT_DAYS * DAY_MS)],
  );
  return rowCount ?? 0;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
