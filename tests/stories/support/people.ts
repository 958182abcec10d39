// What the shop's people do about members themselves: block them, ask them, look after children.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";

/** Something is done about a member. */
export function aboutIn(desk: Desk) {
  return async (who: string, method: string, path: string, asked?: object): Promise<Outcome> =>
    outcomeOf(await desk.acts(method, await desk.pathOf(who, path), asked));
}

/** What is known of a member. */
export function readIn(desk: Desk) {
  return async (who: string, path: string) => (await desk.asks("GET", await desk.pathOf(who, path))).body;
}

export function peopleVerbs(desk: Desk) {
  const about = aboutIn(desk);
  const read = readIn(desk);
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
    member: async (who: string): Promise<Outcome["body"]> =>
      (await desk.asks("GET", `/v1/members/${await desk.idOf(who)}`)).body,
    readsOf: read,
  };
}
