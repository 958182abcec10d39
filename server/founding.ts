// What a tenant begins with that somebody makes for themselves: one campaign out of a preset, and what to buy for its
// points where the preset says so.
import type { CampaignPlan, CampaignPresetCode } from "@fedele/core/campaignPresets.ts";
import { type Language, languages } from "@fedele/core/sentences.ts";
import type { NewTenant } from "@fedele/sdk/schemas/tenant.ts";
import { planOf, startPreset } from "./modules/programme/presetCampaigns.ts";
import { newRewardId, offerReward } from "./modules/rewards/rewards.ts";
import type { Beginning } from "./modules/tenants/foundings.ts";
import { newId } from "./platform/ids.ts";

export const beginning: Beginning<CampaignPlan | undefined> = {
  plan(asked) {
    if (asked.preset === undefined) return undefined;
    return planOf(codes[asked.preset], answersOf(asked), languageOf(asked.language));
  },
  async begin(ctx, tenant, plan) {
    if (plan === undefined) return;
    await startPreset(ctx, newId(ctx.now, 0), plan);
    if (plan.reward === null) return;
    const { points, ...reward } = plan.reward;
    const cost = { pointsType: plan.pointsType.code, points };
    await offerReward(ctx, newRewardId(tenant, reward.code, ctx.now), { ...reward, cost });
  },
};

const codes = {
  points: "points-per-money",
  stamps: "stamp-card",
  cashback: "cashback",
} as const satisfies Record<string, CampaignPresetCode>;

function answersOf({ category }: NewTenant): { category?: string } {
  return category === undefined ? {} : { category };
}

/** In the language of the tenant where there are words in it. */
function languageOf(asked: string | undefined): Language {
  return languages.find((language) => language === asked?.slice(0, 2)) ?? "en";
}
