// A programme to begin with: a preset's points types, rules and tiers become the tenant's own.
import { usualTerms } from "@fedele/core/campaigns.ts";
import type { Preset } from "@fedele/core/presets.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { addPointsType } from "../ledger/pointsTypes.ts";
import { insertCampaign } from "./store/campaigns.ts";
import { insertRuleVersion, insertTierList, raiseRevision } from "./store/programmes.ts";

/** Stores a preset for a tenant that has no programme yet. Its rules hold from the beginning of time. */
export async function installPreset(ctx: Ctx, preset: Preset): Promise<void> {
  for (const { number: _, ...type } of preset.pointsTypes) {
    await addPointsType(ctx, {
      ...type,
      activation: { kind: "immediately" },
      giveBack: { kind: "expire" },
      faceValue: null,
    });
  }
  const campaignId = newId(ctx.now, 0);
  await insertCampaign(ctx, { id: campaignId, name: preset.name, terms: usualTerms });
  for (const rule of preset.rules) {
    await insertRuleVersion(ctx, { ...rule, campaignId, id: newId(ctx.now, 0), version: 1 });
  }
  await insertTierList(ctx, {
    ...preset.tierSet,
    version: 1,
    downgrade: { policy: "never", graceDays: 0 },
    onReturn: "drop_at_once",
  });
  await raiseRevision(ctx);
}
