// "Make it mine": a tenant of one's own beside the demo, and the demo cleared away.
import { NewTenant, TenantPath, Tenant as TenantReply } from "@fedele/sdk/schemas/tenant.ts";
import { inTransaction, type Who } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import {
  type Beginning,
  clearDemo,
  demoToClear,
  foundTenant,
  ownerAmong,
  placeOfFounding,
  refuseTooMany,
} from "./foundings.ts";
import { personOf } from "./persons.ts";
import { toTenantReply } from "./routes.ts";
import type { SignInParts } from "./sessionRoutes.ts";
import { contactOf, getStaff } from "./staff.ts";
import { getTenant } from "./tenants.ts";

const tag = "tenant";

type FoundingParts = SignInParts & { readonly mayFound: boolean };

export function foundingRoutes<Plan>(app: App, parts: FoundingParts, beginning: Beginning<Plan>): void {
  const { db, clock, sealer, mayFound } = parts;
  app.post(
    "/v1/tenants",
    operation({
      id: "foundTenant",
      tag,
      summary: "Make a tenant of your own, whose owner you are",
      description:
        "For an owner who has signed in. It begins empty but for what `preset` says. The currency never changes. Go " +
        "there with POST /v1/session/switches.",
      scope: "self",
      audited: true,
      idempotent: true,
      body: NewTenant,
      ok: TenantReply,
      created: TenantReply,
      refuses: ["forbidden", "conflict"],
    }),
    async (request, reply) => {
      if (!mayFound) {
        throw new Refusal(
          "forbidden",
          "This installation makes no tenants over the API (FEDELE_NEW_TENANTS=0); ask whoever runs it.",
        );
      }
      const { id: staffId } = ownerAmong(request.caller.staff);
      // Said for good before a tenant rests on it.
      const personId = await inTransaction(db, quietly(request.caller, clock.now()), (ctx) =>
        personOf(ctx, staffId, clock.now()),
      );
      return inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const foundingHash = keys.blindIndex("request", `foundTenant ${request.headers["idempotency-key"]}`);
        const place = await placeOfFounding(parts, foundingHash);
        const claimed = await claimKey(ctx, claimOf(request, keys, place.id));
        if (claimed.state === "replay") {
          const there = { tenantId: claimed.resourceId, now: clock.now(), actor: "system" };
          return toTenantReply(await inTransaction(db, there, getTenant));
        }
        await refuseTooMany(parts, personId);
        const founder = { ...contactOf(keys, await getStaff(ctx, staffId)), personId };
        const tenant = await foundTenant(parts, request.body, { ...place, foundingHash }, { founder, beginning });
        reply.code(status.created);
        return toTenantReply(tenant);
      });
    },
  );
}

export function clearingRoutes(app: App, parts: SignInParts): void {
  const { db, clock, callers, cookies } = parts;
  app.delete(
    "/v1/tenants/:tenantId",
    operation({
      id: "clearDemo",
      tag,
      summary: "Clear a demo away",
      description:
        "For its owner who has signed in, here or in another tenant. Nobody gets in from then on, and it does not " +
        "come back. A tenant that is no demo cannot be removed.",
      scope: "self",
      audited: true,
      params: TenantPath,
      noContent: true,
      refuses: ["forbidden", "not_found"],
    }),
    async (request, reply) => {
      const { id: staffId } = ownerAmong(request.caller.staff);
      const tenantId = fromTypeId("ten", request.params.tenantId);
      const nowMs = clock.now();
      const personId = await inTransaction(db, quietly(request.caller, nowMs), (ctx) => personOf(ctx, staffId, nowMs));
      await demoToClear(parts, personId, tenantId);
      // The entry of the audit log stands where it was asked for.
      await inTransaction(db, who(request), () => clearDemo(parts, tenantId));
      callers.forgetTenant(tenantId);
      if (tenantId === request.caller.tenantId) cookies.clear(reply);
      return reply.code(status.noContent).send();
    },
  );
}

/** Without a trail: what is asked beforehand is no deed of its own. */
function quietly({ tenantId, actor }: Caller, now: number): Who {
  return { tenantId, now, actor };
}
