import { holdoutMax, priorityMax } from "@fedele/core/campaigns.ts";
import { openingsMax } from "@fedele/core/schedules.ts";
import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Limit, NewRule, Rule } from "./programme.ts";
import { Code, Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

export const RULES_PER_CAMPAIGN_MAX = 100;
/** Points or minor units that a budget is given at once. */
export const BUDGET_MAX = 1_000_000_000_000;

export const Stacking = Type.Object(
  {
    kind: OneOf(["stack", "exclusive", "best_of"] as const, {
      description:
        "`stack`: gives beside all others. `exclusive`: where it gives something, campaigns that come after it give " +
        "nothing. `best_of`: of the campaigns of one category only the one that gives the most points counts.",
    }),
    scope: Type.Optional(
      OneOf(["basket", "lines"] as const, {
        description: "Of `exclusive`: closes the whole basket, or only the lines that it rewarded. Default: `basket`.",
      }),
    ),
    category: Type.Optional(Code("Of `best_of`: the name of the category.", 64)),
  },
  { $id: "Stacking", additionalProperties: false, description: "How a campaign combines with others." },
);

const timeOfDay = (description: string) =>
  Type.String({ pattern: "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$", description, examples: ["17:00"] });
const numbers = (description: string, maximum: number) =>
  Type.Array(Type.Integer({ minimum: 1, maximum }), { minItems: 1, maxItems: maximum, uniqueItems: true, description });

export const Opening = Type.Object(
  {
    weekdays: Type.Optional(numbers("Days of the week; 1 is Monday, 7 is Sunday.", 7)),
    days: Type.Optional(numbers("Days of the month; a month without the day has none.", 31)),
    from: Type.Optional(timeOfDay("From when on those days. Default: 00:00.")),
    until: Type.Optional(
      timeOfDay("Until when, exclusive. At or before `from`: on the day after. Default: 24:00, the end of the day."),
    ),
  },
  {
    $id: "Opening",
    additionalProperties: false,
    description: "Hours of the week or of the month on the clocks of the tenant's zone, as they go forward and back.",
    examples: [{ weekdays: [2], from: "17:00", until: "20:00" }],
  },
);

const terms = {
  priority: Whole("The higher comes first; of equal ones those that are exclusive, then the older. Default: 0.", {
    maximum: priorityMax,
  }),
  stacking: Stacking,
  schedule: Type.Array(Opening, {
    maxItems: openingsMax,
    description: "When its rules give, by the time of the activity: at any of these. Default: always.",
  }),
  holdout: Whole("Of 10,000 members so many get nothing from it, always the same ones, to compare with. Default: 0.", {
    maximum: holdoutMax,
  }),
};

const budgetSize = {
  points: Type.Optional(Whole("So many points.", { minimum: 1, maximum: BUDGET_MAX })),
  minor: Type.Optional(
    Whole(
      "Instead, or besides: so much money, in minor units of the tenant's currency. It buys points at the face value " +
        "that their type has on this day; where both are named the smaller counts.",
      { minimum: 1, maximum: BUDGET_MAX },
    ),
  ),
};

export const NewBudget = Type.Object(
  {
    ...budgetSize,
    whenShort: Type.Optional(
      OneOf(["nothing", "partial"] as const, {
        description: "What becomes of an award that is larger than what is left. Default: `nothing`.",
      }),
    ),
  },
  {
    $id: "NewBudget",
    additionalProperties: false,
    minProperties: 1,
    description: "What all members together get at most. Never exceeded; what comes back can be given again.",
  },
);

export const BudgetAddition = Type.Object(budgetSize, {
  $id: "BudgetAddition",
  additionalProperties: false,
  minProperties: 1,
  description: "What is added to a budget.",
});
export type BudgetAddition = Static<typeof BudgetAddition>;

export const Budget = Type.Object(
  {
    points: Whole("All that there ever was to give."),
    spent: Whole("What was given, less what came back."),
    left: Whole("What is left."),
    whenShort: OneOf(["nothing", "partial"] as const, { description: "What becomes of an award that is larger." }),
    exhaustedAt: OrNull(Instant("When an award could not be given in full for the first time since it was raised.")),
  },
  { $id: "Budget", additionalProperties: false, description: "What all members together get at most." },
);

/** A campaign as it is thought out, whether it is to be started or only tried. */
export const campaignDraft = {
  rules: Type.Array(NewRule, { maxItems: RULES_PER_CAMPAIGN_MAX, description: "Its rules." }),
  priority: Type.Optional(terms.priority),
  stacking: Type.Optional(terms.stacking),
  schedule: Type.Optional(terms.schedule),
  holdout: Type.Optional(terms.holdout),
  limit: Type.Optional(Limit),
  budget: Type.Optional(NewBudget),
};

export const NewCampaign = Type.Object(
  { name: Line("What the campaign is called."), ...campaignDraft },
  {
    $id: "NewCampaign",
    additionalProperties: false,
    description: "A campaign to be started. Rules can be added and changed later, its other terms never.",
  },
);
export type NewCampaign = Static<typeof NewCampaign>;

export const Campaign = Type.Object(
  {
    id: Id("cmp", "The campaign's id."),
    name: Type.String({ description: "What it is called." }),
    status: OneOf(["live", "ended"] as const, { description: "Whether its rules can still give." }),
    rules: Type.Array(Rule, { description: "The latest version of each rule." }),
    ...terms,
    limit: Type.Optional(Limit),
    budget: Type.Optional(Budget),
    heldOut: Whole("How often a member who is held out would have been given something."),
    createdAt: Instant("When it was started."),
  },
  { $id: "Campaign", additionalProperties: false, description: "Rules that belong together." },
);
export type Campaign = Static<typeof Campaign>;
export const CampaignPage = Page("CampaignPage", Campaign);

export const CampaignPath = Type.Object(
  { campaignId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
