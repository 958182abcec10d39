// Addresses that a tenant wants called with its events. A secret is shown once and kept sealed; the one before it signs
// along for a day, so that whoever receives can change over without losing a call.
import { randomBytes, randomInt } from "node:crypto";
import {
  type NewWebhookEndpoint,
  WEBHOOK_ENDPOINTS_MAX,
  type WebhookEndpointChange,
} from "@fedele/sdk/schemas/webhook.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { closeCursor, openCursor } from "../../platform/events/cursors.ts";
import { findHead } from "../../platform/events/log.ts";
import { BUCKETS, newId, toTypeId } from "../../platform/ids.ts";
import type { Outgoing } from "../../platform/outgoing.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { MemberKey, Sealer } from "../../platform/sealing.ts";
import type { Endpoint } from "./store/webhooks.ts";
import * as store from "./store/webhooks.ts";

export type { Delivery, Endpoint } from "./store/webhooks.ts";

/** For how long the secret before signs along after a new one was made. */
export const SECRETS_OVERLAP_MS = 24 * 3_600_000;
const SECRET_BYTES = 32;

/** `nowMs`: the wall clock, which those who are called live by. */
type Parts = Readonly<{ sealer: Pick<Sealer, "keysOf">; outgoing: Pick<Outgoing, "objectionTo">; nowMs: number }>;
type WithSecret = Readonly<{ endpoint: Endpoint; secret: string }>;

export function newEndpointId(nowMs: number): string {
  return newId(nowMs, randomInt(BUCKETS));
}

/** From now on every event of the types that were asked for is sent there. */
export async function createEndpoint(
  ctx: Ctx,
  id: string,
  asked: NewWebhookEndpoint,
  { sealer, outgoing, nowMs }: Parts,
): Promise<WithSecret> {
  refuseUncallable(outgoing, asked.url);
  const others = await store.listEndpoints(ctx, { before: null, limit: WEBHOOK_ENDPOINTS_MAX });
  if (others.length >= WEBHOOK_ENDPOINTS_MAX) {
    throw new Refusal("conflict", `There are ${WEBHOOK_ENDPOINTS_MAX} endpoints already; remove one first.`);
  }
  const { own } = await sealer.keysOf(ctx);
  const secret = newSecret();
  const endpoint: Endpoint = {
    id,
    url: asked.url,
    description: asked.description ?? null,
    eventTypes: asked.eventTypes ?? [],
    status: "enabled",
    disabledReason: null,
    secret: own.seal(secretLabel(id), secret),
    previousSecret: null,
    previousUntil: null,
    failingSince: null,
    createdAt: nowMs,
  };
  await store.insertEndpoint(ctx, endpoint);
  await beginHere(ctx, id);
  return { endpoint, secret };
}

export async function getEndpoint(ctx: Ctx, id: string): Promise<Endpoint> {
  const endpoint = await store.findEndpoint(ctx, id);
  if (endpoint === undefined) throw new Refusal("not_found", "There is no webhook endpoint with this id.");
  return endpoint;
}

export const listEndpoints = store.listEndpoints;
export const countFailing = store.countFailing;

/** Disabling drops what waits; enabling begins with what happens next. */
export async function changeEndpoint(
  ctx: Ctx,
  id: string,
  change: WebhookEndpointChange,
  outgoing: Pick<Outgoing, "objectionTo">,
): Promise<Endpoint> {
  const before = await getEndpoint(ctx, id);
  if (change.url !== undefined) refuseUncallable(outgoing, change.url);
  const { url = before.url, description = before.description, eventTypes = before.eventTypes } = change;
  const { status = before.status } = change;
  const turned = status === before.status ? {} : turnedTo(status);
  const after: Endpoint = { ...before, url, description, eventTypes, ...turned };
  await store.saveEndpoint(ctx, after);
  if (status !== before.status && status === "disabled") await store.dropPending(ctx, id);
  if (status !== before.status && status === "enabled") await beginHere(ctx, id);
  return after;
}

function turnedTo(status: Endpoint["status"]): Pick<Endpoint, "status" | "disabledReason" | "failingSince"> {
  return { status, disabledReason: status === "disabled" ? "by_tenant" : null, failingSince: null };
}

