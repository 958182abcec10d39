// Campaigns to begin with, as data: a few answers make one. What lies above the programme, such as the reward of a
// stamp card, is said in the words of its own request.
import type { Condition, ConditionGroup } from "./conditions.ts";
import type { FaceValue } from "./faceValue.ts";
import type { Limit } from "./limits.ts";
import { presetWords } from "./presetWords.ts";
import type { Gift } from "./rewards.ts";
import type { Effect } from "./ruleEffects.ts";
import { ruleFactorMax, rulePointsMax, ruleStepMax } from "./ruleParser.ts";
import type { Language } from "./sentences.ts";

export const campaignPresetCodes = ["points-per-money", "stamp-card", "cashback", "birthday", "welcome"] as const;

export type CampaignPresetCode = (typeof campaignPresetCodes)[number];

/** What can be asked; each preset asks some of it. */
export type PresetAnswers = {
  /** The code of the points type that it gives; one that is not there yet is added. */
  readonly pointsType?: string | undefined;
  readonly points?: number | undefined;
  readonly perMinor?: number | undefined;
  readonly product?: string | undefined;
  readonly category?: string | undefined;
  readonly stamps?: number | undefined;
  /** Hundredths of a percent. */
  readonly basisPoints?: number | undefined;
  /** Before and after the day. */
  readonly withinDays?: number | undefined;
};

export type PlannedRule = {
  readonly name: string;
  readonly when: ConditionGroup;
  readonly items?: ConditionGroup | undefined;
  readonly effect: Effect;
  readonly limit?: Limit | undefined;
};

export type CampaignPlan = {
  readonly name: string;
  readonly pointsType: {
    readonly code: string;
    readonly name: string;
    readonly qualifying: boolean;
    /** What its points must be worth; null: whatever they are. */
    readonly faceValue: FaceValue | null;
  };
  readonly rule: PlannedRule;
  /** What the points are for, to be offered as a reward. */
  readonly reward: {
    readonly code: string;
    readonly name: string;
    readonly points: number;
    readonly gift: Gift;
  } | null;
};

export type Planned =
  | { readonly ok: true; readonly plan: CampaignPlan }
  | { readonly ok: false; readonly field: string; readonly message: string };

/** What a preset asks, and what it takes where nothing is answered; null: nothing. */
export const presetQuestions: Readonly<Record<CampaignPresetCode, Readonly<Record<string, string | number | null>>>> = {
  "points-per-money": { pointsType: "points", points: 1, perMinor: 100 },
  "stamp-card": { pointsType: "stamps", product: null, category: null, stamps: 10 },
  cashback: { pointsType: "cashback", basisPoints: 500 },
  birthday: { pointsType: "points", points: 100, withinDays: 0 },
  welcome: { pointsType: "points", points: 100 },
};

/** A quarter of a year before and after the day. */
export const withinDaysMax = 91;
export const stampsMax = ruleFactorMax;
export const basisPointsMax = 10_000;

