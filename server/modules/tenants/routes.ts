import {
  ApiKeyPage,
  type ApiKey as ApiKeyReply,
  CreatedApiKey,
  NewApiKey,
  type Scope,
} from "@fedele/sdk/schemas/apiKey.ts";
import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import { TenantChange, Tenant as TenantReply } from "@fedele/sdk/schemas/tenant.ts";
import { type Static, Type } from "typebox";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { createApiKey, getApiKey, listApiKeys, newKeyId, revokeApiKey, type StoredApiKey } from "./apiKeys.ts";
import { changeTenant, getTenant, toDemo } from "./tenants.ts";

const tag = "tenant";

export function tenantRoutes(app: App, { db, callers }: Pick<Parts, "db" | "callers">): void {
  app.get(
    "/v1/tenant",
    operation({
      id: "getTenant",
      tag,
      summary: "The tenant that you are",
      description: "For whoever is known: its currency and its time are needed to show anything at all.",
      scope: "self",
      ok: TenantReply,
    }),
    async (request) => inTransaction(db, who(request), async (ctx) => toTenantReply(await getTenant(ctx))),
  );

  app.patch(
    "/v1/tenant",
    operation({
      id: "changeTenant",
      tag,
      summary: "Change the tenant's settings",
      scope: "tenant:write",
      body: TenantChange,
      ok: TenantReply,
    }),
    async (request) => {
      const tenant = await inTransaction(db, who(request), (ctx) => changeTenant(ctx, request.body));
      callers.forgetTenant(tenant.id);
      return toTenantReply(tenant);
    },
  );
}

export function apiKeyRoutes(app: App, { db, callers, sealer }: Pick<Parts, "db" | "callers" | "sealer">): void {
  app.post(
    "/v1/api-keys",
    operation({
      id: "createApiKey",
      tag,
      summary: "Make an API key",
      description: "The whole key is in this reply and nowhere else. A key can give no scope that it lacks itself.",
      scope: "tenant:write",
      idempotent: true,
      body: NewApiKey,
      ok: CreatedApiKey,
      created: CreatedApiKey,
    }),
    async (request, reply) => {
      refuseMoreThanOwn(request.caller, request.body.scopes);
      return inTransaction(db, who(request), async (ctx) => {
        const id = newKeyId(ctx.now);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toKeyReply(await getApiKey(ctx, claimed.resourceId));
        const { secret } = await createApiKey(ctx, { ...request.body, id });
        reply.code(status.created);
        return { ...toKeyReply(await getApiKey(ctx, id)), secret };
      });
    },
  );

  app.get(
    "/v1/api-keys",
    operation({
      id: "listApiKeys",
      tag,
      summary: "The API keys, oldest first, revoked ones too",
      scope: "tenant:read",
      query: Type.Object(pageQuery, { additionalProperties: false }),
      ok: ApiKeyPage,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const page = pageStart(request.query, oneId);
        return pageOf(await listApiKeys(ctx, page), page.limit, { item: toKeyReply, key: (key) => [key.id] });
      }),
  );

  app.delete(
    "/v1/api-keys/:keyId",
    operation({
      id: "revokeApiKey",
      tag,
      summary: "Revoke an API key at once and for ever",
      scope: "tenant:write",
      params: Type.Object({ keyId: Type.String() }, { additionalProperties: false }),
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("key", request.params.keyId);
      await inTransaction(db, who(request), (ctx) => revokeApiKey(ctx, id));
      callers.forgetTenant(request.caller.tenantId);
      return reply.code(status.noContent).send();
    },
  );
}

function refuseMoreThanOwn(caller: Caller, asked: readonly Scope[]): void {
  const missing = asked.find((scope) => !caller.scopes.has(scope));
  if (missing === undefined) return;
  throw new Refusal("forbidden", `Your own key lacks the scope "${missing}", so it cannot give it.`);
}

export function toTenantReply(tenant: Tenant): Static<typeof TenantReply> {
  return {
    id: toTypeId("ten", tenant.id),
    slug: tenant.slug,
    name: tenant.name,
    currency: tenant.currency,
    timezone: tenant.timezone,
    language: tenant.language,
    ...(tenant.country === undefined ? {} : { country: tenant.country }),
    bucketSpan: tenant.bucketSpan,
    clockOffsetMs: tenant.clockOffsetMs,
    isDemo: tenant.isDemo,
    ...(tenant.isDemo ? { demo: toDemo(tenant) } : {}),
    adjustmentLimitPoints: tenant.adjustmentLimits.points,
    adjustmentLimitMinor: tenant.adjustmentLimits.minor,
    spendingProof: tenant.spendingProof,
    createdAt: new Date(tenant.createdAt).toISOString(),
  };
}

function toKeyReply(key: StoredApiKey): ApiKeyReply {
  return {
    id: toTypeId("key", key.id),
    name: key.name,
    scopes: key.scopes,
    createdAt: new Date(key.createdAt).toISOString(),
    ...(key.revokedAt === undefined ? {} : { revokedAt: new Date(key.revokedAt).toISOString() }),
  };
}
