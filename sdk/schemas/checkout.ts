import { sessionStatuses } from "@fedele/core/checkout.ts";
import { type Static, Type } from "typebox";
import { Activity, ActivityLine, Award, BusinessKey, LINES_MAX, MemberReference, NewActivity } from "./activity.ts";
import { POINTS_MAX } from "./ledger.ts";
import { Code, Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

/** Why a reward, or points, cannot be used by a basket. */
export const whyNotRedeemed = [
  "unknown",
  "not_good_yet",
  "reserved",
  "used",
  "cancelled",
  "expired",
  "not_in_basket",
  "nothing_to_pay",
  "no_face_value",
  "not_enough_points",
] as const;

/** How many rewards one basket can use. */
export const SESSION_REWARDS_MAX = 20;
/** How long a basket can be reserved, and is unless less is asked for: half an hour. */
export const RESERVATION_SECONDS_MAX = 1_800;
/** Thousandths of a percent: prices that are three quarters tax are nobody's. */
const TAX_MAX = 300_000;

const { product, categories, quantityThousandths, kind, discountMinor } = ActivityLine.properties;
const signed = (description: string) => Whole(description, { minimum: -Number.MAX_SAFE_INTEGER });

export const CheckoutLine = Type.Object(
  {
    product,
    categories,
    quantityThousandths,
    amountMinor: Whole("What the whole line costs before anything is redeemed, tax included. Minor units.", {
      maximum: 1_000_000_000_000,
    }),
    taxThousandths: Type.Optional(
      Whole("The rate of the tax within the amount, in thousandths of a percent: 22000 is 22 %. Default: 0.", {
        maximum: TAX_MAX,
      }),
    ),
    discountMinor,
    kind,
  },
  { $id: "CheckoutLine", additionalProperties: false, description: "One line of a basket." },
);

const redeemsAs = OneOf(["discount", "tender"] as const, {
  description:
    "How the law sees what is redeemed. `discount`: it lowers what is taxed, as in the European Union. `tender`: it " +
    "pays a part, and the whole is taxed. The member pays the same.",
});

const basket = {
  channel: NewActivity.properties.channel,
  location: NewActivity.properties.location,
  partner: NewActivity.properties.partner,
  lines: Type.Array(CheckoutLine, {
    minItems: 1,
    maxItems: LINES_MAX,
    description: "What is bought, in the tenant's currency.",
  }),
  rewards: Type.Optional(
    Type.Array(Type.String({ maxLength: 64, description: "The id of an issued reward of the member." }), {
      maxItems: SESSION_REWARDS_MAX,
      uniqueItems: true,
      description:
        "What the member wants to use. Products come first, then percent, then sums. Gift cards, tips and restricted " +
        "goods keep their price.",
    }),
  ),
  points: Type.Optional(
    Type.Object(
      {
        pointsType: Code("The code of the points type. It needs a face value.", 32),
        points: Whole("How many points at most: no more are used than the basket needs.", {
          minimum: 1,
          maximum: POINTS_MAX,
        }),
      },
      { additionalProperties: false, description: "Points that the member wants to pay with." },
    ),
  ),
  redeemsAs: Type.Optional(redeemsAs),
};

const version = Whole("How many baskets the session has had: the last one that you saw.", { minimum: 1 });

export const NewCheckoutSession = Type.Object(
  {
    source: BusinessKey.properties.source,
    document: Code("The name that the purchase will have: a receipt, an order.", 128),
    member: MemberReference,
    ...basket,
  },
  {
    $id: "NewCheckoutSession",
    additionalProperties: false,
    description: "A basket of a member. Who is no member tries theirs by POST /v1/evaluations.",
  },
);
export type NewCheckoutSession = Static<typeof NewCheckoutSession>;

export const CheckoutBasket = Type.Object(
  { version, ...basket },
  { $id: "CheckoutBasket", additionalProperties: false, description: "The whole basket as it is now." },
);
export type CheckoutBasket = Static<typeof CheckoutBasket>;

export const NewReservation = Type.Object(
  {
    version,
    seconds: Type.Optional(
      Whole("For how long. Default: half an hour.", { minimum: 1, maximum: RESERVATION_SECONDS_MAX }),
    ),
  },
  { $id: "NewReservation", additionalProperties: false, description: "Which basket is to be held, and how long." },
);

export const NewCommitment = Type.Object(
  { version },
  { $id: "NewCommitment", additionalProperties: false, description: "Which basket was paid." },
);

const SessionReturnedLine = Type.Object(
  {
    line: Whole("The place of the line in the basket, from 0.", { maximum: LINES_MAX - 1 }),
    quantityThousandths,
  },
  { $id: "SessionReturnedLine", additionalProperties: false, description: "What comes back of a line." },
);

export const NewSessionReturn = Type.Object(
  {
    document: Code("Your own name for the return: a receipt, a slip.", 128),
    lines: Type.Optional(
      Type.Array(SessionReturnedLine, {
        minItems: 1,
        maxItems: LINES_MAX,
        description: "What comes back. Without it all that is left.",
      }),
    ),
  },
  { $id: "NewSessionReturn", additionalProperties: false, description: "Goods of a sale that come back." },
);
export type NewSessionReturn = Static<typeof NewSessionReturn>;

const Amounts = Type.Object(
  {
    grossMinor: Whole("With tax. Minor units."),
    netMinor: Whole("Without tax. Minor units."),
    taxMinor: Whole("The tax. Minor units."),
  },
  { $id: "Amounts", additionalProperties: false, description: "Money and the tax within it." },
);

const split = { before: Amounts, discount: Amounts, after: Amounts };

const TaxTotal = Type.Object(
  { taxThousandths: Whole("The rate, in thousandths of a percent."), ...split },
  { $id: "TaxTotal", additionalProperties: false, description: "The sums of one rate of tax." },
);

const means = {
  reward: Type.Optional(Type.String({ description: "The issued reward; absent: points." })),
  pointsType: Type.Optional(Type.String({ description: "The code of the points type; absent: a reward." })),
};

const Redeemed = Type.Object(
  {
    ...means,
    points: Whole("What the reward cost, or how many points pay."),
    amountMinor: Whole("What it takes off. Minor units."),
    perLineMinor: Type.Array(Whole("Minor units."), { description: "How that falls on the lines." }),
  },
  { $id: "Redeemed", additionalProperties: false, description: "What one reward takes off, or points." },
);

export const CheckoutBill = Type.Object(
  {
    lines: Type.Array(Type.Object(split, { additionalProperties: false }), { description: "In the basket's order." }),
    rates: Type.Array(TaxTotal, { description: "By rate of tax, the lowest first." }),
    total: Type.Object(split, { additionalProperties: false }),
    toPayMinor: Whole("What the member pays in money. Minor units."),
    redeemed: Type.Array(Redeemed),
  },
  {
    $id: "CheckoutBill",
    additionalProperties: false,
    description:
      "Both views of what is redeemed. As a discount, `after` is taxed. As a means of payment, `before` is taxed, " +
      "and the gross of `discount` is what was paid with points.",
  },
);

const PointsEarned = Type.Object(
  {
    pointsType: Type.String({ description: "The code of the points type." }),
    points: signed("How many points; below zero: taken back."),
  },
  { $id: "PointsEarned", additionalProperties: false, description: "Points of one type." },
);

export const NotRedeemed = Type.Object(
  {
    ...means,
    why: OneOf(whyNotRedeemed, { description: "What stands in its way." }),
  },
  { $id: "NotRedeemed", additionalProperties: false, description: "A reward, or points, that the basket cannot use." },
);

export type NotRedeemed = Static<typeof NotRedeemed>;

export const CheckoutEvaluation = Type.Object(
  {
    version,
    bill: CheckoutBill,
    notRedeemed: Type.Array(NotRedeemed, {
      description: "What cannot be used; a reservation would be refused.",
    }),
    earns: Type.Array(PointsEarned, { description: "What the purchase would earn." }),
    awards: Type.Array(Award, { description: "What each rule would give." }),
  },
  {
    $id: "CheckoutEvaluation",
    additionalProperties: false,
    description: "What the basket costs and earns. Nothing is written.",
  },
);

export const CheckoutSession = Type.Object(
  {
    id: Id("chs", "The session's id."),
    memberId: Id("mem", "Whose basket it is."),
    source: Type.String({ description: "Who says so." }),
    document: Type.String({ description: "The name of the purchase." }),
    version,
    status: OneOf(sessionStatuses, { description: "What has become of it; right by date." }),
    channel: Type.Optional(Type.String()),
    location: Type.Optional(Type.String()),
    partner: Type.Optional(Type.String()),
    lines: Type.Array(CheckoutLine),
    rewards: Type.Array(Type.String({ description: "The id of an issued reward." })),
    points: basket.points,
    redeemsAs,
    bill: Type.Optional(CheckoutBill),
    reservedUntil: OrNull(Instant("Until when it is reserved, exclusive; null: it is not.")),
    activityId: Type.Optional(Id("act", "The purchase, once it was committed.")),
    earned: Type.Optional(Type.Array(PointsEarned, { description: "What the purchase earned." })),
    returnedThousandths: Type.Optional(
      Type.Array(Whole("Thousandths."), { description: "How much of each line has come back." }),
    ),
    createdAt: Instant("When it was opened."),
    changedAt: Instant("When it was last changed."),
  },
  {
    $id: "CheckoutSession",
    additionalProperties: false,
    description: "A basket on its way from the shelf to the receipt.",
  },
);
export type CheckoutSession = Static<typeof CheckoutSession>;

export const SessionReturn = Type.Object(
  {
    id: Id("chr", "The return's id."),
    sessionId: Id("chs", "The session that it belongs to."),
    document: Type.String({ description: "Your own name for it." }),
    activityId: Id("act", "The activity that took back what was earned."),
    moneyMinor: Whole("What goes back in money. Minor units."),
    lines: Type.Array(
      Type.Object(
        {
          line: Whole("The place of the line in the basket, from 0."),
          quantityThousandths: Whole("How much came back."),
          money: Amounts,
          worth: Amounts,
        },
        {
          additionalProperties: false,
          description: "As a discount, `money` is what is no longer taxed. As a means of payment, `worth` is.",
        },
      ),
    ),
    points: Type.Array(
      Type.Object({ ...means, points: Whole("How many of its points went back.") }, { additionalProperties: false }),
      { description: "What goes back in points, into the lots that they came from." },
    ),
    earned: Type.Array(PointsEarned, { description: "What was earned and is taken back, below zero." }),
    shortfalls: Activity.properties.shortfalls,
    createdAt: Instant("When it was recorded."),
  },
  {
    $id: "SessionReturn",
    additionalProperties: false,
    description: "Goods that came back, and what went back for them.",
  },
);
export type SessionReturn = Static<typeof SessionReturn>;

/** Why somebody at a till takes a sale back a moment later: a closed list, so that nobody writes down a name. */
export const undoReasons = ["wrong_amount", "wrong_member", "changed_mind"] as const;
export type UndoReason = (typeof undoReasons)[number];

export const CancellationQuery = Type.Object(
  {
    reason: Type.Optional(
      OneOf(undoReasons, { description: "Why a sale is undone; it stands with the return as its attribute `reason`." }),
    ),
  },
  { additionalProperties: false },
);

export const SessionPath = Type.Object({ sessionId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
export const SessionReturnPath = Type.Object(
  { sessionId: Type.String({ maxLength: 64 }), returnId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
