import { messagePurposes, skipReasons } from "@fedele/core/messageGates.ts";
import { type Static, Type } from "typebox";
import { Channel } from "./messageTemplate.ts";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

export const deliveryStatuses = ["queued", "sent", "kept", "delivered", "bounced", "failed", "skipped"] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];
export const causeKinds = ["request", "test", "broadcast", "journey"] as const;
export type CauseKind = (typeof causeKinds)[number];

/** Bytes of JSON that the cause of a message brings along. */
export const MESSAGE_DATA_BYTES_MAX = 8_192;

export const NewMessage = Type.Object(
  {
    templateId: Id("tpl", "What is written."),
    data: Type.Optional(
      Type.Record(Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_]{0,39}$" }), Type.Unknown(), {
        maxProperties: 50,
        description: `What the template reads under \`data\`, as JSON of at most ${MESSAGE_DATA_BYTES_MAX} bytes.`,
      }),
    ),
    dueAt: Type.Optional(Instant("Not before then; default: now.")),
  },
  { $id: "NewMessage", additionalProperties: false, description: "A message to one member." },
);
export type NewMessage = Static<typeof NewMessage>;

export const Message = Type.Object(
  {
    id: Id("dlv", "The message's id; its Message-ID is made of it."),
    memberId: Id("mem", "To whom."),
    templateId: Id("tpl", "What was written."),
    version: OrNull(Type.Integer({ description: "In which version; null: none was rendered." })),
    channel: Channel,
    topic: Type.String({ description: "The code of the topic." }),
    purpose: OneOf(messagePurposes, { description: "Whether the member was owed it." }),
    cause: OneOf(causeKinds, { description: "What asked for it." }),
    status: OneOf(deliveryStatuses, {
      description:
        "`queued`: it is due or waits; `sent`: a mail server took it; `kept`: there is no mail server, so it lies in " +
        "the outbox; `delivered`, `bounced`: what was heard later; `failed`: given up; `skipped`: it was not to be.",
    }),
    reason: OrNull(
      Type.String({
        description:
          `Of what was skipped, which gate did not open: ${skipReasons.join(", ")}. Of what failed, bounced or is ` +
          "tried again, the server's three digits or the kind of failure. `quiet_hours`: it waits for the morning.",
      }),
    ),
    attempts: Whole("How often it was tried."),
    dueAt: OrNull(Instant("When it is tried next; null: never.")),
    createdAt: Instant("When it was asked for."),
    sentAt: OrNull(Instant("When a server took it; null: none did.")),
  },
  { $id: "Message", additionalProperties: false, description: "One message to one member, and what became of it." },
);
export type Message = Static<typeof Message>;
export const MessagePage = Page("MessagePage", Message);
export const MessagePageQuery = Type.Object(pageQuery, { additionalProperties: false });

export const UnsubscribePath = Type.Object(
  { token: Type.String({ minLength: 1, maxLength: 200, description: "The token of a link in a letter." }) },
  { additionalProperties: false },
);
export const UnsubscribePage = Type.Unsafe<string>({
  description: "A page that asks, and changes nothing.",
  content: { "text/html": { schema: { type: "string" } } },
});
export const Unsubscribed = Type.Unsafe<string>({
  description: "A page that says that it is done.",
  content: { "text/html": { schema: { type: "string" } } },
});
