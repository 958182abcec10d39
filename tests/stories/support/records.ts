// What the shop writes down of its members: fields of its own, notes, what is to be done.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";
import { aboutIn, readIn } from "./people.ts";

export function recordVerbs(desk: Desk) {
  const about = aboutIn(desk);
  const read = readIn(desk);
  return {
    /** A field of the shop's own. */
    addsField: async (code: string, type: string, choices: readonly string[] = []): Promise<Outcome> =>
      outcomeOf(await desk.acts("POST", "/v1/member-fields", { code, name: code, type, choices })),
    removesField: async (code: string): Promise<Outcome> =>
      outcomeOf(await desk.acts("DELETE", `/v1/member-fields/${code}`)),
    fills: (who: string, values: Record<string, unknown>) =>
      about(who, "PATCH", "fields", { values: Object.entries(values).map(([code, value]) => ({ code, value })) }),
    fieldsOf: async (who: string): Promise<Record<string, unknown>> =>
      Object.fromEntries(
        (await read(who, "fields")).items.map(({ code, value }: { code: string; value: unknown }) => [code, value]),
      ),
    notes: (who: string, text: string) => about(who, "POST", "notes", { text }),
    notesOf: async (who: string): Promise<string[]> =>
      (await read(who, "notes?limit=100")).items.map(({ text }: { text: string }) => text),
    plans: (who: string, text: string, dueOn: string, more: object = {}) =>
      about(who, "POST", "tasks", { text, dueOn, ...more }),
    finishes: (who: string, task: Outcome, outcome = "done") =>
      about(who, "PUT", `tasks/${task.id}/closing`, { outcome }),
    /** What is to be done, the first due first; what is late with an exclamation mark. */
    toDo: async (query = ""): Promise<string[]> =>
      (await desk.asks("GET", `/v1/tasks?limit=100${query}`)).body.items.map(
        ({ text, isOverdue }: { text: string; isOverdue: boolean }) => `${text}${isOverdue ? "!" : ""}`,
      ),
  };
}
