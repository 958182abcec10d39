import fc from "fast-check";
import { expect, test } from "vitest";
import { allocate, allocateReversal, available, type Expiry, expiresAt, type Lot, spendOrder } from "./lots.ts";
import { dateIn, plusDays, startOfDate } from "./time.ts";

const now = Date.parse("2026-06-01T00:00:00Z");
const DAY = 86_400_000;

const lots: fc.Arbitrary<Lot[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      remaining: fc.nat(50),
      held: fc.nat(50),
      activates: fc.integer({ min: -3, max: 3 }),
      expires: fc.option(fc.integer({ min: -3, max: 3 })),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  )
  .map((many) =>
    many.map(({ id, remaining, held, activates, expires }) => ({
      id,
      funderId: null,
      earned: remaining,
      remaining,
      held: Math.min(held, remaining),
      activatesAt: now + activates * DAY,
      expiresAt: expires === null ? null : now + expires * DAY,
    })),
  );
const points = fc.nat(300);
const total = (parts: readonly { points: number }[]): number => parts.reduce((sum, part) => sum + part.points, 0);

test("spending takes exactly what is asked, from each lot at most what it may give, or nothing at all", () => {
  fc.assert(
    fc.property(lots, points, (many, wanted) => {
      const allocations = allocate(many, wanted, now);
      const there = many.reduce((sum, lot) => sum + available(lot, now), 0);
      expect(allocations !== null).toBe(wanted <= there);
      if (allocations === null) return;
      expect(total(allocations)).toBe(wanted);
      for (const { lotId, points: taken } of allocations) {
        const lot = many.find(({ id }) => id === lotId);
        expect(taken).toBeGreaterThan(0);
        expect(taken).toBeLessThanOrEqual(lot === undefined ? 0 : available(lot, now));
      }
    }),
  );
});

test("no lot is touched while one before it in the order has something left", () => {
  fc.assert(
    fc.property(lots, points, (many, wanted) => {
      const allocations = allocate(many, wanted, now) ?? [];
      const order = many.filter((lot) => available(lot, now) > 0).sort(spendOrder);
      expect(allocations.map(({ lotId }) => lotId)).toEqual(order.slice(0, allocations.length).map(({ id }) => id));
      for (const { lotId, points: taken } of allocations.slice(0, -1)) {
        const lot = many.find(({ id }) => id === lotId);
        expect(taken).toBe(lot === undefined ? 0 : available(lot, now));
      }
    }),
  );
});

test("the order in which lots are given does not matter", () => {
  fc.assert(
    fc.property(lots, points, fc.infiniteStream(fc.nat()), (many, wanted, dice) => {
      const shuffled = many.map((lot) => ({ lot, at: dice.next().value })).sort((a, b) => a.at - b.at);
      const other = shuffled.map(({ lot }) => lot);
      expect(allocate(other, wanted, now)).toEqual(allocate(many, wanted, now));
      expect(allocateReversal(other, null, wanted, now)).toEqual(allocateReversal(many, null, wanted, now));
    }),
  );
});

test("taking back gives and misses together exactly what is asked, and leaves what is set aside", () => {
  fc.assert(
    fc.property(lots, points, fc.nat(11), (many, wanted, own) => {
      const ownLotId = many[own]?.id ?? null;
      const { allocations, missing } = allocateReversal(many, ownLotId, wanted, now);
      expect(total(allocations) + missing).toBe(wanted);
      const free = many.reduce((sum, lot) => sum + lot.remaining - lot.held, 0);
      expect(missing).toBe(Math.max(0, wanted - free));
      const ownLot = many[own];
      const fromOwn = allocations.find(({ lotId }) => lotId === ownLotId)?.points ?? 0;
      if (ownLot !== undefined) expect(fromOwn).toBe(Math.min(wanted, ownLot.remaining - ownLot.held));
    }),
  );
});

const expiry: fc.Arbitrary<Expiry> = fc.oneof(
  fc.record({ kind: fc.constant("after_days" as const), days: fc.nat(1000) }),
  fc.record({ kind: fc.constant("after_months" as const), months: fc.nat(40) }),
  fc.record({ kind: fc.constant("end_of_month" as const), months: fc.nat(40) }),
  fc.record({ kind: fc.constant("end_of_year" as const), years: fc.nat(5) }),
);
const zone = fc.constantFrom("Europe/Rome", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");
const moment = fc.integer({ min: Date.parse("2020-01-01"), max: Date.parse("2032-12-31") });

test("points are good through the whole of a day in the zone, and at least through the day they were earned", () => {
  fc.assert(
    fc.property(expiry, zone, moment, (kind, place, at) => {
      const end = expiresAt(kind, place, at) ?? 0;
      const lastDay = dateIn(place, end - 1);
      expect(end).toBe(startOfDate(place, plusDays(lastDay, 1)));
      expect(end).toBeGreaterThan(at);
    }),
  );
});

test("points that were earned later are never good for a shorter time", () => {
  fc.assert(
    fc.property(expiry, zone, moment, moment, (kind, place, a, b) => {
      const [earlier, later] = [Math.min(a, b), Math.max(a, b)];
      expect(expiresAt(kind, place, later) ?? 0).toBeGreaterThanOrEqual(expiresAt(kind, place, earlier) ?? 0);
    }),
  );
});
