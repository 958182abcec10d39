// What a campaign would have given for the latest purchases, had it been there: judged by what was stored with them, in
// the order in which they happened. Nothing is written.
import type { Campaign } from "@fedele/core/campaigns.ts";
import { type Award, evaluate } from "@fedele/core/evaluation.ts";
import { type FaceValue, worthOf } from "@fedele/core/faceValue.ts";
import { leftOf, type PeriodCount, periodOf } from "@fedele/core/limits.ts";
import { compileRules, type Rule } from "@fedele/core/rules.ts";
import type { Cut, Rooms } from "@fedele/core/stacking.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { newId } from "../../platform/ids.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { findEnrolments } from "../members/facts.ts";
import { roomsOf } from "./explanations.ts";
import { type Programme, programmeOf } from "./programmes.ts";
import { inTenantsCurrency } from "./progress.ts";
import { findLatestPurchases } from "./store/activities.ts";
import { type ActivityRow, activityFrom, factsFrom, resultFrom } from "./storedActivities.ts";

/** Of the purchases that would have earned so many are shown. */
const EXAMPLES_MAX = 5;

/** The draft, as a campaign that was there all along. */
export type Draft = Readonly<{
  terms: Omit<Campaign, "id">;
  rules: readonly Omit<Rule, "id" | "version" | "campaignId">[];
  budgetPoints: number | null;
}>;

type Sum = Readonly<{ pointsType: number; points: number; worthMinor: number | null }>;
type Pieces = Sum & Readonly<{ rewardId: string; pieces: number }>;
type Gave = Readonly<{ name: string; pointsType: number; points: number; rewardId?: string | undefined }>;
type Example = Readonly<{ row: ActivityRow; gave: readonly Gave[] }>;

export type Trial = Readonly<{
  purchases: number;
  members: number;
  firstAt: number | null;
  lastAt: number | null;
  /** Purchases that would have earned something by the draft, and their members. */
  earning: number;
  earningMembers: number;
  heldOut: number;
  /** Awards that a limit, a cap or the budget would have made smaller, or nothing. */
  cut: number;
  points: readonly Sum[];
  /** Rewards that it would have given, and what they cost in the catalogue. */
  rewards: readonly Pieces[];
  /** What all campaigns together would have given more, because some would have been kept away or outdone. */
  net: readonly Sum[];
  examples: readonly Example[];
}>;

export async function tryCampaign(
  ctx: Ctx,
  draft: Draft,
  asked: { purchases: number; tenant: Tenant },
): Promise<Trial> {
  const [programme, latest] = await Promise.all([programmeOf(ctx), findLatestPurchases(ctx, asked.purchases)]);
  const rows = latest.toReversed();
  const members = [...new Map(rows.map(({ bucket, memberId }) => [memberId, { bucket, memberId }])).values()];
  const enrolledAt = await findEnrolments(ctx, members);

  const scene = sceneOf(ctx, draft, programme);
  const judged = rows.map((row) => judge(scene, row, { enrolledAt: enrolledAt.get(row.memberId) ?? 0, ...asked }));

  return { ...summed(judged, programme), examples: examplesOf(judged, scene) };
}

type Scene = Readonly<{
  campaign: Campaign;
  /** The rules as they are, and the same with the draft's among them. */
  without: Programme["rules"];
  withDraft: Programme["rules"];
  ids: ReadonlySet<string>;
  counts: Map<string, PeriodCount[]>;
  budget: { left: number };
}>;

function sceneOf(ctx: Ctx, { terms, rules, budgetPoints }: Draft, programme: Programme): Scene {
  const campaign = { ...terms, id: newId(ctx.now, 0) };
  const drafted = rules.map(
    (rule): Rule => ({
      ...rule,
      validFrom: null,
      validUntil: null,
      id: newId(ctx.now, 0),
      version: 1,
      campaignId: campaign.id,
    }),
  );
  const campaigns = [...programme.campaigns.values()].map((known) => ({ ...known.terms, id: known.id }));
  return {
    campaign,
    without: programme.rules,
    withDraft: compileRules([...programme.rules.rules.map(({ rule }) => rule), ...drafted], [...campaigns, campaign]),
    ids: new Set(drafted.map(({ id }) => id)),
    counts: new Map(),
    budget: { left: budgetPoints ?? Number.POSITIVE_INFINITY },
  };
}

type Judged = Readonly<{
  row: ActivityRow;
  awards: readonly Award[];
  before: readonly Award[];
  after: readonly Award[];
  isHeldOut: boolean;
  cut: number;
}>;

function judge(scene: Scene, row: ActivityRow, asked: { enrolledAt: number; tenant: Tenant }): Judged {
  const { timezone, currency } = asked.tenant;
  const { facts, balance } = factsFrom(row.facts, asked.enrolledAt);
  const who = { id: row.memberId, member: facts, timezone, balance };
  const activity = inTenantsCurrency(activityFrom(row), row.rate, currency);
  const { cuts } = resultFrom(row.awards);

  const before = evaluate(scene.without, activity, who, { rooms: roomsOf(cuts) });
  const rooms = roomsWith(scene, cuts, { memberId: row.memberId, at: activity.at, zone: timezone });
  const after = evaluate(scene.withDraft, activity, who, { rooms });

  const awards = after.awards.filter(({ ruleId }) => scene.ids.has(ruleId));
  note(scene, awards, { memberId: row.memberId, at: activity.at, zone: timezone });
  return {
    row,
    awards,
    before: before.awards,
    after: after.awards,
    isHeldOut: after.heldOut.includes(scene.campaign.id),
    cut: after.cuts.filter(({ ruleId }) => scene.ids.has(ruleId)).length,
  };
}

