import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, OneOf, OrNull, Whole } from "./scalars.ts";

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

export const chainFaultKinds = [
  "missing",
  "missing_at_end",
  "changed",
  "beyond_end",
  "head_missing",
  "head_differs",
] as const;
export type ChainFaultKind = (typeof chainFaultKinds)[number];

const ChainFault = Type.Object(
  {
    kind: OneOf(chainFaultKinds, {
      description:
        "missing: entries are not there. missing_at_end: the last ones are not. changed: an entry is not as it was " +
        "sealed, or not where it was. beyond_end: entries stand behind the end. head_missing: the end of the chain " +
        "is not there. head_differs: the chain ended with another entry.",
    }),
    from: Whole("The first place that it is about."),
    to: Whole("The last place that it is about."),
  },
  { additionalProperties: false },
);

export const AuditVerification = Type.Object(
  {
    isWhole: Type.Boolean({ description: "Whether every entry that was looked at is there, unchanged, in its place." }),
    entries: Whole("How many entries the chain has."),
    from: Whole("The first place that was looked at: 1, or later in a very long chain.", { minimum: 1 }),
    sealedUntil: Type.Optional(Instant("When the last entry was sealed, by the tenant's time; absent: never.")),
    faults: Type.Array(ChainFault, { description: "Where the chain breaks: the first few places. Empty: nowhere." }),
  },
  {
    $id: "AuditVerification",
    additionalProperties: false,
    description: "Whether the chain of a tenant's audit entries is whole.",
  },
);
export type AuditVerification = Static<typeof AuditVerification>;
