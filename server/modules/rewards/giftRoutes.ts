// Rewards given to a friend and asked back, and uses that are taken back.
import { GiftPath, NewGift, NewUseReversal, RewardGift, UseReversal } from "@fedele/sdk/schemas/gift.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { IssuedRewardPath } from "@fedele/sdk/schemas/reward.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { memberOf } from "../ledger/routes.ts";
import { findMembersByIdentity } from "../members/identities.ts";
import { noSuchMember } from "../members/members.ts";
import { identityIn, memberIdIn } from "../members/references.ts";
import { useProof } from "../members/spendingProofs.ts";
import { doerOf, noteDeeds } from "../members/tillDeeds.ts";
import { getGift, giveReward, recallGift } from "./gifts.ts";
import { toGift, toReversal } from "./replies.ts";
import { getReversal, reverseUse } from "./reversals.ts";

const tag = "rewards";

type Ground = Pick<Parts, "db" | "sealer">;

export function giftRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/members/:memberId/gifts",
    operation({
      id: "giveReward",
      tag,
      summary: "Give a reward to another member",
      description: "It leaves at once and arrives a moment later, as good as it was.",
      scope: "rewards:write",
      idempotent: true,
      params: MemberPath,
      body: NewGift,
      ok: RewardGift,
      created: RewardGift,
    }),
    async (request, reply) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      const issuedRewardId = fromTypeId("isr", request.body.issuedRewardId);
      const friendId = memberIdIn(request.body.to);
      const identity = friendId === null ? identityIn(request.body.to, tenant) : null;
      return inTransaction(db, who(request), async (ctx) => {
        const key = { ...member, id: newId(ctx.now, member.bucket) };
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), key.id));
        if (claimed.state === "replay") return toGift(await getGift(ctx, member, claimed.resourceId));
        const [found] = identity === null ? [] : await findMembersByIdentity(ctx, sealer, [identity]);
        const toMemberId = friendId ?? found;
        if (toMemberId === undefined) throw noSuchMember();
        await useProof(ctx, request.caller, { memberId: member.memberId, purpose: "gift" });
        reply.code(status.created);
        return toGift(await giveReward(ctx, key, { issuedRewardId, toMemberId }));
      });
    },
  );

  app.get(
    "/v1/members/:memberId/gifts/:giftId",
    operation({
      id: "getGift",
      tag,
      summary: "One gift, as its giver sees it",
      scope: "rewards:read",
      params: GiftPath,
      ok: RewardGift,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const id = fromTypeId("gft", request.params.giftId);
      return inTransaction(db, who(request), async (ctx) => toGift(await getGift(ctx, member, id)));
    },
  );
}

export function giftRecallRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/members/:memberId/gifts/:giftId/recall",
    operation({
      id: "recallGift",
      tag,
      summary: "Ask for a gift back",
      description:
        "What the friend has not used comes back a moment later, and can be cancelled for its points again. What " +
        "they have used stays with them: the gift is then `sent` as before.",
      scope: "rewards:write",
      idempotent: true,
      params: GiftPath,
      ok: RewardGift,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const id = fromTypeId("gft", request.params.giftId);
      return inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, member.bucket));
        const { state } = await claimKey(ctx, claim);
        return toGift(state === "replay" ? await getGift(ctx, member, id) : await recallGift(ctx, member, id));
      });
    },
  );
}

export function useReversalRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/members/:memberId/issued-rewards/:issuedRewardId/reversals",
    operation({
      id: "reverseRewardUse",
      tag,
      summary: "Take the use of a reward back",
      description:
        "Within an hour, and once: the reward can be used again, until the date that it had. Of a benefit the use is " +
        "free again, for as long as the member has the right.",
      scope: "rewards:write",
      idempotent: true,
      params: IssuedRewardPath,
      body: NewUseReversal,
      ok: UseReversal,
      created: UseReversal,
    }),
    async (request, reply) => {
      const member = memberOf(request.params.memberId);
      const key = { ...member, id: fromTypeId("isr", request.params.issuedRewardId) };
      return inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, member.bucket));
        const { state } = await claimKey(ctx, claim);
        if (state === "replay") return toReversal(await getReversal(ctx, key));
        reply.code(status.created);
        const { reason } = request.body;
        const reversal = await reverseUse(ctx, key, reason);
        const about = { memberId: member.memberId, aboutId: key.id };
        noteDeeds(ctx, doerOf(request.caller), [{ ...about, kind: "undone", reason }]);
        return toReversal(reversal);
      });
    },
  );
}
