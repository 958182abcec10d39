import { type Static, Type } from "typebox";
import { Country, Currency, Id, Instant, Language, Line, Timezone, Whole } from "./scalars.ts";

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
    createdAt: Instant("When it was created."),
  },
  { $id: "Tenant", additionalProperties: false, description: "An isolated customer of the platform." },
);
export type Tenant = Static<typeof Tenant>;

export const TenantChange = Type.Object(
  {
    name: Type.Optional(Line("Its name for people.")),
    timezone: Type.Optional(Timezone),
    language: Type.Optional(Language),
    country: Type.Optional(Country),
  },
  {
    $id: "TenantChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What to change; what is not named stays. The currency cannot change: points were counted in it.",
  },
);
export type TenantChange = Static<typeof TenantChange>;
