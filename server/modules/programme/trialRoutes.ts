// A campaign tried on what was sold, over HTTP.
import { NewTrial, TRIAL_PURCHASES_MAX, Trial as TrialReply } from "@fedele/sdk/schemas/trial.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { operation } from "../../platform/http/operation.ts";
import type { App } from "../../platform/http.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { type FindOffers, withOffers } from "./offers.ts";
import { budgetOf, campaignTermsOf, termsOf } from "./ruleReplies.ts";
import { type Trial, tryCampaign } from "./trials.ts";

type Ground = Pick<Parts, "db"> & { readonly offers: FindOffers };

export function trialRoutes(app: App, { db, offers: find }: Ground): void {
  app.post(
    "/v1/programme/trials",
    operation({
      id: "tryCampaign",
      tag: "programme",
      summary: "Try a campaign on the latest purchases",
      description:
        "Judges them by what was stored with them, beside the campaigns of their days, in the order in which they " +
        "happened, and says what the campaign would have given and cost. Nothing is written.",
      scope: "programme:read",
      body: NewTrial,
      ok: TrialReply,
    }),
    async (request) => {
      const { tenant } = request.caller;
      const { purchases = TRIAL_PURCHASES_MAX, rules: told, budget, ...terms } = request.body;
      return inTransaction(db, who(request), async (ctx) => {
        const types = await pointsTypesOf(ctx);
        const offered = await withOffers(ctx, told, { find, types });
        const rules = offered.map((rule) => termsOf(rule, types, ctx.now));
        const bought = budgetOf(budget, rules, types);
        const draft = {
          terms: { ...campaignTermsOf(terms), budget: bought.terms },
          budgetPoints: bought.points ?? null,
          rules,
        };
        return toTrial(await tryCampaign(ctx, draft, { purchases, tenant }), codesOf(types));
      });
    },
  );
}

const isoOrNull = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

function toTrial(
  { examples, points, rewards, net, firstAt, lastAt, ...counted }: Trial,
  codeOf: (type: number) => string,
) {
  const toSum = ({ pointsType, ...sum }: Trial["points"][number]) => ({ pointsType: codeOf(pointsType), ...sum });
  return {
    ...counted,
    firstAt: isoOrNull(firstAt),
    lastAt: isoOrNull(lastAt),
    points: points.map(toSum),
    rewards: rewards.map(({ rewardId, pieces, ...sum }) => ({
      ...{ rewardId: toTypeId("rwd", rewardId), pieces },
      ...toSum(sum),
    })),
    net: net.map(toSum),
    examples: examples.map(({ row, gave }) => ({
      activityId: toTypeId("act", row.id),
      memberId: toTypeId("mem", row.memberId),
      occurredAt: new Date(row.eventAt).toISOString(),
      amountMinor: row.amountMinor,
      points: gave.map(({ name, pointsType, points: given, rewardId }) => ({
        rule: name,
        pointsType: codeOf(pointsType),
        ...(rewardId === undefined ? { points: given } : { points: 0, rewardId: toTypeId("rwd", rewardId) }),
      })),
    })),
  };
}
