// Messages to one member: asked for, and what became of each; and what the member wants to get.
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { MessagePage, MessagePageQuery, Message as MessageReply, NewMessage } from "@fedele/sdk/schemas/message.ts";
import { PreferenceChange, Preferences, SuppressionPath } from "@fedele/sdk/schemas/messagePreference.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { getMember } from "../members/members.ts";
import { getDelivery, listDeliveries, requestMessage } from "./deliveries.ts";
import type { Messenger } from "./messenger.ts";
import { changePreferences, liftSuppressions, preferencesOf } from "./preferences.ts";
import { toMessage } from "./replies.ts";

const tag = "messages";

type Needed = Pick<Parts, "db" | "sealer"> & { readonly messenger: Messenger };

export function messageRoutes(app: App, { db, sealer, messenger }: Needed): void {
  app.post(
    "/v1/members/:memberId/messages",
    operation({
      id: "sendMessage",
      tag,
      summary: "Write to one member",
      description: "Whether it goes out is decided when it is due; the message says what became of it, and why.",
      scope: "messaging:write",
      audited: true,
      idempotent: true,
      params: MemberPath,
      body: NewMessage,
      ok: MessageReply,
      created: MessageReply,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const { templateId, data, dueAt } = request.body;
      const message = await inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucketOf(memberId));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toMessage(await getDelivery(ctx, memberId, claimed.resourceId));
        reply.code(status.created);
        const order = { id, memberId, templateId: fromTypeId("tpl", templateId), data };
        const cause = { kind: "request" as const, id };
        const due = dueAt === undefined ? undefined : Date.parse(dueAt);
        return toMessage(await requestMessage(ctx, sealer, { ...order, cause, dueAt: due }));
      });
      messenger.nudge();
      return message;
    },
  );

  app.get(
    "/v1/members/:memberId/messages",
    operation({
      id: "listMessages",
      tag,
      summary: "What was written to a member, and why something was not",
      scope: "messaging:read",
      params: MemberPath,
      query: MessagePageQuery,
      ok: MessagePage,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        await getMember(ctx, sealer, memberId);
        const rows = await listDeliveries(ctx, memberId, { before: page.after ?? null, limit: page.fetch });
        return pageOf(rows, page.limit, { item: toMessage, key: ({ id }) => [id] });
      });
    },
  );
}

export function preferenceRoutes(app: App, { db, sealer }: Pick<Needed, "db" | "sealer">): void {
  app.get(
    "/v1/members/:memberId/message-preferences",
    operation({
      id: "getPreferences",
      tag,
      summary: "What a member wants to get",
      scope: "messaging:read",
      params: MemberPath,
      ok: Preferences,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), (ctx) => preferencesOf(ctx, sealer, memberId));
    },
  );

  app.patch(
    "/v1/members/:memberId/message-preferences",
    operation({
      id: "changePreferences",
      tag,
      summary: "Write down what a member wants to get",
      scope: "messaging:write",
      params: MemberPath,
      body: PreferenceChange,
      ok: Preferences,
    }),
    async (request) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        await changePreferences(ctx, sealer, memberId, request.body);
        return preferencesOf(ctx, sealer, memberId);
      });
    },
  );

  app.delete(
    "/v1/members/:memberId/suppressions/:channel",
    operation({
      id: "liftSuppression",
      tag,
      summary: "Let a member's addresses be written to again",
      description: "For when somebody has cleared up why a mailbox was refused.",
      scope: "messaging:write",
      params: SuppressionPath,
      noContent: true,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      const { channel } = request.params;
      await inTransaction(db, who(request), (ctx) => liftSuppressions(ctx, sealer, { memberId, channel }));
      return reply.code(status.noContent).send();
    },
  );
}
