// What a member sees and changes of himself. What staff see of the same things is more, and has shapes of its own.
import { consentStates, consentTopics } from "@fedele/core/consents.ts";
import { languages } from "@fedele/core/sentences.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import {
  Code,
  Currency,
  Day,
  Id,
  INTEGER_MAX,
  Instant,
  Language,
  Line,
  OneOf,
  OrNull,
  Prose,
  Whole,
} from "./scalars.ts";

const closed = { additionalProperties: false };
const sixDigits = Type.String({ pattern: "^[0-9]{6}$", description: "Six digits.", examples: ["123456"] });
const contactKind = OneOf(["email", "phone"] as const, { description: "What it is." });
const contactText = Type.String({
  minLength: 3,
  maxLength: 320,
  description: "An e-mail address, or a phone number: international, or as it is dialled in the tenant's country.",
  examples: ["ana@example.com"],
});

const OwnContact = Type.Object(
  {
    id: Type.String({ description: "Names it among the member's own.", examples: ["email_3q2-7w…"] }),
    kind: contactKind,
    value: Type.String({ description: "In its one written form." }),
    isVerified: Type.Boolean({ description: "Whether it was proved to be the member's own." }),
  },
  closed,
);

export const Me = Type.Object(
  {
    id: Id("mem", "The member's id."),
    name: OrNull(Type.String({ description: "What to call the member; null: nobody said." })),
    language: OrNull(Language),
    birthDate: OrNull(Day("When the member was born; null: nobody said.")),
    mayChangeBirthDate: Type.Boolean({ description: "Whether the member may say so himself, now." }),
    contacts: Type.Array(OwnContact, { description: "Where the member is reached." }),
    enrolledAt: Instant("When the member joined."),
    restsUntil: OrNull(Instant("Until when points cannot be used, because a contact was changed; null: they can.")),
    csrfToken: Type.String({ description: "What a page sends in the header x-csrf-token with whatever it changes." }),
  },
  { $id: "Me", ...closed, description: "Whoever asks." },
);
export type Me = Static<typeof Me>;

export const MeChange = Type.Object(
  {
    name: Type.Optional(OrNull(Line("What to call the member."))),
    language: Type.Optional(OneOf(languages, { description: "The language of letters and of the portal." })),
    birthDate: Type.Optional(Day("When the member was born, where the portal lets members say so.")),
  },
  { $id: "MeChange", ...closed, minProperties: 1, description: "What to change; what is not named stays." },
);
export type MeChange = Static<typeof MeChange>;

const OwnSession = Type.Object(
  {
    id: Id("ses", "The session's id."),
    device: Type.String({ description: "The browser and the system, as the browser told.", examples: ["Safari, iOS"] }),
    isCurrent: Type.Boolean({ description: "Whether it is the one that asks." }),
    signedInAt: Instant("When it began, by the wall clock."),
    renewedAt: Instant("When it was last renewed: about when it was last used."),
  },
  closed,
);
export const OwnSessionList = Type.Object(
  { items: Type.Array(OwnSession) },
  { $id: "OwnSessionList", ...closed, description: "Where the member is signed in." },
);
export const OwnSessionPath = Type.Object({ sessionId: Type.String({ maxLength: 64 }) }, closed);
export const OwnSessionEnd = Type.Object(
  { everywhere: Type.Optional(Type.Boolean({ description: "True: on every device." })) },
  closed,
);

/** How long a member's stream goes on at most before their page connects anew. */
export const OWN_STREAM_SECONDS_MAX = 600;

export const OwnStreamQuery = Type.Object(
  {
    seconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: OWN_STREAM_SECONDS_MAX,
        default: OWN_STREAM_SECONDS_MAX,
        description: "After how many seconds the stream ends at the latest; connect again then.",
      }),
    ),
  },
  closed,
);

