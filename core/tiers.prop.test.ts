import fc from "fast-check";
import { expect, test } from "vitest";
import { firstStanding, progressed, rankOf, type Standing, standingAt, type TierList, tierFor } from "./tiers.ts";

const DAY = 86_400_000;
const zone = "Europe/Rome";
const enrolledAt = Date.parse("2026-01-31T10:00:00Z");

const list: fc.Arbitrary<TierList> = fc.record({
  version: fc.constant(1),
  metric: fc.constant("spend" as const),
  period: fc.oneof(
    fc.constant({ kind: "ever" } as const),
    fc.record({ kind: fc.constant("calendar" as const), months: fc.constantFrom(1 as const, 3, 6, 12) }),
    fc.record({ kind: fc.constant("anniversary" as const), months: fc.integer({ min: 1, max: 12 }) }),
  ),
  tiers: fc.constant([
    { code: "bronze", name: "Bronze", threshold: 0 },
    { code: "silver", name: "Silver", threshold: 100 },
    { code: "gold", name: "Gold", threshold: 300 },
    { code: "black", name: "Black", threshold: 1_000 },
  ]),
  downgrade: fc.record({
    policy: fc.constantFrom("never" as const, "one_down" as const, "by_balance" as const),
    graceDays: fc.constantFrom(0, 0, 20, 90),
  }),
  onReturn: fc.constantFrom("keep_until_period_end" as const, "drop_at_once" as const),
});

/** Days since the last purchase, and what was spent. */
const purchases = fc.array(fc.record({ days: fc.nat(200), amount: fc.nat(600) }), { maxLength: 12 });

const at = (nowMs: number) => ({ zone, enrolledAt, nowMs });

function stand(
  tiers: TierList,
  bought: readonly { days: number; amount: number }[],
): { now: number; standing: Standing } {
  const lists = { judging: tiers, current: tiers };
  let now = enrolledAt;
  let standing = firstStanding(tiers, at(now));
  for (const { days, amount } of bought) {
    now += days * DAY;
    standing = progressed(standingAt(standing, lists, at(now)), tiers, amount, at(now));
  }
  return { now, standing };
}

test("spending never lowers a tier, and spending more never reaches less", () => {
  fc.assert(
    fc.property(list, purchases, fc.nat(1_500), fc.nat(1_500), (tiers, bought, a, b) => {
      const { now, standing } = stand(tiers, bought);
      const ranks = [0, Math.min(a, b), Math.max(a, b)].map((amount) =>
        rankOf(tiers, progressed(standing, tiers, amount, at(now)).tier),
      );
      expect(ranks).toEqual(ranks.toSorted((x, y) => x - y));
      expect(ranks[0]).toBe(rankOf(tiers, standing.tier));
    }),
  );
});

test("who bought more at the same times stands at least as high, then and ever after", () => {
  fc.assert(
    fc.property(list, purchases, fc.array(fc.nat(400)), fc.nat(2_000), (tiers, bought, extra, later) => {
      const more = bought.map(({ days, amount }, index) => ({ days, amount: amount + (extra[index] ?? 0) }));
      const lists = { judging: tiers, current: tiers };
      const ranks = [bought, more].map((some) => {
        const { now, standing } = stand(tiers, some);
        return [now, now + later * DAY].map((when) => rankOf(tiers, standingAt(standing, lists, at(when)).tier));
      });
      const [few = [], many = []] = ranks;
      for (const [index, rank] of few.entries()) expect(many[index]).toBeGreaterThanOrEqual(rank);
    }),
  );
});

test("a standing is the same whether it was looked at on the way or not", () => {
  fc.assert(
    fc.property(list, purchases, fc.array(fc.nat(300), { maxLength: 6 }), (tiers, bought, waits) => {
      const { now, standing } = stand(tiers, bought);
      const lists = { judging: tiers, current: tiers };
      let seen = standing;
      let when = now;
      for (const days of waits) {
        when += days * DAY;
        seen = standingAt(seen, lists, at(when));
      }
      expect(seen).toEqual(waits.length === 0 ? standing : standingAt(standing, lists, at(when)));
    }),
  );
});

test("a purchase that comes back at once leaves what it lifted, or not, as the programme says", () => {
  fc.assert(
    fc.property(list, purchases, fc.integer({ min: 1, max: 2_000 }), (tiers, bought, amount) => {
      const { now, standing } = stand(tiers, bought);
      const up = progressed(standing, tiers, amount, at(now));
      const down = progressed(up, tiers, -amount, at(now));
      expect(down.periodValue).toBe(standing.periodValue);
      const isOfThisPeriod = tierFor(tiers, standing.periodValue) === standing.tier;
      if (tiers.onReturn === "keep_until_period_end") expect(down.tier).toBe(up.tier);
      else if (isOfThisPeriod) expect(down.tier).toBe(standing.tier);
    }),
  );
});
