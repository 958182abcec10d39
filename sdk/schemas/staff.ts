import { type Static, Type } from "typebox";
import { scopes } from "./apiKey.ts";
import { Page } from "./page.ts";
import { RoleName } from "./role.ts";
import { Code, Id, Instant, Line, OneOf } from "./scalars.ts";

const closed = { additionalProperties: false };
const personName = Line("What the person is called.", 100);
const email = Type.String({
  minLength: 3,
  maxLength: 254,
  description: "The person's e-mail address. Codes to sign in go there.",
  examples: ["ana@example.com"],
});
const tenantSlug = Code("The tenant's slug.", 63);
const partnerId = Type.Optional(Id("par", 'The partner that the person works for; with the role "partner" alone.'));
const sixDigits = Type.String({ pattern: "^[0-9]{6}$", description: "Six digits.", examples: ["123456"] });

export const Staff = Type.Object(
  {
    id: Id("stf", "The person's id, as the log names who did something."),
    name: personName,
    email,
    role: RoleName,
    partnerId,
    hasSecondFactor: Type.Boolean({ description: "Whether an app's code is asked for at every sign-in." }),
    createdAt: Instant("Since when the person works here."),
  },
  { $id: "Staff", ...closed, description: "Somebody who works for the tenant." },
);
export type Staff = Static<typeof Staff>;
export const StaffPage = Page("StaffPage", Staff);
export const StaffPath = Type.Object({ staffId: Type.String({ description: "The person's id." }) }, closed);

export const StaffChange = Type.Object(
  { role: RoleName, partnerId },
  { $id: "StaffChange", ...closed, description: "Another role for somebody." },
);

export const NewInvitation = Type.Object(
  { name: personName, email, role: RoleName, partnerId },
  { $id: "NewInvitation", ...closed, description: "Somebody to be invited by mail." },
);

export const Invitation = Type.Object(
  {
    id: Id("inv", "The invitation's id."),
    name: personName,
    email,
    role: RoleName,
    partnerId,
    createdAt: Instant("When it was written, by the wall clock."),
    expiresAt: Instant("Until when its link is good."),
    acceptedAt: Type.Optional(Instant("When it was taken up.")),
    revokedAt: Type.Optional(Instant("When it was revoked.")),
  },
  { $id: "Invitation", ...closed, description: "An invitation. Its link stands in the letter alone." },
);
export type Invitation = Static<typeof Invitation>;
export const InvitationPage = Page("InvitationPage", Invitation);
export const InvitationPath = Type.Object(
  { invitationId: Type.String({ description: "The invitation's id." }) },
  closed,
);

export const InvitationAcceptance = Type.Object(
  {
    token: Code("What stands behind the # of the link.", 200),
    name: Type.Optional(personName),
    email: Type.Optional(email),
  },
  {
    $id: "InvitationAcceptance",
    ...closed,
    description: "Takes an invitation up. With an owner's link, which names nobody, say name and e-mail address.",
  },
);

const csrfToken = Type.String({
  description: "What a page sends in the header x-csrf-token with whatever it changes by the session's cookie.",
});
const expiresAt = Instant("Until when the session is good if it is not renewed.");

export const SignedIn = Type.Object(
  {
    secondFactorDue: Type.Boolean({
      description: "True: the session does nothing until POST /v1/second-factors was given the app's code.",
    }),
    csrfToken,
    expiresAt,
  },
  { $id: "SignedIn", ...closed, description: "A session; its secret is in the cookie that comes with this reply." },
);

export const Accepted = Type.Object(
  {
    signedIn: Type.Optional(SignedIn),
  },
  {
    $id: "Accepted",
    ...closed,
    description: "An invitation that was taken up. Without a session: ask for a code and sign in.",
  },
);

export const NewSignInCode = Type.Object(
  { tenant: tenantSlug, email },
  { $id: "NewSignInCode", ...closed, description: "Whom to send a code to." },
);

export const SignInCode = Type.Object(
  { goodForMinutes: Type.Integer({ description: "How long a code is good." }) },
  { $id: "SignInCode", ...closed, description: "The same for everybody, whether or not a code was sent." },
);

export const NewSignIn = Type.Object(
  { tenant: tenantSlug, email, code: sixDigits },
  { $id: "NewSignIn", ...closed, description: "The code that came by mail." },
);

export const SecondFactor = Type.Object(
  { code: sixDigits },
  { $id: "SecondFactor", ...closed, description: "The code that the app shows now." },
);

export const NewTotp = Type.Object(
  {
    secret: Type.String({ description: "What to type into an app that cannot read the address." }),
    uri: Type.String({ description: "What to show as a QR code." }),
  },
  { $id: "NewTotp", ...closed, description: "A secret for an authenticator app. It is shown this once." },
);

export const Session = Type.Object(
  {
    kind: OneOf(["staff", "api_key", "till_key"], { description: "What the request was made with." }),
    actor: Type.String({ description: "How the log names who did something: stf_…, key_… or tky_…" }),
    scopes: Type.Array(OneOf(scopes), { description: "What it may do." }),
    staff: Type.Optional(Staff),
    csrfToken: Type.Optional(csrfToken),
  },
  { $id: "Session", ...closed, description: "Who you are." },
);

export const SessionEnd = Type.Object(
  {
    everywhere: Type.Optional(
      Type.Boolean({ description: "True: every session of the person ends, on every device." }),
    ),
  },
  closed,
);
