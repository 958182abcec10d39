// All SQL on webhook endpoints and deliveries. An endpoint's deliveries lie in the bucket that its id carries.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso, timeTextOrNull as isoOrNull } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type Endpoint = Readonly<{
  id: string;
  url: string;
  description: string | null;
  eventTypes: readonly string[];
  status: "enabled" | "disabled";
  disabledReason: "by_tenant" | "failing" | "gone" | null;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousUntil: number | null;
  failingSince: number | null;
  createdAt: number;
}>;

const endpointColumns = `id, url, description, event_types as "eventTypes", status,
  disabled_reason as "disabledReason", secret, previous_secret as "previousSecret", previous_until as "previousUntil",
  failing_since as "failingSince", created_at as "createdAt"`;

export async function insertEndpoint(ctx: Ctx, one: Endpoint): Promise<void> {
  await ctx.query(
    `insert into webhook_endpoints (tenant_id, id, url, description, event_types, status, secret, created_at)
     values ($1, $2, $3, $4, $5, 'enabled', $6, $7)`,
    [ctx.tenantId, one.id, one.url, one.description, one.eventTypes, one.secret, iso(one.createdAt)],
  );
}

/** The latest first. */
export function listEndpoints(ctx: Ctx, page: { before: string | null; limit: number }): Promise<Endpoint[]> {
  return ctx.query<Endpoint>(
    `select ${endpointColumns} from webhook_endpoints
     where tenant_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [ctx.tenantId, page.before, page.limit],
  );
}

export async function findEndpoint(ctx: Ctx, id: string): Promise<Endpoint | undefined> {
  const rows = await ctx.query<Endpoint>(
    `select ${endpointColumns} from webhook_endpoints where tenant_id = $1 and id = $2`,
    [ctx.tenantId, id],
  );
  return rows[0];
}

/** How many fail, or were switched off because they did. */
export async function countFailing(ctx: Ctx): Promise<number> {
  const [row] = await ctx.query<{ failing: number }>(
    `select count(*) as failing from webhook_endpoints
     where tenant_id = $1 and (failing_since is not null and status = 'enabled'
       or disabled_reason in ('failing', 'gone') and status = 'disabled')`,
    [ctx.tenantId],
  );
  return row?.failing ?? 0;
}

/** Everything of an endpoint that can change. */
export async function saveEndpoint(ctx: Ctx, one: Endpoint): Promise<void> {
  await ctx.query(
    `update webhook_endpoints set url = $3, description = $4, event_types = $5, status = $6, disabled_reason = $7,
       secret = $8, previous_secret = $9, previous_until = $10, failing_since = $11
     where tenant_id = $1 and id = $2`,
    [
      ctx.tenantId,
      one.id,
      one.url,
      one.description,
      one.eventTypes,
      one.status,
      one.disabledReason,
      one.secret,
      one.previousSecret,
      isoOrNull(one.previousUntil),
      isoOrNull(one.failingSince),
    ],
  );
}

export async function deleteEndpoint(ctx: Ctx, id: string): Promise<void> {
  await ctx.query("delete from webhook_deliveries where bucket = $2 and tenant_id = $1 and endpoint_id = $3", [
    ctx.tenantId,
    bucketOf(id),
    id,
  ]);
  await ctx.query("delete from webhook_endpoints where tenant_id = $1 and id = $2", [ctx.tenantId, id]);
}

/** Tenants who want to be called. */
export async function findCalledTenants(db: Database): Promise<string[]> {
  const { rows } = await db.maintenance.query<{ tenant_id: string }>(
    "select distinct tenant_id from webhook_endpoints where status = 'enabled'",
  );
  return rows.map((row) => row.tenant_id);
}

export type Due = Readonly<{ tenantId: string; endpointId: string }>;

/** Endpoints for which something is due. */
export async function findDue(db: Database, nowMs: number): Promise<Due[]> {
  const { rows } = await db.maintenance.query<Due>(
    `/* scatter: looks for whom there is work */
     select distinct tenant_id as "tenantId", endpoint_id as "endpointId" from webhook_deliveries where due_at <= $1`,
    [iso(nowMs)],
  );
  return rows;
}

export type NewDelivery = Readonly<{ eventId: string; type: string; body: string }>;

export async function insertDeliveries(
  ctx: Ctx,
  endpointId: string,
  news: readonly NewDelivery[],
  nowMs: number,
): Promise<void> {
  await ctx.query(
    `insert into webhook_deliveries (bucket, tenant_id, endpoint_id, event_id, type, body, status, due_at, created_at)
     select $2, $1, $3, n.event_id, n.type, n.body, 'pending', $7, $7
     from unnest($4::uuid[], $5::text[], $6::text[]) as n (event_id, type, body) on conflict do nothing`,
    [
      ctx.tenantId,
      bucketOf(endpointId),
      endpointId,
      news.map(({ eventId }) => eventId),
      news.map(({ type }) => type),
      news.map(({ body }) => body),
      iso(nowMs),
    ],
  );
}

export type Claimed = Readonly<{ eventId: string; body: string; attempts: number }>;

/** Takes what is due until a moment: whoever dies with it in hand leaves it to the next. */
export function claimDue(
  ctx: Ctx,
  endpointId: string,
  { nowMs, untilMs, limit }: { nowMs: number; untilMs: number; limit: number },
): Promise<Claimed[]> {
  return ctx.query<Claimed>(
    `update webhook_deliveries d set due_at = $5, attempts = attempts + 1
     from (select event_id from webhook_deliveries
       where bucket = $2 and tenant_id = $1 and endpoint_id = $3 and due_at <= $4
       order by due_at, event_id limit $6 for update skip locked) as due
     where d.bucket = $2 and d.tenant_id = $1 and d.endpoint_id = $3 and d.event_id = due.event_id
     returning d.event_id as "eventId", d.body, d.attempts`,
    [ctx.tenantId, bucketOf(endpointId), endpointId, iso(nowMs), iso(untilMs), limit],
  );
}

export type Delivery = Readonly<{
  eventId: string;
  type: string;
  status: "pending" | "delivered" | "failed";
  attempts: number;
  dueAt: number | null;
  replyStatus: number | null;
  failure: string | null;
  tookMs: number | null;
  attemptedAt: number | null;
  createdAt: number;
}>;

export type Outcome = Pick<
  Delivery,
  "eventId" | "status" | "attempts" | "dueAt" | "replyStatus" | "failure" | "tookMs" | "attemptedAt"
>;

/** What became of tries. What was changed meanwhile by hand keeps its own way only if it is done. */
export async function saveOutcomes(ctx: Ctx, endpointId: string, outcomes: readonly Outcome[]): Promise<void> {
  await ctx.query(
    `update webhook_deliveries d set status = o.status, attempts = o.attempts, due_at = o.due_at,
       reply_status = o.reply_status, failure = o.failure, took_ms = o.took_ms, attempted_at = o.attempted_at
     from unnest($4::uuid[], $5::text[], $6::smallint[], $7::timestamptz[], $8::smallint[], $9::text[], $10::int[],
       $11::timestamptz[]) as o (event_id, status, attempts, due_at, reply_status, failure, took_ms, attempted_at)
     where d.bucket = $2 and d.tenant_id = $1 and d.endpoint_id = $3 and d.event_id = o.event_id
       and d.status = 'pending'`,
    [
      ctx.tenantId,
      bucketOf(endpointId),
      endpointId,
      outcomes.map(({ eventId }) => eventId),
      outcomes.map(({ status }) => status),
      outcomes.map(({ attempts }) => attempts),
      outcomes.map(({ dueAt }) => isoOrNull(dueAt)),
      outcomes.map(({ replyStatus }) => replyStatus),
      outcomes.map(({ failure }) => failure),
      outcomes.map(({ tookMs }) => tookMs),
      outcomes.map(({ attemptedAt }) => isoOrNull(attemptedAt)),
    ],
  );
}

/** Nothing more is tried: the endpoint is not called any longer. */
export async function dropPending(ctx: Ctx, endpointId: string): Promise<void> {
  await ctx.query(
    `update webhook_deliveries set status = 'failed', due_at = null, failure = 'disabled'
     where bucket = $2 and tenant_id = $1 and endpoint_id = $3 and due_at is not null`,
    [ctx.tenantId, bucketOf(endpointId), endpointId],
  );
}

/** Tried from the beginning once more. False when there is no such delivery. */
export async function replayDelivery(ctx: Ctx, endpointId: string, eventId: string, nowMs: number): Promise<boolean> {
  const rows = await ctx.query(
    `update webhook_deliveries set status = 'pending', due_at = $5, attempts = 0
     where bucket = $2 and tenant_id = $1 and endpoint_id = $3 and event_id = $4 returning event_id`,
    [ctx.tenantId, bucketOf(endpointId), endpointId, eventId, iso(nowMs)],
  );
  return rows.length === 1;
}

/** The latest events first; of one event, where it is named. */
export function listDeliveries(
  ctx: Ctx,
  endpointId: string,
  page: { eventId?: string; before: string | null; limit: number },
): Promise<Delivery[]> {
  return ctx.query<Delivery>(
    `select event_id as "eventId", type, status, attempts, due_at as "dueAt", reply_status as "replyStatus", failure,
       took_ms as "tookMs", attempted_at as "attemptedAt", created_at as "createdAt"
     from webhook_deliveries
     where bucket = $2 and tenant_id = $1 and endpoint_id = $3 and ($4::uuid is null or event_id = $4)
       and ($5::uuid is null or event_id < $5) order by event_id desc limit $6`,
    [ctx.tenantId, bucketOf(endpointId), endpointId, page.eventId ?? null, page.before, page.limit],
  );
}

/** Forgets what was sent, or given up, before a moment. Returns how many. */
export async function sweepDeliveries(db: Database, beforeMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: a daily sweep */ delete from webhook_deliveries where due_at is null and created_at < $1",
    [iso(beforeMs)],
  );
  return rowCount ?? 0;
}
