import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Id, Instant, OneOf } from "./scalars.ts";

export const letterStatuses = ["queued", "sent", "failed", "kept"] as const;

export const OutboxMessage = Type.Object(
  {
    id: Id("eml", "The letter's id; it is part of its Message-ID."),
    kind: Type.String({
      description: "What it is: a sign-in code, an invitation. What ends in `_sms` is for a phone.",
    }),
    status: OneOf(letterStatuses, {
      description:
        "Queued: on its way, tried again where it was not taken. Failed: refused for good, or tried too often. " +
        "Kept: no mail server is set, or it is for a phone and nothing reaches phones yet; it was sent to nobody and " +
        "can be read here.",
    }),
    attempts: Type.Integer({ description: "How often it was tried." }),
    failure: Type.Optional(Type.String({ description: "The server's last no: three digits, or the kind of failure." })),
    createdAt: Instant("When it was written, by the wall clock."),
    endedAt: Type.Optional(Instant("When it was sent or given up.")),
    letter: Type.Optional(
      Type.Object(
        {
          name: Type.String({ description: "The name of the person it is for." }),
          address: Type.String({ description: "The person's address, or number." }),
          subject: Type.String({ description: "Its subject." }),
          text: Type.String({ description: "What it says, as plain text." }),
        },
        {
          additionalProperties: false,
          description: "What it says; only of a letter that was kept, and for seven days.",
        },
      ),
    ),
  },
  { $id: "OutboxMessage", additionalProperties: false, description: "A letter that Fedele wrote." },
);
export type OutboxMessage = Static<typeof OutboxMessage>;

export const OutboxMessagePage = Page("OutboxMessagePage", OutboxMessage);
export const OutboxMessagePath = Type.Object(
  { messageId: Type.String({ description: "The letter's id." }) },
  { additionalProperties: false },
);
