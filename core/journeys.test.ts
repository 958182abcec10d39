import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Activity } from "./activity.ts";
import { type Facts, newcomer } from "./facts.ts";
import { faultInJourney, waysFrom } from "./journeyFaults.ts";
import {
  type ActivityTrigger,
  beginJourney,
  branchAt,
  type Journey,
  type JourneySetting,
  type JourneyStep,
  PLACES,
  stepDue,
  stepHeard,
} from "./journeys.ts";
import { afterStretch, nextTimeOfDay } from "./journeyTimes.ts";

const ZONE = "Europe/Rome";
const NOON = Date.parse("2026-03-02T11:00:00Z");

const paid: ActivityTrigger = { kind: "activity", activity: "purchase" };
const basket: ActivityTrigger = { kind: "activity", activity: "custom", name: "basket" };

/** A basket is left; after an hour without a purchase of it a letter goes out, and whoever buys then gets points. */
const abandoned: Journey = {
  entry: basket,
  keyedBy: { kind: "attribute", name: "basket" },
  reentry: { kind: "once" },
  goal: null,
  start: "wait",
  steps: [
    {
      id: "wait",
      kind: "wait_for",
      trigger: paid,
      about: "same_object",
      within: { amount: 1, unit: "hours" },
      next: null,
      otherwise: "letter",
    },
    { id: "letter", kind: "send", template: "basket", next: "hope" },
    {
      id: "hope",
      kind: "wait_for",
      trigger: paid,
      about: "same_object",
      within: { amount: 24, unit: "hours" },
      next: "thanks",
      otherwise: null,
    },
    { id: "thanks", kind: "points", pointsType: "points", points: 50, next: null },
  ],
};

const purchase: Activity = {
  kind: "purchase",
  channel: "web",
  at: NOON,
  currency: "EUR",
  amountMinor: 1_000,
  lines: [],
};

function settingAt(now: number, facts: Partial<Facts> = {}): JourneySetting {
  return {
    now,
    facts: { member: newcomer(NOON), timezone: ZONE, at: now, ...facts },
    chance: () => 0,
    after: (wait) => afterStretch(ZONE, now, wait),
    next: (time, weekdays) => nextTimeOfDay(ZONE, now, { time, weekdays }),
  };
}

describe("an abandoned basket", () => {
  const begun = beginJourney(abandoned, settingAt(NOON));

  test("waits an hour for its own purchase", () => {
    expect(begun).toEqual({ passed: [], place: { state: "waiting", stepId: "wait", dueAt: NOON + 3_600_000 } });
  });

  test("that was paid for ends the journey without a letter", () => {
    const heard = stepHeard(abandoned, "wait", { setting: settingAt(NOON, { activity: purchase }), isSame: true });
    expect(heard).toEqual({
      passed: [{ stepId: "wait", outcome: "happened" }],
      place: { state: "ended", outcome: "finished" },
    });
  });

  test("does not hear of another basket, nor of what is no purchase", () => {
    const other = stepHeard(abandoned, "wait", { setting: settingAt(NOON, { activity: purchase }), isSame: false });
    const visit = { ...purchase, kind: "visit" } as const;
    const came = stepHeard(abandoned, "wait", { setting: settingAt(NOON, { activity: visit }), isSame: true });
    expect([other, came]).toEqual([null, null]);
  });

  test("sends one letter after the hour, and thanks whoever buys then", () => {
    const later = settingAt(NOON + 3_600_000);
    expect(stepDue(abandoned, "wait", later)).toEqual({
      passed: [
        { stepId: "wait", outcome: "timed_out" },
        { stepId: "letter", outcome: "passed", effect: { kind: "send", template: "basket" } },
      ],
      place: { state: "waiting", stepId: "hope", dueAt: NOON + 25 * 3_600_000 },
    });
    const bought = stepHeard(abandoned, "hope", { setting: settingAt(NOON, { activity: purchase }), isSame: true });
    expect(bought?.passed).toEqual([
      { stepId: "hope", outcome: "happened" },
      { stepId: "thanks", outcome: "passed", effect: { kind: "points", pointsType: "points", points: 50 } },
    ]);
  });
});

