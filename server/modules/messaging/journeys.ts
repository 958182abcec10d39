// Journeys as a marketer keeps them: a draft, started, paused, ended; with a new plan whenever there is a better one.

import { validateConditions } from "@fedele/core/conditionParser.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { FieldScope } from "@fedele/core/fields.ts";
import { faultInJourney } from "@fedele/core/journeyFaults.ts";
import type { Journey } from "@fedele/core/journeys.ts";
import { type JourneyScope, planFrom } from "@fedele/sdk/journeyPlans.ts";
import {
  JOURNEYS_MAX,
  JOURNEYS_RUNNING_MAX,
  type JourneyChange,
  type JourneyPlan,
  type NewJourney,
} from "@fedele/sdk/schemas/journey.ts";
import type { Ctx } from "../../platform/database/transaction.ts";
import { invalid } from "../../platform/places.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Tenant } from "../../platform/tenant.ts";
import { pointsTypesOf } from "../ledger/pointsTypes.ts";
import { bucketsOf } from "../members/segments.ts";
import { countInstances, countPassages, endUnderway, moveUnderway } from "./store/journeyInstances.ts";
import type { JourneyRow, JourneyStatus } from "./store/journeys.ts";
import * as store from "./store/journeys.ts";
import { findTemplatesByCode } from "./templates.ts";

export type { JourneyRow } from "./store/journeys.ts";

export async function addJourney(ctx: Ctx, id: string, { name, plan }: NewJourney): Promise<JourneyRow> {
  if ((await store.countJourneys(ctx)).open >= JOURNEYS_MAX) {
    throw new Refusal("conflict", `There are at most ${JOURNEYS_MAX} journeys; end one first.`);
  }
  const times = { createdAt: ctx.now, changedAt: ctx.now };
  const journey: JourneyRow = { id, name, status: "draft", version: 1, plan: await planOf(ctx, plan), ...times };
  await store.insertJourney(ctx, journey);
  return journey;
}

export async function getJourney(ctx: Ctx, id: string): Promise<JourneyRow> {
  const journey = await store.findJourney(ctx, id);
  if (journey === null) throw noSuchJourney();
  return journey;
}

export function listJourneys(ctx: Ctx, page: { before: string | null; limit: number }): Promise<JourneyRow[]> {
  return store.listJourneys(ctx, page);
}

export async function changeJourney(
  ctx: Ctx,
  { tenant, id }: Readonly<{ tenant: Tenant; id: string }>,
  { name, plan, status, underway = "stay" }: JourneyChange,
): Promise<JourneyRow> {
  const before = await store.lockJourney(ctx, id);
  if (before === null) throw noSuchJourney();
  if (before.status === "ended") throw new Refusal("conflict", "This journey has ended; make another one like it.");
  if (before.status === "draft" && status === "running") await refuseTooMany(ctx);
  const next = plan === undefined ? null : await planOf(ctx, plan);
  const changed: JourneyRow = {
    ...before,
    name: name ?? before.name,
    status: statusAfter(before.status, status),
    version: next === null ? before.version : before.version + 1,
    plan: next ?? before.plan,
    changedAt: ctx.now,
  };
  if (next !== null) await store.insertPlan(ctx, changed);
  await store.updateJourney(ctx, changed);
  const buckets = bucketsOf(tenant);
  if (next !== null && underway === "move") await moveUnderway(ctx, id, { buckets, version: changed.version });
  if (changed.status === "ended") await endUnderway(ctx, id, buckets);
  return changed;
}

async function refuseTooMany(ctx: Ctx): Promise<void> {
  if ((await store.countJourneys(ctx)).leading < JOURNEYS_RUNNING_MAX) return;
  throw new Refusal("conflict", `At most ${JOURNEYS_RUNNING_MAX} journeys lead members at a time; end one first.`);
}

function statusAfter(before: JourneyStatus, asked: JourneyChange["status"]): JourneyStatus {
  if (asked === undefined) return before;
  if (before === "draft" && asked === "paused") {
    throw new Refusal("conflict", "Nobody is on this journey yet; start it first.", { field: "status" });
  }
  return asked;
}

export type Counts = Readonly<{
  waiting: number;
  ended: ReadonlyMap<string, number>;
  steps: readonly Readonly<{ stepId: string; waiting: number; passed: number }>[];
}>;

/** How many stand where, by the steps of the plan that holds now. */
export async function countOn(ctx: Ctx, tenant: Tenant, id: string): Promise<Counts> {
  const { plan } = await getJourney(ctx, id);
  const buckets = bucketsOf(tenant);
  const [standing, passed] = await Promise.all([countInstances(ctx, id, buckets), countPassages(ctx, id, buckets)]);
  const waiting = new Map<string, number>();
  const ended = new Map<string, number>();
  for (const { state, stepId, outcome, count } of standing) {
    if (state === "waiting" && stepId !== null) waiting.set(stepId, (waiting.get(stepId) ?? 0) + count);
    if (outcome !== null) ended.set(outcome, (ended.get(outcome) ?? 0) + count);
  }
  return {
    waiting: [...waiting.values()].reduce((sum, count) => sum + count, 0),
    ended,
    steps: plan.steps.map(({ id: stepId }) => ({
      stepId,
      waiting: waiting.get(stepId) ?? 0,
      passed: passed.get(stepId) ?? 0,
    })),
  };
}

/** What is asked for, with every condition looked at; refuses a plan that leads nowhere, at the step that does. */
async function planOf(ctx: Ctx, asked: JourneyPlan): Promise<Journey> {
  const plan = planFrom(asked, readConditions);
  const fault = faultInJourney(plan);
  if (fault !== null) {
    const at = plan.steps.findIndex(({ id }) => id === fault.stepId);
    throw invalid(at < 0 ? "plan" : `plan.steps[${at}]`, fault.message);
  }
  await refuseUnknown(ctx, plan);
  return plan;
}

async function refuseUnknown(ctx: Ctx, { steps }: Journey): Promise<void> {
  const sent = steps.flatMap((step) => (step.kind === "send" ? [step.template] : []));
  const [types, templates] = await Promise.all([pointsTypesOf(ctx), findTemplatesByCode(ctx, sent)]);
  const codes = new Set(types.map(({ code }) => code));
  const live = new Set(templates.flatMap(({ code, status }) => (status === "live" ? [code] : [])));
  for (const [at, step] of steps.entries()) {
    if (step.kind === "points" && !codes.has(step.pointsType)) {
      throw invalid(`plan.steps[${at}].pointsType`, `There is no points type "${step.pointsType}".`);
    }
    if (step.kind === "send" && !live.has(step.template)) {
      throw invalid(`plan.steps[${at}].template`, `There is no template "${step.template}".`);
    }
  }
}

const scopes: Readonly<Record<JourneyScope, readonly FieldScope[]>> = {
  activity: ["activity", "item", "member", "place", "time"],
  moment: ["member", "time"],
  member: ["member"],
};

function readConditions(path: string, asked: unknown, scope: JourneyScope): ConditionGroup {
  const parsed = validateConditions(asked, { scopes: scopes[scope] });
  if (parsed.ok) return parsed.group;
  throw invalid(parsed.path === "" ? path : `${path}.${parsed.path}`, parsed.message);
}

function noSuchJourney(): Refusal {
  return new Refusal("not_found", "There is no such journey.");
}
