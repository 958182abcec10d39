// What a member can have, takes, shows at the till and gives back, by himself. To use it is the till's.
import { rewardCode } from "@fedele/core/rewardCodes.ts";
import { HeldBenefitList } from "@fedele/sdk/schemas/benefit.ts";
import { OwnPageQuery } from "@fedele/sdk/schemas/me.ts";
import {
  NewOwnCoupon,
  OwnIssuedReward,
  OwnIssuedRewardPage,
  OwnIssuedRewardPath,
  OwnRewardList,
} from "@fedele/sdk/schemas/ownReward.ts";
import { NewIssuedReward } from "@fedele/sdk/schemas/reward.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { selfOf, who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId, toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { Refusal } from "../../platform/refusal.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { heldBenefits } from "./benefits.ts";
import { cancelIssuedReward } from "./cancellations.ts";
import { unlessRefused, withoutKey } from "./couponRoutes.ts";
import { claimCoupon } from "./coupons.ts";
import { getIssuedReward, type IssuedRow, issueReward, listIssuedRewards, pointsPaid } from "./issuedRewards.ts";
import { rewardsFor } from "./ownRewards.ts";
import { toHeldBenefit, toOwnReward } from "./replies.ts";
import { findIssuedNames, type IssuedKey } from "./store/issuedRewards.ts";

const tag = "me";

type Ground = Pick<Parts, "db" | "sealer">;

export function ownRewardRoutes(app: App, { db, sealer }: Ground): void {
  app.get(
    "/v1/me/rewards",
    operation({
      id: "listMyRewards",
      tag,
      summary: "What you can have now, and what is near",
      scope: "member",
      ok: OwnRewardList,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const [shown, types] = await Promise.all([
          rewardsFor(ctx, selfOf(request), request.caller.tenant),
          pointsTypesOf(ctx),
        ]);
        return { items: shown.map((one) => toOwnReward(one, codesOf(types))) };
      }),
  );

  app.get(
    "/v1/me/benefits",
    operation({
      id: "listMyBenefits",
      tag,
      summary: "What your tier entitles you to, and what is left of it",
      scope: "member",
      ok: HeldBenefitList,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => ({
        items: (await heldBenefits(ctx, selfOf(request), request.caller.tenant)).map(toHeldBenefit),
      })),
  );

  app.post(
    "/v1/me/issued-rewards",
    operation({
      id: "takeReward",
      tag,
      summary: "Take a reward for points",
      scope: "member",
      idempotent: true,
      body: NewIssuedReward,
      ok: OwnIssuedReward,
      created: OwnIssuedReward,
      refuses: ["insufficient_points", "not_found"],
    }),
    async (request, reply) => {
      const member = selfOf(request);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const key = { ...member, id: newId(ctx.now, member.bucket) };
        const claim = claimOf(request, await sealer.keysOf(ctx), key.id);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") return told(ctx, { ...member, id: claimed.resourceId });
        const issued = await issueReward(ctx, key, { claim, tenant, code: request.body.reward });
        reply.code(status.created);
        return withName(ctx, issued);
      });
    },
  );
}

export function ownIssuedRoutes(app: App, { db, sealer }: Ground): void {
  app.get(
    "/v1/me/issued-rewards",
    operation({
      id: "listMyIssuedRewards",
      tag,
      summary: "What you have taken, latest first",
      scope: "member",
      query: OwnPageQuery,
      ok: OwnIssuedRewardPage,
    }),
    async (request) => {
      const member = selfOf(request);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const issued = await listIssuedRewards(ctx, member, { before: page.after ?? null, limit: page.fetch });
        const ids = issued.map(({ id }) => id);
        const names = await findIssuedNames(ctx, member, ids);
        const item = (row: IssuedRow) => toOwnIssued(row, names.get(row.id) ?? "");
        return pageOf(issued, page.limit, { item, key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/me/issued-rewards/:issuedRewardId",
    operation({
      id: "getMyIssuedReward",
      tag,
      summary: "One that you have taken",
      scope: "member",
      params: OwnIssuedRewardPath,
      ok: OwnIssuedReward,
    }),
    async (request) => {
      const key = { ...selfOf(request), id: fromTypeId("isr", request.params.issuedRewardId) };
      return inTransaction(db, who(request), (ctx) => told(ctx, key));
    },
  );

  app.post(
    "/v1/me/issued-rewards/:issuedRewardId/cancel",
    operation({
      id: "giveRewardBack",
      tag,
      summary: "Give a reward back that was not used: its points are yours again",
      scope: "member",
      idempotent: true,
      params: OwnIssuedRewardPath,
      ok: OwnIssuedReward,
    }),
    async (request) => {
      const member = selfOf(request);
      const key = { ...member, id: fromTypeId("isr", request.params.issuedRewardId) };
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, member.bucket));
        const { state } = await claimKey(ctx, claim);
        if (state === "replay") return told(ctx, key);
        return withName(ctx, await cancelIssuedReward(ctx, key, { claim, tenant }));
      });
    },
  );
}

export function ownCouponRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/me/coupons",
    operation({
      id: "claimMyCoupon",
      tag,
      summary: "Claim a coupon's code: what it brings is yours",
      description:
        "Every code that cannot be used gets the same answer; whoever tries too many is kept out for an hour.",
      scope: "member",
      idempotent: true,
      body: NewOwnCoupon,
      ok: OwnIssuedReward,
      created: OwnIssuedReward,
      refuses: ["not_found"],
    }),
    async (request, reply) => {
      const member = selfOf(request);
      const { tenant } = request.caller;
      const answer = await inTransaction(db, who(request), async (ctx) => {
        const keys = await sealer.keysOf(ctx);
        const key = { ...member, id: newId(ctx.now, member.bucket) };
        const claim = claimOf(request, keys, key.id);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") return told(ctx, { ...member, id: claimed.resourceId });
        const asked = { tenant, keys, code: request.body.code, origin: request.ip };
        const issued = await claimCoupon(ctx, key, asked);
        if (issued instanceof Refusal) return withoutKey(ctx, claim, issued);
        reply.code(status.created);
        return withName(ctx, issued);
      });
      return unlessRefused(answer);
    },
  );
}

async function told(ctx: Ctx, key: IssuedKey): Promise<OwnIssuedReward> {
  return withName(ctx, await getIssuedReward(ctx, key));
}

async function withName(ctx: Ctx, issued: IssuedRow): Promise<OwnIssuedReward> {
  return toOwnIssued(issued, (await findIssuedNames(ctx, issued, [issued.id])).get(issued.id) ?? "");
}

function toOwnIssued(issued: IssuedRow, name: string): OwnIssuedReward {
  const ids = { memberId: toTypeId("mem", issued.memberId), issuedRewardId: toTypeId("isr", issued.id) };
  return {
    id: ids.issuedRewardId,
    name,
    status: issued.status,
    source: issued.origin.source,
    gift: { ...issued.gift },
    points: pointsPaid(issued),
    code: issued.status === "active" ? rewardCode(ids) : null,
    mayUndo: issued.status === "active",
    expiresAt: issued.expiresAt === null ? null : new Date(issued.expiresAt).toISOString(),
    createdAt: new Date(issued.createdAt).toISOString(),
    changedAt: new Date(issued.changedAt).toISOString(),
  };
}
