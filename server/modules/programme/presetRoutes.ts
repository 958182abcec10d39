// Campaigns to begin with, over HTTP.
import { type CampaignPlan, campaignPresetCodes, presetQuestions } from "@fedele/core/campaignPresets.ts";
import { presetWords } from "@fedele/core/presetWords.ts";
import { NewPresetCampaign, PresetCampaign, PresetList, PresetPath } from "@fedele/sdk/schemas/preset.ts";
import type { NewReward } from "@fedele/sdk/schemas/reward.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { who } from "../../platform/http/callers.ts";
import { claimOf } from "../../platform/http/claims.ts";
import { operation } from "../../platform/http/operation.ts";
import { type App, status } from "../../platform/http.ts";
import { claimKey } from "../../platform/idempotency.ts";
import { newId } from "../../platform/ids.ts";
import type { Parts } from "../../platform/parts.ts";
import { codesOf, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { getCampaign } from "./campaigns.ts";
import { languageOf } from "./explanations.ts";
import { planOf, startPreset } from "./presetCampaigns.ts";
import { toCampaign } from "./ruleReplies.ts";

const tag = "programme";

export function presetRoutes(app: App, { db, sealer }: Pick<Parts, "db" | "sealer">): void {
  app.get(
    "/v1/presets",
    operation({
      id: "listPresets",
      tag,
      summary: "Campaigns to begin with, and what they ask",
      scope: "programme:read",
      ok: PresetList,
    }),
    async (request) => {
      const words = presetWords[languageOf(request.caller.tenant)];
      return {
        items: campaignPresetCodes.map((code) => ({ code, name: words[code], asks: { ...presetQuestions[code] } })),
      };
    },
  );

  app.post(
    "/v1/presets/:presetCode/campaigns",
    operation({
      id: "startPreset",
      tag,
      summary: "Start a campaign out of a preset",
      description:
        "Adds its points type where the programme has none of that code, and starts the campaign with its rule. A " +
        "stamp card also says what to offer as a reward: send it to POST /v1/rewards.",
      scope: "programme:write",
      idempotent: true,
      params: PresetPath,
      body: NewPresetCampaign,
      ok: PresetCampaign,
      created: PresetCampaign,
    }),
    async (request, reply) => {
      const { tenant } = request.caller;
      const plan = planOf(request.params.presetCode, request.body, languageOf(tenant));
      return inTransaction(db, who(request), async (ctx) => {
        const id = newId(ctx.now, 0);
        const claimed = await claimKey(ctx, claimOf(request, await sealer.keysOf(ctx), id));
        const isReplay = claimed.state === "replay";
        if (!isReplay) reply.code(status.created);
        const started = isReplay ? await getCampaign(ctx, claimed.resourceId) : await startPreset(ctx, id, plan);
        const { code } = plan.pointsType;
        return {
          campaign: toCampaign(started, codesOf(await pointsTypesOf(ctx)), tenant),
          pointsType: code,
          ...(plan.reward === null ? {} : { reward: toReward(plan.reward, code) }),
        };
      });
    },
  );
}

/** As the request that offers it. */
function toReward({ points, gift, ...named }: NonNullable<CampaignPlan["reward"]>, pointsType: string): NewReward {
  return { ...named, cost: { pointsType, points }, gift: { ...gift } };
}
