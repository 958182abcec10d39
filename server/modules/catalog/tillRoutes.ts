import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import { mayGive } from "@fedele/sdk/schemas/role.ts";
import {
  CreatedTillKey,
  NewTillKey,
  TillKeyPage,
  TillKeyPath,
  type TillKey as TillKeyReply,
} from "@fedele/sdk/schemas/tillKey.ts";
import { Type } from "typebox";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { newPlaceId } from "./places.ts";
import { createTillKey, getTillKey, listTillKeys, revokeTillKey, type TillKey } from "./tillKeys.ts";

const tag = "catalog";

export function tillKeyRoutes(app: App, { db, callers, sealer }: Pick<Parts, "db" | "callers" | "sealer">): void {
  app.post(
    "/v1/till-keys",
    operation({
      id: "createTillKey",
      tag,
      summary: "Make a till's key",
      description:
        "The whole key is in this reply and nowhere else. It may do what a cashier may, works only on the device " +
        "that is named here, and what it records happens at its location.",
      scope: "staff:write",
      idempotent: true,
      body: NewTillKey,
      ok: CreatedTillKey,
      created: CreatedTillKey,
      refuses: ["not_found"],
    }),
    async (request, reply) => {
      if (!mayGive(request.caller.scopes, "cashier")) {
        throw new Refusal("forbidden", "A till's key may do what a cashier may, and your own key may not.");
      }
      const { name, device } = request.body;
      const locationId = fromTypeId("loc", request.body.locationId);
      return inTransaction(db, who(request), async (ctx) => {
        const id = newPlaceId(ctx.now);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toReply(await getTillKey(ctx, claimed.resourceId));
        const secret = await createTillKey(ctx, { id, name, locationId, device });
        reply.code(status.created);
        return { ...toReply(await getTillKey(ctx, id)), secret };
      });
    },
  );

  app.get(
    "/v1/till-keys",
    operation({
      id: "listTillKeys",
      tag,
      summary: "The tills' keys, oldest first, revoked ones too",
      scope: "staff:read",
      query: Type.Object(pageQuery, { additionalProperties: false }),
      ok: TillKeyPage,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const page = pageStart(request.query, oneId);
        return pageOf(await listTillKeys(ctx, page), page.limit, { item: toReply, key: (key) => [key.id] });
      }),
  );

  app.delete(
    "/v1/till-keys/:tillKeyId",
    operation({
      id: "revokeTillKey",
      tag,
      summary: "Revoke a till's key at once and for ever",
      scope: "staff:write",
      params: TillKeyPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("tky", request.params.tillKeyId);
      await inTransaction(db, who(request), (ctx) => revokeTillKey(ctx, id));
      callers.forgetTenant(request.caller.tenantId);
      return reply.code(status.noContent).send();
    },
  );
}

function toReply(key: TillKey): TillKeyReply {
  return {
    id: toTypeId("tky", key.id),
    name: key.name,
    locationId: toTypeId("loc", key.locationId),
    createdAt: new Date(key.createdAt).toISOString(),
    ...(key.revokedAt === undefined ? {} : { revokedAt: new Date(key.revokedAt).toISOString() }),
  };
}
