// Books what the calendar has decided about returns that wait and about tiers. Reads know it without.
import { periodAt, type Standing, standingAt, type TierList, type TierLists } from "@fedele/core/tiers.ts";
import { dateIn, endOfDate, plusDays, plusMonths } from "@fedele/core/time.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import { type Due, type SweepParts, sweepMembers, tenantNow } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockFacts, type MemberRecord, saveFacts } from "../members/facts.ts";
import { type DuePeriod, findDueStandings } from "../members/standings.ts";
import { type Programme, programmeOf, tierListsFor } from "./programmes.ts";
import { findDueParkedReturns, orphanParkedReturns } from "./store/sweeps.ts";
import { insertTierChanges, type TierChange } from "./store/tiers.ts";

/** Returns whose sale has not come in time are orphans. Returns how many. */
export async function sweepParkedReturns(parts: SweepParts, tenants: readonly Tenant[]): Promise<number> {
  let orphaned = 0;
  for (const tenant of tenants) {
    const now = tenantNow(parts.clock, tenant);
    const who = { tenantId: tenant.id, now, actor: "system" };
    for (const bucket of await findDueParkedReturns(parts.db, tenant.id, now)) {
      orphaned += await inTransaction(parts.db, who, (ctx) => orphanParkedReturns(ctx, bucket));
    }
  }
  return orphaned;
}

/** Tiers whose period, grace or courtesy is over. Returns how many members stand elsewhere now. */
export async function sweepTiers(parts: SweepParts, tenants: readonly Tenant[]): Promise<number> {
  let changed = 0;
  for (const tenant of tenants) {
    const now = tenantNow(parts.clock, tenant);
    const who = { tenantId: tenant.id, now, actor: "system" };
    const programme = await inTransaction(parts.db, who, programmeOf);
    const due = { tenantId: tenant.id, nowMs: now, periods: duePeriods(programme, tenant, now) };
    changed += await sweepMembers(
      parts,
      [tenant],
      (db, _now, after, limit) => findDueStandings(db, due, after, limit),
      rollForward,
    );
  }
  return changed;
}

/** A day's difference, or a short month's, only makes the search a little wider: the standing itself decides. */
const SLACK_DAYS = 4;

function duePeriods(programme: Programme, { timezone }: Tenant, nowMs: number): DuePeriod[] {
  return [...programme.tierLists.values()].flatMap((list) => {
    const isCurrent = list.version === programme.currentTiers.version;
    if (isCurrent && list.period.kind === "ever") return [];
    return [{ version: list.version, beforeMs: beginningBefore(list, timezone, nowMs) }];
  });
}

/** Who began a period before this moment may be through with it; null: whenever it began. */
function beginningBefore({ period }: TierList, zone: string, nowMs: number): number | null {
  switch (period.kind) {
    case "ever":
      return null;
    case "calendar":
      return periodAt(period, { zone, enrolledAt: 0 }, nowMs)?.startMs ?? null;
    case "anniversary":
      return endOfDate(zone, plusDays(plusMonths(dateIn(zone, nowMs), -period.months), SLACK_DAYS));
  }
}

async function rollForward(ctx: LaneCtx, tenant: Tenant, members: readonly Due[]): Promise<number> {
  const [records, programme] = await Promise.all([lockFacts(ctx, members), programmeOf(ctx)]);
  const steps = records.map((record) => {
    const lists = tierListsFor(programme, record.standing.listVersion);
    return { record, ...rolled(ctx, record, lists, tenant.timezone) };
  });
  const saved = steps.filter(({ record, after }) => !isSame(record.standing, after));
  const changes = saved.flatMap((step) => step.changes);
  if (saved.length > 0)
    await saveFacts(
      ctx,
      saved.map(({ record, after }) => ({ ...record, standing: after })),
    );
  if (changes.length > 0) await insertTierChanges(ctx, changes);
  await emit(ctx, changes.map(tierChanged));
  return saved.length;
}

/** The standing now, and the steps that led there: a courtesy that ended, then what the periods brought. */
function rolled(
  ctx: LaneCtx,
  record: MemberRecord,
  lists: TierLists,
  zone: string,
): { after: Standing; changes: TierChange[] } {
  const { bucket, memberId, standing } = record;
  const facts = { zone, enrolledAt: record.facts.enrolledAt, nowMs: ctx.now };
  const now = standingAt(standing, lists, facts);
  const { manualUntil } = standing;
  const isManualOver = manualUntil !== null && manualUntil <= ctx.now;
  const after = isManualOver ? { ...now, manualTier: null, manualUntil: null } : now;
  const change = (
    from: string | null,
    to: string | null,
    why: { reason: string; effectiveAt: number },
  ): TierChange[] =>
    from === to ? [] : [{ bucket, memberId, id: newId(ctx.now, bucket), from, to, ...why, createdAt: ctx.now }];
  return {
    after,
    changes: [
      ...(isManualOver
        ? change(standing.manualTier, standing.tier, { reason: "manual_end", effectiveAt: manualUntil })
        : []),
      ...change(standing.tier, after.tier, { reason: "period", effectiveAt: after.since ?? ctx.now }),
    ],
  };
}

function isSame(a: Standing, b: Standing): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function tierChanged({ id, bucket, memberId, effectiveAt, from, to }: TierChange): OutboxEvent {
  return { id, type: "tier.changed", bucket, memberId, at: effectiveAt, data: { from, to } };
}
