import { consentStates, consentTopics } from "@fedele/core/consents.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Code, Id, Instant, OneOf, OrNull } from "./scalars.ts";

const topic = OneOf(consentTopics, {
  description:
    "What it is about: being written to by `email`, `sms`, `push` or `post`, being called by `phone`, being grouped " +
    "by what one does (`profiling`), being told to other firms (`partners`).",
});
const state = OneOf(consentStates, { description: "Whether the member agreed, or took it back." });
const source = OneOf(["form", "till", "call", "letter", "link", "import", "staff"] as const, {
  description: "By which way the member said it: a form of the shop's, the till, a `link` in a message, and so on.",
});

const DoubleOptIn = Type.Object(
  {
    askedAt: Instant("When the member was asked to confirm."),
    confirmedAt: Instant("When they did."),
  },
  { additionalProperties: false, description: "That the member confirmed it by what only they receive." },
);

export const NewConsent = Type.Object(
  {
    topic,
    state,
    source,
    at: Type.Optional(Instant("When the member said it. Default: now.")),
    textVersion: Type.Optional(
      Code("Which text the member agreed to, as the tenant names it. Whoever grants must be able to show it."),
    ),
    doubleOptIn: Type.Optional(DoubleOptIn),
    address: Type.Optional(
      Type.String({
        minLength: 2,
        maxLength: 45,
        description: "The IP address that it came from. A keyed hash of it is kept, and the address is not.",
      }),
    ),
  },
  { $id: "NewConsent", additionalProperties: false, description: "What a member agrees to, or takes back." },
);
export type NewConsent = Static<typeof NewConsent>;

export const Consent = Type.Object(
  {
    id: Id("cns", "Names this word of the member's."),
    topic,
    state,
    at: Instant("When the member said it."),
    source,
    textVersion: OrNull(Type.String({ description: "The text that was agreed to; null where none was given." })),
    askedAt: OrNull(Instant("When the member was asked to confirm; null without a double opt-in.")),
    confirmedAt: OrNull(Instant("When they confirmed; null without a double opt-in.")),
    hasAddress: Type.Boolean({ description: "Whether a hash of the address that it came from is kept." }),
    recordedBy: Type.String({ description: "Who told us: an API key or another actor." }),
    recordedAt: Instant("When we were told."),
  },
  { $id: "Consent", additionalProperties: false, description: "What a member said, with the evidence." },
);
export type Consent = Static<typeof Consent>;
export const ConsentPage = Page("ConsentPage", Consent);

const Standing = Type.Object(
  {
    topic,
    isGranted: Type.Boolean({ description: "Whether it may be acted upon now. Of a child never." }),
    state: OneOf([...consentStates, "never_asked"] as const, { description: "The member's last word." }),
    since: OrNull(Instant("When they said it; null: never.")),
  },
  { $id: "ConsentStanding", additionalProperties: false, description: "What holds of one topic." },
);

export const ConsentStandings = Type.Object(
  { items: Type.Array(Standing) },
  { $id: "ConsentStandings", additionalProperties: false, description: "What holds of every topic." },
);
export type ConsentStandings = Static<typeof ConsentStandings>;

export const ConsentPageQuery = Type.Object(pageQuery, { additionalProperties: false });
