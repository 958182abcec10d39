// Campaigns and their rules. A rule is never edited: a change closes the version and opens the next, so that an old
// purchase is judged, and taken back, by the version of its day.
import { type CampaignTerms, usualTerms } from "@fedele/core/campaigns.ts";
import type { RuleTerms } from "@fedele/core/ruleParser.ts";
import type { Rule } from "@fedele/core/rules.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type Budget, findBudgets, insertBudget, lockBudget, saveBudget } from "./store/budgets.ts";
import { letSlotsAsk, type SlotSums, sumSlots } from "./store/campaignSlots.ts";
import { type CampaignRow, findCampaign, insertCampaign, setCampaignStatus } from "./store/campaigns.ts";
import { closeRuleVersions, insertRuleVersion, listRules, raiseRevision } from "./store/programmes.ts";

/** Rules of all campaigns of a tenant that may be live at once. */
export const LIVE_RULES_MAX = 20_000;

/** Points of a campaign's budget; sums of it stay exact. */
export const BUDGET_POINTS_MAX = 1_000_000_000_000;

/** What a campaign has done so far. */
type Counted = SlotSums & Readonly<{ budget: Budget | null }>;

export type CampaignWithRules = Readonly<{ campaign: CampaignRow; rules: readonly Rule[]; counted: Counted }>;

export async function startCampaign(
  ctx: Ctx,
  asked: { id: string; name: string; terms?: CampaignTerms; budgetPoints?: number; rules: readonly RuleTerms[] },
): Promise<CampaignWithRules> {
  await insertCampaign(ctx, { ...asked, terms: asked.terms ?? usualTerms });
  if (asked.budgetPoints !== undefined) await insertBudget(ctx, asked.id, asked.budgetPoints);
  for (const terms of asked.rules) {
    await insertRuleVersion(ctx, { ...terms, id: newId(ctx.now, 0), version: 1, campaignId: asked.id });
  }
  await raiseRevision(ctx);
  return getCampaign(ctx, asked.id);
}

export async function getCampaign(ctx: Ctx, id: string): Promise<CampaignWithRules> {
  const campaign = await findCampaign(ctx, id);
  if (campaign === null) throw new Refusal("not_found", "There is no such campaign.");
  const [told] = await withRules(ctx, [campaign]);
  if (told === undefined) throw new Error("a campaign was lost on the way");
  return told;
}

/** The campaigns with the latest version of each of their rules, and what they have done so far. */
export async function withRules(ctx: Ctx, campaigns: readonly CampaignRow[]): Promise<CampaignWithRules[]> {
  const ids = campaigns.map(({ id }) => id);
  const [rules, sums, budgets] = await Promise.all([listRules(ctx), sumSlots(ctx, ids), findBudgets(ctx, ids)]);
  return campaigns.map((campaign) => ({
    campaign,
    rules: latestOf(rules.filter((rule) => rule.campaignId === campaign.id)),
    counted: {
      ...(sums.get(campaign.id) ?? { free: 0, spent: 0, heldOut: 0 }),
      budget: budgets.find(({ campaignId }) => campaignId === campaign.id) ?? null,
    },
  }));
}

function latestOf(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

/** A rule with the terms of its campaign. */
export type RuleOfCampaign = Readonly<{ rule: Rule; campaign: CampaignTerms }>;

export async function addRule(
  ctx: Ctx,
  campaignId: string,
  asked: { id: string; terms: RuleTerms },
): Promise<RuleOfCampaign> {
  const { campaign, rules } = await getCampaign(ctx, campaignId);
  if (rules.length >= LIVE_RULES_MAX) throw new Refusal("invalid", `A programme has at most ${LIVE_RULES_MAX} rules.`);
  requireBudgetsType(campaign.terms, asked.terms);
  const rule = { ...asked.terms, id: asked.id, version: 1, campaignId };
  await insertRuleVersion(ctx, rule);
  await raiseRevision(ctx);
  return { rule, campaign: campaign.terms };
}

export async function getRule(ctx: Ctx, id: string): Promise<RuleOfCampaign> {
  const rule = (await listRules(ctx)).findLast((version) => version.id === id);
  const campaign = rule === undefined ? null : await findCampaign(ctx, rule.campaignId ?? "");
  if (rule === undefined || campaign === null) throw new Refusal("not_found", "There is no such rule.");
  return { rule, campaign: campaign.terms };
}

/** The next version holds from its `validFrom` on; the one before ends there. */
export async function changeRule(ctx: Ctx, id: string, terms: RuleTerms): Promise<RuleOfCampaign> {
  const { rule: before, campaign } = await getRule(ctx, id);
  requireBudgetsType(campaign, terms);
  const from = terms.validFrom ?? ctx.now;
  await closeRuleVersions(ctx, id, from);
  const rule = { ...terms, validFrom: from, id, version: before.version + 1, campaignId: before.campaignId };
  await insertRuleVersion(ctx, rule);
  await raiseRevision(ctx);
  return { rule, campaign };
}

/** A budget that was named in money counts the points of one type. */
function requireBudgetsType({ budget }: CampaignTerms, { pointsType }: RuleTerms): void {
  if (budget?.pointsType === undefined || budget.pointsType === pointsType) return;
  throw new Refusal("invalid", "The campaign's budget is in money, so all of its rules give the same points type.", {
    field: "pointsType",
  });
}

/** Adds to what a campaign may give; whoever has waited for more is given at once. */
export async function addBudget(
  ctx: Ctx,
  id: string,
  pointsFor: (terms: CampaignTerms) => number,
): Promise<CampaignWithRules> {
  const [campaign, budget] = [await findCampaign(ctx, id), await lockBudget(ctx, id)];
  if (campaign === null) throw new Refusal("not_found", "There is no such campaign.");
  if (budget === null) throw new Refusal("conflict", "This campaign was started without a budget.");
  if (campaign.status === "ended") throw new Refusal("conflict", "This campaign has ended; it gives nothing more.");
  const points = pointsFor(campaign.terms);
  if (budget.granted + points > BUDGET_POINTS_MAX) {
    throw new Refusal("invalid", `A budget has at most ${BUDGET_POINTS_MAX} points.`);
  }
  await saveBudget(ctx, { ...budget, granted: budget.granted + points, free: budget.free + points, exhaustedAt: null });
  await letSlotsAsk(ctx, id);
  return getCampaign(ctx, id);
}

/** Ends a campaign with all of its rules; twice ends it once. */
export async function endCampaign(ctx: Ctx, id: string): Promise<void> {
  const { rules } = await getCampaign(ctx, id);
  for (const rule of rules) await closeRuleVersions(ctx, rule.id, ctx.now);
  await setCampaignStatus(ctx, id, "ended");
  await raiseRevision(ctx);
}

/** Gives nothing from now on. What it gave can still be taken back at its own rate. */
export async function endRule(ctx: Ctx, id: string): Promise<void> {
  await getRule(ctx, id);
  await closeRuleVersions(ctx, id, ctx.now);
  await raiseRevision(ctx);
}
