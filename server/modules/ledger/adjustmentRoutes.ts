// Points given or taken by hand, and wrong ones undone.
import { Adjustment, AdjustmentPath, NewAdjustment, NewAdjustmentReversal } from "@fedele/sdk/schemas/ledger.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
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
import { adjust, type ByHand } from "./adjustments.ts";
import { codesOf, pointsTypesOf } from "./pointsTypes.ts";
import { toAdjustment } from "./replies.ts";
import { getAdjustment } from "./resources.ts";
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
      description: "The reason is shown to the member. More than there is can be taken: the rest is owed.",
      scope: "adjustments:write",
      idempotent: true,
      params: MemberPath,
      body: NewAdjustment,
      ok: Adjustment,
      created: Adjustment,
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
      description: "Nothing is deleted: an adjustment of its own undoes it and names it.",
      scope: "adjustments:write",
      idempotent: true,
      params: AdjustmentPath,
      body: NewAdjustmentReversal,
      ok: Adjustment,
      created: Adjustment,
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

/** Does it under a fresh key; a repeat hears of what was done the first time. */
function answered(
  { db, sealer }: Ground,
  { request, reply }: { request: Request; reply: FastifyReply },
  wanted: ByHand,
): Promise<Adjustment> {
  const member = memberOf(request.params.memberId);
  const { tenant } = request.caller;
  return inTransaction(db, who(request), async (ctx) => {
    const codeOf = codesOf(await pointsTypesOf(ctx));
    const key = { ...member, id: newId(ctx.now, member.bucket) };
    const claim = claimOf(request, await sealer.keysOf(ctx), key.id);
    const claimed = await claimKey(ctx, claim);
    if (claimed.state === "replay") {
      return toAdjustment(await getAdjustment(ctx, { ...member, id: claimed.resourceId }), codeOf);
    }
    reply.code(status.created);
    return toAdjustment(await adjust(ctx, key, { claim, tenant, request: wanted }), codeOf);
  });
}
