// What comes with a tier.
import { type Desk, made, type Outcome, outcomeOf } from "./desk.ts";

/** A coffee a month for gold, where nothing else is said. */
export type BenefitOffer = { tiers?: readonly string[]; period?: string; uses?: number | null };

export function benefitVerbs(desk: Desk) {
  const benefits = new Map<string, string>();
  return {
    promises: async (code: string, { tiers = ["gold"], period = "month", uses = 1 }: BenefitOffer = {}) => {
      const gift = { kind: "product", sku: code };
      const terms = { code, name: `A ${code}`, tiers, gift, period, usesMax: uses };
      const reply = await desk.acts("POST", "/v1/benefits", terms);
      benefits.set(code, reply.body.id);
      return outcomeOf(reply);
    },
    breaksPromise: async (code: string): Promise<void> => {
      made(await desk.acts("DELETE", `/v1/benefits/${benefits.get(code)}`));
    },
    /** What a member has a right to, and how much of it is left: { coffee: 1 }. */
    rights: async (who: string): Promise<Record<string, number | null>> => {
      const { body } = await desk.asks("GET", await desk.pathOf(who, "benefits"));
      return Object.fromEntries(
        body.items.map(({ code, left }: { code: string; left: number | null }) => [code, left]),
      );
    },
    /** Until when a member can use it. */
    goodUntil: async (who: string, code: string): Promise<string | undefined> => {
      const { body } = await desk.asks("GET", await desk.pathOf(who, "benefits"));
      return body.items.find((it: { code: string }) => it.code === code)?.validUntil;
    },
    enjoys: async (who: string, benefit: string, { order }: { order?: string } = {}): Promise<Outcome> => {
      const headers: Record<string, string> = order === undefined ? {} : { "idempotency-key": order };
      return outcomeOf(await desk.acts("POST", await desk.pathOf(who, "benefit-uses"), { benefit }, headers));
    },
  };
}
