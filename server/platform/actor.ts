// Who did it, as entries, adjustments and the audit log name them: one short text that says its kind by its prefix.
import { toTypeId } from "./ids.ts";

/** `system`: a timer or a listener. `cli`: an operator at the machine. `lane`: a batch, whose parts name their own. */
export type Actor =
  | { readonly kind: "api_key" | "till_key" | "staff" | "member"; readonly id: string }
  | { readonly kind: "system" | "cli" | "lane" };

const prefixes = { api_key: "key", till_key: "tky", staff: "stf", member: "mem" } as const;

/** `key_…`, `tky_…`, `stf_…`, `mem_…`, `system`, `cli` or `lane`. */
export function actorText(actor: Actor): string {
  return "id" in actor ? toTypeId(prefixes[actor.kind], actor.id) : actor.kind;
}
