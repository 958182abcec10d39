// Points given or taken by hand, and wrong ones undone.
import { Adjustment, AdjustmentPath, NewAdjustment, NewAdjustmentReversal } from "@fedele/sdk/schemas/ledger.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { PendingAdjustment } from "@fedele/sdk/schemas/pendingAdjustment.ts";
import type { FastifyReply } from "fastify";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { memberKeysOf } from "../members/keyring.ts";
import type { ByHand } from "./adjustments.ts";
import { adjustOrAsk, getPending } from "./pendingAdjustments.ts";
import { opened } from "./pendingRoutes.ts";
import { codesOf, pointsTypesOf } from "./pointsTypes.ts";
import { toAdjustment } from "./replies.ts";
import { findAdjustment, getAdjustment } from "./resources.ts";
import { memberOf } from "./routes.ts";

const tag = "ledger";

type Ground = Pick<Parts, "db" | "sealer">;

export function adjustmentRoutes(app: App, parts: Ground): void {
  app.post(
    "/v1/members/:memberId/adjustments",
    operation({
      id: "adjustPoints",
      tag,
      summary: "Give or take points by hand",
      description:
        "The reason is shown to the member. More than there is can be taken: the rest is owed. Above the limit that " +
        "the tenant has set nothing is booked: the answer is 202, and a second person approves or refuses.",
      scope: "adjustments:write",
      idempotent: true,
      params: MemberPath,
      body: NewAdjustment,
      ok: Adjustment,
      created: Adjustment,
      accepted: PendingAdjustment,
    }),
    async (request, reply) => {
      const { pointsType, points, reason } = request.body;
      if (points === 0) {
        throw new Refusal("invalid", "An adjustment gives or takes at least one point.", { field: "points" });
      }
      return answered(parts, { request, reply }, { kind: "adjustment", pointsType, points, reason });
    },
  );

  app.post(
    "/v1/members/:memberId/adjustments/:adjustmentId/reversal",
    operation({
      id: "reverseAdjustment",
      tag,
      summary: "Take a wrong adjustment back",
      description:
        "Nothing is deleted: an adjustment of its own undoes it and names it. Above the limit it waits for a second " +
        "person, as an adjustment does.",
      scope: "adjustments:write",
      idempotent: true,
      params: AdjustmentPath,
      body: NewAdjustmentReversal,
      ok: Adjustment,
      created: Adjustment,
      accepted: PendingAdjustment,
    }),
    async (request, reply) => {
      const adjustmentId = fromTypeId("adj", request.params.adjustmentId);
      const { reason } = request.body;
      return answered(parts, { request, reply }, { kind: "adjustment_reversal", adjustmentId, reason });
    },
  );
}

export function adjustmentReadRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/members/:memberId/adjustments/:adjustmentId",
    operation({
      id: "getAdjustment",
      tag,
      summary: "One adjustment",
      scope: "ledger:read",
      params: AdjustmentPath,
      ok: Adjustment,
    }),
    async (request) => {
      const key = { ...memberOf(request.params.memberId), id: fromTypeId("adj", request.params.adjustmentId) };
      return inTransaction(db, who(request), async (ctx) => {
        const [row, types] = await Promise.all([getAdjustment(ctx, key), pointsTypesOf(ctx)]);
        return toAdjustment(row, codesOf(types));
      });
    },
  );
}

type Request = Parameters<typeof claimOf>[0] &
  Parameters<typeof who>[0] & { readonly params: { readonly memberId: string } };

/** Does it under a fresh key, or leaves it waiting; a repeat hears of what was done, or how it stands. */
function answered(
  { db, sealer }: Ground,
  { request, reply }: { request: Request; reply: FastifyReply },
  wanted: ByHand,
): Promise<Adjustment | PendingAdjustment> {
  const member = memberOf(request.params.memberId);
  const { tenant } = request.caller;
  return inTransaction(db, who(request), async (ctx) => {
    const types = await pointsTypesOf(ctx);
    const codeOf = codesOf(types);
    const key = { ...member, id: newId(ctx.now, member.bucket) };
    const claim = claimOf(request, await sealer.keysOf(ctx), key.id);
    const claimed = await claimKey(ctx, claim);
    const done = { ...member, id: claimed.state === "replay" ? claimed.resourceId : key.id };
    const keyOf = async () => (await memberKeysOf(ctx, sealer, [member.memberId])).get(member.memberId);
    const booked =
      claimed.state === "replay"
        ? await findAdjustment(ctx, done)
        : await adjustOrAsk(ctx, key, { claim, tenant, types, keyOf, request: wanted });
    if (booked === null) {
      reply.code(status.accepted);
      return opened({ sealer }, ctx, await getPending(ctx, done), codeOf);
    }
    reply.code(claimed.state === "replay" ? status.ok : status.created);
    return toAdjustment(booked, codeOf);
  });
}
