// What time alone decides: steps whose wait is over, and who comes in by a day of the calendar or by what they are.
import { isoDate, localTime } from "@fedele/core/calendar.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import { birthdaysOn } from "@fedele/core/facts.ts";
import { stepDue, stepHeard } from "@fedele/core/journeys.ts";
import { plusDays } from "@fedele/core/time.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { bucketOf, uuidOf } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { GROUP_MAX, SWEEP_LANE, type SweepParts, sweepMembers, tenantNow } from "../../platform/sweeping.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { lockFacts } from "../members/facts.ts";
import { bucketsOf, idsWhere } from "../members/segments.ts";
import { activitiesSince } from "../programme/history.ts";
import { type ActivityRow, activityFrom } from "../programme/storedActivities.ts";
import type { EffectGround } from "./journeyEffects.ts";
import { enter, objectOf, pastKey } from "./journeyEntries.ts";
import { looksBack, pastOf } from "./journeyListeners.ts";
import { type Leading, moveOn, openLeading, planKey, settingOf, writeLeading } from "./journeyWalks.ts";
import { type DueTraveller, findDue, findDueTravellers, findLive, type InstanceRow } from "./store/journeyInstances.ts";
import { findLeading, findTenantsWithJourneys, type JourneyRow } from "./store/journeys.ts";

type Parts = SweepParts & EffectGround;

/** Leads on whoever has waited long enough. Returns how many members. */
export async function sweepJourneys(parts: Parts, tenants: readonly Tenant[]): Promise<number> {
  const leading = await findTenantsWithJourneys(parts.db);
  let led = 0;
  for (const tenant of tenants.filter(({ id }) => leading.has(id))) {
    const place = { tenantId: tenant.id, buckets: bucketsOf(tenant), nowMs: tenantNow(parts.clock, tenant) };
    // What was found of the page that is being led on: by their ids, however many others of a member's wait.
    let found = new Map<string, DueTraveller>();
    led += await sweepMembers(
      parts,
      [tenant],
      async (db, _now, after, limit) => {
        const page = await findDueTravellers(db, place, after, limit);
        found = new Map(page.map((traveller) => [traveller.memberId, traveller]));
        return page;
      },
      (ctx, _tenant, members) => {
        const travellers = members.flatMap(({ memberId }) => found.get(memberId) ?? []);
        return leadOn(ctx, { tenant, ground: parts, travellers });
      },
    );
  }
  return led;
}

type Group = Readonly<{ tenant: Tenant; ground: EffectGround; travellers: readonly DueTraveller[] }>;

async function leadOn(ctx: LaneCtx, { tenant, ground, travellers }: Group): Promise<number> {
  const [records, journeys, waiting] = await Promise.all([
    lockFacts(ctx, travellers),
    findLeading(ctx),
    findDue(ctx, travellers),
  ]);
  const running = new Set(journeys.filter(({ status }) => status === "running").map(({ id }) => id));
  const due = waiting.filter(({ journeyId }) => running.has(journeyId));
  const leading = await openLeading(ctx, { tenant, ground, records, live: due });
  const done = await doneSince(ctx, leading, due);
  for (const instance of due) step(leading, instance, done.get(instance.memberId) ?? []);
  await writeLeading(leading);
  return new Set(due.map(({ memberId }) => memberId)).size;
}

/** What was done while nobody listened, or is told and not heard yet: it counts before the time that is over. */
async function doneSince(
  ctx: LaneCtx,
  leading: Leading,
  due: readonly InstanceRow[],
): Promise<Map<string, ActivityRow[]>> {
  const since = new Map<string, { bucket: number; memberId: string; sinceMs: number }>();
  for (const instance of due) {
    const plan = leading.plans.get(planKey(instance));
    if (plan === undefined || instance.stepId === null || !looksBack(plan, instance.stepId)) continue;
    const { bucket, memberId, stepAt } = instance;
    const earlier = since.get(memberId)?.sinceMs ?? Number.POSITIVE_INFINITY;
    since.set(memberId, { bucket, memberId, sinceMs: Math.min(earlier, stepAt ?? ctx.now) });
  }
  return Map.groupBy(await activitiesSince(ctx, [...since.values()]), ({ memberId }) => memberId);
}

