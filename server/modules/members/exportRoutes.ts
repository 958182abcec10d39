// What we know of a member, and of all members, in forms that other programs read.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { CsvText, MemberExportQuery, MemberExportReply } from "@fedele/sdk/schemas/export.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import type { FastifyReply } from "fastify";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { sendPieces } from "../../platform/http/pieces.ts";
import type { App } from "../../platform/http.ts";
import { bucketOf, fromTypeId, toTypeId } from "../../platform/ids.ts";
import type { Log } from "../../platform/log.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type ExportPart, type MemberColumns, memberAsCsv, memberAsJson, membersAsCsv } from "./exports.ts";
import { getFacts } from "./facts.ts";
import { tell } from "./tellings.ts";

const tag = "members";
const CSV = "text/csv; charset=utf-8";
const JSON_TEXT = "application/json; charset=utf-8";

type Needed = Pick<Parts, "db" | "sealer" | "log">;

export function exportRoutes(app: App, { db, log }: Needed, parts: readonly ExportPart[]): void {
  app.get(
    "/v1/members/:memberId/export",
    operation({
      id: "exportMember",
      tag,
      summary: "Everything that is known of a member",
      description:
        "For the person who asks, or for another programme. It tells what every module knows, so the key needs to be " +
        "allowed to read all of it: members, ledger, activities, rewards. That it was made is told as member.exported.",
      scope: "members:read",
      audited: true,
      params: MemberPath,
      query: MemberExportQuery,
      ok: MemberExportReply,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const member = { memberId, bucket: bucketOf(memberId) };
      refuseUnlessAllowed(request.caller.scopes, parts);
      const asking = who(request);
      await inTransaction(db, asking, async (ctx) => {
        await getFacts(ctx, member);
        await tell(ctx, memberId, { type: "member.exported", data: { actor: ctx.actor } });
      });
      const source = { db, who: asking, tenant: request.caller.tenant };
      return sendExport(reply, { log, source, member, parts, format: request.query.format ?? "json" });
    },
  );
}

type Exporting = Readonly<{
  log: Log;
  source: Parameters<typeof memberAsJson>[0];
  member: Readonly<{ memberId: string; bucket: number }>;
  parts: readonly ExportPart[];
  format: "json" | "csv";
}>;

/** One member's document, sent as it is read. */
export function sendExport(reply: FastifyReply, { log, source, member, parts, format }: Exporting): FastifyReply {
  const isCsv = format === "csv";
  const name = toTypeId("mem", member.memberId);
  if (isCsv) reply.header("content-disposition", `attachment; filename="${name}.csv"`);
  const pieces = (isCsv ? memberAsCsv : memberAsJson)(source, member, parts);
  sendPieces(reply, { log, contentType: isCsv ? CSV : JSON_TEXT, pieces });
  return reply;
}

export function membersExportRoutes(app: App, { db, sealer, log }: Needed, others: readonly MemberColumns[]): void {
  app.get(
    "/v1/exports/members.csv",
    operation({
      id: "exportMembers",
      tag,
      summary: "All members as a table, latest first",
      description:
        "One line a member: who they are, what they have of each points type, their tier. Sent as it is read, so an " +
        "export that ends early is seen by its connection. Texts that a sheet would take for a formula begin with an " +
        "apostrophe.",
      scope: "members:read",
      audited: true,
      ok: CsvText,
    }),
    async (request, reply) => {
      refuseUnlessAllowed(request.caller.scopes, others);
      const { tenant, tenantId, actor } = request.caller;
      log.info({ tenantId, actor }, "all members are exported");
      const pieces = membersAsCsv(
        { db, who: who(request), tenant },
        { sealer, others, idOf: (id) => toTypeId("mem", id) },
      );
      reply.header("content-disposition", 'attachment; filename="members.csv"');
      sendPieces(reply, { log, contentType: CSV, pieces });
      return reply;
    },
  );
}

function refuseUnlessAllowed(granted: ReadonlySet<Scope>, sources: readonly { scopes: readonly Scope[] }[]): void {
  const missing = sources.flatMap(({ scopes }) => scopes).find((scope) => !granted.has(scope));
  if (missing === undefined) return;
  throw new Refusal("forbidden", `An export tells all that is known, so your key needs the scope "${missing}" too.`);
}
