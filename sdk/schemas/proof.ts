import { type Static, Type } from "typebox";
import { memberStatuses } from "./member.ts";
import { Id, Instant, OneOf, OrNull } from "./scalars.ts";

/** How long what was shown is good: as long as somebody stands at a till. */
export const PROOF_MINUTES = 10;

export const NewProof = Type.Object(
  {
    qr: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: "What the member's device shows now: 48 capital letters and digits, new every thirty seconds.",
      }),
    ),
    businessId: Type.Optional(
      Id("mem", "With `qr`: the business whose points they are, where the member may use them as one of its people."),
    ),
    memberId: Type.Optional(Id("mem", "Instead: who told a code that was sent to them.")),
    code: Type.Optional(Type.String({ pattern: "^[0-9]{6}$", description: "With `memberId`: the six digits." })),
  },
  {
    $id: "NewProof",
    additionalProperties: false,
    minProperties: 1,
    description: "How the member shows that they are there: `qr`, or `memberId` and `code`.",
  },
);
export type NewProof = Static<typeof NewProof>;

export const Proof = Type.Object(
  {
    id: Id("prf", "The proof's id."),
    memberId: Id("mem", "Who showed it."),
    name: OrNull(Type.String({ description: "What to call them; null: not known." })),
    method: OneOf(["qr", "code"] as const, { description: "How." }),
    expiresAt: Instant("Until when whoever was shown it may use the member's points, once."),
  },
  { $id: "Proof", additionalProperties: false, description: "That a member is there." },
);

export const SpendingCodeQuery = Type.Object(
  { contactId: Type.Optional(Id("con", "Of a business: which of its people is there, if several may use points.")) },
  { additionalProperties: false },
);

export const SpendingCode = Type.Object(
  {
    memberId: Id("mem", "Whom it was sent to."),
    channel: OneOf(["email"] as const, { description: "By which way." }),
    expiresAt: Instant("Until when it is good."),
  },
  { $id: "SpendingCode", additionalProperties: false, description: "A code that was sent to a member." },
);

export const ShownMember = Type.Object(
  {
    memberId: Id("mem", "The member's id."),
    shownName: OrNull(
      Type.String({
        description: "The first name and an initial, which is what a number that was only typed lets somebody see.",
        examples: ["Ana R."],
      }),
    ),
    status: OneOf(memberStatuses, { description: "Whether they may earn and spend." }),
    needsProof: Type.Boolean({ description: "Whether you need their code before you use their points." }),
  },
  { $id: "ShownMember", additionalProperties: false, description: "As much of a member as a till shows at once." },
);
export type ShownMember = Static<typeof ShownMember>;
