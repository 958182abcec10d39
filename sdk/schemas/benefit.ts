import { benefitPeriods } from "@fedele/core/benefits.ts";
import { type Static, Type } from "typebox";
import { TIERS_MAX } from "./programme.ts";
import { Gift } from "./reward.ts";
import { Code, Id, Instant, Line, OneOf, OrNull, Whole } from "./scalars.ts";

/** How often a benefit can be used in a period where that is limited. */
export const BENEFIT_USES_MAX = 10_000;

const code = Code("The code by which tills and members name the benefit.");
const name = Line("What it is called.");
const tiers = Type.Array(Code("The code of a tier.", 32), {
  minItems: 1,
  maxItems: TIERS_MAX,
  uniqueItems: true,
  description: "The tiers that it comes with.",
});
const period = OneOf(benefitPeriods, { description: "Its uses are counted anew in each, by the tenant's calendar." });
const usesMax = OrNull(Whole("How often in a period; null: without limit.", { minimum: 1, maximum: BENEFIT_USES_MAX }));

export const NewBenefit = Type.Object(
  { code, name, tiers, gift: Gift, period, usesMax: Type.Optional(usesMax) },
  { $id: "NewBenefit", additionalProperties: false, description: "A right that comes with a tier, to be added." },
);
export type NewBenefit = Static<typeof NewBenefit>;

const about = { id: Id("ben", "The benefit's id."), code, name, tiers, gift: Gift, period, usesMax };

export const Benefit = Type.Object(
  {
    ...about,
    status: OneOf(["live", "ended"] as const, { description: "Whether it can still be used." }),
    createdAt: Instant("When it was added."),
  },
  { $id: "Benefit", additionalProperties: false, description: "A right that comes with a tier." },
);
export type Benefit = Static<typeof Benefit>;

export const BenefitList = Type.Object(
  { items: Type.Array(Benefit) },
  { $id: "BenefitList", additionalProperties: false, description: "The benefits of the programme." },
);

export const HeldBenefit = Type.Object(
  {
    ...about,
    periodStart: Instant("When the period began."),
    validUntil: Instant("When the period ends, exclusive: until then it can be used, whatever becomes of the tier."),
    used: Whole("How often it was used in this period."),
    left: OrNull(Whole("How often it can still be used in this period; null: without limit.")),
  },
  { $id: "HeldBenefit", additionalProperties: false, description: "A benefit that a member has now." },
);
export type HeldBenefit = Static<typeof HeldBenefit>;

export const HeldBenefitList = Type.Object(
  { items: Type.Array(HeldBenefit) },
  { $id: "HeldBenefitList", additionalProperties: false, description: "What a member's tier entitles to now." },
);

export const NewBenefitUse = Type.Object(
  { benefit: code },
  { $id: "NewBenefitUse", additionalProperties: false, description: "The benefit that a member uses." },
);

export const BenefitPath = Type.Object({ benefitId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
