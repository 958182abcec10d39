import { activityKinds, lineKinds } from "@fedele/core/activity.ts";
import { type Static, Type } from "typebox";
import { flagKind } from "./activityFlag.ts";
import { Page, pageQuery } from "./page.ts";
import { Code, Currency, Day, Id, INTEGER_MAX, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

/** Lines of one activity, as the API takes them. An import takes whatever a receipt has. */
export const LINES_MAX = 1_000;
export const CATEGORIES_MAX = 20;
export const ATTRIBUTES_MAX = 50;

/** What a quantity of one line can be: 1,000,000 pieces. */
const QUANTITY_MAX = 1_000_000_000;
/** What one amount can be; sums of a thousand lines stay exact. */
const AMOUNT_MAX = 1_000_000_000_000;

const quantityThousandths = Whole("Thousandths of a piece, a kilogram, a night: 1000 is one.", {
  minimum: 1,
  maximum: QUANTITY_MAX,
});
const amount = (description: string) => Whole(`${description} Minor units.`, { maximum: AMOUNT_MAX });
const product = Code("The product's number.");

export const ActivityLine = Type.Object(
  {
    product: Type.Optional(product),
    categories: Type.Optional(
      Type.Array(Code("A category of the product."), {
        maxItems: CATEGORIES_MAX,
        description: "Default: what the catalogue says of the product.",
      }),
    ),
    quantityThousandths,
    amountMinor: amount("What was paid for the whole line: tax included, after every discount."),
    taxMinor: Type.Optional(amount("The tax within the amount.")),
    discountMinor: Type.Optional(amount("What was taken off before the amount was paid.")),
    kind: Type.Optional(
      OneOf(lineKinds, { description: "What the line is, as far as earning cares. Default: goods." }),
    ),
    paidWithPointsMinor: Type.Optional(amount("The part of the amount that was paid with points.")),
  },
  { $id: "ActivityLine", additionalProperties: false, description: "One line of a receipt." },
);

export const BusinessKey = Type.Object(
  {
    source: Code("Who says so: a till, a shop, a system."),
    document: Code("Its own name for what happened: a receipt, an order, a booking.", 128),
    part: Type.Optional(
      Code("A part of the document, where one comes in several. What a rule gives for the whole it gives once."),
    ),
  },
  {
    $id: "BusinessKey",
    additionalProperties: false,
    description: "What names an activity in the world. Unique in a tenant, for ever.",
  },
);

const ReturnedLine = Type.Object(
  {
    line: Type.Optional(Whole("The place of the line in the purchase, from 0.", { maximum: LINES_MAX - 1 })),
    product: Type.Optional(product),
    quantityThousandths: Type.Optional(quantityThousandths),
    amountMinor: Type.Optional(
      Whole("Instead of a quantity, where the purchase was told as a sum without lines. Minor units.", {
        minimum: 1,
        maximum: AMOUNT_MAX,
      }),
    ),
  },
  { $id: "ReturnedLine", additionalProperties: false, description: "What comes back of a purchase." },
);

export const MemberReference = Type.Object(
  {
    id: Type.Optional(Type.String({ maxLength: 64, description: "The member's id." })),
    email: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
    phone: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
    qr: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
    number: Type.Optional(Type.String({ minLength: 1, maxLength: 320 })),
    card: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: "The number on a card." })),
  },
  {
    $id: "MemberReference",
    additionalProperties: false,
    minProperties: 1,
    maxProperties: 1,
    description: "The member, by id or by one identity.",
  },
);
export type MemberReference = Static<typeof MemberReference>;

const attributes = Type.Record(
  Type.String({ pattern: "^[a-zA-Z][a-zA-Z0-9_.]{0,63}$" }),
  Type.Union([
    Type.String({ maxLength: 200 }),
    Type.Integer({ minimum: -INTEGER_MAX, maximum: INTEGER_MAX }),
    Type.Boolean(),
  ]),
  {
    additionalProperties: false,
    maxProperties: ATTRIBUTES_MAX,
    description: "Whatever else is worth knowing. No personal data.",
  },
);

