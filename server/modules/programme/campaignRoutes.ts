// Campaigns and their rules over HTTP.
import { ActivityPageQuery } from "@fedele/sdk/schemas/activity.ts";
import {
  BudgetAddition,
  CampaignPage,
  CampaignPath,
  Campaign as CampaignReply,
  NewCampaign,
} from "@fedele/sdk/schemas/campaign.ts";
import { NewRule, RulePath, Rule as RuleReply } from "@fedele/sdk/schemas/programme.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import {
  addBudget,
  addRule,
  changeRule,
  endCampaign,
  endRule,
  getCampaign,
  getRule,
  startCampaign,
  withRules,
} from "./campaigns.ts";
import { type FindOffers, withOffers } from "./offers.ts";
import { budgetOf, campaignTermsOf, pointsOf, ruleTermsOf, termsOf, toCampaign, toRule } from "./ruleReplies.ts";
import { listCampaigns } from "./store/campaigns.ts";

const tag = "programme";

type Ground = Pick<Parts, "db" | "sealer">;
type WritingGround = Ground & { readonly offers: FindOffers };

export function campaignRoutes(app: App, { db, sealer, offers: find }: WritingGround): void {
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
      const { name, rules, budget, ...told } = request.body;
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay")
          return toCampaign(await getCampaign(ctx, claimed.resourceId), codesOf(types), tenant);
        reply.code(status.created);
        const offered = await withOffers(ctx, rules, { find, types });
        const terms = offered.map((rule) => termsOf(rule, types, ctx.now));
        const bought = budgetOf(budget, terms, types);
        const started = await startCampaign(ctx, {
          ...{ id, name, rules: terms },
          terms: { ...campaignTermsOf(told), budget: bought.terms },
          ...(bought.points === undefined ? {} : { budgetPoints: bought.points }),
        });
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
        const [campaigns, types] = await Promise.all([
          listCampaigns(ctx, { before: page.after ?? null, limit: page.fetch }),
          pointsTypesOf(ctx),
        ]);
        const codeOf = codesOf(types);
        const told = await withRules(ctx, campaigns);
        const item = (it: (typeof told)[number]) => toCampaign(it, codeOf, tenant);
        return pageOf(told, page.limit, { item, key: ({ campaign }) => [campaign.id] });
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

export function budgetRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/campaigns/:campaignId/budget",
    operation({
      id: "addBudget",
      tag,
      summary: "Add to the budget of a campaign",
      description: "Of a campaign that was started with one; whoever comes next is given at once.",
      scope: "programme:write",
      idempotent: true,
      params: CampaignPath,
      body: BudgetAddition,
      ok: CampaignReply,
      created: CampaignReply,
      refuses: ["not_found", "conflict"],
    }),
    async (request, reply) => {
      const id = fromTypeId("cmp", request.params.campaignId);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toCampaign(await getCampaign(ctx, id), codesOf(types), tenant);
        reply.code(status.created);
        const raised = await addBudget(ctx, id, ({ budget }) => pointsOf(request.body, budget?.pointsType, types));
        return toCampaign(raised, codesOf(types), tenant);
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

export function ruleRoutes(app: App, { db, sealer, offers: find }: WritingGround): void {
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
        const terms = await ruleTermsOf(ctx, request.body, { find, types });
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
        const changed = await changeRule(ctx, id, await ruleTermsOf(ctx, request.body, { find, types }));
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
