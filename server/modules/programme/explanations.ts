// Why an activity earned what it earned, from what was stored with it: the rule versions of its day and the member as
// they were then. Nothing is guessed afterwards.
import type { Failure } from "@fedele/core/conditions.ts";
import { type Award, evaluate } from "@fedele/core/evaluation.ts";
import type { Reason, WhyNot } from "@fedele/core/ruleExplanations.ts";
import { type CompiledRule, type CompiledRules, conditionsOf } from "@fedele/core/rules.ts";
import { type Language, languages, reasonSentence, ruleSentence, sentence } from "@fedele/core/sentences.ts";
import type { Cut, Rooms } from "@fedele/core/stacking.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getFacts } from "../members/facts.ts";
import { isForWhole } from "./parts.ts";
import { type Programme, programmeOf } from "./programmes.ts";
import { inTenantsCurrency } from "./progress.ts";
import { type ActivityPlace, findActivities } from "./store/activities.ts";
import { type ActivityRow, activityFrom, factsFrom, resultFrom } from "./storedActivities.ts";

/** `wanted`: what the rule would have given, where something had less left. */
export type Why = Readonly<{ award: Award; name: string; sentence: string; wanted?: number }>;
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
  asked: { place: ActivityPlace; ruleId: string | undefined; audience: "staff" | "member"; tenant: Tenant },
): Promise<Explained> {
  const [row, record, programme] = await Promise.all([
    getActivity(ctx, asked.place),
    getFacts(ctx, asked.place),
    programmeOf(ctx),
  ]);
  const { facts, balance } = factsFrom(row.facts, record.facts.enrolledAt);
  const who = { id: row.memberId, member: facts, timezone: asked.tenant.timezone, balance };
  const activity = inTenantsCurrency(activityFrom(row), row.rate, asked.tenant.currency);
  const { awards: given, cuts } = resultFrom(row.awards);
  const { awards, whyNot = [] } = evaluate(programme.rules, activity, who, {
    rooms: roomsOf(cuts),
    explain: { ruleId: asked.ruleId },
  });
  const isAsked = ({ ruleId }: Award): boolean => asked.ruleId === undefined || ruleId === asked.ruleId;
  const isGiven = ({ ruleId }: { ruleId: string }): boolean => given.some((award) => award.ruleId === ruleId);
  const repeated = awards.filter((it) => row.part !== "" && isAsked(it) && !isGiven(it) && isForWhole(programme, it));
  return {
    why: given.filter(isAsked).map((award) => whyOf(award, cuts, { programme, tenant: asked.tenant })),
    whyNot: [
      ...repeated.map((award) => givenBefore(award, programme)),
      ...whyNotOf(
        toldTo(
          asked.audience,
          whyNot.filter((it) => !isGiven(it)).map((it) => asBooked(it, cuts)),
        ),
        programme,
        asked.tenant,
      ),
    ],
  };
}

/** The room of then: what was cut has as much as it got, whatever it was that had no more. */
export function roomsOf(cuts: readonly Cut[]): Rooms | undefined {
  if (cuts.length === 0) return undefined;
  const endless = Number.POSITIVE_INFINITY;
  const gotBy = ({ id, version }: { id: string; version: number }): number | undefined =>
    cuts.find(({ ruleId, ruleVersion }) => ruleId === id && ruleVersion === version)?.points;
  return {
    ofRule: (rule) => ({ points: gotBy(rule) ?? endless, times: endless }),
    ofCampaign: () => ({ points: endless, times: endless }),
    ofBudget: () => endless,
    ofMember: () => endless,
  };
}

function asBooked(told: WhyNot, cuts: readonly Cut[]): WhyNot {
  const cut = cuts.find(({ ruleId, ruleVersion }) => ruleId === told.ruleId && ruleVersion === told.ruleVersion);
  return cut === undefined ? told : { ...told, reason: { kind: cut.by } };
}

/** Whoever knew that they are being compared with others would behave differently. */
export function toldTo(audience: "staff" | "member", whyNot: readonly WhyNot[]): readonly WhyNot[] {
  return audience === "staff" ? whyNot : whyNot.filter(({ reason }) => reason.kind !== "held_out");
}

function givenBefore({ ruleId, ruleVersion }: Award, programme: Programme): ExplainedNot {
  const name = ruleOf(programme.rules, { ruleId, ruleVersion })?.rule.name ?? "";
  return { ruleId, ruleVersion, name, reason: "given_before", sentence: "" };
}

/** Why an activity earned what it earned, without asking why not more. */
export function whysOf(row: ActivityRow, programme: Programme, tenant: Tenant): Why[] {
  const { awards, cuts } = resultFrom(row.awards);
  return awards.map((award) => whyOf(award, cuts, { programme, tenant }));
}

function whyOf(award: Award, cuts: readonly Cut[], of: { programme: Programme; tenant: Tenant }): Why {
  const { currency } = of.tenant;
  const compiled = ruleOf(of.programme.rules, award);
  const cut = cuts.find(({ ruleId, ruleVersion }) => ruleId === award.ruleId && ruleVersion === award.ruleVersion);
  const told = { award, ...(cut === undefined ? {} : { wanted: cut.wanted }) };
  if (compiled === undefined) return { ...told, name: "", sentence: "" };
  const { rule, campaign } = compiled;
  const said = ruleSentence({ ...rule, when: conditionsOf(rule, campaign) }, languageOf(of.tenant), { currency });
  return { ...told, name: rule.name, sentence: said };
}

/** What stood in the way, in words. */
export function whyNotOf(list: readonly WhyNot[], programme: Programme, tenant: Tenant): ExplainedNot[] {
  return list.map(({ ruleId, ruleVersion, reason }) => ({
    ruleId,
    ruleVersion,
    name: ruleOf(programme.rules, { ruleId, ruleVersion })?.rule.name ?? "",
    reason: reason.kind,
    sentence: sentenceOf(reason, programme, tenant),
  }));
}

function ruleOf(rules: CompiledRules, named: { ruleId: string; ruleVersion: number }): CompiledRule | undefined {
  return rules.rules.find(({ rule }) => rule.id === named.ruleId && rule.version === named.ruleVersion);
}

export function languageOf({ language }: Tenant): Language {
  const [primary] = language.split("-");
  return languages.find((known) => known === primary) ?? "en";
}

/** The condition is said as it is asked, so that the reader sees what would have been needed. */
function sentenceOf(reason: Reason, programme: Programme, tenant: Tenant): string {
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
    case "shut_out":
    case "outdone":
      return reasonSentence(reason.kind, languageOf(tenant), programme.campaigns.get(reason.campaignId)?.name ?? "");
    case "held_out":
    case "rule_limit":
    case "campaign_limit":
    case "cap":
    case "budget":
      return reasonSentence(reason.kind, languageOf(tenant), "");
  }
}

function failureSentence({ condition, negated }: Failure, tenant: Tenant): string {
  const group = { combinator: "and", not: negated, rules: [condition] } as const;
  return sentence({ ...group, rules: [...group.rules] }, languageOf(tenant), { currency: tenant.currency });
}
