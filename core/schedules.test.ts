import { describe, expect, test } from "vitest";
import { purchaseOf, someone } from "../tests/support/conditions.ts";
import { usualTerms } from "./campaigns.ts";
import { evaluate } from "./evaluation.ts";
import { sceneFor } from "./facts.ts";
import { candidatesOf } from "./ruleIndex.ts";
import { compileRules, conditionsOf, type Rule } from "./rules.ts";
import { faultInSchedule, type Opening } from "./schedules.ts";
import { languages, ruleSentence } from "./sentences.ts";

const rule: Rule = {
  ...{ id: "rule", version: 1, campaignId: "campaign", name: "rule", pointsType: 1, validFrom: null, validUntil: null },
  effect: { kind: "fixed", points: 5 },
};

function isOpen(schedule: readonly Opening[], moment: string, timezone = "Europe/Rome"): boolean {
  const compiled = compileRules([rule], [{ ...usualTerms, id: "campaign", schedule }]);
  const activity = purchaseOf([{ amountMinor: 100 }], { at: Date.parse(moment) });
  return evaluate(compiled, activity, { ...someone, timezone }).awards.length > 0;
}

const tuesdayEvening: Opening[] = [{ weekdays: [2], from: "17:00", until: "20:00" }];

describe("a campaign that is open", () => {
  test.each<[string, readonly Opening[], string, boolean]>([
    ["every Tuesday from 17 to 20: just before", tuesdayEvening, "2026-03-03T15:59:59Z", false],
    ["every Tuesday from 17 to 20: at 17", tuesdayEvening, "2026-03-03T16:00:00Z", true],
    ["every Tuesday from 17 to 20: at 20", tuesdayEvening, "2026-03-03T19:00:00Z", false],
    ["every Tuesday from 17 to 20: on Wednesday", tuesdayEvening, "2026-03-04T17:00:00Z", false],
    ["every Tuesday from 17 to 20: in summer at 17", tuesdayEvening, "2026-06-30T15:00:00Z", true],
    ["every Tuesday from 17 to 20: in summer before", tuesdayEvening, "2026-06-30T14:59:59Z", false],
    ["on Friday from 22 to 2: at 22", [{ weekdays: [5], from: "22:00", until: "02:00" }], "2026-03-06T21:00:00Z", true],
    [
      "on Friday from 22 to 2: at 1 the next day",
      [{ weekdays: [5], from: "22:00", until: "02:00" }],
      "2026-03-07T00:00:00Z",
      true,
    ],
    [
      "on Friday from 22 to 2: at 1 on Friday itself",
      [{ weekdays: [5], from: "22:00", until: "02:00" }],
      "2026-03-06T00:00:00Z",
      false,
    ],
    [
      "on Sunday from 22 to 2: at 1 on Monday",
      [{ weekdays: [7], from: "22:00", until: "02:00" }],
      "2026-03-09T00:00:00Z",
      true,
    ],
    ["on the 1st and the 15th: on the 15th", [{ days: [1, 15] }], "2026-03-14T23:00:00Z", true],
    ["on the 1st and the 15th: on the 14th", [{ days: [1, 15] }], "2026-03-14T22:59:59Z", false],
    ["on the 31st: never in a month without one", [{ days: [31] }], "2026-04-30T12:00:00Z", false],
    ["until midnight: a second before", [{ from: "18:00", until: "24:00" }], "2026-03-03T22:59:59Z", true],
    ["until midnight: at midnight", [{ from: "18:00", until: "00:00" }], "2026-03-03T23:00:00Z", false],
    ["at one of several times", [{ days: [1] }, ...tuesdayEvening], "2026-03-03T16:30:00Z", true],
    ["always", [], "2026-03-03T03:00:00Z", true],
  ])("%s", (_name, schedule, moment, expected) => {
    expect(isOpen(schedule, moment)).toBe(expected);
  });

  // In Rome the clocks go from 2:00 to 3:00 on 29 March 2026, and from 3:00 back to 2:00 on 25 October.
  test.each<[string, Opening, string, boolean]>([
    [
      "from 2:15 to 2:45 does not open on the night without that hour",
      { from: "02:15", until: "02:45" },
      "2026-03-29T01:30:00Z",
      false,
    ],
    [
      "from 2:00 to 3:30 opens when the clocks have sprung to 3",
      { from: "02:00", until: "03:30" },
      "2026-03-29T01:00:00Z",
      true,
    ],
    ["from 2:00 to 3:30 closes half an hour later", { from: "02:00", until: "03:30" }, "2026-03-29T01:30:00Z", false],
    ["until 2:00 closes when the clocks spring", { from: "00:00", until: "02:00" }, "2026-03-29T00:59:59Z", true],
    [
      "from 2:15 to 2:45 opens twice on the night that has the hour twice: first",
      { from: "02:15", until: "02:45" },
      "2026-10-25T00:30:00Z",
      true,
    ],
    ["and a second time", { from: "02:15", until: "02:45" }, "2026-10-25T01:30:00Z", true],
    ["but not between", { from: "02:15", until: "02:45" }, "2026-10-25T01:00:00Z", false],
  ])("fault 11: %s", (_name, opening, moment, expected) => {
    expect(isOpen([opening], moment)).toBe(expected);
  });
});

test("rules of a campaign are indexed by its weekday", () => {
  const rules = Array.from({ length: 70 }, (_, at) => ({ ...rule, id: `rule ${at}`, campaignId: `${at % 7}` }));
  const campaigns = Array.from({ length: 7 }, (_, at) => ({
    ...usualTerms,
    id: `${at}`,
    schedule: [{ weekdays: [at + 1] }],
  }));
  const { index } = compileRules(rules, campaigns);
  const { at } = purchaseOf([]);
  expect(candidatesOf(index, sceneFor(someone, at, purchaseOf([]), undefined))).toHaveLength(10);
});

test("an opening that nobody could mean is refused in a sentence", () => {
  expect(faultInSchedule([{}])).toContain("when it is");
  expect(faultInSchedule([{ weekdays: [1], days: [1] }])).toContain("not both");
  expect(faultInSchedule([{ days: [1], from: "22:00", until: "02:00" }])).toContain("past midnight");
  expect(faultInSchedule([{ days: [1], from: "22:00", until: "00:00" }])).toBe(null);
  expect(faultInSchedule(tuesdayEvening)).toBe(null);
});

test("when a campaign is open is said with the rule, in every language", () => {
  const when = conditionsOf(rule, { schedule: tuesdayEvening });
  expect(languages.map((language) => plain(ruleSentence({ ...rule, when }, language, { currency: "EUR" })))).toEqual(
    told,
  );
});

const told = [
  "5 points, if the day is Tuesday, the time is 17:00 or later and the time is before 20:00.",
  "5 punti, se il giorno è martedì, sono almeno le 17:00 ed è prima delle 20:00.",
  "5 puncte, dacă ziua este marți, ora este cel mai devreme 17:00 și ora este înainte de 20:00.",
  "5 Punkte, wenn der Wochentag Dienstag ist, es mindestens 17:00 Uhr ist und es vor 20:00 Uhr ist.",
  "5 bodů, pokud je den v týdnu úterý, je čas nejdříve 17:00 a je čas před 20:00.",
];

/** Intl and the tables put narrow and fixed spaces; readers see a space. */
function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
