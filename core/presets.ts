// Programmes to begin with, as data: a tenant made with a preset stores these rules, points types and tiers as its own.
import type { Rule } from "./rules.ts";

export type PointsTypePreset = {
  readonly number: number;
  readonly code: string;
  readonly name: string;
  readonly spendable: boolean;
  readonly qualifying: boolean;
  readonly expiry: { readonly kind: "never" };
};

export type TierSetPreset = {
  readonly metric: "spend" | "points" | "visits" | "referrals" | "advocacy";
  readonly period: { readonly kind: "ever" };
  /** Ascending by threshold; of spend in minor units. */
  readonly tiers: readonly { readonly code: string; readonly name: string; readonly threshold: number }[];
};

export type Preset = {
  readonly code: string;
  readonly name: string;
  readonly pointsTypes: readonly PointsTypePreset[];
  /** Without ids: the tenant gives them. They hold from the beginning of time. */
  readonly rules: readonly Omit<Rule, "id" | "version">[];
  readonly tierSet: TierSetPreset;
};

/** A point per whole unit of the currency on every purchase, kept for ever; three tiers by net spend of all time. */
const retailPoints: Preset = {
  code: "retail-points",
  name: "Retail points",
  pointsTypes: [
    { number: 1, code: "points", name: "Points", spendable: true, qualifying: true, expiry: { kind: "never" } },
  ],
  rules: [
    {
      name: "A point for every whole unit spent",
      pointsType: 1,
      validFrom: null,
      validUntil: null,
      when: { combinator: "and", rules: [{ field: "activity.kind", operator: "=", value: "purchase" }] },
      effect: { kind: "points_per_money", points: 1, perMinor: 100 },
    },
  ],
  tierSet: {
    metric: "spend",
    period: { kind: "ever" },
    tiers: [
      { code: "bronze", name: "Bronze", threshold: 0 },
      { code: "silver", name: "Silver", threshold: 50_000 },
      { code: "gold", name: "Gold", threshold: 200_000 },
    ],
  },
};

export const presets: readonly Preset[] = [retailPoints];

export function presetNamed(code: string): Preset | undefined {
  return presets.find((preset) => preset.code === code);
}
