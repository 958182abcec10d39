// Token buckets in memory. @fastify/rate-limit costs the same 15 µs (most of it for its headers), but it counts every
// attempt where only failures should count, reads the wall clock and lets a whole window through at its edge.
import type { Clock } from "../clock.ts";

/** Callers remembered at once. Beyond it everyone starts anew, which only errs towards letting in. */
export const BUCKETS_MAX = 20_000;

export type Allowance = {
  /** Requests that are still possible at once. */
  readonly remaining: number;
  /** Seconds until the whole allowance is there again. */
  readonly resetSeconds: number;
  readonly isSpent: boolean;
};

type Bucket = { tokens: number; filledAtMs: number };

export type RateLimit = {
  readonly limit: number;
  /** Takes one request from what `who` has left. */
  take(who: string): Allowance;
  /** What `who` has left, without taking anything. */
  peek(who: string): Allowance;
};

/** As many requests as the limit says at once, and as many again over each minute. */
export function rateLimitPerMinute(limit: number, clock: Clock): RateLimit {
  const buckets = new Map<string, Bucket>();
  const perMs = limit / 60_000;

  const bucketFor = (who: string): Bucket => {
    const nowMs = clock.now();
    const bucket = buckets.get(who);
    if (bucket === undefined) {
      if (buckets.size >= BUCKETS_MAX) buckets.clear();
      const full = { tokens: limit, filledAtMs: nowMs };
      buckets.set(who, full);
      return full;
    }
    if (nowMs > bucket.filledAtMs) bucket.tokens = Math.min(limit, bucket.tokens + (nowMs - bucket.filledAtMs) * perMs);
    bucket.filledAtMs = nowMs;
    return bucket;
  };
  const allowanceOf = (bucket: Bucket, was: { readonly tokens: number }): Allowance => ({
    remaining: Math.max(0, Math.floor(bucket.tokens)),
    resetSeconds: Math.ceil((limit - bucket.tokens) / perMs / 1000),
    isSpent: was.tokens < 1,
  });

  return {
    limit,
    take(who) {
      const bucket = bucketFor(who);
      const { tokens } = bucket;
      if (tokens >= 1) bucket.tokens -= 1;
      return allowanceOf(bucket, { tokens });
    },
    peek(who) {
      const bucket = bucketFor(who);
      return allowanceOf(bucket, bucket);
    },
  };
}
