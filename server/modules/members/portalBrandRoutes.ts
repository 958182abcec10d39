// The shop's logo, shown to everybody; and the texts that members were shown, version by version, for the shop alone.
import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import { LogoBytes, NewLogo, PortalPath, PortalTextPage } from "@fedele/sdk/schemas/portal.ts";
import { Type } from "typebox";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { pageOf, pageStart } from "../../platform/http/pages.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import { type App, status } from "../../platform/http.ts";
import { changeLogo, getLogo, removeLogo } from "./logos.ts";
import { inPortal, type PortalParts, READS_PER_MINUTE, tooOften } from "./portalRoutes.ts";
import { listTexts, type TextPlace } from "./store/portals.ts";

const tag = "portal";

export function portalLogoRoutes(app: App, { db, clock }: PortalParts): void {
  const reads = rateLimitPerMinute(READS_PER_MINUTE, clock);
  app.put(
    "/v1/portal-settings/logo",
    operation({
      id: "changePortalLogo",
      tag,
      summary: "Set the logo that stands above the portal",
      scope: "tenant:write",
      body: NewLogo,
      noContent: true,
    }),
    async (request, reply) => {
      await inTransaction(db, who(request), (ctx) => changeLogo(ctx, request.body, clock.now()));
      return reply.code(status.noContent).send();
    },
  );

  app.delete(
    "/v1/portal-settings/logo",
    operation({
      id: "removePortalLogo",
      tag,
      summary: "Have no logo above the portal",
      scope: "tenant:write",
      noContent: true,
    }),
    async (request, reply) => {
      await inTransaction(db, who(request), (ctx) => removeLogo(ctx, clock.now()));
      return reply.code(status.noContent).send();
    },
  );

  app.get(
    "/v1/portal/:slug/logo",
    operation({
      id: "getPortalLogo",
      tag,
      summary: "The logo that stands above the portal",
      scope: "public",
      params: PortalPath,
      query: Type.Object(
        {
          at: Type.Optional(
            Type.String({ maxLength: 20, description: "When it changed; a new one is asked for anew." }),
          ),
        },
        { additionalProperties: false },
      ),
      ok: LogoBytes,
      refuses: ["too_many"],
    }),
    async (request, reply) => {
      if (reads.take(request.ip).isSpent) throw tooOften();
      const { type, bytes } = await inPortal({ db, clock }, request.params.slug, getLogo);
      return reply.type(type).header("cache-control", "public, max-age=86400").send(bytes);
    },
  );
}

export function portalTextRoutes(app: App, { db }: Pick<PortalParts, "db">): void {
  app.get(
    "/v1/portal-texts",
    operation({
      id: "listPortalTexts",
      tag,
      summary: "Every version of the terms, the privacy notice and the consents that members were shown, latest first",
      description: "What a consent or an acceptance names as its version is found here, with the words of that day.",
      scope: "tenant:read",
      query: Type.Object(pageQuery, { additionalProperties: false }),
      ok: PortalTextPage,
    }),
    async (request) => {
      const page = pageStart(request.query, textPlace);
      const texts = await inTransaction(db, who(request), (ctx) => listTexts(ctx, page));
      return pageOf(texts, page.limit, {
        item: ({ createdAt, ...text }) => ({ ...text, since: new Date(createdAt).toISOString() }),
        key: ({ createdAt, subject, version }) => [createdAt, subject, version],
      });
    },
  );
}

function textPlace(values: unknown): TextPlace | undefined {
  const [at, subject, version, ...rest] = Array.isArray(values) ? values : [];
  const areTexts = typeof subject === "string" && typeof version === "string" && rest.length === 0;
  return Number.isSafeInteger(at) && areTexts ? { at, subject, version } : undefined;
}
