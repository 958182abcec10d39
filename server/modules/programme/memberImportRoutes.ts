// Members from a file: uploaded, looked at, mapped, started, followed, given up.
import type { Scope } from "@fedele/sdk/schemas/apiKey.ts";
import { CsvText } from "@fedele/sdk/schemas/export.ts";
import {
  IMPORT_BODY_MAX,
  IMPORT_BYTES_MAX,
  MemberImportPage,
  MemberImportPath,
  MemberImportQuery,
  MemberImport as MemberImportReply,
  MemberMapping,
  NewMemberImport,
} from "@fedele/sdk/schemas/memberImport.ts";
import { csvHead, csvOf } from "../../platform/csv.ts";
import { type Ctx, inTransaction, type Who } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { sendPieces } from "../../platform/http/pieces.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketWithin, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import {
  discardImport,
  getImport,
  type Home,
  type ImportRow,
  listImports,
  ROWS_PER_CHUNK,
  remapImport,
  sampleOf,
  startImport,
  stepImport,
  uploadImport,
} from "./memberImports/memberImports.ts";
import { findMistakes } from "./store/memberImports.ts";

const tag = "member imports";

/** So many chunks are done before the start is answered: a small file is in at once, a large one goes on by itself. */
export const CHUNKS_AT_START = 4;

type Needed = Pick<Parts, "db" | "sealer" | "clock" | "log">;

export function memberImportRoutes(app: App, parts: Needed): void {
  upload(app, parts);
  reading(app, parts);
  change(app, parts);
  start(app, parts);
  mistakes(app, parts);
}

function upload(app: App, { db, sealer }: Needed): void {
  const described = operation({
    id: "uploadMemberImport",
    tag,
    summary: "Upload a file of members",
    description:
      "Nobody is enrolled yet. The reply says what the columns probably mean and what would come of it. The rows are " +
      "sealed, and go when they are done, when the import is given up, or after a day.",
    scope: "members:write",
    audited: true,
    idempotent: true,
    body: NewMemberImport,
    ok: MemberImportReply,
    created: MemberImportReply,
  });
  app.post("/v1/member-imports", { ...described, bodyLimit: IMPORT_BODY_MAX }, async (request, reply) => {
    const { tenant } = request.caller;
    const bytes = Buffer.from(request.body.content, "base64");
    if (bytes.length > IMPORT_BYTES_MAX) throw new Refusal("too_large", "The file is too large; please divide it.");
    return inTransaction(db, who(request), async (ctx) => {
      const id = newId(ctx.now, bucketWithin(tenant.id, tenant.bucketSpan, 0));
      const home = { sealer, tenant };
      const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
      if (claimed.state === "replay") return toReply(ctx, home, await getImport(ctx, claimed.resourceId));
      reply.code(status.created);
      await uploadImport(ctx, home, { id, bytes });
      return toReply(ctx, home, await getImport(ctx, id));
    });
  });
}

function reading(app: App, { db, sealer }: Needed): void {
  app.get(
    "/v1/member-imports",
    operation({
      id: "listMemberImports",
      tag,
      summary: "Imports of members, the latest first",
      scope: "members:write",
      query: MemberImportQuery,
      ok: MemberImportPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => {
        const found = await listImports(ctx, { before: page.after, limit: page.fetch });
        const replies = await Promise.all(found.map(async (row) => ({ row, item: await toReply(ctx, home, row) })));
        return pageOf(replies, page.limit, { item: ({ item }) => item, key: ({ row }) => [row.id] });
      });
    },
  );

  app.get(
    "/v1/member-imports/:importId",
    operation({
      id: "getMemberImport",
      tag,
      summary: "One import, and how far it has come",
      scope: "members:write",
      params: MemberImportPath,
      ok: MemberImportReply,
    }),
    async (request) => {
      const id = fromTypeId("imp", request.params.importId);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => toReply(ctx, home, await getImport(ctx, id)));
    },
  );
}

