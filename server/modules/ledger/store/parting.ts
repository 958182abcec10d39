// What undoing a merge asks of the ledger: which transfers brought the points, and whether they have arrived.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { type Entry, type EntryRow, entryColumns, toEntry } from "./entries.ts";
import { iso, type MemberKey } from "./wallets.ts";

/** Transfers from one member to another since a moment. */
export async function findTransfersBetween(
  ctx: Ctx,
  { from, into, sinceMs }: Readonly<{ from: MemberKey; into: MemberKey; sinceMs: number }>,
): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(
    `select id from transfers
     where bucket = $2 and tenant_id = $1 and member_id = $3 and to_member_id = $4 and created_at >= $5 order by id`,
    [ctx.tenantId, from.bucket, from.memberId, into.memberId, iso(sinceMs)],
  );
  return rows.map(({ id }) => id);
}

/** Those of the transfers that the member has been given. */
export async function findArrived(ctx: Ctx, member: MemberKey, transferIds: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.query<{ transfer_id: string }>(
    `select transfer_id from transfer_credits
     where bucket = $2 and tenant_id = $1 and member_id = $3 and transfer_id = any($4::uuid[])`,
    [ctx.tenantId, member.bucket, member.memberId, transferIds],
  );
  return new Set(rows.map((row) => row.transfer_id));
}

/** What the transfers did to one member's wallets, in the order in which they did it. */
export async function findEntriesOfTransfers(
  ctx: Ctx,
  member: MemberKey,
  { transferIds, sinceMs }: Readonly<{ transferIds: readonly string[]; sinceMs: number }>,
): Promise<Entry[]> {
  const rows = await ctx.query<EntryRow>(
    `select ${entryColumns} from entries
     where bucket = $2 and tenant_id = $1 and member_id = $3 and created_at >= $4
       and cause = 'transfer' and cause_id = any($5::uuid[]) order by id`,
    [ctx.tenantId, member.bucket, member.memberId, iso(sinceMs), transferIds],
  );
  return rows.map(toEntry);
}
