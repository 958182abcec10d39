// The catalogue: offering a reward, putting more of it into stock, ending it.
import {
  NewReward,
  NewStock,
  RewardPage,
  RewardPageQuery,
  RewardPath,
  Reward as RewardReply,
} from "@fedele/sdk/schemas/reward.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { oneId, pageOf, pageStart } from "../../platform/http/pages.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { fromTypeId, newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { toReward } from "./replies.ts";
import { addStock, endReward, getReward, listRewards, newRewardId, offerReward } from "./rewards.ts";

const tag = "rewards";

type Ground = Pick<Parts, "db" | "sealer">;

export function rewardRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/rewards",
    operation({
      id: "offerReward",
      tag,
      summary: "Offer a reward for points",
      scope: "programme:write",
      idempotent: true,
      body: NewReward,
      ok: RewardReply,
      created: RewardReply,
    }),
    async (request, reply) =>
      inTransaction(db, who(request), async (ctx) => {
        const codeOf = codesOf(await pointsTypesOf(ctx));
        const id = newRewardId(request.caller.tenant, request.body.code, ctx.now);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        if (claimed.state === "replay") return toReward(await getReward(ctx, claimed.resourceId), codeOf);
        reply.code(status.created);
        return toReward(await offerReward(ctx, id, request.body), codeOf);
      }),
  );

  app.get(
    "/v1/rewards",
    operation({
      id: "listRewards",
      tag,
      summary: "The rewards, latest first",
      scope: "rewards:read",
      query: RewardPageQuery,
      ok: RewardPage,
    }),
    async (request) => {
      const page = pageStart(request.query, oneId);
      return inTransaction(db, who(request), async (ctx) => {
        const [rewards, types] = await Promise.all([
          listRewards(ctx, { before: page.after ?? null, limit: page.fetch }),
          pointsTypesOf(ctx),
        ]);
        const codeOf = codesOf(types);
        return pageOf(rewards, page.limit, { item: (row) => toReward(row, codeOf), key: ({ id }) => [id] });
      });
    },
  );

  app.get(
    "/v1/rewards/:rewardId",
    operation({
      id: "getReward",
      tag,
      summary: "One reward",
      scope: "rewards:read",
      params: RewardPath,
      ok: RewardReply,
    }),
    async (request) => {
      const id = fromTypeId("rwd", request.params.rewardId);
      return inTransaction(db, who(request), async (ctx) => {
        const [reward, types] = await Promise.all([getReward(ctx, id), pointsTypesOf(ctx)]);
        return toReward(reward, codesOf(types));
      });
    },
  );
}

export function rewardChangeRoutes(app: App, { db, sealer }: Ground): void {
  app.post(
    "/v1/rewards/:rewardId/stock",
    operation({
      id: "addStock",
      tag,
      summary: "Put more of a reward into stock",
      scope: "programme:write",
      idempotent: true,
      params: RewardPath,
      body: NewStock,
      ok: RewardReply,
    }),
    async (request) => {
      const id = fromTypeId("rwd", request.params.rewardId);
      return inTransaction(db, who(request), async (ctx) => {
        const codeOf = codesOf(await pointsTypesOf(ctx));
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), newId(ctx.now, 0)));
        if (claimed.state === "replay") return toReward(await getReward(ctx, id), codeOf);
        return toReward(await addStock(ctx, id, request.body.pieces), codeOf);
      });
    },
  );

  app.delete(
    "/v1/rewards/:rewardId",
    operation({
      id: "endReward",
      tag,
      summary: "End a reward",
      description: "Nobody can take it from now on. Who has taken it keeps it.",
      scope: "programme:write",
      params: RewardPath,
      noContent: true,
    }),
    async (request, reply) => {
      const id = fromTypeId("rwd", request.params.rewardId);
      await inTransaction(db, who(request), (ctx) => endReward(ctx, id));
      return reply.code(status.noContent).send();
    },
  );
}