const what = {
  kind: OneOf(activityKinds, { description: "What the member did." }),
  name: Type.Optional(Code("The tenant's own word for a custom activity.")),
  channel: Type.Optional(Code("Where it came in: pos, web, app, phone. Default: api.", 32)),
  location: Type.Optional(Code("The code of the place.")),
  partner: Type.Optional(Code("The code of the partner who gives the points. Default: the place's.")),
  occurredAt: Type.Optional(Instant("When it happened. Default: now.")),
  currency: Type.Optional(Currency),
  rate: Type.Optional(
    Type.String({
      maxLength: 26,
      pattern: "^\\d{1,12}(\\.\\d{1,12})?$",
      description: "What one unit of the currency is worth in the tenant's; needed where they differ.",
      examples: ["0.9215"],
    }),
  ),
  rateDate: Type.Optional(Day("Of which day the rate is.")),
  amountMinor: Type.Optional(amount("The sum, where no lines are told; else it must be the lines' sum.")),
  lines: Type.Optional(Type.Array(ActivityLine, { maxItems: LINES_MAX })),
};

export const NewActivity = Type.Object(
  {
    source: BusinessKey.properties.source,
    document: BusinessKey.properties.document,
    part: BusinessKey.properties.part,
    member: MemberReference,
    ...what,
    attributes: Type.Optional(attributes),
    purchase: Type.Optional(BusinessKey),
    returned: Type.Optional(
      Type.Array(ReturnedLine, {
        maxItems: LINES_MAX,
        description: "Of a return: what comes back. Without it all that is left of the purchase.",
      }),
    ),
  },
  {
    $id: "NewActivity",
    additionalProperties: false,
    description: "What a member did. Safe to repeat: source, document and part are its key.",
  },
);
export type NewActivity = Static<typeof NewActivity>;

export const Award = Type.Object(
  {
    ruleId: Id("rul", "The rule that gave it."),
    ruleVersion: Whole("The version of the rule."),
    pointsType: Type.String({ description: "The code of the points type." }),
    points: Whole("How many points."),
    perLine: Type.Array(Whole("Points."), { description: "How they fall on the lines; they sum to the points." }),
    rewardId: Type.Optional(
      Id("rwd", "The reward that it gave instead of points. It reaches the member a moment later, if there is one."),
    ),
  },
  { $id: "Award", additionalProperties: false, description: "What one rule gave." },
);

const signed = (description: string) => Type.Integer({ minimum: -INTEGER_MAX, maximum: INTEGER_MAX, description });

export const PointsMoved = Type.Object(
  {
    pointsType: Type.String({ description: "The code of the points type." }),
    points: signed("How many points came, or below zero: went."),
    activatesAt: Type.Optional(Instant("When they can be used; absent: now.")),
    expiresAt: Type.Optional(Instant("Until when they are good; absent: for ever, or as long as there is activity.")),
    total: signed("What the member had of this type afterwards."),
  },
  { $id: "PointsMoved", additionalProperties: false, description: "What an activity did to one points type." },
);

export const Activity = Type.Object(
  {
    id: Id("act", "The activity's id."),
    status: OneOf(["recorded", "parked", "orphan"] as const, {
      description:
        "`parked`: a return whose sale is not known yet; it is taken back when the sale comes. " +
        "`orphan`: the sale did not come in time; told anew, under a key of its own, it may still find it.",
    }),
    memberId: Id("mem", "Who did it."),
    source: Type.String({ description: "Who says so." }),
    document: Type.String({ description: "Its own name for it." }),
    part: Type.Optional(Type.String({ description: "A part of the document." })),
    kind: what.kind,
    occurredAt: Instant("When it happened."),
    recordedAt: Type.Optional(Instant("When it was recorded; absent while parked.")),
    currency: Type.Optional(Currency),
    amountMinor: Type.Optional(Whole("The sum; of a return, what came back. Minor units.")),
    points: Type.Array(PointsMoved, { description: "What it did to the member's points, by type." }),
    awards: Type.Array(Award, { description: "What each rule gave." }),
    shortfalls: Type.Optional(
      Type.Array(
        Type.Object(
          {
            pointsType: Type.String({ description: "The code of the points type." }),
            points: Whole("Points that had been spent already."),
            policy: OneOf(["debt", "clamp", "charge"] as const, {
              description: "Owed by the member, lost to the programme, or charged in money.",
            }),
            amountMinor: Type.Optional(Whole("What is to be charged, in minor units of the tenant's currency.")),
          },
          { additionalProperties: false },
        ),
      ),
    ),
    flags: Type.Optional(
      Type.Array(
        Type.Object(
          { kind: flagKind, counted: Whole("How many there were."), bound: Whole("How many are usual.") },
          { additionalProperties: false },
        ),
        { description: "What came faster than the programme takes for usual; somebody should look." },
      ),
    ),
    tier: Type.Optional(
      Type.Object(
        {
          before: OrNull(Type.String()),
          after: OrNull(Type.String()),
        },
        { additionalProperties: false, description: "The tier before and after, where it changed." },
      ),
    ),
  },
  { $id: "Activity", additionalProperties: false, description: "What a member did and what came of it." },
);
export type Activity = Static<typeof Activity>;

