// Whose activities are taken, and how late.
import { whyMayNot } from "@fedele/core/rights.ts";
import { Refusal } from "../../platform/refusal.ts";
import { type MemberRecord, rightsOf } from "../members/facts.ts";
import type { Batch } from "./batch.ts";
import type { NewActivity } from "./newActivity.ts";

const DAY_MS = 86_400_000;

/** What goes back to the shop takes its points along, however far the member is blocked. */
export function mayTakePart(record: MemberRecord, { activity }: NewActivity, nowMs: number): Refusal | null {
  switch (whyMayNot(rightsOf(record, nowMs), activity.kind === "return" ? "keep" : "earn")) {
    case null:
    case "earn_only":
    case "child":
    case "frozen":
      return null;
    case "blocked":
      return new Refusal("forbidden", "This member is blocked; nothing was recorded.");
    case "closed":
      return new Refusal("conflict", "This member has left the programme; nothing was recorded.");
  }
}

export function isTooLate(batch: Batch, { activity, imported }: NewActivity): Refusal | null {
  const { days } = batch.programme.policies.backdating;
  if (imported !== null || activity.at >= batch.ctx.now - days * DAY_MS) return null;
  return new Refusal("invalid", `This happened longer ago than the ${days} days that the programme takes.`);
}
