import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, OrNull, Whole } from "./scalars.ts";

export const AuditQuery = Type.Object(
  {
    ...pageQuery,
    actor: Type.Optional(Type.String({ maxLength: 64, description: "Only what this one did." })),
    operation: Type.Optional(
      Type.String({ maxLength: 64, description: "Only this operation, as this reference names it." }),
    ),
    resource: Type.Optional(Type.String({ maxLength: 64, description: "Only what was done to this." })),
    memberId: Type.Optional(Type.String({ maxLength: 64, description: "Only what was done about this member." })),
    from: Type.Optional(Instant("From this moment on.")),
    until: Type.Optional(Instant("Before this moment.")),
  },
  { additionalProperties: false },
);

const Said = Type.Object(
  {},
  {
    additionalProperties: true,
    description:
      "What was asked for, without secrets. null: nothing was said, or it was about a member who has been erased.",
  },
);

export const AuditEntry = Type.Object(
  {
    place: Whole("Its place in the tenant's chain, which counts from 1 without a gap.", { minimum: 1 }),
    at: Instant("When it was done, in the tenant's time."),
    actor: Type.String({ description: "Who did it.", examples: ["key_01kb1vn7xqf8krv1q7ey6p4c0m", "cli"] }),
    operation: Type.String({ description: "What was done, as this reference names it.", examples: ["adjustPoints"] }),
    resource: Type.Optional(Type.String({ description: "What was changed or made: its id, or its code." })),
    memberId: Type.Optional(Id("mem", "Whom it is about.")),
    fields: Type.Array(Type.String(), { description: "The names of what was said." }),
    said: OrNull(Said),
    seal: Type.String({ description: "Its seal, over the entry and the seal before; 64 hexadecimal digits." }),
  },
  { $id: "AuditEntry", additionalProperties: false, description: "Who changed what, when. It never changes." },
);
export type AuditEntry = Static<typeof AuditEntry>;

export const AuditPage = Page("AuditPage", AuditEntry);
