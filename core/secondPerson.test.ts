import { expect, test } from "vitest";
import { needsSecondPerson } from "./secondPerson.ts";

const halfCent = { points: 2, minor: 1 };
const none = { points: null, minor: null };

test.each([
  ["without a limit one person is enough", { points: 1_000_000, lately: 0 }, none, false],
  ["up to the limit too", { points: 500, lately: 0 }, { points: 500, minor: null }, false],
  ["above it not", { points: 501, lately: 0 }, { points: 500, minor: null }, true],
  ["taking is as much as giving", { points: -501, lately: 0 }, { points: 500, minor: null }, true],
  ["what was given lately counts", { points: 100, lately: 401 }, { points: 500, minor: null }, true],
  ["in money: five euros are up to five euros", { points: 1_000, lately: 0 }, { points: null, minor: 500 }, false],
  ["a point more is rounded up to a cent more", { points: 1_001, lately: 0 }, { points: null, minor: 500 }, true],
  ["the first limit that is passed counts", { points: 600, lately: 0 }, { points: 500, minor: 500 }, true],
  ["a limit of nothing: always", { points: 1, lately: 0 }, { points: 0, minor: null }, true],
])("%s", (_name, asked, limits, needs) => {
  expect(needsSecondPerson({ ...asked, faceValue: halfCent }, limits)).toBe(needs);
});

test("a limit in money says nothing of points without a face value", () => {
  expect(needsSecondPerson({ points: 9_999, lately: 0, faceValue: null }, { points: null, minor: 1 })).toBe(false);
});
