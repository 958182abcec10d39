import { faultInJourney } from "@fedele/core/journeyFaults.ts";
import type { Journey } from "@fedele/core/journeys.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { edgesOf, type Gap, layOut, putIn, stepKinds, takeOut } from "./plan.ts";

const welcome: Journey = {
  entry: { kind: "event", event: "member.enrolled" },
  keyedBy: null,
  reentry: { kind: "once" },
  goal: null,
  start: "rest",
  steps: [
    { id: "rest", kind: "delay", wait: { amount: 1, unit: "days" }, next: "gift" },
    { id: "gift", kind: "points", pointsType: "points", points: 10, next: null },
  ],
};

const ways = (plan: Journey) => edgesOf(plan).map(({ stepId, way, to }) => `${stepId} ${way} ${to}`);

test("a step is put in between two, at the beginning and at the end", () => {
  const between = putIn(welcome, { stepId: "rest", way: "next" }, { kind: "task", pointsType: "points" });
  expect(ways(between)).toEqual(["null next rest", "rest next task-1", "gift next null", "task-1 next gift"]);
  const first = putIn(welcome, { stepId: null, way: "next" }, { kind: "split", pointsType: "points" });
  expect(ways(first)).toEqual([
    "null next split-1",
    "rest next gift",
    "gift next null",
    "split-1 next rest",
    "split-1 otherwise null",
  ]);
  const last = putIn(first, { stepId: "split-1", way: "otherwise" }, { kind: "exit", pointsType: "points" });
  expect(ways(last)).toContain("split-1 otherwise exit-1");
});

test("a step is taken out with whatever came after it alone; the last one stays", () => {
  const only = takeOut(welcome, "rest");
  expect(ways(only)).toEqual(["null next gift", "gift next null"]);
  expect(takeOut(only, "gift")).toEqual(only);
  const split = putIn(welcome, { stepId: null, way: "next" }, { kind: "split", pointsType: "points" });
  const two = putIn(split, { stepId: "split-1", way: "otherwise" }, { kind: "task", pointsType: "points" });
  expect(ways(takeOut(two, "split-1"))).toEqual(["null next rest", "rest next gift", "gift next null"]);
});

test("whatever is put in and taken out, the plan leads on, and no step is drawn upon another", () => {
  const acts = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...stepKinds), fc.boolean()), { maxLength: 30 });
  fc.assert(
    fc.property(acts, (asked) => {
      let plan = welcome;
      for (const [place, kind, isPut] of asked) {
        const edges = edgesOf(plan);
        const gap: Gap = edges[place % edges.length] ?? { stepId: null, way: "next" };
        plan = isPut ? putIn(plan, gap, { kind, pointsType: "points" }) : takeOut(plan, gap.stepId ?? plan.start);
        expect(faultInJourney(plan)).toBeNull();
      }
      const places = layOut(plan);
      expect(places.size).toBe(plan.steps.length);
      expect(new Set([...places.values()].map(({ row, column }) => `${row} ${column}`)).size).toBe(places.size);
      for (const { stepId, to } of edgesOf(plan)) {
        if (stepId === null || to === null) continue;
        expect(places.get(to)?.row).toBeGreaterThan(places.get(stepId)?.row ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});
