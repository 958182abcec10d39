// Benefits of tiers: added, listed, ended; what a member has of them, and using one.
import {
  Benefit,
  BenefitList,
  BenefitPath,
  HeldBenefitList,
  NewBenefit,
  NewBenefitUse,
} from "@fedele/sdk/schemas/benefit.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { IssuedReward as IssuedRewardReply } from "@fedele/sdk/schemas/reward.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberOf } from "../ledger/routes.ts";
import { addBenefit, endBenefit, getBenefit, heldBenefits, listBenefits, useBenefit } from "./benefits.ts";
import { getIssuedReward } from "./issuedRewards.ts";
import { toBenefit, toHeldBenefit, toIssuedReward } from "./replies.ts";

const tag = "benefits";

type Ground = Pick<Parts, "db" | "sealer">;

export function benefitRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/benefits",
    operation({
      id: "addBenefit",
      audited: true,
      tag,
      summary: "Add a benefit to tiers",
      scope: "rewards:write",
      idempotent: true,
      body: NewBenefit,
      ok: Benefit,
      created: Benefit,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toBenefit(await getBenefit(ctx, claimed.resourceId));
        reply.code(status.created);
        return toBenefit(await addBenefit(ctx, id, request.body));
      }),
  );

  app.get(
    "/v1/benefits",
    operation({
      id: "listBenefits",
      tag,
      summary: "The benefits that tiers come with",
      scope: "rewards:read",
      ok: BenefitList,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => ({ items: (await listBenefits(ctx)).map(toBenefit) })),
  );

  app.delete(
    "/v1/benefits/:benefitId",
    operation({
      id: "endBenefit",
      audited: true,
      tag,
      summary: "End a benefit",
      description: "Nobody can use it from now on.",
      scope: "rewards:write",
      params: BenefitPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("ben", request.params.benefitId);
      await inTransaction(db, who(request), (ctx) => endBenefit(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}

export function memberBenefitRoutes(app: App, { db, sealer }: Ground): void {
  app.get(
    "/v1/members/:memberId/benefits",
    operation({
      id: "listMemberBenefits",
      tag,
      summary: "What a member's tier entitles to, and what is left of it",
      description: "A tier that has ended keeps its benefits to the end of their period.",
      scope: "rewards:read",
      params: MemberPath,
      ok: HeldBenefitList,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const held = await heldBenefits(ctx, member, tenant);
        return { items: held.map(toHeldBenefit) };
      });
    },
  );

  app.post(
    "/v1/members/:memberId/benefit-uses",
    operation({
      id: "useBenefit",
      tag,
      summary: "Use a benefit",
      description: "The use is an issued reward that is used: it can be found, and taken back, like any other.",
      scope: "rewards:write",
      idempotent: true,
      params: MemberPath,
      body: NewBenefitUse,
      ok: IssuedRewardReply,
      created: IssuedRewardReply,
    }),
    async (request, reply) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const codeOf = codesOf(await pointsTypesOf(ctx));
        const key = { ...member, id: newId(ctx.now, member.bucket) };
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), key.id));
        if (claimed.state === "replay") {
          return toIssuedReward(await getIssuedReward(ctx, { ...member, id: claimed.resourceId }), codeOf);
        }
        reply.code(status.created);
        return toIssuedReward(await useBenefit(ctx, key, { code: request.body.benefit, tenant }), codeOf);
      });
    },
  );
}
