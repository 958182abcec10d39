import { faceMinorMax, facePointsMax } from "@fedele/core/faceValue.ts";
import { signsOfLife } from "@fedele/core/lots.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Code, Day, Id, INTEGER_MAX, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

/** Points that one request can move. */
export const POINTS_MAX = 1_000_000_000;
/** How long points can be reserved: a day; half an hour by default. */
export const HOLD_SECONDS_MAX = 86_400;
export const HOLD_SECONDS_DEFAULT = 1_800;

const signed = (description: string) => Type.Integer({ minimum: -INTEGER_MAX, maximum: INTEGER_MAX, description });
const points = Whole("How many points.", { minimum: 1, maximum: POINTS_MAX });
const pointsType = Code("The code of the points type.", 32);
const reason = Line("Why, in words that the member may read.");
const DAYS_MAX = 3_660;
const days = Whole("Days.", { minimum: 1, maximum: DAYS_MAX });
const kind = <const Kind extends string>(name: Kind) => Type.Literal(name);

export const Activation = Type.Union(
  [
    Type.Object({ kind: kind("immediately") }, { additionalProperties: false }),
    Type.Object({ kind: kind("after_days"), days }, { additionalProperties: false }),
  ],
  { description: "When earned points can be used." },
);

export const Expiry = Type.Union(
  [
    Type.Object({ kind: kind("never") }, { additionalProperties: false }),
    Type.Object({ kind: kind("after_days"), days }, { additionalProperties: false }),
    Type.Object(
      { kind: kind("after_months"), months: Whole("Months.", { minimum: 1, maximum: 120 }) },
      { additionalProperties: false },
    ),
    Type.Object(
      { kind: kind("end_of_month"), months: Whole("Months after this one.", { maximum: 120 }) },
      { additionalProperties: false },
    ),
    Type.Object(
      { kind: kind("end_of_year"), years: Whole("Years after this one.", { maximum: 10 }) },
      { additionalProperties: false },
    ),
    Type.Object({ kind: kind("fixed_date"), date: Day("The last day.") }, { additionalProperties: false }),
    Type.Object(
      {
        kind: kind("inactivity"),
        days,
        counts: Type.Array(OneOf(signsOfLife, { description: "What counts as activity. A return never does." }), {
          minItems: 1,
          uniqueItems: true,
        }),
      },
      { additionalProperties: false },
    ),
  ],
  { description: "Until when points are good: always to the end of a day in the tenant's time zone." },
);

export const GiveBack = Type.Union(
  [
    Type.Object({ kind: kind("expire") }, { additionalProperties: false }),
    Type.Object(
      { kind: kind("reissue"), graceDays: Whole("Days of grace.", { minimum: 1, maximum: 366 }) },
      { additionalProperties: false },
    ),
  ],
  { description: "What happens to points that are given back after their time: gone at once, or some days of grace." },
);

export const FaceValue = Type.Object(
  {
    points: Whole("For so many points,", { minimum: 1, maximum: facePointsMax }),
    minor: Whole("so many minor units of the tenant's currency.", { minimum: 1, maximum: faceMinorMax }),
  },
  {
    additionalProperties: false,
    description: "What points are worth, for reports and limits: 1,000 points at 500 cents are half a cent each.",
    examples: [{ points: 1000, minor: 500 }],
  },
);

export const NewPointsType = Type.Object(
  {
    code: pointsType,
    name: Line("What members call them.", 64),
    spendable: Type.Boolean({ description: "Whether they can be used." }),
    qualifying: Type.Boolean({ description: "Whether they count for tiers." }),
    activation: Type.Optional(Activation),
    expiry: Type.Optional(Expiry),
    giveBack: Type.Optional(GiveBack),
    faceValue: Type.Optional(OrNull(FaceValue)),
  },
  { $id: "NewPointsType", additionalProperties: false, description: "A currency of the programme to be added." },
);

