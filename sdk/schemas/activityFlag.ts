// Purchases that somebody should look at.
import { velocityKinds } from "@fedele/core/velocity.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

export const flagKind = OneOf(velocityKinds, {
  description:
    "`receipts_per_till`: more receipts of one member at one till than usual. `receipts`: more than usual wherever. " +
    "`points`: more points earned than usual.",
});

export const ActivityFlag = Type.Object(
  {
    activityId: Id("act", "The purchase with which it became too much."),
    memberId: Id("mem", "Whose it is."),
    kind: flagKind,
    counted: Whole("How many there were within the minutes."),
    bound: Whole("How many are usual, as the programme said then."),
    minutes: Whole("Within how many minutes."),
    locationId: OrNull(Id("loc", "Where it was; null: not said.")),
    createdAt: Instant("When it was noted."),
  },
  {
    $id: "ActivityFlag",
    additionalProperties: false,
    description: "A member bought, or earned, faster than the programme takes for usual. Nothing was refused.",
  },
);
export type ActivityFlag = Static<typeof ActivityFlag>;

export const ActivityFlagPage = Page("ActivityFlagPage", ActivityFlag);
export const ActivityFlagQuery = Type.Object(pageQuery, { additionalProperties: false });
