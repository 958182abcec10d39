import { randomUUID } from "node:crypto";
import { afterEach, expect, test } from "vitest";
import { type Booked, type Booking, DAY, startBooking } from "../../../tests/support/booking.ts";
import { createTenant } from "../tenants/tenants.ts";
import { walletsOf } from "./statements.ts";
import { sweepWallets } from "./sweeps.ts";
import { ledgerChecks } from "./verify.ts";

let shop: Booking;
afterEach(async () => {
  expect(await faults()).toEqual([]);
  await shop.close();
});

const sweeps = () => sweepWallets(shop.parts, [shop.tenant]);
const faults = async () => {
  const ask = async (text: string, values: readonly unknown[] = []) =>
    (await shop.db.maintenance.query(text, [...values])).rows;
  const findings = [];
  for (const check of ledgerChecks) findings.push(await check.run(ask, null));
  return findings.flatMap(({ examples }) => examples);
};
const read = async (member: Booked) => {
  const [wallet] = await shop.within((ctx) => walletsOf(ctx, { ...member, zone: shop.tenant.timezone }));
  return wallet?.balance;
};
const expired = async (member: Booked) =>
  (
    await shop.admin(
      `select points, partner_id, event_at from entries where cause = 'expiry' and member_id = '${member.memberId}'`,
    )
  ).map(({ points, event_at }) => [points, new Date(event_at).toISOString()]);
const uses = (member: Booked, kind: "spend" | "hold", points: number) => {
  const usual = { pointsType: "points", points, reason: null };
  return shop.asks(member, kind === "spend" ? { kind, ...usual } : { kind, ...usual, seconds: 1800 });
};

test("points that expired are gone at the moment they expire; the sweep books it late, and once", async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 30 } });
  const ana = await shop.joins();
  await shop.buys(ana, 5_000);
  shop.clock.set(Date.parse("2026-04-01T23:59:59.999+02:00"));
  expect((await read(ana))?.spendable).toBe(50);
  expect(await sweeps()).toBe(0);
  shop.clock.advance(1);
  expect((await read(ana))?.spendable).toBe(0);

  shop.clock.advance(3 * DAY);
  expect((await read(ana))?.total).toBe(0);
  await expect(uses(ana, "spend", 1)).rejects.toMatchObject({ code: "insufficient_points" });
  expect(await sweeps()).toBeLessThanOrEqual(1);
  expect(await sweeps()).toBe(0);
  expect(await expired(ana)).toEqual([[-50, "2026-04-01T22:00:00.000Z"]]);
});

test("a spend after a late date books what the sweep has not, in the same transaction", async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 30 } });
  const ana = await shop.joins();
  await shop.buys(ana, 5_000);
  shop.clock.advance(20 * DAY);
  await shop.buys(ana, 1_000);
  shop.clock.advance(20 * DAY);
  await uses(ana, "spend", 4);
  expect(await read(ana)).toMatchObject({ total: 6, spendable: 6 });
  expect(await expired(ana)).toHaveLength(1);
  expect(await sweeps()).toBe(0);
});

test("a reservation outlives its lot; when it times out its points expire at once", async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 1 } });
  const ana = await shop.joins();
  await shop.buys(ana, 5_000);
  shop.clock.set(Date.parse("2026-03-03T23:50:00+01:00"));
  await uses(ana, "hold", 30);
  shop.clock.advance(20 * 60_000);
  expect(await read(ana)).toMatchObject({ total: 30, held: 30, spendable: 0 });
  expect(await sweeps()).toBe(1);
  expect((await expired(ana)).map(([points]) => points)).toEqual([-20]);
  shop.clock.advance(15 * 60_000);
  expect(await read(ana)).toMatchObject({ total: 0, held: 0 });
  expect(await sweeps()).toBe(1);
  expect((await expired(ana)).map(([points]) => points)).toEqual([-20, -30]);
  expect(await shop.admin("select status from holds")).toEqual([{ status: "timed_out" }]);
  expect(await sweeps()).toBe(0);
});

test("a reservation is let go although something else changed the wallet before", async () => {
  shop = await startBooking();
  const ana = await shop.joins();
  await shop.buys(ana, 5_000);
  await uses(ana, "hold", 30);
  await shop.admin("update wallets set next_change_at = null");
  shop.clock.advance(DAY);
  expect(await read(ana)).toMatchObject({ spendable: 50, held: 0 });
  expect(await sweeps()).toBe(1);
  expect(await shop.admin("select status from holds")).toEqual([{ status: "timed_out" }]);
});

test("silence ends points; a sign of life in time keeps them", async () => {
  shop = await startBooking({ expiry: { kind: "inactivity", days: 60, counts: ["purchase"] } });
  const [ana, bea] = [await shop.joins(), await shop.joins()];
  await shop.buys(ana, 5_000);
  await shop.buys(bea, 5_000);
  shop.clock.advance(40 * DAY);
  await shop.buys(bea, 1_000);
  shop.clock.advance(40 * DAY);
  expect([(await read(ana))?.total, (await read(bea))?.total]).toEqual([0, 60]);
  expect(await sweeps()).toBe(2);
  expect([await expired(ana), await expired(bea)]).toEqual([[[-50, "2026-05-01T22:00:00.000Z"]], []]);
  expect(await sweeps()).toBe(0);
});

test("what a partner paid for is booked back to the partner when it expires", async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 30 } });
  const ana = await shop.joins();
  const partnerId = randomUUID();
  await shop.does(ana, { partnerId, activity: { amountMinor: 5_000 } });
  shop.clock.advance(40 * DAY);
  await sweeps();
  const slots = await shop.admin(
    `select account, points from account_slots where partner_id = '${partnerId}' order by account`,
  );
  expect(slots).toEqual([
    { account: "expired", points: 50 },
    { account: "issued", points: -50 },
  ]);
});

test("each tenant has its own time, and one member who cannot be booked holds up nobody", async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 30 } });
  const settings = { currency: "EUR", timezone: "Europe/Rome", name: "Demo", clockOffsetMs: 365 * DAY };
  const ahead = await createTenant(shop.parts, { ...settings, slug: "ahead" });
  const members = [await shop.joins(), await shop.joins(), await shop.joins()];
  for (const member of members) await shop.buys(member, 5_000);
  expect(await sweepWallets(shop.parts, [shop.tenant, ahead])).toBe(0);

  shop.clock.advance(40 * DAY);
  const broken = `member_id = '${members[1]?.memberId}'`;
  await shop.admin(`alter table entries add constraint broken check (not (${broken} and cause = 'expiry'))`);
  expect(await sweepWallets(shop.parts, [ahead, shop.tenant])).toBe(2);
  expect(shop.logged()).toContain("a sweep cannot book a member");
  await shop.admin("alter table entries drop constraint broken");
  expect(await sweeps()).toBe(1);
});
