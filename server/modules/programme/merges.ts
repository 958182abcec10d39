// The programme's share of a merge: what both did counts once, and the higher tier is kept.
import { mergedFacts, mergedStanding, partedCounters, partedStanding } from "@fedele/core/merging.ts";
import type { Standing } from "@fedele/core/tiers.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit } from "../../platform/outbox.ts";
import { lockFacts, type MemberRecord, saveFacts } from "../members/facts.ts";
import type { Journal, Merging, Parting, Progress } from "../members/merges.ts";
import { programmeOf } from "./programmes.ts";
import { insertTierChanges, type TierChange } from "./store/tiers.ts";
import { calendarSteps, standingNow } from "./tiers.ts";

export async function mergeProgress(ctx: LaneCtx, { from, into, tenant }: Merging): Promise<Pick<Journal, "survivor">> {
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
  if (standing.tier !== tier) changes.push(await stepTo(ctx, into, tier, standing));
  // Counted once: reports and segments sum over all members.
  await saveFacts(ctx, [after, { ...other, facts: { ...other.facts, ...nothingDone } }]);
  if (changes.length > 0) await insertTierChanges(ctx, changes);
  return { survivor: { before: progressOf({ ...survivor, standing: now.standing }), after: progressOf(after) } };
}

/** What the other brought goes back with them; what was reached since stays, and so does a tier that it reached. */
export async function partProgress(ctx: LaneCtx, { from, into, tenant, journal }: Parting): Promise<void> {
  const [records, programme] = await Promise.all([lockFacts(ctx, [from, into]), programmeOf(ctx)]);
  const other = records.find(({ memberId }) => memberId === from.memberId);
  const survivor = records.find(({ memberId }) => memberId === into.memberId);
  if (other === undefined || survivor === undefined) throw new Error("a member whose merge is undone has no facts");

  const at = (standing: Standing) => standingNow(ctx, { ...survivor, standing }, programme, tenant);
  const { before, after } = journal.survivor;
  const now = at(survivor.standing);
  const facts = { zone: tenant.timezone, enrolledAt: survivor.facts.enrolledAt, nowMs: ctx.now };
  const then = { before: at(before.standing).standing, after: at(after.standing).standing, now: now.standing };
  const standing = partedStanding(then, now.list, facts);
  const own = (field: Exclude<keyof Progress, "standing">, since: number | null): number | null =>
    since === after[field] ? before[field] : since;
  const parted = {
    ...survivor,
    facts: {
      ...survivor.facts,
      ...partedCounters(survivor.facts, journal.counters),
      lastPurchaseAt: own("lastPurchaseAt", survivor.facts.lastPurchaseAt),
    },
    standing,
    firstPurchaseAt: own("firstPurchaseAt", survivor.firstPurchaseAt),
    lastActivityAt: own("lastActivityAt", survivor.lastActivityAt),
  };

  const changes = calendarSteps(ctx, survivor, now.standing);
  if (standing.tier !== now.standing.tier) changes.push(await stepTo(ctx, into, now.standing.tier, standing));
  await saveFacts(ctx, [parted, { ...other, facts: { ...other.facts, ...journal.counters } }]);
  if (changes.length > 0) await insertTierChanges(ctx, changes);
}

async function stepTo(ctx: LaneCtx, member: Parting["into"], from: string | null, to: Standing): Promise<TierChange> {
  const id = newId(ctx.now, member.bucket);
  const data = { from, to: to.tier };
  await emit(ctx, [{ id, type: "tier.changed", ...member, at: ctx.now, data }]);
  const step = { ...member, id, from, to: to.tier, reason: "merge" };
  return { ...step, effectiveAt: to.since ?? ctx.now, createdAt: ctx.now };
}

function progressOf({ standing, facts, firstPurchaseAt, lastActivityAt }: MemberRecord): Progress {
  return { standing, firstPurchaseAt, lastPurchaseAt: facts.lastPurchaseAt, lastActivityAt };
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
