// What members take for points: issued, used, cancelled, found again.
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import {
  IssuedRewardPage,
  IssuedRewardPath,
  IssuedReward as IssuedRewardReply,
  NewIssuedReward,
  RewardPageQuery,
  UsableRewardList,
} from "@fedele/sdk/schemas/reward.ts";
import { type Ctx, inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import type { Caller } from "../../platform/http/keyCache.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { type Claim, claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { invalid } from "../../platform/places.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { memberOf } from "../ledger/routes.ts";
import { keepProofFor, useProof } from "../members/spendingProofs.ts";
import { type Deed, doerOf, noteDeeds } from "../members/tillDeeds.ts";
import { cancelIssuedReward } from "./cancellations.ts";
import { refuseOtherCheckout } from "./checkoutSessions.ts";
import { getIssuedReward, type IssuedRow, issueReward, listIssuedRewards, useIssuedReward } from "./issuedRewards.ts";
import { usableBy } from "./ownRewards.ts";
import { toIssuedReward, toUsable } from "./replies.ts";
import type { IssuedKey } from "./store/issuedRewards.ts";

const tag = "rewards";

type Ground = Pick<Parts, "db" | "sealer">;

export function issuedRewardRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/members/:memberId/issued-rewards",
    operation({
      id: "issueReward",
      tag,
      summary: "Give a member a reward for points",
      description:
        "Points, stock and reward change together or not at all. At a till one proof of the member serves to take it " +
        "and to use it: at once with `use`, or with the basket of a checkout.",
      scope: "rewards:write",
      idempotent: true,
      params: MemberPath,
      body: NewIssuedReward,
      ok: IssuedRewardReply,
      created: IssuedRewardReply,
      refuses: ["insufficient_points"],
    }),
    async (request, reply) => {
      const member = memberOf(request.params.memberId);
      const { tenant } = request.caller;
      const { reward, use = false, sessionId } = takingOf(request.body);
      return inTransaction(db, who(request), async (ctx) => {
        const codeOf = codesOf(await pointsTypesOf(ctx));
        const key = { ...member, id: newId(ctx.now, member.bucket) };
        const claim = claimOf(request, await sealer.keysOf(ctx), key.id);
        const claimed = await claimKey(ctx, claim);
        if (claimed.state === "replay") {
          return toIssuedReward(await getIssuedReward(ctx, { ...member, id: claimed.resourceId }), codeOf);
        }
        await showProof(ctx, request.caller, { ...member, sessionId });
        reply.code(status.created);
        const issued = await issueReward(ctx, key, { claim, tenant, code: reward });
        const doer = doerOf(request.caller);
        noteDeeds(ctx, doer, [{ ...about(issued), kind: "taken", points: pointsOf(issued, 1) }]);
        if (!use) return toIssuedReward(issued, codeOf);
        noteDeeds(ctx, doer, [{ ...about(issued), kind: "used" }]);
        return toIssuedReward(await useIssuedReward(ctx, key), codeOf);
      });
    },
  );
}

function takingOf({ reward, use = false, checkoutSessionId }: NewIssuedReward) {
  if (use && checkoutSessionId !== undefined) {
    throw invalid("use", "A reward is used at once or with a checkout's basket: send one of the two.");
  }
  return { reward, use, sessionId: checkoutSessionId === undefined ? null : fromTypeId("chs", checkoutSessionId) };
}

/** What the member showed is used up here, or kept for the sale of the checkout that this is taken for. */
async function showProof(
  ctx: Ctx,
  caller: Caller,
  { memberId, sessionId }: { memberId: string; sessionId: string | null },
): Promise<void> {
  if (sessionId === null) return useProof(ctx, caller, { memberId, purpose: "issued_reward" });
  await refuseOtherCheckout(ctx, memberId, sessionId);
  return keepProofFor(ctx, caller, { memberId, sessionId });
}

