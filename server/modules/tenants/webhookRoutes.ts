// Webhook endpoints and what was sent to them.
import {
  NewWebhookEndpoint,
  WebhookDelivery,
  WebhookDeliveryPage,
  WebhookDeliveryPath,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointPage,
  WebhookEndpointPath,
  WebhookEndpointWithSecret,
  WebhookPageQuery,
} from "@fedele/sdk/schemas/webhook.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Outgoing } from "../../platform/outgoing.ts";
import type { Parts } from "../../platform/parts.ts";
import type { Webhooks } from "./webhookCalls.ts";
import {
  changeEndpoint,
  createEndpoint,
  getDelivery,
  getEndpoint,
  listDeliveries,
  listEndpoints,
  newEndpointId,
  removeEndpoint,
  renewSecret,
  replayDelivery,
  testEndpoint,
} from "./webhookEndpoints.ts";
import { toDelivery, toEndpoint } from "./webhookReplies.ts";

const tag = "webhooks";

type Needed = Pick<Parts, "db" | "sealer" | "clock"> & { readonly outgoing: Outgoing; readonly webhooks: Webhooks };

export function webhookRoutes(app: App, parts: Needed): void {
  creating(app, parts);
  reading(app, parts);
  changing(app, parts);
  renewing(app, parts);
  sending(app, parts);
}

const idOf = (request: { params: { endpointId: string } }): string => fromTypeId("whe", request.params.endpointId);

function creating(app: App, { db, sealer, clock, outgoing }: Needed): void {
  app.post(
    "/v1/webhook-endpoints",
    operation({
      id: "createWebhookEndpoint",
      tag,
      summary: "Have an address called with events",
      description:
        "Calls follow Standard Webhooks: check the signature with one of its libraries and the secret that is in " +
        "this reply and nowhere else. Each event comes at least once, in no promised order; `webhook-id` is the same " +
        "when it is repeated.",
      scope: "webhooks:write",
      idempotent: true,
      body: NewWebhookEndpoint,
      ok: WebhookEndpointWithSecret,
      created: WebhookEndpointWithSecret,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = newEndpointId(clock.now());
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toEndpoint(await getEndpoint(ctx, claimed.resourceId));
        const parts = { sealer, outgoing, nowMs: clock.now() };
        const { endpoint, secret } = await createEndpoint(ctx, id, request.body, parts);
        reply.code(status.created);
        return { ...toEndpoint(endpoint), secret };
      }),
  );
}

function reading(app: App, { db }: Needed): void {
  app.get(
    "/v1/webhook-endpoints",
    operation({
      id: "listWebhookEndpoints",
      tag,
      summary: "The webhook endpoints, latest first",
      scope: "webhooks:read",
      query: WebhookPageQuery,
      ok: WebhookEndpointPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const rows = await listEndpoints(ctx, { before: page.after ?? null, limit: page.fetch });
        return pageOf(rows, page.limit, { item: toEndpoint, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/webhook-endpoints/:endpointId",
    operation({
      id: "getWebhookEndpoint",
      tag,
      summary: "One webhook endpoint",
      scope: "webhooks:read",
      params: WebhookEndpointPath,
      ok: WebhookEndpoint,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => toEndpoint(await getEndpoint(ctx, idOf(request)))),
  );

  app.get(
    "/v1/webhook-endpoints/:endpointId/deliveries",
    operation({
      id: "listWebhookDeliveries",
      tag,
      summary: "What was sent to an endpoint in the last 30 days, latest events first",
      scope: "webhooks:read",
      params: WebhookEndpointPath,
      query: WebhookPageQuery,
      ok: WebhookDeliveryPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const rows = await listDeliveries(ctx, idOf(request), { before: page.after ?? null, limit: page.fetch });
        return pageOf(rows, page.limit, { item: toDelivery, key: ({ eventId }) => [eventId] });
      });
    },
  );
}

function changing(app: App, { db, outgoing }: Needed): void {
  app.patch(
    "/v1/webhook-endpoints/:endpointId",
    operation({
      id: "changeWebhookEndpoint",
      tag,
      summary: "Change an endpoint's address or events, enable or disable it",
      scope: "webhooks:write",
      params: WebhookEndpointPath,
      body: WebhookEndpointChange,
      ok: WebhookEndpoint,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) =>
        toEndpoint(await changeEndpoint(ctx, idOf(request), request.body, outgoing)),
      ),
  );

  app.delete(
    "/v1/webhook-endpoints/:endpointId",
    operation({
      id: "removeWebhookEndpoint",
      tag,
      summary: "Call an address no more, and forget what was sent there",
      scope: "webhooks:write",
      params: WebhookEndpointPath,
      noContent: true,
    }),
    async (request, reply) => {
      await inTransaction(db, who(request), (ctx) => removeEndpoint(ctx, idOf(request)));
      return reply.code(status.noContent).send();
    },
  );
}

function renewing(app: App, { db, sealer, clock }: Needed): void {
  app.post(
    "/v1/webhook-endpoints/:endpointId/secrets",
    operation({
      id: "renewWebhookSecret",
      tag,
      summary: "Make a new secret; the one before signs along for a day",
      scope: "webhooks:write",
      idempotent: true,
      params: WebhookEndpointPath,
      ok: WebhookEndpointWithSecret,
      created: WebhookEndpointWithSecret,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = idOf(request);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
        if (claimed.state === "replay") return toEndpoint(await getEndpoint(ctx, id));
        const { endpoint, secret } = await renewSecret(ctx, id, { sealer, nowMs: clock.now() });
        reply.code(status.created);
        return { ...toEndpoint(endpoint), secret };
      }),
  );
}

function sending(app: App, { db, sealer, clock, webhooks }: Needed): void {
  app.post(
    "/v1/webhook-endpoints/:endpointId/tests",
    operation({
      id: "testWebhookEndpoint",
      tag,
      summary: "Call an endpoint to see whether it takes it",
      scope: "webhooks:write",
      idempotent: true,
      params: WebhookEndpointPath,
      accepted: WebhookDelivery,
    }),
    async (request, reply) => {
      const id = idOf(request);
      const delivery = await inTransaction(db, who(request), async (ctx) => {
        const nowMs = clock.now();
        const eventId = newId(nowMs, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), eventId));
        if (claimed.state === "replay") return getDelivery(ctx, id, claimed.resourceId);
        return testEndpoint(ctx, id, { eventId, nowMs });
      });
      webhooks.nudge(request.caller.tenantId);
      return reply.code(status.accepted).send(toDelivery(delivery));
    },
  );

  app.post(
    "/v1/webhook-endpoints/:endpointId/deliveries/:eventId/replay",
    operation({
      id: "replayWebhookDelivery",
      tag,
      summary: "Send an event to an endpoint once more",
      scope: "webhooks:write",
      idempotent: true,
      params: WebhookDeliveryPath,
      accepted: WebhookDelivery,
    }),
    async (request, reply) => {
      const [id, eventId] = [idOf(request), fromTypeId("evt", request.params.eventId)];
      const delivery = await inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), eventId));
        if (claimed.state === "replay") return getDelivery(ctx, id, eventId);
        return replayDelivery(ctx, id, eventId, clock.now());
      });
      webhooks.nudge(request.caller.tenantId);
      return reply.code(status.accepted).send(toDelivery(delivery));
    },
  );
}
