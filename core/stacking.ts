// How campaigns combine: who goes first, who keeps whom away, and how much room limits and budgets leave. The outcome
// depends on the campaigns alone, never on the order in which they are listed.
import { type Award, addPerLine, awardFrom, type Bases } from "./awards.ts";
import { byRank, type Campaign } from "./campaigns.ts";
import type { Scene } from "./facts.ts";
import type { Count } from "./limits.ts";
import { shareByLargestRemainder } from "./points.ts";
import { isMultiplied } from "./ruleEffects.ts";
import { type CompiledRule, hasCountingLines, type Rule } from "./rules.ts";

/** What limits and budgets leave for one activity. */
export type Rooms = {
  /** Of the rule's and the campaign's own limit, for this member. */
  ofRule(rule: Rule): Count;
  ofCampaign(campaign: Campaign): Count;
  /** Of the campaign's budget, for whomever. */
  ofBudget(campaign: Campaign): number;
  /** Of what the programme gives a member at most, by points type; null: it has no such cap. */
  readonly ofMember: ((pointsType: number) => number) | null;
};

/** What made an award smaller than its rule says, or nothing at all. */
export type CutBy = "rule_limit" | "campaign_limit" | "budget" | "cap";

/** `wanted` points were to be given, `points` were. */
export type Cut = {
  readonly ruleId: string;
  readonly ruleVersion: number;
  readonly wanted: number;
  readonly points: number;
  readonly by: CutBy;
};

/** A campaign that gave nothing because of another one. */
export type Shut = { readonly kind: "shut_out" | "outdone"; readonly by: Campaign };

export type Combined = {
  readonly awards: readonly Award[];
  readonly cuts: readonly Cut[];
  /** By the id of the campaign. */
  readonly shut: ReadonlyMap<string, Shut>;
  /** Points of awards that the budget of a campaign could not pay, whether or not another campaign went before it. */
  readonly short: ReadonlyMap<string, number>;
};

/** The rules of one campaign that are met, and the lines that exclusive campaigns before it left. */
type Entrant = {
  readonly campaign: Campaign;
  readonly rules: readonly CompiledRule[];
  readonly closed: readonly boolean[] | undefined;
};

type Given = {
  readonly awards: readonly Award[];
  readonly cuts: readonly Cut[];
  readonly bases: Bases;
  readonly short: number;
};

const nothingGiven: Bases = new Map();

/** `met`: the rules whose conditions hold, sorted by id and version. */
export function combine(met: readonly CompiledRule[], scene: Scene, rooms: Rooms | undefined): Combined {
  const shut = new Map<string, Shut>();
  const entrants = admitted(inOrder(met), { scene, rooms, shut });
  const stacked = entrants.filter(({ campaign }) => campaign.stacking.kind !== "best_of");
  const bases = sumOf(stacked.map((entrant) => given(entrant, scene, rooms).bases));
  const left = withoutOutdone(entrants, bases, { scene, rooms, shut });

  const all = sumOf(left.map((entrant) => given(entrant, scene, rooms).bases));
  const final = left.map((entrant) => given(entrant, scene, rooms, worksOn(entrant, left, { scene, rooms, all })));
  const capped = capAwards(
    final.flatMap(({ awards }) => awards),
    rooms,
  );
  return {
    awards: capped.awards.toSorted(byRule),
    cuts: merged([...final.flatMap(({ cuts }) => cuts), ...capped.cuts]),
    shut,
    short: shortIn(entrants, { scene, rooms, all }),
  };
}

/** Also of campaigns that lost to others for want of their budget: it is to be found out whether there is more. */
function shortIn(
  entrants: readonly Entrant[],
  ground: { scene: Scene; rooms: Rooms | undefined; all: Bases },
): Map<string, number> {
  const bounded = entrants.filter(({ campaign }) => campaign.budget !== null);
  const short = bounded.map((entrant) => {
    const worked = worksOn(entrant, entrants, ground);
    return [entrant.campaign.id, given(entrant, ground.scene, ground.rooms, worked).short] as const;
  });
  return new Map(short.filter(([, points]) => points > 0));
}

type Ground = { readonly scene: Scene; readonly rooms: Rooms | undefined; readonly shut: Map<string, Shut> };

function inOrder(met: readonly CompiledRule[]): { campaign: Campaign; rules: CompiledRule[] }[] {
  const byCampaign = new Map<string, { campaign: Campaign; rules: CompiledRule[] }>();
  for (const compiled of met) {
    const { campaign } = compiled;
    const known = byCampaign.get(campaign.id);
    if (known === undefined) byCampaign.set(campaign.id, { campaign, rules: [compiled] });
    else known.rules.push(compiled);
  }
  return [...byCampaign.values()].sort((a, b) => byRank(a.campaign, b.campaign));
}

