// What campaigns gave a member besides points, over HTTP.
import { type EarnedReward, EarnedRewardPage, EarnedRewardPageQuery } from "@fedele/sdk/schemas/earnedReward.ts";
import { MemberPath } from "@fedele/sdk/schemas/member.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import { pageOf, pageStart, twoIds } from "../../platform/http/pages.ts";
import type { App } from "../../platform/http.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { memberOf } from "../ledger/routes.ts";
import { getFacts } from "../members/facts.ts";
import { type EarnedRow, listEarned } from "./earnedRewards.ts";

export function earnedRewardRoutes(app: App, { db }: Pick<Parts, "db">): void {
  app.get(
    "/v1/members/:memberId/earned-rewards",
    operation({
      id: "listEarnedRewards",
      tag: "programme",
      summary: "Rewards that campaigns gave a member, latest first",
      description: "What became of each is said here: whether the member has it, or why there was none to be had.",
      scope: "activities:read",
      params: MemberPath,
      query: EarnedRewardPageQuery,
      ok: EarnedRewardPage,
    }),
    async (request) => {
      const member = memberOf(request.params.memberId);
      const page = pageStart(request.query, twoIds);
      return inTransaction(db, who(request), async (ctx) => {
        const [, rows] = await Promise.all([
          getFacts(ctx, member),
          listEarned(ctx, member, { before: page.after ?? null, limit: page.fetch }),
        ]);
        return pageOf(rows, page.limit, { item: toEarnedReward, key: (row) => [row.activityId, row.ruleId] });
      });
    },
  );
}

function toEarnedReward(row: EarnedRow): EarnedReward {
  const { ruleVersion, points, status, because, issuedRewardId } = row;
  return {
    activityId: toTypeId("act", row.activityId),
    ruleId: toTypeId("rul", row.ruleId),
    ruleVersion,
    rewardId: toTypeId("rwd", row.rewardId),
    points,
    status,
    because,
    issuedRewardId: issuedRewardId === null ? null : toTypeId("isr", issuedRewardId),
    createdAt: new Date(row.createdAt).toISOString(),
    changedAt: new Date(row.changedAt).toISOString(),
  };
}
