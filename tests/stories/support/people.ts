// What the shop's people do about members themselves: block them, note, ask, look up.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";

export function peopleVerbs(desk: Desk) {
  const about = async (who: string, method: string, path: string, asked?: object): Promise<Outcome> =>
    outcomeOf(await desk.acts(method, await desk.pathOf(who, path), asked));
  const read = async (who: string, path: string) => (await desk.asks("GET", await desk.pathOf(who, path))).body;
  return {
    about,
    blocks: (who: string, step: string, reason?: string) =>
      about(who, "PUT", "block", { step, ...(reason === undefined ? {} : { reason }) }),
    unblocks: (who: string) => about(who, "DELETE", "block"),
    /** The steps in which a member was blocked, from the first on; those that were lifted in brackets. */
    blocksOf: async (who: string): Promise<string[]> =>
      (await read(who, "blocks")).items
        .toReversed()
        .map(({ step, liftedAt }: { step: string; liftedAt: string | null }) => (liftedAt ? `(${step})` : step)),
    /** Years by country; "usual" for all others. */
    setsAges: async ({ usual = 18, ...others }: Record<string, number>): Promise<Outcome> => {
      const countries = Object.entries(others).map(([country, years]) => ({ country, years }));
      return outcomeOf(await desk.acts("PUT", "/v1/age-limits", { usual, countries }));
    },
    looksAfter: async (guardian: string, child: string) =>
      about(child, "PUT", `guardians/${await desk.idOf(guardian)}`),
    leavesAlone: async (guardian: string, child: string) =>
      about(child, "DELETE", `guardians/${await desk.idOf(guardian)}`),
    /** The member agrees to a topic; the form is that of the shop. */
    agrees: (who: string, topic: string, evidence: object = {}) =>
      about(who, "POST", "consents", { topic, state: "granted", source: "form", textVersion: "form-1", ...evidence }),
    takesBack: (who: string, topic: string, evidence: object = {}) =>
      about(who, "POST", "consents", { topic, state: "withdrawn", source: "link", ...evidence }),
    /** The topics that may be acted upon. */
    agreedTo: async (who: string): Promise<string[]> =>
      (await read(who, "consents")).items
        .filter(({ isGranted }: { isGranted: boolean }) => isGranted)
        .map(({ topic }: { topic: string }) => topic),
    /** All that was ever said, from the first on. */
    saidOf: async (who: string): Promise<string[]> =>
      (await read(who, "consents/history?limit=100")).items
        .toReversed()
        .map(({ topic, state }: { topic: string; state: string }) => `${topic} ${state}`),
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
    member: async (who: string): Promise<Outcome["body"]> =>
      (await desk.asks("GET", `/v1/members/${await desk.idOf(who)}`)).body,
    readsOf: read,
  };
}
