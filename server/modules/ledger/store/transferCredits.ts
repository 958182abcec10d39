// What became of transfers.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { iso, type MemberKey } from "./wallets.ts";

/** Why a receiver gets nothing. */
export type RefusedBecause = "unknown" | "blocked" | "closed";

export type TransferCredit = MemberKey &
  Readonly<{
    transferId: string;
    points: number;
    outcome: "credited" | "refused" | "returned";
    because: RefusedBecause | null;
  }>;

/** The transfers among these of which nothing had been decided for that member; now it is. The row is the guard. */
export async function claimTransferCredits(ctx: Ctx, credits: readonly TransferCredit[]): Promise<Set<string>> {
  const rows = await ctx.query<{ transfer_id: string }>(
    `insert into transfer_credits (bucket, tenant_id, member_id, transfer_id, points, outcome, because, created_at)
     select n.bucket, $1, n.member_id, n.transfer_id, n.points, n.outcome, n.because, $2
     from unnest($3::smallint[], $4::uuid[], $5::uuid[], $6::bigint[], $7::text[], $8::text[])
       as n (bucket, member_id, transfer_id, points, outcome, because)
     on conflict do nothing returning transfer_id`,
    [
      ctx.tenantId,
      iso(ctx.now),
      credits.map((credit) => credit.bucket),
      credits.map((credit) => credit.memberId),
      credits.map((credit) => credit.transferId),
      credits.map((credit) => credit.points),
      credits.map((credit) => credit.outcome),
      credits.map((credit) => credit.because),
    ],
  );
  return new Set(rows.map((row) => row.transfer_id));
}
