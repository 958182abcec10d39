// The table of members, as staff and tills look at it.
import { type Desk, type Outcome, outcomeOf } from "./desk.ts";

export type TableQuery = Readonly<Record<string, string | number>>;

export function tableVerbs(desk: Desk) {
  const asks = async (path: string, query: TableQuery): Promise<Outcome> => {
    const words = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) words.set(name, String(value));
    return outcomeOf(await desk.asks("GET", `${path}?${words}`));
  };
  return {
    looksUp: (query: TableQuery) => asks("/v1/members", query),
    /** The names of whoever is in the table, page by page to its end. */
    lists: async (query: TableQuery = {}): Promise<string[]> => {
      const names: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await asks("/v1/members", { ...query, ...(cursor === undefined ? {} : { cursor }) });
        names.push(...body.items.map(({ name }: { name?: string }) => name ?? "?"));
        cursor = body.nextCursor;
      } while (cursor !== undefined);
      return names;
    },
    howMany: async (query: TableQuery = {}) => (await asks("/v1/members/count", query)).body,
  };
}
