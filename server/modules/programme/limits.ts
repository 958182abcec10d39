// What members have had of what is limited, and what is left for them.
import type { Activity } from "@fedele/core/activity.ts";
import { type Count, type Limit, leftOf, type PeriodCount, reachOf } from "@fedele/core/limits.ts";
import type { Rooms } from "@fedele/core/stacking.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { capScope } from "./limitScopes.ts";
import type { Programme } from "./programmes.ts";
import { type CountChange, findCounts } from "./store/limits.ts";

/** What members have had, by member and scope; and what of it a batch changes. */
export type Counts = {
  readonly had: Map<string, PeriodCount[]>;
  readonly changes: Map<string, CountChange>;
};

export const noCounts = (): Counts => ({ had: new Map(), changes: new Map() });

type Told = Readonly<{ bucket: number; memberId: string; activity: Pick<Activity, "at"> }>;

/** What the members of these activities have had of everything that is limited: one statement, or none. */
export async function readCounts(
  ctx: Ctx,
  { limits }: Pick<Programme, "limits">,
  told: readonly Told[],
  zone: string,
): Promise<Counts> {
  const counts = noCounts();
  if (limits.scopes.length === 0 || told.length === 0) return counts;
  const dated = limits.scopes.filter(({ limit }) => limit.per !== "ever");
  const days = told
    .flatMap(({ activity }) => dated.map(({ limit }) => reachOf(limit, activity.at, zone)))
    .flatMap(({ from, until }) => [from, until])
    .toSorted();
  const stretch = { from: days[0] ?? null, until: days.at(-1) ?? null };
  const members = [...new Map(told.map((it) => [it.memberId, it])).values()];
  const scopeIds = [...new Set(limits.scopes.map(({ scopeId }) => scopeId))];
  for (const { memberId, scopeId, ...count } of await findCounts(ctx, { members, scopeIds, stretch })) {
    listIn(counts, memberId, scopeId).push(count);
  }
  return counts;
}

export function listIn({ had }: Counts, memberId: string, scopeId: string): PeriodCount[] {
  const key = `${memberId}/${scopeId}`;
  const list = had.get(key) ?? [];
  had.set(key, list);
  return list;
}

/** An activity, and what the budgets of campaigns hold for it. */
export type Moment = Readonly<{
  memberId: string;
  at: number;
  zone: string;
  budget: (campaign: { id: string }) => number;
}>;

/** What is left for an activity of that member at that moment; undefined where nothing is limited. */
export function roomsFor(
  { limits, hasBudgets }: Pick<Programme, "limits" | "hasBudgets">,
  counts: Counts,
  { memberId, at, zone, budget }: Moment,
): Rooms | undefined {
  if (limits.scopes.length === 0 && !hasBudgets) return undefined;
  const left = (scopeId: string, limit: Limit): Count =>
    leftOf(limit, counts.had.get(`${memberId}/${scopeId}`) ?? [], at, zone);
  return {
    ofRule: ({ id, limit }) => (limit === undefined ? endless : left(id, limit)),
    ofCampaign: ({ id, limit }) => (limit === null ? endless : left(id, limit)),
    ofBudget: (campaign) => (campaign.budget === null ? endless.points : budget(campaign)),
    ofMember:
      limits.caps.size === 0
        ? null
        : (type) => Math.min(...(limits.caps.get(type) ?? []).map((cap) => left(capScope(type), cap).points)),
  };
}

const endless: Count = { points: Number.POSITIVE_INFINITY, times: Number.POSITIVE_INFINITY };

/** The changes in the order in which rows are locked. */
export function sortedChanges({ changes }: Counts): CountChange[] {
  return [...changes].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}
