// When one person's word is not enough: points given or taken by hand above a limit wait for somebody else.
import { type FaceValue, worthOf } from "./faceValue.ts";

/** Null: no limit. Points of every type count alike; money only for types that have a face value. */
export type AdjustmentLimits = Readonly<{ points: number | null; minor: number | null }>;

export function hasLimits({ points, minor }: AdjustmentLimits): boolean {
  return points !== null || minor !== null;
}

/**
 * `points` as they are asked for, below zero to take; `lately`: what the same person gave and took the same member in
 * the last day without anybody else's word, so that a large sum cannot be cut into small ones.
 */
export function needsSecondPerson(
  asked: Readonly<{ points: number; lately: number; faceValue: FaceValue | null }>,
  limits: AdjustmentLimits,
): boolean {
  const sum = Math.abs(asked.points) + asked.lately;
  if (limits.points !== null && sum > limits.points) return true;
  return limits.minor !== null && asked.faceValue !== null && worthOf(sum, asked.faceValue) > limits.minor;
}
