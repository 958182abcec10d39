// Where a member stands on journeys, and why they are, or are not, let in.
import { firstFailure } from "@fedele/core/conditions.ts";
import type { Facts } from "@fedele/core/facts.ts";
import type { JourneyAnswer } from "@fedele/sdk/schemas/journey.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { getFacts } from "../members/facts.ts";
import { pastKey, whyNotAgain } from "./journeyEntries.ts";
import { pastOf } from "./journeyListeners.ts";
import { getJourney } from "./journeys.ts";
import {
  findLive,
  findPassages,
  type InstanceRow,
  listInstances,
  type MemberKey,
  type PassageRow,
} from "./store/journeyInstances.ts";

export type Travel = Readonly<{ instance: InstanceRow; passages: readonly PassageRow[] }>;

/** A page of what a member was led on, the latest first. */
export async function travelsOf(
  ctx: Ctx,
  member: MemberKey,
  page: { before: string | null; limit: number },
): Promise<Travel[]> {
  await getFacts(ctx, member);
  const instances = await listInstances(ctx, member, page);
  const passages = await findPassages(
    ctx,
    member,
    instances.map(({ id }) => id),
  );
  const byInstance = Map.groupBy(passages, ({ instanceId }) => instanceId);
  return instances.map((instance) => ({ instance, passages: byInstance.get(instance.id) ?? [] }));
}

/** Whether the member would be let in if they were called now; of a journey about objects: about one that is new. */
export async function mayEnter(
  ctx: Ctx,
  tenant: Tenant,
  { journeyId, ...member }: MemberKey & Readonly<{ journeyId: string }>,
): Promise<JourneyAnswer> {
  const [journey, record] = await Promise.all([getJourney(ctx, journeyId), getFacts(ctx, member)]);
  const no = (reason: JourneyAnswer["reason"]): JourneyAnswer => ({ mayEnter: false, reason });
  if (journey.status !== "running") return no("not_running");
  if (record.mergedInto !== null || record.facts.status === "closed") return no("left");
  const facts: Facts = { id: member.memberId, member: record.facts, timezone: tenant.timezone, at: ctx.now };
  const { entry, keyedBy } = journey.plan;
  // What is asked of an activity can be said of that activity alone.
  const failure =
    entry.kind === "activity" || entry.conditions === undefined ? null : firstFailure(entry.conditions, facts);
  if (failure !== null) return { ...no("conditions"), field: failure.condition.field };
  if (keyedBy === null) {
    const [live, past] = await Promise.all([findLive(ctx, [member]), pastOf(ctx, [member], [journey])]);
    const known = past.get(pastKey(member.memberId, journeyId, ""));
    const isLive = live.some((instance) => instance.journeyId === journeyId);
    const before = known === undefined ? undefined : { ...known, isLive };
    const why = whyNotAgain(journey, before, { now: ctx.now, zone: tenant.timezone });
    if (why !== null) return no(why);
  }
  return { mayEnter: true, reason: "may_enter" };
}
