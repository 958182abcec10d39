// What members do and what happens to them, heard once each: it moves on whoever waits for it, and lets in whom it
// should. Whoever came in by an event does not hear that same event as what they wait for.
import { stepHeard, stepNamed } from "@fedele/core/journeys.ts";
import type { Database } from "../../platform/database/database.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import type { Listener } from "../../platform/relay.ts";
import { lockFacts, type MemberRecord } from "../members/facts.ts";
import { activitiesAt } from "../programme/history.ts";
import { activityFrom } from "../programme/storedActivities.ts";
import { getTenant } from "../tenants/tenants.ts";
import type { EffectGround } from "./journeyEffects.ts";
import { enter, type Occasion, objectOf, type Past, pastKey } from "./journeyEntries.ts";
import { type Leading, moveOn, openLeading, planKey, settingOf, writeLeading } from "./journeyWalks.ts";
import { findLastEntries, findLive, type InstanceRow } from "./store/journeyInstances.ts";
import { findLeading, hasLeading, type JourneyRow } from "./store/journeys.ts";

export function journeyListeners(ground: EffectGround & Readonly<{ db: Database }>): readonly Listener[] {
  return [
    {
      name: "journeys",
      hears: ["activity.recorded", "member.enrolled", "tier.changed"],
      isAwake: (tenantId) => hasLeading(ground.db, tenantId),
      handle: (ctx, events) => hearEvents(ctx, ground, events),
    },
  ];
}

async function hearEvents(ctx: LaneCtx, ground: EffectGround, events: readonly OutboxEvent[]): Promise<void> {
  const journeys = await findLeading(ctx);
  if (journeys.length === 0) return;
  const members = [...new Map(events.map(({ bucket, memberId }) => [memberId, { bucket, memberId }])).values()];
  const [tenant, records, occasions] = await Promise.all([
    getTenant(ctx),
    lockFacts(ctx, members),
    occasionsOf(ctx, events),
  ]);
  const [live, past] = await Promise.all([findLive(ctx, members), pastOf(ctx, members, journeys)]);
  const leading = await openLeading(ctx, { tenant, ground, records, live });
  const standing = new Map(live.map((instance) => [instance.id, instance]));
  for (const instance of live) {
    const key = pastKey(instance.memberId, instance.journeyId, instance.object);
    past.set(key, { isLive: true, enteredAt: instance.enteredAt });
  }
  for (const occasion of occasions) {
    const record = leading.records.get(occasion.event.memberId);
    if (record === undefined) continue;
    hear(leading, { record, standing, journeys, past }, occasion);
    for (const journey of journeys) {
      const instance = enter(leading, { journey, record, past }, occasion);
      if (instance?.state === "waiting") standing.set(instance.id, instance);
    }
  }
  await writeLeading(leading);
}

type Heard = Occasion & Readonly<{ event: OutboxEvent }>;

async function occasionsOf(ctx: LaneCtx, events: readonly OutboxEvent[]): Promise<Heard[]> {
  const told = events.filter(({ type }) => type === "activity.recorded");
  const rows = new Map((await activitiesAt(ctx, told)).map((row) => [row.id, row]));
  return events.map((event): Heard => {
    const row = rows.get(event.id);
    if (row === undefined) return { id: event.id, event };
    return { id: event.id, event, row, activity: activityFrom(row) };
  });
}

export async function pastOf(
  ctx: Ctx,
  members: readonly Readonly<{ bucket: number; memberId: string }>[],
  journeys: readonly JourneyRow[],
): Promise<Past> {
  const ids = journeys.map(({ id }) => id);
  const past: Past = new Map();
  for (const { memberId, journeyId, object, enteredAt } of await findLastEntries(ctx, members, ids)) {
    past.set(pastKey(memberId, journeyId, object), { isLive: false, enteredAt });
  }
  return past;
}

/** Moves on each of the member's instances that waits for this, and ends those whose goal it is. */
function hear(
  leading: Leading,
  {
    record,
    standing,
    journeys,
    past,
  }: Readonly<{
    record: MemberRecord;
    standing: Map<string, InstanceRow>;
    journeys: readonly JourneyRow[];
    past: Past;
  }>,
  { row, activity }: Heard,
): void {
  if (row === undefined) return;
  for (const instance of [...standing.values()]) {
    if (instance.memberId !== record.memberId || instance.stepId === null) continue;
    const journey = journeys.find(({ id }) => id === instance.journeyId);
    const plan = leading.plans.get(planKey(instance)) ?? journey?.plan;
    // What happens while a journey is paused is looked up when its time comes.
    if (journey?.status !== "running" || plan === undefined) continue;
    const setting = settingOf(leading, record, { ...instance, activity });
    const isSame = plan.keyedBy !== null && objectOf(plan, row) === instance.object;
    const walk = stepHeard(plan, instance.stepId, { setting, isSame });
    if (walk === null) continue;
    const moved = moveOn(leading, instance, walk);
    if (moved.state === "waiting") standing.set(moved.id, moved);
    else standing.delete(moved.id);
    const key = pastKey(moved.memberId, moved.journeyId, moved.object);
    past.set(key, { isLive: moved.state === "waiting", enteredAt: moved.enteredAt });
  }
}

/** Whether what a step waits for may have happened while nobody listened. */
export function looksBack(plan: JourneyRow["plan"], stepId: string): boolean {
  return plan.goal !== null || stepNamed(plan, stepId)?.kind === "wait_for";
}
