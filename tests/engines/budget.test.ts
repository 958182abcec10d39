// The hot path's budget: how many statements a batch costs, and how often it waits for their answers. Both are
// constants: the same for one activity as for five hundred, and for one rule as for twenty.
import { usualTerms } from "@fedele/core/campaigns.ts";
import type { RuleTerms } from "@fedele/core/ruleParser.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MovementRequest } from "../../server/modules/ledger/movementBatch.ts";
import { startCampaign } from "../../server/modules/programme/campaigns.ts";
import { newId } from "../../server/platform/ids.ts";
import { BATCH_MAX } from "../../server/platform/lanes.ts";
import { type Booked, type Booking, balanceOf, startBooking } from "../support/booking.ts";
import { type Tills, tillsOf } from "../support/tills.ts";
import { type Watched, type Wire, watchLanes } from "../support/wire.ts";

/** BEGIN (with the tenant's id, one message) and COMMIT count like any other. */
const EARNING = { statements: 14, flights: 3 };
const EVERYTHING = { statements: 20, flights: 4 };
const RULES = 20;
const MEMBERS = 64;

let shop: Booking;
let wire: Wire;
let members: Booked[];
beforeAll(async () => {
  // One bucket, hence one lane: what is asked for together is one batch.
  shop = await startBooking({ tenant: { bucketSpan: 1 } });
  wire = watchLanes(shop.db);
  await shop.within((ctx) => startCampaign(ctx, { id: newId(ctx.now, 0), name: "Twenty", rules: twentyRules() }));
  members = await Promise.all(Array.from({ length: MEMBERS }, () => shop.joins()));
  // Connections made, programme read, every statement prepared, a few points to spend.
  await Promise.all(members.map((member) => shop.buys(member, 100_000)));
  await Promise.all(members.map((member) => shop.asks(member, gift)));
});
afterAll(() => shop.close());

const points = { pointsType: "points", reason: null } as const;
const gift: MovementRequest = { kind: "adjustment", pointsType: "points", points: 1_000, reason: "welcome" };

/** With the preset's own rule; each gives a point for every purchase of this shop's till. */
function twentyRules(): RuleTerms[] {
  return Array.from({ length: RULES - 1 }, (_, index) => ({
    name: `Rule ${index}`,
    pointsType: 1,
    validFrom: null,
    validUntil: null,
    when: { combinator: "and", rules: [{ field: "activity.channel", operator: "=", value: "pos" }] },
    effect: { kind: "fixed", points: 1 },
  }));
}

function someone(index: number): Booked {
  const member = members[index % members.length];
  if (member === undefined) throw new Error("nobody is there");
  return member;
}

/** What one batch costs: asked for together, so that the lane takes it at once. */
async function costOf(asked: () => Promise<unknown>[]): Promise<Watched> {
  const watched = wire.watch();
  await Promise.all(asked());
  const cost = { statements: [...watched.statements], flights: watched.flights };
  expect(cost.statements.filter((text) => text === "COMMIT")).toHaveLength(1);
  return cost;
}

function expectWithin(cost: Watched, budget: typeof EARNING): void {
  const told = `${cost.statements.length} statements in ${cost.flights} flights:\n${cost.statements.join("\n")}`;
  expect(cost.statements.length, told).toBeLessThanOrEqual(budget.statements);
  expect(cost.flights, told).toBeLessThanOrEqual(budget.flights);
}

const buying = (count: number) => () => Array.from({ length: count }, (_, index) => shop.buys(someone(index), 1_000));

test("a batch that earns costs the same for one activity as for five hundred", async () => {
  const one = await costOf(buying(1));
  const many = await costOf(buying(BATCH_MAX));
  expectWithin(one, EARNING);
  expectWithin(many, EARNING);
  expect(many.statements).toEqual(one.statements);
  expect(many.flights).toBe(one.flights);
});

test("each of the twenty rules gave its points", async () => {
  const member = await shop.joins();
  await shop.buys(member, 1_000);
  expect(await balanceOf(shop, member)).toBe(10 + RULES - 1);
});

test("new members, whose wallets do not exist yet, cost one statement more: they enter a tier", async () => {
  const newcomers = await Promise.all(Array.from({ length: 8 }, () => shop.joins()));
  const cost = await costOf(() => newcomers.map((member) => shop.buys(member, 1_000)));
  expectWithin(cost, { ...EARNING, statements: EARNING.statements + 1 });
});

const limit = { times: 5, per: "day" } as const;
const budget = { whenShort: "nothing" } as const;