function step(leading: Leading, instance: InstanceRow, done: readonly ActivityRow[]): void {
  const { stepId, stepAt, enteredBy } = instance;
  const record = leading.records.get(instance.memberId);
  const plan = leading.plans.get(planKey(instance));
  if (stepId === null) return;
  if (record === undefined || plan === undefined || record.mergedInto !== null || record.facts.status === "closed") {
    moveOn(leading, instance, { passed: [], place: { state: "ended", outcome: "removed" } });
    return;
  }
  for (const row of done) {
    if (row.createdAt < (stepAt ?? 0) || row.id === enteredBy) continue;
    const setting = settingOf(leading, record, { ...instance, activity: activityFrom(row) });
    const isSame = plan.keyedBy !== null && objectOf(plan, row) === instance.object;
    const walk = stepHeard(plan, stepId, { setting, isSame });
    if (walk !== null) {
      moveOn(leading, instance, walk);
      return;
    }
  }
  moveOn(leading, instance, stepDue(plan, stepId, settingOf(leading, record, instance)));
}

/** Lets in whoever comes by a day or by what they are. Returns how many. */
export async function sweepJourneyEntries(parts: Parts, tenants: readonly Tenant[]): Promise<number> {
  const leading = await findTenantsWithJourneys(parts.db);
  let entered = 0;
  for (const tenant of tenants.filter(({ id }) => leading.has(id))) {
    const who = { tenantId: tenant.id, now: tenantNow(parts.clock, tenant), actor: "system" };
    const journeys = (await inTransaction(parts.db, who, findLeading)).filter(({ status }) => status === "running");
    for (const journey of journeys) {
      const conditions = calledNow(journey, tenant, who.now);
      if (conditions === null) continue;
      for (let before: string | null = null; ; ) {
        const page: string[] = await inTransaction(parts.db, who, (ctx) =>
          idsWhere(ctx, tenant, conditions, { before, limit: GROUP_MAX }),
        );
        for (const [, members] of Map.groupBy(page, bucketOf)) {
          entered += await inTransaction(parts.db, who, (ctx) =>
            letIn({ ...ctx, lane: SWEEP_LANE }, { tenant, ground: parts, journey, members }),
          );
        }
        before = page.at(-1) ?? null;
        if (page.length < GROUP_MAX) break;
      }
    }
  }
  return entered;
}

/** Who is to come in at this moment; null where the journey is entered by what happens. */
function calledNow({ plan: { entry } }: JourneyRow, tenant: Tenant, now: number): ConditionGroup | null {
  if (entry.kind === "segment") return entry.conditions;
  if (entry.kind !== "date") return null;
  const today = isoDate(localTime(now, tenant.timezone));
  const day = localTime(Date.parse(`${plusDays(today, entry.daysBefore)}T12:00:00Z`), "UTC");
  return {
    combinator: "and",
    rules: [
      { field: "member.birth_month", operator: "=", value: day.month },
      { field: "member.birth_day", operator: "in", value: [...birthdaysOn(day)] },
      ...(entry.conditions === undefined ? [] : [entry.conditions]),
    ],
  };
}

async function letIn(
  ctx: LaneCtx,
  {
    tenant,
    ground,
    journey,
    members,
  }: Omit<Group, "travellers"> & Readonly<{ journey: JourneyRow; members: readonly string[] }>,
): Promise<number> {
  const keys = members.map((memberId) => ({ bucket: bucketOf(memberId), memberId }));
  const records = await lockFacts(ctx, keys);
  const [live, past] = await Promise.all([findLive(ctx, keys), pastOf(ctx, keys, [journey])]);
  for (const { memberId, journeyId, object, enteredAt } of live) {
    past.set(pastKey(memberId, journeyId, object), { isLive: true, enteredAt });
  }
  const leading = await openLeading(ctx, { tenant, ground, records, live: [] });
  const day = isoDate(localTime(ctx.now, tenant.timezone));
  let entered = 0;
  for (const record of records) {
    const id = uuidOf(`${journey.id} ${record.memberId} ${journey.plan.entry.kind === "date" ? day : ctx.now}`);
    if (enter(leading, { journey, record, past }, { id }) !== null) entered += 1;
  }
  await writeLeading(leading);
  return entered;
}
