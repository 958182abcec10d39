// Passkeys of staff: what a browser is asked to sign, and what it answers.
import { type Static, Type } from "typebox";
import { Id, Instant, Line } from "./scalars.ts";

const closed = { additionalProperties: false };
/** So many a person may have: a phone, a laptop, a key on the ring, and some more. */
export const PASSKEYS_MAX = 10;
const CREDENTIAL_CHARS_MAX = 1_400;
const ANSWER_CHARS_MAX = 20_000;

function base64url(description: string, maxLength: number) {
  return Type.String({ minLength: 1, maxLength, pattern: "^[A-Za-z0-9_-]+$", description });
}

export const PasskeyChallenge = Type.Object(
  {
    options: Type.Object(
      {},
      { additionalProperties: true, description: "What navigator.credentials takes, as JSON (Web Authentication)." },
    ),
  },
  {
    $id: "PasskeyChallenge",
    ...closed,
    description: "What a passkey is to sign, in this browser, once, within minutes.",
  },
);

const id = base64url("The credential's id.", CREDENTIAL_CHARS_MAX);
const clientDataJSON = base64url("What the browser signed along.", ANSWER_CHARS_MAX);

export const NewPasskey = Type.Object(
  {
    name: Line("What the person calls it, to tell it from others.", 60),
    credential: Type.Object(
      {
        id,
        response: Type.Object(
          { clientDataJSON, attestationObject: base64url("The new key.", ANSWER_CHARS_MAX) },
          { additionalProperties: true },
        ),
      },
      { additionalProperties: true, description: "What the browser answered." },
    ),
  },
  { $id: "NewPasskey", ...closed, description: "A passkey that a browser has made." },
);
export type NewPasskey = Static<typeof NewPasskey>;

export const PasskeySignIn = Type.Object(
  {
    credential: Type.Object(
      {
        id,
        response: Type.Object(
          {
            clientDataJSON,
            authenticatorData: base64url("What the device says of itself.", ANSWER_CHARS_MAX),
            signature: base64url("Its signature.", ANSWER_CHARS_MAX),
            userHandle: base64url("Whose passkey it is.", 100),
          },
          { additionalProperties: true },
        ),
      },
      { additionalProperties: true, description: "What the browser answered." },
    ),
  },
  { $id: "PasskeySignIn", ...closed, description: "A signature of a passkey." },
);
export type PasskeySignIn = Static<typeof PasskeySignIn>;

export const Passkey = Type.Object(
  {
    id: Id("psk", "The passkey's id."),
    name: Type.String({ description: "What the person calls it." }),
    createdAt: Instant("When it was added."),
    usedAt: Type.Optional(Instant("When somebody last came in by it; absent: never.")),
  },
  { $id: "Passkey", ...closed, description: "A passkey: the person and the device in one." },
);
export type Passkey = Static<typeof Passkey>;

export const PasskeyList = Type.Object({ items: Type.Array(Passkey) }, { $id: "PasskeyList", ...closed });
export const PasskeyPath = Type.Object({ passkeyId: Type.String({ description: "The passkey's id." }) }, closed);
