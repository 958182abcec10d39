import { afterEach, beforeEach, expect, test } from "vitest";
import { type Booking, balanceOf, DAY, startBooking } from "../tests/support/booking.ts";
import { heartbeatsOf, startBackground } from "./background.ts";
import { verifyLedger } from "./verify.ts";

let shop: Booking;
beforeEach(async () => {
  shop = await startBooking({ expiry: { kind: "after_days", days: 30 } });
});
afterEach(() => shop.close());

test("a transfer arrives by itself, shortly after it was made", async () => {
  const background = await startBackground({ ...shop.parts, rootKey: shop.rootKey });
  const [ana, bea] = [await shop.joins(), await shop.joins()];
  await shop.buys(ana, 5_000);
  const points = { pointsType: "points", points: 20, reason: null, flag: null };
  await shop.asks(ana, { kind: "transfer", ...points, toMemberId: bea.memberId });
  await expect.poll(() => balanceOf(shop, bea), { timeout: 10_000 }).toBe(20);
  await background.stop();
});

test("every heartbeat may beat at any time, once, twice or days late, and leaves a clean ledger", async () => {
  const ana = await shop.joins();
  await shop.buys(ana, 5_000);
  await shop.returns(ana, "never sold");
  for (const days of [0, 1, 0, 40, 0]) {
    shop.clock.advance(days * DAY);
    for (const beat of heartbeatsOf({ ...shop.parts, rootKey: shop.rootKey })) await beat.run();
  }
  expect(await balanceOf(shop, ana)).toBe(0);
  expect(await shop.admin("select status from parked_returns")).toEqual([{ status: "orphan" }]);
  expect(await shop.admin("select count(*)::int from ledger_totals")).toEqual([{ count: 1 }]);
  expect((await verifyLedger(shop.db, { rootKey: shop.rootKey })).clean).toBe(true);
  expect(shop.logged()).not.toContain("error");
});
