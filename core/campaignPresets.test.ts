import { describe, expect, test } from "vitest";
import { purchaseOf, someone } from "../tests/support/conditions.ts";
import {
  type CampaignPresetCode,
  campaignPresetCodes,
  type PresetAnswers,
  planCampaign,
  presetQuestions,
} from "./campaignPresets.ts";
import { evaluate } from "./evaluation.ts";
import { validateRuleTerms } from "./ruleParser.ts";
import { compileRules } from "./rules.ts";
import { languages, ruleSentence } from "./sentences.ts";

const planFor = (code: CampaignPresetCode, answers: PresetAnswers = {}) => {
  const planned = planCampaign(code, answers, "en");
  if (!planned.ok) throw new Error(planned.message);
  return planned.plan;
};

const complete: Record<CampaignPresetCode, PresetAnswers> = {
  "points-per-money": {},
  "stamp-card": { product: "espresso" },
  cashback: {},
  birthday: { withinDays: 3 },
  welcome: {},
};

function earned(
  code: CampaignPresetCode,
  answers: PresetAnswers,
  basket: Parameters<typeof purchaseOf>[0],
  who = someone,
) {
  const terms = { pointsType: 1, validFrom: null, validUntil: null, id: "a", version: 1 };
  const compiled = compileRules([{ ...planFor(code, answers).rule, ...terms }]);
  return evaluate(compiled, purchaseOf(basket), who).awards.reduce((sum, { points }) => sum + points, 0);
}

describe("a preset", () => {
  test.each(campaignPresetCodes)("%s makes a rule that the door lets in, named in every language", (code) => {
    const names = languages.map((language) => {
      const planned = planCampaign(code, complete[code], language);
      if (!planned.ok) throw new Error(planned.message);
      const { rule, name } = planned.plan;
      expect(validateRuleTerms({ ...rule, pointsType: 1 })).toMatchObject({ ok: true });
      return name;
    });
    expect(names.every((name) => name.length > 3)).toBe(true);
    if (code !== "cashback") expect(new Set(names).size).toBe(languages.length);
  });

  test.each(campaignPresetCodes)("%s takes no answers but those that it asks for", (code) => {
    expect(planCampaign(code, { ...complete[code], stamps: 5 }, "en").ok).toBe("stamps" in presetQuestions[code]);
  });
});

test.each<[string, CampaignPresetCode, PresetAnswers, number]>([
  ["a point a pound", "points-per-money", {}, 12],
  ["two points for every five pounds", "points-per-money", { points: 2, perMinor: 500 }, 4],
  ["five percent back, rounded down", "cashback", {}, 61],
  ["all of it back", "cashback", { basisPoints: 10_000 }, 1_234],
])("%s", (_name, code, answers, points) => {
  expect(earned(code, answers, [{ amountMinor: 1_234 }])).toBe(points);
});

test("a stamp card counts pieces of its product, or of its category, and its reward costs a full card", () => {
  const basket = [
    { product: "espresso", categories: ["coffee"], quantityThousandths: 2000, amountMinor: 300 },
    { product: "latte", categories: ["coffee"], quantityThousandths: 1000, amountMinor: 400 },
    { product: "cake", categories: ["food"], quantityThousandths: 1000, amountMinor: 500 },
  ];
  expect(earned("stamp-card", { product: "espresso" }, basket)).toBe(2);
  expect(earned("stamp-card", { category: "coffee" }, basket)).toBe(3);
  expect(planFor("stamp-card", { product: "espresso" }).reward).toEqual({
    ...{ code: "stamps", name: "Full card: one for free", points: 10 },
    gift: { kind: "product", sku: "espresso" },
  });
  expect(planFor("stamp-card", { category: "coffee", stamps: 5 }).reward).toMatchObject({
    points: 5,
    gift: { kind: "benefit" },
  });
});

test("a welcome is for somebody who has done nothing yet", () => {
  const regular = { ...someone, member: { ...someone.member, purchases: 1 } };
  const newcomer = { ...someone, member: { ...someone.member, purchases: 0, visits: 0, referrals: 0, shares: 0 } };
  expect(earned("welcome", {}, [{ amountMinor: 100 }], newcomer)).toBe(100);
  expect(earned("welcome", {}, [{ amountMinor: 100 }], regular)).toBe(0);
});

test("a birthday is kept on the day, or so many days around it", () => {
  // The basket is bought on 11 March.
  const born = (birthMonth: number, birthDay: number) => ({
    ...someone,
    member: { ...someone.member, birthMonth, birthDay },
  });
  const cases = [
    [born(3, 11), 0, 100],
    [born(3, 10), 0, 0],
    [born(3, 8), 3, 100],
    [born(3, 14), 3, 100],
    [born(3, 15), 3, 0],
  ] as const;
  for (const [who, withinDays, points] of cases) {
    expect(earned("birthday", { withinDays }, [{ amountMinor: 100 }], who)).toBe(points);
  }
  expect(
    languages.map((language) =>
      plain(ruleSentence(planFor("birthday", { withinDays: 3 }).rule, language, { currency: "EUR" })),
    ),
  ).toEqual([
    "100 points, if the activity is a purchase or a visit and the member’s birthday is at most 3 days away.",
    "100 punti, se l’attività è un acquisto o una visita e il compleanno dell’iscritto dista al massimo 3 giorni.",
    "100 de puncte, dacă activitatea este o cumpărătură sau o vizită și ziua de naștere a membrului este la o " +
      "distanță de cel mult 3 zile.",
    "100 Punkte, wenn die Aktivität ein Einkauf oder ein Besuch ist und der Geburtstag des Mitglieds höchstens " +
      "3 Tage entfernt ist.",
    "100 bodů, pokud je aktivita nákup nebo návštěva a jsou narozeniny člena vzdáleny nejvýše 3 dny.",
  ]);
});

test.each<[CampaignPresetCode, PresetAnswers, string]>([
  ["stamp-card", {}, "product or for a category"],
  ["stamp-card", { product: "a", category: "b" }, "product or for a category"],
  ["stamp-card", { product: "a", stamps: 1 }, "from 2"],
  ["cashback", { basisPoints: 10_001 }, "10000"],
  ["birthday", { withinDays: 92 }, "91"],
  ["points-per-money", { points: 0 }, "from 1"],
])("%s refuses what makes no sense in a sentence", (code, answers, sentence) => {
  expect(planCampaign(code, answers, "en")).toMatchObject({ ok: false, message: expect.stringContaining(sentence) });
});

function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
