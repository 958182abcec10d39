import { AGE_LIMIT_DEFAULT } from "@fedele/core/age.ts";
import { type Static, Type } from "typebox";
import { Country, Id, Instant, Whole } from "./scalars.ts";

/** Every country there is, and some. */
export const COUNTRIES_MAX = 300;
export const AGE_YEARS_MAX = 25;

const years = (description: string) => Whole(description, { maximum: AGE_YEARS_MAX });

export const AgeLimits = Type.Object(
  {
    usual: years(`With how many years members are of age. Until somebody says otherwise ${AGE_LIMIT_DEFAULT}.`),
    countries: Type.Array(
      Type.Object(
        { country: Country, years: years("With how many years members of this country are of age.") },
        { additionalProperties: false },
      ),
      { maxItems: COUNTRIES_MAX, description: "Where it is otherwise; each country once." },
    ),
  },
  {
    $id: "AgeLimits",
    additionalProperties: false,
    description:
      "When members are of age: before that they earn, neither use points nor pass them on, and get no marketing. " +
      "A member's country counts, or the tenant's. A change counts for members who are enrolled or changed after it.",
  },
);
export type AgeLimits = Static<typeof AgeLimits>;

export const Guardian = Type.Object(
  {
    memberId: Id("mem", "The guardian, who is a member."),
    addedAt: Instant("Since when."),
  },
  { $id: "Guardian", additionalProperties: false, description: "A member who looks after another." },
);

export const GuardianList = Type.Object(
  { items: Type.Array(Guardian) },
  { $id: "GuardianList", additionalProperties: false },
);
export type GuardianList = Static<typeof GuardianList>;

export const GuardianPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), guardianId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
