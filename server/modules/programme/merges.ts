// The programme's share of a merge: what both did counts once, and the higher tier is kept.
import { mergedFacts, mergedStanding } from "@fedele/core/merging.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit } from "../../platform/outbox.ts";
import { lockFacts, saveFacts } from "../members/facts.ts";
import type { Merging } from "../members/merges.ts";
import { programmeOf } from "./programmes.ts";
import { insertTierChanges } from "./store/tiers.ts";
import { calendarSteps, standingNow } from "./tiers.ts";

export async function mergeProgress(ctx: LaneCtx, { from, into, tenant }: Merging): Promise<void> {
  const [records, programme] = await Promise.all([lockFacts(ctx, [from, into]), programmeOf(ctx)]);
  const other = records.find(({ memberId }) => memberId === from.memberId);
  const survivor = records.find(({ memberId }) => memberId === into.memberId);
  if (other === undefined || survivor === undefined) throw new Error("a member who is merged has no facts");

  const now = standingNow(ctx, survivor, programme, tenant);
  const facts = { zone: tenant.timezone, enrolledAt: survivor.facts.enrolledAt, nowMs: ctx.now };
  const standing = mergedStanding(now.standing, standingNow(ctx, other, programme, tenant).standing, now.list, facts);
  const after = {
    ...survivor,
    facts: mergedFacts(survivor.facts, other.facts),
    standing,
    firstPurchaseAt: earlier(survivor.firstPurchaseAt, other.firstPurchaseAt),
    lastActivityAt: later(survivor.lastActivityAt, other.lastActivityAt),
  };

  const changes = calendarSteps(ctx, survivor, now.standing);
  const { tier } = now.standing;
  if (standing.tier !== tier) {
    const id = newId(ctx.now, into.bucket);
    const step = { ...into, id, from: tier, to: standing.tier, reason: "merge" };
    changes.push({ ...step, effectiveAt: standing.since ?? ctx.now, createdAt: ctx.now });
    const data = { from: tier, to: standing.tier };
    await emit(ctx, [{ id, type: "tier.changed", ...into, at: ctx.now, data }]);
  }
  // Counted once: reports and segments sum over all members.
  await saveFacts(ctx, [after, { ...other, facts: { ...other.facts, ...nothingDone } }]);
  if (changes.length > 0) await insertTierChanges(ctx, changes);
}

const nothingDone = {
  spendMinor: 0,
  purchases: 0,
  visits: 0,
  referrals: 0,
  shares: 0,
  advocacy: 0,
  qualifyingPoints: 0,
} as const;

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

function later(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
