// A campaign out of a preset: its points type where there is none yet, its rule, and what to offer for its points.
import { type CampaignPlan, type CampaignPresetCode, planCampaign } from "@fedele/core/campaignPresets.ts";
import { usualTerms } from "@fedele/core/campaigns.ts";
import type { Language } from "@fedele/core/sentences.ts";
import type { NewPresetCampaign } from "@fedele/sdk/schemas/preset.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { addPointsType, type PointsType, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { type CampaignWithRules, startCampaign } from "./campaigns.ts";

/** What the answers make of a preset; refuses answers that make nothing. */
export function planOf(code: CampaignPresetCode, answers: NewPresetCampaign, language: Language): CampaignPlan {
  const planned = planCampaign(code, answers, language);
  if (!planned.ok) throw invalid(planned.field, planned.message);
  return planned.plan;
}

/** Starts the campaign. Its rule holds from now on. */
export async function startPreset(ctx: Ctx, id: string, plan: CampaignPlan): Promise<CampaignWithRules> {
  const { name, rule } = plan;
  const { pointsType } = await typeFor(ctx, plan.pointsType);
  const terms = { ...rule, pointsType, validFrom: ctx.now, validUntil: null };
  return startCampaign(ctx, { id, name, terms: usualTerms, rules: [terms] });
}

async function typeFor(ctx: Ctx, wanted: CampaignPlan["pointsType"]): Promise<PointsType> {
  const { code, name, qualifying, faceValue } = wanted;
  const known = (await pointsTypesOf(ctx)).find((type) => type.code === code);
  if (known === undefined) {
    return addPointsType(ctx, {
      ...{ code, name, qualifying, faceValue, spendable: true },
      ...{ activation: { kind: "immediately" }, expiry: { kind: "never" }, giveBack: { kind: "expire" } },
    });
  }
  const isWorth = faceValue === null || JSON.stringify(known.faceValue) === JSON.stringify(faceValue);
  if (!isWorth) {
    throw invalid("pointsType", `The points of "${code}" are not worth a minor unit each, as this preset needs them.`);
  }
  return known;
}