export const OwnCard = Type.Object(
  {
    id: Id("crd", "The card's id; it stands in its codes."),
    key: Type.String({ description: "The key of its codes, 32 bytes in base64url. Shown this once." }),
  },
  { $id: "OwnCard", ...closed, description: "The card of one device." },
);

const topic = OneOf(consentTopics, { description: "What it is about." });
export const OwnConsent = Type.Object(
  {
    topic,
    state: OneOf([...consentStates, "never_asked"] as const, { description: "The member's last word." }),
    since: OrNull(Instant("When they said it; null: never.")),
    version: OrNull(Type.String({ description: "Which text would be agreed to; null: this is not asked for." })),
    text: OrNull(Type.String({ description: "That text, in the reader's language." })),
  },
  { $id: "OwnConsent", ...closed, description: "What holds of one topic." },
);
export const OwnConsentList = Type.Object(
  { items: Type.Array(OwnConsent) },
  { $id: "OwnConsentList", ...closed, description: "What the member agrees to, topic by topic." },
);
export const NewOwnConsent = Type.Object(
  {
    topic,
    state: OneOf(consentStates, { description: "Agree, or take it back." }),
    version: Type.Optional(Code("Which text was agreed to: the one that is asked for now.")),
  },
  { $id: "NewOwnConsent", ...closed, description: "A word of the member's." },
);

export const NewContactCode = Type.Object(
  {
    contact: contactText,
    replaces: Type.Optional(Type.String({ maxLength: 64, description: "The id of the contact that goes for it." })),
  },
  { $id: "NewContactCode", ...closed, description: "A contact to be added, or put in another's place." },
);
export const ContactCode = Type.Object(
  {
    goodForMinutes: Type.Integer({ description: "How long the codes are good." }),
    needsOldCode: Type.Boolean({ description: "Whether a second code went to a contact that was proved before." }),
  },
  { $id: "ContactCode", ...closed, description: "The same whether or not the contact is somebody else's." },
);
export const NewContact = Type.Object(
  {
    contact: contactText,
    replaces: Type.Optional(Type.String({ maxLength: 64, description: "The id of the contact that goes for it." })),
    code: sixDigits,
    oldCode: Type.Optional(sixDigits),
  },
  { $id: "NewOwnContact", ...closed, description: "The codes that came to the new contact, and to the one before." },
);

export const ClosureCode = Type.Object(
  {
    goodForMinutes: Type.Integer({ description: "How long the code is good." }),
    isNeeded: Type.Boolean({ description: "False: nowhere to send one; the account closes without." }),
  },
  { $id: "ClosureCode", ...closed, description: "That a code is on its way." },
);
export const NewClosure = Type.Object(
  { code: Type.Optional(sixDigits) },
  { $id: "NewClosure", ...closed, description: "The member's own end of the membership. It cannot be undone." },
);

export const NewMissingPurchase = Type.Object(
  {
    on: Day("On which day."),
    place: Type.Optional(Line("Where, in the member's words.")),
    amountMinor: Type.Optional(Whole("For how much, in minor units of the tenant's currency.", { minimum: 1 })),
    receipt: Type.Optional(Line("What the receipt's number is.", 64)),
    text: Type.Optional(Prose("What else there is to say.", 500)),
  },
  { $id: "NewMissingPurchase", ...closed, description: "A purchase that brought no points." },
);
export type NewMissingPurchase = Static<typeof NewMissingPurchase>;
export const MissingPurchase = Type.Object(
  {
    id: Id("tsk", "Names it, for staff too."),
    status: OneOf(["open", "done", "cancelled"] as const, { description: "Whether somebody has seen to it." }),
    text: OrNull(Type.String({ description: "What was said." })),
    answerBy: Day("By when somebody will see to it."),
    createdAt: Instant("When it was said."),
  },
  { $id: "MissingPurchase", ...closed, description: "A purchase that somebody misses." },
);
export const MissingPurchaseList = Type.Object(
  { items: Type.Array(MissingPurchase) },
  { $id: "MissingPurchaseList", ...closed, description: "The latest first." },
);

