// A campaign while it is put together. It mirrors what is seen; what the API takes is made of it when it is asked.
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { FieldScope } from "@fedele/core/fields.ts";
import { answered } from "@fedele/sdk/browser.ts";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { type Draft as Conditions, conditionsIn, draftOf, noConditions, wireOf } from "../../parts/conditions/draft.ts";

export const effectKinds = ["points_per_money", "fixed", "per_item", "multiplier", "reward"] as const;
export type EffectKind = (typeof effectKinds)[number];

export type Draft = {
  readonly name: string;
  readonly kind: EffectKind;
  readonly points: number | string;
  /** Minor units; undefined while what stands there is no amount. */
  readonly perMinor: number | undefined;
  readonly factor: string;
  /** Undefined while none is chosen. */
  readonly reward: RewardChoice | undefined;
  /** Undefined: the programme's first. */
  readonly pointsType: string | undefined;
  readonly when: Conditions;
  /** Hundredths of a percent of the members. */
  readonly holdout: number;
  readonly timesAtMost: number | string;
  readonly timesPer: "day" | "month" | "year" | "ever";
  readonly budgetPoints: number | string;
};

export const draftAtFirst: Draft = {
  name: "",
  kind: "points_per_money",
  points: 1,
  perMinor: 100,
  factor: "2",
  reward: undefined,
  pointsType: undefined,
  when: draftOf(noConditions),
  holdout: 0,
  timesAtMost: "",
  timesPer: "month",
  budgetPoints: "",
};

/** What a rule that looks at an activity may speak of. */
export const conditionScopes: readonly FieldScope[] = ["activity", "member", "place", "time"];

const ONE_PIECE_THOUSANDTHS = 1_000;

type DraftEffect =
  | { kind: "points_per_money"; points: number; perMinor: number }
  | { kind: "fixed"; points: number }
  | { kind: "per_item"; points: number; perThousandths: number }
  | { kind: "multiplier"; factor: string }
  | { kind: "reward"; rewardId: string; code: string; name: string; points: number };

/** What a campaign can give instead of points. Its points are those of its cost. */
export type RewardChoice = {
  readonly rewardId: string;
  readonly code: string;
  readonly name: string;
  readonly points: number;
  readonly pointsType: string;
};

export type DraftRule = { readonly when?: ConditionGroup | undefined; readonly effect: DraftEffect };

export type Asked = ReturnType<typeof requestOf>;

/** The rule as it stands; undefined while something is missing. */
export function ruleOf(draft: Draft): DraftRule | undefined {
  const effect = effectOf(draft);
  if (effect === undefined) return undefined;
  if (draft.when.rules.length === 0) return { effect };
  const conditions = conditionsIn(draft.when, conditionScopes);
  return conditions.ok ? { effect, when: conditions.group } : undefined;
}

/** What the API is asked to try or to start. */
export function requestOf(draft: Draft, rule: DraftRule, pointsType: string) {
  const { holdout, timesAtMost, timesPer, budgetPoints } = draft;
  const { kind } = rule.effect;
  const effect = rule.effect.kind === "reward" ? { kind: rule.effect.kind, reward: rule.effect.code } : rule.effect;
  const type = kind === "reward" ? (draft.reward?.pointsType ?? pointsType) : pointsType;
  const name = draft.name.trim() === "" ? draft.kind : draft.name.trim();
  const when = rule.when === undefined ? {} : { when: wireOf(rule.when) };
  return {
    rules: [{ name, pointsType: type, effect: { ...effect }, ...when }],
    ...(holdout === 0 ? {} : { holdout }),
    ...(timesAtMost === "" ? {} : { limit: { times: Number(timesAtMost), per: timesPer } }),
    ...(budgetPoints === "" ? {} : { budget: { points: Number(budgetPoints) } }),
  };
}

function effectOf({ kind, points, perMinor, factor, reward }: Draft): DraftEffect | undefined {
  const count = Number(points);
  const isCounted = kind !== "multiplier" && kind !== "reward";
  if (isCounted && !(Number.isSafeInteger(count) && count > 0)) return undefined;
  switch (kind) {
    case "points_per_money":
      return perMinor === undefined || perMinor <= 0 ? undefined : { kind, points: count, perMinor };
    case "fixed":
      return { kind, points: count };
    case "per_item":
      return { kind, points: count, perThousandths: ONE_PIECE_THOUSANDTHS };
    case "reward":
      return reward === undefined ? undefined : { kind, ...reward };
    case "multiplier": {
      const plain = factor.trim().replace(",", ".");
      return /^\d{1,4}(\.\d{1,6})?$/.test(plain) ? { kind, factor: plain } : undefined;
    }
  }
}

export type Choice = { readonly value: string; readonly label: string };

export function usePointsTypes(): readonly Choice[] {
  const { data } = useQuery({ queryKey: ["points-types"], queryFn: () => answered(api.GET("/v1/points-types")) });
  return (data?.items ?? []).map(({ code, name }) => ({ value: code, label: name }));
}

/** Rewards that are offered now; the latest ones where there are very many. */
export function useRewards(): readonly RewardChoice[] {
  const query = { limit: REWARDS_SHOWN };
  const { data } = useQuery({
    queryKey: ["rewards", "choices"],
    queryFn: () => answered(api.GET("/v1/rewards", { params: { query } })),
  });
  const live = (data?.items ?? []).filter(({ status }) => status === "live");
  return live.map(({ id, code, name, cost }) => ({ rewardId: id, code, name, ...cost }));
}

const REWARDS_SHOWN = 100;
