import { type Static, Type } from "typebox";
import { Code, Id, Instant, Line, OrNull } from "./scalars.ts";

/** What is remembered of one visitor. */
export const VISITOR_ATTRIBUTES_MAX = 20;
/** A visitor who was not seen for so long is forgotten: thirteen months. */
export const VISITOR_KEPT_DAYS = 395;

const attributes = Type.Array(
  Type.Object(
    { name: Code("What it is, as the shop calls it.", 40), value: Line("What it was.") },
    { additionalProperties: false },
  ),
  {
    maxItems: VISITOR_ATTRIBUTES_MAX,
    description: `What the shop remembers of them: at most ${VISITOR_ATTRIBUTES_MAX} things, each once. Kept sealed.`,
  },
);

export const NewVisitor = Type.Object(
  { attributes: Type.Optional(attributes) },
  { $id: "NewVisitor", additionalProperties: false, description: "Somebody who is not known yet." },
);
export type NewVisitor = Static<typeof NewVisitor>;

export const VisitorLink = Type.Object(
  { memberId: Id("mem", "The member that the visitor turned out to be.") },
  { $id: "VisitorLink", additionalProperties: false, description: "Who a visitor is." },
);

export const Visitor = Type.Object(
  {
    id: Id("vis", "The visitor's id."),
    attributes,
    firstSeenAt: Instant("When they were first seen."),
    lastSeenAt: Instant(`When they were last seen; ${VISITOR_KEPT_DAYS} days later they are forgotten.`),
    memberId: OrNull(Id("mem", "Who they turned out to be; null: not known yet.")),
    linkedAt: OrNull(Instant("When that was known; null: not yet.")),
  },
  { $id: "Visitor", additionalProperties: false, description: "Somebody who is or was not known." },
);
export type Visitor = Static<typeof Visitor>;

export const VisitorPath = Type.Object({ visitorId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
