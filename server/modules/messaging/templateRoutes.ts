// Templates: written, written anew, looked at as somebody, and ended.
import {
  NewTemplate,
  NewTemplateVersion,
  TemplatePage,
  TemplatePageQuery,
  TemplatePath,
  Template as TemplateReply,
} from "@fedele/sdk/schemas/messageTemplate.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { toTemplate, toTemplateSummary } from "./replies.ts";
import { addTemplate, addVersion, endTemplate, getTemplate, listTemplates, wordingsOf } from "./templates.ts";

const tag = "messages";

type Needed = Pick<Parts, "db" | "sealer">;

export function templateRoutes(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/message-templates",
    operation({
      id: "addTemplate",
      tag,
      summary: "Write a template",
      description: "It is compiled at once: what cannot be rendered is refused here, not when it is to go out.",
      scope: "messaging:write",
      idempotent: true,
      body: NewTemplate,
      ok: TemplateReply,
      created: TemplateReply,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return shown(ctx, claimed.resourceId);
        await addTemplate(ctx, id, request.body);
        reply.code(status.created);
        return shown(ctx, id);
      }),
  );

  app.post(
    "/v1/message-templates/:templateId/versions",
    operation({
      id: "addTemplateVersion",
      tag,
      summary: "Give a template other words",
      description: "They count from the next message on, also for what waits already.",
      scope: "messaging:write",
      idempotent: true,
      params: TemplatePath,
      body: NewTemplateVersion,
      ok: TemplateReply,
    }),
    async (request) => {
      const id = fromTypeId("tpl", request.params.templateId);
      return inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
        if (claimed.state === "fresh") await addVersion(ctx, id, request.body);
        return shown(ctx, id);
      });
    },
  );

  templateReading(app, { db });
}

function templateReading(app: App, { db }: Pick<Needed, "db">): void {
  app.get(
    "/v1/message-templates",
    operation({
      id: "listTemplates",
      tag,
      summary: "The templates, latest first",
      scope: "messaging:read",
      query: TemplatePageQuery,
      ok: TemplatePage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const rows = await listTemplates(ctx, { before: page.after ?? null, limit: page.fetch });
        return pageOf(rows, page.limit, { item: toTemplateSummary, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/message-templates/:templateId",
    operation({
      id: "getTemplate",
      tag,
      summary: "One template with its words",
      scope: "messaging:read",
      params: TemplatePath,
      ok: TemplateReply,
    }),
    async (request) => {
      const id = fromTypeId("tpl", request.params.templateId);
      return inTransaction(db, who(request), (ctx) => shown(ctx, id));
    },
  );

  app.delete(
    "/v1/message-templates/:templateId",
    operation({
      id: "endTemplate",
      tag,
      summary: "End a template",
      description: "Nothing is sent with it any more; what waits is skipped as cancelled.",
      scope: "messaging:write",
      params: TemplatePath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("tpl", request.params.templateId);
      await inTransaction(db, who(request), (ctx) => endTemplate(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}

async function shown(ctx: Ctx, id: string) {
  const template = await getTemplate(ctx, id);
  return toTemplate(template, await wordingsOf(ctx, template));
}
