import { type Static, Type } from "typebox";
import { NewActivity } from "./activity.ts";
import { NewIdentity } from "./member.ts";
import { Page } from "./page.ts";
import { Country, Id, Instant, Language, Line, OneOf } from "./scalars.ts";

export const INBOUND_SOURCES_MAX = 20;

export const NewInboundSource = Type.Object(
  { name: Line("Which system it is, so that it can be recognised later.", 100) },
  { $id: "NewInboundSource", additionalProperties: false, description: "A system that is to tell what happens." },
);

const about = {
  id: Id("inb", "The source's id."),
  name: Type.String({ description: "Which system it is." }),
  url: Type.String({
    description: "Where it calls.",
    examples: ["https://loyalty.example.com/v1/inbound/ten_…/inb_…"],
  }),
  previousUntil: Type.Optional(Instant("Until when the secret before is good as well; absent where there is none.")),
  createdAt: Instant("When it was made."),
};

export const InboundSource = Type.Object(about, {
  $id: "InboundSource",
  additionalProperties: false,
  description: "A system that tells what happens by signed calls.",
});
export type InboundSource = Static<typeof InboundSource>;
export const InboundSourcePage = Page("InboundSourcePage", InboundSource);

export const InboundSecret = Type.Object(
  {
    ...about,
    secret: Type.Optional(
      Type.String({
        description: "What calls are signed with. Shown this once: absent when the same request is sent again.",
        examples: ["whsec_…"],
      }),
    ),
  },
  { $id: "InboundSecret", additionalProperties: false, description: "A source with a secret that was just made." },
);

export const InboundSourcePath = Type.Object(
  { inboundSourceId: Type.String({ maxLength: 64, description: "The source's id." }) },
  { additionalProperties: false },
);

const MemberUpsert = Type.Object(
  {
    identity: NewIdentity,
    name: Type.Optional(Line("What to call the member.")),
    language: Type.Optional(Language),
    country: Type.Optional(Country),
  },
  {
    $id: "MemberUpsert",
    additionalProperties: false,
    description: "Whoever has this identity is changed; where nobody has it, somebody is enrolled with it.",
  },
);

export const InboundCall = Type.Object(
  {
    type: OneOf(["activity.record", "member.upsert"] as const, { description: "What is told." }),
    activity: Type.Optional(NewActivity),
    member: Type.Optional(MemberUpsert),
  },
  {
    $id: "InboundCall",
    additionalProperties: false,
    description: "One thing that happened: `activity` of the type `activity.record`, `member` of `member.upsert`.",
  },
);
export type InboundCall = Static<typeof InboundCall>;

export const InboundPath = Type.Object(
  {
    tenantId: Type.String({ maxLength: 64, description: "The tenant's id." }),
    inboundSourceId: Type.String({ maxLength: 64, description: "The source's id." }),
  },
  { additionalProperties: false },
);

export const InboundAnswer = Type.Object(
  { state: OneOf(["done", "heard_before"] as const, { description: "Whether it was done now, or had been before." }) },
  { $id: "InboundAnswer", additionalProperties: false, description: "What came of a call." },
);
