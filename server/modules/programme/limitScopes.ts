// What a programme limits: rules, campaigns, and what a member may have of a points type in all.
import type { Award } from "@fedele/core/evaluation.ts";
import type { Limit, LimitPeriod } from "@fedele/core/limits.ts";
import { type CompiledRules, ruleNamed } from "@fedele/core/rules.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";
import type { Cap, Policies } from "./policies.ts";

/** Something that is counted: a rule, a campaign, or all points of a type. */
export type LimitedScope = Readonly<{ scopeId: string; limit: Limit }>;

/** What a programme limits: to be looked up for every batch, and nothing where the list is empty. */
export type Limits = Readonly<{ scopes: readonly LimitedScope[]; caps: ReadonlyMap<number, readonly Limit[]> }>;

export function limitsIn(rules: CompiledRules, { caps }: Policies, types: readonly PointsType[]): Limits {
  const capsOf = Map.groupBy(caps, ({ pointsType }) => types.find(({ code }) => code === pointsType)?.pointsType ?? 0);
  capsOf.delete(0);
  const scopes = [
    ...rules.rules.flatMap(({ rule, campaign }) => [
      ...(rule.limit === undefined ? [] : [{ scopeId: rule.id, limit: rule.limit }]),
      ...(campaign.limit === null ? [] : [{ scopeId: campaign.id, limit: campaign.limit }]),
    ]),
    ...[...capsOf].flatMap(([type, of]) => of.map((cap) => ({ scopeId: capScope(type), limit: limitOf(cap) }))),
  ];
  const distinct = new Map(scopes.map((scope) => [JSON.stringify(scope), scope]));
  return {
    scopes: [...distinct.values()],
    caps: new Map([...capsOf].map(([type, of]) => [type, of.map(limitOf)])),
  };
}

function limitOf({ points, per, days }: Cap): Limit {
  return { points, per, days };
}

/** A points type as the scope of its caps: no rule and no campaign has such an id. */
export function capScope(pointsType: number): string {
  return `00000000-0000-0000-0000-${pointsType.toString(16).padStart(12, "0")}`;
}

/** The limits of the rule's version and of its campaign. */
export function scopesOf(rules: CompiledRules, award: Pick<Award, "ruleId" | "ruleVersion">): LimitedScope[] {
  const compiled = ruleNamed(rules, award.ruleId, award.ruleVersion);
  if (compiled === undefined) return [];
  const { rule, campaign } = compiled;
  return [
    ...(rule.limit === undefined ? [] : [{ scopeId: rule.id, limit: rule.limit }]),
    ...(campaign.limit === null ? [] : [{ scopeId: campaign.id, limit: campaign.limit }]),
  ];
}

/** The periods in which caps of a points type count. A cap per days counts by the day, as one per day does. */
export function cappedPeriods({ caps }: Limits, pointsType: number): Set<LimitPeriod> {
  return new Set((caps.get(pointsType) ?? []).map(({ per }) => (per === "days" ? "day" : per)));
}
