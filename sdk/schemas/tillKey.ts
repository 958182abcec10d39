import { type Static, Type } from "typebox";
import { Page } from "./page.ts";
import { Code, Id, Instant, Line } from "./scalars.ts";

export const NewTillKey = Type.Object(
  {
    name: Line("What the till is called, so that its key can be recognised later.", 100),
    locationId: Id("loc", "Where the till stands. What it records happens there and nowhere else."),
    device: Code(
      "What the till says of itself in the header x-till-device of every request. It is kept as a hash.",
      200,
    ),
  },
  { $id: "NewTillKey", additionalProperties: false, description: "A till's key to be made." },
);
export type NewTillKey = Static<typeof NewTillKey>;

const about = {
  id: Id("tky", "The key's id; it is part of the key and no secret."),
  name: Type.String({ description: "What the till is called." }),
  locationId: Id("loc", "Where the till stands."),
  createdAt: Instant("When it was made."),
  revokedAt: Type.Optional(Instant("When it was revoked; absent while it works.")),
};

export const TillKey = Type.Object(about, {
  $id: "TillKey",
  additionalProperties: false,
  description: "A till's key: it may do what a cashier may, on one device and for one place.",
});
export type TillKey = Static<typeof TillKey>;

export const CreatedTillKey = Type.Object(
  {
    ...about,
    secret: Type.Optional(
      Type.String({
        description: "The whole key to call with. Shown this once: absent when the same request is sent again.",
        examples: ["fedtill_…"],
      }),
    ),
  },
  { $id: "CreatedTillKey", additionalProperties: false, description: "A till's key that was just made." },
);

export const TillKeyPage = Page("TillKeyPage", TillKey);
export const TillKeyPath = Type.Object(
  { tillKeyId: Type.String({ description: "The key's id." }) },
  { additionalProperties: false },
);