/** Twice removes it once. */
export async function removeEndpoint(ctx: Ctx, id: string): Promise<void> {
  await getEndpoint(ctx, id);
  await store.deleteEndpoint(ctx, id);
  await closeCursor(ctx, cursorOf(id));
}

/** A new secret. The one before signs along for a day; the one before that does not any more. */
export async function renewSecret(
  ctx: Ctx,
  id: string,
  { sealer, nowMs }: Omit<Parts, "outgoing">,
): Promise<WithSecret> {
  const before = await getEndpoint(ctx, id);
  const { own } = await sealer.keysOf(ctx);
  const secret = newSecret();
  const endpoint: Endpoint = {
    ...before,
    secret: own.seal(secretLabel(id), secret),
    previousSecret: before.secret,
    previousUntil: nowMs + SECRETS_OVERLAP_MS,
  };
  await store.saveEndpoint(ctx, endpoint);
  return { endpoint, secret };
}

/** A call that says nothing but that it was made: shows whether the endpoint takes it. */
export async function testEndpoint(
  ctx: Ctx,
  id: string,
  { eventId, nowMs }: { eventId: string; nowMs: number },
): Promise<store.Delivery> {
  const endpoint = await getEndpoint(ctx, id);
  if (endpoint.status === "disabled") throw new Refusal("conflict", "This endpoint is disabled; enable it first.");
  const told = { type: "webhook_endpoint.tested", version: 1, occurredAt: new Date(nowMs).toISOString() };
  const body = {
    id: toTypeId("evt", eventId),
    ...told,
    tenant: toTypeId("ten", ctx.tenantId),
    data: { endpointId: toTypeId("whe", id) },
  };
  await store.insertDeliveries(ctx, id, [{ eventId, type: told.type, body: JSON.stringify(body) }], nowMs);
  return getDelivery(ctx, id, eventId);
}

export async function replayDelivery(ctx: Ctx, id: string, eventId: string, nowMs: number): Promise<store.Delivery> {
  const endpoint = await getEndpoint(ctx, id);
  if (endpoint.status === "disabled") throw new Refusal("conflict", "This endpoint is disabled; enable it first.");
  await store.replayDelivery(ctx, id, eventId, nowMs);
  return getDelivery(ctx, id, eventId);
}

/** The latest events first. */
export async function listDeliveries(
  ctx: Ctx,
  id: string,
  page: { before: string | null; limit: number },
): Promise<store.Delivery[]> {
  await getEndpoint(ctx, id);
  return store.listDeliveries(ctx, id, page);
}

export async function getDelivery(ctx: Ctx, id: string, eventId: string): Promise<store.Delivery> {
  const [delivery] = await store.listDeliveries(ctx, id, { eventId, before: null, limit: 1 });
  if (delivery === undefined) throw new Refusal("not_found", "This event was not given to this endpoint.");
  return delivery;
}

/** The name under which the log knows how far an endpoint has been served. */
export function cursorOf(id: string): string {
  return `webhook ${id}`;
}

async function beginHere(ctx: Ctx, id: string): Promise<void> {
  await openCursor(ctx, cursorOf(id), (await findHead(ctx)).position);
}

function refuseUncallable(outgoing: Pick<Outgoing, "objectionTo">, url: string): void {
  const objection = outgoing.objectionTo(url);
  if (objection !== null) throw invalid("url", objection);
}

/** As Standard Webhooks writes them, so that its libraries read them. */
function newSecret(): string {
  return `whsec_${randomBytes(SECRET_BYTES).toString("base64")}`;
}

function secretLabel(id: string): string {
  return `webhook secret ${id}`;
}

/** The secrets that sign a call now, the newest first. */
export function secretsOf({ id, secret, previousSecret, previousUntil }: Endpoint, own: MemberKey, nowMs: number) {
  const isLive = previousSecret !== null && previousUntil !== null && nowMs < previousUntil;
  return [secret, ...(isLive ? [previousSecret] : [])].map((sealed) => own.open(secretLabel(id), sealed));
}
