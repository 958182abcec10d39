// The members' own entrance: what a portal says to strangers, how members sign in, and the tenant's settings of it.
import { consentTopics } from "@fedele/core/consents.ts";
import { languages } from "@fedele/core/sentences.ts";
import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Code, Country, Currency, Day, Id, Instant, Line, OneOf, OrNull, Prose } from "./scalars.ts";

const closed = { additionalProperties: false };
export const CONSENT_TEXT_CHARS_MAX = 2_000;
export const TERMS_CHARS_MAX = 20_000;

/** Whether members say when they were born: not at all, once, or as often as they like. */
export const birthdayPolicies = ["never", "once", "free"] as const;

function textsOf(charsMax: number, description: string) {
  const text = Type.Optional(Prose("What members read in this language.", charsMax));
  return Type.Object(
    { en: text, it: text, ro: text, de: text, cs: text },
    { ...closed, minProperties: 1, description: `${description} In at least one language.` },
  );
}

const version = Code("Which version this is, so that it can be shown later what somebody agreed to.");
const topic = OneOf(consentTopics, { description: "What it is about." });
const mayJoin = Type.Boolean({ description: "Whether somebody who is no member yet can become one here." });
const birthday = OneOf(birthdayPolicies, {
  description: "Whether members say when they were born: `never`, `once`, or as often as they like (`free`).",
});
const color = Type.String({
  pattern: "^#[0-9a-f]{6}$",
  description: "The colour of buttons and of the card. The colour of the text on it follows from it.",
  examples: ["#0b7285"],
});

/** A text with its version, in one language after another. */
type Document = { version: string; texts: Partial<Record<(typeof languages)[number], string>> };

function documentOf(description: string, asked: string) {
  return Type.Unsafe<Document | null>({
    ...Type.Object({ version, texts: textsOf(TERMS_CHARS_MAX, description) }, { ...closed, description: asked }),
    type: ["object", "null"],
  });
}

export const PortalSettings = Type.Object(
  {
    name: Type.Optional(OrNull(Line("What members read above the portal; null or absent: the shop's own name.", 60))),
    mayJoin,
    birthday,
    color,
    terms: documentOf("The terms of the programme.", "What whoever joins agrees to; null: nothing is asked."),
    privacy: Type.Optional(
      documentOf("The privacy notice.", "What members may read of how they are kept; null or absent: nothing."),
    ),
    consents: Type.Array(
      Type.Object({ topic, version, texts: textsOf(CONSENT_TEXT_CHARS_MAX, "What the member agrees to.") }, closed),
      { maxItems: consentTopics.length, description: "What members are asked for. Nothing is agreed to beforehand." },
    ),
  },
  { $id: "PortalSettings", ...closed, description: "What a tenant's portal looks like and lets people do." },
);
export type PortalSettings = Static<typeof PortalSettings>;

export const PortalPath = Type.Object(
  { slug: Type.String({ maxLength: 63, description: "The tenant's slug." }) },
  closed,
);

function shownOf(description: string) {
  return Type.Unsafe<{ version: string; text: string } | null>({
    ...Type.Object({ version, text: Type.String({ description: "What it says." }) }, closed),
    type: ["object", "null"],
    description,
  });
}

export const Portal = Type.Object(
  {
    slug: Type.String({ description: "The tenant's slug, as it stands in addresses." }),
    name: Type.String({ description: "What the portal is called." }),
    logo: OrNull(Type.String({ description: "Where its logo is; null: it has none." })),
    language: OneOf(languages, {
      description: "The language that this reply is in: the best that the reader asked for.",
    }),
    languages: Type.Array(OneOf(languages), { description: "The languages that there are." }),
    country: OrNull(Country),
    currency: Currency,
    timezone: Type.String({ description: "The tenant's time zone.", examples: ["Europe/Rome"] }),
    mayJoin,
    birthday,
    color,
    terms: shownOf("What whoever joins agrees to; null: nothing."),
    privacy: shownOf("The privacy notice; null: there is none."),
    consents: Type.Array(
      Type.Object({ topic, version, text: Type.String({ description: "What is asked." }) }, closed),
      { description: "What members are asked for." },
    ),
  },
  { $id: "Portal", ...closed, description: "What a portal says to whoever comes." },
);
export type Portal = Static<typeof Portal>;

export const LOGO_BYTES_MAX = 65_536;
export const logoTypes = ["image/png", "image/jpeg", "image/webp"] as const;

