// All SQL on member_blocks.
import type { BlockStep } from "@fedele/core/rights.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type SealedBlock = Readonly<{
  id: string;
  memberId: string;
  step: BlockStep;
  reason: Buffer | null;
  blockedBy: string;
  blockedAt: number;
  liftedBy: string | null;
  liftedAt: number | null;
}>;

type Row = {
  id: string;
  member_id: string;
  step: BlockStep;
  reason: Buffer | null;
  blocked_by: string;
  blocked_at: number;
  lifted_by: string | null;
  lifted_at: number | null;
};

const columns = "id, member_id, step, reason, blocked_by, blocked_at, lifted_by, lifted_at";

export async function findOpenBlock(ctx: Ctx, memberId: string): Promise<SealedBlock | null> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_blocks
     where bucket = $1 and tenant_id = $2 and member_id = $3 and lifted_at is null`,
    [bucketOf(memberId), ctx.tenantId, memberId],
  );
  return rows.map(toBlock)[0] ?? null;
}

/** The latest first. */
export async function listBlocks(
  ctx: Ctx,
  memberId: string,
  page: { before: string | null; limit: number },
): Promise<SealedBlock[]> {
  const rows = await ctx.query<Row>(
    `select ${columns} from member_blocks
     where bucket = $1 and tenant_id = $2 and member_id = $3 and ($4::uuid is null or id < $4)
     order by id desc limit $5`,
    [bucketOf(memberId), ctx.tenantId, memberId, page.before, page.limit],
  );
  return rows.map(toBlock);
}

export async function insertBlock(ctx: Ctx, block: SealedBlock): Promise<void> {
  await ctx.query(
    `insert into member_blocks (bucket, tenant_id, member_id, id, step, reason, blocked_by, blocked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      bucketOf(block.memberId),
      ctx.tenantId,
      block.memberId,
      block.id,
      block.step,
      block.reason,
      block.blockedBy,
      iso(block.blockedAt),
    ],
  );
}

export async function closeBlock(ctx: Ctx, memberId: string): Promise<void> {
  await ctx.query(
    `update member_blocks set lifted_by = $4, lifted_at = $5
     where bucket = $1 and tenant_id = $2 and member_id = $3 and lifted_at is null`,
    [bucketOf(memberId), ctx.tenantId, memberId, ctx.actor, iso(ctx.now)],
  );
}

function toBlock({ member_id, blocked_by, blocked_at, lifted_by, lifted_at, ...row }: Row): SealedBlock {
  return {
    ...row,
    memberId: member_id,
    blockedBy: blocked_by,
    blockedAt: blocked_at,
    liftedBy: lifted_by,
    liftedAt: lifted_at,
  };
}
