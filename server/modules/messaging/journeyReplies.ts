// Journeys as the API shows them.
import { journeyOutcomes } from "@fedele/core/journeys.ts";
import { wirePlan } from "@fedele/sdk/journeyPlans.ts";
import type { JourneyInstance, Journey as JourneyReply } from "@fedele/sdk/schemas/journey.ts";
import { toTypeId } from "../../platform/ids.ts";
import type { Travel } from "./journeyAnswers.ts";
import type { Counts, JourneyRow } from "./journeys.ts";

export function toJourneyReply({ id, name, status, version, plan, createdAt, changedAt }: JourneyRow): JourneyReply {
  return {
    id: toTypeId("jrn", id),
    name,
    status,
    version,
    plan: wirePlan(plan),
    createdAt: iso(createdAt),
    changedAt: iso(changedAt),
  };
}

export function toCountsReply({ waiting, ended, steps }: Counts) {
  return {
    waiting,
    ended: Object.fromEntries(journeyOutcomes.map((outcome) => [outcome, ended.get(outcome) ?? 0])),
    steps: [...steps],
  };
}

export function toInstanceReply({ instance, passages }: Travel): JourneyInstance {
  const { id, journeyId, memberId, version, object, state, outcome, stepId, dueAt, enteredAt, endedAt } = instance;
  return {
    id: toTypeId("jin", id),
    journeyId: toTypeId("jrn", journeyId),
    memberId: toTypeId("mem", memberId),
    version,
    object: object === "" ? null : object,
    state,
    ...(outcome === null ? {} : { outcome }),
    stepId,
    dueAt: dueAt === null ? null : iso(dueAt),
    enteredAt: iso(enteredAt),
    endedAt: endedAt === null ? null : iso(endedAt),
    steps: passages.map((passage) => ({
      stepId: passage.stepId,
      at: iso(passage.passedAt),
      outcome: passage.outcome,
    })),
  };
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
