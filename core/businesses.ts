// How businesses stand under each other: a tree of few levels, without circles.

/** A group, its countries, their firms, their branches, and one to spare. */
export const BUSINESS_LEVELS_MAX = 5;

export type WhyNotUnder = "itself" | "circle" | "too_deep";

/**
 * Why a business cannot stand under another; null: it can. `above`: the other one and whatever stands above it, from
 * below; `levelsBelow`: how many levels stand below the business that moves.
 */
export function whyNotUnder(id: string, above: readonly string[], levelsBelow: number): WhyNotUnder | null {
  if (above[0] === id) return "itself";
  if (above.includes(id)) return "circle";
  return above.length + 1 + levelsBelow > BUSINESS_LEVELS_MAX ? "too_deep" : null;
}
