// What members do, and what is done with their points.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";
import { type Goods, minorOf, told } from "./goods.ts";

export type ActivityOptions = {
  receipt?: string;
  part?: string;
  /** Who tells: a till, a shop. */
  by?: string;
  at?: string;
  place?: string;
  partner?: string;
  currency?: string;
  rate?: string;
  rateDate?: string;
  name?: string;
  attributes?: Record<string, string | number | boolean>;
};

/** What a return belongs to: the sale of a till, or a part of it. */
export type ReturnOptions = ActivityOptions & { from?: string; partOf?: string };

/** Points of the first type unless another is named; `order` is the caller's own key for the request. */
export type MovementOptions = { order?: string; of?: string; reason?: string };

export function activityVerbs(desk: Desk) {
  let count = 0;
  const does = async (who: string, kind: string, what: object, options: ActivityOptions = {}): Promise<Outcome> => {
    count += 1;
    const { receipt = `receipt-${count}`, by = "till", at, place, ...rest } = options;
    const activity = {
      source: by,
      document: receipt,
      kind,
      member: { id: await desk.idOf(who) },
      ...(at === undefined ? {} : { occurredAt: at }),
      ...(place === undefined ? {} : { location: place }),
      ...rest,
      ...what,
    };
    return outcomeOf(await desk.acts("POST", "/v1/activities", activity), receipt);
  };
  /** Gives goods of a purchase back: pieces by product, euros of a sum, or all that is left. */
  const returns = (
    who: string,
    receipt: string | null,
    items: Record<string, number> | number | null = null,
    options: ReturnOptions = {},
  ): Promise<Outcome> => {
    const { from = "till", partOf, ...rest } = options;
    const sale = { source: from, document: receipt ?? "", ...(partOf === undefined ? {} : { part: partOf }) };
    const what = {
      ...(receipt === null ? {} : { purchase: sale }),
      ...(items === null ? {} : { returned: returnedOf(items) }),
    };
    return does(who, "return", what, rest);
  };
  return {
    does,
    returns,
    buys: (who: string, goods: Goods, options?: ActivityOptions) => does(who, "purchase", told(goods), options),
    visits: (who: string, options?: ActivityOptions) => does(who, "visit", {}, options),
    shares: (who: string, options?: ActivityOptions) => does(who, "share", {}, options),
    refers: (who: string, options?: ActivityOptions) => does(who, "referral", {}, options),
    answers: (who: string, options?: ActivityOptions) => does(who, "answer", {}, options),
  };
}

function returnedOf(items: Record<string, number> | number): object[] {
  if (typeof items === "number") return [{ amountMinor: minorOf(items) }];
  return Object.entries(items).map(([product, pieces]) => ({
    product,
    quantityThousandths: Math.round(pieces * 1000),
  }));
}

export function movementVerbs(desk: Desk) {
  const moves = async (who: string, where: string, asked: object | undefined, order?: string): Promise<Outcome> => {
    const headers = order === undefined ? {} : { "idempotency-key": order };
    return outcomeOf(await desk.acts("POST", await desk.pathOf(who, where), asked, headers));
  };
  const points = (amount: number, { of = "points", reason }: MovementOptions = {}) => ({
    pointsType: of,
    points: amount,
    ...(reason === undefined ? {} : { reason }),
  });
  return {
    spends: (who: string, amount: number, options?: MovementOptions) =>
      moves(who, "spends", points(amount, options), options?.order),
    /** Points of a spend go back to the member: all, or so many. */
    givesBack: (who: string, spend: Outcome, amount?: number, options?: MovementOptions) =>
      moves(who, `spends/${spend.id}/reversals`, amount === undefined ? {} : { points: amount }, options?.order),
    reserves: (who: string, amount: number, options: MovementOptions & { minutes?: number } = {}) => {
      const seconds = options.minutes === undefined ? {} : { seconds: options.minutes * 60 };
      return moves(who, "holds", { ...points(amount, options), ...seconds }, options.order);
    },
    captures: (who: string, hold: Outcome, options?: MovementOptions) =>
      moves(who, `holds/${hold.id}/capture`, undefined, options?.order),
    releases: (who: string, hold: Outcome, options?: MovementOptions) =>
      moves(who, `holds/${hold.id}/release`, undefined, options?.order),
    /** Gives points by hand; below zero: takes. */
    adjusts: (who: string, amount: number, options: MovementOptions = {}) =>
      moves(who, "adjustments", points(amount, { reason: "A word of thanks.", ...options }), options.order),
    transfers: async (from: string, to: string, amount: number, options?: MovementOptions) =>
      moves(from, "transfers", { ...points(amount, options), toMemberId: await desk.idOf(to) }, options?.order),
  };
}
