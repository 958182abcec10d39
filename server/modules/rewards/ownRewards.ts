// What one member can have and use: the catalogue as he sees it, and all of it that a till can give him now.
import { whyNoReward } from "@fedele/core/rewards.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { readWallets } from "../ledger/statements.ts";
import { getFacts } from "../members/facts.ts";
import { memberStanding } from "../programme/tiers.ts";
import { activeRewards, type IssuedRow } from "./issuedRewards.ts";
import { findIssuedNames, type MemberKey } from "./store/issuedRewards.ts";
import { listLiveRewards, type RewardRow } from "./store/rewards.ts";

/** How many rewards a member is shown: the latest ones. */
export const SHOWN_MAX = 200;

/** Reasons that a member may wait out, climb over, or hope about. What is not meant for him is not shown. */
type WhyLater = "too_early" | "other_tier" | "out_of_stock";

export type ShownReward = Readonly<{
  reward: RewardRow;
  /** The names of the tiers that it is for. */
  tiers: readonly string[];
  missing: number;
  why: WhyLater | null;
}>;

/** What can be had now, the cheapest first; then what is nearest. */
export async function rewardsFor(ctx: Ctx, member: MemberKey, tenant: Tenant): Promise<ShownReward[]> {
  const [rewards, { facts }, { tier, list }, [wallets]] = await Promise.all([
    listLiveRewards(ctx, SHOWN_MAX),
    getFacts(ctx, member),
    memberStanding(ctx, member, tenant),
    readWallets(ctx, [{ ...member, zone: tenant.timezone }]),
  ]);
  if (wallets === undefined || wallets instanceof Refusal) throw wallets ?? new Error("a member has no wallets at all");
  const spendable = new Map(wallets.map(({ type, balance }) => [type.pointsType, balance.spendable]));
  const nameOf = (code: string): string => list.tiers.find((one) => one.code === code)?.name ?? code;
  const about = { member: { ...facts, tier }, timezone: tenant.timezone };
  return rewards
    .flatMap((reward): ShownReward[] => {
      const why = whyNoReward(reward, about, ctx.now);
      if (why === "ended" || why === "too_late" || why === "other_audience") return [];
      const missing = Math.max(0, reward.points - (spendable.get(reward.pointsType) ?? 0));
      return [{ reward, tiers: reward.tiers.map(nameOf), missing, why }];
    })
    .toSorted(nearestFirst);
}

export type Usable = Readonly<{ held: readonly Readonly<{ issued: IssuedRow; name: string }>[]; buyable: RewardRow[] }>;

/** What whoever stands at a till can use: what is good of what they have, and what their points buy at this moment. */
export async function usableBy(ctx: Ctx, member: MemberKey, tenant: Tenant): Promise<Usable> {
  const [shown, unused] = await Promise.all([rewardsFor(ctx, member, tenant), activeRewards(ctx, member)]);
  const held = unused.toSorted(soonestFirst).slice(0, SHOWN_MAX);
  const ids = held.map(({ id }) => id);
  const names = await findIssuedNames(ctx, member, ids);
  const buyable = shown.filter(({ missing, why }) => missing === 0 && why === null).map(({ reward }) => reward);
  return { held: held.map((issued) => ({ issued, name: names.get(issued.id) ?? "" })), buyable };
}

function soonestFirst(a: IssuedRow, b: IssuedRow): number {
  return (a.expiresAt ?? Number.MAX_SAFE_INTEGER) - (b.expiresAt ?? Number.MAX_SAFE_INTEGER);
}

function nearestFirst(a: ShownReward, b: ShownReward): number {
  return rank(a) - rank(b) || a.missing - b.missing || a.reward.points - b.reward.points;
}

function rank({ why, missing }: ShownReward): number {
  if (why !== null) return 2;
  return missing === 0 ? 0 : 1;
}
