// Queries that forgot their tenant: what the application's role asks is stripped of every `tenant_id = $n`, so that
// nothing but row-level security stands between two tenants.
import pg from "pg";
import { vi } from "vitest";

const condition = /(?:\b\w+\.)?\btenant_id = (\$\d+)(?:::uuid)?(?!\s*,)/g;

export type BlindQueries = {
  /** How many statements lost a condition. */
  stripped(): number;
  end(): void;
};

/** From now on, until `end`. Updates' and inserts' values are left alone: only what follows where, on, and, or. */
export function blindQueries(): BlindQueries {
  let count = 0;
  const asked: (...args: unknown[]) => unknown = Reflect.get(pg.Client.prototype, "query");
  const spy = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first, ...rest] = args;
    if (this.user !== "fedele_app") return Reflect.apply(asked, this, args);
    const stripped = withoutTenant(first);
    if (stripped !== first) count += 1;
    return Reflect.apply(asked, this, [stripped, ...rest]);
  });
  return { stripped: () => count, end: () => spy.mockRestore() };
}

/** A prepared statement has its name by its text, so the other text needs another name. */
function withoutTenant(query: unknown): unknown {
  if (typeof query !== "object" || query === null || !("text" in query) || typeof query.text !== "string") return query;
  const text = query.text.replace(condition, "$1::uuid is not null");
  if (text === query.text) return query;
  const name = "name" in query && typeof query.name === "string" ? { name: `${query.name.slice(0, 60)}?` } : {};
  return { ...query, ...name, text };
}
