// All SQL on member_cards and card_steps.
import type { Database } from "../../../platform/database/database.ts";
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import { bucketOf } from "../../../platform/ids.ts";

export type SealedCard = Readonly<{ id: string; memberId: string; keySealed: Buffer }>;

export async function insertCard(ctx: Ctx, card: SealedCard & { madeAt: number }): Promise<void> {
  await ctx.query(
    `insert into member_cards (bucket, tenant_id, member_id, id, key_sealed, made_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [bucketOf(card.memberId), ctx.tenantId, card.memberId, card.id, card.keySealed, iso(card.madeAt)],
  );
}

/** A card that works. Its id says where it lies. */
export async function findCard(ctx: Ctx, id: string): Promise<SealedCard | undefined> {
  const rows = await ctx.query<{ id: string; member_id: string; key_sealed: Buffer }>(
    `select id, member_id, key_sealed from member_cards
     where bucket = $1 and tenant_id = $2 and id = $3 and ended_at is null`,
    [bucketOf(id), ctx.tenantId, id],
  );
  return rows.map((row) => ({ id: row.id, memberId: row.member_id, keySealed: row.key_sealed }))[0];
}

/** Ends the cards of a member but the latest so many. */
export async function endCards(ctx: Ctx, memberId: string, { keep }: { keep: number }): Promise<void> {
  await ctx.query(
    `update member_cards set ended_at = $4
     where bucket = $1 and tenant_id = $2 and member_id = $3 and ended_at is null and id not in (
       select id from member_cards where bucket = $1 and tenant_id = $2 and member_id = $3 and ended_at is null
       order by id desc limit $5)`,
    [bucketOf(memberId), ctx.tenantId, memberId, iso(ctx.now), keep],
  );
}

/** False where the member has shown this step before. The row is the lock: of two at once one waits and is second. */
export async function claimStep(ctx: Ctx, shown: { memberId: string; step: number; nowMs: number }): Promise<boolean> {
  const rows = await ctx.query(
    `insert into card_steps (bucket, tenant_id, member_id, step, shown_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning step`,
    [bucketOf(shown.memberId), ctx.tenantId, shown.memberId, shown.step, iso(shown.nowMs)],
  );
  return rows.length === 1;
}

/** Steps that nobody can show any more. */
export async function deleteSteps(db: Database, beforeMs: number): Promise<number> {
  const { rowCount } = await db.maintenance.query(
    "/* scatter: old steps of every tenant and member */ delete from card_steps where shown_at < $1",
    [iso(beforeMs)],
  );
  return rowCount ?? 0;
}
