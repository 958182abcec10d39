// The rewards of a member, as their timeline tells them: taken, then used, given to a friend or given back.
import { statusAt } from "@fedele/core/rewards.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import type { Placed, TimelineSource } from "../members/timeline.ts";
import { toIssuedReward } from "./replies.ts";
import { listIssuedSteps } from "./store/issuedRewards.ts";

const kinds = {
  issued: "reward_issued",
  used: "reward_used",
  given: "reward_given",
  cancelled: "reward_cancelled",
} as const;

export const rewardTimeline: TimelineSource = {
  scope: "rewards:read",
  timelineOf: async (ctx, { member }, page) => {
    const [types, steps] = await Promise.all([pointsTypesOf(ctx), listIssuedSteps(ctx, member, page)]);
    const codeOf = codesOf(types);
    return steps.map((step): Placed => {
      const { place, issued, name } = step;
      const at = new Date(step.step === "issued" ? issued.createdAt : issued.changedAt).toISOString();
      const issuedReward = toIssuedReward(
        { ...issued, status: statusAt(issued.status, issued.expiresAt, ctx.now) },
        codeOf,
      );
      return { place, item: { kind: kinds[step.step], at, rewardName: name, issuedReward } };
    });
  },
};
