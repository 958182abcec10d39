import type { TierList } from "@fedele/core/tiers.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Booked, type Booking, DAY, startBooking } from "../../../tests/support/booking.ts";
import { sweepParkedReturns, sweepTiers } from "./sweeps.ts";
import { changeTiers, memberStanding, setManualTier } from "./tiers.ts";
import { programmeChecks } from "./verify.ts";

let shop: Booking;
let ana: Booked;
beforeEach(async () => {
  shop = await startBooking();
  ana = await shop.joins();
});
afterEach(async () => {
  const ask = async (text: string, values: readonly unknown[] = []) =>
    (await shop.db.maintenance.query(text, [...values])).rows;
  for (const check of programmeChecks) expect((await check.run(ask, null)).examples).toEqual([]);
  await shop.close();
});

const tiers = () => sweepTiers(shop.parts, [shop.tenant]);
const stands = async () => (await shop.within((ctx) => memberStanding(ctx, ana, shop.tenant))).tier;
const booked = async () => (await shop.admin("select tier from member_facts"))[0].tier;
const history = async () =>
  (await shop.admin("select to_tier, reason, effective_at from tier_changes order by id")).map(
    ({ to_tier, reason, effective_at }) => `${to_tier} ${reason} ${new Date(effective_at).toISOString()}`,
  );
const yearly: Omit<TierList, "version"> = {
  metric: "spend",
  period: { kind: "calendar", months: 12 },
  tiers: [
    { code: "bronze", name: "Bronze", threshold: 0 },
    { code: "silver", name: "Silver", threshold: 50_000 },
    { code: "gold", name: "Gold", threshold: 200_000 },
  ],
  downgrade: { policy: "one_down", graceDays: 0 },
  onReturn: "keep_until_period_end",
};

test("a return that waits too long for its sale is an orphan, and its sale does not wake it", async () => {
  await shop.returns(ana, "never sold");
  shop.clock.advance(71 * 3_600_000);
  expect(await sweepParkedReturns(shop.parts, [shop.tenant])).toBe(0);
  shop.clock.advance(3_600_000);
  expect(await sweepParkedReturns(shop.parts, [shop.tenant])).toBe(1);
  expect(await sweepParkedReturns(shop.parts, [shop.tenant])).toBe(0);
  expect(await shop.admin("select status from parked_returns")).toEqual([{ status: "orphan" }]);
  await shop.buys(ana, 5_000, "never sold");
  expect(await shop.admin("select status from parked_returns")).toEqual([{ status: "orphan" }]);
  expect(await shop.admin("select count(*)::int from activity_keys")).toEqual([{ count: 2 }]);
});

test("a tier steps down when its period is over, read at once and booked once", async () => {
  await shop.within((ctx) => changeTiers(ctx, yearly));
  await shop.buys(ana, 250_000);
  expect(await booked()).toBe("gold");
  shop.clock.set(Date.parse("2027-12-31T22:59:59Z"));
  expect([await stands(), await tiers()]).toEqual(["gold", 1]);
  shop.clock.set(Date.parse("2027-12-31T23:00:00Z"));
  expect([await stands(), await booked()]).toEqual(["silver", "gold"]);
  expect([await tiers(), await booked(), await tiers()]).toEqual([1, "silver", 0]);
  expect(await history()).toContain("silver period 2027-12-31T23:00:00.000Z");
  const told = await shop.admin("select events::text from outbox where events::text like '%tier.changed%' order by id");
  expect(told.at(-1)?.events).toContain('"from":"gold","to":"silver"');
});

test("after years without a sweep the member stands where the years have led", async () => {
  await shop.within((ctx) => changeTiers(ctx, yearly));
  await shop.buys(ana, 250_000);
  shop.clock.advance(4 * 365 * DAY);
  expect(await stands()).toBe("bronze");
  expect([await tiers(), await booked(), await tiers()]).toEqual([1, "bronze", 0]);
});

test("periods that begin with the membership end for each member on another day", async () => {
  await shop.within((ctx) =>
    changeTiers(ctx, {
      ...yearly,
      period: { kind: "anniversary", months: 1 },
      downgrade: { policy: "by_balance", graceDays: 10 },
    }),
  );
  await shop.buys(ana, 250_000);
  shop.clock.set(Date.parse("2026-05-01T21:59:59Z"));
  await tiers();
  expect(await booked()).toBe("gold");
  shop.clock.set(Date.parse("2026-05-11T21:59:59Z"));
  expect([await stands(), await booked()]).toEqual(["gold", "gold"]);
  shop.clock.advance(1_000);
  await tiers();
  expect([await stands(), await booked()]).toEqual(["bronze", "bronze"]);
});

test("a courtesy tier ends by itself and leaves its end in the history", async () => {
  await shop.buys(ana, 1_000);
  const until = shop.clock.now() + 30 * DAY;
  await shop.within((ctx) => setManualTier(ctx, ana, { manual: { tier: "gold", until }, tenant: shop.tenant }));
  expect([await stands(), await booked()]).toEqual(["gold", "bronze"]);
  shop.clock.set(until);
  expect(await stands()).toBe("bronze");
  expect([await tiers(), await tiers()]).toEqual([1, 0]);
  expect(await history()).toContain(`bronze manual_end ${new Date(until).toISOString()}`);
});

test("a new list for all time judges whoever has not been here since", async () => {
  await shop.buys(ana, 60_000);
  const lower = yearly.tiers.map((tier) => ({ ...tier, threshold: tier.threshold / 10 }));
  await shop.within((ctx) => changeTiers(ctx, { ...yearly, period: { kind: "ever" }, tiers: lower }));
  expect([await stands(), await booked()]).toEqual(["gold", "silver"]);
  expect([await tiers(), await booked(), await tiers()]).toEqual([1, "gold", 0]);
});
