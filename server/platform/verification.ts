// Questions to the whole database about whether it agrees with itself. Each is one statement over one snapshot; modules
// ask about their own tables and lend each other pieces of SQL where two must agree.
import { randomInt } from "node:crypto";

/** Runs a statement in the snapshot of the verification. */
export type Ask = <Row>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

export type Finding = Readonly<{
  name: string;
  /** How many things were looked at. */
  checked: number;
  violations: number;
  /** The first few in words: ids and numbers, never a name. */
  examples: readonly string[];
}>;

/** `tenantId` null: all tenants. */
export type Check = Readonly<{ name: string; run(ask: Ask, tenantId: string | null): Promise<Finding> }>;

export const EXAMPLES_MAX = 5;
const SEEDS = 2 ** 40;

type How = Readonly<{
  /** Values that come after the tenant. */
  values?: (ask: Ask, tenantId: string | null) => Promise<readonly unknown[]>;
  /**
   * A cheaper question to ask first: rows of `n`, how many things were looked at, and `is_equal`, by sums under a
   * random seed, $2. Two sides that differ have the same sum once in 2^63 times. Joining a million rows to a million
   * takes four times as long.
   */
  sums?: string;
}>;

/**
 * A check by one select that gives, for each thing it looks at, `is_wrong` and `what` to say of it. $1 is the tenant or
 * null for all of them.
 */
export function checkBy(name: string, select: string, { values, sums }: How = {}): Check {
  const text = `/* scatter: verification reads everything */
    select count(*) as checked, count(*) filter (where is_wrong) as violations,
      coalesce((array_agg(what) filter (where is_wrong))[1:${EXAMPLES_MAX}], '{}') as examples
    from (${select}) as looked_at`;
  return {
    name,
    run: async (ask, tenantId) => {
      const equal = sums === undefined ? null : await equalBySums(ask, sums, tenantId);
      if (equal !== null) return { name, checked: equal, violations: 0, examples: [] };
      const more = (await values?.(ask, tenantId)) ?? [];
      const [row] = await ask<Omit<Finding, "name">>(text, [tenantId, ...more]);
      if (row === undefined) throw new Error(`the check "${name}" gave no answer`);
      return { name, checked: row.checked, violations: row.violations, examples: row.examples };
    },
  };
}

/** How many things were looked at where both sides are equal; null where they are not. */
async function equalBySums(ask: Ask, sums: string, tenantId: string | null): Promise<number | null> {
  const [row] = await ask<{ checked: number; is_equal: boolean }>(
    `/* scatter: verification reads everything */
    select coalesce(sum(n), 0)::bigint as checked, coalesce(bool_and(is_equal), true) as is_equal
    from (${sums}) as sides`,
    [tenantId, randomInt(SEEDS)],
  );
  return row?.is_equal === true ? row.checked : null;
}

/** The condition that every piece of such a select carries. */
export const ofTenant = "($1::uuid is null or tenant_id = $1)";

/** A pseudo-random weight of a pair of ids under the seed $2, for comparisons by sums. */
export function weightOf(id: string, memberId: string): string {
  return `(uuid_hash_extended(${id}, $2::bigint) # uuid_hash_extended(${memberId}, $2::bigint + 1))`;
}