test("whoever reaches the goal leaves, wherever they stand", () => {
  const journey: Journey = {
    ...abandoned,
    keyedBy: null,
    goal: paid,
    start: "rest",
    steps: [{ id: "rest", kind: "delay", wait: { amount: 3, unit: "days" }, next: null }],
  };
  const heard = stepHeard(journey, "rest", { setting: settingAt(NOON, { activity: purchase }), isSame: false });
  expect(heard?.place).toEqual({ state: "ended", outcome: "goal" });
});

test("a step that a new version no longer has lets its members go", () => {
  expect(stepDue(abandoned, "gone", settingAt(NOON)).place).toEqual({ state: "ended", outcome: "removed" });
});

describe("splits", () => {
  const journey = (steps: readonly JourneyStep[]): Journey => ({ ...abandoned, keyedBy: null, start: "one", steps });
  const split = journey([
    {
      id: "one",
      kind: "split",
      conditions: { combinator: "and", rules: [{ field: "member.purchases", operator: ">=", value: 1 }] },
      next: null,
      otherwise: "bye",
    },
    { id: "bye", kind: "exit" },
  ]);

  test.each([
    [0, "no", "exit"],
    [1, "yes", "finished"],
  ])("by what is known of the member: %i purchases", (purchases, outcome, end) => {
    const walk = beginJourney(split, settingAt(NOON, { member: { ...newcomer(NOON), purchases } }));
    expect(walk.passed[0]).toEqual({ stepId: "one", outcome });
    expect(walk.place).toEqual({ state: "ended", outcome: end });
  });

  test("by chance every place has its branch, and each branch its share", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 10 })
          .filter((all) => all.some((n) => n > 0)),
        (shares) => {
          const branches = shares.map((share) => ({ share }));
          const counts = shares.map(() => 0);
          for (let place = 0; place < PLACES; place += 1) {
            const branch = branchAt(branches, place);
            counts[branch] = (counts[branch] ?? 0) + 1;
          }
          const whole = shares.reduce((sum, share) => sum + share, 0);
          for (const [index, share] of shares.entries()) {
            expect(Math.abs((counts[index] ?? 0) - (share / whole) * PLACES)).toBeLessThan(1.000_001);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("what is wrong with a journey", () => {
  const delay = (id: string, next: string | null): JourneyStep => ({
    id,
    kind: "delay",
    wait: { amount: 1, unit: "days" },
    next,
  });
  const of = (...steps: JourneyStep[]): Journey => ({ ...abandoned, keyedBy: null, start: "a", steps });

  test.each<[string, Journey, string | null]>([
    ["Two steps have the same name.", of(delay("a", null), delay("a", null)), "a"],
    ["The journey begins at a step that it does not have.", of(delay("b", null)), null],
    ["This step leads to one that there is not.", of(delay("a", "b")), "a"],
    ["The steps go in a circle here; let members enter again instead.", of(delay("a", "b"), delay("b", "a")), "a"],
    ["No way leads to this step.", of(delay("a", null), delay("b", null)), "b"],
    ["This step waits for the same object, but the journey is about none.", { ...abandoned, keyedBy: null }, "wait"],
    [
      "Only what a member does is about an object; such a journey is entered by that.",
      { ...abandoned, entry: { kind: "event", event: "member.enrolled" } },
      null,
    ],
    [
      "Who is let in by what they are comes in once, or again after some days.",
      {
        ...of(delay("a", null)),
        entry: { kind: "segment", conditions: { combinator: "and", rules: [] } },
        reentry: { kind: "after_end" },
      },
      null,
    ],
    [
      "Somebody must get somewhere: the shares are all zero.",
      of({ id: "a", kind: "random", branches: [{ share: 0, next: null }] }),
      "a",
    ],
  ])("%s", (message, journey, stepId) => {
    expect(faultInJourney(journey)).toEqual({ stepId, message });
  });

  test("the abandoned basket is right", () => {
    expect(faultInJourney(abandoned)).toBeNull();
  });

  test("every journey without a fault ends, whatever happens to its members", () => {
    const target = (count: number) => fc.option(fc.integer({ min: 0, max: count - 1 }), { nil: null });
    const anyJourney = fc.integer({ min: 1, max: 8 }).chain((count) =>
      fc
        .tuple(
          ...Array.from({ length: count }, () =>
            fc.tuple(fc.constantFrom("delay", "split", "tell"), target(count), target(count)),
          ),
        )
        .map(
          (rows): Journey =>
            of(
              ...rows.map(([kind, first, second], index): JourneyStep => {
                const name = (at: number | null) => (at === null ? null : "abcdefgh".charAt(at));
                const id = "abcdefgh".charAt(index);
                if (kind === "delay") return delay(id, name(first));
                if (kind === "tell") return { id, kind: "tell", name: "there", next: name(first) };
                const conditions = {
                  combinator: "and",
                  rules: [{ field: "member.visits", operator: "=", value: 0 }],
                } as const;
                return { id, kind: "split", conditions, next: name(first), otherwise: name(second) };
              }),
            ),
        ),
    );
    fc.assert(
      fc.property(anyJourney, (journey) => {
        if (faultInJourney(journey) !== null) return;
        let walk = beginJourney(journey, settingAt(NOON));
        for (let turn = 0; turn <= journey.steps.length; turn += 1) {
          if (walk.place.state === "ended") return;
          walk = stepDue(journey, walk.place.stepId, settingAt(walk.place.dueAt));
        }
        throw new Error(`it goes on and on: ${JSON.stringify(journey.steps.map(waysFrom))}`);
      }),
      { numRuns: 500 },
    );
  });
});

describe("waiting on the clock of the place", () => {
  test.each([
    ["an hour over the spring change", { amount: 1, unit: "hours" }, "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"],
    ["a day over the spring change", { amount: 1, unit: "days" }, "2026-03-28T11:00:30Z", "2026-03-29T10:00:30Z"],
    [
      "a day into the hour that was skipped",
      { amount: 1, unit: "days" },
      "2026-03-28T01:30:00Z",
      "2026-03-29T01:30:00Z",
    ],
    ["a day over the autumn change", { amount: 1, unit: "days" }, "2026-10-24T10:00:00Z", "2026-10-25T11:00:00Z"],
  ] as const)("%s", (_, wait, from, until) => {
    expect(new Date(afterStretch(ZONE, Date.parse(from), wait)).toISOString()).toBe(
      new Date(Date.parse(until)).toISOString(),
    );
  });

  test.each([
    ["later today", "2026-03-02T08:00:00Z", { time: "10:00" }, "2026-03-02T09:00:00Z"],
    ["now", "2026-03-02T09:00:00Z", { time: "10:00" }, "2026-03-02T09:00:00Z"],
    ["tomorrow", "2026-03-02T09:00:01Z", { time: "10:00" }, "2026-03-03T09:00:00Z"],
    ["next Monday", "2026-03-02T09:00:01Z", { time: "10:00", weekdays: [1] }, "2026-03-09T09:00:00Z"],
    ["in the hour that was skipped", "2026-03-28T12:00:00Z", { time: "02:30" }, "2026-03-29T01:30:00Z"],
    ["the first of the hour that comes twice", "2026-10-24T12:00:00Z", { time: "02:30" }, "2026-10-25T00:30:00Z"],
  ] as const)("a time of day: %s", (_, from, wanted, until) => {
    expect(new Date(nextTimeOfDay(ZONE, Date.parse(from), wanted)).toISOString()).toBe(
      new Date(Date.parse(until)).toISOString(),
    );
  });
});
