// The timeline of a member. What stands in it comes from modules that know more than this one.
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { TimelinePage, TimelineQuery } from "@fedele/sdk/schemas/timeline.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import { bucketOf, fromTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { type TimelineSource, timelineOf } from "./timeline.ts";

export function timelineRoutes(app: App, { db }: Pick<Parts, "db">, sources: readonly TimelineSource[]): void {
  app.get(
    "/v1/members/:memberId/timeline",
    operation({
      id: "readTimeline",
      tag: "members",
      summary: "Everything that happened to a member, latest first, and why",
      description:
        "Activities and what they earned, points used, expired or given by hand, steps between tiers, rewards. " +
        "Only what the key may read: activities need activities:read, points ledger:read, rewards rewards:read.",
      scope: "members:read",
      params: MemberPath,
      query: TimelineQuery,
      ok: TimelinePage,
    }),
    async (request) => {
      const { tenant, scopes } = request.caller;
      const memberId = fromTypeId("mem", request.params.memberId);
      const member = { memberId, bucket: bucketOf(memberId) };
      const page = pageStart(request.query, oneId);
      const readable = sources.filter(({ scope }) => scopes.has(scope));
      const placed = await inTransaction(db, who(request), (ctx) =>
        timelineOf(ctx, { member, tenant, sources: readable }, { before: page.after ?? null, limit: page.fetch }),
      );
      return pageOf(placed, page.limit, { item: ({ item }) => item, key: ({ place }) => [place] });
    },
  );
}
