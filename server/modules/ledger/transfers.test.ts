import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Booked, type Booking, balanceOf, DAY, startBooking } from "../../../tests/support/booking.ts";
import type { OutboxEvent } from "../../platform/outbox.ts";
import { createRelay, type Relay } from "../../platform/relay.ts";
import { ledgerListeners } from "./listeners.ts";
import { creditTransfers, returnTransfers } from "./transfers.ts";
import { ledgerChecks } from "./verify.ts";

let shop: Booking;
let ana: Booked;
let bea: Booked;
let relay: Relay;
beforeAll(async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 90 } });
});
afterAll(() => shop.close());
beforeEach(async () => {
  relay = newRelay();
  [ana, bea] = [await shop.joins(), await shop.joins()];
  await shop.buys(ana, 10_000);
});
afterEach(() => relay.stop());

const newRelay = () =>
  createRelay({ ...shop, log: shop.parts.log, listeners: ledgerListeners, tenantOf: shop.current });
const sends = (from: Booked, to: Pick<Booked, "memberId">, points: number) =>
  shop.asks(from, {
    kind: "transfer",
    pointsType: "points",
    points,
    toMemberId: to.memberId,
    reason: null,
    flag: null,
  });
const balances = async () => [await balanceOf(shop, ana), await balanceOf(shop, bea)];
const faults = async () => {
  const findings = [];
  for (const check of ledgerChecks) {
    const ask = async (text: string, values: readonly unknown[] = []) =>
      (await shop.db.maintenance.query(text, [...values])).rows;
    findings.push(await check.run(ask, null));
  }
  return findings.filter(({ violations }) => violations > 0);
};
const outcomes = (member: Booked) =>
  shop.admin(`select points, outcome, because from transfer_credits where member_id = '${member.memberId}'`);
const waiting = async (): Promise<OutboxEvent[]> =>
  (await shop.admin("select json_array_elements(events) as event from outbox order by id")).map(({ event }) => event);

test("points leave the sender at once and arrive once, as good as they were", async () => {
  await sends(ana, bea, 40);
  expect(await balances()).toEqual([60, 0]);
  expect(await faults()).toEqual([]);
  await relay.deliverAll();
  expect(await balances()).toEqual([60, 40]);
  await relay.deliverAll();
  expect(await balances()).toEqual([60, 40]);
  const lots = `select expires_at from lots where member_id in ('${ana.memberId}', '${bea.memberId}')`;
  expect(new Set((await shop.admin(lots)).map(({ expires_at }) => expires_at)).size).toBe(1);
  expect(await shop.admin("select sum(points)::int as sum from account_slots where account = 'in_transit'")).toEqual([
    { sum: 0 },
  ]);
  expect(await faults()).toEqual([]);
});

test("killed between debit and credit, the next process credits what was on its way", async () => {
  await sends(ana, bea, 40);
  await relay.stop();
  relay = newRelay();
  await relay.deliverAll();
  expect(await balances()).toEqual([60, 40]);
});

test("the same event twice, past every mark of the relay, credits once", async () => {
  await sends(ana, bea, 40);
  const debited = (await waiting()).filter(({ type }) => type === "transfer.debited");
  for (const _ of [1, 2]) await shop.within((ctx) => creditTransfers({ ...ctx, lane: 64 }, debited));
  await relay.deliverAll();
  expect(await balances()).toEqual([60, 40]);
  expect(await faults()).toEqual([]);
});

test("many transfers between two members at once all arrive", async () => {
  await shop.buys(bea, 10_000);
  await Promise.all(Array.from({ length: 30 }, (_, at) => (at % 2 === 0 ? sends(ana, bea, 2) : sends(bea, ana, 3))));
  await relay.deliverAll();
  expect(await balances()).toEqual([100 - 30 + 45, 100 + 30 - 45]);
  expect(await faults()).toEqual([]);
});

test("who owes points pays with what arrives", async () => {
  await shop.buys(bea, 5_000, "returned later");
  await shop.asks(bea, { kind: "spend", pointsType: "points", points: 50, reason: null });
  await shop.returns(bea, "returned later");
  expect(await balanceOf(shop, bea)).toBe(-50);
  await sends(ana, bea, 80);
  await relay.deliverAll();
  expect(await balanceOf(shop, bea)).toBe(30);
  expect(await faults()).toEqual([]);
});

test.each(["closed", "blocked"])("points for a member who is %s come back with the reason", async (status) => {
  await sends(ana, bea, 40);
  await shop.admin(`update member_facts set status = '${status}' where member_id = '${bea.memberId}'`);
  await relay.deliverAll();
  await relay.deliverAll();
  await relay.deliverAll();
  expect(await balances()).toEqual([100, 0]);
  expect(await outcomes(bea)).toEqual([{ points: 40, outcome: "refused", because: status }]);
  expect(await outcomes(ana)).toEqual([{ points: 40, outcome: "returned", because: status }]);
  expect(await faults()).toEqual([]);
});

test("points for nobody come back, once, whatever is repeated", async () => {
  const nobody = `${bea.memberId.slice(0, -6)}00${bea.memberId.slice(-4)}`;
  await sends(ana, { memberId: nobody }, 40);
  const debited = (await waiting()).filter(({ type }) => type === "transfer.debited");
  for (const _ of [1, 2]) await shop.within((ctx) => creditTransfers({ ...ctx, lane: 64 }, debited));
  const returned = (await waiting()).filter(({ type }) => type === "transfer.returned");
  expect(returned).toHaveLength(1);
  expect(await faults()).toEqual([]);
  for (const _ of [1, 2]) await shop.within((ctx) => returnTransfers({ ...ctx, lane: 64 }, returned));
  await relay.deliverAll();
  expect(await balances()).toEqual([100, 0]);
  expect(await outcomes(ana)).toEqual([{ points: 40, outcome: "returned", because: "unknown" }]);
  expect(await faults()).toEqual([]);
});

test("points that expire on their way arrive and expire there", async () => {
  await sends(ana, bea, 40);
  shop.clock.advance(100 * DAY);
  await relay.deliverAll();
  expect(await balanceOf(shop, bea)).toBe(40);
  await shop.buys(bea, 100);
  const held = shop.asks(bea, { kind: "spend", pointsType: "points", points: 2, reason: null });
  await expect(held).rejects.toMatchObject({ code: "insufficient_points" });
  expect(await faults()).toEqual([]);
});
