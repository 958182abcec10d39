// What points buy: a shop offers it, members take it, use it or give it back.
import { type Desk, made, type Outcome, outcomeOf } from "./desk.ts";

/** A reward for 100 points without limit, where nothing else is said. */
export type RewardOffer = {
  points?: number;
  pieces?: number | null;
  from?: string;
  until?: string;
  tiers?: readonly string[];
  audience?: readonly { field: string; operator: string; value: unknown }[];
  days?: number;
  gift?: Record<string, unknown>;
};

export function rewardVerbs(desk: Desk) {
  const rewards = new Map<string, string>();
  const asksFor = async (who: string, where: string, asked: object | undefined, order?: string): Promise<Outcome> => {
    const headers = order === undefined ? {} : { "idempotency-key": order };
    return outcomeOf(await desk.acts("POST", await desk.pathOf(who, `issued-rewards${where}`), asked, headers));
  };
  return {
    offers: async (code: string, offer: RewardOffer = {}): Promise<void> => {
      const { points = 100, pieces = null, from, until, tiers = [], audience, days = null } = offer;
      const terms = {
        code,
        name: `A ${code}`,
        cost: { pointsType: "points", points },
        gift: offer.gift ?? { kind: "product", sku: code },
        stock: pieces,
        validFrom: from ?? null,
        validUntil: until ?? null,
        tiers,
        ...(audience === undefined ? {} : { audience: { combinator: "and", rules: audience } }),
        validDays: days,
      };
      rewards.set(code, made(await desk.acts("POST", "/v1/rewards", terms)).body.id);
    },
    takes: (who: string, reward: string, options?: { order?: string }) => asksFor(who, "", { reward }, options?.order),
    uses: (who: string, { id }: Outcome, options?: { order?: string }) =>
      asksFor(who, `/${id}/use`, undefined, options?.order),
    cancels: (who: string, { id }: Outcome, options?: { order?: string }) =>
      asksFor(who, `/${id}/cancel`, undefined, options?.order),
    /** What has become of it. */
    fate: async (who: string, { id }: Outcome): Promise<string> =>
      (await desk.asks("GET", await desk.pathOf(who, `issued-rewards/${id}`))).body.status,
    /** The rewards that a member has taken, the latest first. */
    taken: async (who: string): Promise<Outcome["body"][]> =>
      (await desk.asks("GET", await desk.pathOf(who, "issued-rewards"))).body.items,
    /** How many pieces are left; null: as many as are wanted. */
    left: async (reward: string): Promise<number | null> =>
      (await desk.asks("GET", `/v1/rewards/${rewards.get(reward)}`)).body.stock,
    stocksUp: async (reward: string, pieces: number): Promise<void> => {
      made(await desk.acts("POST", `/v1/rewards/${rewards.get(reward)}/stock`, { pieces }));
    },
    withdraws: async (reward: string): Promise<void> => {
      made(await desk.acts("DELETE", `/v1/rewards/${rewards.get(reward)}`));
    },
  };
}
