import { type Static, Type } from "typebox";
import { Code, Country, Currency, Id, Instant, Language, Line, OneOf, OrNull, Timezone, Whole } from "./scalars.ts";

const limit = (unit: string) =>
  Whole(
    `In ${unit}: how much one person may give or take a member by hand within a day; above it a second person ` +
      "approves. null: without limit.",
  );

export const Demo = Type.Object(
  {
    state: OneOf(["filling", "ready"] as const, { description: "Whether what it tells is still coming in." }),
    done: Whole("How many of its steps are in."),
    of: Whole("How many steps there are; 0: it tells nothing."),
  },
  { $id: "Demo", additionalProperties: false, description: "How far a demo's story has come." },
);
const spendingProof = OneOf(["none", "code_or_qr"] as const, {
  description:
    "What a till or a cashier needs before points are used: nothing, or that the member shows the changing code of " +
    "their own device, or tells a code that was sent to them.",
});

export type Demo = Static<typeof Demo>;

export const Tenant = Type.Object(
  {
    id: Id("ten", "The tenant's id."),
    slug: Type.String({ description: "Its name in addresses.", examples: ["corner-shop"] }),
    name: Type.String({ description: "Its name for people." }),
    currency: Currency,
    timezone: Timezone,
    language: Language,
    country: Type.Optional(Country),
    bucketSpan: Whole("Over how many buckets its members are spread."),
    clockOffsetMs: Type.Integer({ description: "How far its time is ahead of the server's: a demo's test clock." }),
    isDemo: Type.Boolean({
      description: "Whether its clock may be moved: nothing in it is meant. A demo stays one for ever.",
    }),
    demo: Type.Optional(Demo),
    adjustmentLimitPoints: OrNull(limit("points")),
    adjustmentLimitMinor: OrNull(limit("money, at the face value of the points, in minor units")),
    spendingProof,
    createdAt: Instant("When it was created."),
  },
  { $id: "Tenant", additionalProperties: false, description: "An isolated customer of the platform." },
);
export type Tenant = Static<typeof Tenant>;

export const presetChoices = ["points", "stamps", "cashback"] as const;

export const NewTenant = Type.Object(
  {
    name: Line("Its name for people."),
    slug: Type.String({
      minLength: 1,
      maxLength: 63,
      pattern: "^[a-z0-9](-?[a-z0-9])*$",
      description: "Its name in addresses: small letters, digits and single hyphens between them. It never changes.",
      examples: ["corner-shop"],
    }),
    currency: Currency,
    timezone: Timezone,
    language: Type.Optional(Language),
    country: Type.Optional(Country),
    preset: Type.Optional(
      OneOf(presetChoices, {
        description: "What it begins with: points for money, a stamp card, or money back. Default: nothing.",
      }),
    ),
    category: Type.Optional(Code("Of `stamps`: the category of products of which each gives a stamp.")),
  },
  { $id: "NewTenant", additionalProperties: false, description: "A tenant of one's own." },
);
export type NewTenant = Static<typeof NewTenant>;

export const TenantPath = Type.Object(
  { tenantId: Type.String({ maxLength: 64, description: "The tenant's id." }) },
  { additionalProperties: false },
);

const YEAR_SECONDS = 366 * 86_400;

export const ClockJump = Type.Object(
  {
    seconds: Whole("How far the clock jumps forward; a day has 86400.", { minimum: 1, maximum: 10 * YEAR_SECONDS }),
  },
  { $id: "ClockJump", additionalProperties: false, description: "How much time passes in a demo." },
);

export const Clock = Type.Object(
  {
    now: Instant("What time it is in the tenant now."),
    clockOffsetMs: Type.Integer({ description: "How far its time is ahead of the server's." }),
    booked: Whole("For how many members and other things the new date decided something."),
  },
  { $id: "Clock", additionalProperties: false, description: "A tenant's time." },
);

export const TenantChange = Type.Object(
  {
    name: Type.Optional(Line("Its name for people.")),
    timezone: Type.Optional(Timezone),
    language: Type.Optional(Language),
    country: Type.Optional(Country),
    adjustmentLimitPoints: Type.Optional(OrNull(limit("points"))),
    adjustmentLimitMinor: Type.Optional(OrNull(limit("money, at the face value of the points, in minor units"))),
    spendingProof: Type.Optional(spendingProof),
  },
  {
    $id: "TenantChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What to change; what is not named stays. The currency cannot change: points were counted in it.",
  },
);
export type TenantChange = Static<typeof TenantChange>;
