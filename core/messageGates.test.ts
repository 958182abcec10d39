import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DeliveryFacts, decideDelivery, messagePurposes } from "./messageGates.ts";

const NOON = Date.parse("2026-03-02T11:00:00Z");
const NIGHT = Date.parse("2026-03-02T22:00:00Z");

const open: DeliveryFacts = {
  nowMs: NOON,
  purpose: "promotional",
  status: "active",
  isErased: false,
  hasAddress: true,
  hasConsent: true,
  isOptedOut: false,
  pausedUntilMs: null,
  isSuppressed: false,
  isMuted: false,
  recent: 0,
  weeklyMax: 3,
  quiet: { from: "21:00", until: "08:00" },
  zone: "Europe/Rome",
  isHeldOut: false,
  isOverBudget: false,
  isCancelled: false,
  hasLeftAudience: false,
};

/** What closes each gate, in the order in which they are asked; and whether a transactional message passes it. */
const gates: [reason: string, closing: Partial<DeliveryFacts>, passesTransactional: boolean][] = [
  ["no_member", { status: undefined }, false],
  ["erased", { isErased: true }, false],
  ["closed", { status: "closed" }, false],
  ["blocked", { status: "blocked" }, false],
  ["cancelled", { isCancelled: true }, false],
  ["left_audience", { hasLeftAudience: true }, false],
  ["no_address", { hasAddress: false }, false],
  ["no_consent", { hasConsent: false }, true],
  ["opted_out", { isOptedOut: true }, true],
  ["paused", { pausedUntilMs: NOON + 1 }, true],
  ["suppressed", { isSuppressed: true }, false],
  ["muted", { isMuted: true }, true],
  ["too_frequent", { recent: 3 }, true],
  ["held_out", { isHeldOut: true }, true],
  ["over_budget", { isOverBudget: true }, false],
];

describe("each gate closes by itself", () => {
  test.each(gates)("%s", (reason, closing, passesTransactional) => {
    expect(decideDelivery({ ...open, ...closing })).toEqual({ kind: "skip", reason });
    const owed = decideDelivery({ ...open, ...closing, purpose: "transactional" });
    expect(owed).toEqual(passesTransactional ? { kind: "send" } : { kind: "skip", reason });
  });
});

describe("of several that are closed the first is told", () => {
  const pairs = gates.flatMap((gate, index) => gates.slice(index + 1).map((later) => [gate, later] as const));
  test.each(pairs.filter(([first, second]) => !("status" in first[1] && "status" in second[1])))(
    "%s before %s",
    ([reason, first], [, second]) => {
      expect(decideDelivery({ ...open, ...second, ...first })).toEqual({ kind: "skip", reason });
    },
  );
});

test.each([
  ["nothing is against it", {}, { kind: "send" }],
  ["who may only earn is written to as before", { status: "earn_only" }, { kind: "send" }],
  ["a pause that is over", { pausedUntilMs: NOON }, { kind: "send" }],
  ["two of three this week", { recent: 2 }, { kind: "send" }],
  ["a member who wants none", { recent: 0, weeklyMax: 0 }, { kind: "skip", reason: "too_frequent" }],
  ["at night it waits", { nowMs: NIGHT }, { kind: "wait", untilMs: Date.parse("2026-03-03T07:00:00Z") }],
  ["where the member is it is day", { nowMs: NIGHT, zone: "America/Los_Angeles" }, { kind: "send" }],
  ["without quiet hours it goes at night", { nowMs: NIGHT, quiet: undefined }, { kind: "send" }],
  ["a receipt goes at night", { nowMs: NIGHT, purpose: "transactional" }, { kind: "send" }],
  ["nobody waits for what will be skipped", { nowMs: NIGHT, isOptedOut: true }, { kind: "skip", reason: "opted_out" }],
] as const)("%s", (_, facts, decision) => {
  expect(decideDelivery({ ...open, ...facts })).toEqual(decision);
});

const anyFacts: fc.Arbitrary<DeliveryFacts> = fc.record({
  nowMs: fc.integer({ min: NOON, max: NOON + 400 * 86_400_000 }),
  purpose: fc.constantFrom(...messagePurposes),
  status: fc.constantFrom("active", "earn_only", "blocked", "closed", undefined),
  isErased: fc.boolean(),
  hasAddress: fc.boolean(),
  hasConsent: fc.boolean(),
  isOptedOut: fc.boolean(),
  pausedUntilMs: fc.option(fc.integer({ min: NOON, max: NOON + 400 * 86_400_000 })),
  isSuppressed: fc.boolean(),
  isMuted: fc.boolean(),
  recent: fc.nat(5),
  weeklyMax: fc.nat(5),
  quiet: fc.constantFrom(open.quiet, undefined),
  zone: fc.constantFrom("Europe/Rome", "America/New_York", "Asia/Tokyo"),
  isHeldOut: fc.boolean(),
  isOverBudget: fc.boolean(),
  isCancelled: fc.boolean(),
  hasLeftAudience: fc.boolean(),
});

test("advertising goes to nobody who did not agree to it, does not want it, or sleeps", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decided = decideDelivery({ ...facts, purpose: "promotional" });
      if (decided.kind !== "send") return;
      expect(facts).toMatchObject({ hasConsent: true, isOptedOut: false, isMuted: false, isHeldOut: false });
      expect(facts.recent).toBeLessThan(facts.weeklyMax);
      expect(facts.pausedUntilMs ?? 0).toBeLessThanOrEqual(facts.nowMs);
    }),
  );
});

test("nothing at all goes to a dead address, or to who was forgotten, has left or is blocked", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      if (decideDelivery(facts).kind === "skip") return;
      expect(facts).toMatchObject({ isSuppressed: false, isErased: false, hasAddress: true });
      expect(["active", "earn_only"]).toContain(facts.status);
    }),
  );
});

test("whoever waits is decided again at a moment that is not quiet, and later than now", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const decided = decideDelivery(facts);
      if (decided.kind !== "wait") return;
      expect(decided.untilMs).toBeGreaterThan(facts.nowMs);
      expect(decideDelivery({ ...facts, nowMs: decided.untilMs }).kind).not.toBe("wait");
    }),
  );
});
