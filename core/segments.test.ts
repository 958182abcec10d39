import { expect, test } from "vitest";
import type { Activity } from "./activity.ts";
import { evaluate } from "./evaluation.ts";
import { type MemberFacts, newcomer } from "./facts.ts";
import { compileRules, type Rule } from "./rules.ts";
import { compileSegments, type Segment, segmentsOf } from "./segments.ts";

const at = Date.parse("2026-03-02T09:00:00Z");
const regulars: Segment = {
  code: "regulars",
  conditions: { combinator: "and", rules: [{ field: "member.purchases", operator: ">=", value: 2 }] },
};
const romans: Segment = {
  code: "romans",
  conditions: { combinator: "and", rules: [{ field: "member.language", operator: "=", value: "la" }] },
};
const all: Segment = { code: "all", conditions: { combinator: "and", rules: [] } };

const who = (facts: Partial<MemberFacts>) => ({ member: { ...newcomer(at), ...facts }, timezone: "UTC" });
const asksFor = (operator: "=" | "!=" | "in" | "notIn", value: string | string[]) =>
  ({ combinator: "and", rules: [{ field: "segment.in", operator, value }] }) as const;

test.each<[string, Partial<MemberFacts>, string[]]>([
  ["nobody in particular", {}, ["all"]],
  ["who bought twice", { purchases: 2 }, ["regulars", "all"]],
  ["a Roman who bought twice", { purchases: 2, language: "la" }, ["regulars", "romans", "all"]],
  ["who is blocked", { purchases: 2, status: "blocked" }, ["regulars", "all"]],
  ["who has left", { purchases: 2, status: "closed" }, []],
])("%s is in the segments that their facts meet", (_words, facts, codes) => {
  const compiled = compileSegments([regulars, romans, all], [asksFor("in", ["regulars", "romans", "all"])]);
  expect(segmentsOf(compiled, who(facts), at)).toEqual(codes);
});

test("only what some rule asks for is compiled, however deep it asks", () => {
  const deep = { combinator: "or", rules: [asksFor("!=", "romans"), asksFor("in", ["regulars", "gone"])] } as const;
  expect(compileSegments([regulars, romans, all], [undefined, deep]).map(({ code }) => code)).toEqual([
    "regulars",
    "romans",
  ]);
  expect(compileSegments([regulars], [undefined])).toEqual([]);
});

const bonus = (when: Rule["when"]): Rule => ({
  id: "r",
  version: 1,
  name: "Bonus",
  pointsType: 1,
  validFrom: null,
  validUntil: null,
  when,
  effect: { kind: "fixed", points: 5 },
});
const visit: Activity = { kind: "visit", channel: "till", at, currency: "EUR", amountMinor: 0, lines: [] };

test.each<[string, Rule["when"], Partial<MemberFacts>, number]>([
  ["in the segment", asksFor("=", "regulars"), { purchases: 2 }, 5],
  ["not in it", asksFor("=", "regulars"), { purchases: 1 }, 0],
  ["asked to be out of it, and out", asksFor("!=", "regulars"), { purchases: 1 }, 5],
  ["asked to be out of it, and in", asksFor("notIn", ["regulars", "romans"]), { purchases: 2 }, 0],
  ["in one of two", asksFor("in", ["romans", "regulars"]), { language: "la" }, 5],
  ["asked for a segment that is gone", asksFor("=", "gone"), { purchases: 2 }, 0],
])("a rule meets whoever is %s", (_words, when, facts, points) => {
  const rules = compileRules([bonus(when)], [], [regulars, romans]);
  const { awards } = evaluate(rules, visit, who(facts));
  expect(awards.reduce((sum, award) => sum + award.points, 0)).toBe(points);
});

test("whoever says which segments the member is in is believed", () => {
  const rules = compileRules([bonus(asksFor("=", "regulars"))], [], [regulars]);
  expect(evaluate(rules, visit, { ...who({}), segments: ["regulars"] }).awards).toHaveLength(1);
});
