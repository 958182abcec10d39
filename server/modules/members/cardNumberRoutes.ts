// Cards of paper and plastic: a number that is made here, and its barcode to print.
import { ean13Svg } from "@fedele/core/barcodes.ts";
import { CardNumber, MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { getCardNumber, makeCardNumber } from "./cardNumbers.ts";
import type { Identity } from "./identities.ts";
import { toIdentityReply } from "./replies.ts";

export function cardNumberRoutes(app: App, { db, sealer }: Pick<Parts, "db" | "sealer">): void {
  app.post(
    "/v1/members/:memberId/card-numbers",
    operation({
      id: "makeCardNumber",
      tag: "members",
      summary: "Make a number for a card of paper or plastic, with a barcode to print",
      description:
        "The card finds the member, so that they earn; it can be copied and proves nothing. The number of a card " +
        "that exists already is added as an identity of the kind `card`.",
      scope: "members:write",
      idempotent: true,
      params: MemberPath,
      ok: CardNumber,
      created: CardNumber,
    }),
    async (request, reply) => {
      const memberId = fromTypeId("mem", request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucketOf(memberId));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") {
          return toCardNumber(await getCardNumber(ctx, sealer, { memberId, id: claimed.resourceId }));
        }
        reply.code(status.created);
        return toCardNumber(await makeCardNumber(ctx, sealer, { memberId, id }));
      });
    },
  );
}

function toCardNumber(identity: Identity) {
  return {
    memberId: toTypeId("mem", identity.memberId),
    identity: toIdentityReply(identity),
    barcode: ean13Svg(identity.value) ?? "",
  };
}
