// What an activity gives: awards by the rules of its day, points onto the wallet, a step towards the next tier.
import type { Activity } from "@fedele/core/activity.ts";
import { type Award, evaluate } from "@fedele/core/evaluation.ts";
import type { MemberFacts } from "@fedele/core/facts.ts";
import { balanceOf, earn } from "@fedele/core/ledger.ts";
import { isSignOfLife } from "@fedele/core/lots.ts";
import { progressed, type Standing } from "@fedele/core/tiers.ts";
import { lotTermsFor, type PointsType } from "../ledger/pointsTypes.ts";
import { apply, holdingOf } from "../ledger/postings.ts";
import { breakSilence } from "../ledger/settling.ts";
import type { MemberRecord } from "../members/facts.ts";
import { type Batch, caughtUp, judgedAt, rowOf, saveRecord, tierFacts } from "./batch.ts";
import { budgetFor, spendBudgets } from "./budgets.ts";
import { noteEarned } from "./earnedRewards.ts";
import { isLateForPeriod, type Lateness, liftedByLate, tierOfItsDay } from "./lateness.ts";
import { countAwards } from "./limitCounts.ts";
import { roomsFor } from "./limits.ts";
import type { NewActivity } from "./newActivity.ts";
import { withoutRepeated } from "./parts.ts";
import { counting, inTenantsCurrency, metricChange, qualifying, walletOf } from "./progress.ts";
import { type ActivityRow, type PointsMoved, storedFacts, storedLines, storedResult } from "./storedActivities.ts";
import { topUp } from "./topUps.ts";
import { noteHaste } from "./velocity.ts";

/** Decides one activity that gives; its effects are in the batch afterwards. */
export function decideEarning(batch: Batch, incoming: NewActivity, known: MemberRecord, late: Lateness): ActivityRow {
  const activity = inTenantsCurrency(incoming.activity, incoming.rate, batch.place.currency);
  const judged = judgedAt(batch, incoming);
  const record = caughtUp(batch, known, judged);
  const { standing } = record;
  noteSignOfLife(batch, incoming);

  const tier = tierOfItsDay(standing, activity.at, late.tierChanges);
  const facts: MemberFacts = { ...record.facts, tier };
  const balance = balanceOf(holdingOf(batch.book, walletOf(incoming, 1)).wallet).total;
  const who = { id: incoming.memberId, member: facts, timezone: batch.place.timezone, balance };
  const { memberId, bucket } = incoming;
  const moment = { memberId, at: activity.at, zone: batch.place.timezone, budget: budgetFor(batch, bucket) };
  const rooms = roomsFor(batch.programme, batch.counts, moment);
  const evaluation = evaluate(batch.programme.rules, activity, who, { rooms });
  const awards = withoutRepeated(batch, incoming, evaluation.awards);
  spendBudgets(batch, incoming, { awards, short: evaluation.short });
  noteHeldOut(batch, incoming, evaluation.heldOut);
  noteEarned(batch, incoming, awards);

  const points = awarded(batch, incoming, awards);
  const earned = qualifying(batch, points);
  const counted = counting(record, activity, earned);
  const after = { ...counted, standing: climbed(batch, { record, standing, incoming, late, activity, earned }) };
  if (after.standing.tier !== standing.tier && late.since.length > 0) topUp(batch, incoming, late.since, after);
  saveRecord(batch, { before: record, after, reason: "activity", atMs: judged });
  const changed = standing.tier !== after.standing.tier;
  const result = {
    awards,
    cuts: evaluation.cuts,
    counted: countAwards(batch, incoming, awards),
    points,
    matches: [],
    shortfalls: [],
    hurries: noteHaste(batch, incoming, points),
    tier: changed ? { before: standing.tier, after: after.standing.tier } : null,
  };
  return rowOf(batch, incoming, {
    amountMinor: incoming.activity.amountMinor,
    lines: storedLines(incoming.activity.lines, incoming.imported?.rows ?? null),
    awards: storedResult(result, incoming.activity),
    facts: storedFacts(facts, balance),
    purchaseId: null,
  });
}

function noteHeldOut(batch: Batch, { bucket }: NewActivity, campaignIds: readonly string[]): void {
  for (const campaignId of campaignIds) {
    const place = `${String(bucket).padStart(5, "0")}/${campaignId}`;
    const { times } = batch.heldOut.get(place) ?? { times: 0 };
    batch.heldOut.set(place, { bucket, campaignId, times: times + 1 });
  }
}

/** Points that expire by silence live on when something happens that counts. */
function noteSignOfLife(batch: Batch, incoming: NewActivity): void {
  const { kind, at } = incoming.activity;
  for (const type of batch.programme.pointsTypes.values()) {
    if (!isSignOfLife(type.expiry, kind)) continue;
    const sign = { zone: batch.place.timezone, type, atMs: at, expiries: batch.expiries };
    breakSilence(batch.ctx, batch.book, walletOf(incoming, type.pointsType), sign);
  }
}

/** One lot per points type; one posting per rule, so that each can be explained and taken back by itself. */
function awarded(batch: Batch, incoming: NewActivity, awards: readonly Award[]): PointsMoved[] {
  const moved = new Map<number, PointsMoved>();
  for (const award of awards) {
    const type = batch.programme.pointsTypes.get(award.pointsType);
    if (type === undefined || award.points === 0 || award.rewardId !== undefined) continue;
    const lot = termsOf(batch, incoming, type);
    const wallet = walletOf(incoming, type.pointsType);
    const deposit = { points: award.points, counterAccount: "issued", lot } as const;
    const change = earn(holdingOf(batch.book, wallet), deposit, batch.ctx.now);
    apply(batch.ctx, batch.book, wallet, {
      ...change,
      terms: lot,
      why: {
        cause: "activity",
        causeId: incoming.id,
        partnerId: incoming.partnerId,
        eventAt: incoming.activity.at,
        ruleId: award.ruleId,
        ruleVersion: award.ruleVersion,
        rate: incoming.rate,
      },
    });
    moved.set(type.pointsType, {
      pointsType: type.pointsType,
      points: (moved.get(type.pointsType)?.points ?? 0) + award.points,
      lotId: lot.id,
      activatesAt: lot.activatesAt > batch.ctx.now ? lot.activatesAt : null,
      expiresAt: lot.expiresAt,
      total: balanceOf(change.holding.wallet).total,
    });
  }
  return [...moved.values()];
}

function termsOf(batch: Batch, incoming: NewActivity, type: PointsType): ReturnType<typeof lotTermsFor> {
  const fromPurchase = incoming.imported !== null || batch.programme.policies.backdating.lotsFrom === "purchase";
  return lotTermsFor(type, {
    zone: batch.place.timezone,
    dayMs: fromPurchase ? incoming.activity.at : batch.ctx.now,
    funderId: incoming.partnerId,
    bucket: incoming.bucket,
    draws: holdingOf(batch.book, walletOf(incoming, type.pointsType)).wallet.draws,
  });
}

function climbed(
  batch: Batch,
  step: {
    record: MemberRecord;
    standing: Standing;
    incoming: NewActivity;
    late: Lateness;
    activity: Activity;
    earned: number;
  },
): Standing {
  const { record, standing, incoming, late, activity, earned } = step;
  const list = batch.programme.tierLists.get(standing.listVersion ?? 0) ?? batch.programme.currentTiers;
  const change = metricChange(list.metric, activity, earned);
  if (isLateForPeriod(standing, activity.at)) return liftedByLate(batch, { record, standing, incoming, late, change });
  return progressed(standing, list, change, tierFacts(batch, record, judgedAt(batch, incoming)));
}
