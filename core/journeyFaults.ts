// What is wrong with a journey before it leads anybody: steps that lead nowhere, in a circle, or that nobody reaches.
import { type Journey, type JourneyStep, stepNamed } from "./journeys.ts";

export const JOURNEY_STEPS_MAX = 100;
export const JOURNEY_BRANCHES_MAX = 10;

/** `stepId`: where an editor should point; null: the journey as a whole. */
export type JourneyFault = Readonly<{ stepId: string | null; message: string }>;

/** The first thing that is wrong, in a sentence; null where nothing is. */
export function faultInJourney(journey: Journey): JourneyFault | null {
  const ids = journey.steps.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return { stepId: twice, message: "Two steps have the same name." };
  if (stepNamed(journey, journey.start) === undefined) {
    return { stepId: null, message: "The journey begins at a step that it does not have." };
  }
  return (
    lostWay(journey) ??
    circle(journey) ??
    unreached(journey) ??
    withoutObject(journey) ??
    badBranches(journey) ??
    endlessSegment(journey)
  );
}

/** Where a step can lead to; null is the end. */
export function waysFrom(step: JourneyStep): readonly (string | null)[] {
  switch (step.kind) {
    case "split":
    case "wait_for":
      return [step.next, step.otherwise];
    case "random":
      return step.branches.map(({ next }) => next);
    case "exit":
      return [];
    default:
      return [step.next];
  }
}

function lostWay(journey: Journey): JourneyFault | null {
  const known = new Set(journey.steps.map(({ id }) => id));
  const lost = journey.steps.find((step) => waysFrom(step).some((next) => next !== null && !known.has(next)));
  return lost === undefined ? null : { stepId: lost.id, message: "This step leads to one that there is not." };
}

function circle(journey: Journey): JourneyFault | null {
  const done = new Set<string>();
  const under = new Set<string>();
  const visit = (id: string): string | null => {
    if (done.has(id)) return null;
    if (under.has(id)) return id;
    under.add(id);
    const step = stepNamed(journey, id);
    for (const next of step === undefined ? [] : waysFrom(step)) {
      const found = next === null ? null : visit(next);
      if (found !== null) return found;
    }
    under.delete(id);
    done.add(id);
    return null;
  };
  const back = journey.steps.map(({ id }) => visit(id)).find((found) => found !== null);
  if (back === undefined || back === null) return null;
  return { stepId: back, message: "The steps go in a circle here; let members enter again instead." };
}

function unreached(journey: Journey): JourneyFault | null {
  const reached = new Set<string>();
  const open = [journey.start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    const step = stepNamed(journey, id);
    if (step !== undefined) for (const next of waysFrom(step)) if (next !== null) open.push(next);
  }
  const alone = journey.steps.find(({ id }) => !reached.has(id));
  return alone === undefined ? null : { stepId: alone.id, message: "No way leads to this step." };
}

function withoutObject(journey: Journey): JourneyFault | null {
  if (journey.keyedBy !== null) {
    if (journey.entry.kind === "activity") return null;
    return { stepId: null, message: "Only what a member does is about an object; such a journey is entered by that." };
  }
  const asking = journey.steps.find((step) => step.kind === "wait_for" && step.about === "same_object");
  if (asking === undefined) return null;
  return { stepId: asking.id, message: "This step waits for the same object, but the journey is about none." };
}

/** Whoever still meets the conditions at the end would be let in at once, and again, and again. */
function endlessSegment({ entry, reentry }: Journey): JourneyFault | null {
  if (entry.kind !== "segment" || reentry.kind !== "after_end") return null;
  return { stepId: null, message: "Who is let in by what they are comes in once, or again after some days." };
}

function badBranches(journey: Journey): JourneyFault | null {
  const bad = journey.steps.find(
    (step) => step.kind === "random" && step.branches.reduce((sum, { share }) => sum + share, 0) === 0,
  );
  return bad === undefined
    ? null
    : { stepId: bad.id, message: "Somebody must get somewhere: the shares are all zero." };
}
