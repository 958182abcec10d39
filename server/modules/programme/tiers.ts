// The tiers of the programme, and where a member stands.
import { effectiveTier, rankOf, type Standing, standingAt, type Tier, type TierList } from "@fedele/core/tiers.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getFacts, lockFacts, type MemberRecord, saveFacts } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { type Programme, programmeOf, tierListsFor } from "./programmes.ts";
import { insertTierList, raiseRevision } from "./store/programmes.ts";
import { insertTierChanges, type TierChange } from "./store/tiers.ts";

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

/** Tiers rise, start at 0 and have codes of their own. */
export async function changeTiers(ctx: Ctx, asked: Omit<TierList, "version">): Promise<TierList> {
  checkTiers(asked.tiers);
  const { tierLists } = await programmeOf(ctx);
  const list = { ...asked, version: Math.max(0, ...tierLists.keys()) + 1 };
  await insertTierList(ctx, list);
  await raiseRevision(ctx);
  return list;
}

function checkTiers(tiers: readonly Tier[]): void {
  const rises = tiers.every((tier, index) => index === 0 || tier.threshold > (tiers[index - 1]?.threshold ?? 0));
  if (tiers[0]?.threshold !== 0) throw new Refusal("invalid", "The first tier starts at 0.", { field: "tiers" });
  if (!rises) throw new Refusal("invalid", "Each tier starts above the one before.", { field: "tiers" });
  if (new Set(tiers.map(({ code }) => code)).size < tiers.length) {
    throw new Refusal("invalid", "Each tier has a code of its own.", { field: "tiers" });
  }
}

export type MemberStanding = Readonly<{
  standing: Standing;
  list: TierList;
  tier: string | null;
  nextTier: Tier | null;
  nowMs: number;
}>;

/** Where a member stands at this moment, whatever has been booked so far. */
export async function memberStanding(ctx: Ctx, member: MemberKey, tenant: Tenant): Promise<MemberStanding> {
  const [record, programme] = await Promise.all([getFacts(ctx, member), programmeOf(ctx)]);
  return standingNow(ctx, record, programme, tenant);
}

/** The code of the tier that a member is in at this moment. */
export function tierOf(ctx: Ctx, record: MemberRecord, programme: Programme, tenant: Tenant): string | null {
  return standingNow(ctx, record, programme, tenant).tier;
}

export function standingNow(ctx: Ctx, record: MemberRecord, programme: Programme, tenant: Tenant): MemberStanding {
  const lists = tierListsFor(programme, record.standing.listVersion);
  const facts = { zone: tenant.timezone, enrolledAt: record.facts.enrolledAt, nowMs: ctx.now };
  const standing = standingAt(record.standing, lists, facts);
  const list = programme.tierLists.get(standing.listVersion ?? 0) ?? programme.currentTiers;
  const tier = effectiveTier(standing, ctx.now);
  return { standing, list, tier, nextTier: list.tiers[rankOf(list, standing.tier) + 1] ?? null, nowMs: ctx.now };
}

/** What the calendar did to the earned tier and nobody has written down yet. */
export function calendarSteps(ctx: Ctx, { bucket, memberId, standing }: MemberRecord, after: Standing): TierChange[] {
  if (standing.tier === after.tier) return [];
  const step = { bucket, memberId, from: standing.tier, to: after.tier, reason: "period" };
  return [{ ...step, id: newId(ctx.now, bucket), effectiveAt: after.since ?? ctx.now, createdAt: ctx.now }];
}

/** A courtesy tier beats what was earned until its end; null takes it away. */
export async function setManualTier(
  ctx: Ctx,
  member: MemberKey,
  asked: { manual: { tier: string; until: number } | null; tenant: Tenant },
): Promise<MemberStanding> {
  const [[record], programme] = await Promise.all([lockFacts(ctx, [member]), programmeOf(ctx)]);
  if (record === undefined) throw noSuchMember();
  const { standing, list } = standingNow(ctx, record, programme, asked.tenant);
  const { manual } = asked;
  if (manual !== null && rankOf(list, manual.tier) < 0) {
    throw new Refusal("invalid", `The programme has no tier "${manual.tier}".`, { field: "tier" });
  }
  if (manual !== null && manual.until <= ctx.now) {
    throw new Refusal("invalid", "The end of the tier lies in the past.", { field: "until" });
  }
  const after = { ...standing, manualTier: manual?.tier ?? null, manualUntil: manual?.until ?? null };
  await saveFacts(ctx, [{ ...record, standing: after }]);
  const change = {
    ...member,
    id: newId(ctx.now, member.bucket),
    from: effectiveTier(standing, ctx.now),
    to: effectiveTier(after, ctx.now),
    reason: manual === null ? "manual_end" : "manual",
    effectiveAt: ctx.now,
    endsAt: manual?.until ?? null,
    createdAt: ctx.now,
  };
  await insertTierChanges(ctx, [...calendarSteps(ctx, record, after), change]);
  return standingNow(ctx, { ...record, standing: after }, programme, asked.tenant);
}
