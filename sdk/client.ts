// A typed client of the whole API: paths, bodies and replies are checked by the types of the routes themselves.
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./generated/api.d.ts";

export type Fedele = Client<paths>;

export type FedeleOptions = {
  /** Where the server answers: http://127.0.0.1:4000. */
  readonly baseUrl: string;
  /** `fed_…`. */
  readonly apiKey: string;
};

/**
 * `const { data, error } = await fedele.POST("/v1/members", { body: { name: "Ana" } })`.
 * A POST without an Idempotency-Key gets one of its own; give yours to send the same request again after a failure.
 */
export function createFedele({ baseUrl, apiKey }: FedeleOptions): Fedele {
  const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${apiKey}` } });
  client.use({
    onRequest({ request }) {
      if (request.method === "POST" && !request.headers.has("idempotency-key")) {
        request.headers.set("idempotency-key", crypto.randomUUID());
      }
      return request;
    },
  });
  return client;
}
