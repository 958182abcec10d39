// How the programme works: policies, tiers, campaigns and rules.

import { ActivityPageQuery } from "@fedele/sdk/schemas/activity.ts";
import { PointsType, PointsTypeChange, PointsTypePath } from "@fedele/sdk/schemas/ledger.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import {
  CampaignPage,
  CampaignPath,
  Campaign as CampaignReply,
  ManualTier,
  MemberTier,
  NewCampaign,
  NewRule,
  NewTierList,
  PoliciesChange,
  Policies as PoliciesReply,
  Programme as ProgrammeReply,
  RulePath,
  Rule as RuleReply,
  TierList as TierListReply,
} from "@fedele/sdk/schemas/programme.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { changePointsType, codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberOf, toPointsType } from "../ledger/routes.ts";
import {
  addRule,
  changeRule,
  endCampaign,
  endRule,
  getCampaign,
  getRule,
  latestOf,
  startCampaign,
} from "./campaigns.ts";
import { programmeOf } from "./programmes.ts";
import { termsOf, toCampaign, toMemberTier, toRule } from "./ruleReplies.ts";
import { findProgramme, listCampaigns, listRules, raiseRevision, savePolicies } from "./store/programmes.ts";
import { changeTiers, memberStanding, setManualTier } from "./tiers.ts";

const tag = "programme";

type Ground = Pick<Parts, "db" | "sealer">;

export function programmeRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/programme",
    operation({
      id: "getProgramme",
      tag,
      summary: "How the programme works",
      scope: "programme:read",
      ok: ProgrammeReply,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const { policies, currentTiers } = await programmeOf(ctx);
        return { policies, tiers: { ...currentTiers, tiers: [...currentTiers.tiers] } };
      }),
  );

  app.patch(
    "/v1/programme/policies",
    operation({
      id: "changePolicies",
      tag,
      summary: "Change what the programme does where fair people differ",
      scope: "programme:write",
      body: PoliciesChange,
      ok: PoliciesReply,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const { policies } = await findProgramme(ctx);
        const changed = { ...policies, ...request.body };
        await savePolicies(ctx, changed);
        return changed;
      }),
  );

  app.put(
    "/v1/programme/tiers",
    operation({
      id: "changeTiers",
      tag,
      summary: "Replace the tiers",
      description: "Whoever is in the middle of a period finishes it under the tiers that it began with.",
      scope: "programme:write",
      body: NewTierList,
      ok: TierListReply,
    }),
    async (request) =>
      inTransaction(db, who(request), async (ctx) => {
        const list = await changeTiers(ctx, request.body);
        return { ...list, tiers: [...list.tiers] };
      }),
  );
}

export function pointsTermsRoutes(app: App, { db }: Ground): void {
  app.patch(
    "/v1/points-types/:code",
    operation({
      id: "changePointsType",
      tag,
      summary: "Change the terms of a currency",
      description: "For points earned from now on; where expiry by silence begins, silence is counted from now on.",
      scope: "programme:write",
      params: PointsTypePath,
      body: PointsTypeChange,
      ok: PointsType,
    }),
    async (request) => {
      const { earlierPoints = "keep", ...change } = request.body;
      const { timezone } = request.caller.tenant;
      return inTransaction(db, who(request), async (ctx) => {
        const { code } = request.params;
        const changed = await changePointsType(ctx, code, { ...change, earlierPoints }, timezone);
        await raiseRevision(ctx);
        return toPointsType(changed);
      });
    },
  );
}

export function campaignRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/campaigns",
    operation({
      id: "startCampaign",
      tag,
      summary: "Start a campaign with its rules",
      scope: "programme:write",
      idempotent: true,
      body: NewCampaign,
      ok: CampaignReply,
      created: CampaignReply,
    }),
    async (request, reply) => {
      const { tenant } = request.caller;
      const { name, rules } = request.body;
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay")
          return toCampaign(await getCampaign(ctx, claimed.resourceId), codesOf(types), tenant);
        reply.code(status.created);
        const terms = rules.map((rule) => termsOf(rule, types, ctx.now));
        const started = await startCampaign(ctx, { id, name, rules: terms });
        return toCampaign(started, codesOf(types), tenant);
      });
    },
  );
}

