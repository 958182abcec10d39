// What Fedele wrote to people. Where no mail server is set, the owner reads here what would have been sent.
import {
  OutboxMessagePage,
  OutboxMessagePath,
  OutboxMessage as OutboxMessageReply,
} from "@fedele/sdk/schemas/outbox.ts";
import { pageQuery } from "@fedele/sdk/schemas/page.ts";
import { Type } from "typebox";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import { fromTypeId, toTypeId } from "../../platform/ids.ts";
import { findMessage, listMessages, type StoredMessage } from "../../platform/mail/messages.ts";
import type { Letter } from "../../platform/mail/smtp.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";

const tag = "tenant";

export function outboxRoutes(app: App, { db, mail, sealer }: Pick<Parts, "db" | "mail" | "sealer">): void {
  app.get(
    "/v1/outbox-messages",
    operation({
      id: "listOutboxMessages",
      tag,
      summary: "Letters that Fedele wrote, latest first",
      description: "Sign-in codes of others stand in them, so this is for whoever may do everything.",
      scope: "outbox:read",
      query: Type.Object(pageQuery, { additionalProperties: false }),
      ok: OutboxMessagePage,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const page = pageStart(request.query, oneId);
        const keys = await sealer.keysOf(ctx);
        const item = (message: StoredMessage) => toReply(message, mail.read(keys, message));
        return pageOf(await listMessages(ctx, page), page.limit, { item, key: (message) => [message.id] });
      }),
  );

  app.get(
    "/v1/outbox-messages/:messageId",
    operation({
      id: "getOutboxMessage",
      tag,
      summary: "One letter",
      scope: "outbox:read",
      params: OutboxMessagePath,
      ok: OutboxMessageReply,
    }),
    async (request) => {
      const id = fromTypeId("eml", request.params.messageId);
      return inTransaction(db, who(request), async (ctx) => {
        const message = await findMessage(ctx, id);
        if (message === undefined) throw new Refusal("not_found", "There is no letter with this id.");
        return toReply(message, mail.read(await sealer.keysOf(ctx), message));
      });
    },
  );
}

/** A letter that went out is its recipient's: what it says is shown of those alone that nobody got. */
function toReply(message: StoredMessage, letter: Letter | undefined): OutboxMessageReply {
  const { id, kind, status, attempts, failure, createdAt, endedAt } = message;
  return {
    id: toTypeId("eml", id),
    kind,
    status,
    attempts,
    ...(failure === undefined ? {} : { failure }),
    createdAt: new Date(createdAt).toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt).toISOString() }),
    ...(letter === undefined || status !== "kept"
      ? {}
      : { letter: { ...letter.to, subject: letter.subject, text: letter.text } }),
  };
}