export const PointsType = Type.Object(
  {
    code: pointsType,
    name: Type.String({ description: "What members call them." }),
    spendable: Type.Boolean({ description: "Whether they can be used." }),
    qualifying: Type.Boolean({ description: "Whether they count for tiers." }),
    activation: Activation,
    expiry: Expiry,
    giveBack: GiveBack,
    faceValue: OrNull(FaceValue),
  },
  { $id: "PointsType", additionalProperties: false, description: "A currency of the programme." },
);

export const PointsTypeChange = Type.Object(
  {
    name: Type.Optional(Line("What members call them.", 64)),
    activation: Type.Optional(Activation),
    expiry: Type.Optional(Expiry),
    giveBack: Type.Optional(GiveBack),
    faceValue: Type.Optional(OrNull(FaceValue)),
    earlierPoints: Type.Optional(
      OneOf(["keep", "extend"] as const, {
        description:
          "What a new expiry means for points that were earned before: they keep their dates (the default), or get " +
          "later ones where the new terms are longer. Nothing is ever cut short.",
      }),
    ),
  },
  {
    $id: "PointsTypeChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What to change about a currency of the programme; what is not named stays.",
  },
);

export const PointsTypePath = Type.Object(
  { code: Type.String({ maxLength: 32, description: "The code of the points type." }) },
  { additionalProperties: false },
);

export const PointsTypeList = Type.Object(
  { items: Type.Array(PointsType) },
  { $id: "PointsTypeList", additionalProperties: false },
);

export const Wallet = Type.Object(
  {
    pointsType,
    total: signed("All points, less what is owed; below zero while more is owed than there is."),
    spendable: Whole("What can be used now."),
    pending: Whole("Earned, but not usable yet."),
    held: Whole("Reserved."),
    debt: Whole("Taken back although it was used already; the next points pay it off."),
    expiring: Type.Array(
      Type.Object(
        { points: Whole("How many."), at: Instant("When they are gone unless they are used.") },
        { additionalProperties: false },
      ),
      { description: "The next dates at which points expire." },
    ),
  },
  { $id: "Wallet", additionalProperties: false, description: "What a member has of one points type." },
);
export type Wallet = Static<typeof Wallet>;

export const WalletList = Type.Object(
  { items: Type.Array(Wallet) },
  { $id: "WalletList", additionalProperties: false },
);

export const Entry = Type.Object(
  {
    id: Id("ent", "The entry's id."),
    pointsType,
    points: signed("What came onto the wallet; below zero: what went."),
    account: Type.String({ description: "The counter-account: issued, spent, expired, adjusted, in_transit, lost …" }),
    cause: Type.String({ description: "Why: activity, return, spend, adjustment, transfer, expiry …" }),
    causeId: Type.String({ description: "The id of the cause." }),
    reversesId: Type.Optional(Type.String({ description: "The id of the cause that this one takes back." })),
    ruleId: Type.Optional(Id("rul", "The rule that gave it.")),
    ruleVersion: Type.Optional(Whole("The version of the rule.")),
    rate: Type.Optional(Type.String({ description: "The rate of exchange that it was reckoned by." })),
    lotId: Type.Optional(Id("lot", "The lot of points that it belongs to; absent: it raised or paid off a debt.")),
    occurredAt: Instant("When its cause happened."),
    bookedAt: Instant("When it was booked."),
  },
  { $id: "Entry", additionalProperties: false, description: "One movement of points. Never changed, never deleted." },
);
export type Entry = Static<typeof Entry>;

export const EntryPage = Page("EntryPage", Entry);
export const EntryPageQuery = Type.Object(pageQuery, { additionalProperties: false });

export const NewSpend = Type.Object(
  { pointsType, points, reason: Type.Optional(reason) },
  { $id: "NewSpend", additionalProperties: false, description: "Points to be used." },
);

const owned = { memberId: Id("mem", "Whose points."), pointsType, points };

