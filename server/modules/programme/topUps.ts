// A late purchase that lifts the tier of its time: what was earned since at the lower rate is made up for.
import { type Award, evaluate } from "@fedele/core/evaluation.ts";
import { earn } from "@fedele/core/ledger.ts";
import { shareOf } from "@fedele/core/returns.ts";
import { lotTermsFor } from "../ledger/pointsTypes.ts";
import { apply, holdingOf } from "../ledger/postings.ts";
import type { MemberRecord } from "../members/facts.ts";
import type { Batch } from "./batch.ts";
import type { Since } from "./lateness.ts";
import { isBounded } from "./limitCounts.ts";
import type { NewActivity } from "./newActivity.ts";
import { isForWhole } from "./parts.ts";
import { inTenantsCurrency, walletOf } from "./progress.ts";
import { type ActivityRow, activityFrom, factsFrom, resultFrom } from "./storedActivities.ts";

/** Judges each activity again by the tier that the member should have had, and gives the difference. */
export function topUp(batch: Batch, incoming: NewActivity, since: readonly Since[], record: MemberRecord): void {
  for (const { row, returned } of since) {
    const { facts, balance } = factsFrom(row.facts, record.facts.enrolledAt);
    const who = {
      id: record.memberId,
      member: { ...facts, tier: record.standing.tier },
      timezone: batch.place.timezone,
      balance,
    };
    const activity = inTenantsCurrency(activityFrom(row), row.rate, batch.place.currency);
    const before = resultFrom(row.awards).awards;
    for (const award of evaluate(batch.programme.rules, activity, who).awards) {
      // What is bounded was bounded then: the room of that day is not known any more.
      if (isBounded(batch.programme, award) || award.rewardId !== undefined) continue;
      const had = before.find(({ ruleId }) => ruleId === award.ruleId);
      // Another part of the document may have brought it.
      if (row.part !== "" && had === undefined && isForWhole(batch.programme, award)) continue;
      const points = difference(award, had, row, returned);
      if (points > 0) give(batch, incoming, row, { ...award, points });
    }
  }
}

/** What is missing, line by line; what came back meanwhile is not made up for. */
function difference(award: Award, had: Award | undefined, row: ActivityRow, returned: readonly number[]): number {
  if (award.perLine.length === 0) return award.points - (had?.points ?? 0);
  return award.perLine.reduce((sum, points, line) => {
    const missing = Math.max(0, points - (had?.perLine[line] ?? 0));
    const sold = row.lines === null ? row.amountMinor : (row.lines[line]?.[1] ?? 1);
    return sum + missing - shareOf(missing, returned[line] ?? 0, sold);
  }, 0);
}

function give(
  batch: Batch,
  incoming: NewActivity,
  row: ActivityRow,
  award: { ruleId: string; ruleVersion: number; pointsType: number; points: number },
): void {
  const type = batch.programme.pointsTypes.get(award.pointsType);
  if (type === undefined) return;
  const wallet = walletOf(incoming, award.pointsType);
  const holding = holdingOf(batch.book, wallet);
  const lot = lotTermsFor(type, {
    zone: batch.place.timezone,
    dayMs: batch.programme.policies.backdating.lotsFrom === "purchase" ? row.eventAt : batch.ctx.now,
    funderId: row.partnerId,
    bucket: incoming.bucket,
    draws: holding.wallet.draws,
  });
  const change = earn(holding, { points: award.points, counterAccount: "issued", lot }, batch.ctx.now);
  apply(batch.ctx, batch.book, wallet, {
    ...change,
    terms: lot,
    why: {
      cause: "top_up",
      causeId: incoming.id,
      partnerId: row.partnerId,
      eventAt: row.eventAt,
      ruleId: award.ruleId,
      ruleVersion: award.ruleVersion,
      rate: row.rate,
    },
  });
}
