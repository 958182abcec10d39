// What a basket would earn: the same rules, the same member, nothing written.
import type { Activity } from "@fedele/core/activity.ts";
import { type Evaluation, evaluate } from "@fedele/core/evaluation.ts";
import { newcomer, type Who } from "@fedele/core/facts.ts";
import { effectiveTier, standingAt, tierFor } from "@fedele/core/tiers.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { PointsType } from "../ledger/pointsTypes.ts";
import { readWallets, type WalletView } from "../ledger/statements.ts";
import { findAllFacts, type MemberRecord } from "../members/facts.ts";
import { noSuchMember } from "../members/members.ts";
import { type Counts, readCounts, roomsFor } from "./limits.ts";
import { type Programme, programmeOf, tierListsFor } from "./programmes.ts";
import { findBudgets } from "./store/budgets.ts";
import { sumSlots } from "./store/campaignSlots.ts";

/** Whom the basket is tried for: a member, or null for somebody new. */
export type Asked = Readonly<{
  member: Readonly<{ bucket: number; memberId: string }> | null;
  activity: Activity;
  explains: "why_not" | "nothing";
  tenant: Tenant;
}>;

/** `wallets`: what the member has, of whom it was asked. */
export type Evaluated = Evaluation & Readonly<{ programme: Programme; wallets: readonly WalletView[] }>;

/**
 * Judges what was asked at the same time in one transaction; refuses for whom there is no member. `types`: those that
 * the caller has read.
 */
export async function evaluateActivities(
  ctx: Ctx,
  asked: readonly Asked[],
  types?: readonly PointsType[],
): Promise<(Evaluated | Refusal)[]> {
  const [programme, known] = await Promise.all([programmeOf(ctx), findWho(ctx, asked, types)]);
  const [counts, left] = await Promise.all([countsOf(ctx, programme, asked), budgetsLeft(ctx, programme)]);
  return asked.map((question): Evaluated | Refusal => {
    const who = whoIs(ctx, programme, question, known);
    if (who === null) return noSuchMember();
    const place = { memberId: who.id ?? "", at: question.activity.at, zone: who.timezone, budget: left };
    const rooms = roomsFor(programme, counts, place);
    const options = question.explains === "why_not" ? { rooms, explain: {} } : { rooms };
    const { wallets = [] } = known.get(question.member?.memberId ?? "") ?? {};
    return { ...evaluate(programme.rules, question.activity, who, options), programme, wallets };
  });
}

/** What the members have had of what is limited; a newcomer had nothing. */
function countsOf(ctx: Ctx, programme: Programme, asked: readonly Asked[]): Promise<Counts> {
  const told = asked.flatMap(({ member, activity }) => (member === null ? [] : [{ ...member, activity }]));
  return readCounts(ctx, programme, told, asked[0]?.tenant.timezone ?? "UTC");
}

/** All that budgets hold, wherever it lies. */
async function budgetsLeft(ctx: Ctx, { budgets }: Programme): Promise<(campaign: { id: string }) => number> {
  if (budgets.length === 0) return () => 0;
  const [rows, sums] = await Promise.all([findBudgets(ctx, budgets), sumSlots(ctx, budgets)]);
  const left = new Map(rows.map(({ campaignId, free }) => [campaignId, free + (sums.get(campaignId)?.free ?? 0)]));
  return ({ id }) => left.get(id) ?? 0;
}

type Known = ReadonlyMap<string, Readonly<{ record: MemberRecord; wallets: readonly WalletView[] }>>;

async function findWho(ctx: Ctx, asked: readonly Asked[], types?: readonly PointsType[]): Promise<Known> {
  const questions = new Map(
    asked.flatMap(({ member, tenant }) =>
      member === null ? [] : [[member.memberId, { ...member, zone: tenant.timezone }] as const],
    ),
  );
  const members = [...questions.values()];
  if (members.length === 0) return new Map();
  const [records, wallets] = await Promise.all([findAllFacts(ctx, members), readWallets(ctx, members, types)]);
  const recordOf = new Map(records.map((record) => [record.memberId, record]));
  return new Map(
    members.flatMap(({ memberId }, index) => {
      const [record, views] = [recordOf.get(memberId), wallets[index]];
      if (record === undefined || views === undefined || views instanceof Refusal) return [];
      return [[memberId, { record, wallets: views }] as const];
    }),
  );
}

function whoIs(ctx: Ctx, programme: Programme, asked: Asked, known: Known): Who | null {
  const { member, activity, tenant } = asked;
  const { timezone } = tenant;
  if (member === null) {
    const facts = { ...newcomer(ctx.now), tier: tierFor(programme.currentTiers, 0) };
    return { member: facts, timezone, balance: 0 };
  }
  const found = known.get(member.memberId);
  if (found === undefined) return null;
  const { record, wallets } = found;
  const balance = wallets[0]?.balance.total ?? 0;
  const lists = tierListsFor(programme, record.standing.listVersion);
  const facts = { zone: timezone, enrolledAt: record.facts.enrolledAt, nowMs: ctx.now };
  const tier = effectiveTier(standingAt(record.standing, lists, facts), activity.at);
  return { id: record.memberId, member: { ...record.facts, tier }, timezone, balance };
}