function change(app: App, { db, sealer }: Needed): void {
  app.put(
    "/v1/member-imports/:importId/mapping",
    operation({
      id: "mapMemberImport",
      tag,
      summary: "Say what the columns mean; the preview is made anew",
      scope: "members:write",
      params: MemberImportPath,
      body: MemberMapping,
      ok: MemberImportReply,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("imp", request.params.importId);
      const home = { sealer, tenant: request.caller.tenant };
      return inTransaction(db, who(request), async (ctx) => {
        await remapImport(ctx, home, id, request.body);
        return toReply(ctx, home, await getImport(ctx, id));
      });
    },
  );

  app.delete(
    "/v1/member-imports/:importId",
    operation({
      id: "discardMemberImport",
      tag,
      summary: "Give an import up; its rows are gone, and who was enrolled stays",
      scope: "members:write",
      audited: true,
      params: MemberImportPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("imp", request.params.importId);
      await inTransaction(db, who(request), (ctx) => discardImport(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}

function start(app: App, parts: Needed): void {
  const { db, sealer } = parts;
  app.post(
    "/v1/member-imports/:importId/run",
    operation({
      id: "runMemberImport",
      tag,
      summary: "Start an import: rows become members",
      description:
        "A small file is done when this answers; a large one goes on by itself and is followed by reading it. " +
        "One that runs already, or is done, stays so. Points and tiers that come along need adjustments:write.",
      scope: "members:write",
      audited: true,
      idempotent: true,
      params: MemberImportPath,
      ok: MemberImportReply,
    }),
    async (request) => {
      const id = fromTypeId("imp", request.params.importId);
      const { tenant, scopes } = request.caller;
      const home = { sealer, tenant };
      await inTransaction(db, who(request), async (ctx) => {
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        refuseUnlessAllowed(await getImport(ctx, id), scopes);
        if (claimed.state === "fresh") await startImport(ctx, home, id);
      });
      for (let chunks = 0; chunks < CHUNKS_AT_START; chunks += 1) {
        if (!(await stepImport(parts, { tenant, id }))) break;
      }
      return inTransaction(db, who(request), async (ctx) => toReply(ctx, home, await getImport(ctx, id)));
    },
  );
}

/** Points come out of nothing here as they do by hand. */
function refuseUnlessAllowed({ mapping }: ImportRow, granted: ReadonlySet<Scope>): void {
  const brings = mapping.columns.some((column) => column === "points" || column === "tier");
  if (!brings || granted.has("adjustments:write")) return;
  throw new Refusal("forbidden", 'To bring points or tiers in a key needs the scope "adjustments:write" too.');
}

const mistakeColumns = [{ name: "row" }, { name: "reason" }] as const;
const CSV = "text/csv; charset=utf-8";

function mistakes(app: App, { db, log }: Needed): void {
  app.get(
    "/v1/member-imports/:importId/mistakes.csv",
    operation({
      id: "exportMemberImportMistakes",
      tag,
      summary: "Every row that was left out, and why, as a table",
      description: "Rows are named by their number in the file. Nothing of what stood in them is kept.",
      scope: "members:write",
      params: MemberImportPath,
      ok: CsvText,
    }),
    async (request, reply) => {
      const id = fromTypeId("imp", request.params.importId);
      const asked = who(request);
      await inTransaction(db, asked, (ctx) => getImport(ctx, id));
      reply.header("content-disposition", 'attachment; filename="mistakes.csv"');
      sendPieces(reply, { log, contentType: CSV, pieces: mistakesAsCsv({ db, asked }, id) });
      return reply;
    },
  );
}

const CHUNKS_PER_PIECE = 200;

async function* mistakesAsCsv(
  { db, asked }: { db: Needed["db"]; asked: Who },
  importId: string,
): AsyncGenerator<string> {
  yield csvHead(mistakeColumns);
  for (let from = 0; ; from += CHUNKS_PER_PIECE) {
    const page = { from, limit: CHUNKS_PER_PIECE };
    const found = await inTransaction(db, asked, (ctx) => findMistakes(ctx, importId, page));
    const rows = found.flatMap(({ mistakes: list }) => list ?? []).map(({ row, words }) => [row, words]);
    if (rows.length > 0) yield csvOf(mistakeColumns, rows);
    if (found.length < CHUNKS_PER_PIECE) return;
  }
}

async function toReply(ctx: Ctx, home: Home, row: ImportRow): Promise<MemberImportReply> {
  const { examined, ...preview } = row.preview;
  const { titles, sample } = await sampleOf(ctx, home, row);
  return {
    id: toTypeId("imp", row.id),
    state: row.state,
    titles,
    mapping: row.mapping,
    rows: row.rowCount,
    examined,
    preview,
    sample,
    done: Math.min(row.nextChunk * ROWS_PER_CHUNK, row.rowCount),
    counts: row.counts,
    createdAt: new Date(row.createdAt).toISOString(),
  };
}
