// What was given is counted where it is limited, and given back by returns.
import type { Award } from "@fedele/core/evaluation.ts";
import { type Count, periodOf } from "@fedele/core/limits.ts";
import { ruleNamed } from "@fedele/core/rules.ts";
import type { Batch } from "./batch.ts";
import { cappedPeriods, capScope, type LimitedScope, scopesOf } from "./limitScopes.ts";
import { listIn } from "./limits.ts";
import type { NewActivity } from "./newActivity.ts";
import type { Programme } from "./programmes.ts";
import { type ActivityRow, type CountedCap, resultFrom } from "./storedActivities.ts";

/** Counts what was given, and says which caps it was counted under. */
export function countAwards(batch: Batch, incoming: NewActivity, awards: readonly Award[]): readonly CountedCap[] {
  const { limits } = batch.programme;
  if (limits.scopes.length === 0) return [];
  const { memberId, bucket, activity } = incoming;
  const place = { memberId, bucket, at: activity.at };
  const seen = new Set<string>();
  const caps = new Map<string, CountedCap>();
  for (const award of awards) {
    for (const scope of scopesOf(batch.programme.rules, award)) {
      count(batch, { ...scope, ...place }, { points: award.points, times: Number(!seen.has(scope.scopeId)) });
      seen.add(scope.scopeId);
    }
    if (award.rewardId !== undefined) continue;
    for (const per of cappedPeriods(limits, award.pointsType)) {
      count(
        batch,
        { scopeId: capScope(award.pointsType), limit: { per }, ...place },
        { points: award.points, times: 0 },
      );
      caps.set(`${award.pointsType} ${per}`, [award.pointsType, per]);
    }
  }
  return [...caps.values()];
}

type Place = LimitedScope & Readonly<{ memberId: string; bucket: number; at: number }>;

function count(batch: Batch, { scopeId, limit, memberId, bucket, at }: Place, change: Count): void {
  const { per, since } = periodOf(limit.per, at, batch.place.timezone);
  const list = listIn(batch.counts, memberId, scopeId);
  const place = list.findIndex((it) => it.per === per && it.since === since);
  const before = list[place] ?? { points: 0, times: 0 };
  const after = { per, since, points: before.points + change.points, times: before.times + change.times };
  if (place === -1) list.push(after);
  else list[place] = after;

  const key = `${String(bucket).padStart(5, "0")}/${memberId}/${scopeId}/${per}/${since}`;
  const soFar = batch.counts.changes.get(key) ?? { points: 0, times: 0 };
  const points = soFar.points + change.points;
  const times = soFar.times + change.times;
  batch.counts.changes.set(key, { bucket, memberId, scopeId, per, since, points, times });
}

/** A return gives the room back, in the period of its purchase. `taken`: points per award, before and after it. */
export function uncountAwards(
  batch: Batch,
  purchase: ActivityRow,
  taken: { before: readonly number[]; after: readonly number[] },
): void {
  const { awards, counted } = resultFrom(purchase.awards);
  const { memberId, bucket, eventAt: at } = purchase;
  const gone = new Map<string, { scope: LimitedScope; given: number; before: number; after: number }>();
  for (const [index, award] of awards.entries()) {
    // A reward keeps its room until it is known whether it can be taken back at all (earnedRewards.ts).
    const isPiece = award.rewardId !== undefined;
    const before = isPiece ? 0 : (taken.before[index] ?? 0);
    const after = isPiece ? 0 : (taken.after[index] ?? 0);
    for (const scope of scopesOf(batch.programme.rules, award)) {
      const sum = gone.get(scope.scopeId) ?? { scope, given: 0, before: 0, after: 0 };
      sum.given += award.points;
      sum.before += before;
      sum.after += after;
      gone.set(scope.scopeId, sum);
    }
    for (const [type, per] of counted.filter(([capped]) => capped === award.pointsType)) {
      const place = { scopeId: capScope(type), limit: { per }, memberId, bucket, at };
      if (after > before) count(batch, place, { points: before - after, times: 0 });
    }
  }
  for (const { scope, given, before, after } of gone.values()) {
    // Once everything that the scope gave is taken back it never gave: that time is free again.
    const times = before < given && after === given ? -1 : 0;
    if (after > before) count(batch, { ...scope, memberId, bucket, at }, { points: before - after, times });
  }
}

/** Whether an award is bounded by something that looks at more than its own activity. */
export function isBounded(programme: Programme, award: Award): boolean {
  const budget = ruleNamed(programme.rules, award.ruleId, award.ruleVersion)?.campaign.budget ?? null;
  return budget !== null || scopesOf(programme.rules, award).length > 0 || programme.limits.caps.has(award.pointsType);
}