/** The campaign that the answers make, with names in that language; or what is wrong with them. */
export function planCampaign(code: CampaignPresetCode, answers: PresetAnswers, language: Language): Planned {
  const questions = presetQuestions[code];
  const stranger = Object.entries(answers).find(([name, value]) => value !== undefined && !(name in questions));
  if (stranger !== undefined) return refused(stranger[0], `The preset "${code}" does not ask for "${stranger[0]}".`);
  const words = presetWords[language];
  switch (code) {
    case "points-per-money": {
      const { pointsType = "points", points = 1, perMinor = 100 } = answers;
      const fault = faultIn("points", points, rulePointsMax) ?? faultIn("perMinor", perMinor, ruleStepMax);
      if (fault !== null) return fault;
      const effect = { kind: "points_per_money", points, perMinor } as const;
      return planned(words[code], named(pointsType, words.points), { when: and(isPurchase), effect });
    }
    case "stamp-card":
      return stampCard(answers, words);
    case "cashback": {
      const { pointsType = "cashback", basisPoints = 500 } = answers;
      const fault = faultIn("basisPoints", basisPoints, basisPointsMax);
      if (fault !== null) return fault;
      const type = { ...named(pointsType, words.cashback), qualifying: false, faceValue: { points: 1, minor: 1 } };
      const effect = { kind: "points_per_money", points: basisPoints, perMinor: basisPointsMax } as const;
      return planned(words.cashback, type, { when: and(isPurchase), effect });
    }
    case "birthday": {
      const { pointsType = "points", points = 100, withinDays = 0 } = answers;
      const fault = faultIn("points", points, rulePointsMax) ?? faultIn("withinDays", withinDays, withinDaysMax, 0);
      if (fault !== null) return fault;
      const when = and(isVisitOrPurchase, { field: "member.days_from_birthday", operator: "<=", value: withinDays });
      const limit = { times: 1, per: "days", days: 365 } as const;
      return planned(words.birthday, named(pointsType, words.points), {
        when,
        effect: { kind: "fixed", points },
        limit,
      });
    }
    case "welcome": {
      const { pointsType = "points", points = 100 } = answers;
      const fault = faultIn("points", points, rulePointsMax);
      if (fault !== null) return fault;
      const limit = { times: 1, per: "ever" } as const;
      const rule = { when: and(...nothingDoneYet), effect: { kind: "fixed", points }, limit } as const;
      return planned(words.welcome, named(pointsType, words.points), rule);
    }
  }
}

/** "Ten coffees, one free": a stamp a piece, and the reward that a full card buys. */
function stampCard(answers: PresetAnswers, words: (typeof presetWords)[Language]): Planned {
  const { pointsType = "stamps", product, category, stamps = 10 } = answers;
  const fault = faultIn("stamps", stamps, stampsMax, 2);
  if (fault !== null) return fault;
  const value = product ?? category;
  if (value === undefined || (product !== undefined && category !== undefined)) {
    return refused("product", "A stamp card is for a product or for a category of products.");
  }
  const field = product === undefined ? "item.category" : "item.product";
  const name = words["stamp-card"];
  const type = { ...named(pointsType, words.stamps), qualifying: false };
  const rule = {
    when: and(isPurchase),
    items: and({ field, operator: "=", value }),
    effect: { kind: "per_item", points: 1, perThousandths: 1000 },
  } as const;
  const gift: Gift = product === undefined ? { kind: "benefit" } : { kind: "product", sku: product };
  const reward = { code: pointsType, name: words.fullCard, points: stamps, gift };
  return { ok: true, plan: { name, pointsType: type, rule: { name, ...rule }, reward } };
}

function planned(name: string, pointsType: CampaignPlan["pointsType"], rule: Omit<PlannedRule, "name">): Planned {
  return { ok: true, plan: { name, pointsType, rule: { name, ...rule }, reward: null } };
}

function named(code: string, name: string): CampaignPlan["pointsType"] {
  return { code, name, qualifying: true, faceValue: null };
}

function and(...rules: readonly Condition[]): ConditionGroup {
  return { combinator: "and", rules };
}

const isPurchase: Condition = { field: "activity.kind", operator: "=", value: "purchase" };
const isVisitOrPurchase: Condition = { field: "activity.kind", operator: "in", value: ["purchase", "visit"] };
const nothingDoneYet: readonly Condition[] = (
  ["member.purchases", "member.visits", "member.referrals", "member.shares"] as const
).map((field) => ({ field, operator: "=", value: 0 }));

function faultIn(field: string, value: number, max: number, min = 1): (Planned & { readonly ok: false }) | null {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return null;
  return refused(field, `"${field}" is a whole number from ${min} to ${max}.`);
}

function refused(field: string, message: string): Planned & { readonly ok: false } {
  return { ok: false, field, message };
}
