import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Country, Day, Id, Instant, Language, Line, OneOf, OrNull } from "./scalars.ts";

export const IDENTITIES_MAX = 20;

export const identityKinds = ["email", "phone", "qr", "number", "card"] as const;
export type IdentityKind = (typeof identityKinds)[number];

export const memberKinds = ["individual", "corporate"] as const;
export const memberStatuses = ["active", "earn_only", "blocked", "closed"] as const;

const value = Type.String({
  minLength: 1,
  maxLength: 320,
  description:
    "As it was given: an e-mail address; a phone number, international or as it is dialled in the tenant's country; " +
    "what a QR code holds; a partner's own number; the number on a card, old or new.",
  examples: ["ana@example.com"],
});

export const NewIdentity = Type.Object(
  {
    kind: OneOf(identityKinds, { description: "What kind of thing finds the member." }),
    value,
    verified: Type.Optional(
      Type.Boolean({ description: "Whether it was proved to be the member's own. Default: only claimed." }),
    ),
  },
  { $id: "NewIdentity", additionalProperties: false, description: "Something that finds a member." },
);
export type NewIdentity = Static<typeof NewIdentity>;

export const Identity = Type.Object(
  {
    id: Type.String({ description: "Names this identity among those of its member.", examples: ["email_3q2-7w…"] }),
    kind: OneOf(identityKinds),
    value: Type.String({ description: "In its one written form.", examples: ["+390612345678"] }),
    verifiedAt: Type.Optional(Instant("When it was proved to be the member's own; absent while only claimed.")),
    createdAt: Instant("When it was added."),
  },
  { $id: "Identity", additionalProperties: false, description: "Something that finds a member." },
);
export type Identity = Static<typeof Identity>;

export const CardNumber = Type.Object(
  {
    memberId: Id("mem", "Whose card it is."),
    identity: Identity,
    barcode: Type.String({ description: "The number as an EAN-13, an SVG image to print." }),
  },
  { $id: "CardNumber", additionalProperties: false, description: "A number for a card of paper or plastic." },
);

export const IdentityChange = Type.Object(
  { verified: Type.Boolean({ description: "Whether it was proved to be the member's own." }) },
  { $id: "IdentityChange", additionalProperties: false, description: "What changes about an identity." },
);

const kind = OneOf(memberKinds, { description: "A person or a company." });
const status = OneOf(memberStatuses, {
  description:
    "`active` earns and spends, `earn_only` earns, `blocked` does neither for now, `closed` does neither for good.",
});
const name = Line("What to call the member.");
const birthDate = Day("When the member was born. Rules see the month and the day alone.");
const isChild = Type.Boolean({
  description:
    "Whether the member is under age: they earn, and neither use points nor pass them on, and get no marketing. " +
    "A birth date says it by itself, by the age limits; this is for a child whose birth date is not known.",
});

export const NewMember = Type.Object(
  {
    kind: Type.Optional(kind),
    name: Type.Optional(name),
    language: Type.Optional(Language),
    country: Type.Optional(Country),
    birthDate: Type.Optional(birthDate),
    isChild: Type.Optional(isChild),
    identities: Type.Optional(
      Type.Array(NewIdentity, { maxItems: IDENTITIES_MAX, description: "What finds the member; each only once." }),
    ),
  },
  { $id: "NewMember", additionalProperties: false, description: "A member to be enrolled." },
);
export type NewMember = Static<typeof NewMember>;

export const MemberChange = Type.Object(
  {
    status: Type.Optional(status),
    name: Type.Optional(OrNull(name)),
    language: Type.Optional(OrNull(Language)),
    country: Type.Optional(OrNull(Country)),
    birthDate: Type.Optional(OrNull(birthDate)),
    isChild: Type.Optional(isChild),
  },
  {
    $id: "MemberChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What to change; what is not named stays, null empties.",
  },
);
export type MemberChange = Static<typeof MemberChange>;

export const Member = Type.Object(
  {
    id: Id("mem", "The member's id."),
    kind,
    status,
    name: Type.Optional(Type.String({ description: "What to call the member." })),
    language: Type.Optional(Language),
    country: Type.Optional(Country),
    birthDate: Type.Optional(birthDate),
    isChild,
    identities: Type.Array(Identity),
    erased: Type.Optional(
      Type.Boolean({ description: "True once everything personal was destroyed for good; absent otherwise." }),
    ),
    mergedInto: Type.Optional(
      Id("mem", "The member who this one turned out to be, and who has everything now; absent otherwise."),
    ),
    enrolledAt: Instant("When the member joined."),
  },
  { $id: "Member", additionalProperties: false, description: "A person or company that takes part." },
);
export type Member = Static<typeof Member>;

export const MemberPage = Page("MemberPage", Member);

export const MemberPath = Type.Object({ memberId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
export const IdentityPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), identityId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
