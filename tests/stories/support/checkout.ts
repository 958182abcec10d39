// A basket on its way from the shelf to the receipt: filled, priced, held, paid for, brought back.
import { type Desk, made, type Outcome, outcomeOf } from "./desk.ts";
import { minorOf } from "./goods.ts";

export type BasketLine = {
  product?: string;
  pieces?: number;
  /** For the whole line, with its tax. */
  euros: number;
  taxPercent?: number;
  kind?: string;
};

export type BasketOptions = {
  receipt?: string;
  rewards?: readonly Outcome[];
  points?: number;
  as?: "discount" | "tender";
};

type StepOptions = { order?: string; version?: number };

function told(lines: readonly BasketLine[], { rewards = [], points, as }: BasketOptions) {
  return {
    lines: lines.map(({ product, pieces = 1, euros, taxPercent = 0, kind }) => ({
      ...(product === undefined ? {} : { product }),
      quantityThousandths: Math.round(pieces * 1000),
      amountMinor: minorOf(euros),
      taxThousandths: taxPercent * 1000,
      ...(kind === undefined ? {} : { kind }),
    })),
    rewards: rewards.map(({ id }) => id),
    ...(points === undefined ? {} : { points: { pointsType: "points", points } }),
    ...(as === undefined ? {} : { redeemsAs: as }),
  };
}

function returnedOf(pieces: Readonly<Record<number, number>> | null): object {
  if (pieces === null) return {};
  const lines = Object.entries(pieces);
  return {
    lines: lines.map(([line, many]) => ({ line: Number(line), quantityThousandths: Math.round(many * 1000) })),
  };
}

export function checkoutVerbs(desk: Desk) {
  const versions = new Map<string, number>();
  let count = 0;
  const noted = (outcome: Outcome): Outcome => {
    if (outcome.body.version !== undefined) versions.set(outcome.id, outcome.body.version);
    return outcome;
  };
  const steps = async ({ id }: Outcome, where: string, asked: object | undefined, order?: string): Promise<Outcome> => {
    const headers = order === undefined ? {} : { "idempotency-key": order };
    return noted(outcomeOf(await desk.acts("POST", `/v1/checkout-sessions/${id}/${where}`, asked, headers)));
  };
  const seen = ({ id }: Outcome, { version }: StepOptions) => ({ version: version ?? versions.get(id) });
  const fillsBasket = async (
    who: string,
    lines: readonly BasketLine[],
    options: BasketOptions = {},
  ): Promise<Outcome> => {
    count += 1;
    const { receipt = `basket-${count}` } = options;
    const named = { source: "till", document: receipt, member: { id: await desk.idOf(who) } };
    const reply = await desk.acts("POST", "/v1/checkout-sessions", { ...named, ...told(lines, options) });
    return noted(outcomeOf(reply, receipt));
  };
  const reserves = (session: Outcome, options: StepOptions & { minutes?: number } = {}): Promise<Outcome> => {
    const seconds = options.minutes === undefined ? {} : { seconds: options.minutes * 60 };
    return steps(session, "reservation", { ...seen(session, options), ...seconds }, options.order);
  };
  const paysBasket = (session: Outcome, options: StepOptions = {}): Promise<Outcome> =>
    steps(session, "commitment", seen(session, options), options.order);
  return {
    fillsBasket,
    refillsBasket: async (
      session: Outcome,
      lines: readonly BasketLine[],
      options: BasketOptions & StepOptions = {},
    ) => {
      const basket = { ...seen(session, options), ...told(lines, options) };
      return noted(outcomeOf(await desk.acts("PUT", `/v1/checkout-sessions/${session.id}/basket`, basket)));
    },
    /** What the basket costs and earns. */
    pricesBasket: async ({ id }: Outcome): Promise<Outcome> =>
      outcomeOf(await desk.asks("POST", `/v1/checkout-sessions/${id}/evaluation`)),
    reservesBasket: reserves,
    reopensBasket: (session: Outcome, options: StepOptions = {}) =>
      steps(session, "reopening", undefined, options.order),
    paysBasket,
    givesUp: (session: Outcome, options: StepOptions = {}) => steps(session, "cancellation", undefined, options.order),
    /** Fills, reserves and paysBasket. */
    checksOut: async (who: string, lines: readonly BasketLine[], options: BasketOptions = {}): Promise<Outcome> => {
      const session = await fillsBasket(who, lines, options);
      for (const step of [reserves, paysBasket]) {
        const { status, said } = await step(session);
        if (status !== 200) throw new Error(`${status} ${said}`);
      }
      return session;
    },
    /** Pieces by line; without them all that is left. */
    bringsBack: (
      session: Outcome,
      pieces: Readonly<Record<number, number>> | null,
      { slip, order }: { slip?: string; order?: string } = {},
    ) => {
      count += 1;
      return steps(session, "returns", { document: slip ?? `slip-${count}`, ...returnedOf(pieces) }, order);
    },
    session: async ({ id }: Outcome): Promise<Outcome["body"]> =>
      made(await desk.asks("GET", `/v1/checkout-sessions/${id}`)).body,
  };
}