const TierName = Type.Object(
  { code: Type.String({ description: "The tier's code." }), name: Type.String({ description: "What it is called." }) },
  closed,
);
const tierOrNull = (description: string) =>
  Type.Unsafe<Static<typeof TierName> | null>({ ...TierName, type: ["object", "null"], description });
export const OwnTier = Type.Object(
  {
    tier: tierOrNull("The tier that counts now; null: the programme has none."),
    until: OrNull(Instant("Until when it is good without doing more; null: for ever.")),
    fallsTo: tierOrNull("The tier that waits behind the days of grace; null: none."),
    nextTier: tierOrNull("The tier above; null: there is none."),
    metric: Type.String({ description: "What is counted.", examples: ["spend"] }),
    progress: Type.Integer({ description: "What was counted in this period; money in minor units." }),
    from: Type.Integer({ description: "Where the tier begins that was earned." }),
    to: OrNull(Whole("Where the next tier begins; null: there is none.")),
    missing: OrNull(Whole("How much is missing to it.")),
    toKeep: OrNull(Whole("How much is missing to keep the tier beyond `until`; null: nothing, or it never ends.")),
    currency: Currency,
  },
  { $id: "OwnTier", ...closed, description: "How far the member has come." },
);
export type OwnTier = Static<typeof OwnTier>;

const signed = (description: string) => Type.Integer({ minimum: -INTEGER_MAX, maximum: INTEGER_MAX, description });
export const ownKinds = [
  "enrolled",
  "purchase",
  "return",
  "visit",
  "use",
  "share",
  "referral",
  "review",
  "answer",
  "custom",
  "tier_change",
  "spend",
  "spend_reversal",
  "adjustment",
  "adjustment_reversal",
  "transfer",
  "expiry",
  "reinstatement",
  "debt_payment",
  "closure",
  "top_up",
  "reward_issued",
  "reward_used",
  "reward_given",
  "reward_cancelled",
] as const;
export const OwnTimelineItem = Type.Object(
  {
    id: Type.String({ description: "Names this line." }),
    kind: OneOf(ownKinds, { description: "What happened." }),
    at: Instant("When."),
    points: Type.Array(
      Type.Object(
        {
          pointsType: Type.String({ description: "The code of the points type." }),
          points: signed("How many came, or below zero: went."),
          activatesAt: Type.Optional(Instant("From when they can be used; absent: at once.")),
          expiresAt: Type.Optional(Instant("When they are gone unless they are used.")),
        },
        closed,
      ),
      { description: "What it did to the member's points." },
    ),
    why: Type.Array(
      Type.Object(
        {
          name: Type.String({ description: "What the rule is called." }),
          sentence: Type.String({ description: "What it says, in the reader's language." }),
          points: signed("How many points it gave."),
        },
        closed,
      ),
      { description: "Which rule gave which points." },
    ),
    activityId: Type.Optional(Id("act", "The activity, to be asked about.")),
    amountMinor: Type.Optional(signed("Of a purchase: for how much, in minor units.")),
    currency: Type.Optional(Currency),
    before: Type.Optional(OrNull(Type.String({ description: "Of a step between tiers: the tier before." }))),
    after: Type.Optional(OrNull(Type.String({ description: "Of a step between tiers: the tier after." }))),
    rewardName: Type.Optional(Type.String({ description: "Of a reward: what it is called." })),
  },
  { $id: "OwnTimelineItem", ...closed, description: "Something that happened." },
);
export type OwnTimelineItem = Static<typeof OwnTimelineItem>;
export const OwnTimelinePage = Page("OwnTimelinePage", OwnTimelineItem);
export const OwnPageQuery = Type.Object(pageQuery, closed);
export const OwnActivityPath = Type.Object({ activityId: Type.String({ maxLength: 64 }) }, closed);