export const ActivityPage = Page("ActivityPage", Activity);
export const ActivityPageQuery = Type.Object(pageQuery, { additionalProperties: false });

export const ActivityPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), activityId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);

export const ExplanationQuery = Type.Object(
  {
    rule: Type.Optional(Type.String({ maxLength: 64, description: "Only this rule." })),
    audience: Type.Optional(
      OneOf(["staff", "member"] as const, {
        description: "Who reads it. A member is not told that they are held out of a campaign. Default: `staff`.",
      }),
    ),
  },
  { additionalProperties: false },
);

export const WhyNot = Type.Object(
  {
    ruleId: Id("rul", "The rule that gave nothing."),
    ruleVersion: Whole("Its version."),
    name: Type.String({ description: "What the rule is called." }),
    reason: OneOf(
      [
        "is_return",
        "not_yet_valid",
        "no_longer_valid",
        "condition",
        "no_line_counts",
        "less_than_one_point",
        "given_before",
        "shut_out",
        "outdone",
        "held_out",
        "rule_limit",
        "campaign_limit",
        "cap",
        "budget",
      ] as const,
      {
        description:
          "What stood in its way. `given_before`: another part of the document brought it. `shut_out`: an exclusive " +
          "campaign went first. `outdone`: another campaign of its category gave more. `held_out`: for comparison. " +
          "`rule_limit`, `campaign_limit`, `cap`: the member had all there is in the period. `budget`: it is used up.",
      },
    ),
    sentence: Type.String({ description: "The same in the tenant's language, or the one asked for." }),
  },
  { $id: "WhyNot", additionalProperties: false, description: "Why a rule gave nothing." },
);

export const Why = Type.Object(
  {
    award: Award,
    name: Type.String({ description: "What the rule is called." }),
    sentence: Type.String({ description: "What the rule says, in the tenant's language." }),
    wanted: Type.Optional(Whole("What it would have given: a limit, a cap or a budget had less left.")),
  },
  { $id: "Why", additionalProperties: false, description: "Why a rule gave points." },
);

export const Explanation = Type.Object(
  { why: Type.Array(Why), whyNot: Type.Array(WhyNot) },
  { $id: "Explanation", additionalProperties: false, description: "Why an activity earned what it earned." },
);
export type Explanation = Static<typeof Explanation>;

export const NewEvaluation = Type.Object(
  {
    member: Type.Optional(MemberReference),
    ...what,
    explain: Type.Optional(Type.Boolean({ description: "Whether to say why rules gave nothing. Default: no." })),
  },
  {
    $id: "NewEvaluation",
    additionalProperties: false,
    description: "A basket or another activity to try. Without a member: what a newcomer would get.",
  },
);
export type NewEvaluation = Static<typeof NewEvaluation>;

export const Evaluation = Type.Object(
  {
    points: Type.Array(
      Type.Object(
        { pointsType: Type.String({ description: "The code of the points type." }), points: Whole("Points.") },
        { additionalProperties: false },
      ),
    ),
    awards: Type.Array(Award),
    whyNot: Type.Optional(Type.Array(WhyNot)),
  },
  { $id: "Evaluation", additionalProperties: false, description: "What it would earn. Nothing is written." },
);
