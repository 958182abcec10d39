import fc from "fast-check";
import { expect, test } from "vitest";
import { anyActivity, anyRules, anyWho } from "../tests/support/conditions.ts";
import { type Campaign, type Stacking, usualTerms } from "./campaigns.ts";
import { evaluate } from "./evaluation.ts";
import { sceneFor } from "./facts.ts";
import { compileRules, isMet, type Rule } from "./rules.ts";
import { combine, type Rooms } from "./stacking.ts";

const ids = ["c1", "c2", "c3", "c4"];

const anyStacking: fc.Arbitrary<Stacking> = fc.oneof(
  fc.constant({ kind: "stack" } as const),
  fc.record({ kind: fc.constant("exclusive" as const), scope: fc.constantFrom("basket" as const, "lines" as const) }),
  fc.record({ kind: fc.constant("best_of" as const), category: fc.constantFrom("x", "y") }),
);

const anyCampaigns: fc.Arbitrary<Campaign[]> = fc
  .array(
    fc.record({
      priority: fc.nat(2),
      stacking: anyStacking,
      budget: fc.constantFrom(null, { whenShort: "nothing" as const }, { whenShort: "partial" as const }),
    }),
    { minLength: ids.length, maxLength: ids.length },
  )
  .map((terms) => terms.map((it, at) => ({ ...usualTerms, ...it, id: ids[at] ?? "" })));

const inCampaigns = (rules: readonly Rule[]): Rule[] =>
  rules.map((rule, at) => ({ ...rule, campaignId: ids[at % ids.length] }));

const anyRooms: fc.Arbitrary<Rooms> = fc
  .record({ rule: fc.nat(60), campaign: fc.nat(90), budget: fc.nat(90), cap: fc.nat(90), times: fc.nat(1) })
  .map(({ rule, campaign, budget, cap, times }) => ({
    ofRule: () => ({ points: rule, times: Number.POSITIVE_INFINITY }),
    ofCampaign: () => ({ points: campaign, times }),
    ofBudget: () => budget,
    ofMember: () => cap,
  }));

test("the order in which rules and campaigns are listed does not matter", () => {
  fc.assert(
    fc.property(anyRules, anyCampaigns, anyActivity, anyWho, (rules, campaigns, activity, who) => {
      const told = inCampaigns(rules);
      const one = evaluate(compileRules(told, campaigns), activity, who, { explain: {} });
      const other = evaluate(compileRules(told.toReversed(), campaigns.toReversed()), activity, who, { explain: {} });
      expect(other).toEqual(one);
    }),
    { numRuns: 500 },
  );
});

test("campaigns that only stack give to the point what rules gave that knew no campaigns", () => {
  fc.assert(
    fc.property(anyRules, anyActivity, anyWho, (rules, activity, who) => {
      const usual = ids.map((id) => ({ ...usualTerms, id }));
      const alone = evaluate(compileRules(rules), activity, who);
      expect(evaluate(compileRules(inCampaigns(rules), usual), activity, who)).toEqual(alone);
      // By the longer way as well, which those go that do not only stack.
      const compiled = compileRules(inCampaigns(rules), usual);
      const scene = sceneFor(who, activity.at, activity, undefined);
      const met = activity.kind === "return" ? [] : compiled.rules.filter((rule) => isMet(rule, scene));
      expect(combine(met, scene, undefined).awards).toEqual(alone.awards);
    }),
    { numRuns: 500 },
  );
});

test("no line has points of an exclusive campaign and of one that comes after it", () => {
  fc.assert(
    fc.property(anyRules, anyCampaigns, anyActivity, anyWho, (rules, campaigns, activity, who) => {
      const told = inCampaigns(rules);
      const { awards } = evaluate(compileRules(told, campaigns), activity, who);
      const campaignOf = (ruleId: string) =>
        campaigns.find(({ id }) => id === told.find((rule) => rule.id === ruleId)?.campaignId);
      for (const award of awards) {
        const first = campaignOf(award.ruleId);
        if (first?.stacking.kind !== "exclusive") continue;
        for (const other of awards) {
          const second = campaignOf(other.ruleId);
          if (second === undefined || second.id === first.id || second.priority >= first.priority) continue;
          const shared = award.perLine.filter((points, at) => points > 0 && (other.perLine[at] ?? 0) > 0);
          expect(shared).toEqual([]);
          expect(first.stacking.scope).toBe("lines");
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("of each category at most one campaign gives", () => {
  fc.assert(
    fc.property(anyRules, anyCampaigns, anyActivity, anyWho, (rules, campaigns, activity, who) => {
      const told = inCampaigns(rules);
      const { awards } = evaluate(compileRules(told, campaigns), activity, who);
      const giving = new Set(awards.map(({ ruleId }) => told.find(({ id }) => id === ruleId)?.campaignId));
      for (const category of ["x", "y"]) {
        const of = campaigns.filter(
          ({ id, stacking }) => giving.has(id) && stacking.kind === "best_of" && stacking.category === category,
        );
        expect(of.length).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("no room is ever overdrawn, and what was cut is told", () => {
  fc.assert(
    fc.property(anyRules, fc.tuple(anyCampaigns, anyRooms), anyActivity, anyWho, (rules, terms, activity, who) => {
      const [campaigns, rooms] = terms;
      const told = inCampaigns(rules);
      const { awards, cuts } = evaluate(compileRules(told, campaigns), activity, who, { rooms });
      const sum = (of: typeof awards) => of.reduce((points, award) => points + award.points, 0);
      for (const [, of] of Map.groupBy(awards, ({ pointsType }) => pointsType)) {
        expect(sum(of)).toBeLessThanOrEqual(rooms.ofMember?.(1) ?? 0);
      }
      for (const campaign of campaigns) {
        const own = awards.filter(({ ruleId }) => told.find(({ id }) => id === ruleId)?.campaignId === campaign.id);
        expect(sum(own)).toBeLessThanOrEqual(Math.min(rooms.ofCampaign(campaign).points, rooms.ofBudget(campaign)));
        for (const { points, perLine } of own) {
          expect(points).toBeGreaterThan(0);
          if (perLine.length > 0) expect(perLine.reduce((total, share) => total + share, 0)).toBe(points);
        }
      }
      for (const { ruleId, points, wanted } of cuts) {
        expect(points).toBeLessThan(wanted);
        expect(awards.find((award) => award.ruleId === ruleId)?.points ?? 0).toBe(points);
      }
    }),
    { numRuns: 500 },
  );
});