/** Walks down the order: each exclusive campaign that gives something closes lines, or everything, to those after. */
function admitted(ordered: readonly { campaign: Campaign; rules: CompiledRule[] }[], ground: Ground): Entrant[] {
  const { scene, rooms, shut } = ground;
  const entrants: Entrant[] = [];
  let closed: readonly boolean[] | undefined;
  let closedBy: Campaign | undefined;
  for (const { campaign, rules } of ordered) {
    if (closedBy !== undefined && (closed === undefined || closed.every(Boolean))) {
      shut.set(campaign.id, { kind: "shut_out", by: closedBy });
      continue;
    }
    const entrant = { campaign, rules, closed };
    entrants.push(entrant);
    if (closedBy !== undefined && !rules.some((rule) => hasCountingLines(rule, scene, closed))) {
      shut.set(campaign.id, { kind: "shut_out", by: closedBy });
    }
    if (campaign.stacking.kind !== "exclusive") continue;
    const { awards } = given(entrant, scene, rooms, worksOn(entrant, entrants, { scene, rooms, all: nothingGiven }));
    if (awards.length === 0) continue;
    closedBy = campaign;
    closed = campaign.stacking.scope === "basket" ? undefined : closing(closed, awards, scene);
  }
  return entrants;
}

/** The lines that are closed once these awards are given. */
function closing(closed: readonly boolean[] | undefined, awards: readonly Award[], { lines }: Scene): boolean[] {
  return lines.map((_, at) => closed?.[at] === true || awards.some(({ perLine }) => (perLine[at] ?? 0) > 0));
}

/**
 * What the multipliers of a campaign work on. Those of an exclusive one know only what came before them, by campaigns
 * that were sure of their place: what they close must not depend on what comes after.
 */
function worksOn(
  { campaign }: Entrant,
  entrants: readonly Entrant[],
  { scene, rooms, all }: { scene: Scene; rooms: Rooms | undefined; all: Bases },
): Bases {
  if (campaign.stacking.kind !== "exclusive") return all;
  const before = entrants.filter((it) => it.campaign.stacking.kind !== "best_of" && byRank(it.campaign, campaign) <= 0);
  return sumOf(before.map((entrant) => given(entrant, scene, rooms).bases));
}

/** Of each category the campaign that would give most beside those that stack; of equal ones the first in order. */
function withoutOutdone(entrants: readonly Entrant[], stacked: Bases, { scene, rooms, shut }: Ground): Entrant[] {
  const best = new Map<string, { campaign: Campaign; points: number }>();
  for (const entrant of entrants) {
    const { campaign } = entrant;
    if (campaign.stacking.kind !== "best_of") continue;
    const own = given(entrant, scene, rooms).bases;
    const { awards } = given(entrant, scene, rooms, sumOf([stacked, own]));
    const points = awards.reduce((sum, award) => sum + award.points, 0);
    const { category } = campaign.stacking;
    if (points > (best.get(category)?.points ?? 0)) best.set(category, { campaign, points });
  }
  return entrants.filter(({ campaign }) => {
    if (campaign.stacking.kind !== "best_of") return true;
    const winner = best.get(campaign.stacking.category);
    if (winner === undefined || winner.campaign.id === campaign.id) return true;
    shut.set(campaign.id, { kind: "outdone", by: winner.campaign });
    return false;
  });
}

/** What a campaign gives within its room: first what it gives for money, pieces and once, then what it multiplies. */
function given(entrant: Entrant, scene: Scene, rooms: Rooms | undefined, worked: Bases = nothingGiven): Given {
  const purse = purseOf(entrant.campaign, rooms);
  const bases = new Map<number, readonly number[]>();
  for (const compiled of entrant.rules) {
    const { effect } = compiled.rule;
    if (effect.kind === "multiplier") continue;
    const award = drawn(purse, compiled, awardFrom(compiled, scene, [], entrant.closed));
    if (award !== null && isMultiplied(effect)) addPerLine(bases, award.pointsType, award.perLine);
  }
  for (const compiled of entrant.rules) {
    if (compiled.rule.effect.kind !== "multiplier") continue;
    const perLine = worked.get(compiled.rule.pointsType) ?? [];
    drawn(purse, compiled, awardFrom(compiled, scene, perLine, entrant.closed));
  }
  return { awards: purse.awards, cuts: purse.cuts, bases, short: purse.short };
}

