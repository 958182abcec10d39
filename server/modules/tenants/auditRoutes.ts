// The audit log: who changed what, when. It is written by the platform (platform/audit.ts) and read here.
import { AuditPage, AuditQuery, type AuditEntry as AuditReply, AuditVerification } from "@fedele/sdk/schemas/audit.ts";
import { verifyChain } from "../../platform/audit/verification.ts";
import type { ToldEntry } from "../../platform/audit.ts";
import { inTransaction, ofOneMoment } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { pageOf, pageStart } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";

type Needed = Pick<Parts, "db" | "auditor" | "sealer">;

export function auditRoutes(app: App, parts: Needed): void {
  listing(app, parts);
  verifying(app, parts);
}

function listing(app: App, { db, auditor }: Needed): void {
  app.get(
    "/v1/audit-entries",
    operation({
      id: "listAuditEntries",
      tag: "tenant",
      summary: "Who changed what, latest first",
      description:
        "Settings, programme, rewards, keys, members' rights, points by hand. Entries are chained and sealed: " +
        '"fedele verify-ledger" and `GET /v1/audit-verification` say whether one was changed, removed or moved.',
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

function verifying(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/audit-verification",
    operation({
      id: "verifyAuditEntries",
      tag: "tenant",
      summary: "Whether the chain of audit entries is whole, and where it breaks",
      description:
        "Computes the seals of the latest 250,000 entries anew. Whoever changed, removed or moved one in the " +
        "database is found out, because the key of the seals is not there.",
      scope: "audit:read",
      ok: AuditVerification,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        await ofOneMoment(ctx);
        const { entries, from, lastAt, faults } = await verifyChain(ctx, await sealer.keysOf(ctx));
        return {
          isWhole: faults.length === 0,
          entries,
          from,
          ...(lastAt === null ? {} : { sealedUntil: new Date(lastAt).toISOString() }),
          faults: [...faults],
        };
      }),
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
