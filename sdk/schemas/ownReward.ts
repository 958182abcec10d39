// What a member can have for his points, and what he has taken.
import { issuedSources, issuedStatuses } from "@fedele/core/rewards.ts";
import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Gift, Reward } from "./reward.ts";
import { Code, Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

const closed = { additionalProperties: false };
const cost = Reward.properties.cost;

export const OwnReward = Type.Object(
  {
    code: Type.String({ description: "The code to take it by." }),
    name: Type.String({ description: "What it is called." }),
    cost,
    gift: Gift,
    canHave: Type.Boolean({ description: "Whether it can be taken now." }),
    missing: Whole("How many points are missing."),
    why: Type.Optional(
      OneOf(["too_early", "other_tier", "out_of_stock"] as const, {
        description: "What else stands in the way; absent: nothing but points, if any.",
      }),
    ),
    validFrom: OrNull(Instant("From when it can be had; null: since ever.")),
    validUntil: OrNull(Instant("Until when it can be had, exclusive; null: for ever.")),
    tiers: Type.Array(Type.String(), { description: "The tiers that it is for, by name; empty: all." }),
  },
  { $id: "OwnReward", ...closed, description: "A reward as a member sees it." },
);
export type OwnReward = Static<typeof OwnReward>;
export const OwnRewardList = Type.Object(
  { items: Type.Array(OwnReward) },
  {
    $id: "OwnRewardList",
    ...closed,
    description: "What can be had now, cheapest first; then what is nearest.",
  },
);

export const OwnIssuedReward = Type.Object(
  {
    id: Id("isr", "The id."),
    name: Type.String({ description: "What it is called." }),
    status: OneOf(issuedStatuses, { description: "What has become of it; right by date." }),
    source: OneOf(issuedSources, { description: "What it came of." }),
    gift: Gift,
    points: Whole("How many points it cost."),
    code: OrNull(
      Type.String({
        description: "What to show at the till, as a QR code of capitals and digits; null: not to be used.",
      }),
    ),
    mayUndo: Type.Boolean({ description: "Whether it can be given back for what it came of." }),
    expiresAt: OrNull(Instant("Until when it is good, exclusive; null: for ever.")),
    createdAt: Instant("When it was taken."),
    changedAt: Instant("When it was last used or otherwise changed."),
  },
  { $id: "OwnIssuedReward", ...closed, description: "A reward that the member has." },
);
export type OwnIssuedReward = Static<typeof OwnIssuedReward>;
export const OwnIssuedRewardPage = Page("OwnIssuedRewardPage", OwnIssuedReward);
export const OwnIssuedRewardPath = Type.Object({ issuedRewardId: Type.String({ maxLength: 64 }) }, closed);

export const NewOwnCoupon = Type.Object(
  { code: Code("The code, with or without dashes.", 128) },
  { $id: "NewOwnCoupon", ...closed, description: "A coupon to be claimed." },
);
