// Cursors of paged lists: the sort values of the last row, packed so that nobody builds one by hand.
import { PAGE_LIMIT_DEFAULT } from "@fedele/sdk/schemas/page.ts";
import { Refusal } from "../refusal.ts";

export type PageQuery = { readonly limit?: number; readonly cursor?: string };

/** Rows to fetch and where to go on. One row more than asked for is fetched, so that the last page knows it is last. */
export type PageStart<Key> = { readonly limit: number; readonly fetch: number; readonly after: Key | undefined };

/** Reads a page's query. `parse` gives the sort values that a cursor holds, or undefined for what never was one. */
export function pageStart<Key>(query: PageQuery, parse: (values: unknown) => Key | undefined): PageStart<Key> {
  const limit = query.limit ?? PAGE_LIMIT_DEFAULT;
  if (query.cursor === undefined) return { limit, fetch: limit + 1, after: undefined };
  const after = parse(unpack(query.cursor));
  if (after === undefined) {
    throw new Refusal("invalid", "This cursor was not given by this list; start again without one.", {
      field: "cursor",
    });
  }
  return { limit, fetch: limit + 1, after };
}

/** The rows of a page with the cursor of the next one. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  shape: { readonly item: (row: Row) => Item; readonly key: (row: Row) => readonly (string | number)[] },
): { items: Item[]; nextCursor?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(shape.item);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, nextCursor: cursorOf(shape.key(last)) };
}

/** The cursor that leads on from these sort values. */
export function cursorOf(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** A cursor that holds one text, such as an id or a code. */
export function oneText(values: unknown): string | undefined {
  const [text, ...rest] = Array.isArray(values) ? values : [];
  return typeof text === "string" && rest.length === 0 ? text : undefined;
}

/** A cursor that holds one UUID. */
export function oneId(values: unknown): string | undefined {
  const text = oneText(values);
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined;
}

/** A cursor that holds two UUIDs. */
export function twoIds(values: unknown): readonly [string, string] | undefined {
  const [first, second, ...rest] = Array.isArray(values) ? values : [];
  const [one, two] = [oneId([first]), oneId([second])];
  return one === undefined || two === undefined || rest.length > 0 ? undefined : [one, two];
}

function unpack(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
