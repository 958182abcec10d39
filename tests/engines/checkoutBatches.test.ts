// Baskets of many tills in one transaction: each has an outcome of its own, as if it had been alone.
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyLedger } from "../../server/verify.ts";
import { type Booked, type Booking, balanceOf, startBooking } from "../support/booking.ts";
import { type Basket, type Tills, tillsOf } from "../support/tills.ts";
import { type Wire, watchLanes } from "../support/wire.ts";

let shop: Booking;
let tills: Tills;
let wire: Wire;
beforeAll(async () => {
  // One bucket, hence one lane: what is asked for together is one batch.
  shop = await startBooking({ tenant: { bucketSpan: 1 } });
  wire = watchLanes(shop.db);
  tills = await tillsOf(shop);
});
afterAll(() => shop.close());

/** Members with a thousand points each. */
async function people(count: number): Promise<Booked[]> {
  const members = await Promise.all(Array.from({ length: count }, () => shop.joins()));
  const gift = { kind: "adjustment", pointsType: "points", points: 1_000, reason: "welcome" } as const;
  await Promise.all(members.map((member) => shop.asks(member, gift)));
  return members;
}

const fates = async (asked: readonly Promise<{ session: { status: string } }>[]): Promise<string[]> =>
  (await Promise.allSettled(asked)).map((it) =>
    it.status === "fulfilled" ? it.value.session.status : (it.reason.code ?? "failed"),
  );

/** What is asked for together, and how many transactions were begun for it. */
async function together(ask: () => Promise<{ session: { status: string } }>[]) {
  const watched = wire.watch();
  const outcomes = await fates(ask());
  return { outcomes, begun: watched.statements.filter((text) => text.startsWith("BEGIN")).length };
}

async function reserved(members: readonly Booked[], points: number): Promise<Basket[]> {
  const baskets = await Promise.all(members.map((member) => tills.opens(member, { points })));
  await Promise.all(baskets.map((basket) => tills.reserves(basket)));
  return baskets;
}

const faulty = async () => (await verifyLedger(shop.db)).checks.filter(({ violations }) => violations > 0);

test("one till's basket is refused and its neighbours' are reserved, in one transaction", async () => {
  const members = await people(3);
  const baskets = await Promise.all(members.map((member) => tills.opens(member, { points: 600 })));
  const [, second] = members;
  if (second === undefined) throw new Error("nobody is there");
  await shop.asks(second, { kind: "spend", pointsType: "points", points: 900, reason: null });
  const { outcomes, begun } = await together(() => baskets.map((basket) => tills.reserves(basket)));
  expect({ outcomes, begun }).toEqual({ outcomes: ["reserved", "insufficient_points", "reserved"], begun: 1 });
  expect(await faulty()).toEqual([]);
});

test("what was refused leaves no key behind: the same request is done when it can be", async () => {
  const [poor] = await people(1);
  if (poor === undefined) throw new Error("nobody is there");
  const basket = await tills.opens(poor, { points: 1_500 });
  const key = "the same";
  expect(await fates([tills.reserves(basket, { key })])).toEqual(["insufficient_points"]);
  await shop.asks(poor, { kind: "adjustment", pointsType: "points", points: 1_000, reason: "more" });
  expect(await fates([tills.reserves(basket, { key })])).toEqual(["reserved"]);
  expect((await tills.reserves(basket, { key })).isReplay).toBe(true);
});

test("two baskets of one member want the same reward in one batch: the first has it", async () => {
  const [ana] = await people(1);
  if (ana === undefined) throw new Error("nobody is there");
  const five = await tills.takes(ana);
  const baskets = await Promise.all([1, 2].map(() => tills.opens(ana, { rewards: [five] })));
  const { outcomes, begun } = await together(() => baskets.map((basket) => tills.reserves(basket)));
  expect({ outcomes, begun }).toEqual({ outcomes: ["reserved", "conflict"], begun: 1 });
  expect(await fates(baskets.map((basket) => tills.commits(basket)))).toEqual(["committed", "conflict"]);
  expect(await faulty()).toEqual([]);
});

test("a stranger's reward is nobody's, though its owner's basket is priced in the same batch", async () => {
  const [ana, bob] = await people(2);
  if (ana === undefined || bob === undefined) throw new Error("nobody is there");
  const five = await tills.takes(ana);
  const opened = await Promise.all([ana, bob].map((member) => tills.opens(member, { rewards: [five] })));
  const prices = await Promise.all(opened.map((basket) => tills.prices(basket)));
  expect(prices.map(({ notUsed }) => notUsed.map(({ why }) => why))).toEqual([[], ["unknown"]]);
  const { outcomes, begun } = await together(() => opened.map((basket) => tills.reserves(basket)));
  expect({ outcomes, begun }).toEqual({ outcomes: ["reserved", "conflict"], begun: 1 });
});

test("two baskets under one document are asked to be sold in one batch: one is", async () => {
  const members = await people(2);
  const baskets = await Promise.all(members.map((member) => tills.opens(member, { points: 300, document: "r-1" })));
  await Promise.all(baskets.map((basket) => tills.reserves(basket)));
  const { outcomes } = await together(() => baskets.map((basket) => tills.commits(basket)));
  expect(outcomes.toSorted()).toEqual(["committed", "conflict"]);
  const balances = await Promise.all(members.map((member) => balanceOf(shop, member)));
  expect(balances.toSorted()).toEqual([1_000, 717]);
  expect(await faulty()).toEqual([]);
});

test("a sale whose points cannot be taken undoes nobody else's, and leaves nothing of itself", async () => {
  const members = await people(4);
  const baskets = await reserved(members, 300);
  const [, , third] = baskets;
  if (third === undefined) throw new Error("nothing is there");
  const of = `where held_for = '${third.id}'`;
  await shop.admin(`update holds set status = 'released', closed_at = created_at ${of}`);
  const { outcomes, begun } = await together(() => baskets.map((basket) => tills.commits(basket)));
  // Four, two and two, and the last two one by one.
  expect({ outcomes, begun }).toEqual({ outcomes: ["committed", "committed", "conflict", "committed"], begun: 5 });
  const balances = await Promise.all(members.map((member) => balanceOf(shop, member)));
  expect(balances).toEqual([717, 717, 1_000, 717]);
  const left = `select (select count(*) from activities a where a.member_id = '${third.member.memberId}') as sales`;
  expect((await shop.admin(left))[0].sales).toBe(0);
  await shop.admin(`update holds set status = 'open', closed_at = null ${of}`);
  expect(await fates([tills.commits(third)])).toEqual(["committed"]);
  expect(await faulty()).toEqual([]);
});

test("a session that does not hold what it reserved fails alone, with nothing of it sold", async () => {
  const members = await people(2);
  const rewards = await Promise.all(members.map((member) => tills.takes(member)));
  const baskets = await Promise.all(
    members.map((member, at) => tills.opens(member, { rewards: rewards.slice(at, at + 1) })),
  );
  await Promise.all(baskets.map((basket) => tills.reserves(basket)));
  await shop.admin(`update issued_rewards set status = 'active', session_id = null where id = '${rewards[1]}'`);
  const { outcomes } = await together(() => baskets.map((basket) => tills.commits(basket)));
  expect(outcomes).toEqual(["committed", "failed"]);
  const balances = await Promise.all(members.map((member) => balanceOf(shop, member)));
  expect(balances).toEqual([1_000 - 1 + 15, 1_000 - 1]);
});
