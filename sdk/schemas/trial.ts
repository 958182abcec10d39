import { type Static, Type } from "typebox";
import { campaignDraft } from "./campaign.ts";
import { Code, Id, Instant, OrNull, Whole } from "./scalars.ts";

/** Purchases that one trial looks at. */
export const TRIAL_PURCHASES_MAX = 1_000;

export const NewTrial = Type.Object(
  {
    ...campaignDraft,
    purchases: Type.Optional(
      Whole(`How many of the latest purchases to look at. Default: ${TRIAL_PURCHASES_MAX}.`, {
        minimum: 1,
        maximum: TRIAL_PURCHASES_MAX,
      }),
    ),
  },
  {
    $id: "NewTrial",
    additionalProperties: false,
    description: "A campaign to try. It is tried as if it had been there all along: its window counts for nothing.",
  },
);
export type NewTrial = Static<typeof NewTrial>;

const sum = {
  pointsType: Code("The code of the points type.", 32),
  points: Type.Integer({ description: "Points." }),
  worthMinor: OrNull(Type.Integer({ description: "At face value, in minor units; null: it is not known." })),
};

const Sums = (description: string) => Type.Array(Type.Object(sum, { additionalProperties: false }), { description });

export const Trial = Type.Object(
  {
    purchases: Whole("Purchases that were looked at; what came back of them later counts for nothing."),
    members: Whole("Whose they were."),
    firstAt: OrNull(Instant("When the first of them was.")),
    lastAt: OrNull(Instant("When the last of them was.")),
    earning: Whole("Purchases that would have earned something by the campaign."),
    earningMembers: Whole("Whose those were."),
    heldOut: Whole("Purchases of members who would have been held out of it."),
    cut: Whole("Awards that a limit, a cap or its budget would have made smaller, or nothing."),
    points: Sums("What it would have given."),
    rewards: Type.Array(
      Type.Object(
        { rewardId: Id("rwd", "The reward."), pieces: Whole("How many of it."), ...sum },
        { additionalProperties: false },
      ),
      { description: "Rewards that it would have given; `points` is what they cost in the catalogue." },
    ),
    net: Sums("What all campaigns together would have given more: others are kept away or outdone by it."),
    examples: Type.Array(
      Type.Object(
        {
          activityId: Id("act", "The purchase."),
          memberId: Id("mem", "Whose it was."),
          occurredAt: Instant("When it was."),
          amountMinor: Type.Integer({ description: "For how much, in minor units of its currency." }),
          points: Type.Array(
            Type.Object(
              {
                rule: Type.String({ description: "What the rule is called." }),
                pointsType: Type.String({ description: "The code of the points type." }),
                points: Whole("What it would have given."),
                rewardId: Type.Optional(Id("rwd", "The reward that it would have given instead.")),
              },
              { additionalProperties: false },
            ),
          ),
        },
        { additionalProperties: false },
      ),
      { description: "The latest few that would have earned." },
    ),
  },
  { $id: "Trial", additionalProperties: false, description: "What a campaign would have given. Nothing is written." },
);
