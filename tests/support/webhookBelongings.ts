// A webhook endpoint for the samples, which nobody calls, and one good request for each of what is done with it.
import type { Call, Reply } from "./server.ts";

export type WebhookBelongings = { endpointId: string; testedId: string };

type Make = (path: string, body: object) => Promise<Reply["body"]>;

const endpoint = { url: "https://example.com/hook" };

/** There may be so many at most: what was made before is removed first. */
export async function webhooksOf(call: Call, make: Make): Promise<WebhookBelongings> {
  const { body } = await call("GET", "/v1/webhook-endpoints?limit=100");
  if (body.items.length >= 10) for (const { id } of body.items) await call("DELETE", `/v1/webhook-endpoints/${id}`);
  const { id: endpointId } = await make("/v1/webhook-endpoints", endpoint);
  const { eventId: testedId } = await make(`/v1/webhook-endpoints/${endpointId}/tests`, {});
  return { endpointId, testedId };
}

/** By operationId. */
export const webhookSamples = {
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
