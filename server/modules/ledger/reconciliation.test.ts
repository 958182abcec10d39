// A period's books: what members had, what moved, what they have. It ends where the wallets are.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Booked, type Booking, DAY, startBooking } from "../../../tests/support/booking.ts";
import { reconcile } from "./reconciliation.ts";
import { sweepWallets } from "./sweeps.ts";

const partnerId = randomUUID();
let shop: Booking;
beforeAll(async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 30 } });
  const [ana, bea] = [await shop.joins(), await shop.joins()];
  await shop.buys(ana, 5_000, "one");
  await shop.does(bea, { partnerId, activity: { amountMinor: 2_000 } });
  // Midnight in Rome parts these two: 50 of March, 30 of April.
  shop.clock.set(Date.parse("2026-03-31T23:59:59.999+02:00"));
  await uses(ana, "spend", 20);
  shop.clock.advance(1);
  await shop.buys(bea, 3_000);
  await shop.returns(ana, "one");
  shop.clock.advance(DAY);
  await sweepWallets(shop.parts, [shop.tenant]);
});
afterAll(() => shop.close());

const uses = (member: Booked, kind: "spend", points: number) =>
  shop.asks(member, { kind, pointsType: "points", points, reason: null });
const books = async (from: string, to: string) => {
  const items = await shop.within((ctx) => reconcile(ctx, { from, to, zone: shop.tenant.timezone }));
  return items.filter(({ pointsType }) => pointsType === "points").map(({ pointsType: _, ...item }) => item);
};

test("a month closes where the next one opens; days end at the tenant's midnight; partners stand apart", async () => {
  expect(await books("2026-03-01", "2026-03-31")).toEqual([
    {
      partnerId: null,
      opening: 0,
      movements: [
        { account: "issued", points: 50 },
        { account: "spent", points: -20 },
      ],
      closing: 30,
    },
    { partnerId, opening: 0, movements: [{ account: "issued", points: 20 }], closing: 20 },
  ]);
  expect(await books("2026-04-01", "2026-04-30")).toEqual([
    { partnerId: null, opening: 30, movements: [{ account: "issued", points: -20 }], closing: 10 },
    { partnerId, opening: 20, movements: [{ account: "expired", points: -20 }], closing: 0 },
  ]);
});

test("it ends with what the wallets have, less what they owe; with the other sides it sums to nothing", async () => {
  const closing = (await books("2026-03-01", "2026-12-31")).reduce((sum, item) => sum + item.closing, 0);
  const ofPoints = "join points_types t using (tenant_id, points_type) where t.code = 'points'";
  const [wallets] = await shop.admin(`select sum(balance - debt)::bigint as points from wallets ${ofPoints}`);
  const [slots] = await shop.admin(`select sum(points)::bigint as points from account_slots ${ofPoints}`);
  expect(closing).toBe(Number(wallets.points));
  expect(closing + Number(slots.points)).toBe(0);
});

test("a period may be any, but not upside down", async () => {
  await expect(books("2026-04-02", "2026-04-01")).rejects.toMatchObject({ code: "invalid" });
  expect(await books("0001-01-01", "0001-01-02")).toEqual([]);
  const all = await books("0001-01-01", "9999-12-31");
  expect(all.map(({ opening }) => opening)).toEqual([0, 0]);
  expect(all).toEqual(await books("2026-03-01", "2026-12-31"));
});
