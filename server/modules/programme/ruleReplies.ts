// Rules, campaigns and standings as the API tells them, and rules as it takes them.

import { type CampaignTerms, usualTerms } from "@fedele/core/campaigns.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { faultInLimit, type Limit } from "@fedele/core/limits.ts";
import { flooredProduct } from "@fedele/core/points.ts";
import type { Effect } from "@fedele/core/ruleEffects.ts";
import { type RuleTerms, validateRuleTerms } from "@fedele/core/ruleParser.ts";
import { conditionsOf, type Rule } from "@fedele/core/rules.ts";
import { faultInSchedule } from "@fedele/core/schedules.ts";
import { ruleSentence } from "@fedele/core/sentences.ts";
import { BUDGET_MAX, type BudgetAddition, type Campaign, type NewCampaign } from "@fedele/sdk/schemas/campaign.ts";
import type { MemberTier, NewRule, Rule as RuleReply } from "@fedele/sdk/schemas/programme.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { toTypeId } from "../../platform/ids.ts";
import { invalid } from "../../platform/places.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";
import type { CampaignWithRules } from "./campaigns.ts";
import { languageOf } from "./explanations.ts";
import { type FindOffers, withOffers } from "./offers.ts";
import type { MemberStanding } from "./tiers.ts";

/** A rule whose reward, where it gives one, was looked up. */
type NewTerms = Omit<NewRule, "effect"> & { readonly effect: unknown };

/** A told rule as core knows it; what is wrong with it is said by core's own parser. */
export function termsOf(told: NewTerms, types: readonly PointsType[], now: number): RuleTerms {
  const type = types.find(({ code }) => code === told.pointsType);
  if (type === undefined) throw invalid("pointsType", `The programme has no points type "${told.pointsType}".`);
  const parsed = validateRuleTerms({
    ...told,
    pointsType: type.pointsType,
    validFrom: told.validFrom === undefined ? now : momentOf(told.validFrom),
    validUntil: momentOf(told.validUntil ?? null),
  });
  if (!parsed.ok) throw invalid(parsed.path === "" ? "rule" : parsed.path, parsed.message);
  return parsed.terms;
}

/** One rule, with the reward that it gives looked up. */
export async function ruleTermsOf(
  ctx: Ctx,
  told: NewRule,
  { find, types }: { find: FindOffers; types: readonly PointsType[] },
): Promise<RuleTerms> {
  const [offered] = await withOffers(ctx, [told], { find, types });
  return termsOf(offered ?? told, types, ctx.now);
}

/** The terms of a campaign as core knows them. */
export function campaignTermsOf(told: Omit<NewCampaign, "name" | "rules" | "budget">): CampaignTerms {
  const { priority = usualTerms.priority, schedule = [], holdout = 0 } = told;
  const fault = faultInSchedule(schedule);
  if (fault !== null) throw invalid("schedule", fault);
  const unlimited = told.limit === undefined ? null : faultInLimit(told.limit);
  if (unlimited !== null) throw invalid("limit", unlimited);
  const { stacking, limit = null } = told;
  return { ...usualTerms, priority, stacking: stackingOf(stacking), schedule, holdout, limit };
}

/** A told budget in points, and the terms of it; money buys points at their face value, rounded down. */
export function budgetOf(
  told: NewCampaign["budget"],
  rules: readonly RuleTerms[],
  types: readonly PointsType[],
): { terms: CampaignTerms["budget"]; points?: number } {
  if (told === undefined) return { terms: null };
  const { minor, whenShort = "nothing" } = told;
  if (minor === undefined) return { terms: { whenShort }, points: pointsOf(told, undefined, types) };
  const [pointsType, ...others] = new Set(rules.map((rule) => rule.pointsType));
  if (pointsType === undefined || others.length > 0) {
    throw invalid("budget.minor", "A budget in money is of a campaign whose rules all give the same points type.");
  }
  return { terms: { whenShort, pointsType }, points: pointsOf(told, pointsType, types) };
}

/** How many points are meant. */
export function pointsOf(
  { points, minor }: BudgetAddition,
  pointsType: number | undefined,
  types: readonly PointsType[],
): number {
  if (points === undefined && minor === undefined)
    throw invalid("budget", "A budget is of points, of money or of both.");
  const unbounded = points ?? BUDGET_MAX;
  if (minor === undefined) return unbounded;
  const face = types.find((type) => type.pointsType === pointsType)?.faceValue ?? null;
  if (face === null) {
    throw invalid("budget.minor", "What the points are worth is not known: their type has no face value.");
  }
  const bought = Math.min(unbounded, flooredProduct(minor, face.points, face.minor));
  if (bought < 1) throw invalid("budget.minor", "So little money does not buy a single point.");
  return bought;
}

