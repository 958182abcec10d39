// A journey's plan while somebody edits it: steps are put in and taken out without ever leaving a loose end.

import { validateConditions } from "@fedele/core/conditionParser.ts";
import type { ConditionGroup } from "@fedele/core/conditions.ts";
import type { ActivityTrigger, Journey, JourneyStep } from "@fedele/core/journeys.ts";
import { noConditions } from "../../parts/conditions/draft.ts";

/** Conditions of a plan that the server has let in before. */
export function knownConditions(_path: string, asked: unknown): ConditionGroup {
  const parsed = validateConditions(asked);
  return parsed.ok ? parsed.group : noConditions;
}

/** What a member leaves a step by. */
export type Way = "next" | "otherwise" | number;
/** A place between two steps: behind one, or at the beginning. */
export type Gap = Readonly<{ stepId: string | null; way: Way }>;
export type Edge = Gap & Readonly<{ to: string | null }>;

export const stepKinds = [
  "send",
  "points",
  "delay",
  "until",
  "wait_for",
  "split",
  "random",
  "task",
  "tell",
  "exit",
] as const satisfies readonly JourneyStep["kind"][];
export type StepKind = (typeof stepKinds)[number];

/** Every way that leaves a step, in the order in which it is shown. */
export function edgesFrom(step: JourneyStep): readonly Edge[] {
  const edge = (way: Way, to: string | null): Edge => ({ stepId: step.id, way, to });
  switch (step.kind) {
    case "exit":
      return [];
    case "random":
      return step.branches.map(({ next }, index) => edge(index, next));
    case "split":
    case "wait_for":
      return [edge("next", step.next), edge("otherwise", step.otherwise)];
    default:
      return [edge("next", step.next)];
  }
}

export function edgesOf(plan: Journey): readonly Edge[] {
  return [{ stepId: null, way: "next", to: plan.start }, ...plan.steps.flatMap(edgesFrom)];
}

const purchase: ActivityTrigger = { kind: "activity", activity: "purchase" };

/** A step as it is put in first: complete, so that nothing has to be filled in before it can be looked at. */
export function newStep(kind: StepKind, id: string, next: string | null, pointsType: string): JourneyStep {
  switch (kind) {
    case "send":
      return { id, kind, template: "", next };
    case "points":
      return { id, kind, pointsType, points: 10, next };
    case "delay":
      return { id, kind, wait: { amount: 1, unit: "days" }, next };
    case "until":
      return { id, kind, time: "09:00", next };
    case "wait_for":
      return {
        id,
        kind,
        trigger: purchase,
        about: "anything",
        within: { amount: 7, unit: "days" },
        next,
        otherwise: null,
      };
    case "split":
      return { id, kind, conditions: noConditions, next, otherwise: null };
    case "random":
      return { id, kind, branches: [1, 1].map((share, index) => ({ share, next: index === 0 ? next : null })) };
    case "task":
      return { id, kind, title: "", dueDays: 3, next };
    case "tell":
      return { id, kind, name: "", next };
    case "exit":
      return { id, kind };
  }
}

/** A name that no step has. */
export function freeId(plan: Journey, kind: StepKind): string {
  for (let count = 1; ; count += 1) {
    const id = `${kind}-${count}`;
    if (plan.steps.every((step) => step.id !== id)) return id;
  }
}

/** Puts a step into a gap; what followed follows it. */
export function putIn(plan: Journey, gap: Gap, made: Readonly<{ kind: StepKind; pointsType: string }>): Journey {
  const follower = edgesOf(plan).find((edge) => isAt(edge, gap))?.to ?? null;
  const step = newStep(made.kind, freeId(plan, made.kind), follower, made.pointsType);
  const led =
    gap.stepId === null ? { ...plan, start: step.id } : { ...plan, steps: plan.steps.map(leadAt(gap, step.id)) };
  return withoutLost({ ...led, steps: [...led.steps, step] });
}

const leadAt =
  (gap: Gap, to: string | null) =>
  (step: JourneyStep): JourneyStep =>
    step.id === gap.stepId ? leadingTo(step, gap.way, to) : step;

function isAt(edge: Edge, gap: Gap): boolean {
  return edge.stepId === gap.stepId && edge.way === gap.way;
}

function leadingTo(step: JourneyStep, way: Way, to: string | null): JourneyStep {
  if (step.kind === "exit") return step;
  if (step.kind === "random") {
    return {
      ...step,
      branches: step.branches.map((branch, index) => (index === way ? { ...branch, next: to } : branch)),
    };
  }
  if (way === "otherwise" && (step.kind === "split" || step.kind === "wait_for")) return { ...step, otherwise: to };
  return way === "next" ? { ...step, next: to } : step;
}

/** Takes a step out: whoever would have come to it comes to what followed it. The last one stays. */
export function takeOut(plan: Journey, stepId: string): Journey {
  const step = plan.steps.find(({ id }) => id === stepId);
  if (step === undefined || plan.steps.length === 1) return plan;
  const follower = edgesFrom(step)[0]?.to ?? null;
  const others = plan.steps.filter(({ id }) => id !== stepId);
  const steps = others.map((other) =>
    edgesFrom(other).reduce((led, { way, to }) => (to === stepId ? leadingTo(led, way, follower) : led), other),
  );
  const start = plan.start === stepId ? (follower ?? others[0]?.id ?? stepId) : plan.start;
  return withoutLost({ ...plan, start, steps });
}

/** The plan without the steps that nobody comes to any more. */
function withoutLost(plan: Journey): Journey {
  const reached = new Set<string>();
  const open: (string | null)[] = [plan.start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = plan.steps.find((one) => one.id === id);
    if (step === undefined || reached.has(step.id)) continue;
    reached.add(step.id);
    open.push(...edgesFrom(step).map(({ to }) => to));
  }
  return { ...plan, steps: plan.steps.filter(({ id }) => reached.has(id)) };
}

export function changeStep(plan: Journey, changed: JourneyStep): Journey {
  return { ...plan, steps: plan.steps.map((step) => (step.id === changed.id ? changed : step)) };
}

/** Where each step is drawn: how far it is from the beginning, and which of those beside it comes first. */
export function layOut(plan: Journey): ReadonlyMap<string, { row: number; column: number }> {
  const rows = new Map<string, number>();
  const columns = new Map<string, number>();
  const visit = (id: string | null, row: number, column: number): void => {
    const step = plan.steps.find((one) => one.id === id);
    if (step === undefined) return;
    const deeper = row > (rows.get(step.id) ?? -1);
    if (!deeper) return;
    rows.set(step.id, row);
    columns.set(step.id, columns.get(step.id) ?? column);
    const edges = edgesFrom(step);
    for (const [index, { to }] of edges.entries()) visit(to, row + 1, column + index - (edges.length - 1) / 2);
  };
  visit(plan.start, 0, 0);
  return apart(rows, columns);
}

/** Nobody stands upon another: of those in one row each is moved right of who is left of it. */
function apart(
  rows: ReadonlyMap<string, number>,
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<string, { row: number; column: number }> {
  const places = new Map<string, { row: number; column: number }>();
  for (const [row, ids] of Map.groupBy(rows.keys(), (id) => rows.get(id) ?? 0)) {
    const inOrder = ids.toSorted((a, b) => (columns.get(a) ?? 0) - (columns.get(b) ?? 0));
    let free = Number.NEGATIVE_INFINITY;
    for (const id of inOrder) {
      const column = Math.max(columns.get(id) ?? 0, free);
      places.set(id, { row, column });
      free = column + 1;
    }
  }
  return places;
}
