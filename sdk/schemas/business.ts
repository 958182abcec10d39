import { BUSINESS_LEVELS_MAX } from "@fedele/core/businesses.ts";
import { type Static, Type } from "typebox";
import { Code, Id, Instant, Line, OrNull } from "./scalars.ts";

/** How many people act for one business. */
export const CONTACTS_MAX = 100;
/** How many businesses are told of that stand directly below one. */
export const SUBSIDIARIES_MAX = 100;

const parentId = Id("mem", `The business above it. There are at most ${BUSINESS_LEVELS_MAX} levels.`);
const accountManager = Code("Who looks after it: the id of a member of staff, as the tenant has it.", 100);
const legalName = Line("Its name as it is registered. Kept sealed.");
const vatNumber = Code("Its VAT number. Kept sealed.", 20);
const registration = Line("Its number in a register of companies. Kept sealed.", 100);

export const BusinessChange = Type.Object(
  {
    parentId: Type.Optional(OrNull(parentId)),
    accountManager: Type.Optional(OrNull(accountManager)),
    legalName: Type.Optional(OrNull(legalName)),
    vatNumber: Type.Optional(OrNull(vatNumber)),
    registration: Type.Optional(OrNull(registration)),
  },
  {
    $id: "BusinessChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What to change of a business; what is not named stays, null empties.",
  },
);
export type BusinessChange = Static<typeof BusinessChange>;

export const Business = Type.Object(
  {
    memberId: Id("mem", "The member of the kind `corporate` that it is."),
    parentId: OrNull(parentId),
    accountManager: OrNull(accountManager),
    legalName: OrNull(Type.String({ description: "Its name as it is registered." })),
    vatNumber: OrNull(Type.String({ description: "Its VAT number." })),
    registration: OrNull(Type.String({ description: "Its number in a register of companies." })),
    above: Type.Array(Id("mem", "A business above it."), { description: "The businesses above it, from below." }),
    subsidiaries: Type.Array(Id("mem", "A business below it."), {
      description: `The businesses directly below it, the latest first; at most ${SUBSIDIARIES_MAX} are told of.`,
    }),
  },
  { $id: "Business", additionalProperties: false, description: "What is known of a member that is a business." },
);
export type Business = Static<typeof Business>;

const rights = {
  mayEarn: Type.Boolean({
    description: "Whether what they do earns for the business: their e-mail and phone then find it.",
  }),
  maySpend: Type.Boolean({
    description:
      "Whether they may use its points: at a till only who may is sent a code, or believed by the code of a device.",
  }),
};
const role = Line("What they are there: a buyer, the owner, …", 100);

export const NewContact = Type.Object(
  {
    name: Line("What to call them. Kept sealed with the business's key."),
    email: Type.Optional(Type.String({ minLength: 1, maxLength: 320, description: "Their e-mail address; sealed." })),
    phone: Type.Optional(Type.String({ minLength: 1, maxLength: 64, description: "Their phone number; sealed." })),
    role: Type.Optional(role),
    memberId: Type.Optional(
      Id("mem", "The member that they are themselves, with points of their own. Their e-mail then finds that member."),
    ),
    ...{ mayEarn: Type.Optional(rights.mayEarn), maySpend: Type.Optional(rights.maySpend) },
  },
  {
    $id: "NewContact",
    additionalProperties: false,
    description: "Somebody who acts for a business. Default: they earn for it, and use no points.",
  },
);
export type NewContact = Static<typeof NewContact>;

export const Contact = Type.Object(
  {
    id: Id("con", "The contact's id."),
    name: OrNull(Type.String({ description: "What to call them; null once the business was erased." })),
    email: OrNull(Type.String({ description: "Their e-mail address in its one written form." })),
    phone: OrNull(Type.String({ description: "Their phone number in its one written form." })),
    role: OrNull(role),
    memberId: OrNull(Id("mem", "The member that they are themselves; null: none.")),
    ...rights,
    addedAt: Instant("When they were added."),
  },
  { $id: "Contact", additionalProperties: false, description: "Somebody who acts for a business." },
);
export type Contact = Static<typeof Contact>;

export const ContactList = Type.Object(
  { items: Type.Array(Contact) },
  { $id: "ContactList", additionalProperties: false, description: `All of them, at most ${CONTACTS_MAX}.` },
);

export const ContactPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), contactId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
