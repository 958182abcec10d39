// Rewards that go from one member to another, and uses that are taken back.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";

type Options = { order?: string };

export function giftVerbs(desk: Desk) {
  const asksFor = async (who: string, where: string, asked?: object, { order }: Options = {}): Promise<Outcome> => {
    const headers: Record<string, string> = order === undefined ? {} : { "idempotency-key": order };
    return outcomeOf(await desk.acts("POST", await desk.pathOf(who, where), asked, headers));
  };
  return {
    /** `to`: a member by name, or whoever has an identity. */
    gives: async (who: string, { id }: Outcome, to: string | Record<string, string>, options?: Options) => {
      const friend = typeof to === "string" ? { id: await desk.idOf(to) } : to;
      return asksFor(who, "gifts", { issuedRewardId: id, to: friend }, options);
    },
    recalls: (who: string, { id }: Outcome, options?: Options) =>
      asksFor(who, `gifts/${id}/recall`, undefined, options),
    gift: async (who: string, { id }: Outcome): Promise<Outcome["body"]> =>
      (await desk.asks("GET", await desk.pathOf(who, `gifts/${id}`))).body,
    /** What came to a member as a gift, the latest first. */
    presents: async (who: string): Promise<Outcome["body"][]> => {
      const { body } = await desk.asks("GET", await desk.pathOf(who, "issued-rewards?limit=100"));
      return body.items.filter(({ source }: { source: string }) => source === "gift");
    },
    /** The gift that came last. */
    present: async (who: string): Promise<Outcome> => {
      const { body } = await desk.asks("GET", await desk.pathOf(who, "issued-rewards?limit=100"));
      const [last] = body.items.filter(({ source }: { source: string }) => source === "gift");
      if (last === undefined) throw new Error(`${who} has no present`);
      return outcomeOf({ status: 200, headers: new Headers(), body: last });
    },
    undoes: (who: string, { id }: Outcome, reason = "mistake", options?: Options) =>
      asksFor(who, `issued-rewards/${id}/reversals`, { reason }, options),
  };
}