test.each([
  // What is limited is one question and one statement more, a budget one lock and one statement more.
  { what: "a limit", terms: { ...usualTerms, limit }, budgetPoints: 0, more: { statements: 2, flights: 1 } },
  { what: "a budget", terms: { ...usualTerms, budget }, budgetPoints: 10_000_000, more: { statements: 2, flights: 0 } },
  {
    what: "both",
    terms: { ...usualTerms, limit, budget },
    budgetPoints: 10_000_000,
    more: { statements: 4, flights: 1 },
  },
])("a campaign with $what costs so much more, and the same for one member as for many", async (campaign) => {
  const { terms, budgetPoints, more } = campaign;
  const limited = await startBooking({ tenant: { bucketSpan: 1 } });
  const lanes = watchLanes(limited.db);
  const asked = { terms, name: "Bounded", rules: twentyRules(), ...(budgetPoints === 0 ? {} : { budgetPoints }) };
  await limited.within((ctx) => startCampaign(ctx, { ...asked, id: newId(ctx.now, 0) }));
  const joined = await Promise.all(Array.from({ length: 64 }, () => limited.joins()));
  await Promise.all(joined.map((member) => limited.buys(member, 1_000)));
  const costFor = async (count: number): Promise<Watched> => {
    const watched = lanes.watch();
    await Promise.all(joined.slice(0, count).map((member) => limited.buys(member, 1_000)));
    return { statements: [...watched.statements], flights: watched.flights };
  };
  const one = await costFor(1);
  const many = await costFor(64);
  // A batch without either has 14 statements in 2 flights.
  expectWithin(one, { statements: EARNING.statements + more.statements, flights: 2 + more.flights });
  expect(many.statements).toEqual(one.statements);
  await limited.close();
});

/** What a batch may hold besides purchases that earn; `count` of each. */
const kinds: Record<string, (names: readonly string[]) => Promise<unknown>[]> = {
  returns: (names) => names.map((name, index) => shop.returns(someone(index), name)),
  replays: (names) => names.map((name, index) => shop.buys(someone(index), 2_000, name)),
  parked: (names) => names.map((name, index) => shop.returns(someone(index), `unknown ${name}`)),
  refused: () => [shop.buys(stranger(), 100).catch(() => undefined)],
};

function stranger(): Booked {
  return { ...someone(0), memberId: someone(0).memberId.replace(/^......../, "01890000") };
}

test.each([
  { besides: ["returns"], budget: EVERYTHING },
  { besides: ["replays"], budget: EVERYTHING },
  { besides: ["parked"], budget: EVERYTHING },
  { besides: ["refused"], budget: { ...EARNING, statements: EARNING.statements + 1 } },
  { besides: ["returns", "replays"], budget: EVERYTHING },
  // Each writes to a table of its own; all four in one batch are rare.
  { besides: ["returns", "replays", "parked", "refused"], budget: { ...EVERYTHING, statements: 22 } },
])("earning with $besides costs the same for one of each as for a hundred", async ({ besides, budget }) => {
  const mixed = async (count: number): Promise<Watched> => {
    const names = Array.from({ length: count }, (_, index) => `${besides.join(" and ")} ${count}-${index}`);
    await Promise.all(names.map((name, index) => shop.buys(someone(index), 2_000, name)));
    return costOf(() => [
      ...names.map((_, index) => shop.buys(someone(index), 700)),
      ...besides.flatMap((kind) => kinds[kind]?.(names) ?? []),
    ]);
  };
  const one = await mixed(1);
  const many = await mixed(100);
  expectWithin(one, budget);
  expectWithin(many, budget);
  expect(many.statements).toEqual(one.statements);
});

test("sales that returns have waited for stay within the larger budget", async () => {
  const names = Array.from({ length: 50 }, (_, index) => `late-${index}`);
  await Promise.all(names.map((name, index) => shop.returns(someone(index), name)));
  expectWithin(await costOf(() => names.map((name, index) => shop.buys(someone(index), 2_000, name))), EVERYTHING);
});

type Wanted = (member: Booked, index: number, made: Made) => Promise<unknown>;
type Made = { held: string[]; freed: string[]; spent: string[]; given: string[] };

const spending: Wanted = (member) => shop.asks(member, { kind: "spend", points: 3, ...points });
const holding: Wanted = (member) => shop.asks(member, { kind: "hold", points: 1, seconds: 600, ...points });
const capturing: Wanted = (member, index, { held }) =>
  shop.asks(member, { kind: "capture", holdId: held[index] ?? "" });
const releasing: Wanted = (member, index, { freed }) =>
  shop.asks(member, { kind: "release", holdId: freed[index] ?? "" });
const reversing: Wanted = (member, index, { spent }) =>
  shop.asks(member, { kind: "spend_reversal", spendId: spent[index] ?? "", points: 1 });
