// Codes that are used: claimed by a member, or shown at a till. What cannot be used is answered after the miss has been
// counted and committed, and the request's key given back.
import {
  CouponClaim,
  CouponRedemption,
  CouponRedemptionPath,
  NewCouponRedemption,
} from "@fedele/sdk/schemas/coupon.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { IssuedReward as IssuedRewardReply } from "@fedele/sdk/schemas/reward.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { type Claim, claimKey, releaseKeys } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberOf } from "../ledger/routes.ts";
import { claimCoupon, getRedemption, newRedemptionId, redeemCoupon, reverseRedemption } from "./coupons.ts";
import { getIssuedReward } from "./issuedRewards.ts";
import { toIssuedReward, toRedemption } from "./replies.ts";

const tag = "coupons";

type Ground = Pick<Parts, "db" | "sealer">;

export function couponClaimRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/members/:memberId/coupons",
    operation({
      id: "claimCoupon",
      tag,
      summary: "Claim a coupon's code for a member",
      description:
        "It becomes an issued reward of the member that cost no points. Every code that cannot be used gets the same " +
        "answer, whatever the reason; whoever tries too many is kept out for an hour.",
      scope: "rewards:write",
      idempotent: true,
      params: MemberPath,
      body: CouponClaim,
      ok: IssuedRewardReply,
      created: IssuedRewardReply,
    }),
    async (request, reply) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      const { code, origin = null } = request.body;
      const answer = await inTransaction(db, who(request), async (ctx) => {
        const [keys, types] = await Promise.all([sealer.keysOf(ctx), pointsTypesOf(ctx)]);
        const key = { ...member, id: newId(ctx.now, member.bucket) };
        const claim = claimOf(request, keys, key.id);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") {
          return toIssuedReward(await getIssuedReward(ctx, { ...member, id: claimed.resourceId }), codesOf(types));
        }
        const issued = await claimCoupon(ctx, key, { tenant, keys, code, origin });
        if (issued instanceof Refusal) return withoutKey(ctx, claim, issued);
        reply.code(status.created);
        return toIssuedReward(issued, codesOf(types));
      });
      return unlessRefused(answer);
    },
  );
}

export function couponRedemptionRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/coupon-redemptions",
    operation({
      id: "redeemCoupon",
      tag,
      summary: "Use a coupon at a till, without a member",
      description:
        "For codes that are not a member's own and not limited by member, tier or audience. Every code that cannot " +
        "be used gets the same answer, whatever the reason.",
      scope: "rewards:write",
      idempotent: true,
      body: NewCouponRedemption,
      ok: CouponRedemption,
      created: CouponRedemption,
      refuses: ["not_found"],
    }),
    async (request, reply) => {
      const { tenant } = request.caller;
      const { code, origin = null } = request.body;
      const answer = await inTransaction(db, who(request), async (ctx) => {
        const asked = { tenant, keys: await sealer.keysOf(ctx), code, origin };
        const id = newRedemptionId(ctx, asked);
        const claim = claimOf(request, asked.keys, id);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") return toRedemption(await getRedemption(ctx, claimed.resourceId));
        const redemption = await redeemCoupon(ctx, id, asked);
        if (redemption instanceof Refusal) return withoutKey(ctx, claim, redemption);
        reply.code(status.created);
        return toRedemption(redemption);
      });
      return unlessRefused(answer);
    },
  );
}

export function couponReversalRoutes(app: App, { db, sealer }: Ground): void {
  app.get(
    "/v1/coupon-redemptions/:redemptionId",
    operation({
      id: "getCouponRedemption",
      tag,
      summary: "One redemption of a coupon",
      scope: "rewards:read",
      params: CouponRedemptionPath,
      ok: CouponRedemption,
    }),
    async (request) => {
      const id = fromTypeId("cpr", request.params.redemptionId);
      return inTransaction(db, who(request), async (ctx) => toRedemption(await getRedemption(ctx, id)));
    },
  );

  app.post(
    "/v1/coupon-redemptions/:redemptionId/reversal",
    operation({
      id: "reverseCouponRedemption",
      audited: true,
      tag,
      summary: "Take the redemption of a coupon back",
      description: "The coupon can be used again, and what it brought is back in stock.",
      scope: "rewards:write",
      idempotent: true,
      params: CouponRedemptionPath,
      ok: CouponRedemption,
    }),
    async (request) => {
      const id = fromTypeId("cpr", request.params.redemptionId);
      return inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0));
        const { state } = await claimKey(ctx, claim);
        return toRedemption(state === "replay" ? await getRedemption(ctx, id) : await reverseRedemption(ctx, id));
      });
    },
  );
}

/** A refused request leaves no key behind, but the miss that it was is kept. */
export async function withoutKey(ctx: Ctx, claim: Claim, refusal: Refusal): Promise<Refusal> {
  await releaseKeys(ctx, [claim]);
  return refusal;
}

export function unlessRefused<Reply>(answer: Reply | Refusal): Reply {
  if (answer instanceof Refusal) throw answer;
  return answer;
}
