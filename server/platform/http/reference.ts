// The API describes itself: /openapi.json is made from the routes, /docs shows it.

import swagger from "@fastify/swagger";
import { Problem } from "@fedele/sdk/schemas/problem.ts";
import { type FastifyInstance, fastify } from "fastify";
import type { App } from "../http.ts";
import { liftNames, marked } from "./components.ts";

export const API_VERSION = "1.0.0";

const tags = [
  { name: "activities", description: "What members did: the one door by which everything earns." },
  { name: "members", description: "Who takes part and how they are found." },
  { name: "visitors", description: "Who is here and is not known yet." },
  { name: "segments", description: "Members whom certain things are true of, counted and found." },
  { name: "ledger", description: "Wallets, points, holds, transfers and statements." },
  { name: "programme", description: "Campaigns, rules, points types and tiers." },
  { name: "rewards", description: "What points buy: taken, used, given to a friend, cancelled." },
  {
    name: "coupons",
    description: "Codes that bring a reward for no points: made, brought in, claimed, used at a till.",
  },
  { name: "benefits", description: "Rights that come with a tier, so many times a period." },
  { name: "catalog", description: "Partners, locations and products." },
  { name: "events", description: "What our software says happened, to be read in its order." },
  { name: "webhooks", description: "Addresses that are called with events, and what was sent to them." },
  { name: "tenant", description: "The tenant itself and its API keys." },
  { name: "portal", description: "The members' own entrance: what it says, signing in and joining." },
  { name: "me", description: "What a member who signed in sees and does, about himself alone." },
  { name: "operation", description: "Health and metrics for those who run the server." },
];

/** Nothing is loaded from anywhere else; the reference needs its own script and inline styles, others need nothing. */
const referencePolicy = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Call before any route is added, so that none goes undescribed. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    transform: ({ schema, url, route }) => ({
      url,
      schema: { ...schema, response: { ...Object(schema?.response), ...documented(route.config?.refusals ?? {}) } },
    }),
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Fedele",
        version: API_VERSION,
        description:
          "Amounts are whole numbers of a currency's smallest unit, quantities whole thousandths, points whole " +
          "numbers, moments ISO 8601 with their offset. Every POST that changes something takes an Idempotency-Key; " +
          "activities are safe to repeat by their source and document. Refusals are application/problem+json.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      tags,
      components: { securitySchemes: { apiKey: { type: "http", scheme: "bearer", bearerFormat: "fed_…" } } },
      security: [{ apiKey: [] }],
    },
  });
}

/** Refusals are described here alone: a serializer for each of them would take two seconds of every start. */
function documented(refusals: Readonly<Record<number, string>>): object {
  const content = { "application/problem+json": { schema: marked(Problem) } };
  return Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [status, { description, content }]),
  );
}

/** The two addresses where the description is read. Call after the routes. */
export function publishReference(app: App): void {
  let document: string | undefined;
  app.get("/openapi.json", { schema: { hide: true } }, async (_request, reply) => {
    document ??= JSON.stringify(liftNames(app.swagger()));
    return reply.type("application/json").serializer(asWritten).send(document);
  });

  let pages: Promise<FastifyInstance> | undefined;
  for (const url of ["/docs", "/docs/*"]) {
    app.get(url, { schema: { hide: true } }, async (request, reply) => {
      pages ??= openPages();
      const page = await (await pages).inject(request.url);
      for (const name of PAGE_HEADERS) {
        const value = page.headers[name];
        if (value !== undefined) reply.header(name, value);
      }
      return reply.code(page.statusCode).header("content-security-policy", referencePolicy).send(page.rawPayload);
    });
  }
}

const PAGE_HEADERS = ["content-type", "location", "etag"] as const;

/** Loaded when somebody first reads it: its script takes 36 MB and 150 ms that a till's server has no use for. */
async function openPages(): Promise<FastifyInstance> {
  const { default: reference } = await import("@scalar/fastify-api-reference");
  const pages = fastify();
  await pages.register(reference, {
    routePrefix: "/docs",
    configuration: { title: "Fedele", url: "/openapi.json", withDefaultFonts: false, telemetry: false },
  });
  return pages;
}

function asWritten(text: string): string {
  return text;
}