function sumOf(bases: readonly Bases[]): Bases {
  const sums = new Map<number, readonly number[]>();
  for (const [pointsType, perLine] of bases.flatMap((it) => [...it])) addPerLine(sums, pointsType, perLine);
  return sums;
}

/** What is left for a campaign while its rules draw on it, one after the other. */
type Purse = {
  readonly rooms: Rooms | undefined;
  readonly campaign: Campaign;
  limit: Count;
  budget: number;
  short: number;
  readonly awards: Award[];
  readonly cuts: Cut[];
};

function purseOf(campaign: Campaign, rooms: Rooms | undefined): Purse {
  const limit = rooms?.ofCampaign(campaign) ?? boundless;
  return {
    rooms,
    campaign,
    limit,
    budget: rooms?.ofBudget(campaign) ?? boundless.points,
    short: 0,
    awards: [],
    cuts: [],
  };
}

const boundless: Count = { points: Number.POSITIVE_INFINITY, times: Number.POSITIVE_INFINITY };

/**
 * The award as far as there is room for it. A limit cuts it to what is left; a budget does so only if it may; a reward
 * is given whole or not at all.
 */
function drawn(purse: Purse, { rule }: CompiledRule, award: Award | null): Award | null {
  if (award === null) return null;
  const isPiece = award.rewardId !== undefined;
  const ofRule = purse.rooms?.ofRule(rule) ?? boundless;
  const byRule = ofRule.times < 1 ? 0 : ofRule.points;
  const byCampaign = purse.limit.times < 1 ? 0 : purse.limit.points;
  const room = Math.min(award.points, byRule, byCampaign);
  const allowed = isPiece && room < award.points ? 0 : room;
  const isShort = allowed > purse.budget;
  const inBudget = purse.campaign.budget?.whenShort === "partial" && !isPiece ? purse.budget : 0;
  const points = isShort ? inBudget : allowed;
  if (isShort) purse.short += allowed - inBudget;
  if (points < award.points) {
    const byLimit: CutBy = byRule <= byCampaign ? "rule_limit" : "campaign_limit";
    purse.cuts.push(cutOf(award, points, isShort ? "budget" : byLimit));
  }
  if (points === 0) return null;
  const cut = resized(award, points);
  purse.limit = { ...purse.limit, points: purse.limit.points - points };
  purse.budget -= points;
  purse.awards.push(cut);
  return cut;
}

function cutOf({ ruleId, ruleVersion, points: wanted }: Award, points: number, by: CutBy): Cut {
  return { ruleId, ruleVersion, wanted, points, by };
}

/** The same award of fewer points, shared over its lines as it was. */
function resized(award: Award, points: number): Award {
  if (points === award.points) return award;
  return { ...award, points, perLine: shareByLargestRemainder(points, award.perLine) };
}

/** What the programme gives a member at most, drawn on in the order of the campaigns. */
function capAwards(awards: readonly Award[], rooms: Rooms | undefined): { awards: readonly Award[]; cuts: Cut[] } {
  const ofMember = rooms?.ofMember;
  if (ofMember === undefined || ofMember === null) return { awards, cuts: [] };
  const left = new Map<number, number>();
  const cuts: Cut[] = [];
  const kept = awards.flatMap((award) => {
    // A cap is of points: a reward is none.
    if (award.rewardId !== undefined) return [award];
    const room = left.get(award.pointsType) ?? ofMember(award.pointsType);
    const points = Math.min(award.points, room);
    left.set(award.pointsType, room - points);
    if (points < award.points) cuts.push(cutOf(award, points, "cap"));
    return points === 0 ? [] : [resized(award, points)];
  });
  return { awards: kept, cuts };
}

/** One cut a rule: from what it wanted first to what it got in the end, by what took the last part. */
function merged(cuts: readonly Cut[]): Cut[] {
  const byRuleOf = Map.groupBy(cuts, ({ ruleId, ruleVersion }) => `${ruleId} ${ruleVersion}`);
  return [...byRuleOf.values()].flatMap((of) => {
    const [first] = of;
    const last = of.at(-1);
    return first === undefined || last === undefined ? [] : [{ ...last, wanted: first.wanted }];
  });
}

function byRule(a: Award, b: Award): number {
  if (a.ruleId !== b.ruleId) return a.ruleId < b.ruleId ? -1 : 1;
  return a.ruleVersion - b.ruleVersion;
}
