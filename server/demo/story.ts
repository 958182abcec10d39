// What a demo tells: a tenant with its shops and programme, the kinds of people who come, and what they do there. A
// story is data; lives.ts makes members' lives of it, filling.ts brings them in.
import type { LineKind } from "@fedele/core/activity.ts";
import type { RuleTerms } from "@fedele/core/ruleParser.ts";
import type { TierList } from "@fedele/core/tiers.ts";
import type { NewBenefit } from "@fedele/sdk/schemas/benefit.ts";
import type { NewCouponBatch } from "@fedele/sdk/schemas/coupon.ts";
import type { NewReward } from "@fedele/sdk/schemas/reward.ts";
import type { PointsType } from "../modules/ledger/pointsTypes.ts";
import type { Habit } from "./habits.ts";
import type { Origins } from "./people.ts";

export const storyNames = ["bottega", "aurora"] as const;
export type StoryName = (typeof storyNames)[number];

export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly categories: readonly string[];
  readonly priceMinor: number;
  /** How often it is bought beside the others. */
  readonly weight: number;
  /** How many one buys at most. */
  readonly most?: number;
  /** What a line of it is, as far as earning cares. */
  readonly kind?: LineKind;
};

export type Shop = {
  /** Of its location. */
  readonly code: string;
  readonly name: string;
  readonly partner: string;
  readonly country: string;
  readonly timezone: string;
  readonly currency: string;
  /** In the tenant's currency, by the month of the year; absent where it is the same. */
  readonly rates?: readonly string[];
  /** Of those who come to the story's places, how many come here. */
  readonly weight: number;
  readonly origins: Origins;
  readonly tills: readonly [string, ...string[]];
  /** The wall's hours in which it is open, and how it is attended on the days from Monday to Sunday; 0: closed. */
  readonly hours: readonly [from: number, until: number];
  readonly weekdays: readonly number[];
  /** From January to December. */
  readonly months: readonly number[];
  /** Days between two visits of somebody whose habit is the usual one. */
  readonly gapDays: number;
  readonly products: readonly [Product, ...Product[]];
  /** How many different products one buys at most. */
  readonly linesMax: number;
};

/** As a campaign is written here: the points type by its code. */
export type StoryRule = Omit<RuleTerms, "pointsType" | "validFrom" | "validUntil"> & {
  readonly pointsType: string;
  /** Days before the day on which the story is told; absent: since its beginning, or for ever. */
  readonly fromDaysAgo?: number;
  readonly untilDaysAgo?: number;
};

export type StoryCampaign = { readonly name: string; readonly priority?: number; readonly rules: readonly StoryRule[] };

export type Story = {
  readonly name: StoryName;
  readonly tenant: {
    readonly name: string;
    readonly currency: string;
    readonly timezone: string;
    readonly language: string;
    readonly country?: string;
    readonly bucketSpan: number;
  };
  readonly members: number;
  /** How many live through the story together, and into how many slices all that they do is cut. */
  readonly cohort: number;
  readonly slices: number;
  readonly days: number;
  /** What begins a member's number. */
  readonly card: string;
  readonly partners: readonly { readonly code: string; readonly name: string }[];
  readonly shops: readonly [Shop, ...Shop[]];
  readonly habits: readonly [Habit, ...Habit[]];
  readonly pointsTypes: readonly Omit<PointsType, "pointsType" | "closesAt">[];
  readonly campaigns: readonly StoryCampaign[];
  readonly tiers: Omit<TierList, "version">;
  readonly rewards: readonly NewReward[];
  readonly benefits: readonly NewBenefit[];
  readonly coupons: readonly NewCouponBatch[];
  /** The weekday, 1 is Monday, on which the programme gives more. */
  readonly bonusWeekday: number;
  /** Of how many members the last visit was a bad one, these days. */
  readonly unhappyNow: number;
  readonly survey: string;
  /** What people name when they are unhappy. */
  readonly topics: readonly [string, ...string[]];
};

/** How many groups of members live through the days one after the other. */
export function cohortsOf({ members, cohort }: Story): number {
  return Math.ceil(members / cohort);
}

/** A step is a slice of what one cohort does. */
export function stepsOf(story: Story): number {
  return cohortsOf(story) * story.slices;
}
