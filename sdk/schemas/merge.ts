import { type Static, Type } from "typebox";
import { Id, Instant } from "./scalars.ts";

export const NewMerge = Type.Object(
  { fromId: Id("mem", "The member who is the same person, and whose membership ends.") },
  { $id: "NewMerge", additionalProperties: false, description: "Another member who is merged into this one." },
);
export type NewMerge = Static<typeof NewMerge>;

export const Merge = Type.Object(
  {
    memberId: Id("mem", "The member who stays."),
    fromId: Id("mem", "The member who was merged into the other. Activities told for this id are the other's."),
    reversedAt: Type.Optional(Instant("When it was undone; absent while it holds.")),
    mergedAt: Instant("When it was done. Points arrive a moment later, each lot with the dates that it had."),
  },
  { $id: "Merge", additionalProperties: false, description: "That two members became one." },
);
export type Merge = Static<typeof Merge>;

/** How many merges of one member are listed. */
export const MERGES_LISTED_MAX = 100;

export const MergeList = Type.Object(
  { items: Type.Array(Merge) },
  { $id: "MergeList", additionalProperties: false, description: "Who was merged into a member, the latest first." },
);

export const MergePath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), fromId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);
