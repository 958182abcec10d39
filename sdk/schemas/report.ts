import { counterAccounts } from "@fedele/core/ledger.ts";
import { type Static, Type } from "typebox";
import { FaceValue } from "./ledger.ts";
import { Code, Currency, Day, Id, INTEGER_MAX, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

const signed = (description: string) => Type.Integer({ minimum: -INTEGER_MAX, maximum: INTEGER_MAX, description });

const MonthPoints = Type.Object(
  {
    month: Type.String({
      pattern: "^\\d{4}-\\d{2}$",
      description: "The month in the tenant's time zone.",
      examples: ["2026-03"],
    }),
    points: Whole("How many points are gone by its end unless they are used."),
  },
  { additionalProperties: false },
);

export const Liability = Type.Object(
  {
    pointsType: Code("The code of the points type.", 32),
    outstanding: Type.Integer({
      minimum: -INTEGER_MAX,
      maximum: INTEGER_MAX,
      description: "What members have: spendable + pending + held − debt. The same as all entries to this moment.",
    }),
    spendable: Whole("What can be used now."),
    pending: Whole("Earned, but not usable yet."),
    held: Whole("Reserved."),
    debt: Whole("Taken back although it was used already; the next points pay it off."),
    expiring: Type.Array(MonthPoints, {
      description:
        "The points by the month in which they end, earliest first, at most 24 months. What a reservation keeps " +
        "beyond its date stands in the current month.",
    }),
    later: Whole("Points that end after the months told."),
    never: Whole("Points that do not end."),
  },
  {
    $id: "Liability",
    additionalProperties: false,
    description: "The outstanding points of one type: the months, later and never, less debt, are outstanding too.",
  },
);
export type Liability = Static<typeof Liability>;

export const LiabilityReport = Type.Object(
  { at: Instant("The moment it is true of, in the tenant's time."), items: Type.Array(Liability) },
  { $id: "LiabilityReport", additionalProperties: false, description: "The points that are outstanding, by type." },
);

const PointsCost = Type.Object(
  {
    pointsType: Code("The code of the points type.", 32),
    outstanding: signed("The points that are outstanding: the same as in the report on them."),
    faceValue: OrNull(FaceValue),
    worthMinor: OrNull(signed("What they are worth at face value; null: nobody has said what they are worth.")),
  },
  { additionalProperties: false },
);

export const CostReport = Type.Object(
  {
    at: Instant("The moment it is true of, in the tenant's time."),
    currency: Currency,
    points: Type.Array(PointsCost, { description: "What members could still use, by points type." }),
    pointsMinor: signed("What the outstanding points of all types that have a face value are worth."),
    discounts: Type.Object(
      {
        month: Type.String({
          pattern: "^\\d{4}-\\d{2}$",
          description: "The current month in the tenant's time zone.",
          examples: ["2026-03"],
        }),
        rewards: Whole("How many rewards that take an amount of money off were used in it so far."),
        amountMinor: Whole("How much they took off."),
      },
      { additionalProperties: false, description: "What was given this month." },
    ),
  },
  {
    $id: "CostReport",
    additionalProperties: false,
    description: "What the programme costs, in minor units of the tenant's currency.",
  },
);
export type CostReport = Static<typeof CostReport>;

export const ReconciliationQuery = Type.Object(
  {
    from: Day("The first day, in the tenant's time zone."),
    to: Day("The last day, which belongs to the period too."),
  },
  { additionalProperties: false },
);

export const Reconciliation = Type.Object(
  {
    pointsType: Code("The code of the points type.", 32),
    partnerId: Type.Optional(Id("par", "On whose account; absent: the operator's.")),
    opening: signed("What members had of it when the period began."),
    movements: Type.Array(
      Type.Object(
        {
          account: OneOf(counterAccounts, { description: "The counter-account." }),
          points: signed("What came onto wallets from it; below zero: what went there."),
        },
        { additionalProperties: false },
      ),
      { description: "What was booked in the period, one sum for each counter-account that moved." },
    ),
    closing: signed("What members had at its end: opening and all movements together."),
  },
  { $id: "Reconciliation", additionalProperties: false, description: "One points type on one partner's account." },
);
export type Reconciliation = Static<typeof Reconciliation>;

export const ReconciliationReport = Type.Object(
  { items: Type.Array(Reconciliation) },
  {
    $id: "ReconciliationReport",
    additionalProperties: false,
    description: "From the points at the beginning of a period to those at its end.",
  },
);
