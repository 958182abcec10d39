// A tenant's programme as the hot path needs it: rules compiled, tiers and points types at hand. Kept in memory per
// revision; each batch asks for the revision, so that no process ever works by an old one.
import { earlier } from "@fedele/core/ledger.ts";
import { type CompiledRules, compileRules, type Rule } from "@fedele/core/rules.ts";
import type { TierList, TierLists } from "@fedele/core/tiers.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { codesOf, type PointsType, pointsTypesOf } from "../ledger/pointsTypes.ts";
import { listAllSegments } from "../members/segments.ts";
import { type Limits, limitsIn } from "./limitScopes.ts";
import type { Policies } from "./policies.ts";
import { type CampaignRow, listAllCampaigns } from "./store/campaigns.ts";
import {
  type Closure,
  findProgramme,
  findRevision,
  listRules,
  listTierLists,
  raiseRevision,
} from "./store/programmes.ts";

export type Programme = Readonly<{
  revision: number;
  policies: Policies;
  /** Null: the programme goes on. */
  closure: Closure | null;
  rules: CompiledRules;
  campaigns: ReadonlyMap<string, CampaignRow>;
  limits: Limits;
  /** Campaigns that are live and may give so much in all, in the order of their ids. */
  budgets: readonly string[];
  /** Whether there ever was such a campaign: what is told late may meet it. */
  hasBudgets: boolean;
  tierLists: ReadonlyMap<number, TierList>;
  currentTiers: TierList;
  pointsTypes: ReadonlyMap<number, PointsType>;
}>;

/** Tiers for a programme that has none: everybody stands on one step. */
const noTiers: TierList = {
  version: 0,
  metric: "spend",
  period: { kind: "ever" },
  tiers: [],
  downgrade: { policy: "never", graceDays: 0 },
  onReturn: "keep_until_period_end",
};

const programmes = new Map<string, Programme>();

/** Something that rules ask for has changed elsewhere: every process reads the programme again. */
export function refreshProgramme(ctx: Ctx): Promise<void> {
  return raiseRevision(ctx);
}

/** The revision that counts in this transaction; one small row. */
export function revisionOf(ctx: Ctx): Promise<number> {
  return findRevision(ctx);
}

/** The programme of that revision, from memory or freshly read. */
export async function programmeAt(ctx: Ctx, revision: number): Promise<Programme> {
  const known = programmes.get(ctx.tenantId);
  if (known?.revision === revision) return known;
  const programme = await readProgramme(ctx);
  programmes.set(ctx.tenantId, programme);
  return programme;
}

/** The programme as it is now. */
export async function programmeOf(ctx: Ctx): Promise<Programme> {
  return programmeAt(ctx, await findRevision(ctx));
}

async function readProgramme(ctx: Ctx): Promise<Programme> {
  const [{ revision, policies, closure }, rules, campaigns, lists, types, segments] = await Promise.all([
    findProgramme(ctx),
    listRules(ctx),
    listAllCampaigns(ctx),
    listTierLists(ctx),
    pointsTypesOf(ctx),
    listAllSegments(ctx),
  ]);
  const compiled = compileRules(
    rules.map((rule) => withinClosure(rule, closure)),
    campaigns.map(({ id, terms }) => ({ ...terms, id })),
    segments,
  );
  return {
    revision,
    policies,
    closure,
    rules: compiled,
    limits: limitsIn(compiled, policies, types),
    budgets: campaigns.filter(({ status, terms }) => status === "live" && terms.budget !== null).map(({ id }) => id),
    hasBudgets: campaigns.some(({ terms }) => terms.budget !== null),
    campaigns: new Map(campaigns.map((campaign) => [campaign.id, campaign])),
    tierLists: new Map(lists.map((list) => [list.version, list])),
    currentTiers: lists.at(-1) ?? noTiers,
    pointsTypes: new Map(types.map((type) => [type.pointsType, type])),
  };
}

/** A programme that ends gives nothing for what happens after its last day of earning. */
function withinClosure(rule: Rule, closure: Closure | null): Rule {
  return closure === null ? rule : { ...rule, validUntil: earlier(rule.validUntil, closure.earningEndsAt) };
}

/** The campaigns with a budget as this process last read them; a batch makes sure that it knew them all. */
export function knownBudgets({ tenantId }: Pick<Ctx, "tenantId">): readonly string[] {
  return programmes.get(tenantId)?.budgets ?? [];
}

/** The codes of points types as this process last read them: whoever just recorded an activity has. */
export function pointsCodes(tenantId: string): (pointsType: number) => string {
  return codesOf([...(programmes.get(tenantId)?.pointsTypes.values() ?? [])]);
}

/** The tiers that a member who was last judged by `version` stands under. */
export function tierListsFor(programme: Programme, version: number | null): TierLists {
  const current = programme.currentTiers;
  return { judging: programme.tierLists.get(version ?? current.version) ?? current, current };
}
