// Campaigns and their rules. A rule is never edited: a change closes the version and opens the next, so that an old
// purchase is judged, and taken back, by the version of its day.
import type { RuleTerms } from "@fedele/core/ruleParser.ts";
import type { Rule } from "@fedele/core/rules.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import {
  type CampaignRow,
  closeRuleVersions,
  findCampaign,
  insertCampaign,
  insertRuleVersion,
  listRules,
  raiseRevision,
  setCampaignStatus,
} from "./store/programmes.ts";

/** Rules of all campaigns of a tenant that may be live at once. */
export const LIVE_RULES_MAX = 20_000;

export type CampaignWithRules = Readonly<{ campaign: CampaignRow; rules: readonly Rule[] }>;

export async function startCampaign(
  ctx: Ctx,
  asked: { id: string; name: string; rules: readonly RuleTerms[] },
): Promise<CampaignWithRules> {
  await insertCampaign(ctx, asked);
  for (const terms of asked.rules) {
    await insertRuleVersion(ctx, { ...terms, id: newId(ctx.now, 0), version: 1, campaignId: asked.id });
  }
  await raiseRevision(ctx);
  return getCampaign(ctx, asked.id);
}

export async function getCampaign(ctx: Ctx, id: string): Promise<CampaignWithRules> {
  const [campaign, rules] = await Promise.all([findCampaign(ctx, id), listRules(ctx)]);
  if (campaign === null) throw new Refusal("not_found", "There is no such campaign.");
  return { campaign, rules: latestOf(rules.filter((rule) => rule.campaignId === id)) };
}

/** The latest version of each rule. */
export function latestOf(rules: readonly Rule[]): Rule[] {
  return [...new Map(rules.map((rule) => [rule.id, rule])).values()];
}

export async function addRule(ctx: Ctx, campaignId: string, asked: { id: string; terms: RuleTerms }): Promise<Rule> {
  const { rules } = await getCampaign(ctx, campaignId);
  if (rules.length >= LIVE_RULES_MAX) throw new Refusal("invalid", `A programme has at most ${LIVE_RULES_MAX} rules.`);
  const rule = { ...asked.terms, id: asked.id, version: 1, campaignId };
  await insertRuleVersion(ctx, rule);
  await raiseRevision(ctx);
  return rule;
}

export async function getRule(ctx: Ctx, id: string): Promise<Rule> {
  const rule = (await listRules(ctx)).findLast((version) => version.id === id);
  if (rule === undefined) throw new Refusal("not_found", "There is no such rule.");
  return rule;
}

/** The next version holds from its `validFrom` on; the one before ends there. */
export async function changeRule(ctx: Ctx, id: string, terms: RuleTerms): Promise<Rule> {
  const before = await getRule(ctx, id);
  const from = terms.validFrom ?? ctx.now;
  await closeRuleVersions(ctx, id, from);
  const rule = { ...terms, validFrom: from, id, version: before.version + 1, campaignId: before.campaignId };
  await insertRuleVersion(ctx, rule);
  await raiseRevision(ctx);
  return rule;
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