type Moment = Readonly<{ memberId: string; at: number; zone: string }>;

/** Of the draft what it would have left by then; of all others what they had on that day. */
function roomsWith(
  { campaign, ids, counts, budget }: Scene,
  cuts: readonly Cut[],
  { memberId, at, zone }: Moment,
): Rooms {
  const endless = { points: Number.POSITIVE_INFINITY, times: Number.POSITIVE_INFINITY };
  const left = (scope: string, limit: Rule["limit"] | null) =>
    limit === undefined || limit === null ? endless : leftOf(limit, counts.get(`${memberId}/${scope}`) ?? [], at, zone);
  const stored = roomsOf(cuts);
  return {
    ofRule: (rule) => (ids.has(rule.id) ? left(rule.id, rule.limit) : (stored?.ofRule(rule) ?? endless)),
    ofCampaign: (other) => (other.id === campaign.id ? left(campaign.id, campaign.limit) : endless),
    ofBudget: (other) => (other.id === campaign.id ? budget.left : endless.points),
    ofMember: stored?.ofMember ?? null,
  };
}

/** Takes what was given out of the draft's limits and budget. */
function note(scene: Scene, awards: readonly Award[], { memberId, at, zone }: Moment): void {
  const rules = new Map(scene.withDraft.rules.map(({ rule }) => [rule.id, rule]));
  const seen = new Set<string>();
  for (const { ruleId, points } of awards) {
    scene.budget.left -= points;
    const limits = [
      { scope: ruleId, limit: rules.get(ruleId)?.limit },
      { scope: scene.campaign.id, limit: scene.campaign.limit ?? undefined },
    ];
    for (const { scope, limit } of limits) {
      if (limit === undefined) continue;
      const list = scene.counts.get(`${memberId}/${scope}`) ?? [];
      const period = periodOf(limit.per, at, zone);
      const place = list.findIndex(({ per, since }) => per === period.per && since === period.since);
      const had = list[place] ?? { points: 0, times: 0 };
      const count = { ...period, points: had.points + points, times: had.times + Number(!seen.has(scope)) };
      if (place === -1) list.push(count);
      else list[place] = count;
      scene.counts.set(`${memberId}/${scope}`, list);
      seen.add(scope);
    }
  }
}

function examplesOf(judged: readonly Judged[], { withDraft }: Scene): Example[] {
  const names = new Map(withDraft.rules.map(({ rule }) => [rule.id, rule.name]));
  const earning = judged.filter(({ awards }) => awards.length > 0).toReversed();
  return earning.slice(0, EXAMPLES_MAX).map(({ row, awards }) => ({
    row,
    gave: awards.map(({ ruleId, ...gave }) => ({ ...gave, name: names.get(ruleId) ?? "" })),
  }));
}

function summed(judged: readonly Judged[], programme: Programme): Omit<Trial, "examples"> {
  const rows = judged.map(({ row }) => row);
  const earning = judged.filter(({ awards }) => awards.length > 0);
  const faceOf = (type: number): FaceValue | null => programme.pointsTypes.get(type)?.faceValue ?? null;
  const gave = judged.flatMap(({ awards }) => awards);
  const more = judged.flatMap(({ before, after }) => [
    ...after,
    ...before.map((award) => ({ ...award, points: -award.points })),
  ]);
  return {
    purchases: rows.length,
    members: new Set(rows.map(({ memberId }) => memberId)).size,
    firstAt: rows.at(0)?.eventAt ?? null,
    lastAt: rows.at(-1)?.eventAt ?? null,
    earning: earning.length,
    earningMembers: new Set(earning.map(({ row }) => row.memberId)).size,
    heldOut: judged.filter(({ isHeldOut }) => isHeldOut).length,
    cut: judged.reduce((sum, { cut }) => sum + cut, 0),
    points: sumsOf(gave.filter(isOfPoints), faceOf),
    rewards: piecesOf(gave, faceOf),
    net: sumsOf(more.filter(isOfPoints), faceOf),
  };
}

function isOfPoints({ rewardId }: Award): boolean {
  return rewardId === undefined;
}

function piecesOf(awards: readonly Award[], faceOf: (type: number) => FaceValue | null): Pieces[] {
  const byReward = Map.groupBy(awards, ({ rewardId }) => rewardId);
  return [...byReward].flatMap(([rewardId, of]) =>
    rewardId === undefined ? [] : sumsOf(of, faceOf).map((sum) => ({ rewardId, pieces: of.length, ...sum })),
  );
}

function sumsOf(awards: readonly Award[], faceOf: (type: number) => FaceValue | null): Sum[] {
  return [...Map.groupBy(awards, ({ pointsType }) => pointsType)].map(([pointsType, of]) => {
    const points = of.reduce((sum, award) => sum + award.points, 0);
    const face = faceOf(pointsType);
    return { pointsType, points, worthMinor: face === null ? null : worthOf(points, face) };
  });
}
