import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, OneOf } from "./scalars.ts";

export const erasureReasons = ["requested", "left", "deceased"] as const;
export type ErasureReason = (typeof erasureReasons)[number];

const reason = OneOf(erasureReasons, {
  description: "Why: the person asked for it, left the programme, or died. Kept with the tombstone; never free text.",
});

export const NewErasure = Type.Object(
  {
    reason,
    heirId: Type.Optional(
      Id("mem", "The member who gets the points that can be used. Default: nobody, the points are forfeited."),
    ),
  },
  { $id: "NewErasure", additionalProperties: false, description: "Why a member is erased, and who gets the points." },
);
export type NewErasure = Static<typeof NewErasure>;

export const Erasure = Type.Object(
  {
    memberId: Id("mem", "Who was erased. The id stays in entries and reports and names nobody any more."),
    reason,
    heirId: Type.Optional(Id("mem", "Who got the points; absent where they were forfeited.")),
    erasedAt: Instant("When it was done."),
  },
  { $id: "Erasure", additionalProperties: false, description: "That a member was erased. Nothing personal is in it." },
);
export type Erasure = Static<typeof Erasure>;

export const ErasurePage = Page("ErasurePage", Erasure);
export const ErasureQuery = Type.Object(pageQuery, { additionalProperties: false });
