// What was refused, in the member's language. The server's own sentences are for programs and for staff.
import { Refusal } from "@fedele/sdk/browser.ts";
import type { TextKey } from "./language.ts";

const words: Readonly<Record<Refusal["code"], TextKey>> = {
  offline: "refusal.offline",
  unauthenticated: "refusal.unauthenticated",
  too_many: "refusal.tooMany",
  invalid: "refusal.invalid",
  insufficient_points: "refusal.points",
  not_found: "refusal.gone",
  forbidden: "refusal.forbidden",
  conflict: "refusal.conflict",
  partner_float: "refusal.forbidden",
  too_large: "refusal.invalid",
  unavailable: "refusal.fault",
  internal: "refusal.fault",
};

/** `otherwise`: where a page knows better what a code means here. */
export function refusalText(
  error: unknown,
  otherwise: Partial<Readonly<Record<Refusal["code"], TextKey>>> = {},
): TextKey {
  if (!(error instanceof Refusal)) return "refusal.fault";
  if (error.field === "contact") return "refusal.contact";
  return otherwise[error.code] ?? words[error.code];
}
