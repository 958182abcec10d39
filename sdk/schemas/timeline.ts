import { type Static, Type } from "typebox";
import { Activity, Why } from "./activity.ts";
import { Adjustment, Spend, Transfer } from "./ledger.ts";
import { Page, pageQuery } from "./page.ts";
import { IssuedReward } from "./reward.ts";
import { Id, INTEGER_MAX, Instant, OneOf, OrNull } from "./scalars.ts";

const strict = { additionalProperties: false };
const kind = <const Kind extends string>(name: Kind) => Type.Literal(name);
const at = Instant("When it was written down, in the tenant's time.");

const points = Type.Array(
  Type.Object(
    {
      pointsType: Type.String({ description: "The code of the points type." }),
      points: Type.Integer({
        minimum: -INTEGER_MAX,
        maximum: INTEGER_MAX,
        description: "How many points came, or below zero: went. Of a debt that was paid off: how many paid for it.",
      }),
    },
    strict,
  ),
  { description: "What it did to the member's points, by type." },
);

const Enrolled = Type.Object({ kind: kind("enrolled"), at }, strict);

const Did = Type.Object(
  {
    kind: kind("activity"),
    at,
    activity: Activity,
    why: Type.Array(Why, { description: "Which rule gave which points, and what that rule says." }),
  },
  strict,
);

const TierChanged = Type.Object(
  {
    kind: kind("tier_change"),
    at,
    before: OrNull(Type.String({ description: "The tier before; null: none." })),
    after: OrNull(Type.String({ description: "The tier after; null: none." })),
    reason: Type.String({ description: "Why: what was counted, a return, the end of a period, by hand." }),
    effectiveAt: Instant("From when on it counts."),
    endsAt: Type.Optional(Instant("Of a tier given by hand: until when.")),
  },
  strict,
);

const Spent = Type.Object(
  {
    kind: OneOf(["spend", "spend_reversal"] as const, { description: "Used, or given back." }),
    at,
    points,
    spend: Spend,
  },
  strict,
);

const Adjusted = Type.Object(
  {
    kind: OneOf(["adjustment", "adjustment_reversal"] as const, { description: "By hand, or such a one undone." }),
    at,
    points,
    adjustment: Adjustment,
    by: Type.String({ description: "Who did it.", examples: ["key_01kb1vn7xqf8krv1q7ey6p4c0m"] }),
  },
  strict,
);

const Transferred = Type.Object(
  {
    kind: kind("transfer"),
    at,
    points,
    transferId: Id("trf", "The transfer."),
    transfer: Type.Optional(Transfer),
  },
  { ...strict, description: "Points of another member or for one. The transfer itself is told to its sender alone." },
);

const ByItself = Type.Object(
  {
    kind: OneOf(["expiry", "reinstatement", "debt_payment", "closure"] as const, {
      description:
        "Points that ended, that came back because something was told late, that paid off a debt, or that went when " +
        "the member left.",
    }),
    at,
    points,
  },
  strict,
);

const ToppedUp = Type.Object(
  { kind: kind("top_up"), at, points, activityId: Id("act", "The activity that lifted the tier.") },
  { ...strict, description: "Earlier activities, judged again by a tier that was reached before them." },
);

const RewardStep = Type.Object(
  {
    kind: OneOf(["reward_issued", "reward_used", "reward_given", "reward_cancelled"] as const, {
      description: "What became of it.",
    }),
    at,
    rewardName: Type.String({
      description: "What the reward is called, or the coupons or the benefit that it came of.",
    }),
    issuedReward: IssuedReward,
  },
  { ...strict, description: "A reward that the member took; told as it stands now." },
);

export const TimelineItem = Type.Union(
  [Enrolled, Did, TierChanged, Spent, Adjusted, Transferred, ByItself, ToppedUp, RewardStep],
  { description: "Something that happened to a member. `kind` says what, and which other fields there are." },
);
export type TimelineItem = Static<typeof TimelineItem>;

export const TimelinePage = Page("TimelinePage", TimelineItem);
export const TimelineQuery = Type.Object(pageQuery, { additionalProperties: false });
