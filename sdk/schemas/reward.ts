import { giftKinds, issuedSources, issuedStatuses } from "@fedele/core/rewards.ts";
import { type Static, Type } from "typebox";
import { POINTS_MAX } from "./ledger.ts";
import { Page, pageQuery } from "./page.ts";
import { ConditionGroup, TIERS_MAX } from "./programme.ts";
import { Code, Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

/** How many pieces one request can put into stock. */
export const STOCK_MAX = 1_000_000_000;
/** For how many days an issued reward can be good. */
export const VALID_DAYS_MAX = 3_660;
const AMOUNT_MAX = 1_000_000_000;

export const Gift = Type.Object(
  {
    kind: OneOf(giftKinds, { description: "What kind of thing." }),
    amountMinor: Type.Optional(
      Whole("Of `discount_amount`: how much, in minor units of the tenant's currency.", {
        minimum: 1,
        maximum: AMOUNT_MAX,
      }),
    ),
    percent: Type.Optional(Whole("Of `discount_percent`: how much.", { minimum: 1, maximum: 100 })),
    sku: Type.Optional(Code("Of `product`: the code of the product.")),
  },
  { $id: "Gift", additionalProperties: false, description: "What a reward brings." },
);

const Cost = Type.Object(
  {
    pointsType: Code("The code of the points type.", 32),
    points: Whole("How many points.", { minimum: 1, maximum: POINTS_MAX }),
  },
  { additionalProperties: false, description: "What it costs." },
);

const code = Code("The code by which tills and members name the reward.");
const name = Line("What it is called.");
const tiers = Type.Array(Code("The code of a tier.", 32), {
  maxItems: TIERS_MAX,
  uniqueItems: true,
  description: "Who may have it, by tier; empty: all.",
});
const validDays = Whole("For how many days one is good after it was issued, to the end of the last; null: for ever.", {
  minimum: 1,
  maximum: VALID_DAYS_MAX,
});

export const NewReward = Type.Object(
  {
    code,
    name,
    cost: Cost,
    gift: Gift,
    stock: Type.Optional(OrNull(Whole("How many there are. Default: null, without limit.", { maximum: STOCK_MAX }))),
    validFrom: Type.Optional(OrNull(Instant("From when it can be had. Default: at once."))),
    validUntil: Type.Optional(OrNull(Instant("Until when it can be had, exclusive. Default: for ever."))),
    tiers: Type.Optional(tiers),
    audience: Type.Optional(ConditionGroup),
    validDays: Type.Optional(OrNull(validDays)),
  },
  { $id: "NewReward", additionalProperties: false, description: "Something that points can buy, to be offered." },
);
export type NewReward = Static<typeof NewReward>;

export const Reward = Type.Object(
  {
    id: Id("rwd", "The reward's id."),
    code,
    name,
    status: OneOf(["live", "ended"] as const, { description: "Whether it can still be had." }),
    cost: Cost,
    gift: Gift,
    stock: OrNull(Whole("How many are left; null: without limit.")),
    validFrom: OrNull(Instant("From when it can be had; null: since ever.")),
    validUntil: OrNull(Instant("Until when it can be had, exclusive; null: for ever.")),
    tiers,
    audience: Type.Optional(ConditionGroup),
    validDays: OrNull(validDays),
    createdAt: Instant("When it was added."),
  },
  { $id: "Reward", additionalProperties: false, description: "Something that points can buy." },
);
export type Reward = Static<typeof Reward>;
export const RewardPage = Page("RewardPage", Reward);

export const NewStock = Type.Object(
  { pieces: Whole("How many more there are.", { minimum: 1, maximum: STOCK_MAX }) },
  { $id: "NewStock", additionalProperties: false, description: "More pieces of a reward." },
);

export const NewIssuedReward = Type.Object(
  {
    reward: code,
    use: Type.Optional(
      Type.Boolean({ description: "Whether it is used in the same step: the member gets it now. Default: false." }),
    ),
    checkoutSessionId: Type.Optional(
      Id(
        "chs",
        "Instead of `use`: the member's checkout that uses it, whose sale what they showed at a till is for too.",
      ),
    ),
  },
  { $id: "NewIssuedReward", additionalProperties: false, description: "The reward that a member takes for points." },
);
export type NewIssuedReward = Static<typeof NewIssuedReward>;

export const IssuedReward = Type.Object(
  {
    id: Id("isr", "The issued reward's id."),
    memberId: Id("mem", "Whose it is."),
    rewardId: OrNull(Id("rwd", "The reward of the catalogue that it is; null: it stands in none.")),
    source: OneOf(issuedSources, { description: "What it came of. Only `points` were paid for it." }),
    sourceId: OrNull(
      Type.String({
        description:
          "Of `coupon` the batch, of `gift` the gift, of `benefit` the benefit, of `campaign` the activity; null for " +
          "`points`.",
        examples: ["cpb_01kb1vn7xqf8krv1q7ey6p4c0m"],
      }),
    ),
    status: OneOf(issuedStatuses, { description: "What has become of it; right by date." }),
    cost: OrNull(Cost),
    gift: Gift,
    spendId: OrNull(Id("spd", "The spend that paid for it; null: nobody paid points.")),
    expiresAt: OrNull(Instant("Until when it is good, exclusive; null: for ever.")),
    createdAt: Instant("When it was issued."),
    changedAt: Instant("When it was last used, cancelled or otherwise changed."),
  },
  {
    $id: "IssuedReward",
    additionalProperties: false,
    description:
      "A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and " +
      "brings stays as it was then. `given` is one that the member has given to a friend.",
  },
);
export type IssuedReward = Static<typeof IssuedReward>;
export const IssuedRewardPage = Page("IssuedRewardPage", IssuedReward);

export const UsableReward = Type.Object(
  {
    issuedRewardId: Type.Optional(Id("isr", "One that the member has; absent: it would be taken for points now.")),
    reward: Type.Optional(Type.String({ description: "Instead: the code of the reward to take." })),
    name: Type.String({ description: "What it is called; empty: it has no name." }),
    gift: Gift,
    cost: OrNull(Cost),
    expiresAt: OrNull(Instant("Of one that the member has: until when it is good, exclusive; null: for ever.")),
  },
  { $id: "UsableReward", additionalProperties: false, description: "What a member can use at this moment." },
);
export type UsableReward = Static<typeof UsableReward>;
export const UsableRewardList = Type.Object(
  { items: Type.Array(UsableReward) },
  {
    $id: "UsableRewardList",
    additionalProperties: false,
    description: "What the member has, the first to expire first; then what their points buy now, the cheapest first.",
  },
);

export const RewardPageQuery = Type.Object(pageQuery, { additionalProperties: false });
export const RewardPath = Type.Object({ rewardId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
export const IssuedRewardPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), issuedRewardId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
