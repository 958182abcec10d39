// Coupons: the shop makes them or brings codes in, members claim them, a till takes them from anybody.
import { type Desk, made, type Outcome, outcomeOf } from "./desk.ts";

/** Ten percent off, once, for whoever has the code, where nothing else is said. */
export type CouponOffer = {
  gift?: Record<string, unknown>;
  /** The reward that it brings, instead of a gift. */
  reward?: string;
  uses?: number | null;
  perMember?: number;
  from?: string;
  until?: string;
  tiers?: readonly string[];
  audience?: readonly { field: string; operator: string; value: unknown }[];
  days?: number;
};

export type Tried = { order?: string; origin?: string };

export function couponVerbs(desk: Desk) {
  const batchOf = async (which: object, offer: CouponOffer, order?: string): Promise<Outcome> => {
    const { gift = { kind: "discount_percent", percent: 10 }, reward, uses = 1, audience, ...rest } = offer;
    const terms = {
      name: "Spring",
      ...(reward === undefined ? { gift } : { reward }),
      usesMax: uses,
      perMemberMax: rest.perMember ?? null,
      validFrom: rest.from ?? null,
      validUntil: rest.until ?? null,
      tiers: rest.tiers ?? [],
      ...(audience === undefined ? {} : { audience: { combinator: "and", rules: audience } }),
      validDays: rest.days ?? null,
      ...which,
    };
    return outcomeOf(await desk.acts("POST", "/v1/coupon-batches", terms, headersOf({ order })));
  };
  const codesIn = (batch: Outcome): string[] => batch.body.codes.map(({ code }: { code: string }) => code);
  return {
    /** So many codes. */
    prints: async (count: number, offer: CouponOffer = {}): Promise<string[]> =>
      codesIn(await batchOf({ count }, offer)),
    printsBatch: (count: number, offer: CouponOffer = {}, options: Tried = {}) =>
      batchOf({ count }, offer, options.order),
    /** A code for each of these members, which is theirs alone. */
    printsFor: async (names: readonly string[], offer: CouponOffer = {}): Promise<string[]> =>
      codesIn(await batchOf({ forMembers: await Promise.all(names.map(desk.idOf)) }, offer)),
    bringsIn: (codes: readonly string[], offer: CouponOffer = {}, options: Tried = {}) =>
      batchOf({ codes: codes.map((code) => ({ code })) }, offer, options.order),
    endsBatch: async ({ id }: Outcome): Promise<void> => {
      made(await desk.acts("DELETE", `/v1/coupon-batches/${id}`));
    },
    batch: async ({ id }: Outcome): Promise<Outcome["body"]> =>
      (await desk.asks("GET", `/v1/coupon-batches/${id}`)).body,
    claims: async (who: string, code: string, options: Tried = {}): Promise<Outcome> =>
      outcomeOf(await desk.acts("POST", await desk.pathOf(who, "coupons"), told(code, options), headersOf(options))),
    /** Somebody shows a code at the till, and does not say who they are. */
    shows: async (code: string, options: Tried = {}): Promise<Outcome> =>
      outcomeOf(await desk.acts("POST", "/v1/coupon-redemptions", told(code, options), headersOf(options))),
    voids: async ({ id }: Outcome, options: Tried = {}): Promise<Outcome> =>
      outcomeOf(await desk.acts("POST", `/v1/coupon-redemptions/${id}/reversal`, undefined, headersOf(options))),
  };
}

function told(code: string, { origin }: Tried): object {
  return { code, ...(origin === undefined ? {} : { origin }) };
}

function headersOf({ order }: { order?: string | undefined }): Record<string, string> {
  return order === undefined ? {} : { "idempotency-key": order };
}
