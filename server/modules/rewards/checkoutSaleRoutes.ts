// A basket is sold, undone, or comes back in parts.
import {
  CancellationQuery,
  CheckoutSession,
  NewCommitment,
  NewSessionReturn,
  SessionPath,
  SessionReturn,
  SessionReturnPath,
} from "@fedele/sdk/schemas/checkout.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey, releaseKeys } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId } from "../../platform/ids.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { asksForProof } from "../members/spendingProofs.ts";
import { doerOf } from "../members/tillDeeds.ts";
import { toReturn } from "./checkoutReplies.ts";
import { getReturn, returnToSession } from "./checkoutReturns.ts";
import { type CheckoutParts, homeOf, step, takeStep } from "./checkoutRoutes.ts";
import { cancelSession } from "./checkoutSales.ts";
import { getSession } from "./checkoutSessions.ts";
import type { ReturnRow } from "./store/checkoutSessions.ts";

const tag = "checkout";

export function checkoutSaleRoutes(app: App, parts: CheckoutParts): void {
  saleRoutes(app, parts);
  returnRoutes(app, parts);
}

function saleRoutes(app: App, parts: CheckoutParts): void {
  app.post(
    "/v1/checkout-sessions/:sessionId/commitment",
    operation({
      id: "commitCheckout",
      tag,
      summary: "The member has paid: sell the basket",
      description:
        "Points are taken, rewards used and the purchase recorded under the session's source and document, all of it " +
        "or nothing. The part that was redeemed earns nothing.",
      scope: "checkout:write",
      idempotent: true,
      params: SessionPath,
      body: NewCommitment,
      ok: CheckoutSession,
    }),
    async (request) => {
      const home = await homeOf(parts, request);
      const { version } = request.body;
      const needsProof = asksForProof(request.caller);
      const doer = doerOf(request.caller);
      return takeStep(parts, request, (asked) => [
        parts.checkout.commitments,
        { ...asked, version, home, needsProof, doer },
      ]);
    },
  );

  app.post(
    "/v1/checkout-sessions/:sessionId/cancellation",
    operation({
      id: "cancelCheckout",
      tag,
      summary: "Give the session up, or undo its sale",
      description:
        "Before the sale everything is let go. After it, all that has not come back yet comes back; rewards that " +
        "nobody paid points for can be used again.",
      scope: "checkout:write",
      idempotent: true,
      params: SessionPath,
      query: CancellationQuery,
      ok: CheckoutSession,
    }),
    async (request) => {
      const home = await homeOf(parts, request);
      const { reason = null } = request.query;
      return step(parts, request, (ctx, id) => cancelSession(ctx, id, { home, reason, doer: doerOf(request.caller) }));
    },
  );
}

function returnRoutes(app: App, parts: CheckoutParts): void {
  const { db, sealer } = parts;
  app.post(
    "/v1/checkout-sessions/:sessionId/returns",
    operation({
      id: "returnToCheckout",
      tag,
      summary: "Take goods of a sale back",
      description:
        "Money goes back as money and points as points, line by line in proportion; the last piece brings the rest. " +
        "What the purchase had earned is taken back.",
      scope: "checkout:write",
      idempotent: true,
      params: SessionPath,
      body: NewSessionReturn,
      ok: SessionReturn,
      created: SessionReturn,
    }),
    async (request, reply) => {
      const sessionId = fromTypeId("chs", request.params.sessionId);
      const home = await homeOf(parts, request);
      const { document, lines = null } = request.body;
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, bucketOf(sessionId));
        const claim = claimOf(request, await sealer.keysOf(ctx), id);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") return told(ctx, await getReturn(ctx, { sessionId, id: claimed.resourceId }));
        const doer = doerOf(request.caller);
        const { made, isRepeat } = await returnToSession(ctx, sessionId, { id, document, lines, home, doer });
        // The slip had been told under another key, and this one has made nothing.
        if (isRepeat) await releaseKeys(ctx, [claim]);
        else reply.code(status.created);
        return told(ctx, made);
      });
    },
  );

  app.get(
    "/v1/checkout-sessions/:sessionId/returns/:returnId",
    operation({
      id: "getSessionReturn",
      tag,
      summary: "One return",
      scope: "checkout:read",
      params: SessionReturnPath,
      ok: SessionReturn,
    }),
    async (request) => {
      const sessionId = fromTypeId("chs", request.params.sessionId);
      const id = fromTypeId("chr", request.params.returnId);
      return inTransaction(db, who(request), async (ctx) => told(ctx, await getReturn(ctx, { sessionId, id })));
    },
  );
}

async function told(ctx: Ctx, made: ReturnRow) {
  const [{ basket }, types] = await Promise.all([getSession(ctx, made.sessionId), pointsTypesOf(ctx)]);
  return toReturn(made, basket.points?.pointsType ?? "", codesOf(types));
}