export function issuedRewardReadRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/members/:memberId/issued-rewards",
    operation({
      id: "listIssuedRewards",
      tag,
      summary: "What a member has taken, latest first",
      scope: "rewards:read",
      params: MemberPath,
      query: RewardPageQuery,
      ok: IssuedRewardPage,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const [issued, types] = await Promise.all([
          listIssuedRewards(ctx, member, { before: page.after ?? null, limit: page.fetch }),
          pointsTypesOf(ctx),
        ]);
        const codeOf = codesOf(types);
        return pageOf(issued, page.limit, { item: (row) => toIssuedReward(row, codeOf), key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/members/:memberId/issued-rewards/:issuedRewardId",
    operation({
      id: "getIssuedReward",
      tag,
      summary: "One issued reward",
      scope: "rewards:read",
      params: IssuedRewardPath,
      ok: IssuedRewardReply,
    }),
    async (request) => {
      const key = keyOf(request.params);
      return inTransaction(db, who(request), async (ctx) => {
        const [issued, types] = await Promise.all([getIssuedReward(ctx, key), pointsTypesOf(ctx)]);
        return toIssuedReward(issued, codesOf(types));
      });
    },
  );
}

export function usableRewardRoutes(app: App, { db }: Ground): void {
  app.get(
    "/v1/members/:memberId/usable-rewards",
    operation({
      id: "listUsableRewards",
      tag,
      summary: "What a member can use now: what they have, and what their points buy",
      scope: "rewards:read",
      params: MemberPath,
      ok: UsableRewardList,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      return inTransaction(db, who(request), async (ctx) => {
        const [usable, types] = await Promise.all([usableBy(ctx, member, request.caller.tenant), pointsTypesOf(ctx)]);
        return { items: toUsable(usable, codesOf(types)) };
      });
    },
  );
}

export function issuedRewardEndRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/members/:memberId/issued-rewards/:issuedRewardId/use",
    operation({
      id: "useIssuedReward",
      tag,
      summary: "Use an issued reward",
      scope: "rewards:write",
      idempotent: true,
      params: IssuedRewardPath,
      ok: IssuedRewardReply,
    }),
    async (request) => {
      const key = keyOf(request.params);
      return inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, key.bucket));
        const act = async (): Promise<IssuedRow> => {
          await useProof(ctx, request.caller, { memberId: key.memberId, purpose: "use" });
          const issued = await useIssuedReward(ctx, key);
          noteDeeds(ctx, doerOf(request.caller), [{ ...about(issued), kind: "used" }]);
          return issued;
        };
        return once(ctx, claim, { key, act });
      });
    },
  );

  app.post(
    "/v1/members/:memberId/issued-rewards/:issuedRewardId/cancel",
    operation({
      id: "cancelIssuedReward",
      tag,
      summary: "Cancel an issued reward",
      description: "Its points go back into the lots that they came from, with the dates that those had.",
      scope: "rewards:write",
      idempotent: true,
      params: IssuedRewardPath,
      ok: IssuedRewardReply,
    }),
    async (request) => {
      const key = keyOf(request.params);
      const { tenant } = request.caller;
      return inTransaction(db, who(request), async (ctx) => {
        const claim = claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, key.bucket));
        const act = async (): Promise<IssuedRow> => {
          const issued = await cancelIssuedReward(ctx, key, { claim, tenant });
          const points = pointsOf(issued, -1);
          if (points !== null) {
            noteDeeds(ctx, doerOf(request.caller), [{ ...about(issued), kind: "given_back", points }]);
          }
          return issued;
        };
        return once(ctx, claim, { key, act });
      });
    },
  );
}

function about({ memberId, id }: IssuedRow) {
  return { memberId, aboutId: id };
}

/** What was paid for it, used or given back; null where nobody paid. */
function pointsOf({ origin }: IssuedRow, sign: 1 | -1): Deed["points"] {
  return origin.source === "points" ? { type: origin.pointsType, points: sign * origin.points } : null;
}

function keyOf({ memberId, issuedRewardId }: { memberId: string; issuedRewardId: string }): IssuedKey {
  return { ...memberOf(memberId), id: fromTypeId("isr", issuedRewardId) };
}

/** Does it under a fresh key; a repeat hears how the reward stands. */
async function once(ctx: Ctx, claim: Claim, { key, act }: { key: IssuedKey; act: () => Promise<IssuedRow> }) {
  // Asked first, so that nothing is asked while the locks are held.
  const codeOf = codesOf(await pointsTypesOf(ctx));
  const { state } = await claimKey(ctx, claim);
  return toIssuedReward(state === "replay" ? await getIssuedReward(ctx, key) : await act(), codeOf);
}
