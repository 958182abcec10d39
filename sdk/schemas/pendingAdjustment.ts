import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Code, Id, INTEGER_MAX, Instant, Line, OneOf, OrNull } from "./scalars.ts";

export const PendingAdjustment = Type.Object(
  {
    id: Id("pen", "Its id while it waits; what is booked in the end has one of its own."),
    memberId: Id("mem", "Whose points."),
    pointsType: Code("The code of the points type.", 32),
    points: Type.Integer({
      minimum: -INTEGER_MAX,
      maximum: INTEGER_MAX,
      description: "To be given; below zero: to be taken.",
    }),
    reason: OrNull(Type.String({ description: "Why; null: the member was erased." })),
    reversesId: Type.Optional(Id("adj", "The adjustment that it would take back.")),
    status: OneOf(["waiting", "approved", "refused", "expired"] as const, { description: "What became of it." }),
    askedBy: Type.String({ description: "Who asked for it." }),
    decidedBy: Type.Optional(Type.String({ description: "Who approved or refused it: never who asked." })),
    refusal: Type.Optional(OrNull(Type.String({ description: "Why it was refused; null: the member was erased." }))),
    adjustmentId: Type.Optional(Id("adj", "What was booked when it was approved.")),
    expiresAt: Instant("Until when it can be decided."),
    createdAt: Instant("When it was asked for."),
    decidedAt: Type.Optional(Instant("When it was decided, or found to have expired.")),
  },
  {
    $id: "PendingAdjustment",
    additionalProperties: false,
    description: "Points by hand that wait for a second person. Nothing is booked before.",
  },
);
export type PendingAdjustment = Static<typeof PendingAdjustment>;

export const PendingAdjustmentPage = Page("PendingAdjustmentPage", PendingAdjustment);

export const PendingAdjustmentQuery = Type.Object(
  {
    ...pageQuery,
    waiting: Type.Optional(
      Type.Boolean({ description: "false: those that were decided or expired too. Default: only those that wait." }),
    ),
  },
  { additionalProperties: false },
);

export const PendingAdjustmentPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), pendingId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);

export const NewRefusal = Type.Object(
  { reason: Line("Why it is refused.") },
  { $id: "NewRefusal", additionalProperties: false, description: "Why an adjustment is refused." },
);