export const Spend = Type.Object(
  {
    id: Id("spd", "The spend's id."),
    ...owned,
    reversed: Whole("How many of them were given back."),
    holdId: Type.Optional(Id("hld", "The reservation that it came of.")),
    reason: Type.Optional(Type.String({ description: "Why." })),
    createdAt: Instant("When they were used."),
  },
  { $id: "Spend", additionalProperties: false, description: "Points that were used, earliest expiry first." },
);
export type Spend = Static<typeof Spend>;

export const NewSpendReversal = Type.Object(
  { points: Type.Optional(points) },
  {
    $id: "NewSpendReversal",
    additionalProperties: false,
    description: "How many points of the spend to give back; all that are left where nothing is said.",
  },
);

export const NewHold = Type.Object(
  {
    pointsType,
    points,
    seconds: Type.Optional(
      Whole(`How long. Default: ${HOLD_SECONDS_DEFAULT}.`, { minimum: 1, maximum: HOLD_SECONDS_MAX }),
    ),
    reason: Type.Optional(reason),
  },
  { $id: "NewHold", additionalProperties: false, description: "Points to be reserved." },
);

export const Hold = Type.Object(
  {
    id: Id("hld", "The reservation's id."),
    ...owned,
    status: OneOf(["open", "captured", "released", "timed_out"] as const, { description: "What became of it." }),
    reason: Type.Optional(Type.String({ description: "Why." })),
    expiresAt: Instant("When it times out."),
    createdAt: Instant("When it was made."),
  },
  { $id: "Hold", additionalProperties: false, description: "Points that are set aside for a while." },
);
export type Hold = Static<typeof Hold>;

export const NewAdjustment = Type.Object(
  {
    pointsType,
    points: Type.Integer({ minimum: -POINTS_MAX, maximum: POINTS_MAX, description: "To give; below zero: to take." }),
    reason,
  },
  { $id: "NewAdjustment", additionalProperties: false, description: "Points to be given or taken by hand." },
);

export const NewAdjustmentReversal = Type.Object(
  { reason },
  { $id: "NewAdjustmentReversal", additionalProperties: false, description: "Why an adjustment was wrong." },
);

export const Adjustment = Type.Object(
  {
    id: Id("adj", "The adjustment's id."),
    memberId: owned.memberId,
    pointsType,
    points: signed("Given; below zero: taken."),
    reason: Type.String({ description: "Why." }),
    reversesId: Type.Optional(Id("adj", "The adjustment that this one takes back.")),
    reversedById: Type.Optional(Id("adj", "The adjustment that took this one back.")),
    createdAt: Instant("When it was made."),
  },
  { $id: "Adjustment", additionalProperties: false, description: "Points given or taken by hand." },
);
export type Adjustment = Static<typeof Adjustment>;

export const NewTransfer = Type.Object(
  {
    pointsType,
    points,
    toMemberId: Type.String({ maxLength: 64, description: "Who gets them." }),
    reason: Type.Optional(reason),
  },
  { $id: "NewTransfer", additionalProperties: false, description: "Points to be given to another member." },
);

export const Transfer = Type.Object(
  {
    id: Id("trf", "The transfer's id."),
    ...owned,
    toMemberId: Id("mem", "Who gets them."),
    reason: Type.Optional(Type.String({ description: "Why." })),
    flag: Type.Optional(
      OneOf(["circle"] as const, {
        description: "Booked, but worth a look: `circle`, within a day the points come back to who had them.",
      }),
    ),
    createdAt: Instant("When they left; they arrive a moment later."),
  },
  { $id: "Transfer", additionalProperties: false, description: "Points on their way to another member." },
);
export type Transfer = Static<typeof Transfer>;

const memberId = Type.String({ maxLength: 64 });
export const SpendPath = Type.Object(
  { memberId, spendId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
export const HoldPath = Type.Object(
  { memberId, holdId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
export const AdjustmentPath = Type.Object(
  { memberId, adjustmentId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
export const TransferPath = Type.Object(
  { memberId, transferId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