export const NewLogo = Type.Object(
  {
    type: OneOf(logoTypes, { description: "What kind of picture it is." }),
    picture: Type.String({
      minLength: 1,
      maxLength: Math.ceil(LOGO_BYTES_MAX / 3) * 4,
      pattern: "^[A-Za-z0-9+/]+={0,2}$",
      description: `The picture as base64, at most ${LOGO_BYTES_MAX / 1024} kB.`,
    }),
  },
  { $id: "NewLogo", ...closed, description: "A shop's logo." },
);
export type NewLogo = Static<typeof NewLogo>;

export const LogoBytes = Type.Unsafe<Buffer>({
  description: "A picture.",
  content: Object.fromEntries(logoTypes.map((type) => [type, { schema: { type: "string", format: "binary" } }])),
});

export const PortalText = Type.Object(
  {
    subject: Type.String({
      description: "What it is: terms, privacy, or the topic of a consent.",
      examples: ["terms"],
    }),
    version: Type.String({ description: "Which version." }),
    texts: textsOf(TERMS_CHARS_MAX, "What members were shown."),
    since: Instant("From when on it was shown."),
  },
  { $id: "PortalText", ...closed, description: "A text that members were shown. Its words never change." },
);
export type PortalText = Static<typeof PortalText>;
export const PortalTextPage = Page("PortalTextPage", PortalText);

/** A stylesheet of variables. */
export const StyleText = Type.Unsafe<string>({
  description: "A stylesheet that sets the brand's variables.",
  content: { "text/css": { schema: { type: "string" } } },
});

export const ManifestText = Type.Unsafe<string>({
  description: "A web app's manifest.",
  content: { "application/manifest+json": { schema: { type: "string" } } },
});

export const IconText = Type.Unsafe<string>({
  description: "A picture.",
  content: { "image/svg+xml": { schema: { type: "string" } } },
});

const contact = Type.String({
  minLength: 3,
  maxLength: 320,
  description: "An e-mail address, or a phone number: international, or as it is dialled in the tenant's country.",
  examples: ["ana@example.com"],
});
const sixDigits = Type.String({ pattern: "^[0-9]{6}$", description: "Six digits.", examples: ["123456"] });

export const NewPortalCode = Type.Object(
  { contact },
  { $id: "NewPortalCode", ...closed, description: "Where to send a code." },
);

export const PortalCode = Type.Object(
  {
    goodForMinutes: Type.Integer({ description: "How long a code is good." }),
    kind: OneOf(["email", "phone"] as const, { description: "What the contact was taken for." }),
  },
  { $id: "PortalCode", ...closed, description: "The same for everybody, whether or not somebody is a member." },
);

export const NewPortalSignIn = Type.Object(
  {
    contact,
    code: sixDigits,
    join: Type.Optional(
      Type.Object(
        {
          termsVersion: Type.Optional(Code("The version of the terms that were shown and agreed to.")),
          name: Type.Optional(Line("What to call the member.")),
          birthDate: Type.Optional(Day("When the member was born, where the portal asks.")),
          consents: Type.Optional(
            Type.Array(Type.Object({ topic, version: Code("The version of the text that was shown.") }, closed), {
              maxItems: consentTopics.length,
              description: "What the member agreed to; nothing else is.",
            }),
          ),
        },
        {
          ...closed,
          description: "Who is no member yet becomes one by this. A member signs in, and it is passed over.",
        },
      ),
    ),
  },
  { $id: "NewPortalSignIn", ...closed, description: "The code that came." },
);
export type NewPortalSignIn = Static<typeof NewPortalSignIn>;

export const JoinDue = Type.Object(
  { joinDue: Type.Literal(true, { description: "Send the same code again with `join`; it stays good meanwhile." }) },
  { $id: "JoinDue", ...closed, description: "The code is right, and nobody is a member under this contact yet." },
);

export const MemberSession = Type.Object(
  {
    csrfToken: Type.String({ description: "What a page sends in the header x-csrf-token with whatever it changes." }),
    expiresAt: Instant("Until when the session is good if it is not renewed."),
    isNew: Type.Boolean({ description: "Whether the member joined by this." }),
  },
  {
    $id: "MemberSession",
    ...closed,
    description: "A session; its secret is in the cookie that comes with this reply.",
  },
);

export const NewLinkSignIn = Type.Object(
  { token: Code("What stands behind the # of the link.", 200) },
  { $id: "NewLinkSignIn", ...closed, description: "The link that a till showed." },
);

export const PortalLink = Type.Object(
  {
    id: Id("plk", "Names the link."),
    url: Type.Optional(
      Type.String({
        description: "What to show as a QR code. Shown this once: absent when the request is sent again.",
      }),
    ),
    expiresAt: Instant("Until when it is good, by the wall clock. It is good once."),
  },
  { $id: "PortalLink", ...closed, description: "A link that signs one member's phone in." },
);
