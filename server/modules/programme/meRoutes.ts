// How far a member has come, and why an activity earned what it earned, told to himself.
import { rankOf } from "@fedele/core/tiers.ts";
import { Explanation } from "@fedele/sdk/schemas/activity.ts";
import { OwnActivityPath, OwnTier } from "@fedele/sdk/schemas/me.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { selfOf, who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { fromTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { languageOfMember } from "../members/memberLanguages.ts";
import { explainActivity } from "./explanations.ts";
import { toExplanation } from "./replies.ts";
import { type MemberStanding, memberStanding } from "./tiers.ts";

const tag = "me";

export function ownStandingRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/me/tier",
    operation({ id: "getMyTier", tag, summary: "How far you have come", scope: "member", ok: OwnTier }),
    async (request) => {
      const member = selfOf(request);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) =>
        toOwnTier(await memberStanding(ctx, member, tenant), tenant),
      );
    },
  );

  app.get(
    "/v1/me/activities/:activityId/explanation",
    operation({
      id: "explainMyActivity",
      tag,
      summary: "Why an activity of yours earned what it earned, and why not more",
      scope: "member",
      params: OwnActivityPath,
      ok: Explanation,
    }),
    async (request) => {
      const place = { ...selfOf(request), id: fromTypeId("act", request.params.activityId) };
      return inTransaction(db, who(request), async (ctx) => {
        const tenant = { ...request.caller.tenant, language: await languageOfMember(ctx, request) };
        const explained = await explainActivity(ctx, { place, ruleId: undefined, audience: "member", tenant });
        return toExplanation(explained, codesOf(await pointsTypesOf(ctx)));
      });
    },
  );
}

function toOwnTier({ standing, list, tier, nextTier }: MemberStanding, { currency }: Tenant): OwnTier {
  const named = (code: string | null) => {
    const found = list.tiers[rankOf(list, code)];
    return found === undefined ? null : { code: found.code, name: found.name };
  };
  const from = list.tiers[rankOf(list, standing.tier)]?.threshold ?? 0;
  const progress = standing.periodValue;
  const mayFall = standing.until !== null && list.downgrade.policy !== "never" && progress < from;
  return {
    tier: named(tier),
    until: standing.until === null ? null : new Date(standing.until).toISOString(),
    fallsTo: named(standing.next),
    nextTier: named(nextTier?.code ?? null),
    metric: list.metric,
    progress,
    from,
    to: nextTier?.threshold ?? null,
    missing: nextTier === null ? null : Math.max(0, nextTier.threshold - progress),
    toKeep: mayFall ? from - progress : null,
    currency,
  };
}
