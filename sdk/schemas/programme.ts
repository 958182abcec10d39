import { limitDaysMax, limitPeriods, limitPointsMax, limitTimesMax } from "@fedele/core/limits.ts";
import { tierMetrics } from "@fedele/core/tiers.ts";
import { type Static, Type } from "typebox";
import { Code, Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

export const TIERS_MAX = 20;
export const CAPS_MAX = 20;

/** Conditions are checked by the language's own parser, which says where and why one is wrong. */
export const ConditionGroup = Type.Object(
  {
    combinator: OneOf(["and", "or"] as const, { description: "Whether all must hold, or one." }),
    not: Type.Optional(Type.Boolean({ description: "Whether the whole is turned round." })),
    rules: Type.Array(Type.Object({}, { additionalProperties: true }), {
      maxItems: 100,
      description: "Conditions {field, operator, value} and groups like this one, as react-querybuilder writes them.",
    }),
  },
  { $id: "ConditionGroup", additionalProperties: false, description: "A condition in the one condition language." },
);

export const Effect = Type.Object(
  {
    kind: OneOf(["points_per_money", "fixed", "per_item", "multiplier", "reward"] as const, {
      description:
        "How it gives. `reward`: one of the catalogue, once per activity, instead of points; in limits and budgets " +
        "it weighs what it costs there.",
    }),
    points: Type.Optional(Whole("Points of one step.")),
    perMinor: Type.Optional(Whole("Of `points_per_money`: for so many minor units.")),
    perThousandths: Type.Optional(Whole("Of `per_item`: for so many thousandths of a piece.")),
    factor: Type.Optional(
      Type.String({ maxLength: 32, description: 'Of `multiplier`: "2" doubles, "1.5" adds the half.' }),
    ),
    reward: Type.Optional(Code("Of `reward`: the code of the reward. Its cost is of the rule's points type.", 64)),
    base: Type.Optional(
      Type.Object({}, { additionalProperties: true, description: "Of `points_per_money`: which money earns." }),
    ),
  },
  { $id: "Effect", additionalProperties: false, description: "What a rule gives." },
);

const limit = {
  per: OneOf([...limitPeriods, "days"] as const, {
    description: "Periods of the calendar in the tenant's zone, all time, or any so many days on end.",
  }),
  days: Type.Optional(Whole("Of `per: days`: how many.", { minimum: 1, maximum: limitDaysMax })),
};
const limitPoints = Whole("Points at most; an award is cut to what is left.", { minimum: 1, maximum: limitPointsMax });

export const Limit = Type.Object(
  {
    points: Type.Optional(limitPoints),
    times: Type.Optional(Whole("So many times at most.", { minimum: 1, maximum: limitTimesMax })),
    ...limit,
  },
  {
    $id: "Limit",
    additionalProperties: false,
    description: "What a member gets at most in a period, by the time of the activity. A return gives it back.",
    examples: [{ times: 1, per: "days", days: 365 }],
  },
);

const terms = {
  name: Line("What the rule is called."),
  pointsType: Code("The code of the points type that it gives.", 32),
  when: Type.Optional(ConditionGroup),
  items: Type.Optional(ConditionGroup),
  effect: Effect,
  limit: Type.Optional(Limit),
};

const orEver = (description: string) => Type.Optional(OrNull(Instant(description)));

export const NewRule = Type.Object(
  {
    ...terms,
    validFrom: orEver("From when it holds, by the time of the activity. Default: now. null: since ever."),
    validUntil: orEver("Until when, exclusive. Default: for ever."),
  },
  { $id: "NewRule", additionalProperties: false, description: "An earning rule to be added." },
);
export type NewRule = Static<typeof NewRule>;

export const Rule = Type.Object(
  {
    id: Id("rul", "The rule's id."),
    version: Whole("Counts from 1. A change is a new version; activities are judged by the version of their time."),
    campaignId: Id("cmp", "The campaign that it belongs to."),
    ...terms,
    validFrom: OrNull(Instant("From when it holds.")),
    validUntil: OrNull(Instant("Until when, exclusive.")),
    sentence: Type.String({ description: "What it says, in the tenant's language." }),
  },
  { $id: "Rule", additionalProperties: false, description: "An earning rule." },
);
export type Rule = Static<typeof Rule>;

const choice = <const Kind extends string>(kind: Kind) =>
  Type.Object({ kind: Type.Literal(kind) }, { additionalProperties: false });

const strict = { additionalProperties: false };

const policies = {
  unmatchedReturn: Type.Union(
    [
      choice("refuse"),
      Type.Object(
        { kind: Type.Literal("park"), hours: Whole("Hours.", { minimum: 1, maximum: 720 }) },
        { additionalProperties: false },
      ),
      choice("match_latest"),
    ],
    { description: "A return whose sale is not known: refuse it, wait for the sale, or match the latest sale." },
  ),
  returnDays: OrNull(
    Whole("Within how many days a purchase can be returned; null: always.", { minimum: 1, maximum: 3650 }),
  ),
  shortfall: Type.Union(
    [
      choice("debt"),
      choice("clamp"),
      Type.Object(
        {
          kind: Type.Literal("charge"),
          pointMinor: Whole("What a point is worth, in minor units.", { maximum: 1_000_000 }),
        },
        { additionalProperties: false },
      ),
    ],
    { description: "Points to take back that were spent: owed, lost, or charged in money." },
  ),
  threshold: Type.Union(
    [
      choice("reverse"),
      Type.Object(
        { kind: Type.Literal("keep_above"), gracePercent: Whole("Percent.", { minimum: 1, maximum: 99 }) },
        { additionalProperties: false },
      ),
    ],
    { description: "A bonus whose threshold the rest of a basket misses: reversed, or kept within some percent." },
  ),
  backdating: Type.Object(
    {
      days: Whole("How many days late an activity may be told.", { minimum: 1, maximum: 36_500 }),
      lotsFrom: OneOf(["purchase", "booking"] as const, { description: "From which day its points count." }),
    },
    { additionalProperties: false },
  ),
  lateTier: Type.Union([choice("keep_points"), choice("top_up")], {
    description: "Whether a late purchase that lifts the tier of its time tops up what was earned since.",
  }),
  caps: Type.Array(
    Type.Object({ pointsType: Code("The code of the points type.", 32), points: limitPoints, ...limit }, strict),
    { maxItems: CAPS_MAX, description: "What all rules together give a member at most in a period." },
  ),
  offlineSpending: Type.Union(
    [
      choice("off"),
      Type.Object(
        {
          kind: Type.Literal("capped"),
          points: Whole("Points of a member within 24 hours, all tills together.", { minimum: 1, maximum: 1_000_000 }),
        },
        strict,
      ),
    ],
    {
      description:
        "Points that a till takes while it has no network: none, or up to a cap. What the member did not have is " +
        "owed and shown to staff; a sale with more than this waits for a decision of theirs.",
    },
  ),
  velocity: Type.Union(
    [
      choice("off"),
      Type.Object(
        {
          kind: Type.Literal("flag"),
          minutes: Whole("Within how many minutes.", { minimum: 1, maximum: 1_440 }),
          receiptsPerTill: Type.Optional(Whole("Receipts of one member at one till.", { maximum: 10_000 })),
          receipts: Type.Optional(Whole("Receipts of one member wherever.", { maximum: 10_000 })),
          points: Type.Optional(Whole("Points that one member earns, of all types together.")),
        },
        strict,
      ),
    ],
    {
      description:
        "How fast a member may buy and earn before somebody should look: more than this is flagged, in the member's " +
        "timeline and in `GET /v1/activity-flags`. Nothing is refused.",
    },
  ),
};

export const Policies = Type.Object(policies, {
  $id: "Policies",
  additionalProperties: false,
  description: "What the programme does where fair people differ.",
});

export type Policies = Static<typeof Policies>;

export const PoliciesChange = Type.Partial(Type.Object(policies), {
  $id: "PoliciesChange",
  additionalProperties: false,
  minProperties: 1,
  description: "What to change; what is not named stays.",
});

const tierList = {
  metric: OneOf(tierMetrics, { description: "What is counted." }),
  period: Type.Union(
    [
      choice("ever"),
      Type.Object(
        {
          kind: Type.Literal("calendar"),
          months: Type.Enum([1, 3, 6, 12]),
        },
        { additionalProperties: false },
      ),
      Type.Object(
        { kind: Type.Literal("anniversary"), months: Whole("Months.", { minimum: 1, maximum: 60 }) },
        { additionalProperties: false },
      ),
    ],
    { description: "All time, periods of the calendar, or periods that start on the day of enrolment." },
  ),
  tiers: Type.Array(
    Type.Object(
      {
        code: Code("The tier's code.", 32),
        name: Line("What members call it.", 64),
        threshold: Whole("From how much: minor units, points or a count."),
      },
      { additionalProperties: false },
    ),
    { minItems: 1, maxItems: TIERS_MAX, description: "In rising order; the first from 0." },
  ),
  downgrade: Type.Object(
    {
      policy: OneOf(["never", "one_down", "by_balance"] as const, {
        description: "What becomes of a tier that was not reached again by the end of its time.",
      }),
      graceDays: Whole("Days that the old tier stays after that.", { maximum: 366 }),
    },
    { additionalProperties: false },
  ),
  onReturn: OneOf(["keep_until_period_end", "drop_at_once"] as const, {
    description: "Whether a return that misses the threshold lowers the tier at once.",
  }),
};

export const NewTierList = Type.Object(tierList, {
  $id: "NewTierList",
  additionalProperties: false,
  description: "Tiers that hold from now on; whoever is in the middle of a period finishes it under the old ones.",
});
export type NewTierList = Static<typeof NewTierList>;

export const TierList = Type.Object(
  { version: Whole("Counts from 1; 0: there are no tiers."), ...tierList, tiers: Type.Array(tierList.tiers.items) },
  { $id: "TierList", additionalProperties: false, description: "The tiers of the programme." },
);

const closure = {
  earningEndsAt: Instant("From then on nothing is earned: what happened before still is, also where it is told late."),
  pointsEndAt: Instant("When all points that were not used are gone; at least 30 days after the end of earning."),
};

export const Closure = Type.Object(closure, {
  $id: "Closure",
  additionalProperties: false,
  description: "How the programme ends.",
});

export const Programme = Type.Object(
  { policies: Policies, tiers: TierList, closure: Type.Optional(Closure) },
  { $id: "Programme", additionalProperties: false, description: "How the programme works." },
);

export const ManualTier = Type.Object(
  {
    tier: Code("The tier's code.", 32),
    until: Instant("When it ends; after that the member stands where they stood."),
  },
  { $id: "ManualTier", additionalProperties: false, description: "A tier given by hand." },
);

const nullable = (description: string) => OrNull(Type.String({ description }));

export const MemberTier = Type.Object(
  {
    tier: nullable("The tier that counts now."),
    since: OrNull(Instant("Since when.")),
    until: OrNull(Instant("Until when it is good without doing more.")),
    isManual: Type.Boolean({ description: "Whether it was given by hand." }),
    fallsTo: nullable("The tier that waits behind the days of grace."),
    progress: Type.Integer({ description: "What was counted in this period." }),
    nextTier: nullable("The tier above."),
    missing: OrNull(Whole("How much is missing to it.")),
  },
  { $id: "MemberTier", additionalProperties: false, description: "How far a member has come." },
);
export type MemberTier = Static<typeof MemberTier>;

export const RulePath = Type.Object({ ruleId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
