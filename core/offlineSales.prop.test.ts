import fc from "fast-check";
import { expect, test } from "vitest";
import { OFFLINE_LATE_MS, placeInTime } from "./offlineSales.ts";

const NOW = Date.parse("2026-03-02T12:00:00Z");
const wild = fc.oneof(fc.integer({ min: NOW - 2 * OFFLINE_LATE_MS, max: NOW + 2 * OFFLINE_LATE_MS }), fc.nat(NOW));
const sales = fc
  .array(wild, { minLength: 1, maxLength: 12 })
  .map((times) => times.map((deviceAt, index) => ({ counter: index + 1, deviceAt })));

test("whatever a clock showed, what is believed lies in the window and in the order of the counter", () => {
  fc.assert(
    fc.property(sales, wild, (told, deviceNow) => {
      const placed = placeInTime(told, { deviceNow, serverNow: NOW, last: null });
      const believed = placed.filter(({ verdict }) => verdict === "believed").map(({ at }) => at);
      expect(believed).toEqual(believed.toSorted((a, b) => a - b));
      for (const at of believed) {
        expect(at).toBeGreaterThanOrEqual(NOW - OFFLINE_LATE_MS);
        expect(at).toBeLessThanOrEqual(NOW);
      }
    }),
  );
});

test("a clock that goes right is believed as it is, however far it is off", () => {
  const offsets = fc.integer({ min: -10 * OFFLINE_LATE_MS, max: 10 * OFFLINE_LATE_MS });
  const ages = fc.array(fc.nat(OFFLINE_LATE_MS), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(offsets, ages, (offset, list) => {
      const times = list.toSorted((a, b) => b - a).map((age) => NOW - age);
      const told = times.map((time, index) => ({ counter: index + 1, deviceAt: time + offset }));
      const placed = placeInTime(told, { deviceNow: NOW + offset, serverNow: NOW, last: null });
      expect(placed.map(({ at }) => at)).toEqual(times);
    }),
  );
});
