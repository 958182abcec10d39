import { expect, test } from "vitest";
import { needsSecondPerson } from "./secondPerson.ts";

const halfCent = { points: 2, minor: 1 };
const none = { points: null, minor: null };

test.each([
  ["without a limit one person is enough", 1_000_000, 0, none, false],
  ["up to the limit too", 500, 0, { points: 500, minor: null }, false],
  ["above it not", 501, 0, { points: 500, minor: null }, true],
  ["taking is as much as giving", -501, 0, { points: 500, minor: null }, true],
  ["what was given lately counts", 100, 401, { points: 500, minor: null }, true],
  ["in money: five euros are up to five euros", 1_000, 0, { points: null, minor: 500 }, false],
  ["a point more is rounded up to a cent more", 1_001, 0, { points: null, minor: 500 }, true],
  ["the first limit that is passed counts", 600, 0, { points: 500, minor: 500 }, true],
  ["a limit of nothing: always", 1, 0, { points: 0, minor: null }, true],
])("%s", (_name, points, lately, limits, needs) => {
  expect(needsSecondPerson({ points, lately, faceValue: halfCent }, limits)).toBe(needs);
});

test("a limit in money says nothing of points without a face value", () => {
  expect(needsSecondPerson({ points: 9_999, lately: 0, faceValue: null }, { points: null, minor: 1 })).toBe(false);
});
