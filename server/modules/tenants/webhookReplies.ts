// Webhook endpoints and deliveries as the API tells them. A secret is never among it.
import { eventTypes } from "@fedele/sdk/schemas/event.ts";
import { type WebhookDelivery, type WebhookEndpoint, webhookFailures } from "@fedele/sdk/schemas/webhook.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Delivery, Endpoint } from "./webhookEndpoints.ts";

const iso = (ms: number): string => new Date(ms).toISOString();
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function toEndpoint(one: Endpoint): WebhookEndpoint {
  return {
    id: toTypeId("whe", one.id),
    url: one.url,
    description: one.description,
    eventTypes: eventTypes.filter((type) => one.eventTypes.includes(type)),
    status: one.status,
    ...(one.disabledReason === null ? {} : { disabledReason: one.disabledReason }),
    failingSince: isoOrNull(one.failingSince),
    previousSecretUntil: isoOrNull(one.previousUntil),
    createdAt: iso(one.createdAt),
  };
}

export function toDelivery(one: Delivery): WebhookDelivery {
  const failure = webhookFailures.find((known) => known === one.failure);
  return {
    eventId: toTypeId("evt", one.eventId),
    type: one.type,
    status: one.status,
    attempts: one.attempts,
    nextAttemptAt: isoOrNull(one.dueAt),
    lastAttemptAt: isoOrNull(one.attemptedAt),
    replyStatus: one.replyStatus,
    ...(failure === undefined ? {} : { failure }),
    tookMs: one.tookMs,
    createdAt: iso(one.createdAt),
  };
}
