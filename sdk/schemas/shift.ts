// What a till or a person did in a day.
import { type Static, Type } from "typebox";
import { Code, Day, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

const closed = { additionalProperties: false };

/** How many that were undone a report names, of each kind. */
export const UNDONE_MAX = 200;

const signed = (description: string) => Whole(description, { minimum: -Number.MAX_SAFE_INTEGER });

const points = (description: string) =>
  Type.Array(
    Type.Object(
      { pointsType: Type.String({ description: "The code of the points type." }), points: signed("How many.") },
      closed,
    ),
    { description },
  );

const sums = {
  purchases: Whole("How many purchases, those that were undone among them."),
  amountMinor: Whole("What they came to, in minor units of the tenant's currency; those in another one are not in it."),
  returns: Whole("How many times something came back, what was undone among it."),
  returnedMinor: Whole("What came back, in the same money."),
  pointsGiven: points("What the purchases earned, less what returns took back."),
  pointsUsed: points("Points that were used with a proof, a checkout or for a reward, less those given back."),
  rewardsUsed: Whole("How many rewards were used, those that were undone among them."),
  rewardsUndone: Whole("How many of such uses were taken back."),
  joins: Whole("How many became members there."),
};

export const undoneReasons = [
  "wrong_amount",
  "wrong_member",
  "changed_mind",
  "mistake",
  "not_delivered",
  "technical",
] as const;

export const UndoneDeed = Type.Object(
  {
    kind: OneOf(["purchase", "reward"] as const, { description: "What was undone." }),
    document: OrNull(Type.String({ description: "Of a purchase: the name of what took it back." })),
    amountMinor: OrNull(Whole("Of a purchase: how much, in its currency's minor units.")),
    reason: Type.Optional(OneOf(undoneReasons, { description: "Why; absent: nobody said." })),
    at: Instant("When."),
  },
  { $id: "UndoneDeed", ...closed, description: "Something that was taken back a moment later." },
);

export const Shift = Type.Object(
  {
    source: Type.String({ description: "Who told it: the id of a till's key or a person, else a system's own name." }),
    kind: OneOf(["till", "person", "other"] as const, { description: "What it is." }),
    name: OrNull(
      Type.String({ description: "What a till is called; of a person only who may read the staff sees the name." }),
    ),
    ...sums,
    undone: Type.Array(UndoneDeed, { description: "What was taken back, the latest first." }),
  },
  { $id: "Shift", ...closed, description: "What one till or person did in a day." },
);
export type Shift = Static<typeof Shift>;

export const ShiftTotal = Type.Object(sums, { $id: "ShiftTotal", ...closed, description: "All of them together." });

export const ShiftReport = Type.Object(
  {
    day: Day("The day."),
    timezone: Type.String({ description: "In which it is a day: the location's, else the tenant's." }),
    location: OrNull(Type.String({ description: "The code of the only location that it is of; null: of all." })),
    currency: Type.String({ description: "Of the amounts." }),
    items: Type.Array(Shift),
    total: ShiftTotal,
  },
  { $id: "ShiftReport", ...closed, description: "A day at the tills." },
);
export type ShiftReport = Static<typeof ShiftReport>;

/** One document, or the same as a table: what was asked for. */
export const ShiftReportReply = Type.Unsafe<ShiftReport | string>({
  description: "A day at the tills.",
  content: { "application/json": { schema: ShiftReport }, "text/csv": { schema: { type: "string" } } },
});

export const ShiftQuery = Type.Object(
  {
    day: Type.Optional(Day("Which day. Default: today, where the location is.")),
    location: Type.Optional(Code("The code of a location. Default: all.")),
    till: Type.Optional(
      Type.String({ maxLength: 128, description: "Only this till or person, by the id of its key or theirs." }),
    ),
    format: Type.Optional(
      OneOf(["json", "csv"] as const, {
        description: "`json`, the default. `csv`: one line a till or person, and one of all together.",
      }),
    ),
  },
  closed,
);
