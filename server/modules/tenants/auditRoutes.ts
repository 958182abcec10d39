// The audit log: who changed what, when. It is written by the platform (platform/audit.ts) and read here.
import { AuditPage, AuditQuery, type AuditEntry as AuditReply } from "@fedele/sdk/schemas/audit.ts";
import type { ToldEntry } from "../../platform/audit.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { pageOf, pageStart } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";

export function auditRoutes(app: App, { db, auditor }: Pick<Parts, "db" | "auditor">): void {
  app.get(
    "/v1/audit-entries",
    operation({
      id: "listAuditEntries",
      tag: "tenant",
      summary: "Who changed what, latest first",
      description:
        "Settings, programme, rewards, keys, members' rights, points by hand. Entries are chained and sealed: " +
        '"fedele verify-ledger" says whether one was changed, removed or moved, and which.',
      scope: "audit:read",
      query: AuditQuery,
      ok: AuditPage,
      refuses: ["not_found"],
    }),
    async (request) => {
      const { actor, operation: operationId, resource, memberId, from, until, ...paging } = request.query;
      const page = pageStart(paging, onePlace);
      const filter = {
        actor,
        operation: operationId,
        resource,
        memberId: memberId === undefined ? undefined : fromTypeId("mem", memberId),
        fromMs: from === undefined ? undefined : Date.parse(from),
        untilMs: until === undefined ? undefined : Date.parse(until),
      };
      const entries = await inTransaction(db, who(request), (ctx) =>
        auditor.list(ctx, { before: page.after ?? null, limit: page.fetch, filter }),
      );
      return pageOf(entries, page.limit, { item: toReply, key: ({ place }) => [place] });
    },
  );
}

function onePlace(values: unknown): number | undefined {
  const [place, ...rest] = Array.isArray(values) ? values : [];
  return Number.isSafeInteger(place) && rest.length === 0 ? place : undefined;
}

function toReply({ place, at, actor, operation: done, resource, memberId, fields, told, seal }: ToldEntry): AuditReply {
  return {
    place,
    at: new Date(at).toISOString(),
    actor,
    operation: done,
    ...(resource === null ? {} : { resource }),
    ...(memberId === null ? {} : { memberId: toTypeId("mem", memberId) }),
    fields: [...fields],
    said: told === null ? null : { ...told },
    seal: seal.toString("hex"),
  };
}
