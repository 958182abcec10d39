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
import { type Claim, claimKey } from "../../platform/idempotency.ts";
import { bucketOf, fromTypeId, newId } from "../../platform/ids.ts";
import type { Lanes } from "../../platform/lanes.ts";
import type { Parts } from "../../platform/parts.ts";
import type { TenantKeys } from "../../platform/sealing.ts";
import type { Catalogs } from "../catalog/catalog.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberNamed } from "../programme/routes.ts";
import { atTill } from "../programme/tills.ts";
import type { Home } from "./checkoutBaskets.ts";
import type { CheckoutLanes } from "./checkoutLanes.ts";
import { toEvaluation, toSession } from "./checkoutReplies.ts";
import { reopenSession } from "./checkoutReservations.ts";
import { changeBasket, getSession, type SessionRow, type Told, today } from "./checkoutSessions.ts";
import type { Asked as Step } from "./checkoutSteps.ts";

const tag = "checkout";

export type CheckoutParts = Pick<Parts, "db" | "sealer"> & Readonly<{ catalogs: Catalogs; checkout: CheckoutLanes }>;
/** No two questions are the same. */
let questions = 0;

type Asked = Parameters<typeof claimOf>[0] & { readonly caller: Caller; readonly now: number };

export function checkoutRoutes(app: App, parts: CheckoutParts): void {
  openingRoutes(app, parts);
  basketRoutes(app, parts);
  reservationRoutes(app, parts);
}

function openingRoutes(app: App, parts: CheckoutParts): void {
  const { db, checkout } = parts;
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
      const bucket = bucketOf(memberId);
      const id = newId(request.now, bucket);
      const claim = claimOf(request, await keysOf(parts, request), id);
      const input = { bucket, memberId, id, claim, source, document, basket, home };
      const key = `${claim.operation} ${claim.key}`;
      const opened = await checkout.openings.run({ ...placeOf(request, bucket), ...travelling(claim), key, input });
      if (!opened.isReplay) reply.code(status.created);
      return toldOf(opened, request.now);
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
  const { db, checkout } = parts;
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
      questions += 1;
      const asking = { key: String(questions), fingerprint: "", input: { id, home } };
      const evaluated = await checkout.evaluations.run({ ...placeOf(request, 0), ...asking });
      return toEvaluation(evaluated, codesOf(evaluated.types));
    },
  );
}

function reservationRoutes(app: App, parts: CheckoutParts): void {
  const { checkout } = parts;
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
      return takeStep(parts, request, (asked) => [checkout.reservations, { ...asked, ...request.body, tenant }]);
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

type Stepping = Asked & { readonly params: { readonly sessionId: string } };

/** One step of a session under a key; a repeat hears how the session stands. */
export async function step({ db, sealer }: CheckoutParts, request: Stepping, act: Act): Promise<CheckoutSession> {
  const id = fromTypeId("chs", request.params.sessionId);
  return inTransaction(db, who(request), async (ctx) => {
    const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, bucketOf(id)));
    const { state } = await claimKey(ctx, claim);
    return tell(ctx, state === "replay" ? await getSession(ctx, id) : await act(ctx, id));
  });
}

type Act = (ctx: Ctx, id: string) => Promise<SessionRow>;

/**
 * The same on a lane. Steps of one session never share a transaction: the second waits for what the first has made. The
 * same one twice at once is one.
 */
export async function takeStep<Input>(
  parts: CheckoutParts,
  request: Stepping,
  laneFor: (asked: Step) => readonly [lanes: Lanes<Input, Told>, input: Input],
): Promise<CheckoutSession> {
  const id = fromTypeId("chs", request.params.sessionId);
  const bucket = bucketOf(id);
  const claim = claimOf(request, await keysOf(parts, request), newId(request.now, bucket));
  const [lanes, input] = laneFor({ claim, id, actor: request.caller.actor });
  const told = await lanes.run({ ...placeOf(request, bucket), ...travelling(claim), key: id, input });
  return toldOf(told, request.now);
}

function keysOf({ db, sealer }: CheckoutParts, request: Asked): TenantKeys | Promise<TenantKeys> {
  return sealer.knownKeysOf(request.caller.tenantId) ?? inTransaction(db, who(request), sealer.keysOf);
}

function placeOf({ caller, now }: Asked | Parameters<typeof homeOf>[1], bucket: number) {
  return { tenantId: caller.tenantId, now, bucket };
}

function travelling({ operation: id, key, bodyHmac }: Claim) {
  return { fingerprint: `${id} ${key} ${bodyHmac.toString("base64")}` };
}

function toldOf({ session, types }: Told, now: number): CheckoutSession {
  return toSession(today({ now }, session), codesOf(types));
}

/** What a basket is judged by. */
export async function homeOf(
  { catalogs }: CheckoutParts,
  { caller: { tenant }, now }: { readonly caller: Caller; readonly now: number },
): Promise<Home> {
  return { tenant, catalog: await catalogs.of(tenant.id), now };
}

async function tell(ctx: Ctx, session: SessionRow): Promise<CheckoutSession> {
  return toSession(today(ctx, session), codesOf(await pointsTypesOf(ctx)));
}
