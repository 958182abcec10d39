import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { ConditionGroup } from "./programme.ts";
import { Id, Instant, Line, Whole } from "./scalars.ts";

/** How many segments a tenant has at most. */
export const SEGMENTS_MAX = 200;
/** Up to so many members are counted one by one. */
export const SEGMENT_COUNT_MAX = 100_000;

const code = Type.String({
  minLength: 1,
  maxLength: 40,
  pattern: "^[a-z][a-z0-9_-]*$",
  description: "The code by which programs name the segment.",
  examples: ["big-spenders"],
});
const name = Line("What people call it.", 100);

export const NewSegment = Type.Object(
  { code, name, conditions: ConditionGroup },
  {
    $id: "NewSegment",
    additionalProperties: false,
    description:
      "Members whom certain things are true of. Conditions may speak of what stands in the member's facts: of fields " +
      "that begin with `member.`.",
  },
);
export type NewSegment = Static<typeof NewSegment>;

export const SegmentChange = Type.Object(
  { name: Type.Optional(name), conditions: Type.Optional(ConditionGroup) },
  {
    $id: "SegmentChange",
    additionalProperties: false,
    minProperties: 1,
    description: "What to change of a segment; what is not named stays.",
  },
);
export type SegmentChange = Static<typeof SegmentChange>;

export const Segment = Type.Object(
  {
    id: Id("seg", "The segment's id."),
    code,
    name,
    conditions: ConditionGroup,
    createdAt: Instant("When it was made."),
    changedAt: Instant("When it was last changed."),
  },
  {
    $id: "Segment",
    additionalProperties: false,
    description: "Members whom certain things are true of, whoever they are at the moment.",
  },
);
export type Segment = Static<typeof Segment>;
export const SegmentPage = Page("SegmentPage", Segment);

export const SegmentDraft = Type.Object(
  { conditions: ConditionGroup },
  { $id: "SegmentDraft", additionalProperties: false, description: "A segment that is being thought of." },
);

export const SegmentCount = Type.Object(
  {
    members: Whole(`How many members there are, or ${SEGMENT_COUNT_MAX} where there are more.`),
    isExact: Type.Boolean({ description: `Whether there are no more than that. Above ${SEGMENT_COUNT_MAX}: false.` }),
  },
  { $id: "SegmentCount", additionalProperties: false, description: "How many members are in a segment now." },
);
export type SegmentCount = Static<typeof SegmentCount>;

export const SegmentMembership = Type.Object(
  { isMember: Type.Boolean({ description: "Whether the member is in the segment now." }) },
  { $id: "SegmentMembership", additionalProperties: false, description: "Whether a member is in a segment." },
);

export const SegmentPageQuery = Type.Object(pageQuery, { additionalProperties: false });
export const SegmentPath = Type.Object({ segmentId: Type.String({ maxLength: 64 }) }, { additionalProperties: false });
export const SegmentMemberPath = Type.Object(
  { segmentId: Type.String({ maxLength: 64 }), memberId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
