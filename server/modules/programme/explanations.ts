// Why an activity earned what it earned, from what was stored with it: the rule versions of its day and the member as
// they were then. Nothing is guessed afterwards.
import type { Failure } from "@fedele/core/conditions.ts";
import { type Award, evaluate } from "@fedele/core/evaluation.ts";
import type { Reason, WhyNot } from "@fedele/core/ruleExplanations.ts";
import type { CompiledRules, Rule } from "@fedele/core/rules.ts";
import { type Language, languages, ruleSentence, sentence } from "@fedele/core/sentences.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getFacts } from "../members/facts.ts";
import { isForWhole } from "./parts.ts";
import { type Programme, programmeOf } from "./programmes.ts";
import { inTenantsCurrency } from "./progress.ts";
import { type ActivityPlace, findActivities } from "./store/activities.ts";
import { type ActivityRow, activityFrom, factsFrom, resultFrom } from "./storedActivities.ts";

export type Why = Readonly<{ award: Award; name: string; sentence: string }>;
export type ExplainedNot = Readonly<{
  ruleId: string;
  ruleVersion: number;
  name: string;
  reason: Reason["kind"] | "given_before";
  sentence: string;
}>;
export type Explained = Readonly<{ why: readonly Why[]; whyNot: readonly ExplainedNot[] }>;

/** One activity; refuses what the member never did. */
export async function getActivity(ctx: Ctx, place: ActivityPlace): Promise<ActivityRow> {
  const [row] = await findActivities(ctx, [place]);
  if (row === undefined) throw new Refusal("not_found", "There is no such activity.");
  return row;
}

/** Why each rule gave what it gave, and the first thing that stood in the way of those that gave nothing. */
export async function explainActivity(
  ctx: Ctx,
  asked: { place: ActivityPlace; ruleId: string | undefined; tenant: Tenant },
): Promise<Explained> {
  const [row, record, programme] = await Promise.all([
    getActivity(ctx, asked.place),
    getFacts(ctx, asked.place),
    programmeOf(ctx),
  ]);
  const { facts, balance } = factsFrom(row.facts, record.facts.enrolledAt);
  const who = { member: facts, timezone: asked.tenant.timezone, balance };
  const activity = inTenantsCurrency(activityFrom(row), row.rate, asked.tenant.currency);
  const { awards, whyNot = [] } = evaluate(programme.rules, activity, who, { explain: { ruleId: asked.ruleId } });
  const given = resultFrom(row.awards).awards;
  const isAsked = ({ ruleId }: Award): boolean => asked.ruleId === undefined || ruleId === asked.ruleId;
  const isGiven = ({ ruleId }: { ruleId: string }): boolean => given.some((award) => award.ruleId === ruleId);
  const repeated = awards.filter((it) => row.part !== "" && isAsked(it) && !isGiven(it) && isForWhole(programme, it));
  return {
    why: given.filter(isAsked).map((award) => whyOf(award, programme, asked.tenant)),
    whyNot: [
      ...repeated.map((award) => givenBefore(award, programme)),
      ...whyNotOf(
        whyNot.filter((it) => !isGiven(it)),
        programme,
        asked.tenant,
      ),
    ],
  };
}

function givenBefore({ ruleId, ruleVersion }: Award, programme: Programme): ExplainedNot {
  const name = ruleOf(programme.rules, { ruleId, ruleVersion })?.name ?? "";
  return { ruleId, ruleVersion, name, reason: "given_before", sentence: "" };
}

/** Why an activity earned what it earned, without asking why not more. */
export function whysOf(row: ActivityRow, programme: Programme, tenant: Tenant): Why[] {
  return resultFrom(row.awards).awards.map((award) => whyOf(award, programme, tenant));
}

function whyOf(award: Award, programme: Programme, tenant: Tenant): Why {
  const rule = ruleOf(programme.rules, award);
  return {
    award,
    name: rule?.name ?? "",
    sentence: rule === undefined ? "" : ruleSentence(rule, languageOf(tenant), { currency: tenant.currency }),
  };
}

/** What stood in the way, in words. */
export function whyNotOf(list: readonly WhyNot[], programme: Programme, tenant: Tenant): ExplainedNot[] {
  return list.map(({ ruleId, ruleVersion, reason }) => ({
    ruleId,
    ruleVersion,
    name: ruleOf(programme.rules, { ruleId, ruleVersion })?.name ?? "",
    reason: reason.kind,
    sentence: reasonSentence(reason, tenant),
  }));
}

function ruleOf(rules: CompiledRules, named: { ruleId: string; ruleVersion: number }): Rule | undefined {
  return rules.rules.find(({ rule }) => rule.id === named.ruleId && rule.version === named.ruleVersion)?.rule;
}

export function languageOf({ language }: Tenant): Language {
  const [primary] = language.split("-");
  return languages.find((known) => known === primary) ?? "en";
}

/** The condition is said as it is asked, so that the reader sees what would have been needed. */
function reasonSentence(reason: Reason, tenant: Tenant): string {
  switch (reason.kind) {
    case "condition":
      return failureSentence(reason.failure, tenant);
    case "no_line_counts":
      return reason.failure === null ? "" : failureSentence(reason.failure, tenant);
    case "not_yet_valid":
      return new Date(reason.validFrom).toISOString();
    case "no_longer_valid":
      return new Date(reason.validUntil).toISOString();
    case "is_return":
    case "less_than_one_point":
      return "";
  }
}

function failureSentence({ condition, negated }: Failure, tenant: Tenant): string {
  const group = { combinator: "and", not: negated, rules: [condition] } as const;
  return sentence({ ...group, rules: [...group.rules] }, languageOf(tenant), { currency: tenant.currency });
}
