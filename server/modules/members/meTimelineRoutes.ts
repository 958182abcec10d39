// What happened to a member, in plain words and why, and all that is known of him to take home.
import { MemberExportQuery, MemberExportReply } from "@fedele/sdk/schemas/export.ts";
import { OwnPageQuery, OwnTimelinePage } from "@fedele/sdk/schemas/me.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { selfOf, who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import type { App } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { sendExport } from "./exportRoutes.ts";
import type { ExportPart } from "./exports.ts";
import { languageOfMember } from "./memberLanguages.ts";
import { toOwnItem } from "./ownTimeline.ts";
import { tell } from "./tellings.ts";
import { type TimelineSource, timelineOf } from "./timeline.ts";

const tag = "me";
/** Exports read everything: so many a minute are enough for anybody. */
export const OWN_EXPORTS_PER_MINUTE = 3;

type Needed = Pick<Parts, "db" | "log" | "clock">;

export function ownTimelineRoutes(app: App, { db }: Needed, sources: readonly TimelineSource[]): void {
  app.get(
    "/v1/me/timeline",
    operation({
      id: "readMyTimeline",
      tag,
      summary: "What happened to you and your points, latest first, and why",
      scope: "member",
      query: OwnPageQuery,
      ok: OwnTimelinePage,
    }),
    async (request) => {
      const member = selfOf(request);
      const page = pageStart(request.query, oneId);
      const placed = await inTransaction(db, who(request), async (ctx) => {
        const language = await languageOfMember(ctx, request);
        const tenant = { ...request.caller.tenant, language };
        return timelineOf(ctx, { member, tenant, sources }, { before: page.after ?? null, limit: page.fetch });
      });
      return pageOf(placed, page.limit, { item: toOwnItem, key: ({ place }) => [place] });
    },
  );
}

export function ownExportRoutes(app: App, { db, log, clock }: Needed, parts: readonly ExportPart[]): void {
  const exports = rateLimitPerMinute(OWN_EXPORTS_PER_MINUTE, clock);
  app.get(
    "/v1/me/export",
    operation({
      id: "exportMe",
      tag,
      summary: "Everything that is known of you",
      scope: "member",
      query: MemberExportQuery,
      ok: MemberExportReply,
    }),
    async (request, reply) => {
      const member = selfOf(request);
      if (exports.take(member.memberId).isSpent) {
        throw new Refusal("too_many", "Wait a minute before the next export.", { retryAfterSeconds: 60 });
      }
      const asking = who(request);
      await inTransaction(db, asking, (ctx) =>
        tell(ctx, member.memberId, { type: "member.exported", data: { actor: ctx.actor } }),
      );
      const source = { db, who: asking, tenant: request.caller.tenant };
      return sendExport(reply, { log, source, member, parts, format: request.query.format ?? "json" });
    },
  );
}
