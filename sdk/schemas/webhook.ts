import { type Static, Type } from "typebox";
import { eventTypes } from "./event.ts";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

/** How many endpoints a tenant can have. */
export const WEBHOOK_ENDPOINTS_MAX = 20;
/** How often a delivery is tried before it is given up. */
export const WEBHOOK_TRIES_MAX = 10;
const URL_CHARS_MAX = 2_048;

const url = Type.String({
  minLength: 1,
  maxLength: URL_CHARS_MAX,
  description: "Where to call: https, by a name or address that the whole world can reach.",
  examples: ["https://shop.example.com/fedele"],
});
const description = Line("What it is for.");
const types = Type.Array(OneOf(eventTypes), {
  maxItems: eventTypes.length,
  uniqueItems: true,
  description: "Which events are sent, by type; empty: all.",
});
const status = OneOf(["enabled", "disabled"] as const, { description: "Whether it is called." });

export const NewWebhookEndpoint = Type.Object(
  { url, description: Type.Optional(description), eventTypes: Type.Optional(types) },
  { $id: "NewWebhookEndpoint", additionalProperties: false, description: "An address to be called with events." },
);
export type NewWebhookEndpoint = Static<typeof NewWebhookEndpoint>;

export const WebhookEndpointChange = Type.Object(
  {
    url: Type.Optional(url),
    description: Type.Optional(OrNull(description)),
    eventTypes: Type.Optional(types),
    status: Type.Optional(status),
  },
  {
    $id: "WebhookEndpointChange",
    additionalProperties: false,
    description: "What shall be different. An endpoint that is enabled again gets what happens from then on.",
  },
);
export type WebhookEndpointChange = Static<typeof WebhookEndpointChange>;

const about = {
  id: Id("whe", "The endpoint's id."),
  url,
  description: OrNull(description),
  eventTypes: types,
  status,
  disabledReason: Type.Optional(
    OneOf(["by_tenant", "failing", "gone"] as const, {
      description: "Why it is not called: you said so, it failed for five days, or it answered 410 (gone).",
    }),
  ),
  failingSince: OrNull(Instant("Since when every call has failed; null: the last one did not.")),
  previousSecretUntil: OrNull(Instant("Until when the secret before this one signs too; null: there is none.")),
  createdAt: Instant("When it was added."),
};

export const WebhookEndpoint = Type.Object(about, {
  $id: "WebhookEndpoint",
  additionalProperties: false,
  description: "An address that is called with events.",
});
export type WebhookEndpoint = Static<typeof WebhookEndpoint>;

export const WebhookEndpointWithSecret = Type.Object(
  {
    ...about,
    secret: Type.Optional(
      Type.String({
        description: "What calls are signed with. Shown this once: absent when the same request is sent again.",
        examples: ["whsec_…"],
      }),
    ),
  },
  {
    $id: "WebhookEndpointWithSecret",
    additionalProperties: false,
    description: "An endpoint with a secret that was just made.",
  },
);

export const WebhookEndpointPage = Page("WebhookEndpointPage", WebhookEndpoint);

export const webhookFailures = [
  "refused_address",
  "unresolved",
  "connection",
  "tls",
  "timeout",
  "redirect",
  "status",
  "disabled",
] as const;

export const WebhookDelivery = Type.Object(
  {
    eventId: Id("evt", "The event; the call's `webhook-id`, however often it is made."),
    type: Type.String({ description: "The event's type." }),
    status: OneOf(["pending", "delivered", "failed"] as const, {
      description: "Whether it has arrived, will be tried again, or was given up.",
    }),
    attempts: Whole("How often it was tried."),
    nextAttemptAt: OrNull(Instant("When it is tried next; null: not any more.")),
    lastAttemptAt: OrNull(Instant("When it was tried last; null: not yet.")),
    replyStatus: OrNull(Whole("The HTTP status of the last reply; null: there was none.")),
    failure: Type.Optional(OneOf(webhookFailures, { description: "Why the last try failed; absent: it did not." })),
    tookMs: OrNull(Whole("How long the last try took, in milliseconds.")),
    createdAt: Instant("When the event was given to this endpoint."),
  },
  {
    $id: "WebhookDelivery",
    additionalProperties: false,
    description: "One event for one endpoint. What the endpoint replied is not kept, because it may be personal.",
  },
);
export type WebhookDelivery = Static<typeof WebhookDelivery>;
export const WebhookDeliveryPage = Page("WebhookDeliveryPage", WebhookDelivery);

export const WebhookPageQuery = Type.Object(pageQuery, { additionalProperties: false });
export const WebhookEndpointPath = Type.Object(
  { endpointId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
export const WebhookDeliveryPath = Type.Object(
  { endpointId: Type.String({ maxLength: 64 }), eventId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
