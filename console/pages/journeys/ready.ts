// Journeys that a shop recognises, to begin from: each is an ordinary plan that can be changed in every step.
import type { Journey } from "@fedele/core/journeys.ts";

export const readyJourneys = ["welcome", "onboarding", "birthday", "basket", "winBack", "tier"] as const;
export type ReadyJourney = (typeof readyJourneys)[number];

/** What the shop's own plan is made with: the code of its points, and what staff is asked to do, in its words. */
type Own = Readonly<{ pointsType: string; call: string; congratulate: string }>;

export function readyPlan(ready: ReadyJourney, own: Own): Journey {
  return plans[ready](own);
}

const alone = { keyedBy: null, goal: null, reentry: { kind: "once" } } as const;
const joined = { kind: "event", event: "member.enrolled" } as const;
const purchase = { kind: "activity", activity: "purchase" } as const;
const gift = ({ pointsType }: Own, points: number) =>
  ({ id: "gift", kind: "points", pointsType, points, next: null }) as const;

const plans: Readonly<Record<ReadyJourney, (own: Own) => Journey>> = {
  welcome: (own) => ({
    ...alone,
    entry: joined,
    start: "rest",
    steps: [{ id: "rest", kind: "delay", wait: { amount: 1, unit: "days" }, next: "gift" }, gift(own, 10)],
  }),
  onboarding: (own) => ({
    ...alone,
    entry: joined,
    start: "first",
    steps: [
      {
        id: "first",
        kind: "wait_for",
        trigger: purchase,
        about: "anything",
        within: { amount: 14, unit: "days" },
        next: "gift",
        otherwise: "call",
      },
      gift(own, 20),
      { id: "call", kind: "task", title: own.call, dueDays: 3, next: null },
    ],
  }),
  birthday: (own) => ({
    ...alone,
    entry: { kind: "date", date: "birthday", daysBefore: 0 },
    reentry: { kind: "after_days", days: 300 },
    start: "morning",
    steps: [{ id: "morning", kind: "until", time: "09:00", next: "gift" }, gift(own, 50)],
  }),
  basket: () => ({
    ...alone,
    entry: { kind: "activity", activity: "custom", name: "basket" },
    keyedBy: { kind: "attribute", name: "basket" },
    start: "hour",
    steps: [
      {
        id: "hour",
        kind: "wait_for",
        trigger: purchase,
        about: "same_object",
        within: { amount: 1, unit: "hours" },
        next: null,
        otherwise: "left",
      },
      { id: "left", kind: "tell", name: "basket-left", next: null },
    ],
  }),
  winBack: (own) => ({
    ...alone,
    entry: {
      kind: "segment",
      conditions: {
        combinator: "and",
        rules: [{ field: "member.days_since_last_purchase", operator: ">=", value: 60 }],
      },
    },
    reentry: { kind: "after_days", days: 180 },
    goal: purchase,
    start: "call",
    steps: [
      { id: "call", kind: "task", title: own.call, dueDays: 7, next: "patience" },
      { id: "patience", kind: "delay", wait: { amount: 60, unit: "days" }, next: null },
    ],
  }),
  tier: (own) => ({
    ...alone,
    entry: { kind: "event", event: "tier.changed" },
    reentry: { kind: "after_end" },
    start: "congratulate",
    steps: [{ id: "congratulate", kind: "task", title: own.congratulate, dueDays: 3, next: null }],
  }),
};