export function campaignListRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/campaigns",
    operation({
      id: "listCampaigns",
      tag,
      summary: "The campaigns, latest first",
      scope: "programme:read",
      query: ActivityPageQuery,
      ok: CampaignPage,
    }),
    async (request) => {
      const { tenant } = request.caller;
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const [campaigns, rules, types] = await Promise.all([
          listCampaigns(ctx, { before: page.after ?? null, limit: page.fetch }),
          listRules(ctx),
          pointsTypesOf(ctx),
        ]);
        const codeOf = codesOf(types);
        const withRules = campaigns.map((campaign) => ({
          campaign,
          rules: latestOf(rules.filter((rule) => rule.campaignId === campaign.id)),
        }));
        const item = (it: (typeof withRules)[number]) => toCampaign(it, codeOf, tenant);
        return pageOf(withRules, page.limit, { item, key: ({ campaign }) => [campaign.id] });
      });
    },
  );

  app.get(
    "/v1/campaigns/:campaignId",
    operation({
      id: "getCampaign",
      tag,
      summary: "One campaign",
      scope: "programme:read",
      params: CampaignPath,
      ok: CampaignReply,
    }),
    async (request) => {
      const id = fromTypeId("cmp", request.params.campaignId);
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        return toCampaign(await getCampaign(ctx, id), codesOf(types), request.caller.tenant);
      });
    },
  );
}

export function campaignEndRoutes(app: App, { db }: Ground): void {
  app.delete(
    "/v1/campaigns/:campaignId",
    operation({
      id: "endCampaign",
      tag,
      summary: "End a campaign with all of its rules",
      description: "They give nothing from now on. What they gave is taken back at its own rate if goods come back.",
      scope: "programme:write",
      params: CampaignPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("cmp", request.params.campaignId);
      await inTransaction(db, who(request), (ctx) => endCampaign(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}

export function ruleRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/campaigns/:campaignId/rules",
    operation({
      id: "addRule",
      tag,
      summary: "Add a rule to a campaign",
      scope: "programme:write",
      idempotent: true,
      params: CampaignPath,
      body: NewRule,
      ok: RuleReply,
      created: RuleReply,
    }),
    async (request, reply) => {
      const campaignId = fromTypeId("cmp", request.params.campaignId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toRule(await getRule(ctx, claimed.resourceId), codesOf(types), tenant);
        reply.code(status.created);
        const terms = termsOf(request.body, types, ctx.now);
        return toRule(await addRule(ctx, campaignId, { id, terms }), codesOf(types), tenant);
      });
    },
  );

  app.put(
    "/v1/rules/:ruleId",
    operation({
      id: "changeRule",
      tag,
      summary: "Give a rule its next version",
      description: "It holds from its `validFrom` on, by default from now; what was earned before stays as it was.",
      scope: "programme:write",
      params: RulePath,
      body: NewRule,
      ok: RuleReply,
    }),
    async (request) => {
      const id = fromTypeId("rul", request.params.ruleId);
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        const changed = await changeRule(ctx, id, termsOf(request.body, types, ctx.now));
        return toRule(changed, codesOf(types), request.caller.tenant);
      });
    },
  );

  app.delete(
    "/v1/rules/:ruleId",
    operation({
      id: "endRule",
      tag,
      summary: "End a rule",
      description: "It gives nothing from now on. What it gave is taken back at its own rate if goods come back.",
      scope: "programme:write",
      params: RulePath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("rul", request.params.ruleId);
      await inTransaction(db, who(request), (ctx) => endRule(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}

export function standingRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/members/:memberId/tier",
    operation({
      id: "getMemberTier",
      tag,
      summary: "How far a member has come",
      scope: "members:read",
      params: MemberPath,
      ok: MemberTier,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => toMemberTier(await memberStanding(ctx, member, tenant)));
    },
  );

  app.put(
    "/v1/members/:memberId/tier",
    operation({
      id: "setManualTier",
      tag,
      summary: "Give a member a tier by hand, for a while",
      scope: "adjustments:write",
      params: MemberPath,
      body: ManualTier,
      ok: MemberTier,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      const manual = { tier: request.body.tier, until: Date.parse(request.body.until) };
      return inTransaction(db, who(request), async (ctx) =>
        toMemberTier(await setManualTier(ctx, member, { manual, tenant })),
      );
    },
  );

  app.delete(
    "/v1/members/:memberId/tier",
    operation({
      id: "endManualTier",
      tag,
      summary: "Take a tier away that was given by hand",
      scope: "adjustments:write",
      params: MemberPath,
      ok: MemberTier,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) =>
        toMemberTier(await setManualTier(ctx, member, { manual: null, tenant })),
      );
    },
  );
}
