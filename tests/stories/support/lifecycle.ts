// How a membership ends.
import { parse } from "csv-parse/sync";
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";

export function lifecycleVerbs(desk: Desk) {
  return {
    /** Forgets a member for good. The heir gets the points; without one they are forfeited. */
    erases: async (who: string, { heir, heirId, reason = "requested", order }: Erasing = {}): Promise<Outcome> => {
      const named = heir === undefined ? heirId : await desk.idOf(heir);
      const asked = { reason, ...(named === undefined ? {} : { heirId: named }) };
      const headers = order === undefined ? {} : { "idempotency-key": order };
      return outcomeOf(await desk.acts("POST", await desk.pathOf(who, "erasure"), asked, headers));
    },
    /** Everything that is known of a member. */
    exports: async (who: string): Promise<Outcome["body"]> =>
      (await desk.asks("GET", await desk.pathOf(who, "export"))).body,
    exportsAsTable: async (who: string): Promise<Line[]> =>
      linesOf((await desk.asks("GET", await desk.pathOf(who, "export?format=csv"))).body),
    membersTable: async (): Promise<Line[]> => linesOf((await desk.asks("GET", "/v1/exports/members.csv")).body),
    /** The first stays, the other becomes the first. */
    merges: async (into: string, from: string, { order, fromId }: { order?: string; fromId?: string } = {}) => {
      const headers = order === undefined ? {} : { "idempotency-key": order };
      const asked = { fromId: fromId ?? (await desk.idOf(from)) };
      return outcomeOf(await desk.acts("POST", await desk.pathOf(into, "merges"), asked, headers));
    },
    /** They were two after all. */
    parts: async (into: string, from: string, order?: string): Promise<Outcome> => {
      const headers = order === undefined ? {} : { "idempotency-key": order };
      const path = await desk.pathOf(into, `merges/${await desk.idOf(from)}/reversal`);
      return outcomeOf(await desk.acts("POST", path, undefined, headers));
    },
    /** The member as the API tells of it. */
    profile: async (who: string): Promise<Outcome["body"]> =>
      (await desk.asks("GET", `/v1/members/${await desk.idOf(who)}`)).body,
    /** Whom an e-mail address finds: ids. */
    foundBy: async (email: string): Promise<string[]> => {
      const { body } = await desk.asks("GET", `/v1/members?email=${encodeURIComponent(email)}`);
      return body.items.map(({ id }: { id: string }) => id);
    },
  };
}

/** A line of a table by its headings. */
type Line = Record<string, string>;

function linesOf(table: string): Line[] {
  return parse(table, { columns: true });
}

/** The heir by name, or by an id that may be anybody's. */
type Erasing = { heir?: string; heirId?: string; reason?: string; order?: string };
