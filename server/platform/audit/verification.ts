// Is every chain of audit entries whole? Numbered without a gap, each seal over its entry and the one before, and as
// long as its end says. What it says names the place at which a chain breaks.

import { type AuditRow, auditColumns, sealOf, toAuditEntry } from "../audit.ts";
import type { TenantKeys } from "../sealing.ts";
import { type Ask, type Check, EXAMPLES_MAX, ofTenant } from "../verification.ts";

/** What a chain is sealed with; without the root key nobody can say, and only numbers and ends are compared. */
export type ChainKeys = ((ask: Ask, tenantId: string) => Promise<Pick<TenantKeys, "blindIndex">>) | null;

const PAGE = 5_000;

export function auditCheck(keysOf: ChainKeys): Check {
  const name = "every audit chain is whole";
  return {
    name,
    run: async (ask: Ask, tenantId: string | null) => {
      const heads = await findHeads(ask, tenantId);
      const chains = new Map(heads.map((head) => [head.tenant_id, newChain()]));
      let checked = 0;
      for await (const row of entriesOf(ask, tenantId)) {
        checked += 1;
        const chain = chains.get(row.tenant_id) ?? newChain();
        chains.set(row.tenant_id, chain);
        const keys = keysOf === null ? null : await keysOf(ask, row.tenant_id);
        follow(chain, row, keys);
      }
      const ends = new Map(heads.map((head) => [head.tenant_id, head]));
      const faults = [...chains].flatMap(([tenant, chain]) =>
        [...chain.faults, ...endFaults(chain, ends.get(tenant))].map((what) => `tenant ${tenant}: ${what}`),
      );
      return { name, checked, violations: faults.length, examples: faults.slice(0, EXAMPLES_MAX) };
    },
  };
}

type Head = { tenant_id: string; entries: number; seal: Buffer };
type Chain = { last: number; seal: Buffer; readonly faults: string[] };

function newChain(): Chain {
  return { last: 0, seal: Buffer.alloc(0), faults: [] };
}

function follow(chain: Chain, row: AuditRow, keys: Pick<TenantKeys, "blindIndex"> | null): void {
  const isNext = row.place === chain.last + 1;
  if (!isNext) chain.faults.push(`${gapWords(chain.last + 1, row.place - 1)} missing`);
  // Behind a gap the seal before is not known, and the entry after it cannot be judged.
  const isSealed = keys === null || !isNext || isSealedBy(keys, chain.seal, row);
  if (!isSealed) chain.faults.push(`entry ${row.place} is not as it was sealed, or not where it was`);
  chain.last = row.place;
  chain.seal = row.seal;
}

function isSealedBy(keys: Pick<TenantKeys, "blindIndex">, before: Buffer, row: AuditRow): boolean {
  return sealOf(keys, row.tenant_id, { before, entry: toAuditEntry(row) }).equals(row.seal);
}

function gapWords(from: number, to: number): string {
  return from === to ? `entry ${from} is` : `entries ${from} to ${to} are`;
}

function endFaults(chain: Chain, head: Head | undefined): string[] {
  if (head === undefined) return [`there are ${chain.last} entries, but the end of the chain is missing`];
  if (head.entries > chain.last) return [`${gapWords(chain.last + 1, head.entries)} missing at the end`];
  if (head.entries < chain.last) return [`${gapWords(head.entries + 1, chain.last)} beyond the end of the chain`];
  return head.seal.equals(chain.seal) ? [] : ["the last entry is not the one that the chain ended with"];
}

function findHeads(ask: Ask, tenantId: string | null): Promise<Head[]> {
  return ask<Head>(
    `/* scatter: verification reads everything */ select tenant_id, entries, seal from audit_heads where ${ofTenant}`,
    [tenantId],
  );
}

/** In pages, so that the memory it takes does not grow with the years. */
async function* entriesOf(ask: Ask, tenantId: string | null): AsyncGenerator<AuditRow> {
  let after: AuditRow | undefined;
  for (;;) {
    const rows: AuditRow[] = await ask<AuditRow>(
      `/* scatter: verification reads everything */ select ${auditColumns} from audit_entries
       where ${ofTenant} and ($2::uuid is null or (tenant_id, place) > ($2, $3)) order by tenant_id, place limit $4`,
      [tenantId, after?.tenant_id ?? null, after?.place ?? 0, PAGE],
    );
    yield* rows;
    after = rows.at(-1);
    if (rows.length < PAGE) return;
  }
}
