// What a member may do with points: one table for the ledger, the programme and the rewards.
import type { MemberFacts } from "./facts.ts";

/**
 * How far a member is blocked, each step with what the ones before it forbid: `no_login`, `earn_only`, `nothing`.
 * The first one is no matter of points.
 */
export const blockSteps = ["no_login", "earn_only", "nothing"] as const;
export type BlockStep = (typeof blockSteps)[number];

/**
 * `receive`: points or a gift of another member. `claim`: what costs no points, a coupon or a benefit. `keep`: give
 * back, adjust, release: what may be done about a member always.
 */
export type Verb =
  | "earn"
  | "receive"
  | "spend"
  | "hold"
  | "transfer"
  | "capture"
  | "use_reward"
  | "give_reward"
  | "claim"
  | "keep";

export type WhyNot = "closed" | "blocked" | "earn_only" | "child" | "frozen";

/** `isFrozen`: how the member is reached was changed a moment ago, perhaps by somebody else. */
export type Rightholder = Readonly<{ status: MemberFacts["status"]; isChild: boolean; isFrozen?: boolean }>;

/** For how long nothing goes out after a contact was changed: time for the member to hear of it at the old one. */
export const FREEZE_MS = 24 * 3_600_000;

/** What a member's status is while they are blocked so far; null: not at all. */
export function statusUnder(step: BlockStep | null): Exclude<MemberFacts["status"], "closed"> {
  switch (step) {
    case null:
    case "no_login":
      return "active";
    case "earn_only":
      return "earn_only";
    case "nothing":
      return "blocked";
  }
}

const takesOut: ReadonlySet<Verb> = new Set<Verb>(["spend", "hold", "transfer", "give_reward"]);

/**
 * Why a member may not do this; null: they may. What was set aside or taken before stays good for who may only earn,
 * and nothing at all goes out while a member is blocked. A child earns and has what is free, and uses no points.
 */
export function whyMayNot({ status, isChild, isFrozen }: Rightholder, verb: Verb): WhyNot | null {
  switch (status) {
    case "closed":
      return "closed";
    case "blocked":
      return verb === "keep" ? null : "blocked";
    case "earn_only":
      return takesOut.has(verb) || verb === "claim" ? "earn_only" : null;
    case "active":
      if (!takesOut.has(verb)) return null;
      if (isChild) return "child";
      return isFrozen === true ? "frozen" : null;
  }
}
