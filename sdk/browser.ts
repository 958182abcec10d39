// The client as a page of ours uses it: signed in by a cookie that scripts cannot read, refusals as errors to show.
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./generated/api.d.ts";
import type { Problem } from "./schemas/problem.ts";

export type Browser = Client<paths>;

/** Why the server said no, or that it could not be reached. The message is the server's own sentence. */
export class Refusal extends Error {
  /** `offline`: no answer came at all, and nobody knows whether the request arrived. */
  readonly code: Problem["code"] | "offline";
  /** Where the fault is, as a path into the request body. */
  readonly field: string | undefined;
  /** What stands in the server's log of it. */
  readonly requestId: string | undefined;

  constructor(code: Refusal["code"], message: string, where: { field?: string; requestId?: string } = {}) {
    super(message);
    this.code = code;
    this.field = where.field;
    this.requestId = where.requestId;
  }
}

/** Whether no answer came at all. */
export function isOffline(error: unknown): boolean {
  return error instanceof Refusal && error.code === "offline";
}

/**
 * `csrfToken`: what GET /v1/session said last; without a session there is none. `headers`: what a page that is no
 * person's says of itself, as a till does with its key.
 */
export function createBrowser(
  csrfToken: () => string | undefined,
  headers: Readonly<Record<string, string>> = {},
): Browser {
  const client = createClient<paths>({ baseUrl: location.origin, credentials: "same-origin" });
  client.use({
    onRequest({ request }) {
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      const token = csrfToken();
      if (token !== undefined && request.method !== "GET") request.headers.set("x-csrf-token", token);
      if (request.method === "POST" && !request.headers.has("idempotency-key")) {
        request.headers.set("idempotency-key", crypto.randomUUID());
      }
      return request;
    },
  });
  return client;
}

type Answer<Data> = { data?: Data; error?: unknown; response: Response };

/** What the server answered; throws what it refused. */
export async function answered<Data>(asking: Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await asking.catch(() => {
    throw new Refusal("offline", "The server cannot be reached.");
  });
  if (data !== undefined) return data;
  if (response.ok) throw new Refusal("internal", "The answer was empty.");
  throw refusalIn(error);
}

/** For what answers with nothing: a deletion. */
export async function done(asking: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await asking.catch(() => {
    throw new Refusal("offline", "The server cannot be reached.");
  });
  if (!response.ok) throw refusalIn(error);
}

function refusalIn(error: unknown): Refusal {
  if (!isProblem(error)) return new Refusal("unavailable", "The server gave an answer that is none of its own.");
  const { code, detail, field, requestId } = error;
  return new Refusal(code, detail, { requestId, ...(field === undefined ? {} : { field }) });
}

function isProblem(error: unknown): error is Problem {
  return typeof error === "object" && error !== null && "code" in error && "detail" in error;
}
