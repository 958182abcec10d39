import { blockSteps } from "@fedele/core/rights.ts";
import { type Static, Type } from "typebox";
import { Page, pageQuery } from "./page.ts";
import { Id, Instant, Line, OneOf, OrNull } from "./scalars.ts";

const step = OneOf(blockSteps, {
  description:
    "`no_login`: cannot sign in, and points go on at the till. `earn_only`: nor use points or pass them on. " +
    "`nothing`: nor earn or receive any. What is pending stays pending, and all is as before once it is lifted.",
});

export const NewBlock = Type.Object(
  {
    step,
    reason: Type.Optional(Line("Why, for the staff who look at it later. Kept sealed with the member's key.", 500)),
  },
  { $id: "NewBlock", additionalProperties: false, description: "How far a member is to be blocked." },
);
export type NewBlock = Static<typeof NewBlock>;

export const Block = Type.Object(
  {
    id: Id("blk", "The block's id."),
    step,
    reason: OrNull(Type.String({ description: "Why; null where nobody said." })),
    blockedBy: Type.String({ description: "Who blocked the member: an API key or another actor." }),
    blockedAt: Instant("Since when."),
    liftedBy: OrNull(Type.String({ description: "Who lifted it; null while it holds." })),
    liftedAt: OrNull(Instant("When it was lifted, or made another step; null while it holds.")),
  },
  { $id: "Block", additionalProperties: false, description: "That a member is or was blocked." },
);
export type Block = Static<typeof Block>;
export const BlockPage = Page("BlockPage", Block);

export const BlockPageQuery = Type.Object(pageQuery, { additionalProperties: false });