function stackingOf(told: NewCampaign["stacking"]): CampaignTerms["stacking"] {
  const { kind = "stack", scope, category } = told ?? {};
  if (scope !== undefined && kind !== "exclusive")
    throw invalid("stacking.scope", "Only an exclusive one has a scope.");
  if ((category !== undefined) !== (kind === "best_of")) {
    throw invalid("stacking.category", "A campaign that is the best of a category names it, and no other does.");
  }
  switch (kind) {
    case "stack":
      return { kind };
    case "exclusive":
      return { kind, scope: scope ?? "basket" };
    case "best_of":
      return { kind, category: category ?? "" };
  }
}

function momentOf(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

function toGroup({ combinator, not, rules }: ConditionGroup): NonNullable<RuleReply["when"]> {
  return { combinator, ...(not === undefined ? {} : { not }), rules: rules.map((it) => ({ ...it })) };
}

function toEffect(effect: Effect): RuleReply["effect"] {
  if (effect.kind === "reward") return { kind: effect.kind, reward: effect.code };
  if (effect.kind !== "points_per_money") return { ...effect };
  const { base, ...rest } = effect;
  return base === undefined ? rest : { ...rest, base: { ...base } };
}

/** The sentence says when the campaign is open as well. */
export function toRule(
  { rule, campaign }: { rule: Rule; campaign: CampaignTerms },
  codeOf: (pointsType: number) => string,
  tenant: Tenant,
): RuleReply {
  const { when, items, effect, limit } = rule;
  return {
    id: toTypeId("rul", rule.id),
    version: rule.version,
    campaignId: toTypeId("cmp", rule.campaignId ?? ""),
    name: rule.name,
    pointsType: codeOf(rule.pointsType),
    ...(when === undefined ? {} : { when: toGroup(when) }),
    ...(items === undefined ? {} : { items: toGroup(items) }),
    effect: toEffect(effect),
    ...(limit === undefined ? {} : { limit: toLimit(limit) }),
    validFrom: isoOrNull(rule.validFrom),
    validUntil: isoOrNull(rule.validUntil),
    sentence: ruleSentence({ ...rule, when: conditionsOf(rule, campaign) }, languageOf(tenant), {
      currency: tenant.currency,
    }),
  };
}

export function toCampaign(
  { campaign, rules, counted }: CampaignWithRules,
  codeOf: (pointsType: number) => string,
  tenant: Tenant,
): Campaign {
  const { terms } = campaign;
  const { budget } = counted;
  return {
    id: toTypeId("cmp", campaign.id),
    name: campaign.name,
    status: campaign.status,
    rules: rules.map((rule) => toRule({ rule, campaign: terms }, codeOf, tenant)),
    priority: terms.priority,
    stacking: { ...terms.stacking },
    schedule: terms.schedule.map(toOpening),
    holdout: terms.holdout,
    ...(terms.limit === null ? {} : { limit: toLimit(terms.limit) }),
    ...(terms.budget === null || budget === null ? {} : { budget: toBudget(terms.budget, budget, counted) }),
    heldOut: counted.heldOut,
    createdAt: new Date(campaign.createdAt).toISOString(),
  };
}

function toBudget(
  { whenShort }: { whenShort: "nothing" | "partial" },
  { granted, free, exhaustedAt }: { granted: number; free: number; exhaustedAt: number | null },
  slices: { free: number; spent: number },
): NonNullable<Campaign["budget"]> {
  return {
    points: granted,
    spent: slices.spent,
    left: free + slices.free,
    whenShort,
    exhaustedAt: isoOrNull(exhaustedAt),
  };
}

function toLimit({ points, times, per, days }: Limit): NonNullable<RuleReply["limit"]> {
  return {
    ...(points === undefined ? {} : { points }),
    ...(times === undefined ? {} : { times }),
    per,
    ...(days === undefined ? {} : { days }),
  };
}

function toOpening({ weekdays, days, from, until }: CampaignTerms["schedule"][number]): Campaign["schedule"][number] {
  return {
    ...(weekdays === undefined ? {} : { weekdays: [...weekdays] }),
    ...(days === undefined ? {} : { days: [...days] }),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  };
}

export function toMemberTier({ standing, tier, nextTier, nowMs }: MemberStanding): MemberTier {
  return {
    tier,
    since: isoOrNull(standing.since),
    until: isoOrNull(standing.until),
    isManual: standing.manualUntil !== null && nowMs < standing.manualUntil,
    fallsTo: standing.next,
    progress: standing.periodValue,
    nextTier: nextTier?.code ?? null,
    missing: nextTier === null ? null : Math.max(0, nextTier.threshold - standing.periodValue),
  };
}
