// Which tiers counted for a member since some moment, for whoever gives rights by them.
import type { TierSpan } from "@fedele/core/benefits.ts";
import { effectiveTier } from "@fedele/core/tiers.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { tierOfItsDay } from "./lateness.ts";
import { findTierChanges, isByHand, type TierChange } from "./store/tiers.ts";
import { memberStanding } from "./tiers.ts";

type MemberKey = Readonly<{ bucket: number; memberId: string }>;

/** From the first to the one that counts now, whatever has been booked so far. */
export async function tierSpansSince(
  ctx: Ctx,
  member: MemberKey,
  tenant: Tenant,
  sinceMs: number,
): Promise<TierSpan[]> {
  const [{ standing }, changes] = await Promise.all([
    memberStanding(ctx, member, tenant),
    findTierChanges(ctx, [member]),
  ]);
  const moments = [
    ...changes.flatMap(({ effectiveAt, endsAt = null }) => [effectiveAt, endsAt ?? effectiveAt]),
    standing.since ?? sinceMs,
  ];
  const within = moments.filter((at) => at > sinceMs && at <= ctx.now);
  const starts = [...new Set([sinceMs, ...within])].sort((a, b) => a - b);
  const tierAt = (atMs: number, index: number): string | null =>
    index === starts.length - 1 ? effectiveTier(standing, ctx.now) : tierOfItsDay(standing, atMs, changes);
  const stretches = starts.map((fromMs, index) => ({ fromMs, tier: tierAt(fromMs, index) }));
  const steps = stretches.filter(({ tier }, index) => index === 0 || tier !== stretches[index - 1]?.tier);
  return steps.map(({ fromMs, tier }, index) => {
    const untilMs = steps[index + 1]?.fromMs ?? null;
    return { tier, fromMs, untilMs, wasTakenBack: untilMs !== null && isReturned(changes, untilMs) };
  });
}

/** A tier that somebody gave by hand rests on no purchase. */
function isReturned(changes: readonly TierChange[], atMs: number): boolean {
  return changes.some((change) => change.effectiveAt === atMs && change.reason === "return" && !isByHand(change));
}
