// Programmes in a few words: what the shops of the stories reward.

export type Condition = { field: string; operator: string; value: unknown };
export type RuleTerms = {
  name: string;
  pointsType: string;
  when?: { combinator: "and" | "or"; rules: readonly Condition[] };
  items?: { combinator: "and" | "or"; rules: readonly Condition[] };
  effect: Record<string, unknown>;
  limit?: LimitTerms;
  validFrom?: string | null;
  validUntil?: string | null;
};
/** What of a campaign is not as usual. */
export type CampaignTerms = {
  name?: string;
  priority?: number;
  stacking?: Record<string, unknown>;
  schedule?: readonly Record<string, unknown>[];
  holdout?: number;
  limit?: LimitTerms;
  budget?: { points?: number; minor?: number; whenShort?: "nothing" | "partial" };
};
export type LimitTerms = { points?: number; times?: number; per: string; days?: number };
export type TierTerms = {
  metric: string;
  period: Record<string, unknown>;
  tiers: readonly { code: string; name: string; threshold: number }[];
  downgrade: { policy: "never" | "one_down" | "by_balance"; graceDays: number };
  onReturn: "keep_until_period_end" | "drop_at_once";
};
export type PointsTerms = {
  code?: string;
  spendable?: boolean;
  qualifying?: boolean;
  activation?: Record<string, unknown>;
  expiry?: Record<string, unknown>;
  giveBack?: Record<string, unknown>;
  faceValue?: { points: number; minor: number };
};

type Extras = Partial<Pick<RuleTerms, "name" | "pointsType" | "limit" | "validFrom" | "validUntil">> & {
  when?: readonly Condition[];
  items?: readonly Condition[];
};

/** A rule that holds since ever, unless it says otherwise. */
function rule(name: string, effect: Record<string, unknown>, { when, items, ...extras }: Extras): RuleTerms {
  return {
    name,
    pointsType: "points",
    validFrom: null,
    ...(when === undefined ? {} : { when: { combinator: "and", rules: when } }),
    ...(items === undefined ? {} : { items: { combinator: "and", rules: items } }),
    effect,
    ...extras,
  };
}

export function pointsPerEuro(points = 1, extras: Extras & { base?: Record<string, unknown> } = {}): RuleTerms {
  const { base, ...rest } = extras;
  const effect = { kind: "points_per_money", points, perMinor: 100, ...(base === undefined ? {} : { base }) };
  return rule(`${points} a euro`, effect, { when: [isA("purchase")], ...rest });
}

export function bonus(points: number, extras: Extras = {}): RuleTerms {
  return rule(`a bonus of ${points}`, { kind: "fixed", points }, extras);
}

export function pointsPerPiece(points: number, extras: Extras = {}): RuleTerms {
  return rule(`${points} a piece`, { kind: "per_item", points, perThousandths: 1000 }, extras);
}

/** One of the catalogue, once per activity. */
export function givesReward(code: string, extras: Extras = {}): RuleTerms {
  return rule(`a ${code}`, { kind: "reward", reward: code }, extras);
}

export function times(factor: string, extras: Extras = {}): RuleTerms {
  return rule(`times ${factor}`, { kind: "multiplier", factor }, extras);
}

export const isA = (kind: string): Condition => ({ field: "activity.kind", operator: "=", value: kind });
export const spending = (euros: number): Condition => ({
  field: "activity.amount_minor",
  operator: ">=",
  value: euros * 100,
});
export const inTier = (...codes: string[]): Condition => ({ field: "member.tier", operator: "in", value: codes });

/** Bronze, silver from 500 and gold from 2,000 of the metric; of spend in euros. */
export function threeTiers(terms: Partial<TierTerms> & { silver?: number; gold?: number } = {}): TierTerms {
  const { silver = 500, gold = 2_000, metric = "spend", ...rest } = terms;
  const unit = metric === "spend" ? 100 : 1;
  return {
    metric,
    period: { kind: "ever" },
    tiers: [
      { code: "bronze", name: "Bronze", threshold: 0 },
      { code: "silver", name: "Silver", threshold: silver * unit },
      { code: "gold", name: "Gold", threshold: gold * unit },
    ],
    downgrade: { policy: "never", graceDays: 0 },
    onReturn: "keep_until_period_end",
    ...rest,
  };
}
