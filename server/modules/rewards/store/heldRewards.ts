// Issued rewards in the hands of a checkout session: held for a while, used, given back in part.
import type { Ctx } from "../../../platform/database/transaction.ts";
import { timeText as iso } from "../../../platform/database/values.ts";
import type { MemberKey } from "./issuedRewards.ts";

type SessionKey = MemberKey & Readonly<{ sessionId: string }>;

/** Sets rewards aside for a session. */
export async function holdIssued(
  ctx: Ctx,
  { bucket, memberId, sessionId }: SessionKey,
  held: { ids: readonly string[]; untilMs: number },
): Promise<void> {
  await ctx.query(
    `update issued_rewards set status = 'reserved', session_id = $5, reserved_until = $6, changed_at = $7
     where bucket = $1 and tenant_id = $2 and member_id = $3 and id = any($4::uuid[])`,
    [bucket, ctx.tenantId, memberId, held.ids, sessionId, iso(held.untilMs), iso(ctx.now)],
  );
}

/** Frees what a session still holds. */
export async function freeIssued(ctx: Ctx, { bucket, memberId, sessionId }: SessionKey): Promise<void> {
  await ctx.query(
    `update issued_rewards set status = 'active', session_id = null, reserved_until = null, changed_at = $5
     where bucket = $1 and tenant_id = $2 and member_id = $3 and session_id = $4 and status = 'reserved'`,
    [bucket, ctx.tenantId, memberId, sessionId, iso(ctx.now)],
  );
}

/** Uses what a session holds; says what that was. */
export async function useHeldIssued(ctx: Ctx, { bucket, memberId, sessionId }: SessionKey): Promise<string[]> {
  const rows = await ctx.query<{ id: string }>(
    `update issued_rewards set status = 'used', reserved_until = null, changed_at = $5
     where bucket = $1 and tenant_id = $2 and member_id = $3 and session_id = $4 and status = 'reserved' returning id`,
    [bucket, ctx.tenantId, memberId, sessionId, iso(ctx.now)],
  );
  return rows.map(({ id }) => id);
}

/** Points of used rewards went back with returned goods; where all of them did, nothing is left of the reward. */
export async function saveReturnedPoints(
  ctx: Ctx,
  { bucket, memberId }: MemberKey,
  returned: readonly Readonly<{ id: string; points: number }>[],
): Promise<void> {
  await ctx.query(
    `update issued_rewards i set returned_points = i.returned_points + n.points, changed_at = $4,
       status = case when i.returned_points + n.points = i.points then 'cancelled' else i.status end
     from unnest($5::uuid[], $6::bigint[]) as n (id, points)
     where i.bucket = $1 and i.tenant_id = $2 and i.member_id = $3 and i.id = n.id`,
    [bucket, ctx.tenantId, memberId, iso(ctx.now), returned.map(({ id }) => id), returned.map(({ points }) => points)],
  );
}
