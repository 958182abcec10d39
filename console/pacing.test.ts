import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paced } from "./pacing.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a stream that never pauses is asked about once a minute: at its beginning, and for its end", () => {
  let asked = 0;
  const { nudge } = paced(() => (asked += 1), { settleMs: 400, everyMs: 60_000 });
  for (let second = 0; second < 130; second += 1) {
    nudge();
    vi.advanceTimersByTime(1_000);
  }
  expect(asked).toBe(3);
  vi.advanceTimersByTime(60_000);
  expect(asked).toBe(4);
  vi.advanceTimersByTime(600_000);
  expect(asked).toBe(4);
});

test("what is stopped asks no more", () => {
  let asked = 0;
  const { nudge, stop } = paced(() => (asked += 1), { settleMs: 400, everyMs: 400 });
  nudge();
  stop();
  vi.advanceTimersByTime(10_000);
  expect(asked).toBe(0);
});

test("who has just asked is not asked again by an earlier change", () => {
  let asked = 0;
  let askedAt = Date.now();
  const { nudge } = paced(() => (asked += 1), { settleMs: 400, everyMs: 60_000, askedAt: () => askedAt });
  vi.advanceTimersByTime(1_000);
  nudge();
  vi.advanceTimersByTime(50_000);
  askedAt = Date.now();
  vi.advanceTimersByTime(59_000);
  expect(asked).toBe(0);
  vi.advanceTimersByTime(2_000);
  expect(asked).toBe(1);
});
