// The whole server in this process, on a database of its own, answering on 127.0.0.1 like the real one.
import { randomBytes } from "node:crypto";
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { scopes } from "@fedele/sdk/schemas/apiKey.ts";
import type { Ground } from "@fedele/sdk/schemas/health.ts";
import { buildApp } from "../../server/app.ts";
import type { SmtpConfig } from "../../server/config.ts";
import { createApiKey } from "../../server/modules/tenants/apiKeys.ts";
import { createTenant, type NewTenant } from "../../server/modules/tenants/tenants.ts";
import { createParts, type Parts } from "../../server/parts.ts";
import { standingClock } from "../../server/platform/clock.ts";
import type { Database } from "../../server/platform/database/database.ts";
import { inTransaction } from "../../server/platform/database/transaction.ts";
import type { App } from "../../server/platform/http.ts";
import { toTypeId } from "../../server/platform/ids.ts";
import { createLog } from "../../server/platform/log.ts";
import type { Tenant } from "../../server/platform/tenant.ts";
import { testDatabase } from "./database.ts";

export const TEST_START = Date.parse("2026-03-02T09:00:00Z");

export type Reply = { status: number; headers: Headers; body: ReturnType<typeof JSON.parse> };
export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;

export type TestTenant = { tenant: Tenant; key: string; call: Call };

export type TestServer = TestTenant & {
  app: App;
  parts: Parts;
  db: Database;
  rootKey: Buffer;
  clock: ReturnType<typeof standingClock>;
  url: string;
  /** What was logged, one JSON object a line. */
  logged(): string;
  /** Another tenant of the same server, with a key that may do everything. */
  newTenant(settings?: Partial<NewTenant>): Promise<TestTenant>;
  /** A key of a tenant with these scopes alone. */
  newKey(tenant: Tenant, scopes: readonly Scope[]): Promise<{ id: string; key: string; call: Call }>;
  close(): Promise<void>;
};

type Options = {
  db?: Database;
  rootKey?: Buffer;
  clock?: ReturnType<typeof standingClock>;
  tenant?: Partial<NewTenant>;
  rateLimitPerMinute?: number;
  outgoingAllowed?: readonly string[];
  publicUrl?: string;
  mayFound?: boolean;
  ground?: () => Promise<Ground>;
  smtp?: SmtpConfig;
};

/** `const server = await startServer()` in beforeAll; `await server.close()` in afterAll. */
export async function startServer(options: Options = {}): Promise<TestServer> {
  const db = options.db ?? (await testDatabase());
  const clock = options.clock ?? standingClock(TEST_START);
  const rootKey = options.rootKey ?? randomBytes(32);
  const lines: string[] = [];
  const parts = createParts({
    db,
    clock,
    log: createLog("info", { write: (line: string) => lines.push(line) }),
    rootKey,
    rateLimitPerMinute: options.rateLimitPerMinute ?? 1_000_000,
    outgoingAllowed: options.outgoingAllowed ?? [],
    publicUrl: options.publicUrl,
    smtp: options.smtp,
    ...(options.mayFound === undefined ? {} : { mayFound: options.mayFound }),
    ...(options.ground === undefined ? {} : { ground: options.ground }),
  });
  const app = await buildApp(parts);
  parts.relay.start();
  const url = await app.listen({ host: "127.0.0.1", port: 0 });

  const newKey: TestServer["newKey"] = async (tenant, granted) => {
    const who = { tenantId: tenant.id, now: clock.now(), actor: "cli" };
    const { id, secret } = await inTransaction(db, who, (ctx) => createApiKey(ctx, { name: "test", scopes: granted }));
    return { id: toTypeId("key", id), key: secret, call: callWith(url, secret) };
  };
  const newTenant: TestServer["newTenant"] = async (settings = {}) => {
    const slug = `t${randomBytes(6).toString("hex")}`;
    const usual = { name: "Test", slug, currency: "EUR", timezone: "Europe/Rome", language: "it", isDemo: true };
    const tenant = await createTenant(parts, { ...usual, ...settings });
    return { tenant, ...(await newKey(tenant, scopes)) };
  };
  const close = async () => {
    await app.close();
    await parts.messenger.stop();
    await parts.lanes.close();
    await parts.relay.stop();
    await parts.webhooks.stop();
    await parts.outgoing.close();
    await db.close();
  };
  const first = await newTenant(options.tenant);
  return { ...first, app, parts, db, rootKey, clock, url, logged: () => lines.join(""), newTenant, newKey, close };
}

/** Calls a server with a key. A POST carries an Idempotency-Key of its own unless one is given; "" leaves it out. */
export function callWith(url: string, key: string | undefined): Call {
  return async (method, path, body, headers = {}) => {
    const sent = new Headers(key === undefined ? {} : { authorization: `Bearer ${key}` });
    if (method === "POST") sent.set("idempotency-key", randomBytes(8).toString("hex"));
    if (body !== undefined) sent.set("content-type", "application/json");
    for (const [name, value] of Object.entries(headers)) {
      if (value === "") sent.delete(name);
      else sent.set(name, value);
    }
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const reply = await fetch(url + path, { method, headers: sent, ...(text === undefined ? {} : { body: text }) });
    const answer = await reply.text();
    const isJson = reply.headers.get("content-type")?.includes("json") === true;
    return {
      status: reply.status,
      headers: reply.headers,
      body: isJson && answer !== "" ? JSON.parse(answer) : answer,
    };
  };
}