const correcting: Wanted = (member, index, { given }) =>
  shop.asks(member, { kind: "adjustment_reversal", adjustmentId: given[index] ?? "", reason: "a slip" });
const giving: Wanted = (member) => shop.asks(member, gift);
const sending: Wanted = (member, index) =>
  shop.asks(member, { kind: "transfer", points: 1, toMemberId: someone(index + 1).memberId, ...points });
const overdrawing: Wanted = (member) =>
  shop.asks(member, { kind: "spend", points: 1_000_000, ...points }).catch(() => undefined);

test.each([
  { what: "spends", wanted: [spending], budget: EARNING },
  {
    what: "spends and those that are refused",
    wanted: [spending, overdrawing],
    budget: { statements: 15, flights: 3 },
  },
  { what: "holds and captures", wanted: [holding, capturing], budget: EVERYTHING },
  { what: "spends, gifts and transfers", wanted: [spending, giving, sending], budget: EVERYTHING },
  {
    // Nine kinds of requests and the tables of all of them: more than any till asks for in one commit.
    what: "movements of every kind",
    wanted: [spending, holding, capturing, releasing, reversing, correcting, giving, sending, overdrawing],
    budget: { ...EVERYTHING, statements: 26 },
  },
])("$what cost the same for one member as for many", async ({ wanted, budget }) => {
  const mixed = async (count: number): Promise<Watched> => {
    const each = members.slice(0, count);
    const ask = async (request: MovementRequest) =>
      (await Promise.all(each.map((member) => shop.asks(member, request)))).map(({ id }) => id);
    const made = {
      held: await ask({ kind: "hold", points: 2, seconds: 600, ...points }),
      freed: await ask({ kind: "hold", points: 2, seconds: 600, ...points }),
      spent: await ask({ kind: "spend", points: 2, ...points }),
      given: await ask(gift),
    };
    return costOf(() => wanted.flatMap((want) => each.map((member, index) => want(member, index, made))));
  };
  const one = await mixed(1);
  const many = await mixed(50);
  expectWithin(one, budget);
  expectWithin(many, budget);
  expect(many.statements).toEqual(one.statements);
});

type Steps = Readonly<{ what: string; budget: typeof EARNING; ask: (tills: Tills, count: number) => Promise<Watched> }>;

const POINTS = 300;
/** Members who have bought before, and whom nothing was set aside for yet. */
async function freshBuyers(count: number): Promise<Booked[]> {
  const buyers = await Promise.all(Array.from({ length: count }, () => shop.joins()));
  await Promise.all(buyers.map((member) => shop.buys(member, 1_000)));
  await Promise.all(buyers.map((member) => shop.asks(member, gift)));
  return buyers;
}

/** Opened by so many members; each with a reward and points. */
async function filled(tills: Tills, count: number) {
  const each = await freshBuyers(count);
  const rewards = await Promise.all(each.map((member) => tills.takes(member)));
  return Promise.all(
    each.map((member, at) => tills.opens(member, { points: POINTS, rewards: rewards.slice(at, at + 1) })),
  );
}

const steps: Steps[] = [
  {
    what: "opened",
    budget: { statements: 6, flights: 2 },
    ask: async (tills, count) => {
      const buyers = await freshBuyers(count);
      return costOf(() => buyers.map((member) => tills.opens(member, { points: 1 })));
    },
  },
  {
    what: "priced",
    budget: { statements: 8, flights: 4 },
    ask: async (tills, count) => {
      const baskets = await filled(tills, count);
      return costOf(() => baskets.map((basket) => tills.prices(basket)));
    },
  },
  {
    what: "reserved",
    budget: { statements: 15, flights: 4 },
    ask: async (tills, count) => {
      const baskets = await filled(tills, count);
      return costOf(() => baskets.map((basket) => tills.reserves(basket)));
    },
  },
  {
    what: "sold",
    budget: { statements: 26, flights: 4 },
    ask: async (tills, count) => {
      const baskets = await filled(tills, count);
      await Promise.all(baskets.map((basket) => tills.reserves(basket)));
      return costOf(() => baskets.map((basket) => tills.commits(basket)));
    },
  },
];

test("a basket with points and a reward costs so much a step, and the same for one till as for many", async () => {
  const tills = await tillsOf(shop);
  for (const { what, budget, ask } of steps) {
    // The first one reads the programme again, whose terms have changed.
    await ask(tills, 2);
    const one = await ask(tills, 1);
    const many = await ask(tills, MEMBERS);
    expectWithin(one, budget);
    expectWithin(many, budget);
    expect([what, many.statements]).toEqual([what, one.statements]);
    expect([what, many.flights]).toEqual([what, one.flights]);
  }
});
