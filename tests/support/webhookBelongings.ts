// A webhook endpoint for the samples, which nobody calls, and one good request for each of what is done with it.
import type { Call, Reply } from "./server.ts";

export type WebhookBelongings = { endpointId: string; testedId: string; inboundId: string };

type Make = (path: string, body: object) => Promise<Reply["body"]>;

const endpoint = { url: "https://example.com/hook" };

/** There may be so many at most: what was made before is removed first. */
export async function webhooksOf(call: Call, make: Make): Promise<WebhookBelongings> {
  const { body } = await call("GET", "/v1/webhook-endpoints?limit=100");
  if (body.items.length >= 10) for (const { id } of body.items) await call("DELETE", `/v1/webhook-endpoints/${id}`);
  const { id: endpointId } = await make("/v1/webhook-endpoints", endpoint);
  const { eventId: testedId } = await make(`/v1/webhook-endpoints/${endpointId}/tests`, {});
  const inbound = (await call("GET", "/v1/inbound-sources?limit=100")).body.items;
  if (inbound.length >= 10) for (const { id } of inbound) await call("DELETE", `/v1/inbound-sources/${id}`);
  const { id: inboundId } = await make("/v1/inbound-sources", { name: "Shop" });
  return { endpointId, testedId, inboundId };
}

/** By operationId. */
export const webhookSamples = {
  createInboundSource: () => ({ body: { name: "Shop" } }),
  listInboundSources: () => ({ query: "limit=100" }),
  renewInboundSecret: ({ inboundId }: WebhookBelongings) => ({ path: { inboundSourceId: inboundId } }),
  removeInboundSource: ({ inboundId }: WebhookBelongings) => ({ path: { inboundSourceId: inboundId } }),
  hearInbound: () => ({ path: { tenantId: "ten_1", inboundSourceId: "inb_1" }, body: { type: "activity.record" } }),
  createWebhookEndpoint: () => ({ body: endpoint }),
  listWebhookEndpoints: () => ({ query: "limit=100" }),
  getWebhookEndpoint: ({ endpointId }: WebhookBelongings) => ({ path: { endpointId } }),
  changeWebhookEndpoint: ({ endpointId }: WebhookBelongings) => ({
    path: { endpointId },
    body: { description: "Orders" },
  }),
  removeWebhookEndpoint: ({ endpointId }: WebhookBelongings) => ({ path: { endpointId } }),
  renewWebhookSecret: ({ endpointId }: WebhookBelongings) => ({ path: { endpointId } }),
  testWebhookEndpoint: ({ endpointId }: WebhookBelongings) => ({ path: { endpointId } }),
  listWebhookDeliveries: ({ endpointId }: WebhookBelongings) => ({ path: { endpointId } }),
  replayWebhookDelivery: ({ endpointId, testedId }: WebhookBelongings) => ({
    path: { endpointId, eventId: testedId },
  }),
};
