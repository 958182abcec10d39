// Journeys: made and started, and where members stand on them.
import type { Desk } from "./desk.ts";

export function journeyVerbs(desk: Desk) {
  const starts = async (plan: Readonly<Record<string, unknown>>): Promise<string> => {
    const made = await desk.acts("POST", "/v1/journeys", { name: "a journey", plan });
    if (made.status !== 201) throw new Error(`no journey: ${JSON.stringify(made.body)}`);
    const id = String(made.body.id);
    await desk.acts("PATCH", `/v1/journeys/${id}`, { status: "running" });
    return id;
  };
  const travels = async (who: string) => (await desk.asks("GET", await desk.pathOf(who, "journeys"))).body.items;
  return {
    plansJourney: (plan: unknown) => desk.acts("POST", "/v1/journeys", { name: "a journey", plan }),
    startsJourney: starts,
    changesJourney: (id: string, change: object) => desk.acts("PATCH", `/v1/journeys/${id}`, change),
    journey: (id: string) => desk.asks("GET", `/v1/journeys/${id}`),
    journeyCounts: async (id: string) => (await desk.asks("GET", `/v1/journeys/${id}/counts`)).body,
    whyJourney: async (id: string, who: string) =>
      (await desk.asks("GET", `/v1/journeys/${id}/members/${await desk.idOf(who)}`)).body,
    travels,
    /** "rest passed, gift passed": what a member has come through, on the latest journey. */
    way: async (who: string): Promise<string> => {
      const [latest] = await travels(who);
      const steps: { stepId: string; outcome: string }[] = latest?.steps ?? [];
      return steps.map(({ stepId, outcome }) => `${stepId} ${outcome}`).join(", ");
    },
  };
}
