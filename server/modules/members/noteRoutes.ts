// Notes on members: written, read, removed.
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { NewNote, NotePage, NotePageQuery, NotePath, Note as NoteReply } from "@fedele/sdk/schemas/note.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { getNote, listNotes, type Note, removeNote, writeNote } from "./notes.ts";

const tag = "members";

type Needed = Pick<Parts, "db" | "sealer">;

export function noteRoutes(app: App, { db, sealer }: Needed): void {
  app.post(
    "/v1/members/:memberId/notes",
    operation({
      id: "writeNote",
      tag,
      summary: "Write down something to remember of a member",
      scope: "members:write",
      idempotent: true,
      params: MemberPath,
      body: NewNote,
      ok: NoteReply,
      created: NoteReply,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucketOf(memberId));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") {
          return toNoteReply(await getNote(ctx, sealer, { memberId, id: claimed.resourceId }));
        }
        reply.code(status.created);
        return toNoteReply(await writeNote(ctx, sealer, { memberId, id }, request.body.text));
      });
    },
  );

  app.get(
    "/v1/members/:memberId/notes",
    operation({
      id: "listNotes",
      tag,
      summary: "The notes on a member, latest first",
      scope: "members:read",
      params: MemberPath,
      query: NotePageQuery,
      ok: NotePage,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const notes = await listNotes(ctx, sealer, memberId, { before: page.after ?? null, limit: page.fetch });
        return pageOf(notes, page.limit, { item: toNoteReply, key: ({ id }) => [id] });
      });
    },
  );

  app.delete(
    "/v1/members/:memberId/notes/:noteId",
    operation({
      id: "removeNote",
      tag,
      summary: "Remove a note",
      scope: "members:write",
      params: NotePath,
      noContent: true,
    }),
    async (request, reply) => {
      const place = {
        memberId: fromTypeId("mem", request.params.memberId),
        id: fromTypeId("not", request.params.noteId),
      };
      await inTransaction(db, who(request), (ctx) => removeNote(ctx, place));
      return reply.code(status.noContent).send();
    },
  );
}

export function toNoteReply({ id, text, writtenBy, writtenAt }: Note): NoteReply {
  return { id: toTypeId("not", id), text, writtenBy, writtenAt: new Date(writtenAt).toISOString() };
}
