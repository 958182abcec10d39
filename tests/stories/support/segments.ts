// Members whom certain things are true of.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";

export function segmentVerbs(desk: Desk) {
  const segments = new Map<string, string>();
  /** The id behind a segment's code, also when it is gone. */
  const segmentNamed = async (code: string): Promise<string> => {
    const { items } = (await desk.asks("GET", "/v1/segments?limit=100")).body;
    for (const one of items) segments.set(one.code, one.id);
    return segments.get(code) ?? "";
  };
  return {
    /** How many members a segment would have. */
    counts: async (rules: readonly object[]) =>
      (await desk.asks("POST", "/v1/segments/count", { conditions: { combinator: "and", rules } })).body,
    keeps: async (code: string, rules: readonly object[]): Promise<Outcome> => {
      const terms = { code, name: code, conditions: { combinator: "and", rules } };
      return outcomeOf(await desk.acts("POST", "/v1/segments", terms));
    },
    segmentNamed,
    rethinks: async (code: string, change: object): Promise<Outcome> =>
      outcomeOf(await desk.acts("PATCH", `/v1/segments/${await segmentNamed(code)}`, change)),
    forgets: async (code: string): Promise<Outcome> =>
      outcomeOf(await desk.acts("DELETE", `/v1/segments/${await segmentNamed(code)}`)),
    /** The names of a segment's members, the latest first. */
    whoIsIn: async (code: string, limit = 25): Promise<string[]> => {
      const names: string[] = [];
      let next = `?limit=${limit}`;
      while (next !== "") {
        const { body } = await desk.asks("GET", `/v1/segments/${await segmentNamed(code)}/members${next}`);
        names.push(...body.items.map(({ name }: { name: string }) => name));
        next = body.nextCursor === undefined ? "" : `?limit=${limit}&cursor=${body.nextCursor}`;
      }
      return names;
    },
    isIn: async (who: string, code: string): Promise<boolean> => {
      const path = `/v1/segments/${await segmentNamed(code)}/members/${await desk.idOf(who)}`;
      return (await desk.asks("GET", path)).body.isMember;
    },
  };
}
