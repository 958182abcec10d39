import { reversalReasons } from "@fedele/core/rewards.ts";
import { type Static, Type } from "typebox";
import { MemberReference } from "./activity.ts";
import { Id, Instant, OneOf, OrNull } from "./scalars.ts";

export const giftStatuses = ["sent", "recalled", "returned"] as const;
export const giftReturns = ["unknown", "blocked", "closed", "declined", "recalled"] as const;

export const NewGift = Type.Object(
  { issuedRewardId: Id("isr", "The reward to give: one that the giver has and has not used."), to: MemberReference },
  { $id: "NewGift", additionalProperties: false, description: "A reward that a member gives to a friend." },
);

export const RewardGift = Type.Object(
  {
    id: Id("gft", "The gift's id."),
    fromMemberId: Id("mem", "Who gives."),
    toMemberId: Id("mem", "Who gets it."),
    issuedRewardId: Id("isr", "The giver's reward. The friend has one of their own, whose source this gift is."),
    status: OneOf(giftStatuses, {
      description: "`sent`: it is the friend's, or about to be; `recalled`: it was asked back; `returned`: it is back.",
    }),
    because: OrNull(
      Type.String({
        description: `Why it came back, one of ${giftReturns.join(", ")}; null: it did not.`,
        examples: ["declined"],
      }),
    ),
    createdAt: Instant("When it was given."),
    changedAt: Instant("When it was last sent, asked back or returned."),
  },
  { $id: "RewardGift", additionalProperties: false, description: "A reward that a member has given, as they see it." },
);
export type RewardGift = Static<typeof RewardGift>;

export const GiftPath = Type.Object(
  { memberId: Type.String({ maxLength: 64 }), giftId: Type.String({ maxLength: 64 }) },
  { additionalProperties: false },
);

export const NewUseReversal = Type.Object(
  { reason: OneOf(reversalReasons, { description: "Why the use is taken back." }) },
  { $id: "NewUseReversal", additionalProperties: false, description: "A use that was a mistake." },
);

export const UseReversal = Type.Object(
  {
    id: Id("rvs", "The reversal's id."),
    memberId: Id("mem", "Whose reward it is."),
    issuedRewardId: Id("isr", "The reward, which can be used again."),
    reason: OneOf(reversalReasons, { description: "Why the use was taken back." }),
    usedAt: Instant("When it had been used."),
    createdAt: Instant("When the use was taken back."),
  },
  { $id: "UseReversal", additionalProperties: false, description: "A use of a reward that was taken back." },
);
export type UseReversal = Static<typeof UseReversal>;
