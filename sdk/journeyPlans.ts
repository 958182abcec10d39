// Plans of journeys between the wire and the domain: the same, but for what is absent there and null here, and for
// conditions, which the reader of a plan lets in by the one parser of their language.
import { type ConditionGroup, isGroup } from "@fedele/core/conditions.ts";
import type { ActivityTrigger, Journey, JourneyEntry, JourneyStep } from "@fedele/core/journeys.ts";
import type { JourneyPlan } from "./schemas/journey.ts";

/** What conditions at a place can speak of: what is done, the moment, or who somebody is. */
export type JourneyScope = "activity" | "moment" | "member";

/** Lets conditions in, or refuses them by their path in the plan. */
export type ReadConditions = (path: string, asked: unknown, scope: JourneyScope) => ConditionGroup;

export function planFrom(wire: JourneyPlan, read: ReadConditions): Journey {
  const { keyedBy = null, goal, ...same } = wire;
  return {
    ...same,
    keyedBy,
    entry: entryFrom(wire.entry, read),
    goal: goal === undefined ? null : triggerFrom("plan.goal", goal, read),
    steps: wire.steps.map((step, at) => stepFrom(step, `plan.steps[${at}]`, read)),
  };
}

type WireEntry = JourneyPlan["entry"];
type WireTrigger = Extract<WireEntry, { kind: "activity" }>;
type WireStep = JourneyPlan["steps"][number];
type WireGroup = { combinator: "and" | "or"; not?: boolean; rules: Record<string, unknown>[] };

function entryFrom(entry: WireEntry, read: ReadConditions): JourneyEntry {
  const path = "plan.entry.conditions";
  switch (entry.kind) {
    case "activity":
      return triggerFrom("plan.entry", entry, read);
    case "segment":
      return { ...entry, conditions: read(path, entry.conditions, "member") };
    case "event":
    case "date": {
      const { conditions, ...same } = entry;
      const scope = entry.kind === "event" ? "moment" : "member";
      return conditions === undefined ? same : { ...same, conditions: read(path, conditions, scope) };
    }
  }
}

function triggerFrom(path: string, { conditions, ...same }: WireTrigger, read: ReadConditions): ActivityTrigger {
  return conditions === undefined ? same : { ...same, conditions: read(`${path}.conditions`, conditions, "activity") };
}

function stepFrom(step: WireStep, path: string, read: ReadConditions): JourneyStep {
  if (step.kind === "wait_for") return { ...step, trigger: triggerFrom(`${path}.trigger`, step.trigger, read) };
  if (step.kind !== "split") return step;
  return { ...step, conditions: read(`${path}.conditions`, step.conditions, "moment") };
}

/** Not annotated with the schema's own type: what conditions hold is narrower than it, as each client's types ask. */
export function wirePlan({ entry, keyedBy, goal, steps, ...same }: Journey) {
  return {
    ...same,
    entry: wireEntry(entry),
    ...(keyedBy === null ? {} : { keyedBy: { ...keyedBy } }),
    ...(goal === null ? {} : { goal: wireTrigger(goal) }),
    steps: steps.map(wireStep),
  };
}

function wireEntry(entry: JourneyEntry) {
  switch (entry.kind) {
    case "activity":
      return wireTrigger(entry);
    case "segment":
      return { ...entry, conditions: wireGroup(entry.conditions) };
    case "event":
    case "date": {
      const { conditions, ...rest } = entry;
      return { ...rest, ...optional(conditions) };
    }
  }
}

function wireTrigger({ conditions, name, ...same }: ActivityTrigger) {
  return { ...same, ...(name === undefined || name === "" ? {} : { name }), ...optional(conditions) };
}

/** Conditions that ask nothing are none. */
function optional(conditions: ConditionGroup | undefined): { conditions?: WireGroup } {
  return conditions === undefined || conditions.rules.length === 0 ? {} : { conditions: wireGroup(conditions) };
}

function wireGroup({ combinator, not, rules }: ConditionGroup): WireGroup {
  return {
    combinator,
    ...(not === undefined ? {} : { not }),
    rules: rules.map((rule) => (isGroup(rule) ? wireGroup(rule) : { ...rule })),
  };
}

function wireStep(step: JourneyStep) {
  switch (step.kind) {
    case "wait_for":
      return { ...step, trigger: wireTrigger(step.trigger) };
    case "split":
      return { ...step, conditions: wireGroup(step.conditions) };
    case "random":
      return { ...step, branches: step.branches.map((branch) => ({ ...branch })) };
    case "until": {
      const { weekdays, ...same } = step;
      return { ...same, ...(weekdays === undefined ? {} : { weekdays: [...weekdays] }) };
    }
    default:
      return step;
  }
}
