// The card of a member's own device.
import { OwnCard } from "@fedele/sdk/schemas/me.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { selfOf, who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { rateLimitPerMinute } from "../../platform/http/rateLimits.ts";
import { type App, status } from "../../platform/http.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { provisionCard } from "./cards.ts";

/** A device needs one; a browser that drops it asks again. */
export const OWN_CARDS_PER_MINUTE = 3;

export function ownCardRoutes(app: App, { db, clock, sealer }: Pick<Parts, "db" | "clock" | "sealer">): void {
  const cards = rateLimitPerMinute(OWN_CARDS_PER_MINUTE, clock);
  app.post(
    "/v1/me/cards",
    operation({
      id: "makeMyCard",
      tag: "me",
      summary: "Have a card for this device: the key of its changing code",
      description:
        "The key is in this reply and nowhere else; the device makes it into one that cannot be taken out again. A " +
        "member has cards on so many devices at once; a further one ends the oldest.",
      scope: "member",
      created: OwnCard,
    }),
    async (request, reply) => {
      const { memberId } = selfOf(request);
      if (cards.take(memberId).isSpent) {
        throw new Refusal("too_many", "Wait a minute before the next card.", { retryAfterSeconds: 60 });
      }
      const card = await inTransaction(db, who(request), (ctx) => provisionCard(ctx, sealer, memberId));
      return reply.code(status.created).send(card);
    },
  );
}
