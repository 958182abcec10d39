// A journey of a tenant's, for whoever asks for one by its id.
import type { Sample } from "./operations.ts";

export type JourneyBelongings = { memberId: string; journeyId: string };

/** A letter of welcome is no part of it: it waits a day and gives ten points. */
export const welcome = {
  entry: { kind: "event", event: "member.enrolled" },
  reentry: { kind: "once" },
  start: "rest",
  steps: [
    { id: "rest", kind: "delay", wait: { amount: 1, unit: "days" }, next: "gift" },
    { id: "gift", kind: "points", pointsType: "points", points: 10, next: null },
  ],
} as const;

export async function journeyOf(make: (path: string, body: object) => Promise<{ id: string }>, mark: string) {
  const journey = await make("/v1/journeys", { name: mark, plan: welcome });
  return { journeyId: journey.id };
}

export const journeySamples = {
  addJourney: () => ({ body: { name: "Welcome", plan: welcome } }),
  listJourneys: () => ({ query: "limit=10" }),
  getJourney: ({ journeyId }) => ({ path: { journeyId } }),
  changeJourney: ({ journeyId }) => ({ path: { journeyId }, body: { status: "running" } }),
  countJourney: ({ journeyId }) => ({ path: { journeyId } }),
  listMemberJourneys: ({ memberId }) => ({ path: { memberId } }),
  whyJourney: ({ journeyId, memberId }) => ({ path: { journeyId, memberId } }),
} satisfies Record<string, (own: JourneyBelongings) => Sample>;
