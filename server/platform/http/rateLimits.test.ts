import { expect, test } from "vitest";
import { standingClock } from "../clock.ts";
import { BUCKETS_MAX, rateLimitPerMinute } from "./rateLimits.ts";

test("as many as the limit at once, then as many again over a minute", () => {
  const clock = standingClock(0);
  const limit = rateLimitPerMinute(60, clock);
  for (let count = 59; count >= 0; count--) expect(limit.take("a")).toMatchObject({ remaining: count, isSpent: false });
  expect(limit.take("a")).toMatchObject({ remaining: 0, resetSeconds: 60, isSpent: true });
  clock.advance(1_000);
  expect(limit.take("a").isSpent).toBe(false);
  expect(limit.take("a").isSpent).toBe(true);
  clock.advance(3_600_000);
  expect(limit.peek("a")).toMatchObject({ remaining: 60, resetSeconds: 0 });
});

test("one does not spend another's, looking takes nothing, and a clock that goes back gives nothing", () => {
  const clock = standingClock(1_000_000);
  const limit = rateLimitPerMinute(1, clock);
  expect(limit.take("a").isSpent).toBe(false);
  expect(limit.peek("b").isSpent).toBe(false);
  expect(limit.take("b").isSpent).toBe(false);
  clock.set(0);
  expect(limit.take("a").isSpent).toBe(true);
});

test("any number of callers takes bounded memory", () => {
  const limit = rateLimitPerMinute(1, standingClock(0));
  for (let count = 0; count <= BUCKETS_MAX; count++) limit.take(`caller ${count}`);
  expect(limit.take("caller 0").isSpent).toBe(false);
});
