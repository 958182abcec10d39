// What a till's key may say: it stands in one place and tells what has just happened there. Whoever steals one cannot
// sell elsewhere, nor write last month anew.
import type { Caller } from "../../platform/http/keyCache.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { Catalog } from "../catalog/catalog.ts";

/** How late a till may tell something: a long weekend without a network. Later than that an API key tells it. */
export const TILL_BACKDATING_MS = 72 * 60 * 60 * 1_000;

type Told = { readonly location?: string; readonly occurredAt?: string };

/** The same with the till's place in it, where a till calls. */
export function atTill<T extends Told>(told: T, caller: Caller, home: { catalog: Catalog; now: number }): T {
  if (caller.till === undefined) return told;
  const own = home.catalog.locationById(caller.till.locationId)?.code;
  if (own === undefined) throw new Refusal("unavailable", "This till's location is not known here yet; ask again.");
  if (told.location !== undefined && told.location !== own) {
    throw new Refusal("forbidden", `This till stands at "${own}" and records nothing elsewhere.`, {
      field: "location",
    });
  }
  if (told.occurredAt !== undefined && Date.parse(told.occurredAt) < home.now - TILL_BACKDATING_MS) {
    throw new Refusal("invalid", "A till may tell what happened in the last 72 hours; an API key may tell the rest.", {
      field: "occurredAt",
    });
  }
  return { ...told, location: own };
}
