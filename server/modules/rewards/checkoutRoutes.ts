// A basket on its way: opened, changed, priced, held and let go. How it is sold: checkoutSaleRoutes.ts.
import {
  CheckoutBasket,
  CheckoutEvaluation,
  CheckoutSession,
  NewCheckoutSession,
  NewReservation,
  SessionPath,
} from "@fedele/sdk/schemas/checkout.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import type { Catalogs } from "../catalog/catalog.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberNamed } from "../programme/routes.ts";
import { atTill } from "../programme/tills.ts";
import type { Home } from "./checkoutBaskets.ts";
import { toEvaluation, toSession } from "./checkoutReplies.ts";
import { reopenSession, reserveSession } from "./checkoutReservations.ts";
import { changeBasket, evaluateSession, getSession, openSession, type SessionRow, today } from "./checkoutSessions.ts";

const tag = "checkout";

export type CheckoutParts = Pick<Parts, "db" | "sealer"> & Readonly<{ catalogs: Catalogs }>;
type Asked = Parameters<typeof claimOf>[0] & { readonly caller: Caller; readonly now: number };

export function checkoutRoutes(app: App, parts: CheckoutParts): void {
  openingRoutes(app, parts);
  basketRoutes(app, parts);
  reservationRoutes(app, parts);
}

function openingRoutes(app: App, parts: CheckoutParts): void {
  const { db, sealer } = parts;
  app.post(
    "/v1/checkout-sessions",
    operation({
      id: "openCheckout",
      tag,
      summary: "Open a checkout session with a basket",
      description: "Nothing is held yet. A basket can be changed and priced as often as you like.",
      scope: "checkout:write",
      idempotent: true,
      body: NewCheckoutSession,
      ok: CheckoutSession,
      created: CheckoutSession,
      refuses: ["not_found"],
    }),
    async (request, reply) => {
      const { source, document, member, ...told } = request.body;
      const [memberId, home] = await Promise.all([memberNamed(parts, request, member), homeOf(parts, request)]);
      const basket = atTill(told, request.caller, { ...home, now: request.now });
      return inTransaction(db, who(request), async (ctx) => {
        const bucket = bucketOf(memberId);
        const key = { bucket, memberId, id: newId(ctx.now, bucket) };
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), key.id));
        if (claimed.state === "replay") return tell(ctx, await getSession(ctx, claimed.resourceId));
        reply.code(status.created);
        return tell(ctx, await openSession(ctx, key, { source, document, basket, home }));
      });
    },
  );

  app.get(
    "/v1/checkout-sessions/:sessionId",
    operation({
      id: "getCheckout",
      tag,
      summary: "One checkout session",
      scope: "checkout:read",
      params: SessionPath,
      ok: CheckoutSession,
    }),
    async (request) => {
      const id = fromTypeId("chs", request.params.sessionId);
      return inTransaction(db, who(request), async (ctx) => tell(ctx, await getSession(ctx, id)));
    },
  );
}

function basketRoutes(app: App, parts: CheckoutParts): void {
  const { db } = parts;
  app.put(
    "/v1/checkout-sessions/:sessionId/basket",
    operation({
      id: "changeBasket",
      tag,
      summary: "Put another basket into the session",
      description: "What was reserved is free again. The same change twice is made once.",
      scope: "checkout:write",
      params: SessionPath,
      body: CheckoutBasket,
      ok: CheckoutSession,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("chs", request.params.sessionId);
      const { version, ...told } = request.body;
      const home = await homeOf(parts, request);
      const basket = atTill(told, request.caller, { ...home, now: request.now });
      return inTransaction(db, who(request), async (ctx) =>
        tell(ctx, await changeBasket(ctx, id, { version, basket, home })),
      );
    },
  );

  app.post(
    "/v1/checkout-sessions/:sessionId/evaluation",
    operation({
      id: "evaluateCheckout",
      tag,
      summary: "What the basket costs and would earn; nothing is written",
      scope: "checkout:read",
      params: SessionPath,
      ok: CheckoutEvaluation,
      refuses: ["conflict"],
    }),
    async (request) => {
      const id = fromTypeId("chs", request.params.sessionId);
      const home = await homeOf(parts, request);
      return inTransaction(db, who(request), async (ctx) => {
        const codeOf = codesOf(await pointsTypesOf(ctx));
        return toEvaluation(await evaluateSession(ctx, id, home), codeOf);
      });
    },
  );
}

function reservationRoutes(app: App, parts: CheckoutParts): void {
  app.post(
    "/v1/checkout-sessions/:sessionId/reservation",
    operation({
      id: "reserveCheckout",
      tag,
      summary: "Hold what the basket wants to use",
      description: "Rewards and points are the session's own until the reservation is over, at most half an hour.",
      scope: "checkout:write",
      idempotent: true,
      params: SessionPath,
      body: NewReservation,
      ok: CheckoutSession,
      refuses: ["insufficient_points"],
    }),
    async (request) => {
      const { tenant } = request.caller;
      const asked = { ...request.body, tenant };
      return step(parts, request, (ctx, id) => reserveSession(ctx, id, asked));
    },
  );

  app.post(
    "/v1/checkout-sessions/:sessionId/reopening",
    operation({
      id: "reopenCheckout",
      tag,
      summary: "Let go what is held; the basket stays",
      scope: "checkout:write",
      idempotent: true,
      params: SessionPath,
      ok: CheckoutSession,
    }),
    async (request) => {
      const { tenant } = request.caller;
      return step(parts, request, (ctx, id) => reopenSession(ctx, id, tenant));
    },
  );
}

/** One step of a session under a key; a repeat hears how the session stands. */
export async function step(
  { db, sealer }: CheckoutParts,
  request: Asked & { readonly params: { readonly sessionId: string } },
  act: (ctx: Ctx, id: string) => Promise<SessionRow>,
) {
  const id = fromTypeId("chs", request.params.sessionId);
  return inTransaction(db, who(request), async (ctx) => {
    const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, bucketOf(id)));
    const { state } = await claimKey(ctx, claim);
    return tell(ctx, state === "replay" ? await getSession(ctx, id) : await act(ctx, id));
  });
}

/** What a basket is judged by. */
export async function homeOf(
  { catalogs }: CheckoutParts,
  { caller: { tenant }, now }: { readonly caller: Caller; readonly now: number },
): Promise<Home> {
  return { tenant, catalog: await catalogs.of(tenant.id), now };
}

async function tell(ctx: Ctx, session: SessionRow) {
  return toSession(today(ctx, session), codesOf(await pointsTypesOf(ctx)));
}
