// The tenant's settings of its portal, and the link that a till shows to a new member.
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { PortalLink, PortalSettings } from "@fedele/sdk/schemas/portal.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { getPortalLink, makePortalLink } from "./portalLinks.ts";
import { changePortalSettings, getPortalSettings } from "./portals.ts";

const tag = "portal";

type Needed = Pick<Parts, "db" | "clock" | "sealer" | "publicUrl">;

export function portalSettingsRoutes(app: App, { db }: Needed): void {
  app.get(
    "/v1/portal-settings",
    operation({
      id: "getPortalSettings",
      tag,
      summary: "What the portal looks like and lets people do",
      scope: "tenant:read",
      ok: PortalSettings,
    }),
    async (request) => inTransaction(db, who(request), getPortalSettings),
  );

  app.put(
    "/v1/portal-settings",
    operation({
      id: "changePortalSettings",
      tag,
      summary: "Set what the portal looks like and lets people do",
      description: "A text that changes needs a new version: who agreed to the old one did not agree to the new one.",
      scope: "tenant:write",
      body: PortalSettings,
      ok: PortalSettings,
      refuses: ["conflict"],
    }),
    async (request) => inTransaction(db, who(request), (ctx) => changePortalSettings(ctx, request.body)),
  );
}

export function portalLinkRoutes(app: App, { db, clock, sealer, publicUrl }: Needed): void {
  app.post(
    "/v1/members/:memberId/portal-links",
    operation({
      id: "makePortalLink",
      tag,
      summary: "Make a link that signs a new member's phone in",
      description:
        "To be shown as a QR code. Good for ten minutes and once. For a member who has signed in before only whoever " +
        "may give by hand makes one (adjustments:write); everybody else would have a way into anybody's account.",
      scope: "members:write",
      audited: true,
      idempotent: true,
      params: MemberPath,
      ok: PortalLink,
      created: PortalLink,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const { tenant, scopes } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const nowMs = clock.now();
        const id = newId(nowMs, bucketOf(memberId));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toLink(await getPortalLink(ctx, claimed.resourceId));
        const mayAnybody = scopes.has("adjustments:write");
        const link = await makePortalLink(ctx, { id, memberId, mayAnybody, nowMs });
        reply.code(status.created);
        return { ...toLink(link), url: `${publicUrl}/p/${tenant.slug}/enter#${link.token}` };
      });
    },
  );
}

function toLink({ id, expiresAt }: Readonly<{ id: string; expiresAt: number }>) {
  return { id: toTypeId("plk", id), expiresAt: new Date(expiresAt).toISOString() };
}
