// What messages are about, and how a tenant writes.
import { MessageSettings } from "@fedele/sdk/schemas/messagePreference.ts";
import { NewTopic, TopicList, TopicPath, Topic as TopicReply } from "@fedele/sdk/schemas/messageTemplate.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { changeMessageSettings, messageSettingsOf } from "./messageSettings.ts";
import { toTopic } from "./replies.ts";
import { putTopic, removeTopic, topicsOf } from "./topics.ts";

const tag = "messages";

export function topicRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/message-topics",
    operation({ id: "listTopics", tag, summary: "What messages are about", scope: "messaging:read", ok: TopicList }),
    async (request) => {
      return inTransaction(db, who(request), async (ctx) => ({ items: (await topicsOf(ctx)).map(toTopic) }));
    },
  );

  app.put(
    "/v1/message-topics/:topicCode",
    operation({
      id: "putTopic",
      tag,
      summary: "Add a topic, or call one otherwise",
      scope: "messaging:write",
      params: TopicPath,
      body: NewTopic,
      ok: TopicReply,
      refuses: ["conflict"],
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) =>
        toTopic(await putTopic(ctx, request.params.topicCode, request.body)),
      ),
  );

  app.delete(
    "/v1/message-topics/:topicCode",
    operation({
      id: "removeTopic",
      tag,
      summary: "Remove a topic of your own",
      description: "One of those that are there by themselves is as it was at first again.",
      scope: "messaging:write",
      params: TopicPath,
      noContent: true,
      refuses: ["conflict"],
    }),
    async (request, reply) => {
      await inTransaction(db, who(request), (ctx) => removeTopic(ctx, request.params.topicCode));
      return reply.code(status.noContent).send();
    },
  );
}

export function messageSettingsRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/message-settings",
    operation({
      id: "getMessageSettings",
      tag,
      summary: "At which hours nothing is sent, and how much at most",
      scope: "messaging:read",
      ok: MessageSettings,
    }),
    async (request) => inTransaction(db, who(request), messageSettingsOf),
  );

  app.put(
    "/v1/message-settings",
    operation({
      id: "changeMessageSettings",
      tag,
      summary: "Set the hours at which nothing is sent, and how much at most",
      scope: "messaging:write",
      body: MessageSettings,
      ok: MessageSettings,
    }),
    async (request) => inTransaction(db, who(request), (ctx) => changeMessageSettings(ctx, request.body)),
  );
}
