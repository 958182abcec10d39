// Purchases that somebody should look at, over HTTP.
import { type ActivityFlag, ActivityFlagPage, ActivityFlagQuery } from "@fedele/sdk/schemas/activityFlag.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, oneText, pageOf, pageStart } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { type FlagRow, listFlags } from "./store/activityFlags.ts";

export function activityFlagRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/activity-flags",
    operation({
      id: "listActivityFlags",
      tag: "activities",
      summary: "Purchases that came faster than is usual, latest first",
      description: "What is usual is said by the programme's policy `velocity`.",
      scope: "activities:read",
      query: ActivityFlagQuery,
      ok: ActivityFlagPage,
    }),
    async (request) => {
      const page = pageStart(request.query, idAndKind);
      return inTransaction(db, who(request), async (ctx) => {
        const rows = await listFlags(ctx, { before: page.after ?? null, limit: page.fetch });
        return pageOf(rows, page.limit, { item: toFlag, key: (row) => [row.activityId, row.kind] });
      });
    },
  );
}

function idAndKind(values: unknown): readonly [string, string] | undefined {
  const [first, second, ...rest] = Array.isArray(values) ? values : [];
  const [id, kind] = [oneId([first]), oneText([second])];
  return id === undefined || kind === undefined || rest.length > 0 ? undefined : [id, kind];
}

function toFlag({ activityId, memberId, kind, counted, bound, minutes, locationId, createdAt }: FlagRow): ActivityFlag {
  return {
    activityId: toTypeId("act", activityId),
    memberId: toTypeId("mem", memberId),
    ...{ kind, counted, bound, minutes },
    locationId: locationId === null ? null : toTypeId("loc", locationId),
    createdAt: new Date(createdAt).toISOString(),
  };
}
