// Is every chain of audit entries whole? Numbered without a gap, each seal over its entry and the one before, and as
// long as its end says. What it says names the place at which a chain breaks.

import type { ChainFaultKind } from "@fedele/sdk/schemas/audit.ts";
import { type AuditRow, auditColumns, sealOf, toAuditEntry } from "../audit.ts";
import type { Ctx } from "../database/transaction.ts";
import { bucketOf } from "../ids.ts";
import type { TenantKeys } from "../sealing.ts";
import { type Ask, type Check, EXAMPLES_MAX, ofTenant } from "../verification.ts";

type SealingKeys = Pick<TenantKeys, "blindIndex">;

/** What a chain is sealed with; without the root key nobody can say, and only numbers and ends are compared. */
export type ChainKeys = ((ask: Ask, tenantId: string) => Promise<SealingKeys>) | null;

export type ChainFault = Readonly<{
  kind: ChainFaultKind;
  /** The first and the last place that it is about. */
  from: number;
  to: number;
}>;

const PAGE = 5_000;
/** Of one tenant's chain, while somebody waits for the answer: the latest so many entries. */
export const CHAIN_ENTRIES_MAX = 250_000;

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
        [...chain.faults, ...endFaults(chain, ends.get(tenant))].map((fault) => `tenant ${tenant}: ${wordsOf(fault)}`),
      );
      return { name, checked, violations: faults.length, examples: faults.slice(0, EXAMPLES_MAX) };
    },
  };
}

export type VerifiedChain = Readonly<{
  /** How many entries the chain has, and which was the first that was looked at. */
  entries: number;
  from: number;
  /** When the last entry was sealed; null: there is none. */
  lastAt: number | null;
  /** The first few, in the order of their places. */
  faults: readonly ChainFault[];
}>;

/** Verifies the chain of this transaction's tenant. Everything in `ctx` must be read of one moment. */
export async function verifyChain(ctx: Ctx, keys: SealingKeys): Promise<VerifiedChain> {
  const [head] = await ctx.query<Head>(
    "select tenant_id, entries, seal from audit_heads where bucket = $1 and tenant_id = $2",
    [bucketOf(ctx.tenantId), ctx.tenantId],
  );
  const start = Math.max(0, (head?.entries ?? 0) - CHAIN_ENTRIES_MAX);
  const chain = newChain();
  let from: number | undefined;
  let lastAt: number | null = null;
  for await (const row of ownEntries(ctx, start)) {
    // What the first one was sealed over is taken as it stands: it was verified when the chain was shorter.
    if (row.place === start && start > 0) {
      chain.last = row.place;
      chain.seal = row.seal;
      continue;
    }
    from ??= row.place;
    follow(chain, row, keys);
    lastAt = row.at;
  }
  const isEmpty = head === undefined && chain.last === 0;
  const faults = isEmpty ? [] : [...chain.faults, ...endFaults(chain, head)];
  return { entries: chain.last, from: from ?? 1, lastAt, faults: faults.slice(0, EXAMPLES_MAX) };
}

type Head = { tenant_id: string; entries: number; seal: Buffer };
type Chain = { last: number; seal: Buffer; readonly faults: ChainFault[] };

function newChain(): Chain {
  return { last: 0, seal: Buffer.alloc(0), faults: [] };
}

function follow(chain: Chain, row: AuditRow, keys: SealingKeys | null): void {
  const isNext = row.place === chain.last + 1;
  if (!isNext) chain.faults.push({ kind: "missing", from: chain.last + 1, to: row.place - 1 });
  // Behind a gap the seal before is not known, and the entry after it cannot be judged.
  const isSealed = keys === null || !isNext || isSealedBy(keys, chain.seal, row);
  if (!isSealed) chain.faults.push({ kind: "changed", from: row.place, to: row.place });
  chain.last = row.place;
  chain.seal = row.seal;
}

function isSealedBy(keys: SealingKeys, before: Buffer, row: AuditRow): boolean {
  return sealOf(keys, row.tenant_id, { before, entry: toAuditEntry(row) }).equals(row.seal);
}

function endFaults(chain: Chain, head: Head | undefined): ChainFault[] {
  const { last } = chain;
  if (head === undefined) return [{ kind: "head_missing", from: last, to: last }];
  if (head.entries > last) return [{ kind: "missing_at_end", from: last + 1, to: head.entries }];
  if (head.entries < last) return [{ kind: "beyond_end", from: head.entries + 1, to: last }];
  return head.seal.equals(chain.seal) ? [] : [{ kind: "head_differs", from: last, to: last }];
}

function wordsOf({ kind, from, to }: ChainFault): string {
  const which = from === to ? `entry ${from} is` : `entries ${from} to ${to} are`;
  switch (kind) {
    case "missing":
      return `${which} missing`;
    case "missing_at_end":
      return `${which} missing at the end`;
    case "changed":
      return `entry ${from} is not as it was sealed, or not where it was`;
    case "beyond_end":
      return `${which} beyond the end of the chain`;
    case "head_missing":
      return `there are ${to} entries, but the end of the chain is missing`;
    case "head_differs":
      return "the last entry is not the one that the chain ended with";
  }
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

/** One tenant's, from a place on. */
async function* ownEntries(ctx: Ctx, start: number): AsyncGenerator<AuditRow> {
  let from = start;
  for (;;) {
    const rows = await ctx.query<AuditRow>(
      `select ${auditColumns} from audit_entries
       where bucket = $1 and tenant_id = $2 and place >= $3 order by place limit $4`,
      [bucketOf(ctx.tenantId), ctx.tenantId, from, PAGE],
    );
    yield* rows;
    from = (rows.at(-1)?.place ?? from) + 1;
    if (rows.length < PAGE) return;
  }
}
