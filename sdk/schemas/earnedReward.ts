// Rewards that campaigns gave for what members did.
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

export const earnedStatuses = ["earned", "issued", "withheld", "cancelled", "lost"] as const;
export type EarnedStatus = (typeof earnedStatuses)[number];

export const whyWithheld = ["out_of_stock", "ended", "too_early", "too_late", "closed"] as const;
export type WhyWithheld = (typeof whyWithheld)[number];

export const EarnedReward = Type.Object(
  {
    activityId: Id("act", "What the member did."),
    ruleId: Id("rul", "The rule that gave it."),
    ruleVersion: Whole("Its version."),
    rewardId: Id("rwd", "The reward."),
    points: Whole("What it weighs in limits and budgets: what it costs in the catalogue."),
    status: OneOf(earnedStatuses, {
      description:
        "`earned`: on its way. `issued`: the member has it. `withheld`: there was none to be had, see `because`. " +
        "`cancelled`: the purchase came back before it was used. `lost`: it came back, and the reward had been used " +
        "or put into a basket; nothing is asked of the member.",
    }),
    because: OrNull(
      Type.String({
        description:
          `Why it was withheld, one of ${whyWithheld.join(", ")}: no piece was left, it could not be had on that ` +
          "day, or the member had left. null: it was not.",
        examples: ["out_of_stock"],
      }),
    ),
    issuedRewardId: OrNull(Id("isr", "What the member was given; null: nothing, or not yet.")),
    createdAt: Instant("When it was earned."),
    changedAt: Instant("When its status changed."),
  },
  { $id: "EarnedReward", additionalProperties: false, description: "A reward that a campaign gave a member." },
);
export type EarnedReward = Static<typeof EarnedReward>;

export const EarnedRewardPage = Page("EarnedRewardPage", EarnedReward);
export const EarnedRewardPageQuery = Type.Object(pageQuery, { additionalProperties: false });
