// A journey leads each member from step to step: wait, look, send, give. It is plain data, and walking it is a pure
// function from where a member stands to where they stand next; what it asks for on the way is a list of effects that
// the caller books in one transaction with the new place. Steps form no circle, so that every walk ends.
import type { ActivityKind } from "./activity.ts";
import { type ConditionGroup, compileCondition } from "./conditions.ts";
import type { Facts } from "./facts.ts";

/** Something that a member does, which lets them in, moves them on, or is the journey's goal. */
export type ActivityTrigger = Readonly<{
  kind: "activity";
  activity: ActivityKind;
  /** The tenant's own word for a custom activity; absent: any. */
  name?: string | undefined;
  conditions?: ConditionGroup | undefined;
}>;

/** What the software tells of a member, which may let them in. */
export const journeyEvents = ["member.enrolled", "tier.changed"] as const;
export type JourneyEvent = (typeof journeyEvents)[number];

export type EventTrigger = Readonly<{
  kind: "event";
  event: JourneyEvent;
  conditions?: ConditionGroup | undefined;
}>;

/** Days of a member's own calendar. */
export const journeyDates = ["birthday"] as const;
export type JourneyDate = (typeof journeyDates)[number];

export type DateTrigger = Readonly<{
  kind: "date";
  date: JourneyDate;
  daysBefore: number;
  conditions?: ConditionGroup | undefined;
}>;

/** Whoever comes to meet the conditions; whoever meets them when the journey starts is let in then. */
export type SegmentTrigger = Readonly<{ kind: "segment"; conditions: ConditionGroup }>;

export type JourneyEntry = ActivityTrigger | EventTrigger | DateTrigger | SegmentTrigger;

/**
 * Whether the same member may be led again. Of a journey about objects each object is a journey of its own:
 * - once: never again.
 * - after_end: as soon as the last time has ended.
 * - after_days: that many days after the last time began, and not while it lasts.
 */
export type Reentry =
  | Readonly<{ kind: "once" }>
  | Readonly<{ kind: "after_end" }>
  | Readonly<{ kind: "after_days"; days: number }>;

export const stretchUnits = ["minutes", "hours", "days"] as const;
/** Days are the calendar's: the same time of day, also where clocks are moved. */
export type Stretch = Readonly<{ amount: number; unit: (typeof stretchUnits)[number] }>;

type Next = Readonly<{ next: string | null }>;

/** What a journey asks for on the way. */
export type JourneyEffect =
  | Readonly<{ kind: "send"; template: string }>
  | Readonly<{ kind: "points"; pointsType: string; points: number }>
  | Readonly<{ kind: "task"; title: string; dueDays: number }>
  | Readonly<{ kind: "tell"; name: string }>;

/** `next` null: the journey ends there. */
export type JourneyStep = Readonly<{ id: string }> &
  (
    | (Readonly<{ kind: "delay"; wait: Stretch }> & Next)
    | (Readonly<{ kind: "until"; time: string; weekdays?: readonly number[] | undefined }> & Next)
    | (Readonly<{
        kind: "wait_for";
        trigger: ActivityTrigger;
        /** Whether it must be about the object that the journey is about. */
        about: "anything" | "same_object";
        within: Stretch;
        otherwise: string | null;
      }> &
        Next)
    | Readonly<{ kind: "split"; conditions: ConditionGroup; next: string | null; otherwise: string | null }>
    | Readonly<{ kind: "random"; branches: readonly Readonly<{ share: number; next: string | null }>[] }>
    | (JourneyEffect & Next)
    | Readonly<{ kind: "exit" }>
  );

export type Journey = Readonly<{
  entry: JourneyEntry;
  /** What the journey is about: the activity's own document, or one of its attributes; null: the member alone. */
  keyedBy: JourneyKey | null;
  reentry: Reentry;
  /** Whoever reaches it leaves the journey early. */
  goal: ActivityTrigger | null;
  start: string;
  steps: readonly JourneyStep[];
}>;

/** "document", or "attribute" with its name: an order, a basket, a stay. */
export type JourneyKey = Readonly<{ kind: "document" }> | Readonly<{ kind: "attribute"; name: string }>;

/** What is known while a member is led: `chance` gives each member a place from 0 to 9,999 for each step. */
export type JourneySetting = Readonly<{
  now: number;
  facts: Facts;
  chance(stepId: string): number;
  /** When a stretch from now is over, and the next moment at which clocks show a time: journeyTimes.ts. */
  after(wait: Stretch): number;
  next(time: string, weekdays: readonly number[] | undefined): number;
}>;

export const journeyOutcomes = ["finished", "exit", "goal", "removed"] as const;
export type JourneyOutcome = (typeof journeyOutcomes)[number];

export type JourneyPlace =
  | Readonly<{ state: "waiting"; stepId: string; dueAt: number }>
  | Readonly<{ state: "ended"; outcome: JourneyOutcome }>;

/** What a step was left by. */
export type PassedStep = Readonly<{
  stepId: string;
  outcome: "passed" | "happened" | "timed_out" | "yes" | "no" | "goal" | `branch ${number}`;
  effect?: JourneyEffect;
}>;

export type Walk = Readonly<{ passed: readonly PassedStep[]; place: JourneyPlace }>;

