import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Id, Instant, Line, OneOf } from "./scalars.ts";

/**
 * What a key may be allowed to do. A key has no more than it was given. `adjustments:write` is what is given by hand
 * (points and tiers); it stands apart, so that a till that may spend a member's points can give none.
 */
export const scopes = [
  "activities:read",
  "activities:write",
  "adjustments:write",
  "audit:read",
  "catalog:read",
  "catalog:write",
  "events:read",
  "checkout:read",
  "checkout:write",
  "health:read",
  "health:write",
  "ledger:read",
  "ledger:write",
  "members:read",
  "members:write",
  "messaging:read",
  "messaging:write",
  "outbox:read",
  "programme:read",
  "programme:write",
  "rewards:read",
  "rewards:write",
  "staff:read",
  "staff:write",
  "tenant:read",
  "tenant:write",
  "webhooks:read",
  "webhooks:write",
] as const;
export type Scope = (typeof scopes)[number];

const Scopes = Type.Array(OneOf(scopes), {
  minItems: 1,
  maxItems: scopes.length,
  uniqueItems: true,
  description: "What the key may do.",
});

export const NewApiKey = Type.Object(
  { name: Line("What the key is for, so that it can be recognised later.", 100), scopes: Scopes },
  { $id: "NewApiKey", additionalProperties: false, description: "An API key to be made." },
);
export type NewApiKey = Static<typeof NewApiKey>;

const about = {
  id: Id("key", "The key's id; it is part of the key and no secret."),
  name: Type.String({ description: "What the key is for." }),
  scopes: Scopes,
  createdAt: Instant("When it was made."),
  revokedAt: Type.Optional(Instant("When it was revoked; absent while it works.")),
};

export const ApiKey = Type.Object(about, { $id: "ApiKey", additionalProperties: false, description: "An API key." });
export type ApiKey = Static<typeof ApiKey>;

export const CreatedApiKey = Type.Object(
  {
    ...about,
    secret: Type.Optional(
      Type.String({
        description: "The whole key to call with. Shown this once: absent when the same request is sent again.",
        examples: ["fed_…"],
      }),
    ),
  },
  { $id: "CreatedApiKey", additionalProperties: false, description: "An API key that was just made." },
);
export type CreatedApiKey = Static<typeof CreatedApiKey>;

export const ApiKeyPage = Page("ApiKeyPage", ApiKey);
