// What campaigns may still give, batch by batch: out of the slices that belong to the buckets of its members.
import type { Award, Evaluation } from "@fedele/core/evaluation.ts";
import { ruleNamed } from "@fedele/core/rules.ts";
import type { Batch } from "./batch.ts";
import type { NewActivity } from "./newActivity.ts";
import type { Programme } from "./programmes.ts";
import { leftIn, noteMissing, take } from "./slices.ts";

/** What is left of each campaign's budget for members of that bucket. */
export function budgetFor({ slices }: Batch, bucket: number): (campaign: { id: string }) => number {
  return ({ id: campaignId }) => leftIn(slices, { bucket, campaignId });
}

/** Takes what was given out of its slices, and notes what was not there. */
export function spendBudgets(
  batch: Batch,
  { bucket, memberId }: NewActivity,
  { awards, short }: Pick<Evaluation, "awards" | "short">,
): void {
  for (const award of awards) {
    const campaignId = budgetOf(batch.programme, award);
    if (campaignId !== null) take(batch.slices, { bucket, campaignId }, award.points);
  }
  for (const [campaignId, points] of short) {
    // Of a campaign that has ended nothing is asked for.
    if (batch.slices.campaignIds.has(campaignId)) noteMissing(batch.slices, { campaignId, bucket, memberId, points });
  }
}

/** Points that came back may be given again. */
export function refundBudget(batch: Batch, bucket: number, award: Award, points: number): void {
  const campaignId = budgetOf(batch.programme, award);
  if (campaignId !== null) take(batch.slices, { bucket, campaignId }, -points);
}

/** The campaign whose budget pays for an award, or null. */
export function budgetOf({ rules }: Programme, { ruleId, ruleVersion }: Award): string | null {
  const campaign = ruleNamed(rules, ruleId, ruleVersion)?.campaign;
  return campaign === undefined || campaign.budget === null ? null : campaign.id;
}