/** From the first step on, as far as it goes now. */
export function beginJourney(journey: Journey, setting: JourneySetting): Walk {
  return walk(journey, journey.start, [], setting);
}

/** The time of the step where the member stands has come. */
export function stepDue(journey: Journey, stepId: string, setting: JourneySetting): Walk {
  const step = stepNamed(journey, stepId);
  if (step === undefined) return { passed: [], place: { state: "ended", outcome: "removed" } };
  if (step.kind === "wait_for") return walk(journey, step.otherwise, [{ stepId, outcome: "timed_out" }], setting);
  if (step.kind === "delay" || step.kind === "until") {
    return walk(journey, step.next, [{ stepId, outcome: "passed" }], setting);
  }
  return walk(journey, stepId, [], setting);
}

/** The member did something: the goal, or what the step waits for; null where neither. `isSame`: the same object. */
export function stepHeard(
  journey: Journey,
  stepId: string,
  heard: Readonly<{ setting: JourneySetting; isSame: boolean }>,
): Walk | null {
  const { setting, isSame } = heard;
  const isAbout = isSame || journey.keyedBy === null;
  if (journey.goal !== null && isAbout && meets(journey.goal, setting.facts)) {
    return { passed: [{ stepId, outcome: "goal" }], place: { state: "ended", outcome: "goal" } };
  }
  const step = stepNamed(journey, stepId);
  if (step?.kind !== "wait_for" || (step.about === "same_object" && !isSame)) return null;
  if (!meets(step.trigger, setting.facts)) return null;
  return walk(journey, step.next, [{ stepId, outcome: "happened" }], setting);
}

/** Whether what was done is what the trigger speaks of. */
export function meets(trigger: ActivityTrigger, facts: Facts): boolean {
  const { activity } = facts;
  if (activity === undefined || activity.kind !== trigger.activity) return false;
  if (trigger.name !== undefined && trigger.name !== activity.name) return false;
  return holds(trigger.conditions, facts);
}

export function holds(conditions: ConditionGroup | undefined, facts: Facts): boolean {
  return conditions === undefined || compiled(conditions)(facts);
}

const known = new WeakMap<ConditionGroup, (facts: Facts) => boolean>();

function compiled(conditions: ConditionGroup): (facts: Facts) => boolean {
  const ready = known.get(conditions) ?? compileCondition(conditions);
  known.set(conditions, ready);
  return ready;
}

export function stepNamed(journey: Journey, stepId: string): JourneyStep | undefined {
  return journey.steps.find(({ id }) => id === stepId);
}

function walk(journey: Journey, from: string | null, already: readonly PassedStep[], setting: JourneySetting): Walk {
  const passed = [...already];
  let at = from;
  // Nobody passes a step twice: a bound that only a definition with a circle in it would meet.
  for (let left = journey.steps.length; left >= 0; left--) {
    const step = at === null ? undefined : stepNamed(journey, at);
    if (step === undefined) return { passed, place: { state: "ended", outcome: "finished" } };
    const wait = waitAt(step, setting);
    if (wait !== null) return { passed, place: { state: "waiting", stepId: step.id, dueAt: wait } };
    if (step.kind === "exit") {
      passed.push({ stepId: step.id, outcome: "passed" });
      return { passed, place: { state: "ended", outcome: "exit" } };
    }
    const { next, ...leaving } = leave(step, setting);
    passed.push({ stepId: step.id, ...leaving });
    at = next;
  }
  throw new Error("a journey goes in a circle");
}

/** Until when a member stands at the step; null where it is passed at once. */
function waitAt(step: JourneyStep, setting: JourneySetting): number | null {
  switch (step.kind) {
    case "delay":
      return setting.after(step.wait);
    case "until":
      return setting.next(step.time, step.weekdays);
    case "wait_for":
      return setting.after(step.within);
    default:
      return null;
  }
}

type Passing = Exclude<JourneyStep, { kind: "delay" | "until" | "wait_for" | "exit" }>;

function leave(step: JourneyStep, setting: JourneySetting): Omit<PassedStep, "stepId"> & Next {
  const passing: Passing | null = isPassing(step) ? step : null;
  if (passing === null) throw new Error("this step is waited at");
  if (passing.kind === "split") {
    return holds(passing.conditions, setting.facts)
      ? { outcome: "yes", next: passing.next }
      : { outcome: "no", next: passing.otherwise };
  }
  if (passing.kind === "random") {
    const branch = branchAt(passing.branches, setting.chance(passing.id));
    return { outcome: `branch ${branch + 1}`, next: passing.branches[branch]?.next ?? null };
  }
  const { id: _, next, ...effect } = passing;
  return { outcome: "passed", effect, next };
}

function isPassing(step: JourneyStep): step is JourneyStep & Passing {
  return step.kind !== "delay" && step.kind !== "until" && step.kind !== "wait_for" && step.kind !== "exit";
}

/** A place among 10,000 falls on a branch as its share of all shares says. */
export const PLACES = 10_000;

export function branchAt(branches: readonly Readonly<{ share: number }>[], place: number): number {
  const whole = branches.reduce((sum, { share }) => sum + share, 0);
  let end = 0;
  for (const [index, { share }] of branches.entries()) {
    end += share;
    if (place * whole < end * PLACES) return index;
  }
  return branches.length - 1;
}
