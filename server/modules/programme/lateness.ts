// Purchases that are told after the fact: judged by the tier of their day, counted in the period they belong to.
import {
  effectiveTier,
  periodAt,
  progressed,
  rankOf,
  type Standing,
  type TierFacts,
  tierFor,
} from "@fedele/core/tiers.ts";
import type { MemberRecord } from "../members/facts.ts";
import { type Batch, tierFacts } from "./batch.ts";
import type { NewActivity } from "./newActivity.ts";
import { AHEAD_MS } from "./policies.ts";
import { inTenantsCurrency, metricChange, qualifying } from "./progress.ts";
import { findActivitiesBetween } from "./store/activities.ts";
import { findReturned } from "./store/returns.ts";
import { findTierChanges, isByHand, type TierChange } from "./store/tiers.ts";
import { type ActivityRow, activityFrom, resultFrom } from "./storedActivities.ts";

/** What had to be looked up because an activity is told after the fact. */
export type Lateness = Readonly<{
  /** Every step of the member's tier; empty where the present is all that counts. */
  tierChanges: readonly TierChange[];
  /** What the metric had reached in the activity's own period, without it. */
  periodValue: number;
  /** What the member did since, where the programme tops it up. */
  since: readonly Since[];
}>;

/** An activity, and how much of each line has come back meanwhile. */
export type Since = Readonly<{ row: ActivityRow; returned: readonly number[] }>;

export const punctual: Lateness = { tierChanges: [], periodValue: 0, since: [] };

/** Whether an activity is told so late that the member's tier may have changed meanwhile. */
export function isLate(atMs: number, nowMs: number): boolean {
  return atMs < nowMs - AHEAD_MS;
}

/** Whether the activity belongs to a period that is over. */
export function isLateForPeriod(standing: Standing, atMs: number): boolean {
  return standing.periodStart !== null && atMs < standing.periodStart;
}

/** The tier that counted for the member at that moment: one given by hand in its own days, else the one earned. */
export function tierOfItsDay(standing: Standing, atMs: number, changes: readonly TierChange[]): string | null {
  const byHand = changes.filter(isByHand);
  const earned = changes.filter((change) => !isByHand(change));
  const given = byHand.findLast(({ effectiveAt }) => effectiveAt <= atMs);
  if (given?.endsAt != null && atMs < given.endsAt) return given.to;
  if (byHand.length === 0 && (standing.since === null || atMs >= standing.since)) return effectiveTier(standing, atMs);
  if (standing.since !== null && atMs >= standing.since) return standing.tier;
  const earlier = earned.findLast(({ effectiveAt }) => effectiveAt <= atMs);
  return earlier === undefined ? (earned[0]?.from ?? standing.tier) : earlier.to;
}

/** The history of members whose tier a return may lower within its period: it falls no lower than the period began. */
export async function readHistories(batch: Batch, returns: readonly NewActivity[]): Promise<void> {
  const { onReturn, period } = batch.programme.currentTiers;
  if (returns.length === 0 || onReturn !== "drop_at_once" || period.kind === "ever") return;
  const members = [...new Map(returns.map((it) => [it.memberId, it])).values()];
  batch.histories.push(...(await findTierChanges(batch.ctx, members)));
}

/** The tier with which the member's period began. */
export function carriedTier(batch: Batch, { memberId, standing }: MemberRecord): string | null {
  const { periodStart } = standing;
  if (periodStart === null) return null;
  const earned = [...batch.histories, ...batch.tierChanges].filter((it) => it.memberId === memberId && !isByHand(it));
  return earned.findLast(({ effectiveAt }) => effectiveAt <= periodStart)?.to ?? null;
}

/** A late activity may lift the tier that its own period earned, as long as that tier would still be valid. */
export function liftedByLate(
  batch: Batch,
  step: { record: MemberRecord; standing: Standing; incoming: NewActivity; late: Lateness; change: number },
): Standing {
  const { record, standing, incoming, late, change } = step;
  const list = batch.programme.tierLists.get(standing.listVersion ?? 0) ?? batch.programme.currentTiers;
  const reached = tierFor(list, late.periodValue + change);
  if (rankOf(list, reached) <= rankOf(list, standing.tier)) return standing;

  const atThen: TierFacts = { ...tierFacts(batch, record, batch.ctx.now), nowMs: incoming.activity.at };
  const then = progressed({ ...standing, tier: null, periodValue: late.periodValue }, list, change, atThen);
  const isOver = then.until !== null && then.until <= batch.ctx.now;
  if (isOver) return standing;
  return { ...standing, tier: reached, since: incoming.activity.at, until: then.until, next: null };
}

/** What the metric reached in the period that a late activity belongs to, reckoned from the activities themselves. */
export async function readPeriodValue(batch: Batch, { memberId, bucket, activity }: NewActivity): Promise<number> {
  const record = batch.records.get(memberId);
  if (record === undefined || !isLateForPeriod(record.standing, activity.at)) return 0;
  const list = batch.programme.tierLists.get(record.standing.listVersion ?? 0) ?? batch.programme.currentTiers;
  const period = periodAt(list.period, tierFacts(batch, record, activity.at), activity.at);
  if (period === null) return 0;
  const stretch = { fromMs: period.startMs, untilMs: period.endMs };
  const rows = await findActivitiesBetween(batch.ctx, { bucket, memberId }, stretch);
  const inPeriod = new Set(rows.map(({ id }) => id));
  return rows.reduce((sum, row) => {
    // A return counts in the period of its purchase, or nowhere.
    if (row.kind === "return" && !inPeriod.has(row.purchaseId ?? "")) return sum;
    const told = inTenantsCurrency(activityFrom(row), row.rate, batch.place.currency);
    const isReturn = row.kind === "return";
    const counted = isReturn ? ({ kind: "purchase", amountMinor: row.amountMinor } as const) : told;
    const change = metricChange(list.metric, counted, qualifying(batch, resultFrom(row.awards).points));
    return sum + (isReturn && list.metric !== "points" ? -change : change);
  }, 0);
}

/** What the member did between a late activity and now, if the programme would top it up. */
export async function readSince(batch: Batch, { memberId, bucket, activity }: NewActivity): Promise<Since[]> {
  if (batch.programme.policies.lateTier.kind !== "top_up") return [];
  const stretch = { fromMs: activity.at, untilMs: batch.ctx.now + 1 };
  const rows = await findActivitiesBetween(batch.ctx, { bucket, memberId }, stretch);
  const returned = await findReturned(batch.ctx, rows);
  const quantities = new Map(returned.map((it) => [it.activityId, it.returned.quantities]));
  return rows.map((row) => ({ row, returned: quantities.get(row.id) ?? [] }));
}
