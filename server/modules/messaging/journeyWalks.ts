// A batch of members being led: what is known of them, where each stands, and what is written in the end. The members'
// facts are locked, so that nothing else happens to them meanwhile; what a step asks for is booked with the new place.
import { placeAmong } from "@fedele/core/chance.ts";
import type { Facts } from "@fedele/core/facts.ts";
import { type Journey, type JourneySetting, PLACES, type Walk } from "@fedele/core/journeys.ts";
import { afterStretch, nextTimeOfDay } from "@fedele/core/journeyTimes.ts";
import { newId } from "../../platform/ids.ts";
import type { LaneCtx } from "../../platform/lanes.ts";
import { emit, type OutboxEvent } from "../../platform/outbox.ts";
import type { Tenant } from "../../platform/tenant.ts";
import type { MemberRecord } from "../members/facts.ts";
import { bookEffect, type EffectGround } from "./journeyEffects.ts";
import {
  type InstanceRow,
  insertInstances,
  insertPassages,
  type PassageRow,
  saveInstances,
} from "./store/journeyInstances.ts";
import { findPlans, type JourneyRow } from "./store/journeys.ts";

/** Plans never change: one that was read is right for ever. */
const plansRead = new Map<string, Journey>();
const PLANS_READ_MAX = 1_000;

export type Leading = Readonly<{
  ctx: LaneCtx;
  tenant: Tenant;
  ground: EffectGround;
  records: ReadonlyMap<string, MemberRecord>;
  plans: ReadonlyMap<string, Journey>;
  fresh: Map<string, InstanceRow>;
  changed: Map<string, InstanceRow>;
  passed: { instance: InstanceRow; walk: Walk }[];
}>;

export async function openLeading(
  ctx: LaneCtx,
  {
    tenant,
    ground,
    records,
    live,
  }: Readonly<{
    tenant: Tenant;
    ground: EffectGround;
    records: readonly MemberRecord[];
    live: readonly InstanceRow[];
  }>,
): Promise<Leading> {
  return {
    ctx,
    tenant,
    ground,
    records: new Map(records.map((record) => [record.memberId, record])),
    plans: await plansOf(ctx, live),
    fresh: new Map(),
    changed: new Map(),
    passed: [],
  };
}

async function plansOf(ctx: LaneCtx, live: readonly InstanceRow[]): Promise<ReadonlyMap<string, Journey>> {
  const missing = new Map(live.filter((it) => !plansRead.has(planKey(it))).map((it) => [planKey(it), it]));
  if (missing.size > 0) {
    if (plansRead.size > PLANS_READ_MAX) plansRead.clear();
    for (const found of await findPlans(ctx, [...missing.values()])) plansRead.set(planKey(found), found.plan);
  }
  const entries = live.flatMap((it) => {
    const plan = plansRead.get(planKey(it));
    return plan === undefined ? [] : [[planKey(it), plan] as const];
  });
  return new Map(entries);
}

export function planKey({ journeyId, version }: Readonly<{ journeyId: string; version: number }>): string {
  return `${journeyId} ${version}`;
}

/** What a walk is decided by. `about`: what the member did, or only who they are. */
export function settingOf(
  { ctx, tenant }: Leading,
  record: MemberRecord,
  about: Readonly<{ journeyId: string; object: string; activity?: Facts["activity"] }>,
): JourneySetting {
  const zone = tenant.timezone;
  const { journeyId, object, activity } = about;
  return {
    now: ctx.now,
    facts: { id: record.memberId, member: record.facts, timezone: zone, at: ctx.now, activity },
    chance: (stepId) => placeAmong(PLACES, `${journeyId} ${stepId} ${record.memberId} ${object}`),
    after: (wait) => afterStretch(zone, ctx.now, wait),
    next: (time, weekdays) => nextTimeOfDay(zone, ctx.now, { time, weekdays }),
  };
}

/** A member comes in; nobody has come in by the same event before. */
export function admit(
  leading: Leading,
  {
    journey,
    record,
    object,
    enteredBy,
  }: Readonly<{
    journey: JourneyRow;
    record: MemberRecord;
    object: string;
    enteredBy: string;
  }>,
  walk: Walk,
): InstanceRow {
  const { now } = leading.ctx;
  const { bucket, memberId } = record;
  const instance: InstanceRow = {
    bucket,
    memberId,
    id: newId(now, bucket),
    journeyId: journey.id,
    version: journey.version,
    object,
    enteredBy,
    ...placeOf(walk, now),
    passed: 0,
    enteredAt: now,
  };
  leading.fresh.set(instance.id, instance);
  return note(leading, instance, walk);
}

/** Goes on from where the member stood. */
export function moveOn(leading: Leading, instance: InstanceRow, walk: Walk): InstanceRow {
  return note(leading, { ...instance, ...placeOf(walk, leading.ctx.now) }, walk);
}

function placeOf(
  { place }: Walk,
  now: number,
): Pick<InstanceRow, "state" | "outcome" | "stepId" | "stepAt" | "dueAt" | "endedAt"> {
  if (place.state === "ended") {
    return { state: "ended", outcome: place.outcome, stepId: null, stepAt: null, dueAt: null, endedAt: now };
  }
  return { state: "waiting", outcome: null, stepId: place.stepId, stepAt: now, dueAt: place.dueAt, endedAt: null };
}

/** A row that this batch made is written whole in the end, whatever becomes of it until then. */
function note({ fresh, changed, passed }: Leading, instance: InstanceRow, walk: Walk): InstanceRow {
  const row = { ...instance, passed: instance.passed + walk.passed.length };
  const rows = fresh.has(row.id) ? fresh : changed;
  rows.set(row.id, row);
  passed.push({ instance, walk });
  return row;
}

/** Books what the steps asked for, and writes where everybody stands. */
export async function writeLeading(leading: Leading): Promise<void> {
  const { ctx, fresh, changed, passed } = leading;
  const passages: PassageRow[] = [];
  for (const { instance, walk } of passed) {
    for (const [index, step] of walk.passed.entries()) {
      const record = leading.records.get(instance.memberId);
      const { bucket, memberId, journeyId, id: instanceId } = instance;
      const isRefused =
        step.effect !== undefined &&
        record !== undefined &&
        !(await bookEffect(leading, { record, instance, stepId: step.stepId, effect: step.effect }));
      const outcome = isRefused ? "refused" : step.outcome;
      const place = instance.passed + index;
      passages.push({
        bucket,
        memberId,
        journeyId,
        instanceId,
        place,
        stepId: step.stepId,
        outcome,
        passedAt: ctx.now,
      });
    }
  }
  await Promise.all([
    insertInstances(ctx, [...fresh.values()]),
    saveInstances(ctx, [...changed.values()]),
    insertPassages(ctx, passages),
    emit(ctx, [...eventsOf(leading)]),
  ]);
}

function* eventsOf({ ctx, fresh, changed }: Leading): Generator<OutboxEvent> {
  const event = (type: string, { bucket, memberId, journeyId, id, ...row }: InstanceRow): OutboxEvent => {
    const data = { journeyId, instanceId: id, ...(row.outcome === null ? {} : { outcome: row.outcome }) };
    return { id: newId(ctx.now, bucket), type, bucket, memberId, at: ctx.now, data };
  };
  for (const row of fresh.values()) yield event("journey.entered", { ...row, outcome: null });
  for (const row of [...fresh.values(), ...changed.values()]) {
    if (row.state === "ended") yield event("journey.finished", row);
  }
}
